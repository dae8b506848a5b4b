import type { Report, StandardResult, StandardVerdict } from '../model/report.js';
import { inLanguage, titleIn } from '../text/language.js';
import { renderReasonBriefly, type StandardReason } from '../text/reasons.js';
import { type CountedId, formatCount, phrase, renderCount, standardVerdicts } from '../text/report-words.js';
import { type CellLine, rowLines } from '../text/row-lines.js';
import { sanitize } from '../text/sanitize.js';
import { displayWidth, truncateToWidth, wrapToWidth } from '../text/width.js';
import { labelOf } from './finding-view.js';
import { hanging, heading, type Page, type Paint } from './text-ink.js';

const mostFields = 4;
/** Narrower pages put the note under the title. */
const widthForNotes = 72;
const widestNumber = 36;

/** The standards that were judged as a table, all others as counts with what would decide them. */
export function* standardLines(report: Report, page: Page): Iterable<string> {
  if (report.standards.length === 0) return;
  yield heading(page, 'standardsHeading');
  const judged = [...ofVerdict(report, 'fails'), ...ofVerdict(report, 'conforms')];
  if (judged.length === 0) yield* hanging(page, 2, phrase('noStandards', page.language));
  else yield* tableLines(judged, page);
  yield '';
  yield* foldedLines(ofVerdict(report, 'not-assessed'), 'standardsNotAssessed', page);
  yield* foldedLines(ofVerdict(report, 'not-applicable'), 'standardsNotApplicable', page);
  if (judged.length < report.standards.length) yield '';
}

function ofVerdict(report: Report, verdict: StandardVerdict): readonly StandardResult[] {
  return report.standards.filter((result) => result.verdict === verdict);
}

function tableLines(results: readonly StandardResult[], page: Page): readonly string[] {
  const { language, ink } = page;
  const [standardName = '', verdictName = '', failedName = '', whyName = ''] = columnNames.map((id) =>
    phrase(id, language),
  );
  const widest = (name: string, texts: readonly string[]): number =>
    Math.max(displayWidth(name), ...texts.map(displayWidth)) + 2;
  const verdicts = widest(
    verdictName,
    results.map((one) => verdictOf(one, page)),
  );
  const figures = widest(failedName, results.map(failedOf));
  const room = page.width - 2 - verdicts - figures;
  const numbers = Math.min(
    room,
    widestNumber,
    widest(
      standardName,
      results.map((one) => sanitize(one.number)),
    ),
  );
  const noted = page.width >= widthForNotes;
  const widths = [numbers, verdicts, figures, ...(noted ? [room - numbers] : [])];
  const names = [standardName, verdictName, failedName, whyName].slice(0, widths.length);
  const columns = widths.map((width) => ({ width }));
  // The gap to the next column is part of each width.
  const draw = (row: readonly (readonly CellLine[])[]): readonly string[] =>
    rowLines(row, columns, '').map((line) => `  ${line}`.trimEnd());
  const rows = results.flatMap((result) => {
    const note = noteOf(result, page);
    const row = [
      cell(sanitize(result.number), numbers - 2, ink.strong),
      cell(verdictOf(result, page), verdicts, ink.standard[result.verdict]),
      cell(failedOf(result), figures, same),
      ...(noted ? [cell(note, room - numbers - 2, ink.faint)] : []),
    ];
    const below = [titleLine(result, page), noted ? '' : note].filter((line) => line !== '');
    return [...draw(row), ...below.map((line) => `    ${ink.faint(truncateToWidth(line, page.width - 8))}`)];
  });
  const head = names.map((name) => cell(name, displayWidth(name), ink.faint));
  return [...draw(head), ...rows];
}

const columnNames = ['standardColumn', 'verdictColumn', 'failedColumn', 'whyColumn'] as const;

function titleLine(result: StandardResult, page: Page): string {
  return sanitize(titleIn(page.context.texts.standard(result.slug)?.title ?? {}, page.language));
}

function verdictOf(result: StandardResult, page: Page): string {
  return inLanguage(standardVerdicts[result.verdict], page.language);
}

function failedOf(result: StandardResult): string {
  return `${formatCount(result.failed)}/${formatCount(result.checked)}`;
}

/** What the verdict does not cover: clauses for a person, clauses not built, fields no file had. */
function noteOf(result: StandardResult, page: Page): string {
  const { language } = page;
  const notes: string[] = [];
  if (result.missingFields.length > 0)
    notes.push(phrase('lackedFields', language, { fields: fieldList(result.missingFields, page) }));
  if (result.manualClauses > 0) notes.push(renderCount('manualClauses', result.manualClauses, language));
  if (result.plannedClauses > 0) notes.push(renderCount('plannedClauses', result.plannedClauses, language));
  return sanitize(notes.join(phrase('semicolon', language)));
}

function fieldList(fields: readonly string[], page: Page): string {
  const labels = fields.map((field) => labelOf(page.context)(field, page.language));
  const shown = labels.slice(0, mostFields).join(phrase('listComma', page.language));
  if (labels.length <= mostFields) return shown;
  const n = page.language === 'zh-CN' ? labels.length : labels.length - mostFields;
  return phrase('moreFields', page.language, { fields: shown, n: String(n) });
}

function* foldedLines(results: readonly StandardResult[], id: CountedId, page: Page): Iterable<string> {
  if (results.length === 0) return;
  const { language } = page;
  const byReason = new Map<StandardReason, StandardResult[]>();
  for (const result of results) {
    const known = byReason.get(result.reason);
    if (known === undefined) byReason.set(result.reason, [result]);
    else known.push(result);
  }
  const reasons = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, members]) => reasonText(reason, members, page))
    .join(phrase(language === 'zh-CN' ? 'semicolon' : 'clauseComma', language));
  const text = phrase('alsoNotAssessed', language, { count: renderCount(id, results.length, language), reasons });
  yield* hanging(page, 2, sanitize(text));
}

function reasonText(reason: StandardReason, members: readonly StandardResult[], page: Page): string {
  const { language } = page;
  const count = renderCount('standards', members.length, language);
  const text = phrase('reasonCount', language, { count, reason: renderReasonBriefly(reason, language) });
  const fields = reason === 'no-input' ? [...new Set(members.flatMap((member) => member.missingFields))] : [];
  return fields.length === 0
    ? text
    : phrase('reasonFields', language, { reason: text, fields: fieldList(fields, page) });
}

function cell(text: string, width: number, paint: Paint): readonly CellLine[] {
  if (text === '') return [];
  return wrapToWidth(text, width).map((line) => ({ text: paint(line), width: displayWidth(line) }));
}

function same(text: string): string {
  return text;
}
