import type { Condition } from '../model/condition.js';
import type { Language } from '../model/language.js';
import type { Example, Rule } from '../model/standard.js';
import { type FillValues, fillTemplate, placeholderNames } from '../text/fill.js';
import { inLanguage } from '../text/language.js';
import { sanitizeBrief } from '../text/sanitize.js';
import { expectedProduct, expectedSum, formatDecimal, type ReadField, textOf } from '../vocabulary/index.js';
import { hasPattern } from './own-words.js';
import type { Block } from './page.js';
import { tidyChinese } from './phrases.js';
import { bothWords, type Speaker, valueWords } from './values.js';

const mostExamples = 4;
const longestActual = 60;

/** Examples as marked lines of “field = value”. */
export function exampleBlocks(
  examples: readonly Example[],
  good: boolean,
  { language, label }: Speaker,
): readonly Block[] {
  return examples.slice(0, mostExamples).map(({ record, note }) => {
    const lines = recordLines(record, label, language);
    const nothing = language === 'zh-CN' ? '（空记录）' : '(nothing filled in)';
    return { kind: 'marked', good, lines: lines.length === 0 ? [nothing] : lines, note };
  });
}

/** A record's values, one line each: “Title (zh-CN) = 全麦饼干”, “Goods line 2 · Quantity = 1”. */
function recordLines(
  record: Example['record'],
  label: (field: string) => string,
  language: Language,
): readonly string[] {
  return Object.entries(record).flatMap(([field, value]) => {
    if (!Array.isArray(value)) return valueLines(label(field), value, language);
    if (value.every((item) => typeof item !== 'object'))
      return [`${label(field)} = ${value.join(language === 'zh-CN' ? '、' : ', ')}`];
    return value.flatMap((item: unknown, index) => {
      const inner = recordLines(Object(item), label, language);
      const which = value.length > 1 ? ` ${index + 1}` : '';
      return inner.map((line) => `${label(field)}${which} · ${line}`);
    });
  });
}

function valueLines(name: string, value: unknown, language: Language): readonly string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(
      ([key, text]) => `${name}${language === 'zh-CN' ? `（${key}）` : ` (${key})`} = ${String(text)}`,
    );
  }
  if (value === '') return [`${name} = ${language === 'zh-CN' ? '（空）' : '(empty)'}`];
  return [`${name} = ${String(value)}`];
}

/**
 * The rule's message as a finding on its first failing example would say it; “…” for what no example tells.
 * @param about the field to speak of, where the rule judges several alike
 */
export function headline(rule: Rule, speaker: Speaker, about?: string): string {
  return filled(rule, rule.message, speaker, about);
}

export function remedyText(rule: Rule, speaker: Speaker): string {
  return filled(rule, rule.remedy, speaker);
}

function filled(rule: Rule, text: Rule['message'], speaker: Speaker, about?: string): string {
  const { language } = speaker;
  const fault = faultOf(rule);
  const spoken = about ?? fault?.field;
  const field = spoken === undefined ? undefined : speaker.label(spoken);
  const actual =
    fault?.actual === undefined || isFiller(fault.actual) ? undefined : sanitizeBrief(fault.actual, longestActual);
  const own = rule.expects === undefined || !hasPattern(rule.require) ? undefined : inLanguage(rule.expects, language);
  const expected = fault?.value ?? own ?? expectedNoun(rule.require, speaker);
  return fillKnown(inLanguage(text, language), { field, actual, expected, value: fault?.value, meaning: undefined });
}

/** A message with what is known put in; “…” for the rest. */
export function fillKnown(template: string, values: FillValues): string {
  const rest = placeholderNames(template).map((name): [string, string] => [name, values[name] ?? '…']);
  // Nothing known, then a full stop: the ellipsis is enough.
  return fillTemplate(template, Object.fromEntries(rest)).replace('….', '…').replace('…。', '…');
}

/** A value made up to be too long says nothing to the reader. */
function isFiller(value: string): boolean {
  return /^(.)\1{9,}$/u.test(value) && !/^\d/.test(value);
}

/** `value`: the figure or date that should stand there, worked out from the other fields. */
type Fault = { readonly field: string; readonly actual: string | undefined; readonly value: string | undefined };

/** What the first failing example has where the rule objects. */
function faultOf({ require, part, examples, demands }: Rule): Fault | undefined {
  const [first] = examples.fail;
  const candidates = judgedFields(require);
  for (const item of first === undefined ? [] : itemsOf(first.record, part)) {
    const read: ReadField = (field) => textOf(Reflect.get(item, field));
    for (const field of candidates) {
      const actual = read(field);
      if (actual !== undefined && !demands.includes(field)) return { field, actual, value: computed(require, read) };
    }
  }
  const [field] = candidates;
  return field === undefined ? undefined : { field, actual: undefined, value: undefined };
}

/** The items an example is judged by, the last first: examples put the fault at the end. */
function itemsOf(record: Example['record'], part: string | undefined): readonly object[] {
  const items: unknown = part === undefined ? undefined : record[part];
  return Array.isArray(items) ? items.map((item: unknown) => Object(item)).reverse() : [record];
}

function judgedFields(condition: Condition): readonly string[] {
  const { sumOf, productOf, sumOfQuantities, sumOfPart, compare, dateOrder, dateSpan, oneOfFields } = condition;
  const cross = [
    sumOf?.total,
    productOf?.product,
    sumOfQuantities?.total,
    sumOfPart?.total,
    compare?.left,
    dateOrder?.later,
    dateSpan?.to,
    oneOfFields?.field,
  ];
  const own = [
    ...Object.keys(condition.properties ?? {}),
    ...cross.flatMap((field) => field ?? []),
    ...(condition.required ?? []),
  ];
  return [...own, ...[...(condition.allOf ?? []), ...(condition.anyOf ?? [])].flatMap(judgedFields)];
}

function computed({ sumOf, productOf, compare, dateOrder }: Condition, read: ReadField): string | undefined {
  if (compare !== undefined) return read(compare.right);
  if (dateOrder !== undefined) return read(dateOrder.earlier);
  const sum = sumOf === undefined ? undefined : expectedSum(read, sumOf);
  const value = productOf === undefined ? sum : expectedProduct(read, productOf);
  return value === undefined ? undefined : formatDecimal(value);
}

/** What should stand there, as a phrase after “Write … as”. */
function expectedNoun(condition: Condition, speaker: Speaker): string | undefined {
  const [inner, ...others] = Object.values(condition.properties ?? {});
  if (inner === undefined || others.length > 0) return undefined;
  const words = valueWords(inner.then ?? inner, speaker);
  if (words.length === 0) return undefined;
  const phrase = bothWords(words, speaker.language).yes;
  return speaker.language === 'zh-CN'
    ? tidyChinese(phrase).replace(/^为 ?/, '')
    : phrase.replace(/^(?:is|has) /, '').replace(/ and (?:is|has) /g, ' and ');
}
