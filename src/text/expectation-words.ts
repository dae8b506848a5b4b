import type { ExpectationId } from '../model/finding.js';
import type { Text } from '../model/language.js';

/** How some of them read when a value is missing or says something special, and those made of others. */
export const specialExpectations = {
  not: { en: 'anything but {of}', 'zh-CN': '不得为{of}', fr: 'tout sauf {of}' },
  anyOf: { en: '{of}', 'zh-CN': '{of}', fr: '{of}' },
  child: { en: 'the element <{child}>', 'zh-CN': '有元素 <{child}>', fr: 'l’élément <{child}>' },
  integer: {
    en: 'a whole number of at most {total} digits',
    'zh-CN': '不超过 {total} 位的整数',
    fr: 'un nombre entier d’au plus {total} chiffres',
  },
  /** Behind any of them. */
  restored: {
    en: '{of}; probably {restored} before leading zeros were lost',
    'zh-CN': '{of}；疑似丢失首位0，原值可能为 {restored}',
    fr: '{of} ; sans doute {restored} avant la perte des zéros initiaux',
  },
  untitledList: {
    en: 'a code of {list}[; perhaps {nearest}][, {name}]',
    'zh-CN': '代码表 {list} 中的代码[；也许是 {nearest}][（{name}）]',
    fr: 'un code de {list}[ ; peut-être {nearest}][, {name}]',
  },
  someForm: {
    en: 'one of the forms the rule allows',
    'zh-CN': '规则允许的写法之一',
    fr: 'une des formes que la règle admet',
  },
  place: {
    en: 'the place the specification gives it',
    'zh-CN': '排在规范规定的位置',
    fr: 'la place que la spécification lui donne',
  },
} as const satisfies { readonly [name: string]: Text };

