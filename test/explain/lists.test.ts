import { describe, expect, test } from 'vitest';
import { layout } from '../../src/explain/layout.js';
import { type ListFilter, type ListKind, lists } from '../../src/explain/lists/index.js';
import { repositoryCatalogue } from '../repository-catalogue.js';

const catalogue = repositoryCatalogue();

function data(kind: ListKind, filter: ListFilter = {}): readonly { readonly [name: string]: unknown }[] {
  const listing = lists[kind].list({ catalogue, language: 'en', today: '2026-11-23' }, filter);
  return JSON.parse(JSON.stringify(listing.data));
}

function text(kind: ListKind, filter: ListFilter = {}, width = 80): string {
  const { blocks } = lists[kind].list({ catalogue, language: 'en', today: '2026-11-23' }, filter);
  return [...layout(blocks, { width, color: false })].join('');
}

describe('standards', () => {
  test('all of them, with the shape machines rely on', () => {
    expect(data('standards')).toHaveLength(catalogue.standards.length);
    expect(data('standards', { search: 'GB 12904-2008' })[0]).toMatchObject({
      number: 'GB 12904-2008',
      slug: 'gb-12904-2008',
      level: 'national',
      obligation: 'mandatory',
      status: 'current',
      theme: 'code-list',
      effective: { from: '2009-11-15' },
      evidence: 'implementation',
      state: 'checked',
      activeRules: expect.any(Number),
      citations: expect.any(Number),
      clauses: { automated: expect.any(Number), manual: expect.any(Number) },
    });
  });

  test.each<[string, ListFilter, (one: { readonly [name: string]: unknown }) => boolean]>([
    ['level', { level: 'customs' }, (one) => one['level'] === 'customs'],
    ['theme', { theme: 'food-labelling' }, (one) => one['theme'] === 'food-labelling'],
    ['status', { status: 'superseded' }, (one) => one['status'] === 'superseded'],
  ])('filtered by %s', (_, filter, holds) => {
    const found = data('standards', filter);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(holds)).toBe(true);
  });

  test('searched in any language, any width, all words', () => {
    const numbers = (search: string): unknown[] => data('standards', { search }).map((one) => one['number']);
    expect(numbers('多语种 手机')).toContain('GB/T 42002-2022');
    expect(numbers('多语种 手机')).not.toContain('GB/T 42003-2022');
    expect(numbers('ｇｂ 12904')).toContain('GB 12904-2008');
    expect(numbers('BAR CODE')).toContain('GB 12904-2008');
  });

  test('counts at the end; nothing found is said', () => {
    expect(text('standards')).toMatch(/\d+ standards: \d+ checked by [\d,]+ rules, \d+ listed only \(–\)/);
    expect(text('standards', { search: 'xyzzy' })).toBe('No standard is like that.\n');
  });

  test('columns go where there is no room', () => {
    expect(text('standards', {}, 120)).toContain('Theme');
    expect(text('standards', { level: 'national' }, 80)).not.toContain('Theme');
    expect(text('standards', { level: 'national' }, 40)).not.toContain('Status');
  });
});

describe('rules', () => {
  test('each of them as data, by every kind', () => {
    const all = data('rules');
    const structures = catalogue.structures.flatMap(({ rules }) => rules);
    expect(all).toHaveLength(catalogue.rules.length + catalogue.across.length + structures.length);
    expect(new Set(all.map((one) => one['kind']))).toEqual(new Set(['record', 'across', 'structure']));
    expect(all.find((one) => one['id'] === 'gb-12904-2008/check-digit')).toMatchObject({
      standard: 'GB 12904-2008',
      severity: 'error',
      evidence: 'implementation',
      clause: 'check-digit',
      documents: ['listing'],
    });
  });

  test('filtered by severity, document and standard', () => {
    const found = data('rules', { severity: 'error', document: 'listing', standard: 'gb-12904-2008' });
    expect(found.map((one) => one['id'])).toContain('gb-12904-2008/check-digit');
    expect(found.every((one) => one['severity'] === 'error' && one['slug'] === 'gb-12904-2008')).toBe(true);
  });

  test('rules of one element share a line, one line each', () => {
    const listed = text('rules', { standard: 'ceb621' });
    expect(listed).toMatch(/^ceb621\/ {2}/);
    expect(listed).toMatch(/✗ {2}assure-code\.missing \.format +Tax-guarantee enterprise code/);
    expect(listed).toMatch(/! {2}list-unit\.code/);
    expect(listed).toMatch(/\d+ rules of 1 standard: ✗ \d+ errors, ! \d+ warnings/);
  });

  test('searched by field', () => {
    expect(data('rules', { search: 'gtin check-digit' }).map((one) => one['id'])).toContain(
      'gb-12904-2008/check-digit',
    );
  });
});

describe('the others', () => {
  test('formats of one kind of record', () => {
    const found = data('formats', { document: 'order' });
    expect(found.map((one) => one['id'])).toContain('ceb311');
    expect(found.every((one) => one['document'] === 'order')).toBe(true);
  });

  test('documents, codes, profiles, themes', () => {
    expect(data('documents').find((one) => one['id'] === 'order')).toMatchObject({
      parts: ['lines'],
      formats: expect.arrayContaining(['ceb303', 'ceb311']),
    });
    expect(data('codes').find((one) => one['id'] === 'customs-unit')).toMatchObject({
      complete: false,
      entries: expect.any(Number),
    });
    expect(data('codes').find((one) => one['kind'] === 'terms')).toMatchObject({ id: 'terms-advertising-absolute' });
    expect(data('profiles', { search: '9810' }).map((one) => one['id'])).toContain('export-9810');
    expect(data('themes', { level: 'customs' }).every((one) => Array.isArray(one['standards']))).toBe(true);
  });

  test('a searched category keeps the tree above it', () => {
    expect(data('categories', { search: 'infant-formula' }).map((one) => one['id'])).toEqual(['infant-formula']);
    expect(text('categories', { search: 'infant-formula' })).toMatch(
      /food .*\n {4}infant-food .*\n {6}infant-formula /,
    );
  });
});
