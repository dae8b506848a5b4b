import { sampleRows } from '../../model/reading.js';
import { closingQuote, isBreak, unquoted } from '../csv-quotes.js';
import { placeInRow, type Row } from '../csv-row.js';
import { RowScanner } from '../csv-rows.js';
import { sniffDelimiter } from '../delimiter.js';
import { cellAddress } from '../places.js';
import { type EditableText, type FindText, offsetFinder } from './editable.js';

/** Characters the delimiter is judged by, as the reader does. */
const headLength = 64 * 1024;

export type TextRow = { readonly row: Row; readonly start: number; readonly end: number };

/** The rows of a table as the reader cuts them, with their offsets; `end` is after the line end. */
export function* tableRows(text: string, delimiter: string): Generator<TextRow> {
  const offsetOf = offsetFinder(text);
  const scanner = new RowScanner(delimiter);
  scanner.feed(text);
  scanner.end();
  let seen = 0;
  for (let row = scanner.next(); row !== undefined; row = scanner.next()) {
    if (seen++ < sampleRows) scanner.width = Math.max(scanner.width ?? 0, row.cells.length);
    const start = offsetOf({ line: row.line, column: 1 }) ?? text.length;
    const end = start + row.raw.length;
    yield { row, start, end: end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0) };
  }
}

export function delimiterOf(text: string): string {
  return sniffDelimiter(text.slice(0, headLength));
}

/** Cells of a table by their address, confirmed by their place. */
export function tableTexts(text: string, wanted: ReadonlySet<string>): FindText {
  const delimiter = delimiterOf(text);
  const numbers = new Set([...wanted].map((cell) => Number(/\d+$/u.exec(cell)?.[0] ?? 0)));
  const rows = new Map<number, TextRow>();
  for (const one of tableRows(text, delimiter)) if (numbers.has(one.row.row)) rows.set(one.row.row, one);
  return (place, cell) => {
    if (cell === undefined) return undefined;
    const found = rows.get(Number(/\d+$/u.exec(cell)?.[0] ?? 0));
    if (found === undefined || found.row.nuls > 0) return undefined;
    const { row } = found;
    const column = row.cells.findIndex((_, index) => cellAddress(index, row.row) === cell);
    if (column < 0) return undefined;
    const at = placeInRow(row, column, delimiter);
    if (at.line !== place.line || at.column !== place.column) return undefined;
    return cellAt(text, found, column, delimiter);
  };
}

function cellAt(text: string, { row, start }: TextRow, column: number, delimiter: string): EditableText | undefined {
  const value = row.cells[column] ?? '';
  const at = start + offsetIn(row, column, delimiter);
  if (text.charAt(at) === '"') {
    const closing = closingQuote(text, at, { delimiter: delimiter.charCodeAt(0), final: true, limit: text.length });
    // A mark that is data, or is never closed, makes the cell's end a guess.
    if (closing < 0 || unquoted(text.slice(at + 1, closing)) !== value) return undefined;
    return { start: at + 1, end: closing, text: value, write: (other) => other.replaceAll('"', '""') };
  }
  const end = at + value.length;
  const after = text.charAt(end);
  if (text.slice(at, end) !== value || !(after === '' || after === delimiter || isBreak(after.charCodeAt(0)))) {
    return undefined;
  }
  const plain = new RegExp(`["\r\n${delimiter === '|' ? '\\|' : delimiter}]`, 'u');
  // What was not quoted stays so, or is left alone.
  return { start: at, end, text: value, write: (other) => (plain.test(other) ? undefined : other) };
}

function offsetIn(row: Row, column: number, delimiter: string): number {
  const known = row.starts?.[column];
  if (known !== undefined) return known;
  let offset = 0;
  for (let index = 0; index < column; index++) offset = row.raw.indexOf(delimiter, offset) + 1;
  return offset;
}
