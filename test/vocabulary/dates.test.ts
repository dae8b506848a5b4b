import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateForm } from '../../src/model/condition.js';
import { dateDigits, dayAfter, daysBetween, hasDateForm } from '../../src/vocabulary/dates.js';
import { dateOrder, dateSpan } from '../../src/vocabulary/index.js';

const moment = fc.date({
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

function written(date: Date): { readonly [form in DateForm]: string } {
  const iso = date.toISOString();
  const digits = iso.replace(/\D/g, '');
  return {
    yyyyMMdd: digits.slice(0, 8),
    yyyyMMddHHmmss: digits.slice(0, 14),
    yyyyMMddHHmmssSSS: digits,
    'yyyy-MM-dd': iso.slice(0, 10),
    'yyyy-MM-ddTHH:mm:ss': iso.slice(0, 19),
  };
}

const forms = Object.keys(written(new Date(0))) as readonly DateForm[];

describe('dates', () => {
  it('are read in the form they are written in and in no other', () => {
    fc.assert(
      fc.property(moment, (date) => {
        for (const [form, text] of Object.entries(written(date))) {
          for (const other of forms) expect(hasDateForm(text, other)).toBe(other === form);
        }
      }),
    );
  });

  it('are real days: as Date.UTC has them', () => {
    const any = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(any, ([year, month, day]) => {
        const back = new Date(Date.UTC(year, month - 1, day));
        const real = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
        const two = (value: number) => String(value).padStart(2, '0');
        expect(hasDateForm(`${year}${two(month)}${two(day)}`, 'yyyyMMdd')).toBe(real);
        expect(hasDateForm(`${year}-${two(month)}-${two(day)}`, 'yyyy-MM-dd')).toBe(real);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['19000229', '20230229', '20230431', '00010101', '2023022', '202302281', '20230228\n', '２０２３０２２８'])(
    '%j is none',
    (text) => expect(hasDateForm(text, 'yyyyMMdd')).toBe(false),
  );

  it.each([
    ['2026-02-28T23:59:59', true],
    ['2026-02-28T23:59:59.123+08:00', true],
    ['2026-02-28T23:59:59Z', true],
    ['2026-02-28T24:00:00', false],
    ['2026-02-28T23:60:00', false],
    ['2026-02-28T23:59:59+99:99', false],
    ['2026-02-28 23:59:59', false],
    ['2026-02-30T00:00:00', false],
  ] as const)('%s as a time: %s', (text, good) => expect(hasDateForm(text, 'yyyy-MM-ddTHH:mm:ss')).toBe(good));

  it('stand in the order of time, across forms', () => {
    fc.assert(
      fc.property(moment, moment, fc.constantFrom(...forms), fc.constantFrom(...forms), (a, b, one, other) => {
        const read = (field: string) => (field === 'a' ? written(a)[one] : written(b)[other]);
        const precision = one.includes('H') && other.includes('H') ? 1000 : 86_400_000;
        const at = (date: Date) => Math.floor(date.getTime() / precision);
        expect(dateOrder(read, { earlier: 'a', later: 'b' })).toBe(at(a) <= at(b));
      }),
    );
  });

  it.each([
    ['2026-03-01', '2026-09-01', true],
    ['2026-03-01', '2026-09-02', false],
    ['20260831', '20270228', true],
    ['20260831', '20270301', false],
    ['20270831', '20280229', true],
    ['2026-12-31T10:00:00', '20270630', true],
    ['20260901', '20260831', false],
  ])('%s and %s within six months: %s', (earlier, later, good) => {
    const read = (field: string) => (field === 'a' ? earlier : later);
    expect(dateOrder(read, { earlier: 'a', later: 'b', months: 6 })).toBe(good);
  });

  it('in no known form have no order', () => {
    expect(dateDigits('tomorrow')).toBeUndefined();
    expect(dateOrder((field) => (field === 'a' ? '20260101' : '1/1/2025'), { earlier: 'a', later: 'b' })).toBe(true);
    expect(dateOrder(() => undefined, { earlier: 'a', later: 'b' })).toBe(true);
  });
});

describe('a span of time', () => {
  it.each([
    ['20260131', '1个月', '20260228'],
    ['20240229', '1 year', '20250228'],
    ['20260901', '12个月', '20270901'],
    ['20260901', '540天', '20280223'],
    ['20260901', '2 weeks', '20260915'],
  ])('%s and %s is %s', (from, length, to) => expect(dayAfter(from, length)).toBe(to));

  it.each(['', '见包装', '12', '一年', '18-24个月'])('“%s” is none', (length) =>
    expect(dayAfter('20260901', length)).toBeUndefined(),
  );

  it('may miss the day by the tolerance, and passes where anything is unknown', () => {
    const span = { from: 'made', to: 'until', length: 'life', tolerance: 3 };
    const holds = (record: { [field: string]: string }) => dateSpan((field) => record[field], span);
    expect(holds({ made: '2026-09-10', until: '2027-09-09', life: '12个月' })).toBe(true);
    expect(holds({ made: '2026-09-10', until: '2027-09-14', life: '12个月' })).toBe(false);
    expect(holds({ made: '2026-09-10', until: '2027-03-09', life: '12个月' })).toBe(false);
    expect(holds({ made: '2026-09-10', until: '2027-03-09' })).toBe(true);
    expect(holds({ made: '10/09/2026', until: '2027-03-09', life: '12个月' })).toBe(true);
  });

  it('counts the days between two dates', () => {
    expect(daysBetween('20240228', '20240301')).toBe(2);
    expect(daysBetween('20260301', '20260228')).toBe(-1);
  });
});
