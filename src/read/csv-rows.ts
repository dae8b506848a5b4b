import type { Place } from '../model/reading.js';
import {
  cellEnd,
  closingQuote,
  hasStray,
  isBreak,
  isData,
  needMore,
  type QuoteRules,
  unclosed,
  unquoted,
} from './csv-quotes.js';
import type { Mark, Row } from './csv-row.js';
import { placeWithin } from './places.js';

export type RowLimits = {
  /** Characters of a row; a longer one stops the reading. */
  readonly row: number;
  /** Characters of a quoted cell; a mark not closed by then is data. */
  readonly quoted: number;
};

export const rowLimits: RowLimits = { row: 16 * 1024 ** 2, quoted: 4 * 1024 ** 2 };

/** After so many unclosed marks the search for the end of the next is kept short, or a bad file would take for ever. */
const patience = 8;
const impatientLimit = 64 * 1024;

/** Cuts decoded text into rows. Feed it pieces cut anywhere; the rows are always the same. */
export class RowScanner {
  /** Cells of the header, once known: tells data that looks like a quoted cell from a quoted cell. */
  width: number | undefined;
  /** False: no CR, no NUL has come, and none needs to be looked for. */
  mayHaveReturns = true;
  mayHaveZeros = true;
  readonly #delimiter: string;
  readonly #code: number;
  readonly #limits: RowLimits;
  #text = '';
  #pos = 0;
  #line = 1;
  #row = 0;
  #final = false;
  #stopped = false;
  #unclosed = 0;
  /** Text not yet joined to the rest: a row that needs more is scanned again only when there is twice as much of it. */
  #pieces: string[] = [];
  #wanted = 0;
  // Next of each kind at or after the position; Infinity where there is none.
  #feed = -1;
  #return = -1;
  #quote = -1;
  #nul = -1;

  constructor(delimiter: string, limits: RowLimits = rowLimits) {
    this.#delimiter = delimiter;
    this.#code = delimiter.charCodeAt(0);
    this.#limits = limits;
  }

  /** A row was longer than the limit; nothing more will come. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** `end` was called: when nothing comes any more, nothing will. */
  get ending(): boolean {
    return this.#final;
  }

