import { listCategories } from './categories.js';
import type { ListContext, ListFilter, Listing } from './listing.js';
import { listCodes, listDocuments, listFormats, listProfiles } from './others.js';
import { listRules } from './rules.js';
import { listStandards, listThemes } from './standards.js';

export type { ListContext, ListFilter, Listing } from './listing.js';

type ListOf = {
  readonly list: (context: ListContext, filter: ListFilter) => Listing;
  readonly filters: readonly (keyof ListFilter)[];
};

/** What can be listed, and the filters that mean something for it. */
export const lists = {
  standards: { list: listStandards, filters: ['search', 'level', 'theme', 'status', 'document'] },
  rules: { list: listRules, filters: ['search', 'level', 'theme', 'status', 'document', 'severity', 'standard'] },
  formats: { list: listFormats, filters: ['search', 'document'] },
  documents: { list: listDocuments, filters: ['search'] },
  codes: { list: listCodes, filters: ['search'] },
  categories: { list: listCategories, filters: ['search'] },
  profiles: { list: listProfiles, filters: ['search'] },
  themes: { list: listThemes, filters: ['search', 'level', 'status'] },
} as const satisfies { readonly [kind: string]: ListOf };

export type ListKind = keyof typeof lists;

export function isListKind(word: string): word is ListKind {
  return Object.hasOwn(lists, word);
}
