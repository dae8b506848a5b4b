import type { CommandHelp } from '../command-help.js';
import { catalogueText } from './selection.js';

export const explainHelp: CommandHelp = {
  summary: {
    en: 'Explain a rule, standard, element, code list, code, document kind, field, format, profile or category.',
    'zh-CN': '说明一条规则、标准、数据元、代码表、代码、单证类型、字段、格式、方案或类别。',
    fr: 'Explique une règle, une norme, un élément, une liste de codes, un code, un type de document, un champ, un format, un profil ou une catégorie.',
  },
  arguments: {
    id: {
      en: 'for example gb-12904-2008/check-digit, "GB/T 40290-2021", ceb621/assureCode, customs-unit/035, originCountry',
      'zh-CN': '例如 gb-12904-2008/check-digit、"GB/T 40290-2021"、ceb621/assureCode、customs-unit/035、originCountry',
      fr: 'par exemple gb-12904-2008/check-digit, "GB/T 40290-2021", ceb621/assureCode, customs-unit/035, originCountry',
    },
  },
  options: {
    '--search': {
      en: 'code lists, document kinds and formats: only entries that hold this text',
      'zh-CN': '代码表、单证类型与格式：只列含此文字的条目',
      fr: 'listes de codes, types de documents et formats : seulement les entrées qui contiennent ce texte',
    },
    '--all': {
      en: 'code lists: every entry',
      'zh-CN': '代码表：列出全部条目',
      fr: 'listes de codes : toutes les entrées',
    },
    '--json': { en: "the page's data as JSON", 'zh-CN': '以 JSON 输出页面数据', fr: 'les données de la page en JSON' },
    '--catalogue': catalogueText,
  },
  after: {
    en: 'A kind may stand before an id that means several things: borderlint explain format:ceb621',
    'zh-CN': '编号有多种含义时，可在其前注明种类：borderlint explain format:ceb621',
    fr: 'Un genre peut précéder un identifiant qui désigne plusieurs choses : borderlint explain format:ceb621',
  },
};
