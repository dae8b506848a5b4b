import type { AnnotatableWorkbook } from './annotation.js';
import type { Finding } from './finding.js';
import type { Language, OwnText, Text, Title } from './language.js';
import type { Location } from './location.js';
import type { PlanReason } from './plan.js';
import type { CheckedTable } from './reading.js';
import type { InputSummary, ReadNotice } from './record.js';
import type {
  Citation,
  Clause,
  Evidence,
  IsoDate,
  Level,
  Obligation,
  Period,
  Severity,
  Source,
  Status,
} from './standard.js';

export type RunVerdict = 'conforms' | 'fails' | 'incomplete';
export type StandardVerdict = 'conforms' | 'fails' | 'not-applicable' | 'not-assessed';

export type Report = {
  readonly tool: { readonly name: 'borderlint'; readonly version: string };
  readonly catalogue: { readonly version: string; readonly digest: string };
  readonly verdict: RunVerdict;
  readonly asOf: IsoDate;
  readonly request: { readonly [name: string]: string | readonly string[] };
  /** The arguments as given, for who wants to run the same again; absent where the library was called. */
  readonly commandLine?: readonly string[];
  readonly failOn: Severity | 'never';
  readonly inputs: readonly InputSummary[];
  readonly standards: readonly StandardResult[];
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly rules: readonly RuleResult[];
  /** Rule id → findings counted but not stored. */
  readonly truncated: { readonly [rule: string]: number };
  readonly notices: readonly ReadNotice[];
  readonly notRun: readonly NotRun[];
  readonly upcoming: readonly Upcoming[];
};

export type Counts = {
  readonly records: number;
  readonly recordsFailed: number;
  readonly error: number;
  readonly warning: number;
  readonly advice: number;
  /** Findings accepted by waivers and the baseline, none of them among the others; absent where there were none of these. */
  readonly accepted?: { readonly waived: number; readonly baseline: number };
};

export type StandardResult = {
  readonly slug: string;
  readonly number: string;
  readonly verdict: StandardVerdict;
  readonly reason: PlanReason | 'checked' | 'no-input' | 'no-record' | 'broke-down';
  readonly activeRules: number;
  /** How we know these rules: so many of them by each kind of evidence. */
  readonly evidence: { readonly [evidence in Evidence]?: number };
  /** Record × rule: judged, passed, failed, rule did not apply, its input was not in the file. */
  readonly checked: number;
  readonly passed: number;
  readonly failed: number;
  readonly didNotApply: number;
  readonly lackedInput: number;
  /** Clauses only a person can judge. */
  readonly manualClauses: number;
  readonly plannedClauses: number;
  /** Fields the rules needed and no input had. */
  readonly missingFields: readonly string[];
};

export type RuleResult = {
  readonly id: string;
  /** Slug of the standard it belongs to. */
  readonly standard: string;
  readonly severity: Severity;
  readonly checked: number;
  readonly failed: number;
  readonly didNotApply: number;
  readonly lackedInput: number;
};

/** What should have run and did not. Any entry makes the run `incomplete`. */
export type NotRun = {
  readonly what: 'file' | 'rule' | 'rest-of-file' | 'part-of-file';
  readonly subject: string;
  readonly location?: Location;
  readonly reason: OwnText;
  readonly suggestion?: OwnText;
};

/** What passes today and will fail when an upcoming standard comes into force. */
export type Upcoming = {
  readonly standard: string;
  readonly from: IsoDate;
  readonly rule: string;
  readonly findings: number;
};

/** Makes a value that is personal data unreadable, every time alike. */
export type HidePersonal = (value: string) => string;

/** What a formatter may know besides the report: texts, never state. */
export type ReportContext = {
  readonly language: Language;
  readonly texts: CatalogueTexts;
  /** Columns of the terminal; reports for other places ignore it. */
  readonly width: number;
  readonly color: boolean;
  /** Show personal data instead of hiding it. */
  readonly showValues: boolean;
  /** What stands there instead; absent: masked. */
  readonly hidePersonal?: HidePersonal;
  /** Text report: how much. */
  readonly detail: 'full' | 'summary' | 'quiet';
};

/** Writes a report: pure, in pieces of text that are written one after another. */
export type WriteReport = (report: Report, context: ReportContext) => Iterable<string>;

/**
 * Writes a report that is no text, and that may show the tables that were checked. Pure like the others: what it writes
 * follows from the report and the content of the tables.
 */
export type WriteReportFile = (
  report: Report,
  context: ReportContext,
  tables: () => AsyncIterable<CheckedTable>,
  /** The workbook that was checked, where it is all that was and can be written again. */
  workbook?: () => Promise<AnnotatableWorkbook | undefined>,
) => AsyncIterable<Uint8Array>;

/** A report format: known by name from the start, loaded when a run asks for it. */
export type Formatter = TextFormatter | FileFormatter;

export type TextFormatter = FormatterName & {
  readonly writes?: 'text';
  readonly load: () => Promise<WriteReport>;
};

/** A report for a file of its own: nothing for a terminal. */
export type FileFormatter = FormatterName & {
  readonly writes: 'bytes';
  readonly load: () => Promise<WriteReportFile>;
};

type FormatterName = { readonly id: string; readonly description: Text };

/** The catalogue's texts by id. */
export type CatalogueTexts = {
  readonly rule: (id: string) => RuleText | undefined;
  readonly standard: (slug: string) => StandardText | undefined;
  /** Label of a field of a document kind, `lines.unit` for a part's field; the id itself where there is none. */
  readonly label: (field: string, language: Language) => string;
};

export type RuleText = {
  readonly id: string;
  readonly standard: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly severity: Severity;
  readonly message: Text;
  readonly remedy: Text;
  readonly expects?: Text;
  readonly rationale?: Text;
};

export type StandardText = {
  readonly slug: string;
  readonly number: string;
  readonly title: Title;
  readonly level: Level;
  readonly obligation: Obligation;
  readonly status: Status;
  /** false: no source confirms the status. */
  readonly statusConfirmed: boolean;
  readonly effective: Period;
  readonly clauses: readonly Clause[];
  readonly citations: readonly Citation[];
  readonly sources: readonly Source[];
};
