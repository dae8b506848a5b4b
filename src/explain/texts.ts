import type { Text } from '../model/language.js';

/** A phrase with a number in it: English needs its singular. */
/** A phrase with a number in it; `one` and `oneFr` are its English and French forms for exactly one. */
export type Counted = Text & { readonly one: string; readonly oneFr: string };

/** Phrases of the pages and lists that are more than a label. */
export const texts = {
  fieldCount: { one: '{n} field', en: '{n} fields', 'zh-CN': '{n} 个字段', fr: '{n} champs', oneFr: '{n} champ' },
  entryCount: { one: '{n} entry', en: '{n} entries', 'zh-CN': '{n} 项', fr: '{n} entrées', oneFr: '{n} entrée' },
  clauseCount: {
    one: '{n} clause ({parts})',
    en: '{n} clauses ({parts})',
    'zh-CN': '条款 {n} 条（{parts}）',
    fr: '{n} clauses ({parts})',
    oneFr: '{n} clause ({parts})',
  },
  ruleCount: { one: '{n} rule', en: '{n} rules', 'zh-CN': '规则 {n} 条', fr: '{n} règles', oneFr: '{n} règle' },
  elementCount: {
    one: '{n} element with {m} rules of its own',
    en: '{n} elements with {m} rules of their own',
    'zh-CN': '数据项 {n} 个，自带规则 {m} 条',
    fr: '{n} éléments avec {m} règles propres',
    oneFr: '{n} élément avec {m} règles propres',
  },
  citationCount: {
    one: '{n} rule cited',
    en: '{n} rules cited',
    'zh-CN': '引用规则 {n} 条',
    fr: '{n} règles citées',
    oneFr: '{n} règle citée',
  },
  formatList: {
    one: '{n} format',
    en: '{n} formats',
    'zh-CN': '共 {n} 种格式',
    fr: '{n} formats',
    oneFr: '{n} format',
  },
  documentList: {
    one: '{n} kind of record',
    en: '{n} kinds of records',
    'zh-CN': '共 {n} 类记录',
    fr: '{n} sortes d’enregistrements',
    oneFr: '{n} sorte d’enregistrement',
  },
  codeLists: {
    one: '{n} list. Its entries: borderlint explain ID',
    en: '{n} lists. The entries of one: borderlint explain ID, with --search TEXT if you like',
    'zh-CN': '共 {n} 个代码表。查看代码项：borderlint explain 编号（可加 --search 文字）',
    oneFr: '{n} liste. Ses entrées : borderlint explain ID',
    fr: '{n} listes. Les entrées de l’une : borderlint explain ID, au besoin avec --search TEXTE',
  },
  categoryList: {
    one: '{n} category; it includes those below it',
    en: '{n} categories; a category includes those below it',
    'zh-CN': '共 {n} 个类别；类别包含其下级类别',
    oneFr: '{n} catégorie ; elle comprend celles au-dessous d’elle',
    fr: '{n} catégories ; une catégorie comprend celles au-dessous d’elle',
  },
  profileList: {
    one: '{n} profile. To use it: borderlint check --profile ID',
    en: '{n} profiles. To use one: borderlint check --profile ID',
    'zh-CN': '共 {n} 个检查方案。使用方法：borderlint check --profile 编号',
    oneFr: '{n} profil. Pour le prendre : borderlint check --profile ID',
    fr: '{n} profils. Pour en prendre un : borderlint check --profile ID',
  },
} as const satisfies { readonly [id: string]: Counted };

