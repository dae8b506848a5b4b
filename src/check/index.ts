import type { RuleTally } from '../model/compiled.js';
import type { RuleCount } from '../model/finding.js';
import type { NotRun } from '../model/report.js';
import type { Rule, Severity } from '../model/standard.js';
import { createAcrossChecker } from './across/index.js';
import type { ShelfOptions } from './across/shelf.js';
import type { CheckRun, Graded } from './check-run.js';
import { createEditionLedger } from './editions.js';
import { catalogueLists } from './lists.js';
import { createRecordLedger } from './record-ledger.js';
import { addUp } from './tally.js';

export type { CheckRun, FileContext, Graded, RecordActivation } from './check-run.js';
export { failuresOf } from './failure.js';
export { subjectOf } from './failure-types.js';
export { type CatalogueLists, catalogueLists } from './lists.js';
export { createFileChecker, type FileChecker } from './records.js';
export type { Misdeclared } from './structure.js';

export type CheckRunInput = Pick<CheckRun, 'compiled' | 'activate' | 'severityOf' | 'sink'> & {
  /** Where rows of rules over many records go that memory does not hold. */
  readonly shelf?: ShelfOptions;
};

export function startChecking({ compiled, activate, severityOf, sink, shelf }: CheckRunInput): CheckRun {
  const { catalogue, numbersOf } = compiled;
  const lists = catalogueLists(catalogue);
  const counts = new Map<string, RuleCount>();
  const tallies = new Map<string, RuleTally>();
  const notRun: NotRun[] = [];
  const records = createRecordLedger();
  const { markFailed } = records;
  let pairs: CheckRun['saidBefore'] | undefined;
  return {
    compiled,
    lists,
    activate,
    severityOf,
    sink,
    tallies,
    get tally() {
      return addUp([...tallies.values()], catalogue.rules.length);
    },
    forecast: new Float64Array(catalogue.rules.length),
    counts,
    notRun,
    missingFields: new Map(),
    records,
    editions: createEditionLedger(),
    across: createAcrossChecker(
      catalogue,
      { activate, severityOf, sink, counts, numbersOf, lists, notRun, markFailed },
      shelf,
    ),
    // Only a breach asks for it.
    get saidBefore() {
      pairs ??= formatsOfCodes(catalogue.rules, severityOf);
      return pairs;
    },
  };
}

const weights: { readonly [severity in Severity]: number } = { error: 3, warning: 2, advice: 1 };

/** One fault, one finding: a value of the wrong form is no code of the list either. A milder finding hides no graver one. */
function formatsOfCodes(rules: readonly Rule[], severityOf: (rule: Graded) => Severity): ReadonlyMap<number, number> {
  const formats = new Map<string, number>();
  const pairs = new Map<number, number>();
  for (const [index, rule] of rules.entries()) {
    // The rules of an element row are named after it; an edition of a message has its own where it differs: `.code-2018`.
    const [, row = '', kind, edition = ''] = /^(.*)\.(format|code)(-\d{4})?$/.exec(rule.id) ?? [];
    if (kind === 'format') formats.set(row + edition, index);
    const format = kind === 'code' ? formats.get(row + edition) : undefined;
    const graver = format === undefined ? undefined : rules[format];
    if (format === undefined || graver === undefined) continue;
    if (weights[severityOf(graver)] >= weights[severityOf(rule)]) pairs.set(index, format);
  }
  return pairs;
}
