import type { Finding } from '../../model/finding.js';
import type { NotRun, Report, ReportContext, RuleResult, StandardResult } from '../../model/report.js';
import { inLanguage, titleIn } from '../../text/language.js';
import { renderReason } from '../../text/reasons.js';
import { formatCount } from '../../text/report-words.js';
import { say } from '../../text/statement-words.js';
import { viewFinding } from '../finding-view.js';
import { failsRun } from '../gravity.js';
import { grouped } from '../grouped.js';
import { notRunText } from '../not-run-text.js';
import { findingLines } from './findings.js';

/** A test. Without an outcome it passed. */
export type TestCase = {
  readonly name: string;
  readonly classname: string;
  readonly outcome?: {
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly message: string;
    readonly type: string;
  };
  /** Lines of the outcome's text, or of the suite's output where the test passed. */
  readonly lines: readonly string[];
};

export type Suite = {
  readonly name: string;
  readonly properties: { readonly [name: string]: string | number };
  readonly cases: readonly TestCase[];
};

/** The input files, then a suite for every standard with rules that had something to judge, then what was not assessed. */
export function* suitesOf(report: Report, context: ReportContext): Iterable<Suite> {
  const rules = groupRules(report, context);
  const known = new Set([...rules.values()].flat());
  yield inputSuite(report, known, context);
  const findings = grouped(report.findings, (finding) => finding.rule);
  const counts = new Map(report.rules.map((rule) => [rule.id, rule]));
  for (const [slug, ids] of rules) {
    const result = report.standards.find((standard) => standard.slug === slug);
    const own = (id: string): Own => ({ id, slug, findings: findings.get(id) ?? [], count: counts.get(id) });
    yield {
      name: [result?.number ?? slug, titleIn(context.texts.standard(slug)?.title ?? {}, context.language)].join(' '),
      properties: result === undefined ? {} : standardProperties(result),
      cases: ids.map((id) => ruleCase(own(id), report, context)),
    };
  }
  const open = report.standards.filter(
    ({ verdict, reason }) => verdict === 'not-assessed' && reason !== 'no-active-rule',
  );
  if (open.length > 0) yield notAssessedSuite(open, context);
}

type Own = {
  readonly id: string;
  readonly slug: string;
  readonly findings: readonly Finding[];
  readonly count: RuleResult | undefined;
};

/** Ids of the rules that ran or found something, by the standard they belong to. */
function groupRules(report: Report, { texts }: ReportContext): ReadonlyMap<string, readonly string[]> {
  const ids = new Set([
    ...report.rules.map(({ id }) => id),
    ...report.findings.map(({ rule }) => rule),
    ...Object.keys(report.truncated),
  ]);
  return grouped(ids, (id) => texts.rule(id)?.standard ?? id.split('/')[0] ?? id);
}

function inputSuite(report: Report, known: ReadonlySet<string>, context: ReportContext): Suite {
  const { language } = context;
  const missed = report.notRun.filter(({ what, subject }) => what !== 'rule' || !known.has(subject));
  const faulty = new Set(missed.map(({ subject, location }) => location?.file ?? subject));
  const whole = report.inputs.filter(({ file }) => !faulty.has(file));
  return {
    name: say('inputs', language),
    properties: runProperties(report),
    cases: [
      ...whole.map(({ file, sheet, complete, format }): TestCase => {
        const test = { name: sheet === undefined ? file : `${file}:${sheet}`, classname: `input.${format}`, lines: [] };
        if (complete) return test;
        return { ...test, outcome: { kind: 'error', message: say('inputIncomplete', language), type: 'rest-of-file' } };
      }),
      ...missed.map((entry) => notRunCase(entry, 'input', context)),
    ],
  };
}

function notRunCase(entry: NotRun, classname: string, { language }: ReportContext): TestCase {
  const message = notRunText(entry, language);
  const advice = entry.suggestion === undefined ? [] : [inLanguage(entry.suggestion, language)];
  return { name: entry.subject, classname, outcome: { kind: 'error', message, type: entry.what }, lines: advice };
}

function ruleCase(own: Own, report: Report, context: ReportContext): TestCase {
  const { id, slug, findings, count } = own;
  const { language } = context;
  const test = { name: id, classname: slug };
  const missed = report.notRun.find(({ what, subject }) => what === 'rule' && subject === id);
  if (missed !== undefined) return notRunCase(missed, slug, context);
  const open = findings.filter(({ state }) => state === 'open');
  const left = report.truncated[id] ?? 0;
  const severity = context.texts.rule(id)?.severity ?? count?.severity ?? 'error';
  const fails = open.some((one) => failsRun(one.severity, report)) || (left > 0 && failsRun(severity, report));
  const lines = [...findingLines(open, left, context)];
  if (fails) return { ...test, outcome: failure(own, open, left, context), lines };
  if (open.length + left > 0) return { ...test, lines };
  const skipped = (message: string): TestCase => ({
    ...test,
    outcome: { kind: 'skipped', message, type: 'skipped' },
    lines: [],
  });
  if (findings.length > 0) return skipped(say('acceptedOnly', language, { n: formatCount(findings.length) }));
  if (count === undefined || count.checked > 0) return { ...test, lines: [] };
  return skipped(say(count.lackedInput > 0 ? 'lackedInput' : 'didNotApply', language));
}

function failure(
  { count }: Own,
  open: readonly Finding[],
  left: number,
  context: ReportContext,
): NonNullable<TestCase['outcome']> {
  const [first] = open;
  const message = first === undefined ? '' : viewFinding(first, context).message;
  const n = formatCount(open.length + left);
  const checked = formatCount(count?.checked ?? open.length + left);
  return {
    kind: 'failure',
    message: say('failures', context.language, { n, checked, message }),
    type: first?.severity ?? 'error',
  };
}

function notAssessedSuite(results: readonly StandardResult[], context: ReportContext): Suite {
  return {
    name: say('standardsNotAssessed', context.language),
    properties: {},
    cases: results.map((result) => ({
      name: result.number,
      classname: result.slug,
      outcome: { kind: 'skipped', message: renderReason(result.reason, context.language), type: result.reason },
      lines: [],
    })),
  };
}

function runProperties({ verdict, asOf, failOn, tool, catalogue, counts, truncated }: Report): Suite['properties'] {
  const { accepted, ...plain } = counts;
  const left = Object.values(truncated).reduce((sum, count) => sum + count, 0);
  return {
    verdict,
    asOf,
    failOn,
    tool: `${tool.name} ${tool.version}`,
    catalogue: catalogue.version,
    catalogueDigest: catalogue.digest,
    ...plain,
    ...accepted,
    notKept: left,
  };
}

function standardProperties(result: StandardResult): Suite['properties'] {
  const { verdict, checked, passed, failed, didNotApply, lackedInput, manualClauses, plannedClauses } = result;
  return { verdict, checked, passed, failed, didNotApply, lackedInput, manualClauses, plannedClauses };
}
