import { describe, expect, it } from 'vitest';
import type { CellReading } from '../../src/model/format.js';
import type { Value } from '../../src/model/record.js';
import { namesOfCodes } from '../../src/normalise/names.js';
import { readingOf, splitPrice } from '../../src/normalise/readings.js';
import { catalogue } from './normalising.js';

const names = namesOfCodes(catalogue().codes);
const read = (reading: CellReading, text: string, header = 'Header'): Value => readingOf(reading, header, names)(text);

/** Reading → text → value. What a reading cannot make sense of stays as written. */
const table: { readonly [reading in CellReading]?: readonly (readonly [text: string, value: Value])[] } = {
  'as-is': [['a, b;c', 'a, b;c']],
  'list-comma': [
    ['a, b,,c', ['a', 'b', 'c']],
    ['Tables\\, chairs, Lamps', ['Tables, chairs', 'Lamps']],
    ['back\\slash', ['back\\slash']],
    ['a;b', ['a;b']],
    ['单件，双件', ['单件，双件']],
  ],
  'list-semicolon': [['a; b;', ['a', 'b']]],
  'list-newline': [['a\r\nb\n\nc\rd, e', ['a', 'b', 'c', 'd, e']]],
  'list-codes': [['GB 1, GB 2；GB 3、GB 4|GB 5｜GB 6，GB 7\nGB 8', [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `GB ${n}`)]],
  grams: [
    ['310.0', '0.31'],
    ['1', '0.001'],
    ['３１０', '0.31'],
    ['0', '0'],
    ['310 g', '310 g'],
    ['1,000', '1,000'],
    ['', ''],
  ],
  pounds: [['2', '0.90718474']],
  ounces: [['16', '0.45359237']],
  millimetres: [['125', '12.5']],
  metres: [['.5', '50']],
  inches: [['10', '25.4']],
  yards: [['1', '91.44']],
  'quantity-weight': [
    ['0.31 kg', '0.31'],
    ['310g', '0.31'],
    ['1.5 公斤', '1.5'],
    ['2 lb', '0.90718474'],
    ['2 lbs.', '0.90718474'],
    ['１．５ＫＧ', '1.5'],
    ['0.310', '0.310'],
    ['heavy', 'heavy'],
    ['5 stone', '5 stone'],
    ['1.2.3 kg', '1.2.3 kg'],
  ],
  'quantity-length': [
    ['12 cm', '12'],
    ['120 mm', '12'],
    ['1.2m', '120'],
    ['10 in', '25.4'],
    ['10"', '25.4'],
    ['10″', '25.4'],
    ['30 厘米', '30'],
    ['30', '30'],
    ['3 x 4 cm', '3 x 4 cm'],
  ],
  'price-with-currency': [
    ['40.99 USD', '40.99'],
    ['USD 40.99', '40.99'],
    ['58.00人民币', '58.00'],
    ['1,299.00 EUR', '1,299.00'],
    ['12 XXQ', '12'],
    ['58.00', '58.00'],
    ['$40.99', '$40.99'],
    ['58元起', '58元起'],
  ],
  'country-name': [
    ['JP', 'JP'],
    ['JPN', 'JP'],
    ['日本', 'JP'],
    ['Japan', 'JP'],
    ['japan', 'JP'],
    ['Côte d’Ivoire', 'CI'],
    ["Cote d'Ivoire", 'CI'],
    ['The Netherlands', 'NL'],
    ['Bosnia and Herzegovina', 'BA'],
    ['États-Unis', 'US'],
    ['中国台湾', 'TW'],
    ['392', 'JP'],
    // Cambodia in ISO 3166, Japan at customs.
    ['116', '116'],
    // What the rule about codes has to see.
    ['UK', 'UK'],
    ['jp', 'jp'],
    ['no', 'no'],
    ['Made in Japan', 'Made in Japan'],
  ],
  'unit-name': [
    ['007', '007'],
    ['个', '007'],
    ['千克', '035'],
    ['7', '7'],
    ['箱子', '箱子'],
  ],
  'currency-name': [
    ['CNY', 'CNY'],
    ['人民币', 'CNY'],
    ['US Dollar', 'USD'],
    ['美元', 'USD'],
    ['156', 'CNY'],
    ['142', '142'],
    ['RMB', 'RMB'],
    ['¥', '¥'],
  ],
  availability: [
    ['1', 'in_stock'],
    ['TRUE', 'in_stock'],
    ['yes', 'in_stock'],
    ['in stock', 'in_stock'],
    ['in_stock', 'in_stock'],
    ['0', 'out_of_stock'],
    ['No', 'out_of_stock'],
    ['Out of Stock', 'out_of_stock'],
    ['preorder', 'preorder'],
    ['pre-order', 'preorder'],
    ['backorder', 'backorder'],
    ['soon', 'soon'],
  ],
  'yes-no': [
    ['TRUE', true],
    ['是', true],
    ['1', true],
    ['否', false],
    ['0', false],
    // WooCommerce: a draft is neither.
    ['-1', '-1'],
    ['maybe', 'maybe'],
  ],
  'backslash-lines': [['a\\nb', 'a\nb']],
  'peel-guard': [
    ['="0123"', '0123'],
    ["'0123", '0123'],
    ["'ABC", 'ABC'],
    ['=1+2', '=1+2'],
    ['=""', '=""'],
    ['0123', '0123'],
  ],
};

describe.each(Object.entries(table))('%s', (reading, rows) => {
  it.each(rows)('%j → %j', (text, value) => {
    expect(read(reading as CellReading, text)).toEqual(value);
  });
});

it('takes the unit of a bare number from a note of the header', () => {
  expect(read('quantity-weight', '500', '净重(克)')).toBe('0.5');
  expect(read('quantity-weight', '2', '净重（斤）')).toBe('1');
  expect(read('quantity-weight', '2', '净重(KG)')).toBe('2');
  expect(read('quantity-weight', '2', '净重(每件)')).toBe('2');
  expect(read('quantity-length', '10', 'Size (in)')).toBe('25.4');
  expect(read('quantity-weight', '0.5 kg', '净重(克)')).toBe('0.5');
});

it('reads bare numbers under a Chinese header as customs codes', () => {
  expect(read('country-name', '116', '原产国')).toBe('JP');
  expect(read('country-name', '392', '原产国')).toBe('392');
  expect(read('currency-name', '142', '币制')).toBe('CNY');
  expect(read('currency-name', '156', '币制')).toBe('156');
});

it('says the currency of a price', () => {
  expect(splitPrice('40.99 USD', names)?.currency).toBe('USD');
  expect(splitPrice('RMB 40', names)?.currency).toBe('RMB');
  expect(splitPrice('58.00人民币', names)?.currency).toBe('CNY');
  expect(splitPrice('$40', names)).toBeUndefined();
});
