import type { CellReading } from './format.js';
import type { MappedUnit, Mapping } from './mapping.js';

/** What a file's headings and values suggest: a mapping to look over, never one to rely on. */
export type Proposal = Pick<Mapping, 'document' | 'sheet' | 'header' | 'records' | 'group'> & {
  /** Every column of the file, in its order. */
  readonly columns: readonly ProposedColumn[];
};

export type ProposedColumn = {
  /** Heading as written; JSON: path of keys. */
  readonly name: string;
  /**
   * `mapped`: the first candidate is its field. `unsure`: it may be any of the candidates, nobody should decide but the
   * user. `unmapped`: nothing is likely; a candidate is the nearest idea. `unnamed`: no heading, or one that an earlier
   * column has: no mapping can speak of it.
   */
  readonly state: 'mapped' | 'unsure' | 'unmapped' | 'unnamed';
  /** The best first, at most three. */
  readonly candidates: readonly Candidate[];
};

export type Candidate = {
  /** Path of the field: `title`, `lines.quantity`. */
  readonly field: string;
  /** 0 to 1: how often such a guess is right, as far as the catalogue's own formats tell. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly read?: CellReading;
  readonly unit?: MappedUnit;
};

export type Reason = { readonly id: ReasonId; readonly values: { readonly [name: string]: string } };

/**
 * `heading`: it is a name of the field. `heading-rest`: it is one after general words (product, 商品) are taken off.
 * `heading-part`: it holds one. `values`: they look like the field's (`look`). `values-other`: they do not. `unit`: the
 * heading names the unit. `no-unit`: nobody says it. `taken`: the field is another column's. `no-group`: nothing says which rows are one record. `answer`: the
 * user says so.
 */
export type ReasonId =
  | 'heading'
  | 'heading-rest'
  | 'heading-part'
  | 'values'
  | 'values-other'
  | 'unit'
  | 'no-unit'
  | 'taken'
  | 'no-group'
  | 'answer';

/** What a column's values can look like. */
export type Look =
  | 'gtin'
  | 'hs-code'
  | 'country'
  | 'currency'
  | 'unit'
  | 'date'
  | 'number'
  | 'weight'
  | 'length'
  | 'money'
  | 'yes-no'
  | 'link'
  | 'image'
  | 'code'
  | 'text'
  | 'long-text';

/** A column with some of its values, none of them blank. */
export type SampledColumn = {
  readonly name: string;
  readonly values: readonly string[];
  /** JSON: the name of the list of objects it is in. */
  readonly list?: string;
};
