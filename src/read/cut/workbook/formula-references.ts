/** A corner of a range as a formula writes it. Rows and columns count from 1. */
export type Corner = {
  readonly column: number;
  readonly row: number;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
};

/** A cell or a range a formula refers to. */
export type Reference = {
  /** Name of the sheet; absent: the formula's own. */
  readonly sheet: string | undefined;
  readonly from: Corner;
  readonly to: Corner | undefined;
};

/** Rows of a sheet, and its columns: a range of whole columns has all rows. */
export const lastRow = 1_048_576;
const lastColumn = 16_384;

const letter = String.raw`\p{L}\p{N}_.\\?`;
const cell = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})`;
const sheetName = String.raw`(?:'((?:[^'\[]|'')+)'|([\p{L}_\\][${letter}]*))!`;
/** What a formula is made of, as far as it matters here. */
const pieces = new RegExp(
  [
    `(?<text>"(?:[^"]|"")*")`,
    // A cell of another workbook is none of ours.
    String.raw`(?<foreign>(?:'[^']*\[(?:[^']|'')*'|\[\d+\][${letter}]*)!(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|[${letter}]+))`,
    `(?<area>(?:${sheetName})?${cell}(?::${cell})?(?![${letter}(!#]))`,
    String.raw`(?<lines>(?:${sheetName})?(?:\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![${letter}(!#]))`,
    String.raw`(?<word>(?:${sheetName})?[\p{L}_\\][${letter}]*\(?)`,
    String.raw`(?<number>\d[\d.]*(?:[eE][+-]?\d+)?)`,
    String.raw`(?<brackets>\[(?:[^\[\]]|\[[^\[\]]*\])*\])`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'gu',
);

/** Functions whose result depends on where they stand, or that name their cells in ways that only show when they run. */
const placeBound = /^(?:ROW|ROWS|INDIRECT|OFFSET|CELL|ADDRESS|SHEET|FORMULATEXT|GETPIVOTDATA)\($/iu;

/** A formula that says more than its references show; nobody knows what it would be elsewhere. */
export class OpaqueFormula extends Error {}

/**
 * The formula with its references changed.
 * @param change the reference as it should be, or the same one
 * @throws OpaqueFormula where not all of what it depends on can be told, and what `change` throws
 */
export function withReferences(
  formula: string,
  change: (reference: Reference) => Reference,
  /** `told`: everything the formula depends on must show in its references. */
  depends: 'told' | 'any' = 'told',
): string {
  const opaque = (): void => {
    if (depends === 'told') throw new OpaqueFormula();
  };
  return formula.replace(pieces, (whole: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1);
    if (typeof groups !== 'object' || groups === null) return whole;
    const found: { readonly [name: string]: unknown } = { ...groups };
    if (typeof found['area'] === 'string') return area(whole, change);
    if (typeof found['lines'] === 'string') return lines(whole, change);
    if (typeof found['word'] === 'string' && placeBound.test(whole)) opaque();
    // Of a table only the row itself moves with the formula.
    if (typeof found['brackets'] === 'string' && !/^\[(?:@|\[#This Row\])/iu.test(whole)) opaque();
    if (whole === ':' || whole === '#') opaque();
    return whole;
  });
}

const areaParts = new RegExp(`^(?:${sheetName})?${cell}(?::${cell})?$`, 'u');

function area(written: string, change: (reference: Reference) => Reference): string {
  const [, quoted, plain, ...corners] = areaParts.exec(written) ?? [];
  const from = corner(corners.slice(0, 4));
  const to = corners[5] === undefined ? undefined : corner(corners.slice(4));
  if (from.column > lastColumn || from.row > lastRow || (to?.column ?? 1) > lastColumn || (to?.row ?? 1) > lastRow)
    return written;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const changed = change({ sheet, from, to });
  if (changed.from === from && changed.to === to) return written;
  const prefix = sheet === undefined ? '' : written.slice(0, written.lastIndexOf('!') + 1);
  return prefix + [changed.from, changed.to].flatMap((one) => (one === undefined ? [] : [cornerText(one)])).join(':');
}

const lineParts = /^(?:(?:'(?<quoted>(?:[^'[]|'')+)'|(?<plain>[^!]*))!)?(?<from>\$?\w+):(?<to>\$?\w+)$/u;

/** Whole columns or rows cannot be written otherwise: who changes them is refused. */
function lines(written: string, change: (reference: Reference) => Reference): string {
  const { quoted, plain, from = '', to = '' } = lineParts.exec(written)?.groups ?? {};
  const reference = {
    sheet: quoted?.replaceAll("''", "'") ?? plain,
    from: lineEnd(from, 1, 1),
    to: lineEnd(to, lastRow, lastColumn),
  };
  const changed = change(reference);
  if (changed.from !== reference.from || changed.to !== reference.to) throw new OpaqueFormula();
  return written;
}

function lineEnd(written: string, row: number, column: number): Corner {
  const fixed = written.startsWith('$');
  const name = fixed ? written.slice(1) : written;
  return /^\d/.test(name)
    ? { row: Number(name), column, fixedRow: fixed, fixedColumn: true }
    : { row, column: columnNumber(name.toUpperCase()), fixedRow: true, fixedColumn: fixed };
}

function corner([fixedColumn, letters = '', fixedRow, digits]: readonly (string | undefined)[]): Corner {
  return {
    column: columnNumber(letters.toUpperCase()),
    row: Number(digits),
    fixedColumn: fixedColumn === '$',
    fixedRow: fixedRow === '$',
  };
}

function cornerText({ column, row, fixedColumn, fixedRow }: Corner): string {
  return `${fixedColumn ? '$' : ''}${columnLetters(column)}${fixedRow ? '$' : ''}${row}`;
}

/** Number of a column, from 1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
}

/** Letters of a column that counts from 1. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The formula as a cell so many rows below and columns right of its own would have it. */
export function shifted(formula: string, rows: number, columns: number): string {
  const move = (one: Corner): Corner => {
    const row = one.fixedRow ? one.row : one.row + rows;
    const column = one.fixedColumn ? one.column : one.column + columns;
    if (row < 1 || column < 1 || row > lastRow || column > lastColumn) throw new OpaqueFormula();
    return row === one.row && column === one.column ? one : { ...one, row, column };
  };
  const change = ({ sheet, from, to }: Reference): Reference => ({ sheet, from: move(from), to: to && move(to) });
  return withReferences(formula, change, 'any');
}
