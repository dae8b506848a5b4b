import type { CommandHelp } from '../command-help.js';
import { catalogueText, selection } from './selection.js';

const encodingText = selection['--encoding'];

export const mapHelp: CommandHelp = {
  summary: {
    en: 'Propose what the columns of a file of your own are, as a mapping file for `check --map`.',
    'zh-CN': '为自有格式的文件拟定各列对应的字段，写成供 `check --map` 使用的映射文件。',
    fr: 'Propose ce que sont les colonnes d’un fichier à vous, en correspondance pour `check --map`.',
  },
  arguments: {
    file: {
      en: 'a table, workbook or JSON of your own, or - for standard input',
      'zh-CN': '自有格式的表格、工作簿或 JSON，或 - 表示标准输入',
      fr: 'un tableau, un classeur ou un JSON à vous, ou - pour l’entrée standard',
    },
  },
  options: {
    '--document': {
      en: 'kind of record, see `borderlint list documents` (default: found out)',
      'zh-CN': '单证类型，见 `borderlint list documents`（默认：自动判断）',
      fr: 'type d’enregistrement, voir `borderlint list documents` (défaut : reconnu)',
    },
    '--sheet': {
      en: 'workbook: the sheet that is meant (default: the one that says most)',
      'zh-CN': '工作簿：所指的工作表（默认：信息最多的一张）',
      fr: 'classeur : la feuille visée (défaut : celle qui en dit le plus)',
    },
    '--out': {
      en: 'write the mapping there instead of to standard output',
      'zh-CN': '将映射写入该文件，而不是标准输出',
      fr: 'écrire la correspondance là plutôt que sur la sortie standard',
    },
    '--force': {
      en: 'with --out: write over a file that is there',
      'zh-CN': '与 --out 同用：覆盖已有文件',
      fr: 'avec --out : remplacer un fichier déjà là',
    },
    '--json': {
      en: 'the proposal as JSON, every choice with its confidence',
      'zh-CN': '以 JSON 输出，每个候选均附可信度',
      fr: 'la proposition en JSON, chaque choix avec sa confiance',
    },
    ...(encodingText !== undefined && { '--encoding': encodingText }),
    '--catalogue': catalogueText,
  },
  after: {
    en: 'Then: borderlint check goods.csv --map goods.map.yaml',
    'zh-CN': '之后：borderlint check goods.csv --map goods.map.yaml',
    fr: 'Ensuite : borderlint check goods.csv --map goods.map.yaml',
  },
};
