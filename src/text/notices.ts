import type { Language, Text } from '../model/language.js';
import type { ReadNotice } from '../model/record.js';
import { fillOptional } from './fill.js';
import { inLanguage } from './language.js';
import { columnLeft, jsonLineBroken, noticeTemplates } from './notice-templates.js';
import { formatCount } from './report-words.js';
import { syntaxWords } from './syntax-words.js';
import { documentKinds, encodings, word } from './words.js';

/**
 * The sentence of a notice. Values by id (all but those marked ! may be left out; others are not shown).
 * A `count` of 1 goes without saying.
 *
 * - decoded-as: encoding!, confidence (`certain` or `guessed`), declared (the encoding the file itself names)
 * - bytes-undecodable: encoding!, count, bytes (the first ones, hex)
 * - row-ragged: cells!, headers!, count (rows of that kind)
 * - quote-unclosed: (its opening is the location)
 * - quote-stray: count
 * - header-duplicate: header!, first (the column that had it first), count
 * - column-unknown: header!, nearest (header of the format it may mean), kept (`no`: there is no room for it), field, count
 * - column-mapped-twice: header!, field!, first (the header that is used)
 * - json-broken: detail, count
 * - json-not-record: found (`string`, `number`, `null` …)
 * - parts-broken: expected (the sign that is missing) or repeated (a name that is there twice)
 * - parts-order: header!, first! (the member it has to stand before)
 * - parts-unquoted: header!, count
 * - form-unencoded: header!, shown!
 * - xml-broken: detail
 * - xml-doctype: (none)
 * - nul-characters: count
 * - truncated: reason (`damaged`, `ends-early`), detail
 * - limit-reached: limit!, what (`unfolded-bytes`, `compression-ratio`, or any word of its own)
 * - no-records: document
 * - nothing-judged: document!, count! (records)
 * - row-skipped: count, what (`total`, `header`, `hint`, `example`, `aside`), detail
 * - orphan-row: key, count
 * - row-apart: key, count
 * - status-told: code!, name@en, name@zh-CN, name@fr, count (documents)
 * - edition-other: edition!, judged!, elements!, count (documents)
 * - editions-mixed: edition!, elements!, other!, others!, where!
 * - header-row: row!, above (rows above it that hold something)
 * - guards-peeled: header!, shown!, count (cells)
 * - columns-disagree: header!, first! (cell of the column that is used), count (rows)
 * - units-disagree: header!, first! (the column it repeats), shown!, other!, count (rows)
 * - written-in-powers, text-as-date, placeholder, script-in-text, entities-twice, link-local: header!, shown!, count (cells)
 * - zero-lost: header!, shown!, meant! (with the zero), count (cells)
 * - decimals-mixed: header!, shown!, other! (a number above it), count
 * - decimals-unclear: header!, shown!, count
 * - elements-empty: header!, empty! (how many), parts! (of how many), names (their names), places (of those that have none: 3, 5), count (cells)
 * - format-recalled: format!
 * - cell-error: error!, count (cells)
 * - formula-unread: count
 * - digits-lost: shown!, count
 * - cells-merged: ranges! (how many)
 * - rows-hidden: count
 * - columns-hidden: columns! (`C`, `F:H`)
 * - sheet-hidden: (none)
 * - sheet-aside: (none)
 * - sheet-unmapped: mapping! (a mapping file, which is for another sheet)
 * - columns-missing: mapping!, columns! (the first ten), count
 * - sheet-unknown: nearest (a format)
 * - text-garbled: shown!, meant, count (in the beginning of the file)
 * - waiver-expired: what!, owner!, expires!
 * - waiver-too-long: what!, owner!, expires!, latest!
 * - waiver-unmatched: what!, owner!, expires!
 * - baseline-unmatched: count!
 * - changed-since: revision!, old!, added!
 */
