import type { CellFlaw } from '../../model/reading.js';
import { decoded, itemText } from './cell-text.js';
import { dateOfSerial, type NumberKind, timeOfSerial } from './serial-date.js';

/** What cells refer to. */
export type CellContext = {
  readonly texts: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
  /** Namespace prefix of the sheet with its colon, or nothing. */
  readonly prefix: string;
};

/** Cells of a row by column; what is missing is empty. */
export type RowCells = { readonly cells: string[]; readonly flaws: CellFlaw[] | undefined };

/** The last column a sheet can have (XFD), counting from 0. */
const lastColumn = 16_383;

/** A row whose cells cannot be told from each other. */
export class BrokenRow extends Error {}

/** Reads the cells between two offsets of a sheet's text. Throws BrokenRow for what no spreadsheet writes. */
export function readCells(text: string, from: number, to: number, context: CellContext): RowCells {
  const cells: string[] = [];
  let flaws: CellFlaw[] | undefined;
  const tag = new CellTag(context.prefix);
  const close = `</${context.prefix}c>`;
  // Cells follow one another without anything between, as every program writes them.
  const next = (at: number): number => (text.startsWith(tag.open, at) ? at : text.indexOf(tag.open, at));
  for (let at = next(from); at >= 0 && at < to; at = next(at)) {
    at = tag.read(text, at, to);
    // An element whose name only begins like that of a cell.
    if (!tag.isCell) continue;
    const column = tag.column < 0 ? cells.length : tag.column;
    if (column > lastColumn) throw new BrokenRow(`column ${column + 1}`);
    let value: string | Flawed = '';
    if (!tag.empty) {
      const end = plainEnd(text, at, close);
      const contentEnd = end < 0 ? text.indexOf(close, at) : end;
      if (contentEnd < 0 || contentEnd > to) throw new BrokenRow('cell');
      value = cellValue(text, at, contentEnd, tag, context);
      at = contentEnd + close.length;
    }
    if (typeof value !== 'string') {
      flaws ??= [];
      flaws.push({ id: value.id, column, text: value.text });
      value = value.value;
    }
    if (column < cells.length) cells[column] = value;
    else {
      while (cells.length < column) cells.push('');
      cells.push(value);
    }
  }
  return { cells, flaws };
}

/** Where the content of a cell ends that is nothing but a short value (`<v>12</v>`); -1 for any other. */
function plainEnd(text: string, from: number, close: string): number {
  if (text.charCodeAt(from + 1) !== 118 || text.charCodeAt(from + 2) !== 62) return -1;
  let at = from + 3;
  const last = at + 24;
  while (at < last && text.charCodeAt(at) !== 60) at++;
  return text.startsWith(close, at + 4) ? at + 4 : -1;
}

/** The start tag of a cell, read in place: three attributes matter, in any order and with either kind of quotes. */
class CellTag {
  readonly open: string;
  isCell = false;
  empty = false;
  /** Column from 0; -1 where the tag does not say. */
  column = -1;
  /** Number of the style. */
  style = 0;
  /** First character of the type: n, s (shared) or t (str), i (inlineStr), b, e, d. */
  type = number;

  constructor(prefix: string) {
    this.open = `<${prefix}c`;
  }

  /** Reads the tag at an offset; answers the offset behind it. */
  read(text: string, start: number, to: number): number {
    let at = start + this.open.length;
    this.isCell = false;
    this.empty = false;
    this.column = -1;
    this.style = 0;
    this.type = number;
    const next = text.charCodeAt(at);
    if (next > 32 && next !== 62 && next !== 47) return at;
    for (; at < to; ) {
      const code = text.charCodeAt(at);
      if (code === 62) {
        this.isCell = true;
        return at + 1;
      }
      if (code === 47) {
        this.empty = true;
        at++;
      } else if (code <= 32) at++;
      else at = this.#attribute(text, at, to);
    }
    throw new BrokenRow('tag');
  }

  #attribute(text: string, start: number, to: number): number {
    const equals = text.indexOf('=', start);
    let open = equals + 1;
    while (text.charCodeAt(open) <= 32) open++;
    const quote = text.charCodeAt(open);
    const end = quote === 34 ? text.indexOf('"', open + 1) : quote === 39 ? text.indexOf("'", open + 1) : -1;
    if (equals < 0 || end < 0 || end > to) throw new BrokenRow('attribute');
    if (equals === start + 1 || text.charCodeAt(start + 1) <= 32) {
      const name = text.charCodeAt(start);
      if (name === 114) this.column = columnAt(text, open + 1, end);
      else if (name === 115) this.style = wholeNumber(text, open + 1, end);
      else if (name === 116) this.type = typeAt(text, open + 1, end);
    }
    return end + 1;
  }
}

