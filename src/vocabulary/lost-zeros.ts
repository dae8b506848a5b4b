import type { DigitsKind } from '../model/document.js';
import { hasCheckDigit } from './check-digits.js';

/**
 * The number that digits probably were before a spreadsheet took them for a quantity and dropped the zeros in front;
 * undefined where nothing speaks for it. A guess that is told, never one that is judged by.
 */
export function withLostZeros(value: string, kind: DigitsKind): string | undefined {
  return kind === 'gtin' ? lostGtin(value) : lostTariffCode(value);
}

/**
 * Ten or eleven digits that the check digit proves to be a UPC-A number without its zeros. Ten may be a book number,
 * which is whole; numbers with three zeros in front are given to nobody.
 */
function lostGtin(value: string): string | undefined {
  if (!/^[1-9]\d{9,10}$/u.test(value) || hasCheckDigit(value, 'isbn')) return undefined;
  const whole = value.padStart(12, '0');
  return hasCheckDigit(whole, 'gtin') ? whole : undefined;
}

/** Headings of chapters 01 to 09 of the Harmonized System 2022: only their codes begin with a zero. */
const headings =
  /^0(?:10[1-6]|2(?:0[1-9]|10)|30[1-9]|4(?:0[1-9]|10)|5(?:0[124-8]|1[01])|60[1-4]|[78](?:0[1-9]|1[0-4])|9(?:0[1-9]|10))/u;

/** One digit short of a code of the world (6), of the tariff (8), of a declaration (10) or with inspection (13). */
function lostTariffCode(value: string): string | undefined {
  const digits = value.replace(/[ .-]/gu, '');
  if (!/^[1-9](?:\d{4}|\d{6}|\d{8}|\d{11})$/u.test(digits)) return undefined;
  const whole = `0${digits}`;
  return headings.test(whole) ? whole : undefined;
}

/** Digits of a postal code where all are of one length and some begin with a zero. */
const postalDigits: { readonly [country: string]: number } = {
  CN: 6,
  DE: 5,
  ES: 5,
  FR: 5,
  IT: 5,
  KR: 5,
  MX: 5,
  US: 5,
};

/** A postal code that is one digit short in a country (ISO 3166-1 alpha-2) whose codes all have as many. */
export function withLostPostalZero(value: string, country: string): string | undefined {
  const length = Object.hasOwn(postalDigits, country) ? postalDigits[country] : undefined;
  return length !== undefined && value.length === length - 1 && /^[1-9]\d+$/u.test(value) ? `0${value}` : undefined;
}