export function renderNotice(notice: ReadNotice, language: Language): string {
  const values: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(notice.values)) {
    const [plain = name, tongue] = name.split('@');
    if (tongue !== undefined && tongue !== spoken(notice, plain, language)) continue;
    if (name !== 'count' || Number(value) !== 1) values[plain] = showValue(plain, value, language);
  }
  return fillOptional(inLanguage(templateOf(notice), language), values);
}

function templateOf({ id, weight, values }: ReadNotice): Text {
  // In JSON Lines a bad line is passed over and reading goes on.
  if (id === 'json-broken' && weight === 'fault') return jsonLineBroken;
  return id === 'column-unknown' && values['kept'] === 'no' ? columnLeft : noticeTemplates[id];
}

/** The language a value is given in (`name@en`) that suits this one best. */
function spoken({ values }: Pick<ReadNotice, 'values'>, name: string, language: Language): string {
  return values[`${name}@${language}`] === undefined ? 'en' : language;
}

function showValue(name: string, value: string | number, language: Language): string {
  if (typeof value === 'number') return formatCount(value);
  if (name === 'detail') return syntaxWords(value, language);
  if (name === 'encoding' || name === 'declared') return word(encodings, value.toLowerCase(), language);
  if (name === 'document') return word(documentKinds, value, language);
  return idValues.has(name) ? word(noticeWords, value, language) : value;
}

const idValues: ReadonlySet<string> = new Set(['confidence', 'reason', 'what']);

/** Ids that readers give as values. `certain` goes without saying. */
const noticeWords: { readonly [name: string]: Text } = {
  certain: { en: '', 'zh-CN': '', fr: '' },
  guessed: { en: 'a guess', 'zh-CN': '推测', fr: 'une supposition' },
  damaged: {
    en: 'the compressed data is damaged',
    'zh-CN': '压缩数据已损坏',
    fr: 'les données compressées sont abîmées',
  },
  'ends-early': { en: 'it ends too early', 'zh-CN': '提前结束', fr: 'il finit trop tôt' },
  'unfolded-bytes': { en: 'bytes after decompression', 'zh-CN': '解压后的字节数', fr: 'octets après décompression' },
  'compression-ratio': {
    en: 'times its packed size, more than any real table unpacks to',
    'zh-CN': '解压后与压缩前的倍数，正常的表格不会如此',
    fr: 'fois sa taille compressée, plus qu’aucun vrai tableau n’en donne',
  },
  bytes: { en: 'bytes', 'zh-CN': '字节数', fr: 'octets' },
  row: { en: 'characters in one row', 'zh-CN': '单行字符数', fr: 'caractères dans une ligne' },
  record: { en: 'characters in one record', 'zh-CN': '单条记录字符数', fr: 'caractères dans un enregistrement' },
  text: {
    en: 'characters in one text or tag',
    'zh-CN': '单个文本或标签的字符数',
    fr: 'caractères dans un texte ou une balise',
  },
  elements: { en: 'elements in one record', 'zh-CN': '单条记录元素数', fr: 'éléments dans un enregistrement' },
  attributes: { en: 'attributes of one element', 'zh-CN': '单个元素的属性数', fr: 'attributs d’un élément' },
  depth: { en: 'levels of nesting', 'zh-CN': '嵌套层数', fr: 'niveaux d’imbrication' },
  columns: { en: 'columns', 'zh-CN': '列数', fr: 'colonnes' },
  total: { en: 'it is a total', 'zh-CN': '合计行', fr: 'c’est un total' },
  header: { en: 'it repeats the headers', 'zh-CN': '重复的表头', fr: 'elle répète les en-têtes' },
  hint: { en: 'it says what to fill in', 'zh-CN': '填写说明', fr: 'elle dit quoi remplir' },
  example: { en: 'it is an example of the template', 'zh-CN': '模板自带的示例', fr: 'c’est un exemple du modèle' },
  aside: { en: 'it is no record', 'zh-CN': '不是数据记录', fr: 'ce n’est pas un enregistrement' },
};
