import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import type { SourceRecord } from '../../src/model/record.js';
import { catalogue, csvOf, type Normalised, normalise } from '../normalise/normalising.js';

// Each test is named after the hazard's number in the list of what really arrives.

const fieldsOf = ({ records }: Normalised): readonly SourceRecord['fields'][] => records.map(({ fields }) => fields);
const noticesOf = ({ notices }: Normalised) => notices.map(({ id, values }) => [id, values] as const);
const idsOf = ({ notices }: Normalised) => notices.map(({ id }) => id);
const formatOf = ({ records }: Normalised) => records[0]?.format;

async function refusalOf(content: string): Promise<UserError> {
  const error: unknown = await normalise(content).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof UserError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

const woo = ['ID', 'Type', 'SKU', 'Name', 'Regular price', 'In stock?', 'Weight (kg)'];
const inventory = ['Handle', 'Title', 'SKU', 'HS Code', 'COO', 'Location', 'On hand'];
const filing = ['商品货号', '商品名称', 'HS编码', '原产国', '条形码', '计量单位', '净重'];

describe('A: characters', () => {
  test('A6: no-break, zero-width and ideographic spaces hide no header and no code', async () => {
    const headers = inventory.map((header, index) => ['\u00a0', '\u200b', '\ufeff', '\u3000'][index % 4] + header);
    const read = await normalise(
      csvOf([headers, ['cup', '茶杯', '\u00a0A-1\u200b', '691200', 'JP', '仓\u3000库', '1']]),
    );
    expect(formatOf(read)).toBe('shopify-inventory');
    expect(fieldsOf(read)).toMatchObject([{ sku: 'A-1', location: '仓\u3000库' }]);
    // What the file says stays as it was written.
    expect(read.records[0]?.raw['sku']).toBe('\u00a0A-1\u200b');
  });

  test('A7: full-width brackets, colons, letters and digits in headers, codes and quantities', async () => {
    const headers = ['＊商品货号', '商品名称：', 'ＨＳ编码', '原产国（地区）', '条形码', '计量单位', '净重（ＫＧ）'];
    const read = await normalise(csvOf([headers, ['A-1', '茶杯（白）', '6912001000', '日本', '', '个', '２８０克']]));
    expect(formatOf(read)).toBe('cn-filing-table');
    expect(fieldsOf(read)).toMatchObject([
      { sku: 'A-1', title: { 'zh-CN': '茶杯（白）' }, originCountry: 'JP', netWeight: '0.28' },
    ]);
  });
});

describe('B: structure', () => {
  test('B5: a known column twice, saying different things, is a fault that names both places', async () => {
    const read = await normalise(
      csvOf([
        [...inventory, 'SKU'],
        ['cup', 'Cup', 'A-1', '', '', '', '1', 'A-1'],
        ['cup', 'Cup', 'A-2', '', '', '', '1', 'A-9'],
        ['cup', 'Cup', 'A-3', '', '', '', '1', ''],
      ]),
    );
    expect(fieldsOf(read).map(({ sku }) => sku)).toEqual(['A-1', 'A-2', 'A-3']);
    const [fault] = read.notices.filter(({ id }) => id === 'columns-disagree');
    expect(fault).toMatchObject({ values: { header: 'SKU', first: 'C3', count: 1 }, weight: 'fault' });
    expect(fault?.location).toMatchObject({ line: 3, cell: 'H3', name: 'SKU' });
  });

  test('B5: columns that repeat by design are a list', async () => {
    const read = await normalise(
      csvOf([
        ['Contribution Goods', 'Contribution SKU', 'Product Name', 'Bullet Point', 'Bullet Point', 'Bullet Point'],
        ['cup', 'A-1', 'Cup', 'one', '', 'three'],
      ]),
    );
    expect(fieldsOf(read)).toMatchObject([{ bulletPoints: ['one', 'three'] }]);
    expect(read.normaliser.readsAll?.('Bullet Point')).toBe(true);
    expect(read.normaliser.readsAll?.('Product Name')).toBe(false);
  });

  test.each([
    ['a title line', [['Stock of the shop'], []]],
    ['guidance and a group row', [['Fill in'], ['Goods', '', '', 'Customs'], ['do not sort', 'x', 'y', 'z']]],
    ['nineteen rows', Array.from({ length: 19 }, (_, index) => [`note ${index}`])],
  ])('B6: below %s the header is found, and its row is said', async (_, above) => {
    const read = await normalise(csvOf([...above, inventory, ['cup', 'Cup', 'A-1', '', '', '', '1']]));
    expect(formatOf(read)).toBe('shopify-inventory');
    expect(fieldsOf(read)).toMatchObject([{ sku: 'A-1', onHand: '1' }]);
    expect(noticesOf(read)).toContainEqual(['header-row', expect.objectContaining({ row: above.length + 1 })]);
    expect(read.records[0]?.locate('/sku')).toMatchObject({ cell: `C${above.length + 2}`, line: above.length + 2 });
  });

  test('B6: keys in the first row, labels and marks below them', async () => {
    const read = await normalise(
      csvOf([
        ['category', 'brand', 'product_name', 'product_description', 'main_image', 'seller_sku', 'price'],
        ['V5.0.0', 'create_product', 'metric'],
        ['Category', 'Brand', 'Product name', 'Product description', 'Main image', 'Seller SKU', 'Retail price'],
        ['Mandatory', 'Optional', 'Mandatory', 'Mandatory', 'Mandatory', 'Optional', 'Mandatory'],
        ['Cups', 'Marunoko', 'Cup', 'A cup', 'a.jpg', 'A-1', '12.90'],
      ]),
    );
    expect(formatOf(read)).toBe('tiktok-shop-template');
    expect(fieldsOf(read)).toMatchObject([{ title: { und: 'Cup' }, variants: [{ sku: 'A-1' }] }]);
    expect(noticesOf(read)).toContainEqual(['row-skipped', { what: 'hint', count: 3 }]);
  });

  test('B6: a template’s own settings say where the goods begin', async () => {
    const read = await normalise(
      csvOf([
        ['settings=labelRow=4&attributeRow=5&dataRow=7'],
        ['x', 'y'],
        ['z'],
        ['SKU', 'Name'],
        ['contribution_sku#1.value', 'item_name[language_tag=fr_FR]#1.value'],
        ['an example', 'un exemple'],
        ['A-1', 'Tasse'],
      ]),
    );
    expect(fieldsOf(read)).toEqual([{ sku: 'A-1', title: { 'fr-FR': 'Tasse' } }]);
  });

  test('B6: beyond the first twenty rows nobody looks for a header', async () => {
    const notes = Array.from({ length: 25 }, (_, index) => [`note ${index}`, 'x']);
    expect((await refusalOf(csvOf([...notes, inventory]))).text.en).toMatch(
      /^Unknown format: the header row is note 0/,
    );
  });

  test('B7: marks and notes in headers', async () => {
    const headers = [
      '*商品货号',
      '★商品名称',
      'HS编码(海关十位编码)',
      '原产国/地区（见国别列表）',
      '条形码 (required)',
      '计量单位 ',
      '净重(g)',
    ];
    const read = await normalise(csvOf([headers, ['A-1', '茶杯', '6912001000', '日本', '9520000051013', '个', '280']]));
    expect(fieldsOf(read)).toMatchObject([
      { sku: 'A-1', hsCode: '6912001000', originCountry: 'JP', gtin: '9520000051013', netWeight: '0.28' },
    ]);
    expect(idsOf(read)).not.toContain('column-unknown');
  });

  test('B8: headers in the language of the account; metafields by their keys', async () => {
    const etsy = ['TITOLO', 'DESCRIZIONE', 'PREZZO', 'CURRENCY_CODE', 'QUANTITÀ', 'IMMAGINE1', 'SKU'];
    const italian = await normalise(csvOf([etsy, ['Vaso', 'Un vaso', '46', 'EUR', '1', 'a.jpg', 'A-1']]));
    expect(formatOf(italian)).toBe('etsy-listings');
    expect(fieldsOf(italian)).toMatchObject([{ title: { und: 'Vaso' }, priceCurrency: 'EUR', images: ['a.jpg'] }]);
    const classic = [
      'Handle',
      'Title',
      'Vendor',
      'Variant SKU',
      'Herkunftsland (product.metafields.custom.country_of_origin)',
    ];
    const german = await normalise(csvOf([classic, ['cup', 'Tasse', 'M', 'A-1', 'Japan']]));
    expect(fieldsOf(german)).toMatchObject([{ originCountry: 'JP' }]);
  });

  test('B8: words known from memory are read, but no format is recognised by them', async () => {
    const text = csvOf([
      ['Type', 'UGS', 'Nom', 'Regular price', 'In stock?'],
      ['simple', 'A-1', 'Tasse', '5', '1'],
    ]);
    expect((await refusalOf(text)).suggestion?.en).toContain('woocommerce-products');
    expect(fieldsOf(await normalise(text, 'woocommerce-products'))).toMatchObject([
      { sku: 'A-1', title: { und: 'Tasse' } },
    ]);
  });

  test('B9: totals, repeated headers, empty rows and comments are no goods, and are counted', async () => {
    const read = await normalise(
      csvOf([
        filing,
        ['A-1', '茶杯', '6912001000', '日本', '', '个', '0.28'],
        ['', '', '', '', '', '', ''],
        filing,
        ['A-2', '托盘', '4419190000', '越南', '', '个', '0.6'],
        ['小计', '', '', '', '', '', '0.88'],
        ['Total:', '', '', '', '', 'two kinds', '0.88'],
      ]),
    );
    expect(fieldsOf(read).map(({ sku }) => sku)).toEqual(['A-1', 'A-2']);
    expect(noticesOf(read)).toEqual([
      ['row-skipped', { what: 'header', count: 1 }],
      ['row-skipped', { what: 'total', count: 2 }],
    ]);
  });

  test('B9: goods that are called Total are goods', async () => {
    const read = await normalise(csvOf([filing, ['Total', '牙膏', '3306101000', '法国', '', '支', '0.1']]));
    expect(fieldsOf(read)).toMatchObject([{ sku: 'Total' }]);
    expect(read.notices).toEqual([]);
  });

  test('B10: cartons shared by articles; the weight stands in the first row', async () => {
    const read = await normalise(
      csvOf([
        ['箱号', 'SKU', 'FSKU', '数量', '重量'],
        ['1', 'A-1', 'X1', '100', '21.8'],
        ['1', 'A-2', 'X2', '29', '0'],
        ['2', 'A-1', 'X1', '5', '20.1'],
      ]),
    );
    expect(fieldsOf(read)).toMatchObject([
      { parcelNumber: '1', grossWeight: '21.8', lines: [{ sku: 'A-1' }, { sku: 'A-2' }] },
      { parcelNumber: '2', lines: [{ sku: 'A-1' }] },
    ]);
    expect(read.records[0]?.locate('/lines/1/quantity')).toMatchObject({ cell: 'D3' });
    expect(read.records[0]?.locate('/grossWeight')).toMatchObject({ cell: 'E2' });
  });

  test('B11: a form above the table: values beside or below their labels, three values on three lines', async () => {
    const read = await normalise(
      csvOf([
        ['中华人民共和国海关出口货物报关单'],
        ['预录入编号：', 'PRE-1'],
        ['境内发货人', '', '监管方式', '运输方式'],
        ['示例公司', '', '9810', '水路运输'],
        ['项号', '商品编号', '商品名称及规格型号', '单价/总价/币制', '征免', '境内货源地'],
        ['1', '6912001000', '茶杯', '6.50\n650.00\n美元', '照章征税', '宁波'],
        ['申报单位', '示例报关行'],
      ]),
    );
    expect(fieldsOf(read)).toMatchObject([
      {
        shipmentId: 'PRE-1',
        sellerName: '示例公司',
        supervisionMode: '9810',
        lines: [{ hsCode: '6912001000', unitPrice: '6.50', totalPrice: '650.00', currency: '美元' }],
      },
    ]);
    expect(read.records[0]?.locate('/supervisionMode')).toMatchObject({ cell: 'C4', name: '监管方式' });
    expect(read.records[0]?.locate('/lines/0/totalPrice')).toMatchObject({ cell: 'D6' });
    expect(noticesOf(read)).toContainEqual(['row-skipped', { what: 'aside', count: 1 }]);
  });

  test('B12: example rows of a template are left out', async () => {
    const headers = ['Merchant SKU', 'Quantity', 'Prep owner', 'Units per box '];
    const read = await normalise(csvOf([headers, ['MySKU001', '23', '', ''], ['CaseSKU-7', '12', 'Seller', '4']]));
    expect(fieldsOf(read)).toMatchObject([{ lines: [{ sku: 'CaseSKU-7', quantity: '12' }] }]);
    expect(noticesOf(read)).toEqual([['row-skipped', { what: 'example', count: 1 }]]);
  });

  test('B14: the content decides, whatever the file is called; what is weak is told with the nearest', async () => {
    expect(formatOf(await normalise(csvOf([woo, ['1', 'simple', 'A-1', 'Cup', '5', '1', '.5']])))).toBe(
      'woocommerce-products',
    );
    const error = await refusalOf(
      csvOf([
        ['Handle', 'Title', 'Price'],
        ['cup', 'Cup', '5'],
      ]),
    );
    expect(error.text.en).toBe('Unknown format: the header row is Handle, Title, Price.');
    expect(error.suggestion?.en).toMatch(/^Nearest: .+; .+; .+\. Name the format with --input-format/);
  });
});

describe('C: values', () => {
  test('C4: guards before codes are peeled off, and said', async () => {
    const rows = [
      ['cup', 'Cup', '="0123"', "'0691200", 'JP', '', '1'],
      ['cup', 'Cup', "'0124", '', 'JP', '', '1'],
    ];
    const read = await normalise(csvOf([inventory, ...rows]));
    expect(fieldsOf(read)).toMatchObject([{ sku: '0123', hsCode: '0691200' }, { sku: '0124' }]);
    expect(noticesOf(read)).toEqual([
      ['guards-peeled', { header: 'SKU', shown: '="0123"', count: 2 }],
      ['guards-peeled', { header: 'HS Code', shown: "'0691200", count: 1 }],
    ]);
  });

  test.each([
    ['净重(KG)', '0.8', '0.8'],
    ['净重（克）', '800', '0.8'],
    ['净重', '800克', '0.8'],
    ['净重', '0.8千克', '0.8'],
    ['净重(KG)', '800g', '0.8'],
    ['净重(磅)', '1', '0.45359237'],
    ['净重', '一箱', '一箱'],
  ])('C8: the unit of %s: %s', async (header, cell, weight) => {
    const headers = [...filing.slice(0, 6), header];
    const read = await normalise(csvOf([headers, ['A-1', '茶杯', '6912001000', '日本', '', '个', cell]]));
    expect(fieldsOf(read)[0]?.['netWeight']).toBe(weight);
  });

  test('C8: a unit in a column of its own; without one the number is no weight', async () => {
    const headers = [
      'item_sku',
      'item_name',
      'brand_name',
      'standard_price',
      'package_weight',
      'package_weight_unit_of_measure',
    ];
    const row = (weight: string, unit: string) => ['A-1', 'Cup', 'M', '5', weight, unit];
    const read = await normalise(
      csvOf([headers, row('310', 'GR'), row('2', 'LB'), row('310', ''), row('0.3 kg', 'GR')]),
    );
    expect(fieldsOf(read).map(({ grossWeight }) => grossWeight)).toEqual(['0.31', '0.90718474', undefined, '0.3']);
  });

  test.each([
    ['40.99 USD', '40.99', 'USD'],
    ['58.00人民币', '58.00', 'CNY'],
    ['6.50', '6.50', undefined],
  ])('C8: the currency of %s', async (cell, amount, currency) => {
    const headers = ['品名', '数量', '单位', '品牌', '型号', '单价（币制）', '箱数'];
    const read = await normalise(csvOf([headers, ['茶杯', '10', '个', 'M', 'x', cell, '1']]));
    expect(fieldsOf(read)[0]?.['lines']).toMatchObject([{ unitPrice: amount, ...(currency && { currency }) }]);
  });

  test('C8: the currency of a header counts for its cells', async () => {
    const headers = ['t_1_Product Name', 't_1_Contribution Goods', 't_1_Contribution SKU', 't_6_Base Price - EUR'];
    const read = await normalise(csvOf([headers, ['Cup', 'cup', 'A-1', '12.90']]));
    expect(fieldsOf(read)[0]?.['variants']).toEqual([{ sku: 'A-1', price: '12.90', priceCurrency: 'EUR' }]);
  });

  test('C16: lists are split by the sign of their column, titles never', async () => {
    const presta = ['Product ID', 'Name *', 'EAN13', 'Wholesale price', 'Tags (x;y;z...)', 'Image URLs (x;y;z...)'];
    const read = await normalise(csvOf([presta, ['1', 'Cup; white, 180 ml', '', '', 'tea; cup', 'a.jpg; b.jpg']]));
    expect(fieldsOf(read)).toMatchObject([
      { title: { und: 'Cup; white, 180 ml' }, keywords: ['tea', 'cup'], images: ['a.jpg', 'b.jpg'] },
    ]);
    const ebay = ['*Action(SiteID=US|Currency=USD)', 'CustomLabel', '*Category', '*Title', 'PicURL', '*StartPrice'];
    const pipes = await normalise(csvOf([ebay, ['Add', 'A-1', '1', 'Cup | white', 'a.jpg|b.jpg', '5']]));
    expect(fieldsOf(pipes)).toMatchObject([{ title: { und: 'Cup | white' }, images: ['a.jpg', 'b.jpg'] }]);
  });

  test('C17: “Default Title” is no option, image rows and parents are no goods', async () => {
    const headers = [
      'Handle',
      'Title',
      'Vendor',
      'Option1 Name',
      'Option1 Value',
      'Variant SKU',
      'Variant Price',
      'Image Src',
    ];
    const read = await normalise(
      csvOf([
        headers,
        ['cup', 'Cup', 'M', 'Title', 'Default Title', 'A-1', '5', 'a.jpg'],
        ['cup', '', '', '', '', '', '', 'b.jpg'],
      ]),
    );
    expect(fieldsOf(read)).toEqual([
      {
        groupId: 'cup',
        title: { und: 'Cup' },
        brand: 'M',
        images: ['a.jpg', 'b.jpg'],
        variants: [{ sku: 'A-1', price: '5' }],
      },
    ]);
    const amazon = ['item_sku', 'item_name', 'brand_name', 'standard_price', 'parent_child', 'parent_sku'];
    const children = await normalise(
      csvOf([amazon, ['P', 'Cup', 'M', '', 'Parent', ''], ['A-1', 'Cup', 'M', '5', 'Child', 'P']]),
    );
    expect(fieldsOf(children)).toMatchObject([{ sku: 'A-1', groupId: 'P' }]);
    expect(noticesOf(children)).toEqual([['row-skipped', { what: 'aside', count: 1 }]]);
  });

  test.each([
    ['CN', 'CN'],
    ['CHN', 'CN'],
    ['China', 'CN'],
    ['中国', 'CN'],
    ['142', 'CN'],
    ['中国香港', 'HK'],
    ['Hong Kong', 'HK'],
    ['Ca', 'Ca'],
  ])('C18: the country %s', async (written, code) => {
    const read = await normalise(csvOf([filing, ['A-1', '茶杯', '6912001000', written, '', '个', '0.28']]));
    expect(fieldsOf(read)[0]?.['originCountry']).toBe(code);
    expect(read.records[0]?.raw['originCountry']).toBe(written);
  });

  test('C18: a number of the carrier’s own is no country code', async () => {
    const order = {
      channelId: '481',
      orderNumber: 'A',
      receiverInfo: { country: '115' },
      parcelInfo: { productList: [] },
    };
    const [fields] = fieldsOf(await normalise(JSON.stringify(order)));
    expect(fields).toMatchObject({ attributes: { country: '115' } });
    expect(fields).not.toHaveProperty('consigneeCountry');
  });

  test.each([
    ['035', '035'],
    ['千克', '035'],
    ['个', '007'],
    ['KGM', '035'],
    ['GRM', '036'],
    ['一堆', '一堆'],
  ])('C20: the unit %s', async (written, code) => {
    const read = await normalise(csvOf([filing, ['A-1', '茶杯', '6912001000', 'JP', '', written, '0.28']]));
    expect(fieldsOf(read)[0]?.['declaredUnit']).toBe(code);
  });
});

describe('recognition never guesses', () => {
  test('a layout known from memory gives way to one somebody saw, and is said where it is all there is', async () => {
    const recalled = catalogue().formats.filter(({ evidence }) => evidence === 'recalled');
    expect(recalled.length).toBeGreaterThan(5);
    const headers = ['Description of Goods', 'HS Code', 'Qty', 'Unit Price', 'Amount', 'CTNS'];
    const read = await normalise(csvOf([headers, ['Cup', '691200', '10', '5', '50', '1']]));
    expect(formatOf(read)).toBe('packing-list-en');
    expect(noticesOf(read)).toContainEqual(['format-recalled', { format: 'packing-list-en' }]);
    const both = await normalise(
      csvOf([
        [...inventory, ...headers],
        ['cup', 'Cup', 'A-1', ...Array<string>(10).fill('')],
      ]),
    );
    expect(formatOf(both)).toBe('shopify-inventory');
  });

  test('unknown columns are kept, with the name that may be meant', async () => {
    const read = await normalise(
      csvOf([
        [...inventory, 'Avialable'],
        ['cup', 'Cup', 'A-1', '', '', '', '1', '7'],
      ]),
    );
    expect(fieldsOf(read)).toMatchObject([{ attributes: { Avialable: '7' } }]);
    expect(noticesOf(read)).toEqual([['column-unknown', { header: 'Avialable', nearest: 'Available' }]]);
  });
});
