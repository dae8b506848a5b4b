import type { Location } from '../model/location.js';
import { formatCount, phrase } from '../text/report-words.js';
import { sanitize, sanitizeBrief } from '../text/sanitize.js';
import { displayWidth, padToWidth, truncateToWidth } from '../text/width.js';
import type { FindingView } from './finding-view.js';
import type { SharedExpectation } from './shared-expectation.js';
import { hanging, labelled, type Page } from './text-ink.js';

/** Values longer than this are cut, with their length. */
const longestValue = 160;
/** Expectations may quote values, and are cut too. */
export const longestExpected = 640;
const widestRecord = 24;
const indent = 4;

/** Columns of `expected`, `found`, `clause`, `repair` with the gap after them. */
export function labelColumn(page: Page): number {
  const labels = ['expected', 'found', 'clause', 'repair', 'compare'] as const;
  return Math.max(...labels.map((id) => displayWidth(phrase(id, page.language)))) + 2;
}

/** The one place of a finding that stands alone, what is there and what should be. */
export function* placeOf(view: FindingView, page: Page): Iterable<string> {
  yield* placeLine(view, page);
  yield* foundAndExpected(view, page);
  yield* relatedLines(view, page);
}

/** The places of a group, one line each where that fits. */
export function* placeLines(
  views: readonly FindingView[],
  shared: SharedExpectation | undefined,
  page: Page,
): Iterable<string> {
  const rows = views.map((view) => ({ view, ...cellsOf(view, page) }));
  const widest = (name: 'place' | 'cell' | 'record') => Math.max(...rows.map((row) => displayWidth(row[name])));
  const columns = { place: widest('place'), cell: widest('cell'), record: widest('record') };
  for (const row of rows) {
    if (shared === undefined) {
      yield* placeLine(row.view, page);
      yield* foundAndExpected(row.view, page);
    } else {
      yield* rowLines(row, columns, shared.hint(row.view.expectedValues), page);
    }
    yield* relatedLines(row.view, page);
  }
}

type Cells = { readonly place: string; readonly cell: string; readonly record: string };
type Row = Cells & { readonly view: FindingView };

function rowLines(
  row: Row,
  columns: { readonly [name in keyof Cells]: number },
  hint: string,
  page: Page,
): readonly string[] {
  const { ink } = page;
  const pads: readonly (readonly [string, number, (text: string) => string])[] = [
    [row.place, columns.place, ink.strong],
    [row.cell, columns.cell, ink.faint],
    [row.record, columns.record, ink.faint],
  ];
  const lead = pads.filter(([, width]) => width > 0);
  const head = lead
    .map(([text, width, paint]) => paint(text) + ' '.repeat(Math.max(0, width - displayWidth(text))))
    .join('  ');
  const headWidth = indent + lead.reduce((sum, [, width]) => sum + width + 2, 0);
  const found = foundText(row.view, page);
  const arrow = hint === '' ? '' : ` → ${sanitizeBrief(hint, longestValue)}`;
  if (headWidth + displayWidth(found) + displayWidth(arrow) <= page.width) {
    return [`${' '.repeat(indent)}${head}  ${ink.found(found)}${ink.wanted(arrow)}`.trimEnd()];
  }
  const own = labelled(
    page,
    { indent: indent + 2, labelWidth: labelColumn(page) },
    phrase('found', page.language),
    found + arrow,
  );
  return [...placeLine(row.view, page), ...own];
}

function* placeLine(view: FindingView, page: Page): Iterable<string> {
  const { place, cell, record } = cellsOf(view, page);
  const details = [cell, record].filter((text) => text !== '').join('  ');
  const lead = ' '.repeat(indent);
  const fits = indent + displayWidth(place) + 2 + displayWidth(details) <= page.width;
  if (details === '') yield lead + page.ink.strong(place);
  else if (fits) yield `${lead}${page.ink.strong(place)}  ${page.ink.faint(details)}`;
  else {
    yield lead + page.ink.strong(place);
    yield `${lead}  ${page.ink.faint(truncateToWidth(details, page.width - indent - 2))}`;
  }
}

function* foundAndExpected(view: FindingView, page: Page): Iterable<string> {
  const at = { indent: indent + 2, labelWidth: labelColumn(page) };
  yield* labelled(page, at, phrase('found', page.language), foundText(view, page), page.ink.found);
  yield* labelled(
    page,
    at,
    phrase('expected', page.language),
    sanitizeBrief(view.expected, longestExpected),
    page.ink.wanted,
  );
}

/** The other places of a finding. A path is never broken: what does not fit beside it goes below. */
function* relatedLines(view: FindingView, page: Page): Iterable<string> {
  const at = { indent: indent + 2, labelWidth: labelColumn(page) };
  const label = page.ink.faint(padToWidth(phrase('compare', page.language), at.labelWidth));
  for (const other of view.related) {
    const place = [placeText(other.location), cellText(other.location)].filter((text) => text !== '').join('  ');
    const value = other.actual === undefined ? '' : sanitizeBrief(other.actual, longestValue);
    const room = page.width - at.indent - at.labelWidth - displayWidth(place);
    const beside = value !== '' && displayWidth(value) + 2 <= room;
    yield `${' '.repeat(at.indent)}${label}${place}${beside ? `  ${value}` : ''}`;
    if (value !== '' && !beside) yield* hanging(page, at.indent + at.labelWidth, value);
  }
}

function cellsOf(view: FindingView, page: Page): Cells {
  const { location, record } = view.finding;
  const name =
    record ?? (location.record === undefined ? '' : phrase('record', page.language, { n: String(location.record) }));
  return {
    place: placeText(location),
    cell: cellText(location),
    record: truncateToWidth(sanitizeBrief(name, longestValue), widestRecord),
  };
}

/** `file:line:column`, as editors and terminals open it; `file:sheet!cell` in a workbook, as its formulas write it. */
export function placeText({ file, sheet, cell, line, column }: Location): string {
  if (sheet !== undefined) return sanitize(`${file}:${sheet}${cell === undefined ? '' : `!${cell}`}`);
  const position = [line, column].filter((part) => part !== undefined).map((part) => `:${part}`);
  return sanitize(file) + position.join('');
}

/** The cell, where `placeText` does not name it already. */
export function cellText({ sheet, cell }: Location): string {
  return sheet === undefined ? sanitize(cell ?? '') : '';
}

function foundText(view: FindingView, page: Page): string {
  const { actual } = view;
  if (actual === undefined || actual === '') return phrase('nothing', page.language);
  const cut = actual.length > longestValue;
  const text = sanitizeBrief(actual, longestValue);
  const shown = /^\s|\s$/.test(actual) ? `“${text}”` : text;
  return cut ? `${shown} ${phrase('ofLength', page.language, { n: formatCount(actual.length) })}` : shown;
}
