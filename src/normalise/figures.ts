import type { FieldType } from '../model/document.js';
import type { CellReading } from '../model/format.js';

/** Which sign begins the fraction of a number. */
export type DecimalSign = 'comma' | 'point';

/**
 * What a number's own form says of the sign: `comma` (12,50; 1.234,56), `point` (12.50; 1,234.56), `either` for three
 * digits behind the only sign (1,234; 1.234), `none` for whole numbers and what is no number.
 */
export type SignShown = DecimalSign | 'either' | 'none';

const figure = /\d[\d.,'’\u00a0\u202f\u2009 ]*\d|\d|[.,]\d+/gu;
const byComma = /^(?:\d*,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/u;
const byPoint = /^(?:\d*\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/u;
const byEither = /^[1-9]\d{0,2}[.,]\d{3}$/u;
/** Thousands set off by a space or an apostrophe. */
const spaced = /(?<=^\d{1,3}(?:['’\u00a0\u202f\u2009 ]\d{3})*)['’\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/gu;

export function signShown(text: string): SignShown {
  if (!text.includes(',') && !text.includes('.')) return 'none';
  const number = onlyFigure(text);
  if (number === undefined) return 'none';
  const joined = number.replaceAll(spaced, '');
  if (byEither.test(joined)) return 'either';
  return byComma.test(joined) ? 'comma' : byPoint.test(joined) ? 'point' : 'none';
}

/**
 * The text with its number written plainly, `1.234,56 €` as `1234.56 €`. A number that could be meant either way is read by
 * `sign`; where nobody knows the sign, it stays as it is.
 */
export function plainFigure(text: string, sign: DecimalSign | undefined): string {
  const number = onlyFigure(text);
  if (number === undefined || /^\d+$/u.test(number)) return text;
  const joined = number.replaceAll(spaced, '');
  const shown = signShown(number);
  const by = shown === 'either' ? sign : shown === 'none' ? undefined : shown;
  const plain =
    by === 'comma'
      ? joined.replaceAll('.', '').replace(',', '.')
      : by === 'point'
        ? joined.replaceAll(',', '')
        : joined;
  return plain === number ? text : text.replace(number, () => plain);
}

/** The number of a text that has one; a range or a size (`10 x 20`) has several. */
function onlyFigure(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const [first, second] = text.match(figure) ?? [];
  return second === undefined ? first : undefined;
}

/** Readings of cells that hold one number, perhaps with a unit or a currency. */
const ofNumbers: ReadonlySet<CellReading> = new Set([
  'as-is',
  'price-with-currency',
  'grams',
  'pounds',
  'ounces',
  'millimetres',
  'metres',
  'inches',
  'yards',
  'quantity-weight',
  'quantity-length',
]);

export function holdsNumber(type: FieldType, reading: CellReading): boolean {
  return (type === 'decimal' || type === 'integer') && ofNumbers.has(reading);
}
