import type { Text, Title } from './language.js';
import type { Source } from './standard.js';

/** A code list with its source. An unknown code in an incomplete list is never an error. */
export type CodeList = {
  readonly id: string;
  readonly title: Title;
  readonly standard?: string;
  readonly complete: boolean;
  /** The state the list shows. */
  readonly dated?: string;
  readonly sources: readonly Source[];
  readonly note?: Text;
  readonly entries: readonly CodeEntry[];
};

export type CodeEntry = {
  readonly code: string;
  readonly name: Title;
  /** Other ways the same thing is written: names, older codes, codes of sister lists. */
  readonly aliases?: readonly string[];
};

/** Words a text must not hold, with the contexts in which they are innocent. */
export type TermList = {
  readonly id: string;
  readonly title: Title;
  readonly sources: readonly Source[];
  readonly terms: readonly Term[];
};

export type Term = {
  readonly term: string;
  /** Longer expressions that hold the term innocently. */
  readonly except?: readonly string[];
};
