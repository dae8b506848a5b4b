import type { Catalogue } from '../model/catalogue.js';
import type { Plan, PlanReason } from '../model/plan.js';
import type { InputSummary, ReadNotice } from '../model/record.js';
import type { Counts, NotRun, Report, RunVerdict, Upcoming } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import { type CountInput, countSeverities, ruleCounts } from './counts.js';
import { type Collector, reaches } from './findings.js';
import { unjudgedFiles, unjudgedKinds } from './unjudged.js';
import { standardResults } from './verdicts.js';

export { type Collector, createCollector, reaches } from './findings.js';

export type CollectInput = CountInput & {
  readonly tool: Report['tool'];
  readonly failOn: Report['failOn'];
  readonly request: Report['request'];
  readonly commandLine?: readonly string[];
  readonly collector: Collector;
  readonly forecast: Float64Array;
  readonly reasons: ReadonlyMap<string, ReadonlySet<PlanReason>>;
  readonly missingFields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly inputs: readonly InputSummary[];
  readonly notices: readonly ReadNotice[];
  readonly notRun: readonly NotRun[];
  readonly recordsFailed: number;
};

/** Everything a run found out, as one report. */
export function collectReport(input: CollectInput): Report {
  const { catalogue, plan, collector, failOn } = input;
  const findings = collector.findings();
  const unstored = collector.unstored();
  const counts = ruleCounts(input);
  const accepted = collector.accepted();
  const standards = standardResults({ ...input, counts, findings, unstored });
  const judged = { catalogue, inputs: input.inputs, standards, counts };
  const notRun = input.notRun.length > 0 ? input.notRun : unjudgedFiles(judged);
  const severities = countSeverities(findings, unstored, (rule) => counts.all.get(rule)?.severity);
  return {
    tool: input.tool,
    catalogue: { version: catalogue.version, digest: catalogue.digest },
    verdict: runVerdict(severities, notRun, failOn),
    asOf: plan.asOf,
    request: input.request,
    ...(input.commandLine === undefined ? {} : { commandLine: input.commandLine }),
    failOn,
    inputs: input.inputs,
    standards,
    findings,
    counts: {
      records: input.inputs.reduce((sum, file) => sum + file.records, 0),
      recordsFailed: input.recordsFailed,
      ...severities,
      ...(accepted === undefined ? {} : { accepted }),
    },
    rules: [...counts.all.values()],
    truncated: Object.fromEntries(
      [...unstored].map(([rule, { error, warning, advice, own }]) => [rule, error + warning + advice + own]),
    ),
    notices: notRun.length > 0 ? input.notices : [...input.notices, ...unjudgedKinds(judged)],
    notRun,
    upcoming: upcoming(catalogue, plan, input.forecast),
  };
}

const gravestFirst: readonly Severity[] = ['error', 'warning', 'advice'];

function runVerdict(counts: Pick<Counts, Severity>, notRun: readonly NotRun[], failOn: Report['failOn']): RunVerdict {
  if (notRun.length > 0) return 'incomplete';
  return gravestFirst.some((severity) => counts[severity] > 0 && reaches(severity, failOn)) ? 'fails' : 'conforms';
}

function upcoming(catalogue: Catalogue, { asOf }: Plan, forecast: Float64Array): Upcoming[] {
  return catalogue.rules.flatMap((rule, index) => {
    const findings = forecast[index] ?? 0;
    if (findings === 0) return [];
    const standard = catalogue.standards.find((one) => one.slug === rule.standard);
    // The later of the two days on which the rule and its standard come into force.
    const days = [rule.effective?.from, standard?.effective.from].filter((day) => day !== undefined && day > asOf);
    const from = days.sort().at(-1);
    if (standard === undefined || from === undefined) return [];
    return [{ standard: standard.number, from, rule: rule.id, findings }];
  });
}
