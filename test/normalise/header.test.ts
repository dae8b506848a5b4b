import { expect, it } from 'vitest';
import { columnFinder } from '../../src/normalise/header.js';
import { formatCalled, normalise } from './normalising.js';

const meaning = (format: string, header: string): string | undefined => {
  const column = columnFinder(formatCalled(format))(header);
  return column === undefined ? undefined : column.ignore === true ? 'ignored' : column.field;
};

it.each([
  ['shopify-products-classic', 'Title', 'title'],
  ['shopify-products-classic', '﻿TITLE ', 'title'],
  ['shopify-products-classic', 'Body HTML', 'description'],
  ['shopify-products-classic', 'Type (product.metafields.custom.type)', 'attributes'],
  ['shopify-products-classic', 'Herkunft (product.metafields.custom.country_of_origin)', 'originCountry'],
  ['shopify-products-classic', 'HS-Code (product.metafields.my_fields.hs_code)', 'hsCode'],
  ['shopify-products-classic', 'Price / International', 'attributes'],
  ['woocommerce-products', 'Weight (lbs)', 'variants.grossWeight'],
  ['woocommerce-products', 'Weight (st)', undefined],
  ['woocommerce-products', 'Weight', undefined],
  ['woocommerce-products', 'Attribute 12 value(s)', 'variants.options'],
  ['woocommerce-products', 'Meta: _hs_code', 'hsCode'],
  ['cn-filing-table', '*商品名称：', 'title@zh-CN'],
  ['cn-filing-table', '★HSCODE（枚举值详见：hscode列表）（海关十位编码）', 'hsCode'],
  ['cn-filing-table', '净重（KG）', 'netWeight'],
  ['cn-filing-table', '净重（g）', 'netWeight'],
  ['cn-filing-table', '申报品名(英文)', 'customsNameEn'],
  ['cn-filing-table', '申报品名(中文)', 'customsNameZh'],
  ['cn-filing-table', '保质期(天)', 'attributes'],
  ['listing-canonical', 'title@fr', 'title'],
  ['listing-canonical', 'options.Color', 'options'],
  ['google-merchant', 'G:Image_Link', 'images'],
  ['google-merchant', '', undefined],
])('%s: %s means %s', (format, header, field) => {
  expect(meaning(format, header)).toBe(field);
});

it('takes a text of the canonical listing in whatever language its header names', async () => {
  const { records, notices } = await normalise(
    'sku,title,title@zh-CN,title@ko,title@pt-br,originCountry,hsCode,netWeight\nA,Tea,绿茶,녹차,Chá,CN,0902100000,0.1\n',
  );
  expect(records[0]?.fields['title']).toEqual({ und: 'Tea', 'zh-CN': '绿茶', ko: '녹차', 'pt-BR': 'Chá' });
  expect(records[0]?.locate('/title/ko')).toMatchObject({ cell: 'D2', name: 'title@ko' });
  expect(notices).toEqual([]);
});

it('keeps a column nobody knows as an attribute and says which was meant', async () => {
  const { records, notices } = await normalise(
    'Handle,Title,Vendor,Variant SKU,Varaint Price,店内备注,Title \na,Tea,V,S-1,9.90,易碎,Other\n',
  );
  expect(records[0]?.fields['attributes']).toEqual({ 'Varaint Price': '9.90', 店内备注: '易碎' });
  expect(notices.map(({ id, values }) => [id, values])).toEqual([
    ['column-unknown', { header: 'Varaint Price', nearest: 'Variant Price' }],
    ['column-unknown', { header: '店内备注' }],
  ]);
  expect(notices[0]?.location).toMatchObject({ line: 1, column: 33, cell: 'E1', name: 'Varaint Price' });
});

it('says when two columns give one field, and takes the first filled', async () => {
  const { records, notices } = await normalise(
    '商品货号,商品名称,品牌,HS编码,原产国,产地,计量单位\nA,茶杯,M,6912001000,,日本,个\nB,茶杯,M,6912001000,德国,日本,个\n',
  );
  expect(records.map((record) => record.fields['originCountry'])).toEqual(['JP', 'DE']);
  expect(records[0]?.locate('/originCountry')).toMatchObject({ cell: 'F2', name: '产地' });
  expect(notices.map(({ id, values }) => [id, values])).toEqual([
    ['column-mapped-twice', { header: '产地', first: '原产国', field: 'originCountry' }],
  ]);
});
