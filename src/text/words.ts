import type { CheckDigitKind, DateForm, VocabularyKeywords } from '../model/condition.js';
import type { Language, Text } from '../model/language.js';
import { inLanguage } from './language.js';

type Script = NonNullable<VocabularyKeywords['script']>;
type Relation = NonNullable<VocabularyKeywords['compare']>['is'];
type Table<K extends string> = { readonly [word in K]: Text };

/** Identifiers with a check digit, with their article. */
export const checkDigitKinds: Table<CheckDigitKind> = {
  gtin: { en: 'a GTIN (product barcode number)', 'zh-CN': '商品条码（GTIN）' },
  sscc: { en: 'an SSCC (shipping container code)', 'zh-CN': '系列货运包装箱代码（SSCC）' },
  gln: { en: 'a GLN (global location number)', 'zh-CN': '全球位置码（GLN）' },
  uscc: { en: 'a unified social credit code', 'zh-CN': '统一社会信用代码' },
  'citizen-id': { en: 'a citizen identity number', 'zh-CN': '公民身份号码' },
  'organisation-code': { en: 'an organisation code', 'zh-CN': '组织机构代码' },
  isbn: { en: 'an ISBN', 'zh-CN': '国际标准书号（ISBN）' },
  imei: { en: 'an IMEI', 'zh-CN': '国际移动设备识别码（IMEI）' },
  'food-licence': { en: 'a food production licence number', 'zh-CN': '食品生产许可证编号' },
};

export const dateForms: Table<DateForm> = {
  yyyyMMdd: { en: 'a real date as yyyyMMdd, such as 20261123', 'zh-CN': 'yyyyMMdd 形式的真实日期，例如 20261123' },
  yyyyMMddHHmmss: {
    en: 'a real date and time as yyyyMMddHHmmss, such as 20261123174500',
    'zh-CN': 'yyyyMMddHHmmss 形式的真实日期时间，例如 20261123174500',
  },
  yyyyMMddHHmmssSSS: {
    en: 'a real date and time as yyyyMMddHHmmssSSS, such as 20261123174500000',
    'zh-CN': 'yyyyMMddHHmmssSSS 形式的真实日期时间，例如 20261123174500000',
  },
  'yyyy-MM-dd': {
    en: 'a real date as yyyy-MM-dd, such as 2026-11-23',
    'zh-CN': 'yyyy-MM-dd 形式的真实日期，例如 2026-11-23',
  },
  'yyyy-MM-ddTHH:mm:ss': {
    en: 'a real date and time as yyyy-MM-ddTHH:mm:ss, such as 2026-11-23T17:45:00',
    'zh-CN': 'yyyy-MM-ddTHH:mm:ss 形式的真实日期时间，例如 2026-11-23T17:45:00',
  },
};

export const scripts: Table<Script> = {
  Han: { en: 'Chinese characters', 'zh-CN': '汉字' },
  Latin: { en: 'Latin letters', 'zh-CN': '拉丁字母' },
  Cyrillic: { en: 'Cyrillic letters', 'zh-CN': '西里尔字母' },
  Kana: { en: 'Japanese kana', 'zh-CN': '日文假名' },
  Hangul: { en: 'Korean letters', 'zh-CN': '韩文字母' },
  Arabic: { en: 'Arabic letters', 'zh-CN': '阿拉伯字母' },
};

export const relations: Table<Relation> = {
  '<': { en: 'less than', 'zh-CN': '小于' },
  '<=': { en: 'at most', 'zh-CN': '不大于' },
  '=': { en: 'equal to', 'zh-CN': '等于' },
  '>=': { en: 'at least', 'zh-CN': '不小于' },
  '>': { en: 'greater than', 'zh-CN': '大于' },
};

export const types: Table<'object' | 'string' | 'array' | 'boolean' | 'number' | 'integer'> = {
  object: { en: 'an object', 'zh-CN': '对象' },
  string: { en: 'text', 'zh-CN': '文本' },
  array: { en: 'a list', 'zh-CN': '列表' },
  boolean: { en: 'true or false', 'zh-CN': '真或假（true / false）' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
};

export const encodings: Table<'gb18030' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'> = {
  gb18030: { en: 'GB18030 (GBK)', 'zh-CN': 'GB18030/GBK' },
  'utf-8': { en: 'UTF-8', 'zh-CN': 'UTF-8' },
  'utf-16le': { en: 'UTF-16 LE', 'zh-CN': 'UTF-16 LE' },
  'utf-16be': { en: 'UTF-16 BE', 'zh-CN': 'UTF-16 BE' },
  'windows-1252': { en: 'Windows-1252', 'zh-CN': 'Windows-1252' },
};

/** Document kinds named inside a sentence: “the payment of this trade”. */
export const documentKinds: Table<
  | 'listing'
  | 'order'
  | 'payment'
  | 'waybill'
  | 'inventory'
  | 'arrival'
  | 'departure'
  | 'refund'
  | 'stock'
  | 'merchant'
  | 'shipment'
> = {
  listing: { en: 'listing', 'zh-CN': '商品信息' },
  order: { en: 'order', 'zh-CN': '订单' },
  payment: { en: 'payment', 'zh-CN': '支付单' },
  waybill: { en: 'waybill', 'zh-CN': '运单' },
  inventory: { en: 'customs list', 'zh-CN': '清单' },
  arrival: { en: 'arrival report', 'zh-CN': '入库明细单' },
  departure: { en: 'departure report', 'zh-CN': '离境单' },
  refund: { en: 'refund', 'zh-CN': '退货单' },
  stock: { en: 'stock record', 'zh-CN': '库存记录' },
  merchant: { en: 'merchant record', 'zh-CN': '商家信息' },
  shipment: { en: 'shipment', 'zh-CN': '货件' },
};

/** The word for `key` in this table; the key itself where the table lacks it. */
export function word(table: { readonly [key: string]: Text }, key: string, language: Language): string {
  const text = Object.hasOwn(table, key) ? table[key] : undefined;
  return text === undefined ? key : inLanguage(text, language);
}
