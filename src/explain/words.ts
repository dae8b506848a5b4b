import type { FieldType } from '../model/document.js';
import type { Language, Text } from '../model/language.js';
import type { Coverage, Direction, Evidence, Level, Obligation, Severity, Status } from '../model/standard.js';
import { type FillValues, fillOptional } from '../text/fill.js';
import { inLanguage } from '../text/language.js';
import { formatCount } from '../text/report-words.js';
import type { Counted } from './texts.js';

type Table<Key extends string> = { readonly [key in Key]: Text };

export const levels: Table<Level> = {
  national: { en: 'national standard', 'zh-CN': '国家标准', fr: 'norme nationale' },
  sectoral: { en: 'sectoral standard', 'zh-CN': '行业标准', fr: 'norme sectorielle' },
  local: { en: 'local standard', 'zh-CN': '地方标准', fr: 'norme locale' },
  group: { en: 'group standard', 'zh-CN': '团体标准', fr: 'norme de groupement' },
  customs: { en: 'customs message specification', 'zh-CN': '海关报文规范', fr: 'spécification de messages douaniers' },
  policy: { en: 'law or announcement', 'zh-CN': '法律法规和政策文件', fr: 'loi ou annonce' },
};

export const levelHeadings: Table<Level> = {
  national: { en: 'National standards', 'zh-CN': '国家标准', fr: 'Normes nationales' },
  sectoral: { en: 'Sectoral standards', 'zh-CN': '行业标准', fr: 'Normes sectorielles' },
  local: { en: 'Local standards', 'zh-CN': '地方标准', fr: 'Normes locales' },
  group: { en: 'Group standards', 'zh-CN': '团体标准', fr: 'Normes de groupement' },
  customs: {
    en: 'Customs message specifications',
    'zh-CN': '海关报文规范',
    fr: 'Spécifications de messages douaniers',
  },
  policy: { en: 'Laws and announcements', 'zh-CN': '法律法规和政策文件', fr: 'Lois et annonces' },
};

export const obligations: Table<Obligation> = {
  mandatory: { en: 'mandatory', 'zh-CN': '强制性', fr: 'obligatoire' },
  recommended: { en: 'recommended', 'zh-CN': '推荐性', fr: 'recommandée' },
  guidance: { en: 'guidance', 'zh-CN': '指导性', fr: 'indicative' },
};

export const statuses: Table<Status> = {
  draft: { en: 'draft', 'zh-CN': '草案', fr: 'projet' },
  upcoming: { en: 'upcoming', 'zh-CN': '即将实施', fr: 'à venir' },
  current: { en: 'in force', 'zh-CN': '现行', fr: 'en vigueur' },
  superseded: { en: 'superseded', 'zh-CN': '已被代替', fr: 'remplacée' },
  withdrawn: { en: 'withdrawn', 'zh-CN': '已废止', fr: 'retirée' },
};

export const coverages: Table<Coverage> = {
  automated: { en: 'automated', 'zh-CN': '自动检查', fr: 'automatisée' },
  partial: { en: 'partly automated', 'zh-CN': '部分自动检查', fr: 'en partie automatisée' },
  manual: { en: 'for a person', 'zh-CN': '须人工判断', fr: 'pour une personne' },
  planned: { en: 'not built yet', 'zh-CN': '尚未实现', fr: 'non réalisée' },
  informative: { en: 'nothing to check', 'zh-CN': '无须检查', fr: 'rien à contrôler' },
};

/** How something is known, in a word or two. */
export const evidenceWords: Table<Evidence> = {
  text: { en: 'text', 'zh-CN': '原文', fr: 'texte' },
  implementation: { en: 'implementation', 'zh-CN': '公开实现', fr: 'mise en œuvre' },
  summary: { en: 'summary', 'zh-CN': '第三方概述', fr: 'résumé' },
  metadata: { en: 'metadata', 'zh-CN': '仅题录', fr: 'métadonnées' },
  recalled: { en: 'recalled', 'zh-CN': '凭记忆', fr: 'de mémoire' },
};

