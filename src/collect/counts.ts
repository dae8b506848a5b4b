import type { Catalogue } from '../model/catalogue.js';
import type { RuleTally } from '../model/compiled.js';
import type { Finding, RuleCount } from '../model/finding.js';
import type { Plan } from '../model/plan.js';
import type { IsoDate, Period, Rule, Severity } from '../model/standard.js';
import type { Unstored } from './findings.js';

/** Exact counts of every rule that had anything to say: over the run, and on records of one document kind. */
export type RuleCounts = {
  readonly all: ReadonlyMap<string, RuleCount>;
  /** Generated rules only: structure and across rules speak of one document kind each. */
  readonly byDocument: ReadonlyMap<string, ReadonlyMap<string, RuleCount>>;
};

export type CountInput = {
  readonly catalogue: Catalogue;
  readonly plan: Plan;
  readonly tallies: ReadonlyMap<string, RuleTally>;
  /** Counts of structure and across rules. */
  readonly counts: ReadonlyMap<string, RuleCount>;
  readonly severityOf: (rule: Rule) => Severity;
};

export function ruleCounts({ catalogue, plan, tallies, counts, severityOf }: CountInput): RuleCounts {
  const all = new Map<string, RuleCount>();
  const byDocument = new Map<string, Map<string, RuleCount>>();
  const forecast = forecastRules(catalogue, plan.asOf);
  for (const document of tallies.keys()) byDocument.set(document, new Map());
  // In the catalogue's order, however the files came.
  for (let index = 0; index < catalogue.rules.length; index++) {
    const rule = catalogue.rules[index];
    if (rule === undefined) break;
    for (const [document, tally] of tallies) {
      if (!touched(tally, index) || forecast(rule)) continue;
      const count = countAt(rule, severityOf(rule), tally, index);
      byDocument.get(document)?.set(rule.id, count);
      const sum = all.get(rule.id);
      all.set(rule.id, sum === undefined ? count : added(sum, count));
    }
  }
  for (const count of counts.values()) all.set(count.id, count);
  return { all, byDocument };
}

/** Whether any record came to the rule. */
function touched({ ran, skipped, lacked }: RuleTally, index: number): boolean {
  return (ran[index] ?? 0) + (skipped[index] ?? 0) + (lacked[index] ?? 0) > 0;
}

/** Rules judged for a forecast only: they or their standards come into force later. */
function forecastRules(catalogue: Catalogue, asOf: IsoDate): (rule: Rule) => boolean {
  const later = ({ from }: Period): boolean => from !== undefined && from > asOf;
  const standards = catalogue.standards.filter(({ status, effective }) =>
    effective.from === undefined ? status === 'upcoming' : later(effective),
  );
  const slugs = new Set(standards.map((standard) => standard.slug));
  return (rule) => slugs.has(rule.standard) || (rule.effective !== undefined && later(rule.effective));
}

function countAt({ id, standard }: Rule, severity: Severity, tally: RuleTally, index: number): RuleCount {
  return {
    id,
    standard,
    severity,
    checked: tally.ran[index] ?? 0,
    failed: tally.failed[index] ?? 0,
    didNotApply: tally.skipped[index] ?? 0,
    lackedInput: tally.lacked[index] ?? 0,
  };
}

function added(a: RuleCount, b: RuleCount): RuleCount {
  return {
    ...a,
    checked: a.checked + b.checked,
    failed: a.failed + b.failed,
    didNotApply: a.didNotApply + b.didNotApply,
    lackedInput: a.lackedInput + b.lackedInput,
  };
}

/** Open findings of each severity, stored or not. */
export function countSeverities(
  findings: readonly Finding[],
  unstored: ReadonlyMap<string, Unstored>,
  severityOf: (rule: string) => Severity | undefined,
): { readonly [severity in Severity]: number } {
  const counts = { error: 0, warning: 0, advice: 0 };
  for (const finding of findings) if (finding.state === 'open') counts[finding.severity] += 1;
  for (const [rule, left] of unstored) {
    counts.error += left.error;
    counts.warning += left.warning;
    counts.advice += left.advice;
    const own = severityOf(rule);
    if (own !== undefined) counts[own] += left.own;
  }
  return counts;
}
