/** Element tables and the shapes of messages, as an author writes them. */

import type { Condition, DateForm } from '../model/condition.js';
import type { Text, Title } from '../model/language.js';
import type { Edition, EditionRow, Evidence, Severity } from '../model/standard.js';

export type RawRow = {
  readonly element: string;
  readonly id?: string;
  readonly field?: string;
  readonly name?: Title;
  readonly occurs: 'M' | 'O' | 'C';
  readonly format?: string;
  readonly minLength?: number;
  readonly emptyAllowed?: boolean;
  readonly default?: string;
  readonly whitespace?: 'collapse';
  readonly dateForm?: DateForm;
  readonly pattern?: string;
  /** What `.format` asks for, in words. */
  readonly expects?: Text;
  readonly fixed?: string;
  readonly oneOf?: readonly string[];
  readonly min?: string;
  readonly codes?: string;
  readonly codeEvidence?: Evidence;
  readonly when?: Condition;
  readonly severity?: Severity;
  readonly evidence?: Evidence;
  readonly clause?: string;
  readonly note?: Text;
  readonly editions?: { readonly [edition in Edition]?: EditionRow };
};

export type RawTable = {
  readonly table: string;
  readonly path: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly severity?: Severity;
  readonly document: string;
  /** Of the standard's formats, those whose records the rows are about. */
  readonly formats?: readonly string[];
  readonly part?: string;
  readonly idPrefix?: string;
  readonly rows: readonly RawRow[];
};

/** Least and most occurrences, and the length code of a text no table describes. */
export type RawChildren = {
  readonly [path: string]: string | { readonly [element: string]: readonly (number | string)[] };
};

export type RawStructure = {
  readonly format: string;
  readonly root: string;
  readonly namespace: string;
  readonly clause?: string;
  readonly evidence?: Evidence;
  readonly severity?: Severity;
  readonly attributes?: readonly {
    readonly name: string;
    readonly required?: boolean;
    readonly pattern?: string;
    readonly at?: string;
  }[];
  /** Children by path of the parent; `elements` takes them from the element tables of that path. */
  readonly children: RawChildren;
  /** The paths whose children differ in another edition. */
  readonly editions?: { readonly [edition in Edition]?: RawChildren };
  readonly since?: Edition;
  readonly signed?: { readonly [field: string]: string };
};
