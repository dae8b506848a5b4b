import type { CellReading } from '../model/format.js';
import type { Value } from '../model/record.js';
import { headerNotes } from '../vocabulary/headers.js';
import { peelGuard, splitCommas, splitList } from './cells.js';
import { textOfHtml } from './html-text.js';
import type { Names } from './names.js';
import { lengthReading, numberIn, weightReading } from './quantities.js';

/** Turns a trimmed, non-empty text into a value; what it cannot make sense of stays as written. */
export type ReadText = (text: string) => Value;

const asWritten: ReadText = (text) => text;

/** The reading of one column, made once per file. The header may hold the unit, and tells in which language its table is. */
export function readingOf(reading: CellReading, header: string, names: Names): ReadText {
  const simple = simpleReadings[reading];
  if (simple !== undefined) return simple;
  const chinese = /\p{Script=Han}/u.test(header);
  switch (reading) {
    case 'quantity-weight':
      return weightReading(headerNotes(header));
    case 'quantity-length':
      return lengthReading(headerNotes(header));
    case 'country-name':
      return resolved(names.country(chinese));
    case 'currency-name':
      return resolved(names.currency(chinese));
    case 'unit-name':
      return resolved(names.unit);
    case 'price-with-currency':
      return (text) => splitPrice(text, names)?.amount ?? text;
    default:
      return asWritten;
  }
}

const simpleReadings: { readonly [Reading in CellReading]?: ReadText } = {
  'as-is': asWritten,
  'list-comma': splitCommas,
  'list-semicolon': (text) => splitList(text, ';'),
  'list-newline': (text) => splitList(text, /\r\n|\n|\r/u),
  'list-pipe': (text) => splitList(text, /[|｜]/u),
  'list-codes': (text) => splitList(text, /[,，;；、|｜\r\n]/u),
  'html-text': textOfHtml,
  'backslash-lines': (text) => textOfHtml(text.replaceAll('\\n', '\n')),
  grams: numberIn('0.001'),
  pounds: numberIn('0.45359237'),
  ounces: numberIn('0.028349523125'),
  millimetres: numberIn('0.1'),
  metres: numberIn('100'),
  inches: numberIn('2.54'),
  yards: numberIn('91.44'),
  availability: readAvailability,
  'yes-no': readYesNo,
  gtin: barCodeNumber,
  'gtin-if-any': (text) => (/\p{L}/u.test(peelGuard(text)) ? '' : barCodeNumber(text)),
  'peel-guard': peelGuard,
};

function resolved(resolve: (text: string) => string | undefined): ReadText {
  return (text) => resolve(text) ?? text;
}

/** `40.99 USD`, `USD 40.99`, `58.00人民币`; any other form is no such pair. */
export function splitPrice(
  text: string,
  names: Names,
): { readonly amount: string; readonly currency: string } | undefined {
  const plain = text.normalize('NFKC');
  const after = /^([+-]?[\d.,]*\d)\s*([^\d\s.,+-].*)$/u.exec(plain);
  const before = /^([^\d\s.,+-][^\d.,+-]*?)\s*([+-]?[\d.,]*\d)$/u.exec(plain);
  const amount = after?.[1] ?? before?.[2];
  const word = after?.[2] ?? before?.[1];
  if (amount === undefined || word === undefined) return undefined;
  // Any three capitals are meant as a code: whether it is one is for a rule to say.
  const currency = /^[A-Z]{3}$/u.test(word) ? word : names.currency(false)(word);
  return currency === undefined ? undefined : { amount, currency };
}

/** Digits with hyphens or spaces between them as digits; what is no such number stays as it is. */
function barCodeNumber(text: string): string {
  const plain = peelGuard(text);
  if (/^\d+$/u.test(plain)) return plain;
  const digits = plain
    .normalize('NFKC')
    .replace(/\.0+$/u, '')
    .replaceAll(/(?<=\d)[\s-](?=[\dX])/gu, '');
  return /^\d{7,13}[\dX]$/u.test(digits) ? digits : plain;
}

function readAvailability(text: string): string {
  switch (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/^https?:\/\/schema\.org\//u, '')
      .replace(/[\s_-]+/gu, '')
  ) {
    case '1':
    case 'true':
    case 'yes':
    case 'instock':
      return 'in_stock';
    case '0':
    case 'false':
    case 'no':
    case 'outofstock':
      return 'out_of_stock';
    case 'preorder':
      return 'preorder';
    case 'backorder':
      return 'backorder';
    default:
      return text;
  }
}

/** Spreadsheets write TRUE and FALSE in the language of their menus. */
const yes: ReadonlySet<string> = new Set([
  'yes',
  'true',
  '1',
  'y',
  '是',
  '有',
  '真',
  'oui',
  'vrai',
  'ja',
  'wahr',
  'sí',
  'verdadero',
  'sì',
  'vero',
]);
const no: ReadonlySet<string> = new Set([
  'no',
  'false',
  '0',
  'n',
  '否',
  '无',
  '假',
  'non',
  'faux',
  'nein',
  'falsch',
  'falso',
]);

function readYesNo(text: string): Value {
  const word = text.normalize('NFKC').toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : text;
}
