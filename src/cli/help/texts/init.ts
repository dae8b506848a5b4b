import type { CommandHelp } from '../command-help.js';
import { checkHelp } from './check.js';

export const initHelp: CommandHelp = {
  summary: {
    en: 'Write borderlint.yaml, the settings of this folder, from flags or a few questions.',
    'zh-CN': '根据选项或几个问题的回答，写出本文件夹的配置文件 borderlint.yaml。',
    fr: 'Écrit borderlint.yaml, les réglages de ce dossier, d’après les options ou quelques questions.',
  },
  options: {
    ...checkHelp.options,
    '--force': {
      en: 'write over a borderlint.yaml that is there',
      'zh-CN': '覆盖已有的 borderlint.yaml',
      fr: 'remplacer un borderlint.yaml déjà présent',
    },
  },
};