  /** Where the next row begins. */
  get place(): Place {
    return { line: this.#line, column: 1 };
  }

  feed(text: string): void {
    this.#pieces.push(text);
    this.#wanted -= text.length;
    if (this.#wanted <= 0) this.#join();
  }

  end(): void {
    this.#final = true;
    this.#join();
  }

  /** Place of an offset in the piece about to be fed. */
  placeAhead(text: string, offset: number): Place {
    const pending = this.#text.slice(this.#pos) + this.#pieces.join('');
    return placeWithin(pending + text, pending.length + offset, this.place);
  }

  /** The next row that is not empty; nothing where more text is needed. */
  next(): Row | undefined {
    // What is there has been looked at, and has no whole row.
    if (this.#pieces.length > 0) return undefined;
    while (this.#pos < this.#text.length && !this.#stopped) {
      const start = this.#pos;
      const end = this.#nextBreak(start);
      if (end === start) {
        if (!this.#pass(end)) return undefined;
        continue;
      }
      if (this.#quote < start) this.#quote = this.#find('"', start);
      const plain = this.#quote >= Math.min(end, this.#text.length);
      const row = plain ? this.#plainRow(start, end) : this.#quotedRow(start);
      if (!row) return this.#wait();
      return row;
    }
    return undefined;
  }

  #plainRow(start: number, end: number): Row | undefined {
    if (end === Infinity && !this.#final) return undefined;
    const raw = this.#text.slice(start, end);
    return this.#complete(raw, Math.min(end, this.#text.length), raw.split(this.#delimiter));
  }

  #quotedRow(start: number): Row | undefined {
    const text = this.#text;
    const limit = this.#unclosed < patience ? this.#limits.quoted : impatientLimit;
    const rules: QuoteRules = { delimiter: this.#code, final: this.#final, limit };
    const cells: string[] = [];
    const starts: number[] = [];
    const marks: Mark[] = [];
    for (let at = start; ; ) {
      starts.push(at - start);
      const closing = text.charCodeAt(at) === 34 ? this.#closing(start, at, rules) : isData;
      if (closing === needMore) return undefined;
      let end: number;
      if (closing >= 0) {
        const inner = text.slice(at + 1, closing);
        if (hasStray(inner)) marks.push({ kind: 'quote-stray', offset: at - start });
        cells.push(unquoted(inner));
        end = cellEnd(text, closing + 1, rules);
      } else {
        end = this.#plainEnd(at);
        const cell = text.slice(at, end);
        if (closing === unclosed) marks.push({ kind: 'quote-unclosed', offset: at - start });
        else if (cell.includes('"')) marks.push({ kind: 'quote-stray', offset: at - start + cell.indexOf('"') });
        cells.push(cell);
      }
      if (end >= text.length && !this.#final) return undefined;
      if (text.charCodeAt(end) === this.#code) at = end + 1;
      else return this.#complete(text.slice(start, end), end, cells, starts, marks);
    }
  }

  /** The closing mark of a cell; in tab-separated text a mark before several whole rows is data. */
  #closing(start: number, open: number, rules: QuoteRules): number {
    const closing = closingQuote(this.#text, open, rules);
    if (closing < 0 || this.#code !== 9 || this.width === undefined || this.width < 2) return closing;
    const first = this.#breakFrom(start);
    if (first <= open || first >= closing) return closing;
    const second = first + (this.#text.startsWith('\r\n', first) ? 2 : 1);
    const end = this.#breakFrom(second);
    if (end >= this.#text.length && !this.#final) return needMore;
    const whole = this.#cellsBetween(start, first) === this.width && this.#cellsBetween(second, end) === this.width;
    return whole ? isData : closing;
  }

  #complete(raw: string, end: number, cells: string[], starts?: number[], marks?: Mark[]): Row | undefined {
    if (raw.length > this.#limits.row) {
      this.#stopped = true;
      return undefined;
    }
    const line = this.#line;
    const inner = starts && this.#nextBreak(this.#pos) < end ? placeWithin(raw, raw.length, this.place).line - line : 0;
    if (this.#nul < this.#pos) this.#nul = this.#find('\0', this.#pos);
    const hasNul = this.#nul < end;
    const ended = end < this.#text.length;
    if (!this.#pass(end)) return undefined;
    this.#line += inner;
    this.#unclosed += marks?.filter((mark) => mark.kind === 'quote-unclosed').length ?? 0;
    return {
      cells: hasNul ? cells.map((cell) => cell.replaceAll('\0', '')) : cells,
      raw,
      line,
      row: this.#row,
      starts,
      marks,
      nuls: hasNul ? raw.split('\0').length - 1 : 0,
      ended,
    };
  }

  /** Moves past the line end at `end`; false where it may be a CR LF of which only the CR has come. */
  #pass(end: number): boolean {
    const text = this.#text;
    let next = end + 1;
    if (text.charCodeAt(end) === 13) {
      if (next >= text.length && !this.#final) return false;
      if (text.charCodeAt(next) === 10) next++;
    }
    if (end < text.length) this.#line++;
    this.#row++;
    this.#pos = Math.min(next, text.length);
    return true;
  }

  #wait(): undefined {
    const length = this.#text.length - this.#pos;
    if (length > this.#limits.row) this.#stopped = true;
    this.#wanted = length;
    return undefined;
  }

  #join(): void {
    this.#text = this.#text.slice(this.#pos) + this.#pieces.join('');
    this.#pieces = [];
    this.#wanted = 0;
    this.#pos = 0;
    this.#feed = this.#quote = -1;
    this.#return = this.mayHaveReturns ? -1 : Infinity;
    this.#nul = this.mayHaveZeros ? -1 : Infinity;
  }

  #find(character: string, from: number): number {
    const at = this.#text.indexOf(character, from);
    return at < 0 ? Infinity : at;
  }

  /** The line end at or after a position; the positions asked for only grow. */
  #nextBreak(from: number): number {
    if (this.#feed < from) this.#feed = this.#find('\n', from);
    if (this.#return < from) this.#return = this.#find('\r', from);
    return Math.min(this.#feed, this.#return);
  }

  /** The line end at or after any position, or the end of the text. */
  #breakFrom(from: number): number {
    let at = from;
    while (at < this.#text.length && !isBreak(this.#text.charCodeAt(at))) at++;
    return at;
  }

  #plainEnd(from: number): number {
    let at = from;
    for (; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === this.#code || isBreak(code)) break;
    }
    return at;
  }

  #cellsBetween(from: number, to: number): number {
    let cells = 1;
    for (let at = from; at < to; at++) if (this.#text.charCodeAt(at) === this.#code) cells++;
    return cells;
  }
}
