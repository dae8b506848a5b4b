import type { Report, ReportContext, RunVerdict, StandardResult, StandardVerdict } from '../../model/report.js';
import type { Coverage, Evidence } from '../../model/standard.js';
import { inLanguage, titleIn } from '../../text/language.js';
import { renderNotice } from '../../text/notices.js';
import { renderReasonBriefly } from '../../text/reasons.js';
import { type CountedId, phrase, renderCount, runVerdicts, standardVerdicts } from '../../text/report-words.js';
import { sanitizeBrief } from '../../text/sanitize.js';
import { coverageNames, evidenceNames } from '../../text/statement-names.js';
import { type StatementWord, say } from '../../text/statement-words.js';
import { sayInWorkbook, type WorkbookWord } from '../../text/workbook-words.js';
import { clauseCounts } from '../checklist.js';
import { commandLineText } from '../command-line.js';
import { inputCounts } from '../input-counts.js';
import { notRunText } from '../not-run-text.js';
import { periodText } from '../period-text.js';
import { rowMarkup, type SheetCell, sheetEnd, sheetStart } from './sheet-markup.js';
import { type StyleName, styleFor, type TextStyle } from './styles.js';

type Cells = readonly SheetCell[];

const widths = [34, 46, 18, 34, 10, 10, 10, 14, 14, 26, 24, 30];
const longest = 32_000;

const verdictStyles: { readonly [verdict in RunVerdict | StandardVerdict]: StyleName } = {
  conforms: 'good',
  fails: 'error',
  incomplete: 'warning',
  'not-applicable': 'text',
  'not-assessed': 'text',
};

export const tabColours: { readonly [verdict in RunVerdict]: string } = {
  conforms: 'FF70AD47',
  fails: 'FFC00000',
  incomplete: 'FFFFC000',
};

const order: { readonly [verdict in StandardVerdict]: number } = {
  fails: 0,
  conforms: 1,
  'not-assessed': 2,
  'not-applicable': 3,
};

/**
 * What was judged of every standard, what did not run, and what a stranger needs to have the same run again.
 * `remarks`: what is to be known about the workbook itself.
 */
export function* verdictsSheet(
  report: Report,
  context: ReportContext,
  remarks: readonly string[],
  selected: boolean,
): Iterable<string> {
  yield sheetStart({ widths, frozen: 0, tab: tabColours[report.verdict], selected });
  let row = 0;
  for (const cells of rows(report, context, remarks)) {
    row += 1;
    if (cells.length > 0) yield rowMarkup(row, cells);
  }
  yield* sheetEnd({});
}

function* rows(report: Report, context: ReportContext, remarks: readonly string[]): Iterable<Cells> {
  const { language } = context;
  yield [{ value: 'borderlint', style: 'title' }];
  yield [
    text(say('verdict', language), 'bold'),
    { value: inLanguage(runVerdicts[report.verdict], language), style: verdictStyles[report.verdict] },
  ];
  yield [text(sayInWorkbook('counts', language), 'bold'), text(countsLine(report, context))];
  yield* notRunRows(report, context);
  yield [];
  yield [text(sayInWorkbook('aboutHeading', language), 'bold')];
  for (const remark of remarks) yield [text(remark)];
  yield* standardRows(report, context);
  yield* againRows(report, context);
  yield* inputRows(report, context);
  yield* noticeRows(report, context);
}

function countsLine({ counts, inputs, findings }: Report, { language }: ReportContext): string {
  const accepted = findings.filter(({ state }) => state !== 'open').length;
  const count = (id: CountedId, n: number): string => renderCount(id, n, language);
  const waived = findings.filter(({ state }) => state === 'waived').length;
  return [
    ...(['error', 'warning', 'advice'] as const).map((severity) => count(severity, counts[severity])),
    ...inputCounts(inputs, language),
    count('records', counts.records),
    count('recordsFailed', counts.recordsFailed),
    ...(waived > 0 ? [count('waived', waived)] : []),
    ...(accepted > waived ? [count('baseline', accepted - waived)] : []),
  ].join(' · ');
}

function* notRunRows({ notRun }: Report, { language }: ReportContext): Iterable<Cells> {
  if (notRun.length === 0) return;
  yield [];
  yield [text(phrase('notRunHeading', language), 'bold'), text(phrase('incompleteMeans', language))];
  for (const missed of notRun) {
    const { suggestion } = missed;
    const advice = suggestion === undefined ? undefined : inLanguage(suggestion, language);
    yield [
      { value: brief(missed.subject), style: 'error' },
      text(notRunText(missed, language)),
      undefined,
      text(advice),
    ];
  }
}

