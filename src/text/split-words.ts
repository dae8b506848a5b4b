import type { Language, Text } from '../model/language.js';
import { type FillValues, fillTemplate } from './fill.js';
import { inLanguage } from './language.js';

const sentences = {
  split: {
    en: 'Split {file} by findings at or above {severity}:',
    'zh-CN': '已按 {severity} 及以上级别的问题拆分 {file}：',
    fr: '{file} partagé selon les constats de niveau {severity} ou plus :',
  },
  conforming: {
    en: '  conforming ({count})  {target}',
    'zh-CN': '  合格（{count} 条）  {target}',
    fr: '  conformes ({count})  {target}',
  },
  failing: {
    en: '  failing ({count})  {target}',
    'zh-CN': '  不合格（{count} 条）  {target}',
    fr: '  en échec ({count})  {target}',
  },
  'no-file': { en: 'no file', 'zh-CN': '不生成文件', fr: 'pas de fichier' },
  apart: {
    en: '  in neither ({count}): rows that are no records, such as totals',
    'zh-CN': '  两边均不收录（{count} 行）：合计等非记录行',
    fr: '  dans aucun ({count}) : lignes qui ne sont pas des enregistrements, comme les totaux',
  },
  joined: {
    en: '  of the failing, {count} only go with others, because merged cells join their rows',
    'zh-CN': '  不合格记录中有 {count} 条仅因合并单元格与其他不合格记录相连',
    fr: '  parmi ceux en échec, {count} en suivent seulement d’autres, car des cellules fusionnées joignent leurs lignes',
  },
  followed: {
    en: '  of the failing, {count} would conform only together with others that fail: {rules}',
    'zh-CN': '  不合格记录中有 {count} 条仅与其他不合格记录在一起时才合格：{rules}',
    fr: '  parmi ceux en échec, {count} ne seraient conformes qu’avec d’autres en échec : {rules}',
  },
  message: {
    en: '  both keep the envelope with the number of the message: the part sent second needs a number of its own',
    'zh-CN': '  两部分均保留原报文头及报文编号：后发送的一份须改用新的编号',
    fr: '  les deux gardent l’enveloppe et le numéro du message : la partie envoyée en second a besoin du sien',
  },
  left: {
    en: 'Not split: {file}: {why}.',
    'zh-CN': '未拆分 {file}：{why}。',
    fr: 'Non partagé : {file} : {why}.',
  },
} as const satisfies { readonly [id: string]: Text };

export function splitText(id: keyof typeof sentences, language: Language, values: FillValues = {}): string {
  return fillTemplate(inLanguage(sentences[id], language), values);
}

const reasons = {
  packed: {
    en: 'it is compressed or holds other files or messages; unpack it and split those',
    'zh-CN': '该文件经过压缩，或内含其他文件或报文，请解包后再拆分',
    fr: 'il est compressé ou contient d’autres fichiers ou messages ; décompressez-le et partagez ceux-ci',
  },
  incomplete: {
    en: 'not all of it was checked, so no part of it can be said to conform',
    'zh-CN': '文件未能全部检查，无法认定其中任何部分合格',
    fr: 'il n’a pas été vérifié en entier : aucune partie ne peut être dite conforme',
  },
  envelope: {
    en: 'what fails is shared by all its records; put that right first',
    'zh-CN': '问题出在全部记录共有的部分，请先更正',
    fr: 'ce qui échoue est commun à tous ses enregistrements ; corrigez cela d’abord',
  },
  asides: {
    en: 'among its records stand rows of other kinds, and which part they belong to is not known; split it by hand',
    'zh-CN': '记录之间夹有其他类型的行，无法判断其归属，请手工拆分',
    fr: 'des lignes d’un autre genre se trouvent entre les enregistrements, sans qu’on sache de quelle partie elles sont ; partagez-le à la main',
  },
  signed: {
    en: 'it is signed, and a part of it is not what was signed; split it where it is made',
    'zh-CN': '报文带有数字签名，拆分后签名失效，请在生成报文的系统中拆分',
    fr: 'il est signé, et une partie n’est pas ce qui a été signé ; partagez-le là où il est produit',
  },
  large: {
    en: 'JSON and XML are split up to 256 MiB, workbooks up to 4 GiB; export it in smaller files',
    'zh-CN': 'JSON 与 XML 文件最大支持 256 MiB，工作簿最大支持 4 GiB，请分批导出',
    fr: 'JSON et XML sont partagés jusqu’à 256 Mio, les classeurs jusqu’à 4 Gio ; exportez-le en fichiers plus petits',
  },
  damaged: {
    en: 'it holds bytes that are no characters; export it again',
    'zh-CN': '文件含有无法解码的字节，请重新导出',
    fr: 'il contient des octets illisibles ; exportez-le à nouveau',
  },
  formula: {
    en: 'what a formula there shows is worked out from rows that would move or go; replace it by its value and split again',
    'zh-CN': '该处公式的结果取决于会移动或删除的行，请先将公式改为数值再拆分',
    fr: 'une formule y dépend de lignes qui bougeraient ou disparaîtraient ; remplacez-la par sa valeur, puis partagez',
  },
  merged: {
    en: 'a merged range there joins rows that would go to different parts; take the merge apart and split again',
    'zh-CN': '该处合并单元格所含的行会分到不同文件，请先取消合并再拆分',
    fr: 'une plage fusionnée y réunit des lignes de parties différentes ; défusionnez-la, puis partagez',
  },
  tied: {
    en: 'a pivot table, a chart, a table with totals or a name of its own is made from its records; save the sheet as CSV (UTF-8) and split that',
    'zh-CN': '数据透视表、图表、带汇总行的表格或自定义名称引用了这些记录，请将工作表另存为 CSV（UTF-8）后再拆分',
    fr: 'un tableau croisé, un graphique, un tableau à totaux ou un nom est fait de ses enregistrements ; enregistrez la feuille en CSV (UTF-8) et partagez celle-ci',
  },
  unusual: {
    en: 'it holds what cannot be taken apart for sure (controls, scenarios, unusual markup); save the sheet as CSV (UTF-8) and split that',
    'zh-CN': '其中含有无法可靠拆分的内容（控件、方案或特殊写法），请将工作表另存为 CSV（UTF-8）后再拆分',
    fr: 'il contient ce qui ne se sépare pas avec certitude (contrôles, scénarios, balisage inhabituel) ; enregistrez la feuille en CSV (UTF-8) et partagez celle-ci',
  },
  unproven: {
    en: 'checked by themselves, the records that conform did not come out as in the whole file',
    'zh-CN': '单独检查合格记录时，结果与在原文件中不一致',
    fr: 'vérifiés à part, les enregistrements conformes ne donnent pas le même résultat que dans le fichier entier',
  },
} as const satisfies { readonly [why: string]: Text };

export function whyWholeText(why: keyof typeof reasons, language: Language): string {
  return inLanguage(reasons[why], language);
}
