import type { OwnText } from '../model/language.js';
import { nearestWord } from '../text/nearest.js';

/** What is wrong with a mapping file, in words. */
export const faultTexts = {
  noMapping: {
    en: 'A mapping file says `borderlint-map: 1`, `document:` and `columns:`.',
    'zh-CN': '映射文件须写明 `borderlint-map: 1`、`document:` 和 `columns:`。',
    fr: 'Un fichier de correspondance dit `borderlint-map: 1`, `document:` et `columns:`.',
  },
  version: {
    en: 'The first line of a mapping file is `borderlint-map: 1`.',
    'zh-CN': '映射文件的第一行应为 `borderlint-map: 1`。',
    fr: 'La première ligne d’un fichier de correspondance est `borderlint-map: 1`.',
  },
  unknownKey: (key: string): OwnText => ({
    en: `There is no key ${key} here.`,
    'zh-CN': `此处没有名为 ${key} 的项。`,
    fr: `Il n’y a pas de clé ${key} ici.`,
  }),
  noDocument: {
    en: 'document names the kind of record, such as `document: listing`.',
    'zh-CN': 'document 用于写明记录类型，例如 `document: listing`。',
    fr: 'document nomme le type d’enregistrement, par exemple `document: listing`.',
  },
  unknownDocument: (word: string): OwnText => ({
    en: `There is no kind of record ${word}.`,
    'zh-CN': `没有名为 ${word} 的记录类型。`,
    fr: `Il n’y a pas de type d’enregistrement ${word}.`,
  }),
  word: (key: string): OwnText => ({
    en: `${key} is one name, such as \`${key}: …\`.`,
    'zh-CN': `${key} 应为一个名称，写作 \`${key}: …\`。`,
    fr: `${key} est un seul nom : \`${key}: …\`.`,
  }),
  header: (last: number): OwnText => ({
    en: `header is the number of a row from 1 to ${last}.`,
    'zh-CN': `header 应为 1 至 ${last} 的行号。`,
    fr: `header est un numéro de ligne de 1 à ${last}.`,
  }),
  records: {
    en: 'records is a JSON pointer such as /items, or "" where the records are the file itself.',
    'zh-CN': 'records 应为 JSON 指针，如 /items；若文件本身即为记录，则写 ""。',
    fr: 'records est un pointeur JSON comme /items, ou "" si le fichier lui-même porte les enregistrements.',
  },
  noColumns: {
    en: 'columns has a line for each column: its heading, then a field.',
    'zh-CN': 'columns 每列一行：表头，然后是字段。',
    fr: 'columns a une ligne par colonne : son en-tête, puis un champ.',
  },
  column: (name: string): OwnText => ({
    en: `What ${name} holds is a field, \`title\`, or \`{ field: grossWeight, unit: g }\`.`,
    'zh-CN': `${name} 应对应一个字段，写作 \`title\` 或 \`{ field: grossWeight, unit: g }\`。`,
    fr: `${name} correspond à un champ, \`title\`, ou à \`{ field: grossWeight, unit: g }\`.`,
  }),
  emptyHeading: {
    en: 'A column without a heading cannot be mapped.',
    'zh-CN': '没有表头的列无法映射。',
    fr: 'Une colonne sans en-tête ne peut pas être mise en correspondance.',
  },
  sameHeading: (name: string, first: string): OwnText => ({
    en: `The heading ${name} is there already, as ${first}.`,
    'zh-CN': `表头 ${name} 已写过（${first}）。`,
    fr: `L’en-tête ${name} est déjà là, comme ${first}.`,
  }),
  unknownField: (field: string, document: string): OwnText => ({
    en: `A ${document} has no field ${field}.`,
    'zh-CN': `${document} 没有字段 ${field}。`,
    fr: `Le type ${document} n’a pas de champ ${field}.`,
  }),
  language: (field: string, bare: string): OwnText => ({
    en: `${field} is no field: only a text in languages has one of them behind it, as in title@fr; write ${bare}.`,
    'zh-CN': `没有字段 ${field}：仅多语言文本可加语言，如 title@fr；请写 ${bare}。`,
    fr: `${field} n’est pas un champ : seul un texte multilingue porte une langue, comme title@fr ; écrivez ${bare}.`,
  }),
  read: {
    en: 'read is one of the readings of docs/mapping.md.',
    'zh-CN': 'read 应为 docs/mapping.md 所列读法之一。',
    fr: 'read est l’une des lectures de docs/mapping.md.',
  },
  unit: (field: string, units: readonly string[]): OwnText => ({
    en: `The unit of ${field} is one of ${units.join(', ')}.`,
    'zh-CN': `${field} 的单位应为 ${units.join('、')} 之一。`,
    fr: `L’unité de ${field} est l’une de : ${units.join(', ')}.`,
  }),
  noQuantity: (field: string): OwnText => ({
    en: `${field} is no weight or length, so it has no unit.`,
    'zh-CN': `${field} 不是重量或长度，没有单位。`,
    fr: `${field} n’est ni un poids ni une longueur : il n’a pas d’unité.`,
  }),
  unitOrRead: {
    en: 'A column has a unit or a reading, not both.',
    'zh-CN': 'unit 与 read 只能写其一。',
    fr: 'Une colonne a une unité ou une lecture, pas les deux.',
  },
  ignore: {
    en: 'ignore is a list of headings, such as `ignore: [Remarks]`.',
    'zh-CN': 'ignore 应为一组表头，写作 `ignore: [备注]`。',
    fr: 'ignore est une liste d’en-têtes : `ignore: [Remarques]`.',
  },
  tableOnly: (key: string): OwnText => ({
    en: `${key} is for tables; a mapping with records is for JSON.`,
    'zh-CN': `${key} 仅用于表格；写有 records 的映射用于 JSON。`,
    fr: `${key} est pour les tableaux ; une correspondance avec records est pour le JSON.`,
  }),
  unknownGroup: (group: string): OwnText => ({
    en: `group is one of the headings under columns; ${group} is none.`,
    'zh-CN': `group 应为 columns 中的一个表头，其中没有 ${group}。`,
    fr: `group est l’un des en-têtes de columns ; ${group} n’y est pas.`,
  }),
  noGroup: (field: string): OwnText => ({
    en: `${field} is a field of one line: say with \`group: HEADING\` which column tells what rows belong together.`,
    'zh-CN': `${field} 为明细行字段：请用 \`group: 表头\` 写明哪一列表示同属一条记录的行。`,
    fr: `${field} est un champ de ligne : dites avec \`group: EN-TÊTE\` quelle colonne réunit les lignes.`,
  }),
} as const;

/** The nearest of the words that are possible, or where to see them. */
export function didYouMean(word: string, words: readonly string[], document?: string): OwnText {
  const near = word === '' ? undefined : nearestWord(word, words);
  if (near !== undefined)
    return { en: `Did you mean ${near}?`, 'zh-CN': `是否想写 ${near}？`, fr: `Vouliez-vous dire ${near} ?` };
  if (document !== undefined)
    return {
      en: `See \`borderlint explain ${document}\`.`,
      'zh-CN': `可运行 \`borderlint explain ${document}\` 查看。`,
      fr: `Voir \`borderlint explain ${document}\`.`,
    };
  return {
    en: `There are: ${words.join(', ')}.`,
    'zh-CN': `可用：${words.join('、')}。`,
    fr: `Il y a : ${words.join(', ')}.`,
  };
}