/** What should stand there, as a phrase; values in braces, pieces that may be left out in square brackets. */
export const expectationWords: { readonly [id in ExpectationId]: Text } = {
  value: { en: 'a value', 'zh-CN': '须填写', fr: 'une valeur' },
  'no-value': { en: 'nothing: leave it empty', 'zh-CN': '留空', fr: 'rien : laissez vide' },
  constant: { en: '{value}', 'zh-CN': '{value}', fr: '{value}' },
  'one-of': {
    en: '{values}[; perhaps {nearest}]',
    'zh-CN': '{values}[；也许是 {nearest}]',
    fr: '{values}[ ; peut-être {nearest}]',
  },
  pattern: {
    en: 'text of the form {pattern}[, such as {sample}]',
    'zh-CN': '符合格式 {pattern} 的文本[，例如 {sample}]',
    fr: 'un texte de la forme {pattern}[, comme {sample}]',
  },
  'min-length': {
    en: 'at least {min} characters[ (here {here})]',
    'zh-CN': '不少于 {min} 个字符[（现为 {here} 个）]',
    fr: 'au moins {min} caractères[ (ici {here})]',
  },
  'max-length': {
    en: 'at most {max} characters[ (here {here})]',
    'zh-CN': '不超过 {max} 个字符[（现为 {here} 个）]',
    fr: 'au plus {max} caractères[ (ici {here})]',
  },
  'exact-length': {
    en: 'exactly {length} characters[ (here {here})]',
    'zh-CN': '恰好 {length} 个字符[（现为 {here} 个）]',
    fr: 'exactement {length} caractères[ (ici {here})]',
  },
  'at-least-items': {
    en: 'at least {min} of them[ (here {here})]',
    'zh-CN': '不少于 {min} 项[（现有 {here} 项）]',
    fr: 'au moins {min} valeurs[ (ici {here})]',
  },
  'at-most-items': {
    en: 'at most {max} of them[ (here {here})]',
    'zh-CN': '不超过 {max} 项[（现有 {here} 项）]',
    fr: 'au plus {max} valeurs[ (ici {here})]',
  },
  'unique-items': {
    en: 'every item once[ ({repeated} is there twice)]',
    'zh-CN': '各项不重复[（{repeated} 出现不止一次）]',
    fr: 'chaque valeur une seule fois[ ({repeated} y est deux fois)]',
  },
  type: { en: '{type}', 'zh-CN': '{type}', fr: '{type}' },
  'code-of': {
    en: 'a code of {title} ({list})[; perhaps {nearest}][, {name}]',
    'zh-CN': '{title}（{list}）中的代码[；也许是 {nearest}][（{name}）]',
    fr: 'un code de {title} ({list})[ ; peut-être {nearest}][, {name}]',
  },
  'code-start': {
    en: 'the beginning of a code of the list {list}[, {title}][: {near}]',
    'zh-CN': '以代码表 {list}[（{title}）]中的代码开头[：{near}]',
    fr: 'le début d’un code de la liste {list}[, {title}][ : {near}]',
  },
  'check-digit': {
    en: '{kind} whose check digit is right[ (it would be {right})]',
    'zh-CN': '校验码正确的{kind}[（校验码应为 {right}）]',
    fr: '{kind} dont le chiffre de contrôle est juste[ (ce serait {right})]',
  },
  decimal: {
    en: 'a number of at most {total} digits, at most {fraction} of them after the point',
    'zh-CN': '总位数不超过 {total} 位、小数不超过 {fraction} 位的数',
    fr: 'un nombre d’au plus {total} chiffres, dont au plus {fraction} après le point',
  },
  'decimal-min': { en: 'a number not below {min}', 'zh-CN': '不小于 {min} 的数', fr: 'un nombre d’au moins {min}' },
  'decimal-max': { en: 'a number not above {max}', 'zh-CN': '不大于 {max} 的数', fr: 'un nombre d’au plus {max}' },
  'decimal-above': { en: 'a number above {above}', 'zh-CN': '大于 {above} 的数', fr: 'un nombre supérieur à {above}' },
  'decimal-below': { en: 'a number below {below}', 'zh-CN': '小于 {below} 的数', fr: 'un nombre inférieur à {below}' },
  'quantity-min': { en: 'at least {min} {unit}', 'zh-CN': '不小于 {min} {unit}', fr: 'au moins {min} {unit}' },
  'quantity-max': { en: 'at most {max} {unit}', 'zh-CN': '不大于 {max} {unit}', fr: 'au plus {max} {unit}' },
  'quantity-above': { en: 'more than {above} {unit}', 'zh-CN': '大于 {above} {unit}', fr: 'plus de {above} {unit}' },
  'quantity-below': { en: 'less than {below} {unit}', 'zh-CN': '小于 {below} {unit}', fr: 'moins de {below} {unit}' },
  percentages: {
    en: 'percentages that come to {total}[ (here {here})]',
    'zh-CN': '百分比合计为 {total}[（现合计 {here}）]',
    fr: 'des pourcentages dont la somme fait {total}[ (ici {here})]',
  },
  'bytes-at-most': {
    en: 'at most {max} bytes in {encoding}[ (here {here})]',
    'zh-CN': '按 {encoding} 编码不超过 {max} 个字节[（现为 {here} 个）]',
    fr: 'au plus {max} octets en {encoding}[ (ici {here})]',
  },
  'date-form': { en: '{form}', 'zh-CN': '{form}', fr: '{form}' },
  script: { en: 'text in {script}', 'zh-CN': '含{script}的文字', fr: 'un texte en {script}' },
  'no-term': {
    en: 'text without “{term}”[ ({title})]',
    'zh-CN': '不含“{term}”的文字[（{title}）]',
    fr: 'un texte sans « {term} »[ ({title})]',
  },
  sum: {
    en: '{value} = {terms}[ (give or take {tolerance})]',
    'zh-CN': '{value}（{total} = {terms}[，允差 {tolerance}]）',
    fr: '{value} = {terms}[ (à {tolerance} près)]',
  },
  product: {
    en: '{value} = {factors}[ (give or take {tolerance})]',
    'zh-CN': '{value}（{product} = {factors}[，允差 {tolerance}]）',
    fr: '{value} = {factors}[ (à {tolerance} près)]',
  },
  comparison: {
    en: '{left} {is} {right}[, which is {value}]',
    'zh-CN': '{left}{is}{right}[（{value}）]',
    fr: '{left} {is} {right}[, qui est {value}]',
  },
  'date-order': {
    en: '{earlier} not later than {later}[, and at most {months} months before it][ (the other is {value})]',
    'zh-CN': '{earlier}不晚于{later}[，且相距不超过{months}个月][（另一日期为 {value}）]',
    fr: '{earlier} pas après {later}[, et au plus {months} mois avant][ (l’autre est {value})]',
  },
  'date-span': {
    en: '{from} plus {length}[, about {value}]',
    'zh-CN': '{from}加{length}[，约为 {value}]',
    fr: '{from} plus {length}[, environ {value}]',
  },
  'one-of-fields': {
    en: 'the value of {among}[: {values}]',
    'zh-CN': '与{among}的值相同[：{values}]',
    fr: 'la valeur de {among}[ : {values}]',
  },
  numbering: {
    en: '1, 2, 3 … without gap or repeat[ (here {value})]',
    'zh-CN': '从 1 起连续编号，不缺号、不重号[（此处应为 {value}）]',
    fr: '1, 2, 3… sans lacune ni répétition[ (ici {value})]',
  },
  not: { en: 'something else', 'zh-CN': '其他值', fr: 'autre chose' },
  alternatives: {
    en: 'at least one of {fields}',
    'zh-CN': '至少填写 {fields}',
    fr: 'au moins un champ parmi {fields}',
  },
  column: {
    en: 'a column for {field}[, headed {headers}]',
    'zh-CN': '有“{field}”一列[，列名可用 {headers}]',
    fr: 'une colonne pour {field}[, intitulée {headers}]',
  },
  unique: {
    en: 'a value no other record has[ (first seen: {first})]',
    'zh-CN': '不与其他记录重复[（首次出现于 {first}）]',
    fr: 'une valeur qu’aucun autre enregistrement n’a[ (vue d’abord : {first})]',
  },
  'equal-to-partner': {
    en: '{value}, as in the {document}[ ({field})]',
    'zh-CN': '{value}，与{document}[（{field}）]一致',
    fr: '{value}, comme dans {document}[ ({field})]',
  },
  partner: {
    en: 'the {document} that goes with it[ (same {on})]',
    'zh-CN': '有对应的{document}[（{on}相同）]',
    fr: '{document} qui va avec[ (même {on})]',
  },
  'partner-line': {
    en: 'the same lines as in the {document}[ ({on} {value})]',
    'zh-CN': '与{document}的商品行一一对应[（{on} {value}）]',
    fr: 'les mêmes lignes que dans {document}[ ({on} {value})]',
  },
  'at-most-partner': {
    en: 'at most {value}, as in the {document}[ ({field})]',
    'zh-CN': '不超过{document}中的 {value}[（{field}）]',
    fr: 'au plus {value}, comme dans {document}[ ({field})]',
  },
  'match-partner': {
    en: '[{codes}, ]what goes with {value} in the {document}[ ({field})]',
    'zh-CN': '[{codes}，]与{document}中的 {value}[（{field}）]相对应',
    fr: '[{codes}, ]ce qui va avec {value} dans {document}[ ({field})]',
  },
  'total-at-most': {
    en: 'at most {max} in all of {year} (with this one: {value} in {here})',
    'zh-CN': '{year} 年累计不超过 {max}（含本单共 {here} 单，累计 {value}）',
    fr: 'au plus {max} sur toute l’année {year} (avec celui-ci : {value} en {here})',
  },
  'child-order': {
    en: '[<{child}>][ after <{after}>][ before <{before}>]',
    'zh-CN': '[<{child}> ]排在[ <{after}> 之后][ <{before}> 之前]',
    fr: '[<{child}>][ après <{after}>][ avant <{before}>]',
  },
  'known-child': {
    en: 'an element the specification has[ in <{parent}>][; perhaps <{nearest}>]',
    'zh-CN': '规范[在 <{parent}> 下]列有的元素[；也许是 <{nearest}>]',
    fr: 'un élément que la spécification a[ dans <{parent}>][ ; peut-être <{nearest}>]',
  },
  'single-child': {
    en: '[<{child}> ]once[ (here {here} times)]',
    'zh-CN': '[<{child}> ]只出现一次[（现出现 {here} 次）]',
    fr: '[<{child}> ]une seule fois[ (ici {here} fois)]',
  },
  'at-most-children': {
    en: '[<{child}> ]at most {max} times[ (here {here})]',
    'zh-CN': '[<{child}> ]最多出现 {max} 次[（现出现 {here} 次）]',
    fr: '[<{child}> ]au plus {max} fois[ (ici {here})]',
  },
  namespace: { en: 'the namespace {namespace}', 'zh-CN': '命名空间 {namespace}', fr: 'l’espace de noms {namespace}' },
  attribute: {
    en: 'the attribute {name}[ of the form {pattern}]',
    'zh-CN': '属性 {name}[，格式为 {pattern}]',
    fr: 'l’attribut {name}[ de la forme {pattern}]',
  },
  'no-attribute': { en: 'no such attribute', 'zh-CN': '不带该属性', fr: 'pas d’attribut de ce nom' },
  'no-text': {
    en: 'only elements[ such as <{child}>], no text beside them',
    'zh-CN': '只含元素[（如 <{child}>）]，不含文字',
    fr: 'seulement des éléments[ comme <{child}>], sans texte à côté',
  },
  edition: {
    en: 'a message of the edition of {edition}, which has none of this name',
    'zh-CN': '{edition}年版规范列有的报文，该版无此报文',
    fr: 'un message de l’édition de {edition}, qui n’en a pas de ce nom',
  },
  encoding: {
    en: '{encoding}, which it is written in',
    'zh-CN': '报文实际所用的 {encoding}',
    fr: '{encoding}, dans lequel il est écrit',
  },
};
