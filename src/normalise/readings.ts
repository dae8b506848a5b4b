import type { CellReading } from '../model/format.js';
import type { Value } from '../model/record.js';
import { formatDecimal, multiplyDecimals, parseDecimal } from '../vocabulary/decimals.js';

/** What one cell says: the value of its own field, and sometimes of a sister field (a price's currency). */
export type CellValue = { readonly value: Value; readonly currency?: string };

/** White space at either end, of any kind a spreadsheet leaves: no-break, zero-width, ideographic, byte order mark. */
export function trimCell(cell: string): string {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  // Most cells begin and end with an ordinary character.
  if (first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f) return cell;
  return cell.replace(/^[\p{White_Space}\u200b\ufeff]+|[\p{White_Space}\u200b\ufeff]+$/gu, '');
}

/** Reads a trimmed, non-empty cell the way its column says. */
export function readCell(text: string, reading: CellReading): CellValue {
  switch (reading) {
    case 'list-comma':
      return { value: splitList(text, /[,，]/u) };
    case 'list-semicolon':
      return { value: splitList(text, /[;；]/u) };
    case 'list-newline':
      return { value: splitList(text, /\r\n|\n|\r/u) };
    case 'price-with-currency':
      return readPrice(text);
    case 'grams':
      return { value: scaled(text, '0.001') ?? text };
    case 'quantity-weight':
      return { value: readWeight(text) };
    case 'yes-no':
      return { value: readYesNo(text) };
    case 'peel-guard':
      return { value: peelGuard(text) };
    default:
      return { value: text };
  }
}

/** Takes off the guards people put before codes so that a spreadsheet leaves them alone: `="0123"`, `'0123`. */
export function peelGuard(text: string): string {
  const formula = /^="([^"]*)"$/u.exec(text);
  return formula?.[1] ?? (/^'\d/u.test(text) ? text.slice(1) : text);
}

function splitList(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map(trimCell)
    .filter((item) => item !== '');
}

/** `40.99 USD`, `USD 40.99`; any other form is kept whole. */
function readPrice(text: string): CellValue {
  const after = /^([\d.,]+)\s*([A-Z]{3})$/u.exec(text);
  const before = /^([A-Z]{3})\s*([\d.,]+)$/u.exec(text);
  const amount = after?.[1] ?? before?.[2];
  const currency = after?.[2] ?? before?.[1];
  return amount === undefined || currency === undefined ? { value: text } : { value: amount, currency };
}

const kilograms: { readonly [unit: string]: string } = {
  kg: '1',
  kgs: '1',
  千克: '1',
  公斤: '1',
  g: '0.001',
  克: '0.001',
  lb: '0.45359237',
  lbs: '0.45359237',
  磅: '0.45359237',
  oz: '0.028349523125',
  盎司: '0.028349523125',
};

/** A weight with its unit, in kilograms; without a unit the column's own unit is kilograms. */
function readWeight(text: string): string {
  const match = /^([\d.]+)\s*(\p{L}+)\.?$/u.exec(text.normalize('NFKC'));
  const factor = kilograms[(match?.[2] ?? '').toLowerCase()];
  return match?.[1] === undefined || factor === undefined ? text : (scaled(match[1], factor) ?? text);
}

function scaled(text: string, factor: string): string | undefined {
  const decimal = parseDecimal(text);
  const by = parseDecimal(factor);
  return decimal === undefined || by === undefined ? undefined : formatDecimal(multiplyDecimals(decimal, by));
}

function readYesNo(text: string): Value {
  const word = text.toLowerCase();
  if (['yes', 'true', '1', 'y', '是', '有', 'oui'].includes(word)) return true;
  return ['no', 'false', '0', 'n', '否', '无', 'non'].includes(word) ? false : text;
}
