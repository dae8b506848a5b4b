import type { OwnText } from '../../../model/language.js';
import type { CommandHelp } from '../command-help.js';
import { pathsText, selection } from './selection.js';

const below = (summary: OwnText): CommandHelp => ({
  summary,
  arguments: { file: { en: 'the baseline', 'zh-CN': '基线文件', fr: 'la référence' }, paths: pathsText },
  options: selection,
});

export const baselineHelp: CommandHelp = {
  summary: {
    en: 'Take the findings of today as they are, so that only new ones count.',
    'zh-CN': '将现有问题记为基线，以后只计新问题。',
    fr: 'Prend les constats d’aujourd’hui comme référence, pour que seuls les nouveaux comptent.',
  },
  commands: {
    write: below({
      en: 'write every finding of today into the baseline',
      'zh-CN': '将现有的全部问题写入基线',
      fr: 'écrire tous les constats d’aujourd’hui dans la référence',
    }),
    check: below({
      en: 'compare: exit 1 where a finding is new, or one of the baseline is gone',
      'zh-CN': '与基线比较：有新问题或基线中的问题已消失时，退出码为 1',
      fr: 'comparer : code de sortie 1 si un constat est nouveau ou si l’un de la référence a disparu',
    }),
    prune: below({
      en: 'take out of the baseline what is not found any more',
      'zh-CN': '从基线中清除已不存在的问题',
      fr: 'retirer de la référence ce qui n’est plus constaté',
    }),
  },
};