export const evidenceSentences: Table<Evidence> = {
  text: {
    en: 'the wording of the clause itself was seen',
    'zh-CN': '依据为条款原文',
    fr: 'le libellé même de la clause a été vu',
  },
  implementation: {
    en: 'the clause is known from public code, schemas or samples that implement it',
    'zh-CN': '依据为实现该条款的公开代码、数据模式或样例',
    fr: 'la clause est connue par du code public, des schémas ou des exemples qui la mettent en œuvre',
  },
  summary: {
    en: 'the clause is known only from what others write about it',
    'zh-CN': '依据仅为第三方对该条款的概述',
    fr: 'la clause n’est connue que par ce que d’autres en écrivent',
  },
  metadata: {
    en: 'only titles and dates were seen',
    'zh-CN': '仅见题录信息',
    fr: 'seuls des titres et des dates ont été vus',
  },
  recalled: { en: 'it was written down from memory', 'zh-CN': '凭记忆记录', fr: 'elle a été notée de mémoire' },
};

export const obligationSentences: Table<Obligation> = {
  mandatory: { en: 'the document is binding', 'zh-CN': '该文件具有强制效力', fr: 'le document est contraignant' },
  recommended: {
    en: 'the standard is recommended, not binding',
    'zh-CN': '该标准为推荐性标准',
    fr: 'la norme est recommandée, non contraignante',
  },
  guidance: { en: 'the document is guidance', 'zh-CN': '该文件为指导性文件', fr: 'le document est indicatif' },
};

export const severityNouns: Table<Severity> = {
  error: { en: 'an error', 'zh-CN': '错误', fr: 'une erreur' },
  warning: { en: 'a warning', 'zh-CN': '警告', fr: 'un avertissement' },
  advice: { en: 'advice', 'zh-CN': '建议', fr: 'un conseil' },
};

export const directions: Table<Direction> = {
  import: { en: 'import', 'zh-CN': '进口', fr: 'importation' },
  export: { en: 'export', 'zh-CN': '出口', fr: 'exportation' },
};

export const fieldTypes: Table<FieldType> = {
  text: { en: 'text', 'zh-CN': '文本', fr: 'texte' },
  localized: {
    en: 'text in one or more languages',
    'zh-CN': '一种或多种语言的文本',
    fr: 'texte en une ou plusieurs langues',
  },
  identifier: { en: 'identifier (exact text)', 'zh-CN': '标识（按原样比较的文本）', fr: 'identifiant (texte exact)' },
  code: { en: 'code', 'zh-CN': '代码', fr: 'code' },
  decimal: { en: 'exact decimal', 'zh-CN': '精确小数', fr: 'décimal exact' },
  integer: { en: 'whole number', 'zh-CN': '整数', fr: 'nombre entier' },
  date: { en: 'date as written', 'zh-CN': '日期（按原样）', fr: 'date telle qu’écrite' },
  boolean: { en: 'yes or no', 'zh-CN': '是或否', fr: 'oui ou non' },
  list: { en: 'list of texts', 'zh-CN': '文本列表', fr: 'liste de textes' },
  map: { en: 'named values', 'zh-CN': '名称与取值', fr: 'valeurs nommées' },
};

export const occurrences: Table<'M' | 'O' | 'C'> = {
  M: { en: 'mandatory', 'zh-CN': '必填', fr: 'obligatoire' },
  O: { en: 'optional', 'zh-CN': '选填', fr: 'facultatif' },
  C: { en: 'conditional', 'zh-CN': '条件必填', fr: 'conditionnel' },
};

export const severityMarks: { readonly [severity in Severity]: string } = { error: '✗', warning: '!', advice: 'i' };

/** A phrase of ours, filled. A piece in square brackets stays only where all its values are there. */
export function say(text: Text, language: Language, values: FillValues = {}): string {
  return fillOptional(inLanguage(text, language), values);
}

/** “1 format”, “14 formats”, “14 种格式”: English and French need a singular. */
export function countOf(count: number, text: Counted, language: Language, values: FillValues = {}): string {
  const chosen: Text = count === 1 ? { ...text, en: text.one, fr: text.oneFr } : text;
  return say(chosen, language, { ...values, n: formatCount(count) });
}

/** “, ” or “、”. */
export function commaOf(language: Language): string {
  return language === 'zh-CN' ? '、' : ', ';
}

/** “: ”, “：” or “ : ”. */
export function colonOf(language: Language): string {
  if (language === 'fr') return ' : ';
  return language === 'zh-CN' ? '：' : ': ';
}

/** First letter capital, in the languages that have capitals. */
export function sentence(text: string, language: Language): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return language === 'zh-CN' ? `${text}。` : `${capital}.`;
}
