import { type CellLine, rowLines } from '../text/row-lines.js';
import { sanitize } from '../text/sanitize.js';
import { displayWidth, truncateToWidth, wrapToWidth } from '../text/width.js';
import type { Ink } from './ink.js';
import type { Cell, Table, TableColumn, Tone } from './page.js';

const gap = 2;
/** A flexible column narrower than this makes the most expendable other one go. */
const leastFlexible = 22;
/** Below this width no column may take more than its share. */
const roomy = 64;

/** A table as lines of at most `width` columns: no borders, headings faint, cells wrapped. */
export function tableLines(table: Table, width: number, ink: Ink): readonly string[] {
  const shown = fitting(table, width);
  const widths = columnWidths(shown, width);
  const draw = (row: readonly (readonly CellLine[])[]): readonly string[] =>
    rowLines(
      row,
      shown.columns.map(({ align }, index) => ({ align, width: widths[index] ?? 0 })),
      ' '.repeat(gap),
    );
  const titles = shown.columns.map(({ title }, index) => [
    painted(truncateToWidth(title, widths[index] ?? 0), 'faint', ink),
  ]);
  const rows = shown.rows.map((row) =>
    shown.columns.map(({ cut }, index) => cellPieces(row[index] ?? [], cut === true, widths[index] ?? 0, ink)),
  );
  return [...(shown.columns.some(({ title }) => title !== '') ? draw(titles) : []), ...rows.flatMap(draw)];
}

/** Without the columns that say nothing or have no room. */
function fitting(table: Table, width: number): Table {
  const empty = table.columns.findIndex(
    (column, index) => (column.expendable ?? 0) > 0 && table.rows.every((row) => (row[index] ?? []).length === 0),
  );
  if (empty >= 0) return fitting(without(table, empty), width);
  const flexible = table.columns.findIndex((column) => column.flexible === true);
  if (flexible < 0) return table;
  const widths = columnWidths(table, width);
  // A short flexible column may have all the room it wants beside others that have too much.
  const fits = widths.reduce((sum, one) => sum + one + gap, -gap) <= width;
  if (fits && (widths[flexible] ?? 0) >= Math.min(leastFlexible, naturalWidth(table, flexible))) return table;
  const victims = table.columns
    .map((column, index) => ({ index, rank: column.expendable ?? 0 }))
    .filter(({ rank }) => rank > 0);
  const [victim] = victims.sort((a, b) => b.rank - a.rank);
  if (victim === undefined) return table;
  return fitting(without(table, victim.index), width);
}

function without({ columns, rows }: Table, victim: number): Table {
  const keep = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => index !== victim);
  return { columns: keep(columns), rows: rows.map(keep) };
}

function columnWidths(table: Table, width: number): readonly number[] {
  const wanted = table.columns.map((column, index) => Math.min(column.most ?? width, naturalWidth(table, index)));
  const taken = wanted.reduce((sum, one, index) => sum + gap + (table.columns[index]?.flexible === true ? 0 : one), 0);
  // The last column's gap would only be white space at the line's end.
  const rest = width + gap - taken;
  const cramped = rest < leastFlexible && width < roomy;
  const share = cramped ? Math.floor(width * 0.36) : width;
  const spare = wanted.reduce(
    (sum, one, index) => sum + (table.columns[index]?.flexible === true ? 0 : Math.max(0, one - share)),
    0,
  );
  return wanted.map((one, index) =>
    table.columns[index]?.flexible === true ? Math.min(one, Math.max(6, rest + spare)) : Math.min(one, share),
  );
}

function naturalWidth({ columns, rows }: Table, index: number): number {
  const title: TableColumn | undefined = columns[index];
  const cells = rows.flatMap((row) => (row[index] ?? []).map(({ text }) => displayWidth(text)));
  return Math.max(1, displayWidth(title?.title ?? ''), ...cells);
}

function cellPieces(cell: Cell, cut: boolean, width: number, ink: Ink): readonly CellLine[] {
  const lines = (text: string): readonly string[] => (cut ? [truncateToWidth(text, width)] : wrapToWidth(text, width));
  return cell.flatMap(({ text, tone }) => lines(sanitize(text)).map((line) => painted(line, tone ?? 'plain', ink)));
}

function painted(line: string, tone: Tone, ink: Ink): CellLine {
  return { text: ink[tone](line), width: displayWidth(line) };
}
