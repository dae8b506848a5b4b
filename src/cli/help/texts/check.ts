import { formatters } from '../../../report/index.js';
import type { CommandHelp } from '../command-help.js';
import { pathsText, selection } from './selection.js';

const formats = formatters.map(({ id }) => id);

export const checkHelp: CommandHelp = {
  summary: {
    en: 'Check files, folders or standard input (-) and report what is wrong, where, why and what to write instead.',
    'zh-CN': '检查文件、文件夹或标准输入（-），说明哪里有误、错在何处、依据什么、应如何改写。',
    fr: 'Vérifie des fichiers, des dossiers ou l’entrée standard (-) et dit ce qui ne va pas, où, pourquoi et quoi écrire à la place.',
  },
  arguments: { paths: pathsText },
  options: {
    ...selection,
    '--format': {
      en: `report: ${formats.join(', ')}; several may be given`,
      'zh-CN': `报告格式：${formats.join('、')}；可给多个`,
      fr: `rapport : ${formats.join(', ')} ; plusieurs possibles`,
    },
    '--fail-on': {
      en: 'exit 1 from this severity on',
      'zh-CN': '从此级别起以退出码 1 结束',
      fr: 'code de sortie 1 à partir de cette gravité',
    },
    '--max-findings': {
      en: 'findings kept per rule; counts stay exact',
      'zh-CN': '每条规则保留的问题数；计数始终准确',
      fr: 'constats gardés par règle ; les comptes restent exacts',
    },
    '--summary': {
      en: 'rules broken, verdicts and counts, without the places',
      'zh-CN': '只列违反的规则、结论与计数，不列位置',
      fr: 'règles enfreintes, verdicts et comptes, sans les emplacements',
    },
    '--quiet': { en: 'the verdict only', 'zh-CN': '只显示结论', fr: 'le verdict seulement' },
    '--personal': {
      en: 'personal data in reports: mask (default), hash (one short name for each value of the run), show',
      'zh-CN': '报告中的个人信息：mask 遮盖（默认）、hash 以散列代替（本次运行中同值同码）、show 显示',
      fr: 'données personnelles dans les rapports : mask les masque (par défaut), hash donne à chaque valeur un nom court, show les montre',
    },
    '--show-values': {
      en: 'the same as --personal show',
      'zh-CN': '同 --personal show',
      fr: 'comme --personal show',
    },
    '--fix': {
      en: 'repair what can safely be repaired, in a copy (goods.fixed.csv), and judge that',
      'zh-CN': '在副本（goods.fixed.csv）中修复可安全修复之处，并检查该副本',
      fr: 'réparer ce qui peut l’être sans risque, dans une copie (goods.fixed.csv), et juger celle-ci',
    },
    '--fix-dry-run': {
      en: 'show what --fix would repair; write nothing',
      'zh-CN': '显示 --fix 将修复的内容，不写文件',
      fr: 'montrer ce que --fix réparerait, sans rien écrire',
    },
    '--in-place': {
      en: 'with --fix: repair the files themselves',
      'zh-CN': '与 --fix 同用：直接修复原文件',
      fr: 'avec --fix : réparer les fichiers eux-mêmes',
    },
    '--out': {
      en: 'with --fix: put the repaired copies there',
      'zh-CN': '与 --fix 同用：修复后的副本放在此处',
      fr: 'avec --fix : y mettre les copies réparées',
    },
    '--split': {
      en: 'put the records that conform and those that fail there, in two files',
      'zh-CN': '将合格与不合格的记录分成两个文件，放在此处',
      fr: 'y mettre les enregistrements conformes et ceux en échec, dans deux fichiers',
    },
    '--no-progress': { en: 'no progress line', 'zh-CN': '不显示进度', fr: 'sans ligne de progression' },
    '--changed-since': {
      en: 'findings the files had at this git revision count no more',
      'zh-CN': '这些文件在此 git 修订版中已有的问题不再计入',
      fr: 'les constats que les fichiers avaient à cette révision git ne comptent plus',
    },
    '--baseline': {
      en: 'findings of this file count no more, see `borderlint help baseline`',
      'zh-CN': '此基线文件中的问题不再计入，见 `borderlint help baseline`',
      fr: 'les constats de ce fichier ne comptent plus, voir `borderlint help baseline`',
    },
    '--waivers': {
      en: 'findings waived in this file count no more, see `borderlint help waive`',
      'zh-CN': '此文件中豁免的问题不再计入，见 `borderlint help waive`',
      fr: 'les constats visés par une dérogation de ce fichier ne comptent plus, voir `borderlint help waive`',
    },
    '--max-waiver-days': {
      en: 'waivers that last longer waive nothing',
      'zh-CN': '期限超过此天数的豁免不生效',
      fr: 'une dérogation plus longue ne vaut rien',
    },
  },
};
