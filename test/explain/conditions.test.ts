import { describe, expect, test } from 'vitest';
import { conditionWords, demandWords, type Mood } from '../../src/explain/conditions.js';
import type { Words } from '../../src/explain/page.js';
import { patternWords } from '../../src/explain/patterns.js';
import type { Condition } from '../../src/model/condition.js';
import type { Language } from '../../src/model/language.js';

const labels: { readonly [field: string]: string } = {
  gtin: 'GTIN',
  price: 'Price',
  list: 'List price',
  lines: 'Goods line',
  no: 'Line number',
};

function words(condition: Condition, language: Language = 'en', mood: Mood = 'must'): readonly string[] {
  const speaker = {
    language,
    label: (field: string) => labels[field] ?? field,
    listTitle: () => ({ en: 'Units', 'zh-CN': '计量单位' }),
  };
  const flat = ({ text, items = [] }: Words): readonly string[] => [
    text,
    ...items.flatMap(flat).map((line) => `- ${line}`),
  ];
  return conditionWords(condition, speaker, mood).flatMap(flat);
}

describe('one field', () => {
  test.each<[string, Condition, string, string]>([
    ['const', { properties: { gtin: { const: '142' } } }, '“GTIN” is 142', '“GTIN”为 142'],
    ['enum', { properties: { gtin: { enum: ['A', 'B'] } } }, '“GTIN” is A or B', '“GTIN”为 A 或 B'],
    [
      'not enum',
      { properties: { gtin: { not: { enum: ['空', '无'] } } } },
      '“GTIN” is none of “空” and “无”',
      '“GTIN”不为“空”或“无”',
    ],
    ['required', { required: ['gtin', 'price'] }, '“GTIN” and “Price” are given', '“GTIN”、“Price”均已填写'],
    [
      'code list',
      { properties: { gtin: { codeList: 'units' } } },
      '“GTIN” is a code of Units (units)',
      '“GTIN”为计量单位（units）中的代码',
    ],
    [
      'check digit',
      { properties: { gtin: { checkDigit: 'isbn' } } },
      '“GTIN” is an ISBN whose check digit is right',
      '“GTIN”为校验码正确的国际标准书号（ISBN）',
    ],
    [
      'length',
      { properties: { gtin: { minLength: 1, maxLength: 3 } } },
      '“GTIN” has at least 1 character and has at most 3 characters',
      '“GTIN”不少于 1 个字符，且不超过 3 个字符',
    ],
    [
      'number',
      { properties: { price: { decimalRange: { above: '0' } } } },
      '“Price” is a number above 0',
      '“Price”为大于 0 的数',
    ],
    ['script', { properties: { gtin: { script: 'Han' } } }, '“GTIN” has Chinese characters', '“GTIN”含汉字'],
    [
      'entries',
      { properties: { lines: { minItems: 2 } } },
      '“Goods line” has at least 2 entries',
      '“Goods line”至少有 2 项',
    ],
    [
      'some entry',
      { properties: { lines: { contains: { const: 'x' } } } },
      '“Goods line” has an entry that is “x”',
      '“Goods line”至少有一项为“x”',
    ],
  ])('%s', (_, condition, english, chinese) => {
    expect(words(condition)).toEqual([english]);
    expect(words(condition, 'zh-CN')).toEqual([chinese]);
  });

  test('an element row lets empty values pass', () => {
    const condition: Condition = { properties: { gtin: { if: { minLength: 1 }, then: { const: 'I' } } } };
    expect(words(condition)).toEqual(['“GTIN” is I, unless it is empty']);
    expect(words(condition, 'zh-CN')).toEqual(['“GTIN”为 I（空值除外）']);
  });

  test('white space that collapses is said, not shown as an expression', () => {
    const blank = '^[ \\t\\r\\n]*(?:x){0,9}[ \\t\\r\\n]*$';
    expect(words({ properties: { gtin: { if: { not: { pattern: blank } }, then: { maxLength: 9 } } } })).toEqual([
      '“GTIN” has at most 9 characters, surplus white space aside',
    ]);
  });

  test('the same for several languages of a text is said once', () => {
    const inner: Condition = { pattern: '自用' };
    const either: Condition = {
      anyOf: ['zh-CN', 'und'].map((tag) => ({ required: [tag], properties: { [tag]: inner } })),
    };
    expect(words({ properties: { gtin: either } })).toEqual(['“GTIN” contains “自用”']);
  });
});

