import type { Report, ReportContext, StandardResult } from '../../model/report.js';
import type { Clause, Coverage } from '../../model/standard.js';
import { renderReason } from '../../text/reasons.js';
import { formatCount } from '../../text/report-words.js';
import { say } from '../../text/statement-words.js';
import { type ClauseJudge, type ClauseOutcome, standardOutcome } from '../clause-outcomes.js';
import type { Plain } from '../json-shape.js';
import { clauseId, ids, standardId } from './context.js';

const outcomes: { readonly [outcome in ClauseOutcome]: string } = {
  passed: 'earl:passed',
  failed: 'earl:failed',
  'cannot-tell': 'earl:cantTell',
  untested: 'earl:untested',
  inapplicable: 'earl:inapplicable',
};

/** The whole standard: `passed` only where no clause is left to a person and nothing of the run is missing. */
export function standardAssertion(result: StandardResult, report: Report, context: ReportContext): Plain {
  const clauses = context.texts.standard(result.slug)?.clauses ?? [];
  const outcome = standardOutcome(result, report, clauses);
  const { checked, passed, failed, didNotApply, lackedInput } = result;
  return {
    ...assertion(standardId(result.slug), 'earl:automatic'),
    result: {
      '@type': 'earl:TestResult',
      outcome: outcomes[outcome],
      description: described(outcome, result, report, context),
      'borderlint:verdict': result.verdict,
      'borderlint:counts': { checked, passed, failed, didNotApply, lackedInput },
    },
  };
}

function described(
  outcome: ClauseOutcome,
  result: StandardResult,
  report: Report,
  { language }: ReportContext,
): string {
  if (outcome === 'failed') return say('breaches', language, { n: formatCount(result.failed) });
  if (outcome === 'passed') return say('allAutomatedPassed', language);
  if (outcome === 'cannot-tell')
    return say(report.verdict === 'incomplete' ? 'runIncomplete' : 'noBreachFound', language);
  return renderReason(result.reason, language);
}

/** Each clause of a standard, the informative ones apart. */
export function* clauseAssertions(result: StandardResult, judge: ClauseJudge, context: ReportContext): Iterable<Plain> {
  const clauses = context.texts.standard(result.slug)?.clauses ?? [];
  for (const clause of clauses) {
    if (clause.coverage === 'informative') continue;
    const outcome = judge(result, clause);
    yield {
      ...assertion(clauseId(result.slug, clause.ref), clause.coverage === 'manual' ? 'earl:manual' : 'earl:automatic'),
      result: {
        '@type': 'earl:TestResult',
        outcome: outcomes[outcome],
        description: openPart(clause, context),
      },
    };
  }
}

const stillOpen: { readonly [coverage in Coverage]?: 'forPerson' | 'notBuilt' } = {
  manual: 'forPerson',
  planned: 'notBuilt',
};

function openPart({ coverage }: Clause, { language }: ReportContext): string | undefined {
  const word = stillOpen[coverage];
  return word === undefined ? undefined : say(word, language);
}

function assertion(test: string, mode: string): Plain {
  return { '@type': 'earl:Assertion', assertedBy: ids.assertor, subject: ids.subject, test, mode };
}
