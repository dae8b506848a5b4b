import type { Waiver } from './acceptance.js';
import type { Title } from './language.js';
import type { Location } from './location.js';
import type { Severity } from './standard.js';

/** One breach. Data only: text is made when a report is written. */
export type Finding = {
  readonly rule: string;
  /** Numbers of every standard that has or cites the rule, its own first. */
  readonly standards: readonly string[];
  readonly severity: Severity;
  readonly location: Location;
  /** Stable across runs: rule + document kind + record's own key + field; no line numbers, no message text. */
  readonly key: string;
  /** The field at fault, `lines.unit` for a part's field. */
  readonly field?: string;
  readonly expected: Expectation;
  /** What the file has there, as written; absent when nothing is there. */
  readonly actual?: string;
  /** What the code lists of the field call the value found. */
  readonly meaning?: Title;
  /** The field holds personal data: reports mask `actual`. */
  readonly personal: boolean;
  /** The record's own name for itself (SKU, order number). */
  readonly record?: string;
  readonly state: 'open' | 'waived' | 'baseline';
  /** Who waived it. */
  readonly waiver?: Waiver;
  readonly related: readonly RelatedLocation[];
  /** What stands beside the place, so that it can be shown in context. */
  readonly nearby?: NearbyCells;
};

/** Cells before and after the one at fault, in the order of the file. */
export type NearbyCells = { readonly before: readonly NearbyCell[]; readonly after: readonly NearbyCell[] };

/** A cell, element or key with its value as written, cut where it is long. `cell`: spreadsheet address, in tables. */
export type NearbyCell = {
  readonly name: string;
  readonly cell?: string;
  readonly value: string;
  readonly personal: boolean;
};

export type RelatedLocation = { readonly location: Location; readonly actual?: string };

/**
 * What should stand there: an id of src/text/expectations and the values it speaks of. Of every id, `restored` is what
 * stood there before a spreadsheet dropped the zeros in front: probably, so that nobody repairs by it unasked.
 */
export type Expectation = {
  readonly id: ExpectationId;
  readonly values: { readonly [name: string]: string };
};

export type ExpectationId =
  | 'value'
  | 'no-value'
  | 'constant'
  | 'one-of'
  | 'pattern'
  | 'min-length'
  | 'max-length'
  | 'exact-length'
  | 'at-least-items'
  | 'at-most-items'
  | 'unique-items'
  | 'type'
  | 'code-of'
  | 'code-start'
  | 'check-digit'
  | 'decimal'
  | 'decimal-min'
  | 'decimal-max'
  | 'decimal-above'
  | 'decimal-below'
  | 'quantity-min'
  | 'quantity-max'
  | 'quantity-above'
  | 'quantity-below'
  | 'percentages'
  | 'bytes-at-most'
  | 'date-form'
  | 'script'
  | 'no-term'
  | 'sum'
  | 'product'
  | 'comparison'
  | 'date-order'
  | 'date-span'
  | 'one-of-fields'
  | 'numbering'
  | 'not'
  | 'alternatives'
  | 'column'
  | 'unique'
  | 'equal-to-partner'
  | 'partner'
  | 'partner-line'
  | 'at-most-partner'
  | 'match-partner'
  | 'total-at-most'
  | 'child-order'
  | 'known-child'
  | 'single-child'
  | 'at-most-children'
  | 'namespace'
  | 'attribute'
  | 'no-attribute'
  | 'no-text'
  | 'edition'
  | 'encoding';

/** Exact counts of one rule over the run. */
export type RuleCount = {
  readonly id: string;
  readonly standard: string;
  readonly severity: Severity;
  checked: number;
  failed: number;
  didNotApply: number;
  lackedInput: number;
};

/** Where checking puts what it finds. */
export type FindingSink = {
  /**
   * Whether one more finding of this rule would be stored; beyond the cap details need not be worked out. Asked once for
   * each breach: one that is not wanted is counted as not stored.
   */
  readonly wants: (rule: string) => boolean;
  /** How many more findings of the rule would be stored. */
  readonly room: (rule: string) => number;
  readonly add: (finding: Finding) => void;
  /** Where somebody wants to know of every record whether it fails; what is not stored is told here by who found it. */
  readonly watch?: FindingWatch;
};

/** A record as a watch knows it. */
export type WatchedRecord = { readonly file: string; readonly number: number };

/** Is told of all findings that stand open, stored or not. */
export type FindingWatch = {
  readonly found: (finding: Finding) => void;
  /** Whether a finding of this severity would be news about the record; one that would not need not be worked out. */
  readonly asks: (record: WatchedRecord, severity: Severity) => boolean;
  /** What a finding says once for the file, a column that is not there, is so of this record. */
  readonly shares: (record: WatchedRecord, finding: Finding) => void;
};
