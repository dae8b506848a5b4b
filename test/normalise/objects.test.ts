import { expect, it } from 'vitest';
import { normalise } from './normalising.js';

const listing = {
  sku: 'A',
  hsCode: 6912001000,
  originCountry: ' JP ',
  title: 'Cup',
  description: { 'zh-CN': '茶杯', en: '' },
  images: 'a.jpg',
  brand: null,
  keywords: ['tea', '', 'cup'],
  usage: {},
  published: true,
  options: { Size: 3 },
  netWeihgt: 0.28,
  'shop/note': 'x',
  variants: [
    { sku: 'A-1', price: 5, colour: 'red', options: { 'a/b': '1' } },
    { sku: '', price: null },
  ],
};
const text = JSON.stringify([listing], null, 1);
const lineOf = (sign: string): number => text.slice(0, text.indexOf(sign)).split('\n').length;

it('reads canonical objects', async () => {
  const { records, notices } = await normalise(text);
  expect(records[0]?.fields).toEqual({
    sku: 'A',
    hsCode: '6912001000',
    originCountry: 'JP',
    title: { und: 'Cup' },
    description: { 'zh-CN': '茶杯' },
    images: ['a.jpg'],
    keywords: ['tea', 'cup'],
    published: true,
    options: { Size: '3' },
    attributes: { netWeihgt: '0.28', 'shop/note': 'x' },
    variants: [{ sku: 'A-1', price: '5', options: { 'a/b': '1' } }, {}],
  });
  expect(records[0]?.raw).toMatchObject({
    originCountry: ' JP ',
    brand: '',
    variants: [{ price: '5' }, { sku: '', price: '' }],
  });
  expect(notices.map(({ id, values, location }) => [id, values, location.line])).toEqual([
    ['column-unknown', { header: 'netWeihgt', nearest: 'netWeight' }, lineOf('"netWeihgt"')],
    ['column-unknown', { header: 'shop/note' }, lineOf('"shop/note"')],
    ['column-unknown', { header: 'variants.colour', nearest: 'variants.color' }, lineOf('"colour"')],
  ]);
});

it.each([
  ['/hsCode', '"hsCode"', 'hsCode'],
  ['/title', '"title"', 'title'],
  ['/title/und', '"title"', 'title'],
  ['/description/zh-CN', '"zh-CN"', 'zh-CN'],
  ['/images/0', '"images"', 'images'],
  ['/keywords/1', '"cup"', 'keywords'],
  ['/brand', '"brand"', 'brand'],
  ['/variants', '"variants"', 'variants'],
  ['/variants/0/price', '"price"', 'price'],
  ['/variants/0/options/a/b', '"a/b"', 'a/b'],
  ['/variants/0/options/a~1b', '"a/b"', 'a/b'],
  ['/variants/1', '"sku": ""', 'variants'],
  ['/attributes/shop/note', '"shop/note"', 'shop/note'],
])('finds %s', async (pointer, sign, name) => {
  const { records } = await normalise(text);
  const offset = pointer === '/variants/1' ? -1 : 0;
  expect(records[0]?.locate(pointer)).toMatchObject({ line: lineOf(sign) + offset, record: 1, pointer, name });
});

it('says where a missing field should be', async () => {
  const { records, normaliser } = await normalise(text);
  expect(records[0]?.locate('/gtin')).toMatchObject({ line: 2, name: 'gtin' });
  expect(records[0]?.locate('')).not.toHaveProperty('name');
  expect(normaliser.provides('gtin')).toBe(true);
  expect(normaliser.headersFor('gtin')).toEqual(['gtin', 'variants.gtin']);
});
