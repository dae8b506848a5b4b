import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/index.js';
import { intricatePatterns } from '../../src/explain/intricate-patterns.js';
import { layout } from '../../src/explain/layout.js';
import { lists } from '../../src/explain/lists/index.js';
import type { Block, Words } from '../../src/explain/page.js';
import { readings } from '../../src/explain/readings.js';
import type { Language } from '../../src/model/language.js';
import { displayWidth } from '../../src/text/width.js';
import { repositoryCatalogue } from '../repository-catalogue.js';
import { contextOf, everyId } from './explaining.js';

const catalogue = repositoryCatalogue();
const languages: readonly Language[] = ['en', 'zh-CN'];
const ids = everyId(catalogue);
const timeout = 60_000;

const fromElements = new Set(
  catalogue.rules.flatMap(({ id, element }) => (element === undefined ? [] : [`rule:${id}`])),
);

/** Some pages of every kind, the same ones in every run; pages of a kind stand in the catalogue's order. */
function oneIn(step: number): readonly string[] {
  const seen = new Map<string, number>();
  return ids.filter((id) => {
    const kind = fromElements.has(id) ? 'made' : id.slice(0, id.indexOf(':'));
    const index = seen.get(kind) ?? 0;
    seen.set(kind, index + 1);
    return index % step === 0;
  });
}

const tenth = oneIn(10);
const writtenByHand = ids.filter((id) => id.startsWith('rule:') && !fromElements.has(id));

/** Holes a template leaves when a value is missing, and objects printed by mistake. Not the `\\p{Lu}` of an expression. */
const holes = /undefined|\[object|(?<!\\[pP])\{[a-z][A-Za-z]*\}/;

function faultsOf(lines: readonly string[], width: number): readonly string[] {
  return lines.filter((line) => displayWidth(line) > width || holes.test(line) || /\s$/.test(line));
}

/** Headings that nothing stands under, texts and points that say nothing. */
function emptyOnes(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]?.kind;
    if (block.kind === 'heading') return next === undefined || next === 'heading' || next === 'gap' ? [block.text] : [];
    if (block.kind === 'text') return block.text.trim() === '' ? ['a text without words'] : [];
    return block.kind === 'bullets' && block.items.some(saysNothing) ? ['a point without words'] : [];
  });
}

function saysNothing({ text, items = [] }: Words): boolean {
  return text.trim() === '' || (/[:：]$/.test(text) && items.length === 0) || items.some(saysNothing);
}

function badLines(chosen: readonly string[], language: Language, width: number): readonly string[] {
  const context = contextOf(catalogue, language);
  return chosen.flatMap((id) => {
    const page = explain(id, context);
    if (page === undefined) return [`${id}: no page`];
    const lines = [...layout(page.blocks, { width, color: false })].map((line) => line.slice(0, -1));
    return [...faultsOf(lines, width), ...emptyOnes(page.blocks)].map((line) => `${id}: ${line}`);
  });
}

test('every rule written by hand: its page fits 80 columns, has no holes and no empty section', { timeout }, () => {
  expect(badLines(writtenByHand, 'en', 80)).toEqual([]);
});

describe.each(languages)('pages of every kind in %s', (language) => {
  const context = contextOf(catalogue, language);

  test.each([80, 40])('fit %i columns, have no holes and no empty section', { timeout }, (width) => {
    expect(badLines(tenth, language, width)).toEqual([]);
  });

  test('as data are JSON that says what it is of', { timeout }, () => {
    for (const id of oneIn(20)) {
      const data: unknown = JSON.parse(JSON.stringify(explain(id, context)?.data));
      expect(data, id).toMatchObject({ kind: expect.any(String), id: expect.any(String) });
    }
  });

  test.each(Object.entries(lists))('list %s fits 80 and 40 columns', { timeout }, (_, { list }) => {
    const { blocks } = list({ catalogue, language, today: '2026-11-23' }, {});
    for (const width of [80, 40]) {
      const lines = [...layout(blocks, { width, color: false })].map((line) => line.slice(0, -1));
      expect(faultsOf(lines, width)).toEqual([]);
    }
  });
});

test('a table whose names are short fits too: what has no room goes', () => {
  expect(badLines(['standard:ceb625'], 'zh-CN', 40)).toEqual([]);
});

test('colour changes nothing but colour', () => {
  const page = explain('gb-12904-2008/check-digit', contextOf(catalogue));
  const coloured = [...layout(page?.blocks ?? [], { width: 80, color: true })].join('');
  const plain = [...layout(page?.blocks ?? [], { width: 80, color: false })].join('');
  expect(coloured).not.toBe(plain);
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
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
