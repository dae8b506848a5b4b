import type { CellReading } from '../../model/format.js';
import type { Look } from '../../model/proposal.js';
import { hasCheckDigit } from '../../vocabulary/check-digits.js';

/** Codes for names, as the catalogue's lists have them. */
export type CodeNames = {
  readonly country: (text: string) => string | undefined;
  readonly currency: (text: string) => string | undefined;
  readonly unit: (text: string) => string | undefined;
};

/** What a column's values look like: the share, 0 to 1, of those that do. */
export type Looks = {
  readonly count: number;
  readonly distinct: number;
  readonly share: { readonly [look in Look]: number };
  /** Numbers with a decimal sign: amounts, never codes. */
  readonly fractions: number;
  /** How to split cells that hold several values, where most do. */
  readonly separator?: CellReading;
};

const weightUnit = /^[+-]?[\d.,]+\s*(?:kg|kgs|g|gr|mg|lb|lbs|oz|千克|公斤|克|磅|斤)\.?$/iu;
const lengthUnit = /^[+-]?[\d.,]+\s*(?:cm|mm|m|in|ft|inch|厘米|毫米|米|英寸)\.?$/iu;
const decimal = /^[+-]?(?:\d{1,3}(?:[ ,.'\u202f]\d{3})+|\d+)?(?:[.,]\d+)?%?$/u;
const money = /^(?:[^\d\s.,+-]{1,4}\s*[\d.,]+|[\d.,]+\s*[^\d\s.,+-]{1,4})$/u;
const date =
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T\s].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?:\s.*)?|(?:19|20)\d{6}(?:\d{6})?)$/u;
const yesNo = /^(?:yes|no|true|false|y|n|是|否|有|无|oui|non|0|1)$/iu;
const link = /^(?:https?:)?\/\/\S+$/iu;
const image = /\.(?:jpe?g|png|webp|gif|bmp|avif)(?:[?#].*)?$/iu;

/** Tells what each value looks like; a value may look like several things. */
export function looksOf(values: readonly string[], names: CodeNames): Looks {
  const plain = values.map((value) => bare(value));
  const tests: { readonly [look in Look]: (text: string) => boolean } = {
    gtin: (text) => /^(?:\d{8}|\d{12,14})$/.test(text) && hasCheckDigit(text, 'gtin'),
    'hs-code': isHsCode,
    country: (text) => /\p{L}/u.test(text) && names.country(text) !== undefined,
    currency: (text) => /[^\d\s]/u.test(text) && names.currency(text) !== undefined,
    unit: (text) => names.unit(text) !== undefined,
    date: (text) => date.test(text) && plausibleDate(text),
    number: (text) => text !== '' && /\d/.test(text) && decimal.test(text),
    weight: (text) => weightUnit.test(text),
    length: (text) => lengthUnit.test(text),
    money: (text) => money.test(text) && names.currency(currencyPart(text)) !== undefined,
    'yes-no': (text) => yesNo.test(text),
    link: (text) => firstOf(text).every((one) => link.test(one)),
    image: (text) => firstOf(text).every((one) => image.test(one)),
    code: (text) => /^[\p{L}\p{N}][\p{L}\p{N}._/#+-]{0,63}$/u.test(text) && /[\dA-Z]/.test(text),
    text: (text) => /\p{L}{2}/u.test(text),
    'long-text': (text) => text.length > 80 || /<\w+[^>]*>/.test(text) || text.includes('\n'),
  };
  const share = (look: Look): number => (plain.length === 0 ? 0 : plain.filter(tests[look]).length / plain.length);
  const separator = separatorOf(plain);
  return {
    ...(separator !== undefined && { separator }),
    count: plain.length,
    fractions: plain.filter((text) => /^\d+[.,]\d{1,2}$/.test(text)).length / Math.max(1, plain.length),
    distinct: new Set(plain).size,
    share: {
      gtin: share('gtin'),
      'hs-code': share('hs-code'),
      country: share('country'),
      currency: share('currency'),
      unit: share('unit'),
      date: share('date'),
      number: share('number'),
      weight: share('weight'),
      length: share('length'),
      money: share('money'),
      'yes-no': share('yes-no'),
      link: share('link'),
      image: share('image'),
      code: share('code'),
      text: share('text'),
      'long-text': share('long-text'),
    },
  };
}

/** Without a spreadsheet's guard, full-width forms folded. */
function bare(value: string): string {
  const plain = value.normalize('NFKC').trim();
  return (/^="(.*)"$/su.exec(plain)?.[1] ?? plain.replace(/^'/, '')).trim();
}

/** 6, 8 or 10 digits, perhaps with points, that begin with a chapter of the tariff. */
function isHsCode(text: string): boolean {
  const digits = text.replaceAll(/[.\s]/g, '');
  if (!/^\d{6}(?:\d{2}){0,2}$/.test(digits) || !/^\d[\d.\s]*\d$/.test(text)) return false;
  const chapter = Number(digits.slice(0, 2));
  return chapter >= 1 && chapter <= 97 && chapter !== 77;
}

function plausibleDate(text: string): boolean {
  const digits = /^(?:19|20)\d\d(\d\d)(\d\d)/.exec(text);
  return digits === null || (Number(digits[1]) <= 12 && Number(digits[1]) > 0 && Number(digits[2]) <= 31);
}

function currencyPart(text: string): string {
  return text.replaceAll(/[\d.,\s]/g, '');
}

/** The parts of a cell that may hold a list of links. */
function firstOf(text: string): readonly string[] {
  return text
    .split(/[|;,\s]+/u)
    .filter((one) => one !== '')
    .slice(0, 5);
}

const separators: readonly (readonly [sign: RegExp, read: CellReading])[] = [
  [/[\r\n]/u, 'list-newline'],
  [/[|｜]/u, 'list-pipe'],
  [/;/u, 'list-semicolon'],
  [/、/u, 'list-codes'],
  [/,/u, 'list-comma'],
];

/** The sign between the values of a list: the first that a third of the cells have. */
function separatorOf(values: readonly string[]): CellReading | undefined {
  return separators.find(([sign]) => values.filter((value) => sign.test(value)).length * 3 > values.length)?.[1];
}
