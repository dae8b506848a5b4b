import type { Language, Text } from '../model/language.js';
import { type FillValues, fillTemplate } from './fill.js';
import { inLanguage } from './language.js';

const sentences = {
  none: {
    en: 'Repaired: nothing. No rule that failed has a repair that is safe here.',
    'zh-CN': '未修复任何内容：未通过的规则中没有可安全自动修复的。',
    fr: 'Rien n’a été réparé : aucune règle en échec n’a ici de réparation sûre.',
  },
  would: {
    en: 'Would repair {file} ({count}), nothing written:',
    'zh-CN': '可修复 {file}（{count} 处），未写入任何文件：',
    fr: 'Réparations possibles dans {file} ({count}), rien n’est écrit :',
  },
  'in-place': {
    en: 'Repaired {file} ({count}):',
    'zh-CN': '已修复 {file}（{count} 处）：',
    fr: 'Réparé {file} ({count}) :',
  },
  copy: {
    en: 'Repaired {file} ({count}), written to {target}:',
    'zh-CN': '已修复 {file}（{count} 处），写入 {target}：',
    fr: 'Réparé {file} ({count}), écrit dans {target} :',
  },
  left: {
    en: 'Not repaired: {file} (findings with a repair: {count}): {why}.',
    'zh-CN': '未修复 {file}（可修复的问题 {count} 处）：{why}。',
    fr: 'Non réparé : {file} (constats réparables : {count}) : {why}.',
  },
} as const satisfies { readonly [id: string]: Text };

export function repairText(id: keyof typeof sentences, language: Language, values: FillValues): string {
  return fillTemplate(inLanguage(sentences[id], language), values);
}

const reasons = {
  packed: {
    en: 'a compressed file is not repaired; unpack it first',
    'zh-CN': '压缩文件不作修复，请先解压',
    fr: 'un fichier compressé n’est pas réparé ; décompressez-le d’abord',
  },
  unusual: {
    en: 'the workbook is written so that one cell cannot be changed alone; save it again in Excel or WPS, or the sheet as CSV (UTF-8)',
    'zh-CN': '该工作簿的写法使得无法只改一个单元格，请用 Excel 或 WPS 重新保存，或将工作表另存为 CSV（UTF-8）',
    fr: 'le classeur est écrit de telle sorte qu’une cellule ne peut être changée seule ; enregistrez-le à nouveau dans Excel ou WPS, ou la feuille en CSV (UTF-8)',
  },
  signed: {
    en: 'the workbook is signed, and any change would break the signature',
    'zh-CN': '该工作簿带有数字签名，任何修改都会使签名失效',
    fr: 'le classeur est signé, et toute modification romprait la signature',
  },
  formula: {
    en: 'a formula makes these cells; repair what it refers to, or the formula',
    'zh-CN': '这些单元格由公式生成，请修改其引用的内容或公式本身',
    fr: 'une formule produit ces cellules ; réparez ce à quoi elle se réfère, ou la formule',
  },
  number: {
    en: 'these cells are numbers or dates, no texts; give them the text format and enter them again',
    'zh-CN': '这些单元格是数值或日期而非文本，请设为文本格式后重新输入',
    fr: 'ces cellules sont des nombres ou des dates, non des textes ; donnez-leur le format texte et saisissez-les à nouveau',
  },
  'rich-text': {
    en: 'parts of the texts in these cells have a look of their own, which would be lost',
    'zh-CN': '这些单元格中的部分文字带有单独的格式，修改会使其丢失',
    fr: 'des parties des textes de ces cellules ont leur propre mise en forme, qui serait perdue',
  },
  large: {
    en: 'it is larger than 256 MiB, or a workbook whose sheets unpack to more than 128 MiB; split it first',
    'zh-CN': '文件超过 256 MiB，或工作簿的工作表解压后超过 128 MiB，请先拆分',
    fr: 'il dépasse 256 Mio, ou les feuilles du classeur 128 Mio une fois décompressées ; découpez-le d’abord',
  },
  damaged: {
    en: 'it could not be read whole, or holds bytes that are no characters; export it again',
    'zh-CN': '文件未能完整读取，或含有无法解码的字节，请重新导出',
    fr: 'il n’a pas pu être lu en entier ou contient des octets illisibles ; exportez-le à nouveau',
  },
} as const satisfies { readonly [why: string]: Text };

export function unrepairableText(why: keyof typeof reasons, language: Language): string {
  return inLanguage(reasons[why], language);
}
