/**
 * What the catalogue's own keywords mean: one predicate each, used alike by the generated checks,
 * by the reference validator and by the explanation of a failure, so that none of them can disagree.
 * Object keywords take `read`, which answers a field's text or undefined when the field is absent or not text.
 */
import type { CheckDigitKind, DateForm, VocabularyKeywords } from '../model/condition.js';
import { hasCheckDigit } from './check-digits.js';
import { dateDigits, dayAfter, daysBetween, hasDateForm, monthsLater } from './dates.js';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalsAgree,
  hasDecimalDigits,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from './decimals.js';
import { codeStarts, type TermFinder } from './lists.js';
import { own } from './values.js';

export * from './bytes.js';
export * from './check-digits.js';
export * from './dates.js';
export * from './decimals.js';
export * from './likeness.js';
export * from './lists.js';
export * from './lost-zeros.js';
export * from './operands.js';
export * from './quantities.js';
export * from './values.js';

export type ReadField = (field: string) => string | undefined;
type Operand<Keyword extends keyof VocabularyKeywords> = NonNullable<VocabularyKeywords[Keyword]>;

export const checkDigit = (value: string, kind: CheckDigitKind): boolean => hasCheckDigit(value, kind);
/** @param codes answers the codes of a list, got when a value is first looked at */
export const codeStart = (
  value: string,
  operand: Operand<'codeStart'>,
  codes: (list: string) => ReadonlySet<string>,
): boolean => codeStarts(codes(operand.list), operand.length).has(startOf(value, operand));

/** The beginning that is looked up: `6402` of `64.02 99` without points and spaces. */
export function startOf(value: string, { length, without = '' }: Operand<'codeStart'>): string {
  return [...value]
    .filter((character) => !without.includes(character))
    .slice(0, length)
    .join('');
}

export const dateForm = (value: string, form: DateForm): boolean => hasDateForm(value, form);
export const decimalDigits = (value: string, { total, fraction }: Operand<'decimalDigits'>): boolean =>
  hasDecimalDigits(value, total, fraction);

/** Text that is no decimal fails. */
export function decimalRange(value: string, { min, max, above, below }: Operand<'decimalRange'>): boolean {
  const decimal = parseDecimal(value);
  if (decimal === undefined) return false;
  const against = (bound: string | undefined, holds: (sign: number) => boolean): boolean => {
    if (bound === undefined) return true;
    const limit = parseDecimal(bound);
    return limit !== undefined && holds(compareDecimals(decimal, limit));
  };
  return (
    against(min, (sign) => sign >= 0) &&
    against(max, (sign) => sign <= 0) &&
    against(above, (sign) => sign > 0) &&
    against(below, (sign) => sign < 0)
  );
}

const scripts = {
  Han: /\p{Script=Han}/u,
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hangul: /\p{Script=Hangul}/u,
  Arabic: /\p{Script=Arabic}/u,
} as const;

/** A localised text has the script when any of its languages has. */
export function script(value: unknown, name: Operand<'script'>): boolean {
  return texts(value).some((text) => scripts[name].test(text));
}

/** No language of the text holds a term. */
export function forbidTerms(value: unknown, find: TermFinder): boolean {
  if (typeof value === 'string') return find(value) === undefined;
  // A dozen lists look at the same title in turn: its texts are gathered once.
  if (gathered.value !== value) gathered = { value, texts: texts(value) };
  return gathered.texts.every((text) => find(text) === undefined);
}

let gathered: { readonly value: unknown; readonly texts: readonly string[] } = { value: undefined, texts: [] };

/** Every text in a value: itself, or those of a list or a map. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

const none: Decimal = { units: 0n, scale: 0 };

/** Passes where `total` or the text of any part is no decimal: the format rule of that field says so. */
export function sumOf(read: ReadField, operand: Operand<'sumOf'>): boolean {
  const total = decimalAt(read, operand.total);
  const sum = expectedSum(read, operand);
  return total === undefined || sum === undefined || decimalsAgree(total, sum, tolerance(operand.tolerance));
}

/** What `total` should be, or undefined when a part is no decimal. */
export function expectedSum(read: ReadField, { plus, minus = [] }: Operand<'sumOf'>): Decimal | undefined {
  let sum = none;
  for (const [fields, apply] of [
    [plus, addDecimals],
    [minus, subtractDecimals],
  ] as const) {
    for (const field of fields) {
      const text = read(field);
      if (text === undefined) continue;
      const value = parseDecimal(text);
      if (value === undefined) return undefined;
      sum = apply(sum, value);
    }
  }
  return sum;
}

export function productOf(read: ReadField, operand: Operand<'productOf'>): boolean {
  const product = decimalAt(read, operand.product);
  const expected = expectedProduct(read, operand);
  return (
    product === undefined || expected === undefined || decimalsAgree(product, expected, tolerance(operand.tolerance))
  );
}

