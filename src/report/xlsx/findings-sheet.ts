import type { Finding } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { formatCount, severities, states } from '../../text/report-words.js';
import { sanitizeBrief } from '../../text/sanitize.js';
import { type StatementWord, say } from '../../text/statement-words.js';
import { sayInWorkbook, type WorkbookWord } from '../../text/workbook-words.js';
import { viewFinding } from '../finding-view.js';
import { notRunText } from '../not-run-text.js';
import { relatedPlaces } from '../related-text.js';
import { sheetLimits } from './limits.js';
import { tableKey } from './marks.js';
import { cellOf, columnName } from './markup.js';
import { rowMarkup, type SheetCell, type SheetEnd, sheetEnd, sheetStart } from './sheet-markup.js';
import { type StyleName, styleFor, type TextStyle } from './styles.js';

/** Columns of the sheet with their widths. */
const columns = [
  ['severity', 10],
  ['state', 10],
  ['rule', 34],
  ['standards', 24],
  ['clause', 12],
  ['message', 60],
  ['found', 28],
  ['expected', 34],
  ['repair', 50],
  ['file', 28],
  ['sheet', 14],
  ['line', 8],
  ['column', 8],
  ['cell', 8],
  ['record', 18],
  ['field', 22],
  ['related', 34],
  ['key', 30],
] as const satisfies readonly (readonly [name: StatementWord | WorkbookWord, width: number])[];

type Column = (typeof columns)[number][0];
type Row = { readonly [column in Column]?: SheetCell };

/** What the sheet lacks; added up while it is written. */
export type FindingsAccount = { left: number; unlinked: number };

export type FindingsRequest = {
  readonly report: Report;
  /** The gravest first. */
  readonly findings: readonly Finding[];
  /** Names of the copied tables' sheets, by `tableKey`. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly selected: boolean;
};

const longest = 32_000;

/** A row per finding, with a link to its cell; then what was counted and not kept, and what did not run. */
export function* findingsSheet(
  { report, findings, sheets, selected }: FindingsRequest,
  context: ReportContext,
  account: FindingsAccount,
): Iterable<string> {
  const { language } = context;
  yield sheetStart({ widths: columns.map(([, width]) => width), frozen: 1, selected });
  yield rowMarkup(
    1,
    columns.map(([name]) => ({ value: heading(name, context), style: 'head' })),
  );
  const links: NonNullable<SheetEnd['links']>[number][] = [];
  let row = 1;
  const lacking = [...lackingRows(report, context)];
  const room = sheetLimits.rows - 1 - lacking.length;
  for (const finding of findings.slice(0, room)) {
    const target = linkOf(finding, sheets);
    row += 1;
    const linked = target !== undefined && links.length < sheetLimits.links;
    if (target !== undefined && linked) links.push({ cell: `${cellColumn}${row}`, ...target });
    if (target !== undefined && !linked) account.unlinked += 1;
    yield line(row, findingRow(finding, linked, context));
  }
  account.left = Math.max(0, findings.length - room);
  for (const one of lacking) yield line(++row, one);
  if (account.left > 0) {
    const n = formatCount(account.left);
    yield line(++row, { message: text(sayInWorkbook('noFindings', language, { n }), 'wrapped') });
  }
  yield* sheetEnd({ filter: `A1:${columnName(columns.length - 1)}${row}`, links, texts: `A1:${lastColumn}${row}` });
}

const cellColumn = columnName(columns.findIndex(([name]) => name === 'cell'));
const lastColumn = columnName(columns.length - 1);

function line(number: number, row: Row): string {
  return rowMarkup(
    number,
    columns.map(([name]) => row[name]),
  );
}

function findingRow(finding: Finding, linked: boolean, context: ReportContext): Row {
  const { language } = context;
  const { location, standards, severity, state, rule, record, key, field } = finding;
  const view = viewFinding(finding, context);
  const colour: StyleName = state === 'open' ? severity : 'accepted';
  return {
    severity: { value: inLanguage(severities[severity], language), style: colour },
    state: text(inLanguage(states[state], language)),
    rule: text(rule),
    standards: text(standards.join('; ')),
    clause: text(view.rule?.clause),
    message: text(view.message, 'wrapped'),
    found: text(view.actual, 'wrapped'),
    expected: text(view.expected, 'wrapped'),
    repair: text(view.remedy, 'wrapped'),
    file: text(location.file),
    sheet: text(location.sheet),
    line: number(location.line),
    column: number(location.column),
    cell: linked && location.cell !== undefined ? { value: location.cell, style: 'link' } : text(location.cell),
    record: text(record),
    field: text(location.name ?? field),
    related: text(relatedPlaces(view).join('\n'), 'wrapped'),
    key: text(key),
  };
}

function* lackingRows({ truncated, notRun }: Report, { language }: ReportContext): Iterable<Row> {
  for (const [rule, left] of Object.entries(truncated)) {
    const message = say('notKept', language, { rule, n: formatCount(left) });
    const state = sayInWorkbook('notKept', language);
    yield { state: text(state), rule: text(rule), message: text(message, 'wrapped') };
  }
  for (const missed of notRun) {
    const { file = missed.what === 'rule' ? undefined : missed.subject, line, column, sheet } = missed.location ?? {};
    yield {
      state: { value: sayInWorkbook('notRun', language), style: 'error' },
      rule: text(missed.what === 'rule' ? missed.subject : undefined),
      message: text(notRunText(missed, language), 'wrapped'),
      file: text(file),
      sheet: text(sheet),
      line: number(line),
      column: number(column),
    };
  }
}

function linkOf(
  { location }: Finding,
  sheets: ReadonlyMap<string, string>,
): { readonly sheet: string; readonly target: string } | undefined {
  const sheet = sheets.get(tableKey(location));
  const { cell } = location;
  return sheet === undefined || cell === undefined || cellOf(cell) === undefined ? undefined : { sheet, target: cell };
}

function text(value: string | undefined, style: TextStyle = 'text'): SheetCell {
  if (value === undefined || value === '') return undefined;
  const shown = sanitizeBrief(value, longest);
  return { value: shown, style: styleFor(shown, style) };
}

function number(value: number | undefined): SheetCell {
  return value === undefined ? undefined : { value, style: 'number' };
}

function heading(name: Column, { language }: ReportContext): string {
  switch (name) {
    case 'clause':
    case 'found':
    case 'expected':
    case 'repair':
    case 'record':
      return say(name, language);
    default:
      return sayInWorkbook(name, language);
  }
}