const number = 110;
const shared = 115;
const formulaText = 116;
const inline = 105;
const boolean = 98;
const error = 101;
const isoDate = 100;

/** `str` begins as `s` does. */
function typeAt(text: string, from: number, to: number): number {
  return to - from === 3 ? formulaText : text.charCodeAt(from);
}

function columnAt(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > lastColumn + 1) return column - 1;
  }
  return column - 1;
}

/** -1 for what is no whole number. */
function wholeNumber(text: string, from: number, to: number): number {
  let value = 0;
  if (from >= to) return -1;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

type Flawed = { readonly value: string; readonly id: CellFlaw['id']; readonly text: string };

/** Value of a cell whose content stands between two offsets. */
function cellValue(text: string, from: number, to: number, tag: CellTag, context: CellContext): string | Flawed {
  const { prefix } = context;
  if (tag.type === inline) {
    const start = text.indexOf(`<${prefix}is`, from);
    return start < 0 || start >= to ? '' : itemText(text.slice(text.indexOf('>', start) + 1, to), prefix);
  }
  const open = `<${prefix}v`;
  let start = text.startsWith(open, from) ? from : text.indexOf(open, from);
  if (start >= to) start = -1;
  // Of a value element only `xml:space` can be said.
  const inner = start < 0 ? -1 : text.indexOf('>', start) + 1;
  const whole = inner > 0 && text.charCodeAt(inner - 2) !== 47;
  const end = whole ? text.indexOf('<', inner) : inner;
  if (start < 0 || end === inner) return withoutValue(text, from, to, tag, prefix);
  switch (tag.type) {
    case shared:
      return sharedText(context.texts, wholeNumber(text, inner, end));
    case number:
      return numberText(text.slice(inner, end), tag.style, context);
    case boolean:
      return text.charCodeAt(inner) === 49 ? 'TRUE' : 'FALSE';
    case error:
      return { value: '', id: 'cell-error', text: decoded(text.slice(inner, end)) };
    case isoDate:
      return text.slice(inner, end).trim();
    default:
      return decoded(text.slice(inner, end));
  }
}

function sharedText(texts: readonly string[], index: number): string {
  const text = texts[index];
  if (text === undefined) throw new BrokenRow('shared string');
  return text;
}

/** An empty cell, the empty text of a formula, or a formula nobody worked out. */
function withoutValue(text: string, from: number, to: number, tag: CellTag, prefix: string): string | Flawed {
  if (tag.type === formulaText) return '';
  const formula = text.indexOf(`<${prefix}f`, from);
  return formula < 0 || formula >= to ? '' : { value: '', id: 'formula-unread', text: '' };
}

/** Digits beyond which a spreadsheet keeps none. */
const keptDigits = 1e15;

/** A number as the sheet shows it: dates as dates, no float noise, no exponent, zeros where its format puts them. */
function numberText(written: string, style: number, { kinds, from1904 }: CellContext): string | Flawed {
  const kind = kinds[style] ?? 'number';
  if (kind === 'number' && isPlain(written)) return written;
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return decoded(written);
  if (kind === 'date') return dateOfSerial(value, from1904) ?? plainNumber(value);
  if (kind === 'time') return timeOfSerial(value) ?? plainNumber(value);
  const plain = plainNumber(value);
  if (Math.abs(value) >= keptDigits && Number.isInteger(value)) return { value: plain, id: 'digits-lost', text: plain };
  return typeof kind === 'object' && /^\d+$/.test(plain) ? plain.padStart(kind.digits, '0') : plain;
}

/** At most 15 characters, digits but for one sign and a decimal point that does not end in zeros. */
function isPlain(written: string): boolean {
  const { length } = written;
  if (length > 15 || length === 0) return false;
  let point = false;
  for (let at = 0; at < length; at++) {
    const code = written.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if (code === 46 && !point && at > 0) point = true;
    else if (code !== 45 || at > 0) return false;
  }
  return point ? written.charCodeAt(length - 1) !== 48 && written.charCodeAt(length - 1) !== 46 : length > 0;
}

/** The shortest decimal of a number as far as a spreadsheet keeps it (15 digits), without an exponent. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= keptDigits) return BigInt(value).toString();
  const short = String(Number(value.toPrecision(15)));
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(short);
  if (match === null) return short;
  const [, sign = '', first = '', rest = '', power = '0'] = match;
  return `${sign}0.${'0'.repeat(Number(power) - 1)}${first}${rest}`;
}
