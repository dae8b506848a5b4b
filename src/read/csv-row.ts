import type { Place } from '../model/reading.js';
import { LineCursor, placeWithin } from './places.js';

/** One row of a table, with what it takes to find its cells again. */
export type Row = {
  readonly cells: string[];
  /** The row as written, without its line end. */
  readonly raw: string;
  /** Line the row starts on. */
  readonly line: number;
  /** Row of a spreadsheet, empty rows counted. */
  readonly row: number;
  /** Offsets of the cells in `raw`; absent where no cell is quoted. */
  readonly starts: readonly number[] | undefined;
  /** Offsets in `raw` of marks that are not what they seem. */
  readonly marks: readonly Mark[] | undefined;
  readonly nuls: number;
  /** A line end follows: the row is whole even if the file is cut off. */
  readonly ended: boolean;
};

export type Mark = { readonly kind: 'quote-unclosed' | 'quote-stray'; readonly offset: number };

/** Place of a cell; of the end of the row where it has no such cell. */
export function placeInRow(row: Row, column: number, delimiter: string): Place {
  let offset = row.raw.length;
  if (column < row.cells.length) {
    offset = row.starts?.[column] ?? 0;
    if (!row.starts) for (let i = 0; i < column; i++) offset = row.raw.indexOf(delimiter, offset) + 1;
  }
  return placeWithin(row.raw, offset, { line: row.line, column: 1 });
}

/** Places of all cells in one pass: a header may have a hundred thousand of them. */
export function placesInRow(row: Row, delimiter: string): readonly Place[] {
  const cursor = new LineCursor({ line: row.line, column: 1 });
  let offset = 0;
  return row.cells.map((_, column) => {
    const plain = column === 0 ? 0 : row.raw.indexOf(delimiter, offset) + 1;
    const start = row.starts?.[column] ?? plain;
    cursor.advance(row.raw, offset, start);
    offset = start;
    return cursor.place;
  });
}
