import type { DateForm } from '../model/condition.js';
import { isCalendarDay } from './check-digits.js';

const forms: { readonly [form in DateForm]: RegExp } = {
  yyyyMMdd: /^(\d{4})(\d{2})(\d{2})$/,
  yyyyMMddHHmmss: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/,
  yyyyMMddHHmmssSSS: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\d{3}$/,
  'yyyy-MM-dd': /^(\d{4})-(\d{2})-(\d{2})$/,
  'yyyy-MM-ddTHH:mm:ss':
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/,
};

/** Whether the text is a real calendar date or time written in this form. */
export function hasDateForm(text: string, form: DateForm): boolean {
  const match = forms[form].exec(text);
  if (match === null) return false;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  return (
    isCalendarDay(Number(year), Number(month), Number(day)) &&
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 59
  );
}

/** Digits of a date in any of the known forms, so that text order is time order; undefined for anything else. */
export function dateDigits(text: string): string | undefined {
  for (const form of Object.keys(forms)) {
    if (isForm(form) && hasDateForm(text, form)) {
      const local = text.replace(/(\d{2}:\d{2}:\d{2}).*$/, '$1');
      return local.replace(/\D/g, '').slice(0, 14);
    }
  }
  return undefined;
}

function isForm(form: string): form is DateForm {
  return form in forms;
}

/** The day so many calendar months after the day that `digits` (yyyyMMdd…) begins with, as yyyyMMdd; a month without that day gives its last. */
export function monthsLater(digits: string, months: number): string {
  const count = Number(digits.slice(0, 4)) * 12 + Number(digits.slice(4, 6)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  let day = Number(digits.slice(6, 8));
  while (day > 28 && !isCalendarDay(year, month, day)) day--;
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('');
}

const dayLength = 86_400_000;

const periods: readonly (readonly [RegExp, 'day' | 'month', number])[] = [
  [/^(?:天|日|days?)$/i, 'day', 1],
  [/^(?:周|weeks?)$/i, 'day', 7],
  [/^(?:个月|月|months?)$/i, 'month', 1],
  [/^(?:年|years?)$/i, 'month', 12],
];

/** The day (yyyyMMdd) this much after the date whose digits are given: `12个月`, `540 days`, `2年`. Undefined for other text. */
export function dayAfter(digits: string, length: string): string | undefined {
  const match = /^\s*(\d{1,4})\s*([^\d\s]+)\s*$/u.exec(length);
  const period = periods.find(([name]) => name.test(match?.[2] ?? ''));
  if (match === null || period === undefined) return undefined;
  const [, unit, size] = period;
  const count = Number(match[1]) * size;
  if (unit === 'month') return monthsLater(digits, count);
  return digitsOf(timeOf(digits) + count * dayLength);
}

/** From one day to another, both as digits that begin with yyyyMMdd. */
export function daysBetween(from: string, to: string): number {
  return (timeOf(to) - timeOf(from)) / dayLength;
}

function timeOf(digits: string): number {
  return Date.UTC(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)) - 1, Number(digits.slice(6, 8)));
}

function digitsOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}
