import type { CompiledCatalogue, RuleTally } from '../model/compiled.js';
import type { FindingSink, RuleCount } from '../model/finding.js';
import type { NotRun } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import { type AcrossChecker, createAcrossChecker } from './across.js';
import { type CatalogueLists, catalogueLists } from './lists.js';
import type { RecordActivation } from './records.js';

export { failuresOf } from './failure.js';
export { subjectOf } from './failure-types.js';
export { type CatalogueLists, catalogueLists } from './lists.js';
export { createFileChecker, type FileChecker, type FileContext, type RecordActivation } from './records.js';

/** Everything one run checks with. */
export type CheckRun = {
  readonly compiled: CompiledCatalogue;
  readonly lists: CatalogueLists;
  /** Decides which rules concern a record. */
  readonly activate: RecordActivation;
  readonly severityOf: (rule: Graded) => Severity;
  readonly sink: FindingSink;
  /** Exact counts by index into the catalogue's rules. */
  readonly tally: RuleTally;
  /** The same for rules of standards not in force yet. */
  readonly forecast: Float64Array;
  /** Counts of structure and across rules, by id. */
  readonly counts: Map<string, RuleCount>;
  readonly notRun: NotRun[];
  /** Fields rules needed and no input had, by standard. */
  readonly missingFields: Map<string, Set<string>>;
  readonly across: AcrossChecker;
};

export type Graded = {
  readonly id: string;
  readonly standard: string;
  readonly severity: Severity;
  readonly evidence: 'text' | 'implementation' | 'summary' | 'metadata' | 'recalled';
};

export type CheckRunInput = Pick<CheckRun, 'compiled' | 'activate' | 'severityOf' | 'sink'>;

export function startChecking({ compiled, activate, severityOf, sink }: CheckRunInput): CheckRun {
  const size = compiled.catalogue.rules.length;
  const zeros = (): Float64Array => new Float64Array(size);
  const counts = new Map<string, RuleCount>();
  return {
    compiled,
    lists: catalogueLists(compiled.catalogue),
    activate,
    severityOf,
    sink,
    tally: { ran: zeros(), failed: zeros(), skipped: zeros(), lacked: zeros() },
    forecast: zeros(),
    counts,
    notRun: [],
    missingFields: new Map(),
    across: createAcrossChecker(compiled.catalogue, {
      activate,
      severityOf,
      sink,
      counts,
      numbersOf: compiled.numbersOf,
    }),
  };
}
