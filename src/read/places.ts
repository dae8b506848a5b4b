import type { Place } from '../model/reading.js';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Walks forward through a text and knows line and column (code points) of where it stands. LF, CR LF and a bare CR
 * each end one line. The text may come in pieces cut anywhere, also inside CR LF or a surrogate pair.
 */
export class LineCursor {
  #line: number;
  #column: number;
  #afterReturn = false;

  constructor(start: Place = { line: 1, column: 1 }) {
    this.#line = start.line;
    this.#column = start.column;
  }

  get place(): Place {
    return { line: this.#line, column: this.#column };
  }

  /** Moves over `text` from one offset to another. */
  advance(text: string, from: number, to: number): void {
    let line = this.#line;
    let column = this.#column;
    let afterReturn = this.#afterReturn;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code === lineFeed) {
        if (!afterReturn) line++;
        column = 1;
        afterReturn = false;
      } else if (code === carriageReturn) {
        line++;
        column = 1;
        afterReturn = true;
      } else {
        // The second half of a surrogate pair is not a character of its own.
        if (code < 0xdc00 || code > 0xdfff) column++;
        afterReturn = false;
      }
    }
    this.#line = line;
    this.#column = column;
    this.#afterReturn = afterReturn;
  }
}

/** Place of an offset in a text whose first character stands at `start`. */
export function placeWithin(text: string, offset: number, start: Place): Place {
  const cursor = new LineCursor(start);
  cursor.advance(text, 0, Math.min(offset, text.length));
  return cursor.place;
}

/** Offset of a place in a text that begins at line 1, column 1; the text's length where it has no such place. */
export function offsetOf(text: string, { line, column }: Place): number {
  const ends = /\r\n|\r|\n/g;
  for (let left = line - 1; left > 0; left--) if (ends.exec(text) === null) return text.length;
  let at = ends.lastIndex;
  for (let left = column - 1; left > 0 && at < text.length; left--) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** Spreadsheet address of a cell, `B17`; the column counts from 0, the row from 1. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
