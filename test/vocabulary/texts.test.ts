import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { TermList } from '../../src/model/codes.js';
import {
  atLeastCharacters,
  atMostCharacters,
  byteCount,
  byteLength,
  characterCount,
  codeSet,
  codeStart,
  firstMisnumbered,
  firstRepeated,
  own,
  readersOf,
  sameJson,
  script,
  termFinder,
  textOf,
} from '../../src/vocabulary/index.js';

/** Any UTF-16 at all, lone surrogates included. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

describe('lengths', () => {
  it('count code points, lone surrogates as one', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), (text, bound) => {
        const length = [...text].length;
        expect(characterCount(text)).toBe(length);
        expect(atMostCharacters(text, bound)).toBe(length <= bound);
        expect(atLeastCharacters(text, bound)).toBe(length >= bound);
      }),
      { numRuns: 1000 },
    );
  });

  /** Characters the 2022 edition moved between the two-byte and the four-byte area; iconv-lite writes the 2005 edition. */
  const moved = new Set(
    [
      ...range(0x9fb4, 0x9fbb),
      ...range(0xe78d, 0xe796),
      ...[0xe81e, 0xe826, 0xe82b, 0xe82c, 0xe832, 0xe843, 0xe854, 0xe864],
      ...range(0xfe10, 0xfe19),
    ].map((code) => String.fromCodePoint(code)),
  );

  it('count the bytes GB 18030 takes: every character of the basic plane', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCodePoint(code);
      if ((code >= 0xd800 && code < 0xe000) || moved.has(character)) continue;
      if (byteCount(character, 'gb18030') !== iconv.encode(character, 'gb18030').length) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
    expect(byteCount('龴', 'gb18030')).toBe(2);
  });

  it('count the bytes of any text', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((one) => [...one].filter((c) => !moved.has(c)).join(''));
    fc.assert(
      fc.property(text, fc.nat(40), (value, max) => {
        const bytes = iconv.encode(value, 'gb18030').length;
        expect(byteCount(value, 'gb18030')).toBe(bytes);
        expect(byteLength(value, { max, encoding: 'gb18030' })).toBe(bytes <= max);
        expect(byteCount(value, 'utf-8')).toBe(Buffer.byteLength(value));
        expect(byteLength(value, { max, encoding: 'utf-8' })).toBe(Buffer.byteLength(value) <= max);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(anyText, (value) => {
        expect(byteCount(value, 'utf-8')).toBe(Buffer.byteLength(value));
      }),
    );
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

describe('terms', () => {
  const list = (...terms: TermList['terms']): TermList => ({ id: 't', title: {}, sources: [], terms });
  const find = termFinder(
    list(
      { term: '国家级', except: ['国家级森林公园', '非国家级'] },
      { term: '最佳' },
      { term: 'No.1' },
      { term: 'best', except: ['best before', 'Best Western'] },
      { term: 'anti-aging' },
      { term: '第1' },
    ),
  );

  it.each([
    ['国家级品质', '国家级', 0],
    ['产自国家级森林公园', undefined, 0],
    ['产自国家级森林公园的国家级茶叶', '国家级', 10],
    ['非国家级', undefined, 0],
    ['THE BEST TEA', 'best', 4],
    ['bestseller', undefined, 0],
    ['asbest', undefined, 0],
    ['Best Before 2026', undefined, 0],
    ['best western, best price', 'best', 14],
    ['No.1 tea', 'No.1', 0],
    ['Not1', undefined, 0],
    ['No.12', undefined, 0],
    ['Anti-Aging cream', 'anti-aging', 0],
    ['第12', undefined, 0],
    ['世界第1', '第1', 2],
    ['最佳国家级', '最佳', 0],
    ['', undefined, 0],
  ] as const)('%s: %s', (text, term, at) => {
    expect(find(text)).toEqual(term === undefined ? undefined : { term, at });
  });

  it('are taken literally, whatever signs they hold', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'.*+?^{$}()|[]\\/-!,:=<>#&~@%'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(signs, (term) => {
        const only = termFinder(list({ term }));
        expect(only(`一${term}一`)).toEqual({ term, at: 1 });
        expect(only('一二三')).toBeUndefined();
      }),
    );
  });

  it('inside a context are innocent wherever the context stands', () => {
    const han = fc.string({ unit: fc.constantFrom(...'茶森林公园的级'), maxLength: 6 });
    fc.assert(
      fc.property(han, han, (before, after) => {
        expect(find(`${before}国家级森林公园${after}`)).toBeUndefined();
        const open = find(`${before}国家级森林公园${after}国家级`);
        expect(open).toEqual({ term: '国家级', at: before.length + 7 + after.length });
      }),
    );
  });
});

describe('values', () => {
  it('have the scripts of any of their texts', () => {
    expect(script('茶 tea', 'Han')).toBe(true);
    expect(script({ en: 'tea', 'zh-CN': '茶' }, 'Han')).toBe(true);
    expect(script(['tea', 'чай'], 'Cyrillic')).toBe(true);
    expect(script('お茶', 'Kana')).toBe(true);
    expect(script('차', 'Hangul')).toBe(true);
    expect(script('１２３', 'Latin')).toBe(false);
    expect(script(undefined, 'Latin')).toBe(false);
  });

  it('have members of their own only', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(own({}, name)).toBeUndefined();
      expect(own([], name)).toBeUndefined();
      expect(readersOf([{}])[0]?.(name)).toBeUndefined();
      expect(own(JSON.parse(`{ "${name}": "x" }`), name)).toBe('x');
    }
    expect(own('text', 'length')).toBeUndefined();
  });

  it('are the same as JSON has it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy: unknown = JSON.parse(JSON.stringify(value));
        expect(sameJson(value, copy)).toBe(true);
        expect(firstRepeated([value, copy])).toBe(1);
        expect(firstRepeated([value, [copy]])).toBeUndefined();
      }),
    );
    expect(sameJson({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameJson(['1', '2'], ['2', '1'])).toBe(false);
    expect(sameJson('1', 1)).toBe(false);
    expect(firstRepeated([1, '1', true, 'true', null, 'null', {}, []])).toBeUndefined();
  });

  it('are text when they are written as text', () => {
    expect([textOf('x'), textOf(1), textOf(false), textOf(null), textOf([]), textOf({})]).toEqual([
      'x',
      '1',
      'false',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('number items from one, without gap', () => {
    const items = (...numbers: (string | undefined)[]) => numbers.map((number) => () => number);
    expect(firstMisnumbered(items('1', '02', undefined, '4'), 'n')).toBeUndefined();
    expect(firstMisnumbered(items('1', '3'), 'n')).toBe(1);
    expect(firstMisnumbered(items('1', '1'), 'n')).toBe(1);
    expect(firstMisnumbered(items('one'), 'n')).toBe(0);
  });

  it('are codes only as the list writes them', () => {
    const codes = codeSet({
      id: 'c',
      title: {},
      complete: true,
      sources: [],
      entries: [{ code: 'KG', name: {}, aliases: ['kg'] }],
    });
    expect([codes.has('KG'), codes.has('kg')]).toEqual([true, false]);
  });

  it.each([
    ['611420', 6, true],
    ['6114.20.0010', 6, true],
    ['611421', 6, false],
    ['6114', 4, true],
    ['6113', 4, false],
    ['61', 4, false],
    ['', 4, false],
  ])('begin %s as far as %i characters', (value, length, holds) => {
    const codes = new Set(['611420', '611430']);
    expect(codeStart(value, { list: 'c', length, without: ' .-' }, () => codes)).toBe(holds);
  });
});
