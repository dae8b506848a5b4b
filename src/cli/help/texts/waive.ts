import type { CommandHelp } from '../command-help.js';

export const waiveHelp: CommandHelp = {
  summary: {
    en: 'Accept one finding or one rule, with owner, reason and a last day.',
    'zh-CN': '豁免一处问题或一条规则，并注明负责人、理由和到期日。',
    fr: 'Accorde une dérogation à un constat ou à une règle, avec un responsable, une raison et un dernier jour.',
  },
  arguments: {
    id: {
      en: 'key of a finding, as the JSON report gives it, or id of a rule',
      'zh-CN': '问题的键（见 JSON 报告），或规则编号',
      fr: 'clé d’un constat, telle que la donne le rapport JSON, ou identifiant d’une règle',
    },
  },
  options: {
    '--owner': { en: 'who answers for it', 'zh-CN': '负责人', fr: 'qui en répond' },
    '--reason': { en: 'why it may stay', 'zh-CN': '可以保留的理由', fr: 'pourquoi cela peut rester' },
    '--expires': {
      en: 'the last day it holds, yyyy-MM-dd',
      'zh-CN': '有效的最后一天，yyyy-MM-dd',
      fr: 'le dernier jour où elle vaut, yyyy-MM-dd',
    },
    '--ticket': { en: 'where it is followed up', 'zh-CN': '跟进的工单', fr: 'où l’affaire est suivie' },
    '--waivers': { en: 'the file of waivers', 'zh-CN': '豁免文件', fr: 'le fichier des dérogations' },
  },
};
