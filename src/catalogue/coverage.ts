import type { Catalogue } from '../model/catalogue.js';
import type { Coverage, Evidence, Level, Obligation, Standard, Status } from '../model/standard.js';

export type ClauseCounts = { readonly [coverage in Coverage]: number };

/** How far one standard is covered. */
export type StandardCoverage = {
  readonly slug: string;
  readonly number: string;
  readonly level: Level;
  readonly status: Status;
  readonly obligation: Obligation;
  /** Strongest evidence among the sources. */
  readonly evidence: Evidence;
  readonly clauses: ClauseCounts;
  /** Hand-written rules, rules across records and rules of the message's structure. */
  readonly rules: number;
  readonly elementRows: number;
  /** Rules the element rows stand for. */
  readonly elementRules: number;
  readonly citations: number;
  /** `checked`: something of it is judged. `listed`: it is in the catalogue, dated and described. */
  readonly state: 'checked' | 'listed';
};

export type CoverageReport = {
  readonly standards: readonly StandardCoverage[];
  readonly totals: CoverageTotals;
};

export type CoverageTotals = {
  readonly standards: number;
  readonly checked: number;
  readonly clauses: ClauseCounts;
  readonly rules: number;
  readonly elementRows: number;
  readonly elementRules: number;
  readonly citations: number;
  /** Standards by level, by status and by strongest evidence; kinds that do not occur are left out. */
  readonly byLevel: { readonly [level: string]: number };
  readonly byStatus: { readonly [status: string]: number };
  readonly byEvidence: { readonly [evidence: string]: number };
  /** Rules of every kind by their own evidence. */
  readonly rulesByEvidence: { readonly [evidence: string]: number };
};

const evidenceByStrength: readonly Evidence[] = ['text', 'implementation', 'summary', 'metadata', 'recalled'];
const noClauses: ClauseCounts = { automated: 0, partial: 0, manual: 0, planned: 0, informative: 0 };

/** Counts what the catalogue covers, standard by standard and in total. */
export function coverage(catalogue: Catalogue): CoverageReport {
  const all = ruleList(catalogue);
  const byStandard = new Map<string, CountedRule[]>();
  for (const rule of all) byStandard.set(rule.standard, [...(byStandard.get(rule.standard) ?? []), rule]);
  const standards = catalogue.standards.map((standard) => coverageOf(standard, byStandard.get(standard.slug) ?? []));
  const sum = (count: (one: StandardCoverage) => number): number =>
    standards.reduce((total, one) => total + count(one), 0);
  const totals: CoverageTotals = {
    standards: standards.length,
    checked: sum((one) => (one.state === 'checked' ? 1 : 0)),
    clauses: standards.reduce((total, one) => addClauses(total, one.clauses), noClauses),
    rules: sum((one) => one.rules),
    elementRows: sum((one) => one.elementRows),
    elementRules: sum((one) => one.elementRules),
    citations: sum((one) => one.citations),
    byLevel: tally(standards.map((one) => one.level)),
    byStatus: tally(standards.map((one) => one.status)),
    byEvidence: tally(standards.map((one) => one.evidence)),
    rulesByEvidence: tally(all.map((rule) => rule.evidence)),
  };
  return { standards, totals };
}

type CountedRule = { readonly standard: string; readonly evidence: Evidence; readonly element?: string };

function ruleList({ rules, across, structures }: Catalogue): CountedRule[] {
  return [...rules, ...across, ...structures.flatMap((structure) => structure.rules)];
}

function coverageOf(standard: Standard, rules: readonly CountedRule[]): StandardCoverage {
  const elementRules = rules.filter((rule) => rule.element !== undefined).length;
  const citations = standard.citations.length;
  return {
    slug: standard.slug,
    number: standard.number,
    level: standard.level,
    status: standard.status,
    obligation: standard.obligation,
    evidence:
      evidenceByStrength.find((kind) => standard.sources.some((source) => source.evidence === kind)) ?? 'recalled',
    clauses: { ...noClauses, ...standard.coverage },
    rules: rules.length - elementRules,
    elementRows: standard.elements.length,
    elementRules,
    citations,
    state: rules.length + citations > 0 ? 'checked' : 'listed',
  };
}

function addClauses(a: ClauseCounts, b: ClauseCounts): ClauseCounts {
  return {
    automated: a.automated + b.automated,
    partial: a.partial + b.partial,
    manual: a.manual + b.manual,
    planned: a.planned + b.planned,
    informative: a.informative + b.informative,
  };
}

function tally(words: readonly string[]): { readonly [word: string]: number } {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
