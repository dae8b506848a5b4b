import { describe, expect, it } from 'vitest';
import { repairIds } from '../../src/model/repair.js';
import { candidatesFor, repairs } from '../../src/repair/index.js';

const codes = [
  {
    id: 'country-iso',
    title: {},
    complete: true,
    sources: [],
    entries: [
      { code: 'CZ', name: { en: 'Czechia', 'zh-CN': '捷克' }, aliases: ['Czech Republic', 'CZE'] },
      { code: 'CG', name: { en: 'Congo' } },
      { code: 'CD', name: { en: 'Congo (Democratic Republic)' }, aliases: ['Congo'] },
    ],
  },
];
const first = (text: string, ...ids: readonly (typeof repairIds)[number][]): string | undefined =>
  candidatesFor(text, ids, { codes })[0]?.text;

describe('repairs', () => {
  it.each([
    ['trim', ' 6901 ', '6901'],
    ['half-width', 'ＣＮ１', 'CN1'],
    ['element-signs', '品牌类型：0｜出口享惠情况：3|尺寸：10：20', '品牌类型:0|出口享惠情况:3|尺寸:10：20'],
    ['element-signs', '0｜3｜尺寸：10cm', '0|3|尺寸：10cm'],
    ['peel-guard', '="0123"', '0123'],
    ['peel-guard', "'0123", '0123'],
    ['uppercase', ' cn ', ' CN '],
    ['hs-digits', '="0902.10.0000"', '="0902100000"'],
    ['gtin-zero', '36000291452', '036000291452'],
    ['country-code', 'czech  republic', 'CZ'],
    ['country-code', '捷克', 'CZ'],
    ['date-extended', '2026.1.5', '2026-01-05'],
    ['date-extended', '2026年1月5日', '2026-01-05'],
    ['date-basic', '2026-01-05 07:08:09', '20260105070809'],
  ] as const)('%s: %s', (id, before, after) => expect(first(before, id)).toBe(after));

  it.each([
    ['half-width', '绿茶Ａ'],
    ['element-signs', '0|3|尺寸：10cm'],
    ['uppercase', 'Green tea'],
    ['hs-digits', '12.5'],
    ['gtin-zero', '36000291453'],
    ['gtin-zero', '690123456789'],
    ['country-code', 'Congo'],
    ['country-code', 'CZE'],
    ['date-extended', '05/01/2026'],
    ['date-extended', '2026-02-30'],
    ['date-basic', '20260105'],
  ] as const)('%s leaves alone: %s', (id, text) => expect(first(text, id)).toBeUndefined());

  it('put together where one alone is not enough', () => {
    expect(candidatesFor(' ｃｎ', ['trim', 'half-width', 'uppercase'], { codes }).at(-1)).toEqual({
      text: 'CN',
      by: ['trim', 'half-width', 'uppercase'],
    });
  });

  it('done once are done', () => {
    for (const id of repairIds)
      for (const text of [' a ', 'ＣＮ', '="012"', 'jp', '0902.10.00', '36000291452', '捷克', '2026.1.5']) {
        const once = first(text, id);
        if (once !== undefined) expect(first(once, id)).toBeUndefined();
      }
    expect(Object.keys(repairs).sort()).toEqual([...repairIds].sort());
  });
});