function* standardRows({ standards }: Report, context: ReportContext): Iterable<Cells> {
  const { language } = context;
  yield [];
  yield [text(say('statement', language), 'bold'), text(say('countsAreChecks', language))];
  const names = ['checked', 'passed', 'failed', undefined, 'lacked', 'evidence', 'inForce', 'clauses'] as const;
  yield [
    head(say('standard', language)),
    head(sayInWorkbook('title', language)),
    head(say('verdict', language)),
    head(say('why', language)),
    ...names.map((name) => head(name === undefined ? sayInWorkbook('didNotApply', language) : say(name, language))),
  ];
  for (const result of standards.toSorted((a, b) => order[a.verdict] - order[b.verdict]))
    yield standardRow(result, context);
}

function standardRow(result: StandardResult, context: ReportContext): Cells {
  const { language } = context;
  const known = context.texts.standard(result.slug);
  return [
    text(result.number),
    text(titleIn(known?.title ?? {}, language)),
    { value: inLanguage(standardVerdicts[result.verdict], language), style: verdictStyles[result.verdict] },
    text(renderReasonBriefly(result.reason, language)),
    ...[result.checked, result.passed, result.failed, result.didNotApply, result.lackedInput].map(number),
    text(countsText(result.evidence, evidenceNames, context)),
    text(periodText(known?.effective, language)),
    text(countsText(clauseCounts(known) ?? {}, coverageNames, context)),
  ];
}

function countsText<Name extends Coverage | Evidence>(
  counts: { readonly [name in Name]?: number },
  names: { readonly [name in Name]: { readonly en: string; readonly 'zh-CN': string } },
  { language }: ReportContext,
): string {
  return Object.keys(names)
    .filter((name): name is Name => name in names && (counts[name as Name] ?? 0) > 0)
    .map((name) => `${counts[name]} ${inLanguage(names[name], language)}`)
    .join(phrase('listComma', language));
}

function* againRows(report: Report, { language }: ReportContext): Iterable<Cells> {
  const { tool, catalogue, asOf, request } = report;
  const profile = request['profile'];
  const facts: readonly (readonly [StatementWord, string])[] = [
    ['command', commandLineText(report)],
    ['judgedBy', asOf],
    ['profile', typeof profile === 'string' ? profile : ''],
    ['tool', `${tool.name} ${tool.version}`],
    ['catalogue', say('digest', language, { name: catalogue.version, digest: catalogue.digest })],
  ];
  yield [];
  yield [text(say('again', language), 'bold')];
  for (const [word, fact] of facts) if (fact !== '') yield [text(say(word, language)), text(fact)];
}

function* inputRows({ inputs }: Report, { language }: ReportContext): Iterable<Cells> {
  if (inputs.length === 0) return;
  const names: readonly WorkbookWord[] = ['sheet', 'format', 'encoding', 'records'];
  yield [];
  yield [head(say('inputs', language)), head('SHA-256'), ...names.map((name) => head(sayInWorkbook(name, language)))];
  for (const { file, sheet, format, encoding, records, digest } of inputs)
    yield [text(file), text(digest), text(sheet), text(format), text(encoding), number(records)];
}

function* noticeRows({ notices, upcoming }: Report, { language }: ReportContext): Iterable<Cells> {
  if (notices.length > 0) {
    yield [];
    yield [text(phrase('noticesHeading', language), 'bold')];
    for (const notice of notices) {
      const { file, line, cell, sheet } = notice.location;
      const place = cell ?? (line === undefined ? undefined : String(line));
      yield [text(file), text(renderNotice(notice, language)), text(sheet), text(place)];
    }
  }
  if (upcoming.length === 0) return;
  yield [];
  yield [text(phrase('upcomingHeading', language), 'bold')];
  for (const { standard, from, rule, findings } of upcoming)
    yield [text(standard), text(say('upcoming', language, { standard, from, rule, n: String(findings) }))];
}

function text(value: string | undefined, style: TextStyle = 'text'): SheetCell {
  if (value === undefined || value === '') return undefined;
  const shown = brief(value);
  return { value: shown, style: styleFor(shown, style) };
}

function brief(value: string): string {
  return sanitizeBrief(value, longest);
}

function head(value: string): SheetCell {
  return { value, style: 'head' };
}

function number(value: number): SheetCell {
  return { value, style: 'number' };
}
