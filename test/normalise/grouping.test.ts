import { describe, expect, it } from 'vitest';
import { csvOf, normalise } from './normalising.js';

const shopifyHeader = [
  'Handle',
  'Title',
  'Vendor',
  'Option1 Name',
  'Option1 Value',
  'Variant SKU',
  'Variant Price',
  'Image Src',
];
const shopify = (...rows: readonly (readonly string[])[]): string => csvOf([shopifyHeader, ...rows]);

describe('rows that share a handle', () => {
  it('are one product with variants and images', async () => {
    const { records, notices } = await normalise(
      shopify(
        ['cup', 'Cup', 'M', 'Color', 'White', 'C-W', '5', 'https://e.example/a.jpg'],
        ['cup', '', '', '', 'Blue', 'C-B', '6', 'https://e.example/b.jpg'],
        ['', '', '', '', '', '', '', 'https://e.example/c.jpg'],
        ['tray', 'Tray', 'H', 'Title', 'Default Title', 'T', '9', ''],
      ),
    );
    expect(notices).toEqual([]);
    expect(records.map((record) => record.number)).toEqual([1, 2]);
    expect(records[0]?.fields).toEqual({
      groupId: 'cup',
      title: { und: 'Cup' },
      brand: 'M',
      images: ['https://e.example/a.jpg', 'https://e.example/b.jpg', 'https://e.example/c.jpg'],
      variants: [
        { options: { Color: 'White' }, sku: 'C-W', price: '5' },
        { options: { Color: 'Blue' }, sku: 'C-B', price: '6' },
      ],
    });
    expect(records[1]?.fields['variants']).toEqual([{ sku: 'T', price: '9' }]);
    const place = (pointer: string): unknown => records[0]?.locate(pointer);
    expect(place('/images/2')).toMatchObject({ line: 4, cell: 'H4' });
    expect(place('/variants/1/options/Color')).toMatchObject({ line: 3, cell: 'E3', name: 'Option1 Value' });
    expect(place('/variants/1/gtin')).toEqual({
      file: 'file',
      line: 3,
      column: 1,
      record: 1,
      pointer: '/variants/1/gtin',
    });
    expect(place('/description')).toMatchObject({ line: 2, column: 1 });
  });

  it('are found again after a spreadsheet sorted them, even before the row with the title', async () => {
    const { records, notices } = await normalise(
      shopify(
        ['cup', '', '', '', 'Blue', 'A-1', '6', ''],
        ['tray', 'Tray', 'H', '', '', 'A-2', '9', ''],
        ['cup', 'Cup', 'M', 'Color', 'White', 'A-3', '5', ''],
      ),
    );
    expect(records.map((record) => [record.number, record.fields['title']])).toEqual([
      [1, { und: 'Cup' }],
      [2, { und: 'Tray' }],
    ]);
    expect(records[0]?.locate('/title')).toMatchObject({ cell: 'B4' });
    expect(records[0]?.locate('/description')).toMatchObject({ line: 4, column: 1 });
    expect(notices.map(({ id, values, weight }) => [id, values, weight])).toEqual([
      ['row-apart', { key: 'cup', count: 1 }, 'note'],
    ]);
    expect(notices[0]?.location).toMatchObject({ line: 4, cell: 'A4' });
  });

  it('are a product without a title where the file is known whole', async () => {
    const { records } = await normalise(shopify(['cup', '', '', '', '', 'C', '5', '']));
    expect(records.map((record) => record.fields)).toEqual([{ groupId: 'cup', variants: [{ sku: 'C', price: '5' }] }]);
  });

  it('are held in bounded memory, and rows too far from their title are not judged', async () => {
    const filler = Array.from({ length: 12_000 }, (_, i) => [`p${i}`, `P ${i}`, '', '', '', `S-${i}`, '1', '']);
    const { records, notices } = await normalise(
      shopify(['cup', 'Cup', 'M', '', '', 'C-W', '5', ''], ...filler, ['cup', '', '', '', '', 'C-B', '6', '']),
    );
    expect(records.length).toBe(12_001);
    expect(records.every((record) => record.fields['title'] !== undefined)).toBe(true);
    expect(notices.map(({ id, values, weight }) => [id, values, weight])).toEqual([
      ['orphan-row', { key: 'cup', count: 1 }, 'fault'],
    ]);
    expect(notices[0]?.location).toMatchObject({ cell: 'A12003' });
  });
});

