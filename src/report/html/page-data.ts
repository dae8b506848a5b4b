import type { Waiver } from '../../model/acceptance.js';
import type { Expectation, Finding, RelatedLocation } from '../../model/finding.js';
import type { Language, Text } from '../../model/language.js';
import type { Report, RuleText, StandardResult, StandardText } from '../../model/report.js';

/** What the page carries: the report as data. The page renders it with the functions the other reports are made with. */
export type PageData = {
  /** The language it opens in. */
  readonly language: Language;
  readonly report: PageReport;
  readonly standards: readonly PageStandard[];
  /** Texts of the rules that have findings. */
  readonly rules: readonly RuleText[];
  /** Labels of the fields that findings and standards speak of. */
  readonly labels: { readonly [field: string]: Text };
  readonly findings: FindingColumns;
};

export type PageReport = Omit<Report, 'findings' | 'standards' | 'rules'>;

/** A standard's result with its texts. Counts of nothing are left out; clauses are those of standards that were judged. */
export type PageStandard = Pick<StandardResult, 'slug' | 'number' | 'verdict' | 'reason'> &
  Partial<StandardResult> &
  Partial<Omit<StandardText, 'slug' | 'number' | 'sources'>>;

/**
 * Findings by column: what they share is said once in their kind, the rest stands at the same index of every list.
 * Lines, columns and records count from 1; 0 stands for none. `''` stands for no cell and no record name.
 */
export type FindingColumns = {
  readonly kinds: readonly FindingKind[];
  readonly kind: readonly number[];
  readonly line: readonly number[];
  readonly column: readonly number[];
  readonly record: readonly number[];
  readonly cell: readonly string[];
  readonly name: readonly string[];
  /** As written or masked, cut where it is very long; 0: nothing is there. */
  readonly actual: readonly (string | 0)[];
  /** Index into `expectations`. */
  readonly expected: readonly number[];
  readonly expectations: readonly Expectation[];
  /** Keys; one that begins with the rule's id and a `|` goes without the id. */
  readonly key: readonly string[];
  /** 0, or index into `headings` and the values of its cells. */
  readonly nearby: readonly (0 | readonly [number, ...(readonly string[])])[];
  readonly headings: readonly NearbyHeading[];
  /** Other places, by index of the finding. */
  readonly related: { readonly [index: number]: readonly RelatedLocation[] };
  /** Whole length of values that were cut, by index of the finding. */
  readonly lengths: { readonly [index: number]: number };
};

/** What many findings share. `masked`: the values are personal data and not shown as they are. */
export type FindingKind = Pick<Finding, 'rule' | 'standards' | 'severity' | 'field' | 'state'> & {
  readonly file: string;
  readonly sheet?: string;
  /** What the file calls the field. */
  readonly name?: string;
  readonly masked: boolean;
  readonly waiver?: Pick<Waiver, 'owner' | 'reason' | 'ticket' | 'expires'>;
};

/** The cells beside findings, without their values. */
export type NearbyHeading = {
  readonly cells: readonly NearbyHead[];
  /** So many of them stand before the cell at fault. */
  readonly before: number;
};

/** `column`: letters of the column, for a cell in the finding's own row. */
export type NearbyHead = { readonly name: string; readonly column?: string; readonly cell?: string };
