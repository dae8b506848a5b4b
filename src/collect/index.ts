import type { Catalogue } from '../model/catalogue.js';
import type { RuleTally } from '../model/compiled.js';
import type { Finding, RuleCount } from '../model/finding.js';
import type { Plan, PlanReason } from '../model/plan.js';
import type { InputSummary, ReadNotice } from '../model/record.js';
import type { NotRun, Report, RunVerdict, Upcoming } from '../model/report.js';
import type { Rule, Severity } from '../model/standard.js';
import { type Collector, reaches } from './findings.js';
import { standardResults } from './verdicts.js';

export { type Collector, createCollector, reaches } from './findings.js';

export type CollectInput = {
  readonly tool: Report['tool'];
  readonly catalogue: Catalogue;
  readonly plan: Plan;
  readonly failOn: Report['failOn'];
  readonly request: Report['request'];
  readonly collector: Collector;
  readonly tally: RuleTally;
  readonly forecast: Float64Array;
  /** Counts of structure and across rules. */
  readonly counts: ReadonlyMap<string, RuleCount>;
  readonly severityOf: (rule: Rule) => Severity;
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
  const counts = allCounts(input);
  const standards = standardResults({ ...input, counts, findings });
  return {
    tool: input.tool,
    catalogue: { version: catalogue.version, digest: catalogue.digest },
    verdict: runVerdict(findings, input.notRun, failOn),
    asOf: plan.asOf,
    request: input.request,
    failOn,
    inputs: input.inputs,
    standards,
    findings,
    counts: {
      records: input.inputs.reduce((sum, file) => sum + file.records, 0),
      recordsFailed: input.recordsFailed,
      error: countSeverity(findings, 'error'),
      warning: countSeverity(findings, 'warning'),
      advice: countSeverity(findings, 'advice'),
    },
    rules: [...counts.values()],
    truncated: truncated(collector, counts, findings),
    notices: input.notices,
    notRun: input.notRun,
    upcoming: upcoming(catalogue, input.forecast),
  };
}

function runVerdict(findings: readonly Finding[], notRun: readonly NotRun[], failOn: Report['failOn']): RunVerdict {
  if (notRun.length > 0) return 'incomplete';
  return findings.some((finding) => finding.state === 'open' && reaches(finding.severity, failOn))
    ? 'fails'
    : 'conforms';
}

/** One count per rule that had anything to say, generated and other rules alike. */
function allCounts({ catalogue, plan, tally, counts, severityOf }: CollectInput): ReadonlyMap<string, RuleCount> {
  const all = new Map<string, RuleCount>();
  const forecast = new Set(plan.standards.filter((one) => one.reason === 'not-yet-in-force').map((one) => one.slug));
  for (const [index, rule] of catalogue.rules.entries()) {
    if (forecast.has(rule.standard)) continue;
    const checked = tally.ran[index] ?? 0;
    const didNotApply = tally.skipped[index] ?? 0;
    const lackedInput = tally.lacked[index] ?? 0;
    if (checked + didNotApply + lackedInput === 0) continue;
    const failed = tally.failed[index] ?? 0;
    all.set(rule.id, {
      id: rule.id,
      standard: rule.standard,
      severity: severityOf(rule),
      checked,
      failed,
      didNotApply,
      lackedInput,
    });
  }
  for (const count of counts.values()) all.set(count.id, count);
  return all;
}

/** Breaches counted beyond those stored, for rules that hit the cap. */
function truncated(
  collector: Collector,
  counts: ReadonlyMap<string, RuleCount>,
  findings: readonly Finding[],
): { readonly [rule: string]: number } {
  const stored = new Map<string, number>();
  for (const { rule } of findings) stored.set(rule, (stored.get(rule) ?? 0) + 1);
  const cut = [...collector.capped()].map((rule): [string, number] => [
    rule,
    (counts.get(rule)?.failed ?? 0) - (stored.get(rule) ?? 0),
  ]);
  return Object.fromEntries(cut.filter(([, more]) => more > 0));
}

function upcoming(catalogue: Catalogue, forecast: Float64Array): Upcoming[] {
  return catalogue.rules.flatMap((rule, index) => {
    const findings = forecast[index] ?? 0;
    const standard = catalogue.standards.find((one) => one.slug === rule.standard);
    const from = rule.effective?.from ?? standard?.effective.from;
    if (findings === 0 || standard === undefined || from === undefined) return [];
    return [{ standard: standard.number, from, rule: rule.id, findings }];
  });
}

function countSeverity(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && finding.state === 'open').length;
}
