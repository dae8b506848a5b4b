import type { Catalogue } from '../model/catalogue.js';
import type { CodeEntry, CodeList } from '../model/codes.js';
import { remembered } from '../model/on-demand.js';
import { codeSet, codeStarts, type TermFinder, termFinder } from '../vocabulary/lists.js';
import type { CodeLookup, Lists } from './failure-types.js';

/** Code sets and term finders of the catalogue, each made when first asked for. */
export type CatalogueLists = Lists & {
  readonly codeSet: (list: string) => ReadonlySet<string>;
  readonly termFinder: (list: string) => TermFinder;
};

/** @throws Error for a list the catalogue does not have: lint should have caught it. */
export function catalogueLists(catalogue: Catalogue): CatalogueLists {
  const codes = new Map(catalogue.codes.map((list) => [list.id, list]));
  const terms = new Map(catalogue.terms.map((list) => [list.id, list]));
  const found = <List>(list: List | undefined, id: string): List => {
    if (list === undefined) throw new Error(`no code or term list ${id}`);
    return list;
  };
  const sets = remembered((id) => codeSet(found(codes.get(id), id)));
  const finders = remembered((id) => termFinder(found(terms.get(id), id)));
  const lookups = remembered((id) => codeLookup(found(codes.get(id), id), sets(id)));
  return {
    codeSet: sets,
    termFinder: finders,
    codes: (id) => (codes.has(id) ? lookups(id) : undefined),
    terms: (id) => (terms.has(id) ? { find: finders(id), title: found(terms.get(id), id).title } : undefined),
  };
}

function codeLookup(list: CodeList, codes: ReadonlySet<string>): CodeLookup {
  const byName = remembered(() => namesOf(list.entries));
  return {
    all: codes,
    has: (code) => codes.has(code),
    starts: (length) => codeStarts(codes, length),
    title: list.title,
    nearest: (text) => {
      const entry = byName('').get(folded(text));
      return entry === undefined ? undefined : { code: entry.code, name: entry.name };
    },
  };
}

/** Every way the list's codes are written: the code in any case or without leading zeros, names and aliases. */
function namesOf(entries: readonly CodeEntry[]): ReadonlyMap<string, CodeEntry> {
  const names = new Map<string, CodeEntry>();
  for (const entry of entries) {
    const ways = [
      entry.code,
      entry.code.replace(/^0+(?=.)/, ''),
      entry.name.en,
      entry.name['zh-CN'],
      entry.name.fr,
      ...(entry.aliases ?? []),
    ];
    for (const way of ways) if (way !== undefined && !names.has(folded(way))) names.set(folded(way), entry);
  }
  return names;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
