import type { Catalogue } from './catalogue.js';
import type { Standard } from './standard.js';

/** The catalogue compiled: data, and one checking module per document kind, loaded when a file needs it. */
export type CompiledCatalogue = {
  readonly catalogue: Catalogue;
  /** Document kind → its generated checks. */
  readonly checks: (document: string) => Promise<CheckModule | undefined>;
  /**
   * Numbers of the standards that have or cite a rule, its own first; of those that cite it, with a document kind only
   * those that speak of it, and with `concerns` only those it holds for.
   */
  readonly numbersOf: (rule: string, document?: string, concerns?: (citing: Standard) => boolean) => readonly string[];
};

/** What a generated module exports. */
export type CheckModule = {
  /** Digest of the catalogue the module was made from. */
  readonly digest: string;
  readonly bind: (environment: CheckEnvironment) => readonly CheckGroup[];
};

/** Everything generated code may call. */
export type CheckEnvironment = {
  readonly vocabulary: typeof import('../vocabulary/index.js');
  readonly codes: (list: string) => ReadonlySet<string>;
  readonly terms: (list: string) => import('../vocabulary/lists.js').TermFinder;
};

/** The rules of one standard on one document kind (and part). */
export type CheckGroup = {
  readonly standard: string;
  readonly part: string | null;
  /** Judges the message's envelope, once per message. */
  readonly envelope: boolean;
  /** Indices into `catalogue.rules`. */
  readonly rules: readonly number[];
  readonly check: CheckFunction;
};

/**
 * Judges one record (or one item of its part) by every rule of the group that is `on`, counting in `tally`
 * and calling `fail` with the rule's index for each breach.
 */
export type CheckFunction = (
  item: object,
  record: object,
  rawItem: object,
  on: Uint8Array,
  tally: RuleTally,
  fail: (rule: number) => void,
) => void;

/** Exact counts by rule index. */
export type RuleTally = {
  readonly ran: Float64Array;
  readonly failed: Float64Array;
  readonly skipped: Float64Array;
  readonly lacked: Float64Array;
};