export const phrases = {
  profile: { en: 'profile', 'zh-CN': '检查方案', fr: 'profil' },
  category: { en: 'product category', 'zh-CN': '商品类别', fr: 'catégorie de produits' },
  everyRecord: {
    en: 'every record is of this category',
    'zh-CN': '所有记录均属该类别',
    fr: 'tout enregistrement est de cette catégorie',
  },
  selfWhenAbsent: {
    en: ' (a record without any is its own only one)',
    'zh-CN': '（没有时，记录本身即为唯一一项）',
    fr: ' (un enregistrement sans aucune est le seul des siens)',
  },
  unconfirmed: { en: ' (no source confirms this)', 'zh-CN': '（尚无来源证实）', fr: ' (aucune source ne le confirme)' },
  draft: { en: 'a draft, not in force', 'zh-CN': '草案，尚未实施', fr: 'un projet, pas en vigueur' },
  withdrawn: {
    en: 'withdrawn[ (in force from {from})]',
    'zh-CN': '已废止[（{from} 起曾实施）]',
    fr: 'retirée[ (en vigueur à partir du {from})]',
  },
  superseded: {
    en: 'superseded[ (in force from {from})]',
    'zh-CN': '已被代替[（{from} 起曾实施）]',
    fr: 'remplacée[ (en vigueur à partir du {from})]',
  },
  ended: {
    en: '[in force from {from} ]until {until}, no longer',
    'zh-CN': '[{from} 起实施，]自 {until} 起不再有效',
    fr: '[en vigueur à partir du {from}, ]jusqu’au {until}, plus maintenant',
  },
  undated: {
    en: 'in force, since when is not known',
    'zh-CN': '现行，实施日期不详',
    fr: 'en vigueur, on ne sait depuis quand',
  },
  upcoming: {
    en: 'comes into force on {from}[, until {until}]',
    'zh-CN': '将于 {from} 实施[，至 {until}]',
    fr: 'entre en vigueur le {from}[, jusqu’au {until}]',
  },
  inForce: {
    en: 'in force since {from}[, until {until}]',
    'zh-CN': '{from} 起实施[，至 {until}]，现行有效',
    fr: 'en vigueur depuis le {from}[, jusqu’au {until}]',
  },
  notInCatalogue: { en: 'not in the catalogue', 'zh-CN': '本目录未收录', fr: 'pas au catalogue' },
  coverageCount: { en: '{n} {coverage}', 'zh-CN': '{coverage} {n} 条', fr: '{n} {coverage}' },
  listedOnly: {
    en: 'Listed only: nothing in it is checked by a rule yet.[ {listed}.]',
    'zh-CN': '仅收录，尚无可自动检查的规则。[{listed}。]',
    fr: 'Seulement répertoriée : aucune règle n’y contrôle encore rien.[ {listed}.]',
  },
  tree: {
    en: 'Every element with its children in order. [Brackets]: may be left out. ×99: at most 99 times, all others once.',
    'zh-CN': '各元素及其下级元素，按顺序排列。方括号：可不出现；×99：最多 99 次，其余只出现一次。',
    fr: 'Chaque élément avec ses enfants dans l’ordre. [Crochets] : peut être omis. ×99 : au plus 99 fois, tous les autres une fois.',
  },
  keys: { en: 'keys', 'zh-CN': '键', fr: 'clés' },
  headers: { en: 'headers', 'zh-CN': '列名', fr: 'en-têtes' },
  root: {
    en: 'The root element is <{root}>[, namespace {namespace}]',
    'zh-CN': '根元素为 <{root}>[，命名空间 {namespace}]',
    fr: 'L’élément racine est <{root}>[, espace de noms {namespace}]',
  },
  declares: {
    en: '{declares} is declared or occurs',
    'zh-CN': '声明或出现 {declares}',
    fr: '{declares} est déclaré ou présent',
  },
  hasHeaders: { en: 'It has the {what} {list}', 'zh-CN': '具有{what}{list}', fr: 'Il a les {what} {list}' },
  joinedMembers: {
    en: 'Its members are joined with || and stand in no object',
    'zh-CN': '各成员以 || 拼接，不在对象之中',
    fr: 'Ses membres sont joints par || et ne sont dans aucun objet',
  },
  hasSomeHeaders: {
    en: 'It has at least {minimum} of the {what} {list}',
    'zh-CN': '至少具有下列{what}中的 {minimum} 个：{list}',
    fr: 'Il a au moins {minimum} des {what} {list}',
  },
  hasNoHeaders: {
    en: 'It has none of the {what} {list}',
    'zh-CN': '没有{what}{list}',
    fr: 'Il n’a aucun des {what} {list}',
  },
  rowsGrouped: {
    en: 'Rows that have the same “{by}” are one record[; each adds its {items}]',
    'zh-CN': '“{by}”相同的各行为一条记录[，每行各为一个{items}]',
    fr: 'Les lignes de même « {by} » sont un enregistrement[ ; chacune ajoute ses {items}]',
  },
  rowStarts: {
    en: 'A row starts a record where “{column}” is filled[: {values}]; the rows below go on with it[; each adds its {items}]',
    'zh-CN': '“{column}”有值[（{values}）]的行开始一条记录，其下各行续之[，每行各为一个{items}]',
    fr: 'Une ligne commence un enregistrement là où « {column} » est rempli[ : {values}] ; les lignes suivantes le continuent[ ; chacune ajoute ses {items}]',
  },
  tableIsRecord: {
    en: 'The whole table is one record[; each row adds its {items}]',
    'zh-CN': '整张表为一条记录[，每行各为一个{items}]',
    fr: 'Tout le tableau est un enregistrement[ ; chaque ligne ajoute ses {items}]',
  },
  rowRoles: {
    en: '“{column}” says which rows are products and which belong to one; “{refersBy}” names the product',
    'zh-CN': '“{column}”列区分商品行与从属行，“{refersBy}”列指明所属商品',
    fr: '« {column} » dit quelles lignes sont des produits et lesquelles en dépendent ; « {refersBy} » nomme le produit',
  },
  xmlRecord: {
    en: 'A record is <{record}>[; <{heads}> counts as part of it]',
    'zh-CN': '一条记录为 <{record}>[，<{heads}> 的内容计入记录]',
    fr: 'Un enregistrement est <{record}>[ ; <{heads}> en fait partie]',
  },
  xmlPart: {
    en: 'Each <{element}> is one {part}',
    'zh-CN': '每个 <{element}> 为一个{part}',
    fr: 'Chaque <{element}> est l’un des éléments {part}',
  },
  jsonRecords: {
    en: 'The records are at {records}',
    'zh-CN': '记录位于 {records}',
    fr: 'Les enregistrements sont à {records}',
  },
  moreEntries: {
    en: '… and {left} more: borderlint explain {id} --all, or --search TEXT',
    'zh-CN': '…… 另有 {left} 项：borderlint explain {id} --all 查看全部，或用 --search 查找',
    fr: '… et {left} de plus : borderlint explain {id} --all, ou --search TEXTE',
  },
  complete: { en: 'complete', 'zh-CN': '完整', fr: 'complète' },
  perhapsIncomplete: { en: 'perhaps not all', 'zh-CN': '未必完整', fr: 'peut-être incomplète' },
  terms: { en: 'terms', 'zh-CN': '词表', fr: 'termes' },
  noEntry: {
    en: 'No entry holds “{search}”.',
    'zh-CN': '没有包含“{search}”的代码项。',
    fr: 'Aucune entrée ne contient « {search} ».',
  },
} as const satisfies { readonly [id: string]: Text };
