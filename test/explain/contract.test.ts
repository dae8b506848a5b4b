import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/index.js';
import { intricatePatterns } from '../../src/explain/intricate-patterns.js';
import { layout } from '../../src/explain/layout.js';
import { lists } from '../../src/explain/lists/index.js';
import { patternWords } from '../../src/explain/patterns.js';
import { readings } from '../../src/explain/readings.js';
import type { Language } from '../../src/model/language.js';
import { displayWidth } from '../../src/text/width.js';
import { catalogueOfRepository, contextOf, everyId } from './explaining.js';

const catalogue = catalogueOfRepository();
const languages: readonly Language[] = ['en', 'zh-CN'];
const ids = everyId(catalogue);

/** Holes a template leaves when a value is missing, and objects printed by mistake. */
const holes = /undefined|\[object|\{(?:field|actual|expected|element|value|n)\}/;

function faultsOf(lines: readonly string[], width: number): readonly string[] {
  return lines.filter((line) => displayWidth(line) > width || holes.test(line) || /\s$/.test(line));
}

describe.each(languages)('every page in %s', (language) => {
  const context = contextOf(catalogue, language);

  test('fits 80 columns, has no holes and no trailing white space', { timeout: 60_000 }, () => {
    const bad = ids.flatMap((id) => {
      const page = explain(id, context);
      if (page === undefined) return [`${id}: no page`];
      const lines = [...layout(page.blocks, { width: 80, color: false })].map((line) => line.slice(0, -1));
      return faultsOf(lines, 80).map((line) => `${id}: ${line}`);
    });
    expect(bad).toEqual([]);
  });

  test('fits 40 columns', { timeout: 60_000 }, () => {
    // One page in seven: wide terminals have been looked at line by line above.
    const bad = ids
      .filter((_, index) => index % 7 === 0)
      .flatMap((id) => {
        const lines = [...layout(explain(id, context)?.blocks ?? [], { width: 40, color: false })];
        return lines.filter((line) => displayWidth(line.slice(0, -1)) > 40).map((line) => `${id}: ${line}`);
      });
    expect(bad).toEqual([]);
  });

  test('as data is JSON that says what it is of', () => {
    for (const id of ids.filter((_, index) => index % 5 === 0)) {
      const data: unknown = JSON.parse(JSON.stringify(explain(id, context)?.data));
      expect(data, id).toMatchObject({ kind: expect.any(String), id: expect.any(String) });
    }
  });

  test.each(Object.entries(lists))('list %s fits 80 and 40 columns', (_, { list }) => {
    const { blocks } = list({ catalogue, language, today: '2026-11-23' }, {});
    for (const width of [80, 40]) {
      const lines = [...layout(blocks, { width, color: false })].map((line) => line.slice(0, -1));
      expect(faultsOf(lines, width)).toEqual([]);
    }
  });
});

test('colour changes nothing but colour', () => {
  const page = explain('gb-12904-2008/check-digit', contextOf(catalogue));
  const coloured = [...layout(page?.blocks ?? [], { width: 80, color: true })].join('');
  const plain = [...layout(page?.blocks ?? [], { width: 80, color: false })].join('');
  expect(coloured).not.toBe(plain);
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('every regular expression of a condition has words', () => {
  const found = new Set<string>();
  for (const { when, where, require } of catalogue.rules) collectPatterns([when, where, require], found);
  const wordless = [...found].filter(
    (pattern) => !pattern.startsWith('^[ \\t\\r\\n]*') && patternWords(pattern, 'en').yes.startsWith('matches /'),
  );
  expect(wordless).toEqual([]);
});

test('no wording is kept for an expression nobody uses', () => {
  const found = new Set<string>();
  for (const { when, where, require } of catalogue.rules) collectPatterns([when, where, require], found);
  expect(Object.keys(intricatePatterns).filter((pattern) => !found.has(pattern))).toEqual([]);
});

test('every cell reading of a format has words', () => {
  const used = new Set(catalogue.formats.flatMap(({ columns }) => columns.flatMap(({ read }) => read ?? [])));
  expect([...used].filter((reading) => readings[reading] === undefined)).toEqual([]);
});

function collectPatterns(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'pattern' && typeof inner === 'string') found.add(inner);
    else collectPatterns(inner, found);
  }
}
