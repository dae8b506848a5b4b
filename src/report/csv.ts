import type { Finding } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import { formatCount } from '../text/report-words.js';
import { sanitizeBrief } from '../text/sanitize.js';
import { say } from '../text/statement-words.js';
import { viewFinding } from './finding-view.js';
import { notRunText } from './not-run-text.js';
import { relatedPlaces } from './related-text.js';

/** Columns of the table. `kind` is `finding`, or says what the table lacks: `not-kept`, `not-run`. */
const columns = [
  'kind',
  'severity',
  'state',
  'rule',
  'standards',
  'clause',
  'evidence',
  'file',
  'sheet',
  'line',
  'column',
  'cell',
  'record',
  'field',
  'message',
  'found',
  'expected',
  'remedy',
  'key',
  'related',
] as const;

type Row = { readonly [column in (typeof columns)[number]]?: string | number | undefined };

/** Longest text of a spreadsheet cell is 32,767 characters, the apostrophe of the guard among them. */
const longestCell = 32_000;

/** A row per finding, comma-separated, UTF-8, one line each: line breaks and controls of values are shown as signs. */
export function* writeCsv(report: Report, context: ReportContext): Iterable<string> {
  yield `${columns.join(',')}\n`;
  for (const finding of report.findings) yield line(findingRow(finding, context));
  for (const [rule, left] of Object.entries(report.truncated)) {
    const message = say('notKept', context.language, { rule, n: formatCount(left) });
    yield line({ kind: 'not-kept', rule, message });
  }
  for (const missed of report.notRun) {
    const { file = missed.what === 'rule' ? undefined : missed.subject, line: row, column } = missed.location ?? {};
    const rule = missed.what === 'rule' ? missed.subject : undefined;
    const message = notRunText(missed, context.language);
    yield line({ kind: 'not-run', rule, file, line: row, column, message });
  }
}

/** The same behind a byte order mark, without which Excel on a Chinese Windows takes UTF-8 for GBK. */
export function* writeExcelCsv(report: Report, context: ReportContext): Iterable<string> {
  yield '\ufeff';
  yield* writeCsv(report, context);
}

function findingRow(finding: Finding, context: ReportContext): Row {
  const { location, standards, severity, state, rule, record, key } = finding;
  const view = viewFinding(finding, context);
  return {
    kind: 'finding',
    severity,
    state,
    rule,
    standards: standards.join('; '),
    clause: view.rule?.clause,
    evidence: view.rule?.evidence,
    file: location.file,
    sheet: location.sheet,
    line: location.line,
    column: location.column,
    cell: location.cell,
    record,
    field: location.name ?? finding.field,
    message: view.message,
    found: view.actual,
    expected: view.expected,
    remedy: view.remedy,
    key,
    related: view.related.length === 0 ? undefined : relatedPlaces(view).join('; '),
  };
}

function line(row: Row): string {
  return `${columns.map((column) => cell(row[column])).join(',')}\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = guarded(sanitizeBrief(value, longestCell));
  return /[",\n\r;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets take for a formula what begins like one, full-width signs included; an apostrophe makes it text. A negative
 * number and a dash alone do nothing, and stay as they are.
 */
function guarded(text: string): string {
  if (/^-(?:\d+(?:[.,]\d+)*|-*)$/u.test(text)) return text;
  return /^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}
