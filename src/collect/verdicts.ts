import type { Catalogue } from '../model/catalogue.js';
import type { Finding, RuleCount } from '../model/finding.js';
import type { Plan, PlanReason } from '../model/plan.js';
import type { StandardResult, StandardVerdict } from '../model/report.js';

export type VerdictInput = {
  readonly catalogue: Catalogue;
  readonly plan: Plan;
  readonly counts: ReadonlyMap<string, RuleCount>;
  readonly findings: readonly Finding[];
  /** Why rules of a standard stayed off for records of this run. */
  readonly reasons: ReadonlyMap<string, ReadonlySet<PlanReason>>;
  readonly missingFields: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The verdict of every standard of the catalogue, with the counts it rests on. */
export function standardResults(input: VerdictInput): StandardResult[] {
  const rulesOf = rulesByStandard(input.catalogue);
  const broken = brokenRules(input.findings);
  return input.plan.standards.map(({ slug, number, state, reason }) => {
    const rules = rulesOf.get(slug) ?? [];
    const totals = addUp(rules.flatMap((rule) => input.counts.get(rule) ?? []));
    const clauses = input.catalogue.standards.find((standard) => standard.slug === slug)?.clauses ?? [];
    const planned = { state, reason, reasons: input.reasons.get(slug) ?? new Set<PlanReason>() };
    const failed = rules.some((rule) => broken.has(rule));
    return {
      slug,
      number,
      ...judge(planned, totals, failed),
      activeRules: rules.length,
      ...totals,
      passed: totals.checked - totals.failed,
      manualClauses: clauses.filter((clause) => clause.coverage === 'manual').length,
      plannedClauses: clauses.filter((clause) => clause.coverage === 'planned').length,
      missingFields: [...(input.missingFields.get(slug) ?? [])].sort(),
    };
  });
}

type Planned = { readonly state: string; readonly reason: PlanReason; readonly reasons: ReadonlySet<PlanReason> };
type Totals = { checked: number; failed: number; didNotApply: number; lackedInput: number };

/** Reasons that a flag would settle, the most telling first. */
const undecided: readonly PlanReason[] = ['direction-unknown', 'mode-unknown', 'category-unknown'];
const elsewhere: readonly PlanReason[] = ['other-category', 'other-mode', 'other-direction', 'other-document'];

function judge(
  planned: Planned,
  totals: Totals,
  failed: boolean,
): { verdict: StandardVerdict; reason: StandardResult['reason'] } {
  if (failed) return { verdict: 'fails', reason: 'checked' };
  if (totals.checked > 0) return { verdict: 'conforms', reason: 'checked' };
  if (planned.state === 'out') {
    const verdict = planned.reason === 'no-active-rule' ? 'not-assessed' : 'not-applicable';
    return { verdict, reason: planned.reason };
  }
  if (totals.lackedInput > 0) return { verdict: 'not-assessed', reason: 'no-input' };
  const open = undecided.find((reason) => planned.reasons.has(reason));
  if (open !== undefined) return { verdict: 'not-assessed', reason: open };
  if (totals.didNotApply > 0) return { verdict: 'not-applicable', reason: 'no-record' };
  return { verdict: 'not-applicable', reason: elsewhere.find((reason) => planned.reasons.has(reason)) ?? 'no-record' };
}

/** Own rules, structure, across rules and citations of each standard. */
function rulesByStandard(catalogue: Catalogue): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  const add = (standard: string, rule: string): void => {
    rules.set(standard, [...(rules.get(standard) ?? []), rule]);
  };
  for (const [standard, own] of groupBy(catalogue.rules)) rules.set(standard, own);
  for (const rule of catalogue.across) add(rule.standard, rule.id);
  for (const structure of catalogue.structures) for (const rule of structure.rules) add(structure.standard, rule.id);
  for (const standard of catalogue.standards)
    for (const citation of standard.citations) add(standard.slug, citation.rule);
  return rules;
}

function groupBy(rules: readonly { readonly id: string; readonly standard: string }[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, standard } of rules) {
    const own = groups.get(standard);
    if (own === undefined) groups.set(standard, [id]);
    else own.push(id);
  }
  return groups;
}

/** Rules with an open finding that counts against a standard: advice never does. */
function brokenRules(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter((finding) => finding.state === 'open' && finding.severity !== 'advice')
      .map((finding) => finding.rule),
  );
}

function addUp(counts: readonly RuleCount[]): Totals {
  const totals = { checked: 0, failed: 0, didNotApply: 0, lackedInput: 0 };
  for (const count of counts) {
    totals.checked += count.checked;
    totals.failed += count.failed;
    totals.didNotApply += count.didNotApply;
    totals.lackedInput += count.lackedInput;
  }
  return totals;
}
