import type { Expectation, ExpectationId } from '../model/finding.js';
import type { Language, Text } from '../model/language.js';
import { expectationValues, nestedExpectations, type ValueKind } from './expectation-values.js';
import { fillOptional } from './fill.js';
import { inLanguage } from './language.js';
import { checkDigitKinds, dateForms, documentKinds, encodings, relations, scripts, types, word } from './words.js';

export * from './expectation-values.js';

/** Label of a field in the language of the report; the id itself where nobody knows one. */
export type FieldLabel = (field: string, language: Language) => string;

const longestList = 8;

/** What should stand there, as a phrase that fits after “expected:” or “要求：”. */
export function renderExpectation(
  expected: Expectation,
  language: Language,
  label: FieldLabel = (field) => field,
): string {
  const nested = nestedExpectations(expected).map((inner) => renderExpectation(inner, language, label));
  if (nested.length > 0)
    return fillOptional(inLanguage(outerTemplate(expected.id), language), { of: either(nested, language) });
  const shown: { [name: string]: string } = {};
  for (const [name, kind] of Object.entries<string>(expectationValues[expected.id])) {
    const value = valueIn(expected, name, language);
    if (value !== undefined) shown[name] = showValue(plainKind(kind), value, language, label);
  }
  return fillOptional(inLanguage(templateFor(expected), language), shown).trim();
}

/** “a, b or c”; long lists end in how many there are. */
export function listOf(values: readonly string[], language: Language): string {
  if (values.length <= longestList) return either(values, language);
  const shown = values.slice(0, longestList);
  return language === 'zh-CN'
    ? `${shown.join('、')} 等 ${values.length} 项之一`
    : `${shown.join(', ')} … (${values.length} in all)`;
}

function either(values: readonly string[], language: Language): string {
  if (language === 'zh-CN')
    return values.length <= 2 ? values.join(' 或 ') : `${values.slice(0, -1).join('、')} 或 ${values.at(-1) ?? ''}`;
  return values.length <= 1 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}

function valueIn(expected: Expectation, name: string, language: Language): string | undefined {
  const { values } = expected;
  return values[`${name}@${language}`] ?? values[name] ?? values[`${name}@en`] ?? values[`${name}@zh-CN`];
}

function plainKind(kind: string): string {
  return kind.replace('?', '');
}

type Show = (value: string, language: Language, label: FieldLabel) => string;

const shows: { readonly [kind in Exclude<ValueKind, 'text' | 'count' | 'decimal' | 'title'>]: Show } = {
  list: (value, language) => listOf(value.split('\n'), language),
  field: (value, language, label) => label(value, language),
  fields: (value, language, label) =>
    listOf(
      value.split('\n').map((field) => label(field, language)),
      language,
    ),
  formula: showFormula,
  kind: (value, language) => word(checkDigitKinds, value, language),
  form: (value, language) => word(dateForms, value, language),
  script: (value, language) => word(scripts, value, language),
  type: (value, language) => word(types, value, language),
  encoding: (value, language) => word(encodings, value, language),
  relation: (value, language) => word(relations, value, language),
  document: (value, language) => word(documentKinds, value, language),
};

/** `a + b - c`; a lone field of a part (`lines.total`) is summed over its items. */
function showFormula(value: string, language: Language, label: FieldLabel): string {
  const pieces = value.split(/ ([-+*]) /);
  const shown = pieces.map((piece) => signs[piece] ?? label(piece, language)).join(' ');
  if (pieces.length > 1 || !value.includes('.')) return shown;
  return language === 'zh-CN' ? `各项${shown}之和` : `the sum of all ${shown}`;
}

const signs: { readonly [sign: string]: string } = { '+': '+', '-': '−', '*': '×' };

function showValue(kind: string, value: string, language: Language, label: FieldLabel): string {
  const show = Object.entries(shows).find(([name]) => name === kind)?.[1];
  return show === undefined ? value : show(value, language, label);
}

/** Some expectations read differently when a value is missing or says something special. */
function templateFor({ id, values }: Expectation): Text {
  const lacks = (...names: readonly string[]) => names.every((name) => values[name] === undefined);
  if (id === 'value' && !lacks('child')) return special.child;
  if (id === 'decimal' && values['fraction'] === '0') return special.integer;
  if (id === 'code-of' && lacks('title', 'title@en', 'title@zh-CN')) return special.untitledList;
  if (id === 'alternatives' && lacks('fields')) return special.someForm;
  if (id === 'child-order' && lacks('before', 'after')) return special.place;
  return templates[id];
}

