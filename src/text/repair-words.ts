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
  workbook: {
    en: 'workbooks are not repaired yet; save the sheet as CSV (UTF-8) and repair that',
    'zh-CN': '暂不修复工作簿，请将工作表另存为 CSV（UTF-8）后再修复',
    fr: 'les classeurs ne sont pas encore réparés ; enregistrez la feuille en CSV (UTF-8)',
  },
  large: {
    en: 'it is larger than 256 MiB; split it first',
    'zh-CN': '文件超过 256 MiB，请先拆分',
    fr: 'il dépasse 256 Mio ; découpez-le d’abord',
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
