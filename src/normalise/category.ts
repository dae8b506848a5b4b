import type { Category } from '../model/catalogue.js';
import type { Fields } from '../model/record.js';
import { texts } from '../vocabulary/index.js';

/** Categories of a record with all their ancestors; empty when nothing says. */
export type CategoryFinder = (fields: Fields) => readonly string[];

const pathFields = ['categoryPath', 'googleProductCategory', 'productType'];

/**
 * Finds categories by HS prefix (the longest of all wins) and by whole segments of a platform category path.
 * A word inside a longer segment decides nothing: a wrong category is the worst source of false alarms.
 */
export function categoryFinder(categories: readonly Category[]): CategoryFinder {
  const parents = new Map(categories.map((category) => [category.id, category.parent]));
  const words = new Map<string, string[]>();
  for (const { id, words: own } of categories) {
    for (const word of own) words.set(word.toLowerCase(), [...(words.get(word.toLowerCase()) ?? []), id]);
  }
  const prefixes = categories
    .flatMap(({ id, hs }) => hs.map((prefix) => ({ prefix, id })))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const withAncestors = (id: string): string[] => {
    const chain: string[] = [];
    for (let next: string | undefined = id; next !== undefined && !chain.includes(next); next = parents.get(next))
      chain.push(next);
    return chain;
  };
  const known = new Map<string, readonly string[]>();

  const find = (code: string, path: string): readonly string[] => {
    const found = new Set<string>();
    const byCode = prefixes.find(({ prefix }) => code.startsWith(prefix));
    if (byCode !== undefined) for (const { prefix, id } of prefixes) if (prefix === byCode.prefix) found.add(id);
    for (const segment of path.split(/[>/,|、\n]/u))
      for (const id of words.get(segment.trim().toLowerCase()) ?? []) found.add(id);
    return [...new Set([...found].flatMap(withAncestors))].sort();
  };

  return (fields) => {
    const code = typeof fields['hsCode'] === 'string' ? fields['hsCode'].replace(/\D/g, '') : '';
    const path = pathFields.flatMap((field) => texts(fields[field])).join('\n');
    const key = `${code}\n${path}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const found = find(code, path);
    if (known.size < 10_000) known.set(key, found);
    return found;
  };
}
