import { describe, expect, test } from 'vitest';
import { builtCatalogue, check } from '../../src/index.js';
import type { Report } from '../../src/model/report.js';
import { csvOf } from '../normalise/normalising.js';
import { bytesSource } from '../read/reading.js';

// C19 of the list of what really arrives: codes with points, of 6, 8, 10 or 13 digits, of another country, of no tariff.

const catalogue = builtCatalogue();
const asOf = '2026-11-23';

const filing = (code: string) => [
  ['商品货号', '商品名称', 'HS编码', '原产国', '条形码', '计量单位', '净重', '毛重'],
  ['A-1', '茶杯', code, '日本', '', '007', '0.28', '0.30'],
];

const listing = (code: string) => [
  ['sku', 'title@en', 'gtin', 'originCountry', 'hsCode', 'groupId', 'listingId'],
  ['A-1', 'Cup', '', 'JP', code, 'G', '1'],
];

const reportOf = (rows: readonly (readonly string[])[], more: object = {}): Promise<Report> =>
  check([bytesSource(csvOf(rows))], { asOf, catalogue, ...more });

const found = ({ findings }: Report, standard: string) =>
  findings.filter(({ rule }) => rule.startsWith(`${standard}/`)).map(({ rule }) => rule.slice(standard.length + 1));

describe('C19: the form of a tariff code', () => {
  test.each([
    ['6912001000', []],
    ['6912.00.1000', ['hs-code']],
    ['691200', ['hs-code']],
    ['69120010', ['hs-code']],
    ['691200100', ['hs-code']],
    ['6912001000101', ['hs-code']],
  ])('%s in a filing table', async (code, rules) => {
    const { findings } = await reportOf(filing(code));
    const here = findings.filter(({ location }) => location.cell === 'C2').map(({ rule }) => rule);
    expect(here).toEqual(rules.map((rule) => `ceb-interface-202205/${rule}`));
  });

  test.each([
    ['6912001000', []],
    ['691200', []],
    ['69120010', []],
    ['6912001000101', ['hs-code-suffix']],
    ['6912.00.1000', ['hs-code-united-states']],
    ['6912.00.0000', ['hs-code-digits']],
    ['6912.00', ['hs-code-digits']],
    ['6912.0010', ['hs-code-digits']],
    ['6912 00 10 00', ['hs-code-digits']],
    ['6912', ['hs-code']],
    ['902209000', ['hs-code-length']],
    ['7712001000', ['hs-chapter']],
    ['9804000000', []],
  ])('%s in any other listing', async (code, rules) => {
    expect(found(await reportOf(listing(code)), 'gacc-2019-18')).toEqual(rules);
  });

  test('a code of the American form is not made to look like a Chinese one', () => {
    const fixes = (id: string) => catalogue.catalogue.rules.find((rule) => rule.id === `gacc-2019-18/${id}`)?.fix;
    expect([fixes('hs-code-digits'), fixes('hs-code-united-states')]).toEqual([['hs-digits'], undefined]);
  });
});

describe('C19: the tariff has such a code', () => {
  test.each([
    ['611420', []],
    ['6114209000', []],
    ['611421', ['hs-subheading']],
    ['61142190', ['hs-subheading']],
    ['6114219000', ['hs-subheading']],
    ['6114.21', ['hs-code-digits', 'hs-subheading']],
    ['611421900', ['hs-code-length']],
    ['610012', ['hs-heading']],
  ])('%s', async (code, rules) => {
    expect(found(await reportOf(listing(code)), 'gacc-2019-18').sort()).toEqual(rules);
  });

  test('in a filing table too', async () => {
    expect(found(await reportOf(filing('6114219000')), 'gacc-2019-18')).toEqual(['hs-subheading']);
    expect(found(await reportOf(filing('0000000000')), 'gacc-2019-18')).toEqual(['hs-chapter']);
  });

  test('telephones moved in 2022: the old code was right until then', async () => {
    expect(found(await reportOf(listing('8517120000')), 'gacc-2019-18')).toEqual(['hs-subheading']);
    const before = await reportOf(listing('8517120000'), { asOf: '2021-11-23' });
    expect(found(before, 'gacc-2019-18')).toEqual([]);
  });

  test('the finding names the subheadings there are', async () => {
    const { findings } = await reportOf(listing('611421'));
    const [finding] = findings.filter(({ rule }) => rule === 'gacc-2019-18/hs-subheading');
    expect(finding?.expected).toMatchObject({ id: 'code-start', values: { near: '611420\n611430\n611490' } });
    expect(finding?.location.cell).toBe('E2');
  });
});

describe('C19: the level of a code is said', () => {
  test.each([
    ['611421', '6 digits: a subheading, the same in every country'],
    ['6114.21.90', '8 digits: a line of one country’s tariff'],
    ['6114219000', '10 digits: a code for the declaration'],
    ['6114209000101', '6114209000 + 101, a code for the declaration and the suffix of the inspection'],
  ])('%s', async (code, level) => {
    const { findings } = await reportOf(listing(code));
    const said = findings.filter(({ field }) => field === 'hsCode').map(({ meaning }) => meaning?.en);
    expect(new Set(said)).toEqual(new Set([level]));
  });
});

test('C19: the code of the destination in the field of the origin', async () => {
  const goods = (hscode_export: string, hscode_import: string) => ({
    declare_product_name_cn: '茶杯',
    declare_product_name_en: 'Cup',
    declare_product_code_qty: 1,
    origin_country: 'CN',
    hscode_export,
    hscode_import,
  });
  const order = {
    ref_no: 'A-1',
    logistics_service_info: { logistics_product_code: 'A1' },
    parcel_list: [
      {
        declare_product_info: [
          goods('6912003550', '6912003550'),
          goods('6912001000', '6912003550'),
          goods('691200', '691200'),
        ],
      },
    ],
  };
  const report = await check([bytesSource(JSON.stringify(order))], { asOf, catalogue });
  const places = report.findings.filter(({ rule }) => rule === 'gacc-2019-18/line-destination-code');
  expect(places.map(({ location, actual }) => [location.name, location.pointer, actual])).toEqual([
    ['hscode_export', '/lines/0/hsCode', '6912003550'],
  ]);
});
