import type { Language, Text } from '../model/language.js';
import type { Look, Reason, ReasonId } from '../model/proposal.js';
import { fillTemplate } from './fill.js';
import { inLanguage } from './language.js';
import { sanitize } from './sanitize.js';

/** Why a column may be a field, in a few words. */
export function reasonText({ id, values }: Reason, language: Language): string {
  const look = looks[values['look'] ?? ''];
  const shown = look === undefined ? values : { ...values, look: inLanguage(look, language) };
  const plain = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, oneLine(value)]));
  return fillTemplate(inLanguage(reasons[id], language), plain);
}

/** A text of the file on one line, with nothing in it that a terminal or a YAML comment would obey. */
export function oneLine(text: string): string {
  const plain = sanitize(text)
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .trim();
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

const reasons: { readonly [id in ReasonId]: Text } = {
  heading: {
    en: 'the heading is a name of it',
    'zh-CN': '表头即该字段的名称',
    fr: 'l’en-tête en est un nom',
  },
  'heading-rest': {
    en: 'the heading holds its name “{name}”',
    'zh-CN': '表头含该字段的名称“{name}”',
    fr: 'l’en-tête contient son nom « {name} »',
  },
  'heading-part': {
    en: 'a part of the heading, “{name}”, is a name of it',
    'zh-CN': '表头的一部分“{name}”是该字段的名称',
    fr: 'une partie de l’en-tête, « {name} », en est un nom',
  },
  values: { en: 'the values are {look}', 'zh-CN': '取值为{look}', fr: 'les valeurs sont {look}' },
  'values-other': {
    en: 'the values do not look like it',
    'zh-CN': '取值与该字段不符',
    fr: 'les valeurs n’y ressemblent pas',
  },
  unit: { en: 'in {unit}, the heading says', 'zh-CN': '表头写明单位为 {unit}', fr: 'en {unit}, dit l’en-tête' },
  'no-unit': {
    en: 'nothing says the unit, is it {unit}?',
    'zh-CN': '未写明单位，是否为 {unit}？',
    fr: 'rien ne dit l’unité : {unit} ?',
  },
  taken: {
    en: '“{heading}” is that already',
    'zh-CN': '“{heading}”已作为该字段',
    fr: '« {heading} » l’est déjà',
  },
  'no-group': {
    en: 'say with group: which column holds rows together',
    'zh-CN': '请用 group: 写明以哪一列合并各行',
    fr: 'dites avec group: quelle colonne réunit les lignes',
  },
  answer: { en: 'your answer', 'zh-CN': '您的选择', fr: 'votre réponse' },
};

const looks: { readonly [look: string]: Text | undefined } = {
  gtin: { en: 'bar codes with right check digits', 'zh-CN': '校验码正确的条码', fr: 'des codes-barres à clé juste' },
  'hs-code': { en: 'like HS codes', 'zh-CN': '类似 HS 编码', fr: 'comme des codes SH' },
  country: { en: 'countries', 'zh-CN': '国家或地区', fr: 'des pays' },
  currency: { en: 'currencies', 'zh-CN': '币种', fr: 'des monnaies' },
  unit: { en: 'units', 'zh-CN': '计量单位', fr: 'des unités' },
  date: { en: 'dates', 'zh-CN': '日期', fr: 'des dates' },
  number: { en: 'numbers', 'zh-CN': '数字', fr: 'des nombres' },
  weight: { en: 'weights', 'zh-CN': '重量', fr: 'des poids' },
  length: { en: 'lengths', 'zh-CN': '长度', fr: 'des longueurs' },
  money: { en: 'amounts with a currency', 'zh-CN': '带币种的金额', fr: 'des montants avec leur monnaie' },
  'yes-no': { en: 'yes or no', 'zh-CN': '是或否', fr: 'oui ou non' },
  link: { en: 'links', 'zh-CN': '链接', fr: 'des liens' },
  image: { en: 'links to pictures', 'zh-CN': '图片链接', fr: 'des liens vers des images' },
  code: { en: 'codes', 'zh-CN': '代码', fr: 'des codes' },
  text: { en: 'text', 'zh-CN': '文本', fr: 'du texte' },
  'long-text': { en: 'long text', 'zh-CN': '长文本', fr: 'du texte long' },
} satisfies { readonly [look in Look]: Text };

/** What a proposed mapping says of itself and its columns. */
export const proposalTexts = {
  head: {
    en: 'Proposed by borderlint for {file}. Look it over: lines behind # were not taken.',
    'zh-CN': '由 borderlint 为 {file} 拟定，请核对：以 # 注释的行未采用。',
    fr: 'Proposé par borderlint pour {file}. Relisez : les lignes derrière # n’ont pas été prises.',
  },
  unsure: { en: 'unsure: {fields}', 'zh-CN': '不确定：{fields}', fr: 'pas sûr : {fields}' },
  or: { en: ' or ', 'zh-CN': ' 或 ', fr: ' ou ' },
  none: { en: 'no field seems to be meant', 'zh-CN': '未找到对应字段', fr: 'aucun champ ne semble visé' },
  idea: { en: 'perhaps {field}?', 'zh-CN': '或为 {field}？', fr: 'peut-être {field} ?' },
  unnamed: {
    en: 'column {number}: without a heading of its own',
    'zh-CN': '第 {number} 列：没有独立的表头',
    fr: 'colonne {number} : sans en-tête propre',
  },
  left: { en: 'left out', 'zh-CN': '不采用', fr: 'laissée de côté' },
} as const satisfies { readonly [id: string]: Text };
