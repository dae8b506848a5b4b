import type { CellFlaw } from '../../model/reading.js';
import { nextAside, withoutAsides } from './markup.js';
import { BrokenRow, type CellContext, readCells } from './sheet-cells.js';

/** One row of a sheet as it is written. */
export type SheetRow = {
  readonly cells: string[];
  readonly flaws: readonly CellFlaw[] | undefined;
  /** 1-based. */
  readonly row: number;
  readonly hidden: boolean;
};

export type SheetStop = { readonly id: 'limit-reached' | 'xml-broken'; readonly what: string; readonly limit: number };

export type SheetLimits = {
  /** Characters of a row with its markup. */
  readonly row: number;
  /** Rows of a sheet. */
  readonly rows: number;
};

/** A sheet ends at row 1,048,576. */
export const sheetLimits: SheetLimits = { row: 16 * 1024 ** 2, rows: 1_048_576 };

/** Characters of what stands before the rows. */
const prologLimit = 16 * 1024 ** 2;

/** Cuts the text of a sheet into rows. Feed it pieces cut anywhere; the rows are always the same. */
export class SheetRows {
  readonly #context: Omit<CellContext, 'prefix'>;
  readonly #limits: SheetLimits;
  #cell: CellContext | undefined;
  #text = '';
  #pos = 0;
  #pieces: string[] = [];
  #wanted = 0;
  /** The next comment or the like at or after the position; Infinity where there is none. */
  #aside = -1;
  #row = 0;
  #count = 0;
  #stop: SheetStop | undefined;
  #ended = false;
  /** Columns the sheet hides, as `C` or `F:H`. */
  hiddenColumns: readonly string[] = [];

  constructor(context: Omit<CellContext, 'prefix'>, limits: SheetLimits = sheetLimits) {
    this.#context = context;
    this.#limits = limits;
  }

  /** The end of the rows has been seen. */
  get complete(): boolean {
    return this.#ended;
  }

  /** Why there are no more rows although there is more text. */
  get stop(): SheetStop | undefined {
    return this.#stop;
  }

  /** Number of the last row. */
  get row(): number {
    return this.#row;
  }

  feed(text: string): void {
    this.#pieces.push(text);
    this.#wanted -= text.length;
    if (this.#wanted <= 0) this.#join();
  }

  /** No more text will come. */
  end(): void {
    this.#join();
  }

  /** The next row; nothing where more text is needed, or where the rows have ended. */
  next(): SheetRow | undefined {
    if (this.#pieces.length > 0 || this.#ended || this.#stop) return undefined;
    if (this.#cell === undefined && !this.#readProlog()) return this.#wait();
    const { prefix } = this.#cell ?? { prefix: '' };
    const open = `<${prefix}row`;
    const close = `</${prefix}row>`;
    for (;;) {
      const start = this.#nextTag();
      if (start < 0) return this.#wait();
      const text = this.#text;
      const tagEnd = text.indexOf('>', start) + 1;
      if (tagEnd === 0) return this.#wait();
      if (text.startsWith(`</${prefix}sheetData`, start)) {
        this.#ended = true;
        return undefined;
      }
      const isRow = text.startsWith(open, start) && !/[\w.-]/.test(text.charAt(start + open.length));
      const empty = text.charCodeAt(tagEnd - 2) === 47;
      if (!isRow || empty) {
        if (isRow && !this.#number(text.slice(start + open.length, tagEnd))) return undefined;
        this.#pos = tagEnd;
        continue;
      }
      const end = text.indexOf(close, tagEnd);
      if (end < 0) return this.#wait();
      if (this.#hasAside(end)) {
        if (!this.#clean()) return this.#wait();
        continue;
      }
      if (end - start > this.#limits.row) return this.#tooLong();
      this.#pos = end + close.length;
      return this.#read(start + open.length, tagEnd, end);
    }
  }

  #read(attributes: number, from: number, to: number): SheetRow | undefined {
    const context = this.#cell;
    const tag = this.#text.slice(attributes, from);
    if (context === undefined || !this.#number(tag)) return undefined;
    try {
      const { cells, flaws } = readCells(this.#text, from, to, context);
      return { cells, flaws, row: this.#row, hidden: / hidden\s*=\s*["'](?:1|true)/.test(tag) };
    } catch (error) {
      if (!(error instanceof BrokenRow)) throw error;
      this.#stop = { id: 'xml-broken', what: error.message, limit: 0 };
      return undefined;
    }
  }

  /** Takes the row's number from its tag; a row that does not say follows the one before. False beyond the last row. */
  #number(tag: string): boolean {
    const said = /(?:^|\s)r\s*=\s*["'](\d{1,9})["']/.exec(tag)?.[1];
    this.#row = said === undefined ? this.#row + 1 : Number(said);
    this.#count++;
    if (this.#row <= this.#limits.rows && this.#count <= this.#limits.rows) return true;
    this.#stop = { id: 'limit-reached', what: 'rows', limit: this.#limits.rows };
    return false;
  }

  /** Everything up to the first row: the namespace prefix, hidden columns. */
  #readProlog(): boolean {
    const text = this.#text;
    const data = /<([\w.-]+:)?sheetData(\s[^>]*)?(\/)?>/u.exec(text);
    if (data === null) {
      if (text.length > prologLimit) this.#stop = { id: 'limit-reached', what: 'text', limit: prologLimit };
      return false;
    }
    this.hiddenColumns = hiddenColumnsOf(text.slice(0, data.index));
    this.#cell = { ...this.#context, prefix: data[1] ?? '' };
    this.#pos = data.index + data[0].length;
    this.#ended = data[0].endsWith('/>');
    return true;
  }

  /** Offset of the next tag; comments and the like before it are taken out. */
  #nextTag(): number {
    for (;;) {
      const at = this.#text.indexOf('<', this.#pos);
      if (at < 0 || !this.#hasAside(at + 1)) return at;
      if (!this.#clean()) return -1;
    }
  }

  /** Whether a comment or the like begins before an offset. */
  #hasAside(before: number): boolean {
    if (this.#aside < this.#pos) {
      const at = nextAside(this.#text, this.#pos);
      this.#aside = at < 0 ? Infinity : at;
    }
    return this.#aside < before;
  }

  #clean(): boolean {
    const clean = withoutAsides(this.#text, this.#pos);
    if (clean === undefined) return false;
    this.#text = clean;
    this.#aside = Infinity;
    return true;
  }

  #wait(): undefined {
    const length = this.#text.length - this.#pos;
    if (length > this.#limits.row) return this.#tooLong();
    this.#wanted = length;
    return undefined;
  }

  #tooLong(): undefined {
    this.#stop ??= { id: 'limit-reached', what: 'row', limit: this.#limits.row };
    return undefined;
  }

  #join(): void {
    this.#text = this.#text.slice(this.#pos) + this.#pieces.join('');
    this.#pieces = [];
    this.#wanted = 0;
    this.#pos = 0;
    this.#aside = -1;
  }
}

function hiddenColumnsOf(prolog: string): readonly string[] {
  const found: string[] = [];
  for (const [, attributes = ''] of prolog.matchAll(/<(?:[\w.-]+:)?col\s([^>]*)>/gu)) {
    const of = (name: string): string | undefined =>
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(attributes)?.[1];
    if (!/^(?:1|true)$/.test(of('hidden') ?? '')) continue;
    const [first, last] = [Number(of('min')), Number(of('max'))];
    if (!(first >= 1)) continue;
    found.push(last > first ? `${columnName(first - 1)}:${columnName(last - 1)}` : columnName(first - 1));
  }
  return found;
}

/** Letters of a column that counts from 0. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