const wooHeader = [
  'ID',
  'Type',
  'SKU',
  'Name',
  'Published',
  'In stock?',
  'Regular price',
  'Tags',
  'Description',
  'Images',
  'Parent',
  'Attribute 1 name',
  'Attribute 1 value(s)',
  'Is featured?',
];
const woo = (...rows: readonly (readonly string[])[]): string => csvOf([wooHeader, ...rows]);
const parent = [
  '101',
  'variable',
  'CUP',
  'Cup',
  '1',
  '1',
  '',
  'home, tea\\, coffee',
  'a\\nb',
  'https://e.example/a.jpg',
  '',
  'Color',
  'White, Blue',
  '0',
];
const white = [
  '102',
  'variation',
  'CUP-W',
  'Cup - White',
  '1',
  '1',
  '5',
  '',
  '',
  'https://e.example/w.jpg',
  'CUP',
  'Color',
  'White',
  '0',
];
const blue = [
  '103',
  'variation, virtual',
  'CUP-B',
  'Cup - Blue',
  '1',
  '0',
  '6',
  '',
  '',
  '',
  'id:101',
  'Color',
  'Blue',
  '0',
];
const tray = ['104', 'simple, virtual', 'TRAY', 'Tray', '-1', '1', '9', '', '', '', '', '', '', '0'];

describe('products and variations', () => {
  const cup = {
    listingId: '101',
    sku: 'CUP',
    title: { und: 'Cup' },
    published: true,
    availability: 'in_stock',
    keywords: ['home', 'tea, coffee'],
    description: { und: 'a\nb' },
    images: ['https://e.example/a.jpg'],
    options: { Color: 'White, Blue' },
    variants: [
      { listingId: '102', sku: 'CUP-W', availability: 'in_stock', price: '5', options: { Color: 'White' } },
      { listingId: '103', sku: 'CUP-B', availability: 'out_of_stock', price: '6', options: { Color: 'Blue' } },
    ],
  };

  it.each([
    ['together', [parent, white, blue, tray], 'B3'],
    ['apart', [parent, tray, white, blue], 'B4'],
    ['before their parent', [white, tray, blue, parent], 'B2'],
  ])('%s', async (_, rows, cell) => {
    const { records, notices } = await normalise(woo(...rows));
    const found = records.find((record) => record.fields['sku'] === 'CUP');
    expect(found?.fields).toEqual(cup);
    expect(found?.locate('/variants/0/sku')).toMatchObject({ cell: cell.replace('B', 'C') });
    expect(found?.locate('/sku')).toMatchObject({ cell: `C${rows.indexOf(parent) + 2}` });
    expect(found?.locate('/title')).toMatchObject({ cell: `D${rows.indexOf(parent) + 2}` });
    expect(records.map((record) => record.number).sort()).toEqual([1, 2]);
    expect(records.find((record) => record.number === 1)?.fields['sku']).toBe(rows[0] === tray ? 'TRAY' : 'CUP');
    expect(notices).toEqual([]);
  });

  it('that are simple are records of their own', async () => {
    const { records } = await normalise(woo(tray));
    expect(records[0]?.fields).toEqual({
      listingId: '104',
      sku: 'TRAY',
      title: { und: 'Tray' },
      published: '-1',
      availability: 'in_stock',
      price: '9',
    });
    expect(records[0]?.locate('/price')).toMatchObject({ cell: 'G2' });
  });

  it('whose parent is not in the file are not taken for products', async () => {
    const { records, notices } = await normalise(woo(tray, white, blue));
    expect(records.length).toBe(1);
    expect(notices.map(({ id, values, weight }) => [id, values, weight])).toEqual([
      ['orphan-row', { key: 'CUP', count: 2 }, 'fault'],
    ]);
    expect(notices[0]?.location).toMatchObject({ cell: 'K3' });
  });
});

it('knows which fields a file has a place for', async () => {
  const { normaliser } = await normalise(shopify(['cup', 'Cup', 'M', '', '', 'C', '5', '']));
  const { provides, couldProvide, headersFor } = normaliser;
  expect(['title', 'sku', 'variants.sku', 'hsCode', 'gtin', 'safetyCategory'].map(provides)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(['hsCode', 'gtin', 'variants.gtin', 'safetyCategory'].map(couldProvide)).toEqual([true, true, true, false]);
  expect(headersFor('gtin')).toEqual(['Variant Barcode']);
  expect(headersFor('hsCode')).toEqual([]);
});

it('gives the currency of a price where no column has one', async () => {
  const google = 'id\ttitle\tlink\timage_link\tavailability\tsale_price\tprice\nA\tCup\tl\ti\tin stock\t\t58.00 CNY\n';
  const { records, normaliser } = await normalise(google);
  expect(records[0]?.fields).toMatchObject({ price: '58.00', priceCurrency: 'CNY' });
  expect(records[0]?.locate('/priceCurrency')).toMatchObject({ cell: 'G2', name: 'price' });
  expect(normaliser.provides('priceCurrency')).toBe(true);
  const filing =
    '商品货号,商品名称,品牌,HS编码,申报单价,币制\nA,茶杯,M,6912001000,58 USD,人民币\nB,茶杯,M,6912001000,58 USD,\n';
  const declared = (await normalise(filing)).records;
  expect(declared.map((record) => record.fields['declaredCurrency'])).toEqual(['CNY', 'USD']);
  expect(declared.map((record) => record.locate('/declaredCurrency').cell)).toEqual(['F2', 'E3']);
});
