import type { Catalogue } from '../model/catalogue.js';
import type { Finding, RuleCount } from '../model/finding.js';
import type { Plan, PlanReason } from '../model/plan.js';
import type { InputSummary } from '../model/record.js';
import type { NotRun, StandardResult, StandardVerdict } from '../model/report.js';
import type { Evidence, Standard } from '../model/standard.js';
import type { RuleCounts } from './counts.js';
import type { Unstored } from './findings.js';

export type VerdictInput = {
  readonly catalogue: Catalogue;
  readonly plan: Plan;
  readonly counts: RuleCounts;
  readonly findings: readonly Finding[];
  readonly unstored: ReadonlyMap<string, Unstored>;
  readonly inputs: readonly InputSummary[];
  /** Why rules of a standard stayed off for records of this run; `in-force` where one that cites concerned some record. */
  readonly reasons: ReadonlyMap<string, ReadonlySet<PlanReason>>;
  readonly missingFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** What should have run and did not: rules that broke down among it. */
  readonly notRun: readonly NotRun[];
};

/** The verdict of every standard of the catalogue, with the counts it rests on. */
export function standardResults(input: VerdictInput): StandardResult[] {
  const rulesOf = rulesByStandard(input.catalogue);
  const standards = new Map(input.catalogue.standards.map((standard) => [standard.slug, standard]));
  const broken = brokenRules(input);
  const evidences = ruleEvidences(input.catalogue);
  const crashed = new Set(input.notRun.filter(({ what }) => what === 'rule').map(({ subject }) => subject));
  return input.plan.standards.map(({ slug, number, state, reason }) => {
    const all = rulesOf.get(slug) ?? [];
    const standard = standards.get(slug);
    const planned = { state, reason, reasons: input.reasons.get(slug) ?? new Set<PlanReason>() };
    const rules = citesHere(planned) ? all : all.filter((rule) => !isCited(standard, rule));
    const counted = rules.filter((rule) => input.counts.all.has(rule));
    const scope = scopeOf(standard, counted, input.counts);
    const totals = addUp(scope.counts);
    const failed = rules.some((rule) => broken(rule, scope.documentsFor(rule)));
    return {
      slug,
      number,
      ...judge(planned, totals, { failed, crashed: rules.some((rule) => crashed.has(rule)) }),
      activeRules: all.length,
      evidence: evidenceOf(all, standard, evidences),
      ...totals,
      passed: totals.checked - totals.failed,
      manualClauses: standard?.coverage.manual ?? 0,
      plannedClauses: standard?.coverage.planned ?? 0,
      missingFields: [...(input.missingFields.get(slug) ?? [])].sort(),
    };
  });
}

/** How we know each rule, by its id. */
function ruleEvidences({ rules, across, structures }: Catalogue): ReadonlyMap<string, Evidence> {
  const all = [...rules, ...across, ...structures.flatMap((structure) => structure.rules)];
  return new Map(all.map(({ id, evidence }) => [id, evidence]));
}

/** Rules by evidence; a cited rule is known no better than the clause that cites it. */
function evidenceOf(
  rules: readonly string[],
  standard: Standard | undefined,
  evidences: ReadonlyMap<string, Evidence>,
): StandardResult['evidence'] {
  const cited = new Map(standard?.citations.map(({ rule, evidence }) => [rule, evidence]));
  const counts: { [evidence in Evidence]?: number } = {};
  for (const rule of rules) {
    const evidence = cited.get(rule) ?? evidences.get(rule);
    if (evidence !== undefined) counts[evidence] = (counts[evidence] ?? 0) + 1;
  }
  return counts;
}

/** Whether the rules a standard cites speak for it: it is in force and asked for, and concerned some record of the run. */
function citesHere({ state, reasons }: Planned): boolean {
  return state === 'in' && (reasons.size === 0 || reasons.has('in-force'));
}

function isCited(standard: Standard | undefined, rule: string): boolean {
  return standard?.citations.some((citation) => citation.rule === rule) ?? false;
}

/** What a standard's verdict rests on: all of its own rules, and cited rules on the document kinds it speaks of itself. */
type Scope = {
  readonly counts: readonly RuleCount[];
  /** Document kinds whose findings of the rule count; undefined: all. */
  readonly documentsFor: (rule: string) => readonly string[] | undefined;
};

function scopeOf(standard: Standard | undefined, rules: readonly string[], { all, byDocument }: RuleCounts): Scope {
  const cited = new Set(standard?.citations.map((citation) => citation.rule));
  const documents = standard?.applies.documents ?? [];
  const documentsFor = (rule: string): readonly string[] | undefined =>
    cited.has(rule) && documents.length > 0 ? documents : undefined;
  const counts = rules.flatMap((rule) => {
    const kinds = documentsFor(rule);
    // A structure or across rule speaks of one document kind, so citing it is asking for that kind.
    const generated = [...byDocument.values()].some((counted) => counted.has(rule));
    if (kinds === undefined || !generated) return all.get(rule) ?? [];
    return kinds.flatMap((kind) => byDocument.get(kind)?.get(rule) ?? []);
  });
  return { counts, documentsFor };
}

type Planned = { readonly state: string; readonly reason: PlanReason; readonly reasons: ReadonlySet<PlanReason> };
type Totals = { checked: number; failed: number; didNotApply: number; lackedInput: number };

/** Reasons that a flag would settle, the most telling first. */
const undecided: readonly PlanReason[] = ['direction-unknown', 'mode-unknown', 'category-unknown'];
const elsewhere: readonly PlanReason[] = [
  'not-claimed',
  'other-category',
  'other-mode',
  'other-direction',
  'other-edition',
  'other-document',
];

function judge(
  planned: Planned,
  totals: Totals,
  { failed, crashed }: { readonly failed: boolean; readonly crashed: boolean },
): { verdict: StandardVerdict; reason: StandardResult['reason'] } {
  if (failed) return { verdict: 'fails', reason: 'checked' };
  // What a rule that broke down would have found nobody knows, so the others prove nothing.
  if (crashed) return { verdict: 'not-assessed', reason: 'broke-down' };
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

function groupBy(rules: readonly { readonly id: string; readonly standard: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, standard } of rules) {
    const own = groups.get(standard);
    if (own === undefined) groups.set(standard, [id]);
    else own.push(id);
  }
  return groups;
}

type Broken = (rule: string, documents: readonly string[] | undefined) => boolean;

/** Whether a rule has an open finding that counts against a standard: advice never does. */
function brokenRules({ findings, unstored, inputs, counts }: VerdictInput): Broken {
  const kinds = new Map(inputs.map(({ file, document }) => [file, document]));
  const broken = new Map<string, Set<string>>();
  for (const { rule, state, severity, location } of findings) {
    if (state !== 'open' || severity === 'advice') continue;
    broken.set(rule, (broken.get(rule) ?? new Set()).add(kinds.get(location.file) ?? ''));
  }
  // What was not stored is as grave as its rule, and on a document kind where the rule failed.
  for (const [rule, left] of unstored) {
    const grave = left.error + left.warning > 0 || (left.own > 0 && counts.all.get(rule)?.severity !== 'advice');
    if (!grave) continue;
    const failed = [...counts.byDocument].filter(([, counted]) => (counted.get(rule)?.failed ?? 0) > 0);
    const known = failed.length > 0 ? failed.map(([kind]) => kind) : [''];
    broken.set(rule, new Set([...(broken.get(rule) ?? []), ...known]));
  }
  return (rule, documents) => {
    const where = broken.get(rule);
    if (where === undefined || documents === undefined) return where !== undefined;
    return where.has('') || documents.some((document) => where.has(document));
  };
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