describe('whether a rule applies', () => {
  test('says where a field may be absent', () => {
    expect(words({ properties: { gtin: { const: '1' } } }, 'en', 'may')).toEqual(['“GTIN”, where given, is 1']);
    expect(words({ properties: { gtin: { const: '1' } } }, 'zh-CN', 'may')).toEqual(['“GTIN”如有填写，为 1']);
  });

  test('a value is there when something is said of it', () => {
    expect(words({ required: ['gtin'], properties: { gtin: { const: '1' } } }, 'en', 'may')).toEqual(['“GTIN” is 1']);
    expect(words({ required: ['gtin'], properties: { gtin: { not: { pattern: 'x$' } } } }, 'en', 'may')).toEqual([
      '“GTIN” is given and does not end in “x”',
    ]);
  });

  test('not: the value is another, or the field is absent', () => {
    const condition: Condition = { not: { required: ['gtin'], properties: { gtin: { enum: ['1210', '9610'] } } } };
    expect(words(condition, 'en', 'may')).toEqual(['“GTIN” is none of 1210 and 9610 (or is not given)']);
    expect(words(condition, 'zh-CN', 'may')).toEqual(['“GTIN”不为 1210 或 9610（或未填写）']);
  });

  test('none of several', () => {
    const option = (field: string): Condition => ({ required: [field], properties: { [field]: { pattern: '酒|醋' } } });
    expect(words({ not: { anyOf: [option('gtin'), option('price')] } }, 'en', 'may')).toEqual([
      'None of “GTIN” and “Price” contains “酒” or “醋”',
    ]);
    expect(words({ not: { anyOf: [option('gtin'), option('price')] } }, 'zh-CN', 'may')).toEqual([
      '“GTIN”、“Price”各自不含“酒”或“醋”（或未填写）',
    ]);
  });
});

describe('several fields', () => {
  test('alternatives', () => {
    expect(words({ anyOf: [{ required: ['gtin'] }, { required: ['price'] }] })).toEqual([
      'At least one of “GTIN” and “Price” is given',
    ]);
    expect(words({ anyOf: [{ required: ['gtin'] }, { properties: { price: { const: '0' } } }] })).toEqual([
      'At least one of these holds:',
      '- “GTIN” is given',
      '- “Price”, where given, is 0',
    ]);
  });

  test('fields of which the same is said share a sentence', () => {
    const same: Condition = { pattern: '^\\d{8}$' };
    expect(words({ properties: { gtin: same, price: same } })).toEqual(['Each of “GTIN” and “Price” is 8 digits']);
    expect(words({ properties: { gtin: same, price: same } }, 'zh-CN')).toEqual(['“GTIN”、“Price”各自为 8 个数字']);
  });

  test('formulas', () => {
    expect(words({ sumOf: { total: 'price', plus: ['a', 'b'], minus: ['c'], tolerance: '0.01' } })).toEqual([
      'Price = a + b − c (give or take 0.01)',
    ]);
    expect(words({ productOf: { product: 'price', factors: ['a', 'b'] } })).toEqual(['Price = a × b']);
    expect(words({ compare: { left: 'price', is: '<=', right: 'list' } })).toEqual(['“Price” is at most “List price”']);
    expect(words({ compare: { left: 'price', is: '<=', right: 'list' } }, 'zh-CN')).toEqual([
      '“Price”不大于“List price”',
    ]);
    expect(words({ numbered: { part: 'lines', field: 'no' } })).toEqual([
      '“Line number” counts 1, 2, 3 … from one goods line to the next, without gap or repeat',
    ]);
    expect(words({ oneOfFields: { field: 'gtin', among: ['price', 'list'] } })).toEqual([
      '“GTIN” is the same as “Price” or “List price”',
    ]);
  });
});

