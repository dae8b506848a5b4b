import type { Expectation } from '../model/finding.js';
import type { Title } from '../model/language.js';
import * as vocabulary from '../vocabulary/index.js';

/** Where and how a value breaks a condition. */
export type Failure = {
  /** Field names and indices from the judged value down to the one at fault. */
  readonly path: readonly string[];
  readonly expected: Expectation;
  /** What stands there, as text; absent when nothing does. */
  readonly actual?: string;
};

/** How a judged value's fields are read: an item reads its record's fields too. */
export type Subject = { readonly value: unknown; readonly read: (field: string) => unknown };

/** Code lists and term lists, for looking closer. */
export type Lists = {
  readonly codes: (list: string) => CodeLookup | undefined;
  readonly terms: (list: string) => { readonly find: vocabulary.TermFinder; readonly title: Title } | undefined;
};
export type CodeLookup = {
  readonly all: ReadonlySet<string>;
  readonly has: (code: string) => boolean;
  /** What its codes begin with. */
  readonly starts: (length: number) => ReadonlySet<string>;
  readonly title: Title;
  /** The code that was probably meant: by name, alias, case or missing zeros. */
  readonly nearest: (text: string) => { readonly code: string; readonly name: Title } | undefined;
};

/** A value that reads its own fields only. */
export function subjectOf(value: unknown): Subject {
  return {
    value,
    read: (field) => vocabulary.own(value, field),
  };
}

/** A value as a report shows it; nothing for nothing. */
export function shown(value: unknown): { readonly actual?: string } {
  if (value === undefined) return {};
  if (typeof value === 'string') return { actual: value };
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const only = vocabulary.texts(value);
    if (only.length === 1) return { actual: only[0] ?? '' };
  }
  return { actual: JSON.stringify(value) };
}
