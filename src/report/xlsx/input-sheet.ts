import type { CheckedTable, TableRow } from '../../model/reading.js';
import type { HidePersonal } from '../../model/report.js';
import { displayWidth } from '../../text/width.js';
import { mostCopiedBytes, sheetLimits } from './limits.js';
import { type Mark, type Marks, styleOf } from './marks.js';
import { cellLong, columnName } from './markup.js';
import { cellMarkup, sheetEnd, sheetStart } from './sheet-markup.js';
import { type StyleName, styleFor, type TextStyle } from './styles.js';

/** What a copy lacks, or has otherwise than the file; added up while it is written. */
export type CopyAccount = {
  /** Last row of a copy that ends before its file does. */
  endedAt: number | undefined;
  rowsCut: number;
  cellsCut: number;
  masked: number;
  changed: boolean;
};

export type CopyRequest = {
  readonly table: CheckedTable;
  readonly marks: Marks;
  readonly notes: boolean;
  /** How personal data is hidden; undefined: it is shown. */
  readonly hide: HidePersonal | undefined;
  readonly selected: boolean;
  /** Characters of markup written so far, of all copies. */
  readonly spent: { characters: number };
};

/** A table as it stands in its file, each cell a text at its own address, with the cells coloured that have findings. */
export async function* inputSheet(request: CopyRequest, account: CopyAccount): AsyncIterable<string> {
  const { table, marks, notes, selected, spent } = request;
  const widths = widthsOf(table.sample);
  // A pane that leaves no room to scroll in would lock the sheet.
  yield sheetStart({ widths, frozen: table.header <= 20 ? table.header : 0, selected });
  const waiting = [...marks.keys()].sort((a, b) => b - a);
  let columns = widths.length;
  let last = 1;
  const written = (row: number, cells: readonly string[]): string => {
    columns = Math.max(columns, Math.min(cells.length, sheetLimits.columns));
    last = row;
    const text = rowText(request, row, cells, account);
    spent.characters += text.length;
    return text;
  };
  copy: for await (const batch of table.rows()) {
    for (const one of batch) {
      const { row } = one;
      if (row > sheetLimits.rows || spent.characters > mostCopiedBytes / 3) {
        account.endedAt = last;
        break copy;
      }
      // Rows that hold nothing but are at fault stand between the others.
      for (let next = waiting.at(-1); next !== undefined && next <= row; next = waiting.at(-1)) {
        waiting.pop();
        if (next < row) yield written(next, []);
      }
      yield written(row, shownCells(one));
    }
  }
  if (account.endedAt === undefined) for (const row of waiting.reverse()) yield written(row, []);
  account.changed = account.endedAt === undefined && table.hasChanged();
  yield* sheetEnd({ texts: `A1:${columnName(Math.max(columns, 1) - 1)}${last}`, notes });
}

/** The cells as the file shows them: an error value is read as nothing, but there it stands. */
function shownCells({ cells, flaws = [] }: TableRow): readonly string[] {
  if (flaws.length === 0) return cells;
  const shown = [...cells];
  for (const { column, text } of flaws) if ((shown[column] ?? '') === '') shown[column] = text;
  return Array.from(shown, (text) => text ?? '');
}

function rowText(request: CopyRequest, row: number, cells: readonly string[], account: CopyAccount): string {
  const own = request.marks.get(row);
  let text = '';
  const width = Math.min(cells.length, sheetLimits.columns);
  if (cells.length > width) account.rowsCut += 1;
  for (let column = 0; column < width; column++) {
    const value = cells[column] ?? '';
    const mark = own?.get(column);
    if (value === '' && mark === undefined) continue;
    text += cellText(request, { column, row, value, mark }, account);
  }
  // A cell the row does not have can be at fault too.
  for (const mark of [...(own?.values() ?? [])].sort((a, b) => a.column - b.column))
    if (mark.column >= width) text += cellText(request, { column: mark.column, row, value: '', mark }, account);
  return `<row r="${row}">${text}</row>`;
}

type CopiedCell = {
  readonly column: number;
  readonly row: number;
  readonly value: string;
  readonly mark: Mark | undefined;
};

function cellText(
  { table, hide }: CopyRequest,
  { column, row, value, mark }: CopiedCell,
  account: CopyAccount,
): string {
  const hidden = value !== '' && table.isPersonal(column, row) ? hide?.(value) : undefined;
  if (hidden !== undefined) account.masked += 1;
  if (value.length > sheetLimits.text) account.cellsCut += 1;
  const shown = cellLong(hidden ?? value);
  const plain: TextStyle = row === table.header ? 'bold' : 'text';
  const style: StyleName =
    mark === undefined ? (hidden !== undefined ? 'faint' : styleFor(shown, plain)) : styleFor(shown, styleOf(mark));
  return cellMarkup(column, row, { value: shown, style });
}

const narrowest = 8;
const widest = 48;

/** Columns wide enough for most of what the first rows have in them. */
function widthsOf(sample: readonly TableRow[]): readonly number[] {
  const columns = Math.min(sheetLimits.columns, Math.max(0, ...sample.map(({ cells }) => cells.length)));
  return Array.from({ length: columns }, (_, column) => {
    const lengths = sample.map(({ cells }) => displayWidth((cells[column] ?? '').slice(0, widest)));
    return Math.min(widest, Math.max(narrowest, ...lengths) + 2);
  });
}