describe('regular expressions', () => {
  test.each<[string, string, string]>([
    ['^\\d{12,14}$', 'is 12 to 14 digits', 'is not 12 to 14 digits'],
    ['^\\d{12,13}$', 'is 12 or 13 digits', 'is not 12 or 13 digits'],
    ['^\\d*$', 'has only digits', 'has other characters than digits'],
    ['^0+$', 'is all 0', 'is not all 0'],
    ['^[^a-z]*$', 'has no small letters', 'has small letters'],
    ['[a-z]', 'has small letters', 'has no small letters'],
    [
      '^(?:[0-9A-Z]{10}|[0-9A-Za-z]{18}|无)$',
      'is either 10 digits or capital letters, or 18 digits or letters, or “无”',
      'is not either 10 digits or capital letters, or 18 digits or letters, or “无”',
    ],
    [
      '^\\d{8}[IE]\\d{9,11}$',
      'is 8 digits, then I or E, then 9 to 11 digits',
      'is not 8 digits, then I or E, then 9 to 11 digits',
    ],
    [
      '^[0-9A-HJ-NPQRTUWXY]{2}$',
      'is 2 digits or capital letters (not I, O, S, V, Z)',
      'is not 2 digits or capital letters (not I, O, S, V, Z)',
    ],
    ['^(1701|2203)', 'begins with 1701 or 2203', 'does not begin with 1701 or 2203'],
    ['0{6}$', 'ends in 000000', 'does not end in 000000'],
    ['[Ww]ine|酒', 'contains “Wine” or “酒”', 'does not contain “Wine” or “酒”'],
    [
      '本品不能(?:代替|替代)药',
      'contains “本品不能代替药” or “本品不能替代药”',
      'does not contain “本品不能代替药” or “本品不能替代药”',
    ],
    ['^[+-]?0*[0-9]{1,5}$', 'is a whole number of at most 5 digits', 'is not a whole number of at most 5 digits'],
  ])('%s', (pattern, yes, no) => {
    expect(patternWords(pattern, 'en')).toEqual({ yes, no });
  });

  test.each(['(?=a)b', 'a{2,}?', '\\bcat\\b', '(a', '[^x]y', '\\p{Lu}+'])('%s is shown as it is', (pattern) => {
    expect(patternWords(pattern, 'en').yes).toBe(`matches the pattern “${pattern}”`);
    expect(patternWords(pattern, 'zh-CN').no).toBe(`不符合正则表达式“${pattern}”`);
  });

  test('a long one is cut', () => {
    expect(patternWords(`(?=${'a'.repeat(100)})`, 'en').yes).toHaveLength('matches the pattern “”'.length + 60);
  });
});

describe("a rule's own words for what should stand there", () => {
  const expects = { en: 'a patent number', 'zh-CN': '专利号' };

  function demanded(require: Condition, language: Language = 'en'): readonly string[] {
    const speaker = { language, label: (field: string) => labels[field] ?? field, listTitle: () => ({}) };
    return demandWords({ require, expects }, speaker).map(({ text }) => text);
  }

  const form: Condition = { pattern: '(?=ZL)x' };

  test.each<[string, Condition, readonly string[], readonly string[]]>([
    ['a pattern', { properties: { gtin: form } }, ['“GTIN”: a patent number'], ['“GTIN”：专利号']],
    ['its opposite', { properties: { gtin: { not: form } } }, ['“GTIN”: a patent number'], ['“GTIN”：专利号']],
    [
      'one of several fields',
      { anyOf: [{ properties: { gtin: form } }, { properties: { price: form } }] },
      ['“GTIN” or “Price”: a patent number'],
      ['“GTIN”或“Price”：专利号'],
    ],
    [
      'beside what is no pattern',
      { required: ['gtin'], properties: { gtin: { maxLength: 9, ...form }, price: { const: '1' } } },
      ['“GTIN” is given and has at most 9 characters', '“Price” is 1', '“GTIN”: a patent number'],
      ['“GTIN”已填写，且不超过 9 个字符', '“Price”为 1', '“GTIN”：专利号'],
    ],
    [
      'an element row lets empty values pass',
      { properties: { gtin: { if: { minLength: 1 }, then: form } } },
      ['“GTIN”: a patent number (unless it is empty)'],
      ['“GTIN”：专利号（空值除外）'],
    ],
    [
      'no pattern at all',
      { properties: { gtin: { maxLength: 9 } } },
      ['“GTIN” has at most 9 characters'],
      ['“GTIN”不超过 9 个字符'],
    ],
  ])('%s', (_, require, english, chinese) => {
    expect(demanded(require)).toEqual(english);
    expect(demanded(require, 'zh-CN')).toEqual(chinese);
  });
});
