import type { CommandHelp } from '../command-help.js';
import { catalogueText } from './selection.js';

const kinds = ['standards', 'rules', 'formats', 'documents', 'codes', 'categories', 'profiles', 'themes'];

export const listHelp: CommandHelp = {
  summary: {
    en: 'List what the catalogue holds: standards, rules, formats, documents, codes, categories, profiles, themes.',
    'zh-CN': '列出标准目录的内容：标准、规则、格式、单证类型、代码表、类别、方案、主题。',
    fr: 'Énumère ce que contient le catalogue : normes, règles, formats, documents, codes, catégories, profils, thèmes.',
  },
  arguments: { what: { en: kinds.join(', '), 'zh-CN': kinds.join('、'), fr: kinds.join(', ') } },
  options: {
    '--search': {
      en: 'only what holds these words: ids, numbers, titles in any language',
      'zh-CN': '只列含这些文字的条目：编号、标准号、任何语言的名称',
      fr: 'seulement ce qui contient ces mots : identifiants, numéros, titres en toute langue',
    },
    '--level': {
      en: 'standards, rules, themes: of this level',
      'zh-CN': '标准、规则、主题：属此层级的',
      fr: 'normes, règles, thèmes : de ce niveau',
    },
    '--theme': {
      en: 'standards, rules: of this theme, see `borderlint list themes`',
      'zh-CN': '标准、规则：属此主题的，见 `borderlint list themes`',
      fr: 'normes, règles : de ce thème, voir `borderlint list themes`',
    },
    '--status': {
      en: 'standards, rules, themes: of standards with this status',
      'zh-CN': '标准、规则、主题：标准处于此状态的',
      fr: 'normes, règles, thèmes : des normes qui ont ce statut',
    },
    '--document': {
      en: 'standards, rules, formats: for this kind of record',
      'zh-CN': '标准、规则、格式：用于此类记录的',
      fr: 'normes, règles, formats : pour ce type d’enregistrement',
    },
    '--severity': { en: 'rules: of this severity', 'zh-CN': '规则：属此级别的', fr: 'règles : de cette gravité' },
    '--standard': { en: 'rules: of this standard', 'zh-CN': '规则：属此标准的', fr: 'règles : de cette norme' },
    '--json': { en: 'as JSON', 'zh-CN': '以 JSON 输出', fr: 'en JSON' },
    '--catalogue': catalogueText,
  },
};
