import type { Expectation } from '../model/finding.js';
import type { Language, Text } from '../model/language.js';
import { expectationValues, nestedExpectations, type ValueKind } from './expectation-values.js';
import { expectationWords, specialExpectations as special } from './expectation-words.js';
import { fillOptional } from './fill.js';
import { inLanguage } from './language.js';
import { checkDigitKinds, dateForms, documentInSentence, encodings, relations, scripts, types, word } from './words.js';

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
  return withRestored(renderPlain(expected, language, label), expected, language);
}

/** The phrase with what the value probably was before it lost its zeros. */
export function withRestored(of: string, { values: { restored } }: Expectation, language: Language): string {
  return restored === undefined ? of : fillOptional(inLanguage(special.restored, language), { of, restored });
}

function renderPlain(expected: Expectation, language: Language, label: FieldLabel): string {
  const nested = nestedExpectations(expected).map((inner) => renderExpectation(inner, language, label));
  if (nested.length > 0)
    return fillOptional(inLanguage(expected.id === 'not' ? special.not : special.anyOf, language), {
      of: either(nested, language),
    });
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
    : `${shown.join(', ')} … (${values.length} ${language === 'fr' ? 'en tout' : 'in all'})`;
}

function either(values: readonly string[], language: Language): string {
  if (language === 'zh-CN')
    return values.length <= 2 ? values.join(' 或 ') : `${values.slice(0, -1).join('、')} 或 ${values.at(-1) ?? ''}`;
  if (values.length <= 1) return values.join('');
  return `${values.slice(0, -1).join(', ')} ${language === 'fr' ? 'ou' : 'or'} ${values.at(-1) ?? ''}`;
}

function valueIn(expected: Expectation, name: string, language: Language): string | undefined {
  const { values } = expected;
  return values[`${name}@${language}`] ?? values[name] ?? values[`${name}@en`] ?? values[`${name}@zh-CN`];
}

function plainKind(kind: string): string {
  return kind.replace('?', '');
}

type Show = (value: string, language: Language, label: FieldLabel) => string;

const showOf: { readonly [kind in Exclude<ValueKind, 'text' | 'count' | 'decimal' | 'title'>]: Show } = {
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
  document: (value, language) => documentInSentence(value, language),
};

const shows: ReadonlyMap<string, Show> = new Map(Object.entries(showOf));

/** `a + b - c`; a lone field of a part (`lines.total`) is summed over its items. */
function showFormula(value: string, language: Language, label: FieldLabel): string {
  const pieces = value.split(/ ([-+*]) /);
  const shown = pieces.map((piece) => signs[piece] ?? label(piece, language)).join(' ');
  if (pieces.length > 1 || !value.includes('.')) return shown;
  return inLanguage(sumOfAll, language).replace('{shown}', () => shown);
}

const sumOfAll: Text = { en: 'the sum of all {shown}', 'zh-CN': '各项{shown}之和', fr: 'la somme des « {shown} »' };

const signs: { readonly [sign: string]: string } = { '+': '+', '-': '−', '*': '×' };

function showValue(kind: string, value: string, language: Language, label: FieldLabel): string {
  return shows.get(kind)?.(value, language, label) ?? value;
}

/** Some expectations read differently when a value is missing or says something special. */
function templateFor({ id, values }: Expectation): Text {
  const lacks = (...names: readonly string[]) => names.every((name) => values[name] === undefined);
  if (id === 'value' && !lacks('child')) return special.child;
  if (id === 'decimal' && values['fraction'] === '0') return special.integer;
  if (id === 'code-of' && lacks('title', 'title@en', 'title@zh-CN')) return special.untitledList;
  if (id === 'alternatives' && lacks('fields')) return special.someForm;
  if (id === 'child-order' && lacks('before', 'after')) return special.place;
  return expectationWords[id];
}