const special = {
  child: { en: 'the element <{child}>', 'zh-CN': '有元素 <{child}>' },
  integer: { en: 'a whole number of at most {total} digits', 'zh-CN': '不超过 {total} 位的整数' },
  untitledList: {
    en: 'a code of {list}[; perhaps {nearest}][, {name}]',
    'zh-CN': '代码表 {list} 中的代码[；也许是 {nearest}][（{name}）]',
  },
  someForm: { en: 'one of the forms the rule allows', 'zh-CN': '规则允许的写法之一' },
  place: { en: 'the place the specification gives it', 'zh-CN': '排在规范规定的位置' },
} as const satisfies { readonly [name: string]: Text };

function outerTemplate(id: ExpectationId): Text {
  return id === 'not' ? { en: 'anything but {of}', 'zh-CN': '不得为{of}' } : { en: '{of}', 'zh-CN': '{of}' };
}

const templates: { readonly [id in ExpectationId]: Text } = {
  value: { en: 'a value', 'zh-CN': '须填写' },
  'no-value': { en: 'nothing: leave it empty', 'zh-CN': '留空' },
  constant: { en: '{value}', 'zh-CN': '{value}' },
  'one-of': { en: '{values}[; perhaps {nearest}]', 'zh-CN': '{values}[；也许是 {nearest}]' },
  pattern: {
    en: 'text of the form {pattern}[, such as {sample}]',
    'zh-CN': '符合格式 {pattern} 的文本[，例如 {sample}]',
  },
  'min-length': { en: 'at least {min} characters[ (here {here})]', 'zh-CN': '不少于 {min} 个字符[（现为 {here} 个）]' },
  'max-length': { en: 'at most {max} characters[ (here {here})]', 'zh-CN': '不超过 {max} 个字符[（现为 {here} 个）]' },
  'exact-length': {
    en: 'exactly {length} characters[ (here {here})]',
    'zh-CN': '恰好 {length} 个字符[（现为 {here} 个）]',
  },
  'at-least-items': { en: 'at least {min} of them[ (here {here})]', 'zh-CN': '不少于 {min} 项[（现有 {here} 项）]' },
  'at-most-items': { en: 'at most {max} of them[ (here {here})]', 'zh-CN': '不超过 {max} 项[（现有 {here} 项）]' },
  'unique-items': {
    en: 'every item once[ ({repeated} is there twice)]',
    'zh-CN': '各项不重复[（{repeated} 出现不止一次）]',
  },
  type: { en: '{type}', 'zh-CN': '{type}' },
  'code-of': {
    en: 'a code of {title} ({list})[; perhaps {nearest}][, {name}]',
    'zh-CN': '{title}（{list}）中的代码[；也许是 {nearest}][（{name}）]',
  },
  'check-digit': {
    en: '{kind} whose check digit is right[ (it would be {right})]',
    'zh-CN': '校验码正确的{kind}[（校验码应为 {right}）]',
  },
  decimal: {
    en: 'a number of at most {total} digits, at most {fraction} of them after the point',
    'zh-CN': '总位数不超过 {total} 位、小数不超过 {fraction} 位的数',
  },
  'decimal-min': { en: 'a number not below {min}', 'zh-CN': '不小于 {min} 的数' },
  'decimal-max': { en: 'a number not above {max}', 'zh-CN': '不大于 {max} 的数' },
  'decimal-above': { en: 'a number above {above}', 'zh-CN': '大于 {above} 的数' },
  'decimal-below': { en: 'a number below {below}', 'zh-CN': '小于 {below} 的数' },
  'quantity-min': { en: 'at least {min} {unit}', 'zh-CN': '不小于 {min} {unit}' },
  'quantity-max': { en: 'at most {max} {unit}', 'zh-CN': '不大于 {max} {unit}' },
  'quantity-above': { en: 'more than {above} {unit}', 'zh-CN': '大于 {above} {unit}' },
  'quantity-below': { en: 'less than {below} {unit}', 'zh-CN': '小于 {below} {unit}' },
  percentages: {
    en: 'percentages that come to {total}[ (here {here})]',
    'zh-CN': '百分比合计为 {total}[（现合计 {here}）]',
  },
  'bytes-at-most': {
    en: 'at most {max} bytes in {encoding}[ (here {here})]',
    'zh-CN': '按 {encoding} 编码不超过 {max} 个字节[（现为 {here} 个）]',
  },
  'date-form': { en: '{form}', 'zh-CN': '{form}' },
  script: { en: 'text in {script}', 'zh-CN': '含{script}的文字' },
  'no-term': { en: 'text without “{term}”[ ({title})]', 'zh-CN': '不含“{term}”的文字[（{title}）]' },
  sum: {
    en: '{value} = {terms}[ (give or take {tolerance})]',
    'zh-CN': '{value}（{total} = {terms}[，允差 {tolerance}]）',
  },
  product: {
    en: '{value} = {factors}[ (give or take {tolerance})]',
    'zh-CN': '{value}（{product} = {factors}[，允差 {tolerance}]）',
  },
  comparison: { en: '{left} {is} {right}[, which is {value}]', 'zh-CN': '{left}{is}{right}[（{value}）]' },
  'date-order': {
    en: '{earlier} not later than {later}[, and at most {months} months before it][ (the other is {value})]',
    'zh-CN': '{earlier}不晚于{later}[，且相距不超过{months}个月][（另一日期为 {value}）]',
  },
  'date-span': {
    en: '{from} plus {length}[, about {value}]',
    'zh-CN': '{from}加{length}[，约为 {value}]',
  },
  'one-of-fields': { en: 'the value of {among}[: {values}]', 'zh-CN': '与{among}的值相同[：{values}]' },
  numbering: {
    en: '1, 2, 3 … without gap or repeat[ (here {value})]',
    'zh-CN': '从 1 起连续编号，不缺号、不重号[（此处应为 {value}）]',
  },
  not: { en: 'something else', 'zh-CN': '其他值' },
  alternatives: { en: 'at least one of {fields}', 'zh-CN': '至少填写 {fields}' },
  column: { en: 'a column for {field}[, headed {headers}]', 'zh-CN': '有“{field}”一列[，列名可用 {headers}]' },
  unique: {
    en: 'a value no other record has[ (first seen: {first})]',
    'zh-CN': '不与其他记录重复[（首次出现于 {first}）]',
  },
  'equal-to-partner': {
    en: '{value}, as in the {document}[ ({field})]',
    'zh-CN': '{value}，与{document}[（{field}）]一致',
  },
  partner: { en: 'the {document} that goes with it[ (same {on})]', 'zh-CN': '有对应的{document}[（{on}相同）]' },
  'partner-line': {
    en: 'the same lines as in the {document}[ ({on} {value})]',
    'zh-CN': '与{document}的商品行一一对应[（{on} {value}）]',
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
  },
  'known-child': {
    en: 'an element the specification has[ in <{parent}>][; perhaps <{nearest}>]',
    'zh-CN': '规范[在 <{parent}> 下]列有的元素[；也许是 <{nearest}>]',
  },
  'single-child': {
    en: '[<{child}> ]once[ (here {here} times)]',
    'zh-CN': '[<{child}> ]只出现一次[（现出现 {here} 次）]',
  },
  'at-most-children': {
    en: '[<{child}> ]at most {max} times[ (here {here})]',
    'zh-CN': '[<{child}> ]最多出现 {max} 次[（现出现 {here} 次）]',
  },
  namespace: { en: 'the namespace {namespace}', 'zh-CN': '命名空间 {namespace}' },
  attribute: { en: 'the attribute {name}[ of the form {pattern}]', 'zh-CN': '属性 {name}[，格式为 {pattern}]' },
  'no-attribute': { en: 'no such attribute', 'zh-CN': '不带该属性' },
  'no-text': {
    en: 'only elements[ such as <{child}>], no text beside them',
    'zh-CN': '只含元素[（如 <{child}>）]，不含文字',
  },
  edition: {
    en: 'a message of the edition of {edition}, which has none of this name',
    'zh-CN': '{edition}年版规范列有的报文，该版无此报文',
  },
  encoding: { en: '{encoding}, which it is written in', 'zh-CN': '报文实际所用的 {encoding}' },
};
