import type { Report, ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { severities } from '../../text/report-words.js';
import { say } from '../../text/statement-words.js';
import { type Suite, suitesOf, type TestCase } from './suites.js';
import { attributes, xmlText } from './xml.js';

/**
 * JUnit XML that both the Ant and the Jenkins schema accept. A test fails exactly where the run does: an open finding at or
 * above `--fail-on`. What did not run is an error, what had nothing to judge is skipped; neither is ever green.
 */
export function* writeJunit(report: Report, context: ReportContext): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  let id = 0;
  for (const suite of suitesOf(report, context)) {
    yield* suiteLines(suite, id, report, context);
    id += 1;
  }
  yield '</testsuites>\n';
}

function* suiteLines(suite: Suite, id: number, report: Report, context: ReportContext): Iterable<string> {
  const count = (kind: string): number => suite.cases.filter(({ outcome }) => outcome?.kind === kind).length;
  const head = {
    name: suite.name,
    package: 'borderlint',
    id,
    // The schema wants a moment and a duration; a report knows the day it was judged by and no clock.
    timestamp: `${report.asOf}T00:00:00`,
    hostname: 'localhost',
    tests: suite.cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: '0',
  };
  yield `<testsuite${attributes(head)}>\n<properties>\n`;
  for (const [name, value] of Object.entries(suite.properties)) yield `<property${attributes({ name, value })}/>\n`;
  yield '</properties>\n';
  for (const test of suite.cases) yield* caseLines(test);
  yield* outputLines(suite, report, context);
  yield '</testsuite>\n';
}

function* caseLines({ name, classname, outcome, lines }: TestCase): Iterable<string> {
  const open = `<testcase${attributes({ name, classname, time: '0' })}`;
  if (outcome === undefined) {
    yield `${open}/>\n`;
    return;
  }
  const { kind, message, type } = outcome;
  yield `${open}><${kind}${attributes({ message, type: kind === 'skipped' ? undefined : type })}>`;
  for (const line of lines) yield `${xmlText(line)}\n`;
  yield `</${kind}></testcase>\n`;
}

/** Findings too slight to fail the run stand in the suite's output. */
function* outputLines({ cases }: Suite, { failOn }: Report, { language }: ReportContext): Iterable<string> {
  const slight = cases.filter(({ outcome, lines }) => outcome === undefined && lines.length > 0);
  yield '<system-out>';
  if (slight.length > 0) {
    const severity = failOn === 'never' ? failOn : inLanguage(severities[failOn], language);
    yield `${xmlText(say('belowThreshold', language, { severity }))}\n`;
    for (const { name, lines } of slight) for (const line of [name, ...lines]) yield `${xmlText(line)}\n`;
  }
  yield '</system-out>\n<system-err></system-err>\n';
}
