import type { Language, Text } from '../model/language.js';
import { type FillValues, fillTemplate } from './fill.js';
import { inLanguage } from './language.js';

/** Words of the annotated workbook that no other report has. */
const words = {
  findings: { en: 'Findings', 'zh-CN': '问题', fr: 'Constats' },
  verdicts: { en: 'Verdicts', 'zh-CN': '结论', fr: 'Verdicts' },
  severity: { en: 'Severity', 'zh-CN': '级别', fr: 'Gravité' },
  state: { en: 'State', 'zh-CN': '状态', fr: 'État' },
  rule: { en: 'Rule', 'zh-CN': '规则', fr: 'Règle' },
  standards: { en: 'Standards', 'zh-CN': '标准', fr: 'Normes' },
  title: { en: 'Title', 'zh-CN': '名称', fr: 'Titre' },
  message: { en: 'What is wrong', 'zh-CN': '问题', fr: 'Ce qui ne va pas' },
  file: { en: 'File', 'zh-CN': '文件', fr: 'Fichier' },
  sheet: { en: 'Sheet', 'zh-CN': '工作表', fr: 'Feuille' },
  line: { en: 'Line', 'zh-CN': '行', fr: 'Ligne' },
  column: { en: 'Column', 'zh-CN': '列', fr: 'Colonne' },
  cell: { en: 'Cell', 'zh-CN': '单元格', fr: 'Cellule' },
  field: { en: 'Field', 'zh-CN': '字段', fr: 'Champ' },
  related: { en: 'See also', 'zh-CN': '对照', fr: 'Voir aussi' },
  key: { en: 'Key', 'zh-CN': '标识', fr: 'Clé' },
  format: { en: 'Format', 'zh-CN': '格式', fr: 'Format' },
  encoding: { en: 'Encoding', 'zh-CN': '编码', fr: 'Encodage' },
  records: { en: 'Records', 'zh-CN': '记录数', fr: 'Enregistrements' },
  counts: { en: 'Counts', 'zh-CN': '数量', fr: 'Nombres' },
  didNotApply: { en: 'Did not apply', 'zh-CN': '不适用', fr: 'Sans objet' },
  notKept: { en: 'not kept', 'zh-CN': '未保留', fr: 'non conservé' },
  notRun: { en: 'not run', 'zh-CN': '未执行', fr: 'non exécuté' },
  write: { en: 'To do', 'zh-CN': '改法', fr: 'À faire' },
  aboutHeading: { en: 'About this workbook', 'zh-CN': '关于本工作簿', fr: 'À propos de ce classeur' },
  isCopy: {
    en: 'The sheets of input are copies: change your own files, not these.',
    'zh-CN': '输入数据的工作表为副本：请修改原文件，而不是此处。',
    fr: 'Les feuilles de données sont des copies : modifiez vos propres fichiers, pas celles-ci.',
  },
  isOwn: {
    en: 'This is a copy of your workbook with marks, findings and verdicts; all else in it is as it was. Change your own file, not this one.',
    'zh-CN': '本工作簿是您的工作簿的副本，仅添加了标记、问题和结论，其余内容均未改动。请修改原文件，而不是此处。',
    fr: 'Ceci est une copie de votre classeur, avec marques, constats et verdicts ; tout le reste y est inchangé. Modifiez votre propre fichier, pas celui-ci.',
  },
  colours: {
    en: 'Coloured cells have findings: red is an error, yellow a warning, blue advice, grey accepted. Point at a cell to read its note.',
    'zh-CN': '着色的单元格有问题：红色为错误，黄色为警告，蓝色为建议，灰色为已接受。将鼠标指向单元格可查看批注。',
    fr: 'Les cellules colorées ont des constats : rouge pour une erreur, jaune pour un avertissement, bleu pour un conseil, gris pour un constat accepté. Pointez une cellule pour lire sa note.',
  },
  allText: {
    en: 'All their cells are text, so that no digit is lost and nothing becomes a formula.',
    'zh-CN': '其中的单元格均为文本，因此不会丢失数字位数，也不会变成公式。',
    fr: 'Toutes leurs cellules sont du texte : aucun chiffre ne se perd et rien ne devient une formule.',
  },
  masked: {
    en: '{sheet}: personal data is hidden in {n} cells; --show-values shows it.',
    'zh-CN': '{sheet}：{n} 个单元格中的个人信息已隐去；可用 --show-values 显示。',
    fr: '{sheet} : données personnelles cachées dans {n} cellules ; --show-values les montre.',
  },
  noCopy: {
    en: '{file}: no copy here; only tables that can be read a second time have one.',
    'zh-CN': '{file}：此处没有副本，仅可再次读取的表格有副本。',
    fr: '{file} : pas de copie ici ; seuls les tableaux lisibles une seconde fois en ont une.',
  },
  changed: {
    en: '{sheet}: the file was changed after it was checked; the copy shows it as it is now.',
    'zh-CN': '{sheet}：文件在检查之后被修改，副本显示的是现在的内容。',
    fr: '{sheet} : le fichier a été modifié après la vérification ; la copie le montre tel qu’il est maintenant.',
  },
  noRows: {
    en: '{sheet}: the copy ends at row {n}: a sheet takes no more.',
    'zh-CN': '{sheet}：副本止于第 {n} 行，工作表无法容纳更多。',
    fr: '{sheet} : la copie s’arrête à la ligne {n} : une feuille n’en prend pas plus.',
  },
  noColumns: {
    en: '{sheet}: cells beyond column {column} are left out in {n} rows: a sheet takes no more.',
    'zh-CN': '{sheet}：{n} 行中 {column} 列之后的单元格已略去，工作表无法容纳更多。',
    fr: '{sheet} : les cellules au-delà de la colonne {column} manquent dans {n} lignes : une feuille n’en prend pas plus.',
  },
  cut: {
    en: '{sheet}: {n} cells were cut at {most} characters: a cell takes no more.',
    'zh-CN': '{sheet}：{n} 个单元格在 {most} 个字符处截断，单元格无法容纳更多。',
    fr: '{sheet} : {n} cellules coupées à {most} caractères : une cellule n’en prend pas plus.',
  },
  noNotes: {
    en: '{sheet}: {n} coloured cells have no note, for {most} is the most a sheet is given; see the findings.',
    'zh-CN': '{sheet}：{n} 个着色单元格没有批注，每个工作表最多 {most} 条；详见问题清单。',
    fr: '{sheet} : {n} cellules colorées sans note, {most} étant le maximum par feuille ; voir les constats.',
  },
  noLinks: {
    en: '{n} findings have no link to their cell: a sheet takes no more than {most}.',
    'zh-CN': '{n} 处问题没有指向单元格的链接：工作表最多容纳 {most} 个。',
    fr: '{n} constats sans lien vers leur cellule : une feuille n’en prend pas plus de {most}.',
  },
  noFindings: {
    en: '{n} findings are left out, the least grave: a sheet takes no more. The json report has them all.',
    'zh-CN': '{n} 处问题已略去（均为最轻者），工作表无法容纳更多；json 报告包含全部。',
    fr: '{n} constats manquent, les moins graves : une feuille n’en prend pas plus. Le rapport json les contient tous.',
  },
} as const satisfies { readonly [id: string]: Required<Text> };

export type WorkbookWord = keyof typeof words;

export function sayInWorkbook(id: WorkbookWord, language: Language, values: FillValues = {}): string {
  return fillTemplate(inLanguage(words[id], language), values);
}
