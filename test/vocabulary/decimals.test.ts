import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  decimalsAgree,
  formatDecimal,
  hasDecimalDigits,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from '../../src/vocabulary/decimals.js';
import { decimalRange, productOf, sumOf, sumOfPart } from '../../src/vocabulary/index.js';

const digits = fc.stringMatching(/^\d{1,25}$/);
const text = fc
  .record({
    sign: fc.constantFrom('', '+', '-'),
    whole: fc.option(digits, { nil: '' }),
    fraction: fc.option(fc.oneof(digits, fc.constant('')), { nil: undefined }),
  })
  .filter(({ whole, fraction }) => whole !== '' || (fraction ?? '') !== '')
  .map(({ sign, whole, fraction }) => sign + whole + (fraction === undefined ? '' : `.${fraction}`));

/** The value in units of 10^-60, by nothing but padding. */
function scaled(value: string): bigint {
  const [whole = '', fraction = ''] = value.replace(/^[+-]/, '').split('.');
  const units = BigInt((whole === '' ? '0' : whole) + fraction.padEnd(60, '0'));
  return value.startsWith('-') ? -units : units;
}

function parsed(value: string) {
  const decimal = parseDecimal(value);
  if (decimal === undefined) throw new Error(`${value} is no decimal`);
  return decimal;
}

describe('decimals', () => {
  it('keep their value through text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const written = formatDecimal(parsed(value));
        expect(scaled(written)).toBe(scaled(value));
        expect(written).toMatch(/^(?:-(?=.*[1-9]))?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
      }),
    );
  });

  it('add, subtract, multiply and compare exactly', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [parsed(a), parsed(b)];
        expect(scaled(formatDecimal(addDecimals(x, y)))).toBe(scaled(a) + scaled(b));
        expect(scaled(formatDecimal(subtractDecimals(x, y)))).toBe(scaled(a) - scaled(b));
        expect(scaled(formatDecimal(multiplyDecimals(x, y))) * 10n ** 60n).toBe(scaled(a) * scaled(b));
        const order = scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0;
        expect(compareDecimals(x, y)).toBe(order);
        expect(compareDecimals(y, x)).toBe(order === 0 ? 0 : -order);
      }),
    );
  });

  it('agree within a tolerance that belongs to the range', () => {
    const agree = (a: string, b: string, by: string) => decimalsAgree(parsed(a), parsed(b), parsed(by));
    expect(agree('10.00', '9.99', '0.01')).toBe(true);
    expect(agree('9.99', '10', '0.01')).toBe(true);
    expect(agree('10.00', '9.989', '0.01')).toBe(false);
    expect(agree('0.1', '0.10', '0')).toBe(true);
  });

  it.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '1,000',
    '1e3',
    '1.2.3',
    '.',
    '-',
    '+.',
    '0x10',
    '１２',
    'NaN',
    'Infinity',
    '1\n',
    '--1',
  ])('are not %j', (value) => {
    expect(parseDecimal(value)).toBeUndefined();
    expect(hasDecimalDigits(value, 19, 5)).toBe(false);
    expect(decimalRange(value, { min: '-1' })).toBe(false);
  });

  it('of a million digits are refused, not computed', () => {
    expect(parseDecimal('9'.repeat(1_000_000))).toBeUndefined();
    expect(parseDecimal('9'.repeat(200))).toBeDefined();
  });
});

describe('digits of decimals', () => {
  /** XML Schema: the value is i × 10^-n with |i| < 10^total, 0 ≤ n ≤ fraction and n ≤ total. */
  function isDecimalOf(value: string, total: number, fraction: number): boolean {
    for (let n = 0; n <= Math.min(total, fraction); n++) {
      const unit = 10n ** BigInt(60 - n);
      const size = scaled(value.replace('-', ''));
      if (size % unit === 0n && size / unit < 10n ** BigInt(total)) return true;
    }
    return false;
  }

  it('are counted as XML Schema counts them', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 12 }), (value, total, fraction) => {
        expect(hasDecimalDigits(value, total, fraction)).toBe(isDecimalOf(value, total, fraction));
      }),
      { numRuns: 500 },
    );
    const short = fc.stringMatching(/^-?\d{0,4}(\.\d{0,4})?$/).filter((value) => parseDecimal(value) !== undefined);
    fc.assert(
      fc.property(short, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 4 }), (value, total, fraction) => {
        expect(hasDecimalDigits(value, total, fraction)).toBe(isDecimalOf(value, total, fraction));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['123.40', 5, 2, true],
    ['00123.4', 4, 2, true],
    ['1.234', 5, 2, false],
    ['123456', 5, 2, false],
    ['0.001', 2, 3, false],
    ['0', 1, 0, true],
    ['5.', 1, 0, true],
    ['.5', 1, 1, true],
    ['1.000000', 1, 0, true],
  ] as const)('%s as N%i,%i: %s', (value, total, fraction, good) => {
    expect(hasDecimalDigits(value, total, fraction)).toBe(good);
  });
});

describe('arithmetic keywords', () => {
  const reader = (fields: { readonly [field: string]: string }) => (field: string) => fields[field];

  it('compare sums of cents without a cent of error', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    const money = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(cents, cents, cents, fc.integer({ min: -2, max: 2 }), (goods, freight, discount, off) => {
        fc.pre(goods + freight - discount + off >= 0);
        const paid = money(goods + freight - discount + off);
        const read = reader({ goods: money(goods), freight: money(freight), discount: money(discount), paid });
        const operand = { total: 'paid', plus: ['goods', 'freight', 'tax'], minus: ['discount'] };
        expect(sumOf(read, operand)).toBe(off === 0);
        expect(sumOf(read, { ...operand, tolerance: '0.01' })).toBe(Math.abs(off) <= 1);
      }),
    );
  });

  it('pass vacuously where there is nothing to compare', () => {
    expect(sumOf(reader({ a: '1' }), { total: 't', plus: ['a'] })).toBe(true);
    expect(sumOf(reader({ t: '1', a: 'x' }), { total: 't', plus: ['a'] })).toBe(true);
    expect(productOf(reader({ p: '1', a: '2' }), { product: 'p', factors: ['a', 'b'] })).toBe(true);
    expect(productOf(reader({ p: '6.0', a: '2', b: '3' }), { product: 'p', factors: ['a', 'b'] })).toBe(true);
    expect(sumOfPart(reader({ t: '1' }), [reader({})], { total: 't', part: 'lines', field: 'a' })).toBe(true);
    expect(sumOfPart(reader({ t: '1' }), [], { total: 't', part: 'lines', field: 'a' })).toBe(false);
    expect(
      sumOfPart(reader({ t: '0.3' }), [reader({ a: '0.1' }), reader({ a: '0.2' })], {
        total: 't',
        part: 'l',
        field: 'a',
      }),
    ).toBe(true);
  });

  it('keep to the bounds of a range', () => {
    expect(decimalRange('0', { above: '0' })).toBe(false);
    expect(decimalRange('0.000000000000000000001', { above: '0' })).toBe(true);
    expect(decimalRange('100.0', { max: '100' })).toBe(true);
    expect(decimalRange('100', { below: '100' })).toBe(false);
    expect(decimalRange('-5', { min: '-5', max: '-5' })).toBe(true);
  });
});
