import type { CheckDigitKind, DateForm, VocabularyKeywords } from '../model/condition.js';
import type { Language, Text } from '../model/language.js';
import { inLanguage } from './language.js';

type Script = NonNullable<VocabularyKeywords['script']>;
type Relation = NonNullable<VocabularyKeywords['compare']>['is'];
type Table<K extends string> = { readonly [word in K]: Text };

/** Identifiers with a check digit, with their article. */
export const checkDigitKinds: Table<CheckDigitKind> = {
  gtin: { en: 'a GTIN (product barcode number)', 'zh-CN': '商品条码（GTIN）', fr: 'un GTIN (numéro de code-barres)' },
  sscc: {
    en: 'an SSCC (shipping container code)',
    'zh-CN': '系列货运包装箱代码（SSCC）',
    fr: 'un SSCC (code d’unité d’expédition)',
  },
  gln: {
    en: 'a GLN (global location number)',
    'zh-CN': '全球位置码（GLN）',
    fr: 'un GLN (code de localisation mondial)',
  },
  uscc: { en: 'a unified social credit code', 'zh-CN': '统一社会信用代码', fr: 'un code unifié de crédit social' },
  'citizen-id': { en: 'a citizen identity number', 'zh-CN': '公民身份号码', fr: 'un numéro d’identité de citoyen' },
  'organisation-code': { en: 'an organisation code', 'zh-CN': '组织机构代码', fr: 'un code d’organisation' },
  isbn: { en: 'an ISBN', 'zh-CN': '国际标准书号（ISBN）', fr: 'un ISBN' },
  imei: { en: 'an IMEI', 'zh-CN': '国际移动设备识别码（IMEI）', fr: 'un IMEI' },
  'food-licence': {
    en: 'a food production licence number',
    'zh-CN': '食品生产许可证编号',
    fr: 'un numéro de licence de production alimentaire',
  },
};

export const dateForms: Table<DateForm> = {
  yyyyMMdd: {
    en: 'a real date as yyyyMMdd, such as 20261123',
    'zh-CN': 'yyyyMMdd 形式的真实日期，例如 20261123',
    fr: 'une vraie date en yyyyMMdd, comme 20261123',
  },
  yyyyMMddHHmmss: {
    en: 'a real date and time as yyyyMMddHHmmss, such as 20261123174500',
    'zh-CN': 'yyyyMMddHHmmss 形式的真实日期时间，例如 20261123174500',
    fr: 'une vraie date et heure en yyyyMMddHHmmss, comme 20261123174500',
  },
  yyyyMMddHHmmssSSS: {
    en: 'a real date and time as yyyyMMddHHmmssSSS, such as 20261123174500000',
    'zh-CN': 'yyyyMMddHHmmssSSS 形式的真实日期时间，例如 20261123174500000',
    fr: 'une vraie date et heure en yyyyMMddHHmmssSSS, comme 20261123174500000',
  },
  'yyyy-MM-dd': {
    en: 'a real date as yyyy-MM-dd, such as 2026-11-23',
    'zh-CN': 'yyyy-MM-dd 形式的真实日期，例如 2026-11-23',
    fr: 'une vraie date en yyyy-MM-dd, comme 2026-11-23',
  },
  'yyyy-MM-ddTHH:mm:ss': {
    en: 'a real date and time as yyyy-MM-ddTHH:mm:ss, such as 2026-11-23T17:45:00',
    'zh-CN': 'yyyy-MM-ddTHH:mm:ss 形式的真实日期时间，例如 2026-11-23T17:45:00',
    fr: 'une vraie date et heure en yyyy-MM-ddTHH:mm:ss, comme 2026-11-23T17:45:00',
  },
};

export const scripts: Table<Script> = {
  Han: { en: 'Chinese characters', 'zh-CN': '汉字', fr: 'caractères chinois' },
  Latin: { en: 'Latin letters', 'zh-CN': '拉丁字母', fr: 'lettres latines' },
  Cyrillic: { en: 'Cyrillic letters', 'zh-CN': '西里尔字母', fr: 'lettres cyrilliques' },
  Kana: { en: 'Japanese kana', 'zh-CN': '日文假名', fr: 'kana japonais' },
  Hangul: { en: 'Korean letters', 'zh-CN': '韩文字母', fr: 'lettres coréennes' },
  Arabic: { en: 'Arabic letters', 'zh-CN': '阿拉伯字母', fr: 'lettres arabes' },
};

export const relations: Table<Relation> = {
  '<': { en: 'less than', 'zh-CN': '小于', fr: 'inférieur à' },
  '<=': { en: 'at most', 'zh-CN': '不大于', fr: 'au plus égal à' },
  '=': { en: 'equal to', 'zh-CN': '等于', fr: 'égal à' },
  '>=': { en: 'at least', 'zh-CN': '不小于', fr: 'au moins égal à' },
  '>': { en: 'greater than', 'zh-CN': '大于', fr: 'supérieur à' },
};

