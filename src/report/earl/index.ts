import type { Report, ReportContext } from '../../model/report.js';
import { concernsRun } from '../checklist.js';
import { createClauseJudge } from '../clause-outcomes.js';
import { interchangeJson, type Plain } from '../json-shape.js';
import { clauseAssertions, standardAssertion } from './assertions.js';
import { context as jsonLdContext } from './context.js';
import { assertorOf, runOf, subjectOf, testOf } from './parties.js';

/**
 * The conformance statement in W3C's Evaluation and Report Language (EARL 1.0) as JSON-LD: who asserts what outcome of which
 * test for which subject. Every standard has an assertion; of those that concern the run every clause has one as well.
 */
export function* writeEarl(report: Report, context: ReportContext): Iterable<string> {
  yield `{\n"@context": ${interchangeJson(jsonLdContext)},\n"@graph": [`;
  let before = '';
  for (const node of nodes(report, context)) {
    yield `${before}\n${interchangeJson(node)}`;
    before = ',';
  }
  yield '\n]\n}\n';
}

function* nodes(report: Report, context: ReportContext): Iterable<Plain> {
  yield assertorOf(report);
  yield subjectOf(report);
  yield runOf(report, context);
  const judge = createClauseJudge(report, context);
  for (const result of report.standards) {
    yield testOf(result, context);
    yield standardAssertion(result, report, context);
    if (concernsRun(result)) yield* clauseAssertions(result, judge, context);
  }
}
