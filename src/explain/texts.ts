import type { Text } from '../model/language.js';

/** A phrase with a number in it: English needs its singular. */
export type Counted = Text & { readonly one: string };

/** Phrases of the pages and lists that are more than a label. */
export const texts = {
  fieldCount: { one: '{n} field', en: '{n} fields', 'zh-CN': '{n} 个字段' },
  entryCount: { one: '{n} entry', en: '{n} entries', 'zh-CN': '{n} 项' },
  clauseCount: { one: '{n} clause ({parts})', en: '{n} clauses ({parts})', 'zh-CN': '条款 {n} 条（{parts}）' },
  ruleCount: { one: '{n} rule', en: '{n} rules', 'zh-CN': '规则 {n} 条' },
  elementCount: {
    one: '{n} element with {m} rules of its own',
    en: '{n} elements with {m} rules of their own',
    'zh-CN': '数据项 {n} 个，自带规则 {m} 条',
  },
  citationCount: { one: '{n} rule cited', en: '{n} rules cited', 'zh-CN': '引用规则 {n} 条' },
  formatList: { one: '{n} format', en: '{n} formats', 'zh-CN': '共 {n} 种格式' },
  documentList: { one: '{n} kind of record', en: '{n} kinds of records', 'zh-CN': '共 {n} 类记录' },
  codeLists: {
    one: '{n} list. Its entries: borderlint explain ID',
    en: '{n} lists. The entries of one: borderlint explain ID, with --search TEXT if you like',
    'zh-CN': '共 {n} 个代码表。查看代码项：borderlint explain 编号（可加 --search 文字）',
  },
  categoryList: {
    one: '{n} category; it includes those below it',
    en: '{n} categories; a category includes those below it',
    'zh-CN': '共 {n} 个类别；类别包含其下级类别',
  },
  profileList: {
    one: '{n} profile. To use it: borderlint check --profile ID',
    en: '{n} profiles. To use one: borderlint check --profile ID',
    'zh-CN': '共 {n} 个检查方案。使用方法：borderlint check --profile 编号',
  },
} as const satisfies { readonly [id: string]: Counted };

export const phrases = {
  profile: { en: 'profile', 'zh-CN': '检查方案' },
  category: { en: 'product category', 'zh-CN': '商品类别' },
  everyRecord: { en: 'every record is of this category', 'zh-CN': '所有记录均属该类别' },
  selfWhenAbsent: {
    en: ' (a record without any is its own only one)',
    'zh-CN': '（没有时，记录本身即为唯一一项）',
  },
  unconfirmed: { en: ' (no source confirms this)', 'zh-CN': '（尚无来源证实）' },
  draft: { en: 'a draft, not in force', 'zh-CN': '草案，尚未实施' },
  withdrawn: { en: 'withdrawn[ (in force from {from})]', 'zh-CN': '已废止[（{from} 起曾实施）]' },
  superseded: { en: 'superseded[ (in force from {from})]', 'zh-CN': '已被代替[（{from} 起曾实施）]' },
  ended: { en: '[in force from {from} ]until {until}, no longer', 'zh-CN': '[{from} 起实施，]自 {until} 起不再有效' },
  undated: { en: 'in force, since when is not known', 'zh-CN': '现行，实施日期不详' },
  upcoming: { en: 'comes into force on {from}[, until {until}]', 'zh-CN': '将于 {from} 实施[，至 {until}]' },
  inForce: { en: 'in force since {from}[, until {until}]', 'zh-CN': '{from} 起实施[，至 {until}]，现行有效' },
  notInCatalogue: { en: 'not in the catalogue', 'zh-CN': '本目录未收录' },
  coverageCount: { en: '{n} {coverage}', 'zh-CN': '{coverage} {n} 条' },
  listedOnly: {
    en: 'Listed only: nothing in it is checked by a rule yet.[ {listed}.]',
    'zh-CN': '仅收录，尚无可自动检查的规则。[{listed}。]',
  },
  tree: {
    en: 'Every element with its children in order. [Brackets]: may be left out. ×99: at most 99 times, all others once.',
    'zh-CN': '各元素及其下级元素，按顺序排列。方括号：可不出现；×99：最多 99 次，其余只出现一次。',
  },
  keys: { en: 'keys', 'zh-CN': '键' },
  headers: { en: 'headers', 'zh-CN': '列名' },
  root: {
    en: 'The root element is <{root}>[, namespace {namespace}]',
    'zh-CN': '根元素为 <{root}>[，命名空间 {namespace}]',
  },
  declares: { en: '{declares} is declared or occurs', 'zh-CN': '声明或出现 {declares}' },
  hasHeaders: { en: 'It has the {what} {list}', 'zh-CN': '具有{what}{list}' },
  hasSomeHeaders: {
    en: 'It has at least {minimum} of the {what} {list}',
    'zh-CN': '至少具有下列{what}中的 {minimum} 个：{list}',
  },
  hasNoHeaders: { en: 'It has none of the {what} {list}', 'zh-CN': '没有{what}{list}' },
  rowsGrouped: {
    en: 'Rows that have the same “{by}” are one record[; each adds its {items}]',
    'zh-CN': '“{by}”相同的各行为一条记录[，每行各为一个{items}]',
  },
  rowStarts: {
    en: 'A row starts a record where “{column}” is filled[: {values}]; the rows below go on with it[; each adds its {items}]',
    'zh-CN': '“{column}”有值[（{values}）]的行开始一条记录，其下各行续之[，每行各为一个{items}]',
  },
  tableIsRecord: {
    en: 'The whole table is one record[; each row adds its {items}]',
    'zh-CN': '整张表为一条记录[，每行各为一个{items}]',
  },
  rowRoles: {
    en: '“{column}” says which rows are products and which belong to one; “{refersBy}” names the product',
    'zh-CN': '“{column}”列区分商品行与从属行，“{refersBy}”列指明所属商品',
  },
  xmlRecord: {
    en: 'A record is <{record}>[; <{heads}> counts as part of it]',
    'zh-CN': '一条记录为 <{record}>[，<{heads}> 的内容计入记录]',
  },
  xmlPart: { en: 'Each <{element}> is one {part}', 'zh-CN': '每个 <{element}> 为一个{part}' },
  jsonRecords: { en: 'The records are at {records}', 'zh-CN': '记录位于 {records}' },
  moreEntries: {
    en: '… and {left} more: borderlint explain {id} --all, or --search TEXT',
    'zh-CN': '…… 另有 {left} 项：borderlint explain {id} --all 查看全部，或用 --search 查找',
  },
  complete: { en: 'complete', 'zh-CN': '完整' },
  perhapsIncomplete: { en: 'perhaps not all', 'zh-CN': '未必完整' },
  terms: { en: 'terms', 'zh-CN': '词表' },
  noEntry: { en: 'No entry holds “{search}”.', 'zh-CN': '没有包含“{search}”的代码项。' },
} as const satisfies { readonly [id: string]: Text };
