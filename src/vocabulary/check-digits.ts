import type { CheckDigitKind } from '../model/condition.js';

/** The last character each kind of identifier should end in, or undefined when the rest is not of its shape. */
const endings: { readonly [kind in CheckDigitKind]: (value: string) => string | undefined } = {
  gtin: (value) => (/^(?:\d{8}|\d{12,14})$/.test(value) ? gs1Digit(value.slice(0, -1)) : undefined),
  sscc: (value) => (/^\d{18}$/.test(value) ? gs1Digit(value.slice(0, -1)) : undefined),
  gln: (value) => (/^\d{13}$/.test(value) ? gs1Digit(value.slice(0, -1)) : undefined),
  uscc: unifiedSocialCreditEnding,
  'citizen-id': citizenEnding,
  'organisation-code': organisationEnding,
  isbn: isbnEnding,
  imei: (value) => (/^\d{15}$/.test(value) ? luhnDigit(value.slice(0, -1)) : undefined),
  'food-licence': (value) => (/^SC\d{14}$/.test(value) ? hybridDigit(value.slice(2, -1)) : undefined),
};

/** Whether the identifier has the shape of its kind and ends in the right check digit or character. */
export function hasCheckDigit(value: string, kind: CheckDigitKind): boolean {
  const ending = endings[kind](value);
  return ending !== undefined && value.endsWith(ending) && (kind !== 'citizen-id' || hasCitizenBirthDate(value));
}

/** The check digit or character that would be right, or undefined when the rest of the value has not the kind's shape. */
export function rightCheckDigit(value: string, kind: CheckDigitKind): string | undefined {
  return endings[kind](value);
}

/** GS1: from the right the digits weigh 3, 1, 3, 1 …; the check digit fills up to the next ten. */
function gs1Digit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

function luhnDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

/** ISO 7064 MOD 11,10: what is left of the digit before goes into the next. */
function hybridDigit(body: string): string {
  let rest = 10;
  for (const digit of body) rest = (((rest + Number(digit)) % 10 || 10) * 2) % 11;
  return String((11 - rest) % 10);
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100: MOD 31 over an alphabet without I, O, S, V, Z. */
function unifiedSocialCreditEnding(value: string): string | undefined {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}.$/.test(value)) return undefined;
  const sum = creditWeights.reduce((total, weight, i) => total + creditAlphabet.indexOf(value.charAt(i)) * weight, 0);
  return creditAlphabet.charAt((31 - (sum % 31)) % 31);
}

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: ISO 7064 MOD 11-2. */
function citizenEnding(value: string): string | undefined {
  if (!/^\d{17}[\dX]$/.test(value)) return undefined;
  const sum = citizenWeights.reduce((total, weight, i) => total + Number(value.charAt(i)) * weight, 0);
  return '10X98765432'.charAt(sum % 11);
}

/** Positions 7 to 14 are a real day. */
function hasCitizenBirthDate(value: string): boolean {
  return isCalendarDay(Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14)));
}

function organisationEnding(value: string): string | undefined {
  if (!/^[0-9A-Z]{8}-?[0-9X]$/.test(value)) return undefined;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + Number.parseInt(value.charAt(i), 36) * weight, 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

function isbnEnding(value: string): string | undefined {
  if (/^97[89]\d{10}$/.test(value)) return gs1Digit(value.slice(0, -1));
  if (!/^\d{9}[\dX]$/.test(value)) return undefined;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(value.charAt(i)) * (10 - i);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/** Whether this is a day of the Gregorian calendar, years 1000 to 9999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** A trade item number without the zeros its longer forms have in front: 12, 13 and 14 digits may be one number. */
export function bareGtin(text: string): string {
  return /^\d{12,14}$/.test(text) ? text.replace(/^0+/, '') : text;
}
