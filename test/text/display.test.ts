import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { expectation } from '../../src/text/expectations.js';
import { fillOptional, fillTemplate } from '../../src/text/fill.js';
import { hideInExpectation, maskPersonal } from '../../src/text/mask.js';
import { sanitize, sanitizeBrief } from '../../src/text/sanitize.js';
import { displayWidth, padToWidth, truncateToWidth, wrapToWidth } from '../../src/text/width.js';

const mixed = fc
  .array(
    fc.constantFrom(
      'a',
      'Bc',
      ' ',
      '  ',
      '中',
      '文字',
      '，',
      '。',
      '（',
      '）',
      '“',
      '”',
      'é',
      'e\u0301',
      '👩‍👩‍👧',
      '🇨🇳',
      '한',
      'ｱ',
      '-',
      '/',
      '1234567890',
    ),
  )
  .map((all) => all.join(''));

describe('filling', () => {
  it('never expands a value again and leaves out what it does not know', () => {
    expect(fillTemplate('{a} and {b}{c}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
    expect(fillOptional('at most {max}[ (here {here})][ {x}{max}]', { max: '5' })).toBe('at most 5');
    expect(fillOptional('{max}[ (here {here})]', { max: '5', here: '[9]' })).toBe('5 (here [9])');
  });
});

describe('width', () => {
  it('agrees with the terminal width of every common text', () => {
    fc.assert(fc.property(mixed, (text) => displayWidth(text) === stringWidth(text)));
    for (const text of ['，。、；：？！（）《》“”‘’…—·', '→↵⇥␛⟨⟩─━✓✗×−≤≥', '中文 English 123', 'ｱｲ', '〜ー々〇']) {
      for (const character of text) expect(displayWidth(character), character).toBe(stringWidth(character));
    }
  });

  it('agrees with the terminal width of every character of the basic plane', () => {
    const differing: string[] = [];
    for (let code = 0x20; code < 0xd800; code += 1) {
      const character = String.fromCodePoint(code);
      if (displayWidth(character) !== stringWidth(character)) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('pads and cuts by columns', () => {
    expect(padToWidth('中文', 6)).toBe('中文  ');
    expect(padToWidth('9', 3, 'right')).toBe('  9');
    expect(truncateToWidth('商品名称规范', 7)).toBe('商品名…');
    expect(truncateToWidth('short', 7)).toBe('short');
  });

  it('wraps without losing a character or passing the width', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapToWidth(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('breaks Chinese anywhere but before a closing mark, and Latin at spaces', () => {
    expect(wrapToWidth('按规定填写商品名称，不得为空。', 10)).toEqual(['按规定填写', '商品名称，', '不得为空。']);
    expect(wrapToWidth('write the code here', 10)).toEqual(['write the', 'code here']);
    expect(wrapToWidth('abcdefghijkl', 5)).toEqual(['abcde', 'fghij', 'kl']);
    expect(wrapToWidth('', 5)).toEqual(['']);
  });
});

describe('making data safe for a terminal', () => {
  const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it('leaves no control, direction or line character', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !control.test(sanitize(text))));
    expect(sanitize('a\u001b[31mb\nc\td\u202ee\u009bf\ud800')).toBe('a␛[31mb↵c⇥d⟨U+202E⟩e⟨U+009B⟩f⟨U+D800⟩');
    expect(sanitize('中文 é 👩‍👩‍👧')).toBe('中文 é 👩‍👩‍👧');
  });

  it('cuts long values with an ellipsis, never inside a character', () => {
    expect(sanitizeBrief('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(sanitizeBrief('😀'.repeat(50), 5)).toBe('😀😀…');
  });
});

describe('masking', () => {
  it.each([
    ['110101199003071234', '110*************34'],
    ['13812345678', '138******78'],
    ['张三', '张*'],
    ['欧阳娜娜', '欧***'],
    ['上海市浦东新区世纪大道100号', '上海市************'],
    ['Jean Dupont', 'J*** D*****'],
    ['zhang.san@example.com', 'z********@example.com'],
    ['A1234567', 'A1*****7'],
    ['12', '**'],
    ['7', '*'],
    ['', '*'],
  ])('%s becomes %s', (value, masked) => {
    expect(maskPersonal(value)).toBe(masked);
  });

  it('never shows a whole value', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => maskPersonal(value).includes('*')));
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Za-z\u4e00-\u9fff]{1,40}$/), (value) => maskPersonal(value) !== value),
    );
  });

  it('masks what an expectation quotes from another document, not what a rule lays down', () => {
    expect(
      hideInExpectation(expectation('equal-to-partner', { document: 'payment', value: '张三' }), maskPersonal).values[
        'value'
      ],
    ).toBe('张*');
    expect(hideInExpectation(expectation('constant', { value: '1' }), maskPersonal).values['value']).toBe('1');
  });
});
