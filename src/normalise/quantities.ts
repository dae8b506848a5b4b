import { formatDecimal, multiplyDecimals, parseDecimal } from '../vocabulary/decimals.js';

/** Factors to the unit the canonical record is in, by the ways the unit is written. */
type Units = { readonly [unit: string]: string };

const kilograms: Units = units({
  '1': ['kg', 'kgm', 'kgs', 'kilo', 'kilogram', 'kilograms', 'kilogramme', 'kilogrammes', '千克', '公斤'],
  '0.001': ['g', 'grm', 'gr', 'gram', 'grams', 'gramme', 'grammes', '克'],
  '0.000001': ['mg', 'milligram', 'milligrams', '毫克'],
  '1000': ['t', '吨'],
  '0.5': ['斤', '市斤'],
  '0.45359237': ['lb', 'lbr', 'lbs', 'pound', 'pounds', '磅'],
  '0.028349523125': ['oz', 'onz', 'ounce', 'ounces', '盎司'],
});

/** NFKC writes a double prime as two primes. */
const centimetres: Units = units({
  '1': ['cm', 'cmt', 'centimetre', 'centimetres', 'centimeter', 'centimeters', '厘米', '公分'],
  '0.1': ['mm', 'mmt', 'millimetre', 'millimetres', 'millimeter', 'millimeters', '毫米'],
  '100': ['m', 'mtr', 'metre', 'metres', 'meter', 'meters', '米'],
  '2.54': ['in', 'inh', 'inch', 'inches', '"', '′′', '英寸'],
  '30.48': ['ft', 'foot', 'feet', '英尺'],
  '91.44': ['yd', 'yard', 'yards', '码'],
});

function units(ways: { readonly [factor: string]: readonly string[] }): Units {
  return Object.fromEntries(Object.entries(ways).flatMap(([factor, names]) => names.map((name) => [name, factor])));
}

/** A number in the unit this factor belongs to; anything else stays as written. */
export function numberIn(factor: string): (text: string) => string {
  return (text) => scaled(text, factor) ?? text;
}

/** A weight with its unit, in kilograms. A bare number is in the unit a note of the header names, or in kilograms. */
export const weightReading = (notes: readonly string[]): ((text: string) => string) =>
  quantityReading(kilograms, notes);

/** A length with its unit, in centimetres. A bare number is in the unit a note of the header names, or in centimetres. */
export const lengthReading = (notes: readonly string[]): ((text: string) => string) =>
  quantityReading(centimetres, notes);

function quantityReading(known: Units, notes: readonly string[]): (text: string) => string {
  const named = notes.map((note) => known[note]).find((factor) => factor !== undefined);
  return (text) => {
    const match = /^([+-]?[\d.]+)\s*([^\d\s.].*?)?\.?$/u.exec(text.normalize('NFKC'));
    const [, amount, unit] = match ?? [];
    if (amount === undefined) return text;
    if (unit === undefined) return named === undefined || named === '1' ? text : (scaled(amount, named) ?? text);
    const factor = known[unit.toLowerCase()];
    return factor === undefined ? text : (scaled(amount, factor) ?? text);
  };
}

function scaled(text: string, factor: string): string | undefined {
  const decimal = parseDecimal(text) ?? parseDecimal(text.normalize('NFKC'));
  const by = parseDecimal(factor);
  return decimal === undefined || by === undefined ? undefined : formatDecimal(multiplyDecimals(decimal, by));
}