export const types: Table<'object' | 'string' | 'array' | 'boolean' | 'number' | 'integer'> = {
  object: { en: 'an object', 'zh-CN': '对象', fr: 'un objet' },
  string: { en: 'text', 'zh-CN': '文本', fr: 'un texte' },
  array: { en: 'a list', 'zh-CN': '列表', fr: 'une liste' },
  boolean: { en: 'true or false', 'zh-CN': '真或假（true / false）', fr: 'vrai ou faux (true / false)' },
  number: { en: 'a number', 'zh-CN': '数字', fr: 'un nombre' },
  integer: { en: 'a whole number', 'zh-CN': '整数', fr: 'un nombre entier' },
};

export const encodings: Table<'gb18030' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'> = {
  gb18030: { en: 'GB18030 (GBK)', 'zh-CN': 'GB18030/GBK', fr: 'GB18030 (GBK)' },
  'utf-8': { en: 'UTF-8', 'zh-CN': 'UTF-8', fr: 'UTF-8' },
  'utf-16le': { en: 'UTF-16 LE', 'zh-CN': 'UTF-16 LE', fr: 'UTF-16 LE' },
  'utf-16be': { en: 'UTF-16 BE', 'zh-CN': 'UTF-16 BE', fr: 'UTF-16 BE' },
  'windows-1252': { en: 'Windows-1252', 'zh-CN': 'Windows-1252', fr: 'Windows-1252' },
};

/** Document kinds named inside a sentence: “the payment of this trade”. */
export const documentKinds: { readonly [kind: string]: Text } = {
  listing: { en: 'listing', 'zh-CN': '商品信息', fr: 'fiche produit' },
  order: { en: 'order', 'zh-CN': '订单', fr: 'commande' },
  payment: { en: 'payment', 'zh-CN': '支付单', fr: 'paiement' },
  'payment-data': { en: 'payment data', 'zh-CN': '支付原始数据', fr: 'données de paiement' },
  waybill: { en: 'waybill', 'zh-CN': '运单', fr: 'lettre de transport' },
  'waybill-status': { en: 'waybill status', 'zh-CN': '运单状态', fr: 'état de transport' },
  inventory: { en: 'customs list', 'zh-CN': '清单', fr: 'liste douanière' },
  cancellation: { en: 'cancellation', 'zh-CN': '撤销申请单', fr: 'annulation' },
  consolidation: { en: 'consolidation list', 'zh-CN': '清单总分单', fr: 'liste de groupage' },
  arrival: { en: 'arrival report', 'zh-CN': '入库明细单', fr: 'liste d’arrivée' },
  departure: { en: 'departure report', 'zh-CN': '离境单', fr: 'liste de sortie' },
  summary: { en: 'summary of lists', 'zh-CN': '清单汇总', fr: 'récapitulatif de listes' },
  return: { en: 'return', 'zh-CN': '退货申请单', fr: 'retour' },
  receipt: { en: 'receipt', 'zh-CN': '回执', fr: 'reçu' },
  'tax-bill': { en: 'tax bill', 'zh-CN': '电子税单', fr: 'avis de taxation' },
  transport: { en: 'transport envelope', 'zh-CN': '传输报文', fr: 'enveloppe de transport' },
  stock: { en: 'stock record', 'zh-CN': '库存记录', fr: 'fiche de stock' },
  merchant: { en: 'merchant record', 'zh-CN': '商家信息', fr: 'fiche de marchand' },
  shipment: { en: 'shipment', 'zh-CN': '货件', fr: 'expédition' },
};

const frenchArticles: { readonly [kind: string]: string } = {
  listing: 'l’',
  payment: 'le ',
  'payment-data': 'les ',
  'waybill-status': 'l’',
  cancellation: 'l’',
  summary: 'le ',
  return: 'le ',
  receipt: 'le ',
  'tax-bill': 'l’',
  transport: 'l’',
  shipment: 'l’',
};

/** A document kind as our phrases take it: the English ones bring their article along, the French ones cannot know it. */
export function documentInSentence(kind: string, language: Language): string {
  const named = word(documentKinds, kind, language);
  if (language !== 'fr' || !Object.hasOwn(documentKinds, kind)) return named;
  return `${frenchArticles[kind] ?? 'la '}${named}`;
}

/** The word for `key` in this table; the key itself where the table lacks it. */
export function word(table: { readonly [key: string]: Text }, key: string, language: Language): string {
  const text = Object.hasOwn(table, key) ? table[key] : undefined;
  return text === undefined ? key : inLanguage(text, language);
}
