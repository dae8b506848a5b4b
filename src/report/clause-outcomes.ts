import type { Report, ReportContext, RuleResult, StandardResult } from '../model/report.js';
import type { Clause } from '../model/standard.js';
import { grouped } from './grouped.js';

/**
 * What can be said of a clause. `passed`: all of it was judged and holds. `cannot-tell`: what was judged holds, and that was
 * not all of it. `untested`: nobody judged it. `inapplicable`: it speaks of no record of the run.
 */
export type ClauseOutcome = 'passed' | 'failed' | 'cannot-tell' | 'untested' | 'inapplicable';

/** Answers for one clause of a standard what this run says about it. */
export type ClauseJudge = (result: StandardResult, clause: Clause) => ClauseOutcome;

/** Looks the report's rules and findings over once, then answers clause by clause. */
export function createClauseJudge(report: Report, { texts }: ReportContext): ClauseJudge {
  const own = grouped(report.rules, ({ id }) => {
    const rule = texts.rule(id);
    return JSON.stringify([rule?.standard, rule?.clause]);
  });
  const counts = new Map(report.rules.map((rule) => [rule.id, rule]));
  const broken = new Set(
    report.findings
      .filter(({ state, severity }) => state === 'open' && severity !== 'advice')
      .flatMap(({ rule, standards }) => standards.map((number) => JSON.stringify([number, rule]))),
  );
  return (result, { ref, coverage }) => {
    if (coverage === 'manual' || coverage === 'planned' || coverage === 'informative') return 'untested';
    if (result.verdict === 'not-applicable') return 'inapplicable';
    const cited = texts.standard(result.slug)?.citations.filter(({ clause }) => clause === ref) ?? [];
    const rules = [
      ...(own.get(JSON.stringify([result.slug, ref])) ?? []),
      ...cited.flatMap(({ rule }) => counts.get(rule) ?? []),
    ];
    if (rules.some(({ id }) => broken.has(JSON.stringify([result.number, id])))) return 'failed';
    if (result.verdict === 'not-assessed') return 'untested';
    return unbroken(rules, coverage === 'automated' && report.verdict !== 'incomplete');
  };
}

function unbroken(rules: readonly RuleResult[], whole: boolean): ClauseOutcome {
  if (rules.some(({ checked }) => checked > 0)) return whole ? 'passed' : 'cannot-tell';
  return rules.some(({ didNotApply }) => didNotApply > 0) ? 'inapplicable' : 'untested';
}

/** What can be said of a standard as a whole: its verdict speaks of the automated clauses, this of all of them. */
export function standardOutcome(
  result: StandardResult,
  { verdict }: Pick<Report, 'verdict'>,
  clauses: readonly Clause[],
): ClauseOutcome {
  if (result.verdict === 'fails') return 'failed';
  if (result.verdict === 'not-applicable') return 'inapplicable';
  if (result.verdict === 'not-assessed') return 'untested';
  const binding = clauses.filter(({ coverage }) => coverage !== 'informative');
  const whole = verdict !== 'incomplete' && binding.every(({ coverage }) => coverage === 'automated');
  return whole ? 'passed' : 'cannot-tell';
}