export function expectedProduct(read: ReadField, { factors }: Operand<'productOf'>): Decimal | undefined {
  let product: Decimal = { units: 1n, scale: 0 };
  for (const factor of factors) {
    const value = decimalAt(read, factor);
    if (value === undefined) return undefined;
    product = multiplyDecimals(product, value);
  }
  return product;
}

/** `items` are the readers of the part's items. Passes where any amount is missing or no decimal. */
export function sumOfPart(read: ReadField, items: readonly ReadField[], operand: Operand<'sumOfPart'>): boolean {
  const total = decimalAt(read, operand.total);
  const expected = expectedPartSum(items, operand);
  return total === undefined || expected === undefined || decimalsAgree(total, expected, tolerance(operand.tolerance));
}

export function expectedPartSum(items: readonly ReadField[], { field }: Operand<'sumOfPart'>): Decimal | undefined {
  let sum = none;
  for (const item of items) {
    const value = decimalAt(item, field);
    if (value === undefined) return undefined;
    sum = addDecimals(sum, value);
  }
  return sum;
}

export function compare(read: ReadField, { left, is, right }: Operand<'compare'>): boolean {
  const a = decimalAt(read, left);
  const b = decimalAt(read, right);
  if (a === undefined || b === undefined) return true;
  const sign = compareDecimals(a, b);
  return is === '<' ? sign < 0 : is === '<=' ? sign <= 0 : is === '=' ? sign === 0 : is === '>=' ? sign >= 0 : sign > 0;
}

/** Compared to the precision both have. */
export function dateOrder(read: ReadField, { earlier, later, months }: Operand<'dateOrder'>): boolean {
  const a = dateDigits(read(earlier) ?? '');
  const b = dateDigits(read(later) ?? '');
  if (a === undefined || b === undefined) return true;
  const length = Math.min(a.length, b.length);
  if (a.slice(0, length) > b.slice(0, length)) return false;
  return months === undefined || b.slice(0, 8) <= monthsLater(a, months);
}

/** Passes where a date or the length is absent or not understood. */
export function dateSpan(read: ReadField, operand: Operand<'dateSpan'>): boolean {
  const expected = expectedEnd(read, operand);
  const end = dateDigits(read(operand.to) ?? '');
  return expected === undefined || end === undefined || Math.abs(daysBetween(expected, end)) <= operand.tolerance;
}

/** The day, as yyyyMMdd, that lies `length` after `from`. */
export function expectedEnd(read: ReadField, { from, length }: Operand<'dateSpan'>): string | undefined {
  const start = dateDigits(read(from) ?? '');
  return start === undefined ? undefined : dayAfter(start, read(length) ?? '');
}

export function oneOfFields(read: ReadField, { field, among }: Operand<'oneOfFields'>): boolean {
  const value = read(field);
  return value === undefined || among.some((other) => read(other) === value);
}

/** 1, 2, 3 … in the order of the file. An item without the field passes: its own rule says so. */
export function numbered(items: readonly ReadField[], { field }: Operand<'numbered'>): boolean {
  return firstMisnumbered(items, field) === undefined;
}

/** Index of the first item whose number is not its place. */
export function firstMisnumbered(items: readonly ReadField[], field: string): number | undefined {
  const index = items.findIndex((item, i) => {
    const text = item(field);
    return text !== undefined && !(/^\+?\d{1,15}$/.test(text.trim()) && Number(text) === i + 1);
  });
  return index < 0 ? undefined : index;
}

/** JSON Schema's length: Unicode code points. */
export function characterCount(value: string): number {
  let count = value.length;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = value.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        count--;
        i++;
      }
    }
  }
  return count;
}

export function atMostCharacters(value: string, max: number): boolean {
  return value.length <= max || characterCount(value) <= max;
}

export function atLeastCharacters(value: string, min: number): boolean {
  return value.length >= min && (value.length >= 2 * min || characterCount(value) >= min);
}

function decimalAt(read: ReadField, field: string): Decimal | undefined {
  const text = read(field);
  return text === undefined ? undefined : parseDecimal(text);
}

function tolerance(text: string | undefined): Decimal {
  return (text === undefined ? undefined : parseDecimal(text)) ?? none;
}

/** A field's value as text: booleans and numbers are written out, anything else is no text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value
    : typeof value === 'boolean' || typeof value === 'number'
      ? String(value)
      : undefined;
}

/** One reader per item of a part. */
export function readersOf(part: unknown): ReadField[] {
  if (!Array.isArray(part)) return [];
  return part.map((item: unknown) => (field: string) => textOf(own(item, field)));
}
