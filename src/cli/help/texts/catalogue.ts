import type { OwnText } from '../../../model/language.js';
import type { CommandHelp } from '../command-help.js';

const folder: { readonly [flag: string]: OwnText } = {
  '--catalogue': {
    en: 'folder of the catalogue (default: the one borderlint brings)',
    'zh-CN': '标准目录所在的文件夹（默认：borderlint 自带的目录）',
    fr: 'dossier du catalogue (défaut : celui que borderlint apporte)',
  },
};
const json: { readonly [flag: string]: OwnText } = {
  '--json': { en: 'as JSON', 'zh-CN': '以 JSON 输出', fr: 'en JSON' },
};

export const catalogueHelp: CommandHelp = {
  summary: {
    en: 'For authors of standards: check, try and build the catalogue.',
    'zh-CN': '供标准编写者：检查、试运行并构建标准目录。',
    fr: 'Pour les auteurs de normes : vérifier, essayer et construire le catalogue.',
  },
  commands: {
    lint: {
      summary: {
        en: 'find every fault of the catalogue, with its line',
        'zh-CN': '找出标准目录的所有错误及其行号',
        fr: 'trouver toutes les fautes du catalogue, avec leur ligne',
      },
      options: { ...folder, ...json },
    },
    test: {
      summary: {
        en: 'run every example, through the generated checks and the reference',
        'zh-CN': '用生成的检查程序和参照实现运行所有示例',
        fr: 'passer tous les exemples par les contrôles générés et par la référence',
      },
      options: { ...folder, ...json },
    },
    coverage: {
      summary: {
        en: 'what is automated, by clause, evidence and level',
        'zh-CN': '按条款、证据和层级统计自动检查的范围',
        fr: 'ce qui est automatisé, par clause, preuve et niveau',
      },
      options: { ...folder, ...json },
    },
    freeze: {
      summary: {
        en: 'enter the ids of all rules in the ledger, so that none can vanish unnoticed',
        'zh-CN': '将所有规则编号登记入册，以免有规则无故消失',
        fr: 'inscrire les identifiants de toutes les règles au registre, pour qu’aucune ne disparaisse sans bruit',
      },
      options: folder,
    },
    build: {
      summary: {
        en: 'compile the catalogue to JSON Schemas and checks',
        'zh-CN': '将标准目录编译为 JSON Schema 和检查程序',
        fr: 'compiler le catalogue en schémas JSON et en contrôles',
      },
      options: {
        ...folder,
        '--out': {
          en: 'where to write `catalogue/` and `schemas/` (default: where borderlint is installed)',
          'zh-CN': '`catalogue/` 与 `schemas/` 的输出位置（默认：borderlint 的安装位置）',
          fr: 'où écrire `catalogue/` et `schemas/` (défaut : là où borderlint est installé)',
        },
      },
    },
  },
};
