import { describe, expect, test } from 'vitest';
import { builtCatalogue, check } from '../../src/index.js';
import { csvOf } from '../normalise/normalising.js';
import { bytesSource } from '../read/reading.js';

// D6 of the list of what really arrives: one article in several files of a merchant that do not say the same of it.

const catalogue = builtCatalogue();

type Cells = { readonly [header: string]: string };
type Rows = readonly (readonly string[])[];

const tableOf =
  (headers: readonly string[], usual: readonly string[]) =>
  (...cells: readonly Cells[]): Rows => [
    headers,
    ...cells.map((own) => headers.map((header, at) => own[header] ?? usual[at] ?? '')),
  ];

const filing = tableOf(
  ['商品货号', '商品名称', 'HS编码', '原产国', '条形码', '计量单位', '净重', '毛重'],
  ['A-1', '茶杯', '6912001000', '日本', '', '007', '0.28', '0.30'],
);
const feed = tableOf(
  ['id', 'title', 'description', 'link', 'image_link', 'availability', 'price', 'gtin', 'mpn', 'product_weight'],
  ['A-1', '茶杯', 'A cup', 'https://a.example/1', '', 'in_stock', '5 EUR', '', '', ''],
);
const stock = tableOf(
  ['Handle', 'Title', 'SKU', 'HS Code', 'COO', 'Location', 'Available'],
  ['cup', 'Cup', 'A-1', '691200', 'JP', 'Main', '5'],
);
const packing = tableOf(
  ['No.', 'SKU', 'Description of Goods', 'HS Code', 'Country of Origin', 'Qty', 'N.W. (KGS)', 'G.W. (KGS)'],
  ['1', 'A-1', 'Cup', '691200', 'Japan', '5', '1.4', '1.5'],
);

/** What the rules about one article find: the rule, and file, cell and value of both places. */
async function contradictions(files: { readonly [name: string]: Rows }) {
  const sources = Object.entries(files).map(([name, rows]) => ({ ...bytesSource(csvOf(rows)), name }));
  const { findings } = await check(sources, { asOf: '2026-11-23', catalogue });
  return findings
    .filter(({ rule }) => rule.includes('/one-'))
    .map(({ rule, location, actual, related: [other] }) => [
      rule.replace(/^.*\//, ''),
      [location.file, location.cell, actual],
      [other?.location.file, other?.location.cell, other?.actual],
    ]);
}

const cup = '9520000051013';
const bowl = '6901234567892';

describe('D6: bar codes', () => {
  test('another number than in the filing table, whichever is read first', async () => {
    const table = filing({ 条形码: cup }, { 商品货号: 'A-2', 条形码: '036000291452' });
    const goods = feed({ gtin: bowl }, { id: 'A-2', gtin: '0036000291452' }, { id: 'A-3' });
    const found = [['one-number', ['feed', 'H2', bowl], ['filing', 'E2', cup]]];
    expect(await contradictions({ feed: goods, filing: table })).toEqual(found);
    expect(await contradictions({ filing: table, feed: goods })).toEqual(found);
    expect(await contradictions({ feed: goods })).toEqual([]);
  });

  test('of any other two files the later one is named, and points at the earlier', async () => {
    const found = await contradictions({ shop: feed({ gtin: cup }), market: feed({ gtin: bowl }) });
    expect(found).toEqual([['one-number-elsewhere', ['market', 'H2', bowl], ['shop', 'H2', cup]]]);
  });

  test('three files: it is enough to agree with one before', async () => {
    const found = await contradictions({ a: feed({ gtin: cup }), b: feed({ gtin: bowl }), c: feed({ gtin: cup }) });
    expect(found.map(([, place]) => place)).toEqual([['b', 'H2', bowl]]);
  });

  test('within one file, and of words in place of a number, nothing is said', async () => {
    expect(await contradictions({ shop: feed({ gtin: cup }, { gtin: bowl }), market: feed({ gtin: cup }) })).toEqual(
      [],
    );
    expect(await contradictions({ filing: filing({ 条形码: '无' }), shop: feed({ gtin: cup }) })).toEqual([]);
  });

  test('titles and prices differ as they like', async () => {
    const market = feed({ gtin: cup, title: 'Tasse', price: '9 EUR' });
    expect(await contradictions({ shop: feed({ gtin: cup }), market })).toEqual([]);
  });
});

describe('D6: weight, tariff code and origin', () => {
  test.each([
    ['0.3 kg', false],
    ['0.5 kg', false],
    ['280 kg', true],
    ['0 kg', false],
  ])('the net weight %s beside 0.28 kg', async (product_weight, contradicts) => {
    const found = await contradictions({ filing: filing({ 条形码: cup }), feed: feed({ gtin: cup, product_weight }) });
    expect(found.map(([rule]) => rule)).toEqual(contradicts ? ['one-weight'] : []);
  });

  test('bar codes that differ in zeros in front are one', async () => {
    const found = await contradictions({
      filing: filing({ 条形码: '036000291452' }),
      feed: feed({ id: 'B', gtin: '0036000291452', product_weight: '5 kg' }),
    });
    expect(found).toEqual([['one-weight', ['feed', 'J2', '5'], ['filing', 'G2', '0.28']]]);
  });

  test.each([
    ['691200', []],
    ['6912.00.3550', []],
    ['6912', []],
    ['69110000', ['one-code-stock']],
  ])('the tariff code %s beside 6912001000', async (code, rules) => {
    const found = await contradictions({ filing: filing({}), stock: stock({ 'HS Code': code }) });
    expect(found.map(([rule]) => rule)).toEqual(rules);
  });

  test('of two filing tables by bar code, and by article number where there is none', async () => {
    const code = (HS编码: string, 条形码: string) => filing({ HS编码, 条形码 });
    const rules = async (one: Rows, other: Rows) =>
      (await contradictions({ one, other })).map(([rule, place]) => [rule, place]);
    expect(await rules(code('6912001000', cup), code('6911101100', cup))).toEqual([
      ['one-code', ['other', 'C2', '6911101100']],
    ]);
    expect(await rules(code('6912001000', ''), code('6911101100', ''))).toEqual([
      ['one-code-sku', ['other', 'C2', '6911101100']],
    ]);
  });

  test.each([
    ['JP', []],
    ['Japan', []],
    ['CN', ['one-origin-stock']],
    ['EU', []],
    ['imported', []],
  ])('the origin %s beside 日本', async (COO, rules) => {
    const found = await contradictions({ filing: filing({}), stock: stock({ COO }) });
    expect(found.map(([rule]) => rule)).toEqual(rules);
  });

  test('a packing list beside the filing table', async () => {
    const list = packing({}, { 'No.': '2', 'HS Code': '691110', 'Country of Origin': 'China' });
    expect(await contradictions({ list, filing: filing({}) })).toEqual([
      ['one-code-shipment', ['list', 'D3', '691110'], ['filing', 'C2', '6912001000']],
      ['one-origin-shipment', ['list', 'E3', 'CN'], ['filing', 'D2', 'JP']],
    ]);
  });
});
