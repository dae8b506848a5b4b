import type { OwnText } from '../../../model/language.js';

export const pathsText: OwnText = {
  en: 'files, folders, or - for standard input (default: this folder)',
  'zh-CN': '文件、文件夹，或 - 表示标准输入（默认：当前文件夹）',
  fr: 'fichiers, dossiers, ou - pour l’entrée standard (défaut : ce dossier)',
};

export const catalogueText: OwnText = {
  en: 'a catalogue of your own instead of the built-in one',
  'zh-CN': '使用自己的标准目录，代替内置目录',
  fr: 'un catalogue à vous, à la place de celui fourni',
};

/** What to check, and against what: the options of every command that checks. */
export const selection: { readonly [flag: string]: OwnText } = {
  '--profile': {
    en: 'a ready-made request, see `borderlint list profiles`',
    'zh-CN': '现成的检查方案，见 `borderlint list profiles`',
    fr: 'une demande toute prête, voir `borderlint list profiles`',
  },
  '--direction': { en: 'direction of trade', 'zh-CN': '贸易方向：进口或出口', fr: 'sens des échanges' },
  '--edition': {
    en: 'edition customs messages are judged by (default: 2022)',
    'zh-CN': '海关报文规范的版本（默认：2022）',
    fr: 'édition qui juge les messages douaniers (défaut : 2022)',
  },
  '--mode': {
    en: 'customs supervision mode: 1210, 1239, 9610, 9710, 9810',
    'zh-CN': '海关监管方式代码：1210、1239、9610、9710、9810',
    fr: 'régime douanier : 1210, 1239, 9610, 9710, 9810',
  },
  '--category': {
    en: 'product category of every record, see `borderlint list categories`',
    'zh-CN': '所有记录的商品类别，见 `borderlint list categories`',
    fr: 'catégorie de tous les produits, voir `borderlint list categories`',
  },
  '--as-of': {
    en: 'judge by the standards in force that day (yyyy-MM-dd; default: today)',
    'zh-CN': '按该日有效的标准检查（yyyy-MM-dd，默认：今天）',
    fr: 'juger selon les normes en vigueur ce jour-là (yyyy-MM-dd ; défaut : aujourd’hui)',
  },
  '--standard': { en: 'only these standards', 'zh-CN': '只检查这些标准', fr: 'ces normes seulement' },
  '--rule': { en: 'only these rules', 'zh-CN': '只检查这些规则', fr: 'ces règles seulement' },
  '--skip': {
    en: 'leave out these rules or standards',
    'zh-CN': '不检查这些规则或标准',
    fr: 'laisser de côté ces règles ou ces normes',
  },
  '--claims': {
    en: 'standards you claim to meet: what they make mandatory becomes an error',
    'zh-CN': '声明采用的标准：其强制要求未满足即为错误',
    fr: 'normes dont vous vous réclamez : ce qu’elles imposent devient une erreur',
  },
  '--severity': {
    en: 'judge a rule as error, warning or advice',
    'zh-CN': '将规则判为 error（错误）、warning（警告）或 advice（建议）',
    fr: 'juger une règle comme error (erreur), warning (avertissement) ou advice (conseil)',
  },
  '--input-format': {
    en: 'take the input to be of this format, see `borderlint list formats`',
    'zh-CN': '将输入视为此格式，见 `borderlint list formats`',
    fr: 'tenir l’entrée pour ce format, voir `borderlint list formats`',
  },
  '--map': {
    en: 'read the files (those whose names fit the pattern) by this mapping, see `borderlint help map`',
    'zh-CN': '按此映射读取文件（给出模式时，仅名称相符的文件），见 `borderlint help map`',
    fr: 'lire les fichiers (ceux dont le nom suit le motif) par cette correspondance, voir `borderlint help map`',
  },
  '--encoding': {
    en: 'encoding of the input (default: found out)',
    'zh-CN': '输入的编码（默认：自动识别）',
    fr: 'encodage de l’entrée (défaut : reconnu)',
  },
  '--sheet': {
    en: 'only these sheets of workbooks, by name or number (from 1)',
    'zh-CN': '只检查工作簿中的这些工作表（名称或从 1 起的序号）',
    fr: 'seulement ces feuilles des classeurs, par nom ou numéro (à partir de 1)',
  },
  '--decimal': {
    en: 'sign of the fraction where a number leaves it open (1,234)',
    'zh-CN': '数字写法有歧义（1,234）时的小数点符号',
    fr: 'signe décimal là où un nombre le laisse ouvert (1,234)',
  },
  '--placeholder': {
    en: 'words that fill a cell and count as empty, besides N/A, TBD …; behind a hyphen one that does not (=-test)',
    'zh-CN': '除 N/A、待定 等以外视同空值的占位词；前加连字符则不再视为占位词（=-test）',
    fr: 'mots qui comptent comme vides, outre N/A, TBD… ; après un tiret, un mot qui ne l’est pas (=-test)',
  },
  '--catalogue': catalogueText,
  '--config': {
    en: 'settings file (default: borderlint.yaml, here or in a folder above)',
    'zh-CN': '配置文件（默认：当前或上级文件夹的 borderlint.yaml）',
    fr: 'fichier de réglages (défaut : borderlint.yaml, ici ou dans un dossier au-dessus)',
  },
  '--no-config': { en: 'no settings file', 'zh-CN': '不读取配置文件', fr: 'sans fichier de réglages' },
  '--print-config': {
    en: 'show the settings in effect and where each came from; check nothing',
    'zh-CN': '显示生效的配置及其来源，不作检查',
    fr: 'montrer les réglages retenus et d’où vient chacun, sans rien vérifier',
  },
};
