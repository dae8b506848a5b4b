import type { Reconcile } from '../model/standard.js';
import { compareDecimals, multiplyDecimals, parseDecimal, subtractDecimals } from './decimals.js';

/**
 * How far two values of one thing have to agree. `digits`: in so many first digits; `share`: as numbers, apart by no more
 * than this share of the larger. With `form` only values of this form are compared, by `digits` or `share` or whole.
 */
export type Likeness = { readonly digits?: number; readonly share?: string; readonly form?: string };

/** Whether both values may be of one thing. What cannot be compared is no contradiction. */
export function areAlike(one: string, other: string, { digits, share, form }: Likeness): boolean {
  if (form !== undefined && ![one, other].every((value) => new RegExp(form, 'u').test(value))) return true;
  if (digits !== undefined) return digitsAlike(one, other, digits);
  return share === undefined ? one === other : numbersAlike(one, other, share);
}

/** `6912.00` and `6912001000`. A value of fewer digits, or of anything but digits and the signs between them, says too little. */
function digitsAlike(one: string, other: string, digits: number): boolean {
  const starts = [one, other].map((value) => value.replace(/[\s.-]/gu, ''));
  if (!starts.every((start) => /^\d+$/.test(start) && start.length >= digits)) return true;
  return new Set(starts.map((start) => start.slice(0, digits))).size === 1;
}

function numbersAlike(one: string, other: string, share: string): boolean {
  const a = parseDecimal(one.trim());
  const b = parseDecimal(other.trim());
  const part = parseDecimal(share);
  const none = parseDecimal('0');
  if (a === undefined || b === undefined || part === undefined || none === undefined) return true;
  // Nothing weighs nothing: a nought stands for what nobody filled in.
  if (compareDecimals(a, none) <= 0 || compareDecimals(b, none) <= 0) return true;
  const [less, more] = compareDecimals(a, b) <= 0 ? [a, b] : [b, a];
  return compareDecimals(subtractDecimals(more, less), multiplyDecimals(more, part)) <= 0;
}

/** Whether a rule between documents asks for nothing but that they do not contradict each other. */
export function isContradiction({
  alike = [],
  elsewhere = false,
  partner,
  lines,
}: Pick<Reconcile, 'alike' | 'elsewhere' | 'partner' | 'lines'>): boolean {
  return !partner && lines === undefined && (elsewhere || alike.length > 0);
}

/** Whether a value names one thing: a bar code of digits does, a word in its place (`无`) or noughts name nothing. */
export function namesOne(field: string, value: string | undefined): boolean {
  if (value === undefined) return false;
  return field !== 'gtin' || /^(?!0+$)\d{7,14}$/.test(value);
}
