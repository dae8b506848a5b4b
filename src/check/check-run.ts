import type { CheckModule, CompiledCatalogue, RuleTally } from '../model/compiled.js';
import type { DocumentKind } from '../model/document.js';
import type { FindingSink, RuleCount } from '../model/finding.js';
import type { Format } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { PlanReason } from '../model/plan.js';
import type { ReadNotice, SourceRecord } from '../model/record.js';
import type { NotRun } from '../model/report.js';
import type { Edition, Evidence, Rule, Severity } from '../model/standard.js';
import type { CatalogueLists } from './lists.js';

/** Which rules are on for a record, and why the others are off. The same answer object for the same context. */
export type RecordActivation = (record: Pick<SourceRecord, 'document' | 'format' | 'fields'>) => {
  readonly on: Uint8Array;
  readonly preview: Uint8Array;
  /** The edition of their specification messages are judged by. */
  readonly edition: Edition;
  /** Another edition, where it differs for such records, and which rules it has instead. */
  readonly elsewhere?: { readonly edition: Edition; readonly on: Uint8Array };
  readonly ruleReason: (rule: {
    readonly id: string;
    readonly standard: string;
    readonly applies: Rule['applies'];
  }) => PlanReason;
};

/** The rules over many records: they take them as they come. */
export type AcrossChecker = {
  /**
   * @param order number of the record in the run
   * @param alone the record's file is the whole run: partners of another kind or format cannot come
   */
  readonly add: (record: SourceRecord, document: DocumentKind, order: number, alone?: boolean) => void;
  /** Everything that could only be said once all files were read. */
  readonly finish: () => void;
};

/** Records in the order in which they came, numbered from 0, and which of them broke a rule: a bit each. */
export type RecordLedger = {
  readonly enter: () => number;
  readonly markFailed: (order: number) => void;
  readonly failed: () => number;
};

/** Documents of the run that fit one edition only, in the order met: the first of each edition. */
export type EditionLedger = {
  readonly note: (edition: Edition, breach: { readonly elements: string; readonly location: Location }) => void;
  /** One notice where documents of two editions come together. */
  readonly notices: () => readonly ReadNotice[];
};

/** Everything one run checks with. */
export type CheckRun = {
  readonly compiled: CompiledCatalogue;
  readonly lists: CatalogueLists;
  /** Decides which rules concern a record. */
  readonly activate: RecordActivation;
  readonly severityOf: (rule: Graded) => Severity;
  readonly sink: FindingSink;
  /** Exact counts by document kind and index into the catalogue's rules. */
  readonly tallies: Map<string, RuleTally>;
  /** The same over all document kinds. */
  readonly tally: RuleTally;
  /** Breaches of rules of standards not in force yet. */
  readonly forecast: Float64Array;
  /** Counts of structure and across rules, by id. */
  readonly counts: Map<string, RuleCount>;
  readonly notRun: NotRun[];
  /** Fields rules needed and no input had, by standard. */
  readonly missingFields: Map<string, Set<string>>;
  readonly across: AcrossChecker;
  readonly records: RecordLedger;
  /** Documents that fit one edition of their specification only. */
  readonly editions: EditionLedger;
  /** Index of a code rule → index of the format rule of its element row, whose breach says all there is to say. */
  readonly saidBefore: ReadonlyMap<number, number>;
};

export type Graded = {
  readonly id: string;
  readonly standard: string;
  readonly severity: Severity;
  readonly evidence: Evidence;
};

/** What checking needs to know of the file. */
export type FileContext = {
  readonly file: string;
  readonly format: Format;
  readonly document: DocumentKind;
  /** The document kind's generated checks; absent where no rule speaks of it. */
  readonly module: CheckModule | undefined;
  readonly provides: (field: string) => boolean;
  readonly couldProvide: (field: string) => boolean;
  readonly headersFor: (field: string) => readonly string[];
  /** The file is all there is in this run. */
  readonly alone?: boolean;
  /** Where findings about the file as a whole point: its header, its root. */
  readonly top: Location;
};
