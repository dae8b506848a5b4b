import type { Condition } from '../model/condition.js';
import type { Expectation } from '../model/finding.js';
import type { Language } from '../model/language.js';
import { expectation, renderExpectation } from '../text/expectations.js';
import { titleIn } from '../text/language.js';
import { scripts, types, word } from '../text/words.js';
import { patternWords } from './patterns.js';
import { allOf, anyOf, type Predicate, predicate, quoted } from './phrases.js';
import type { Speaker } from './values.js';

/** What the keywords about one text or number ask, as phrases that follow the field's name. */
export function leafWords(condition: Condition, speaker: Speaker): readonly Predicate[] {
  return [
    ...plainWords(condition, speaker),
    ...lengthWords(condition, speaker.language),
    ...numberWords(condition, speaker.language),
    ...amountWords(condition, speaker.language),
  ];
}

function plainWords(condition: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const { type, const: constant, enum: options, pattern, codeList, codeStart, checkDigit, dateForm } = condition;
  const found: Predicate[] = [];
  if (type !== undefined) found.push(being(word(types, type, language), language));
  if (constant !== undefined) found.push(being(shownValue(constant, language), language));
  if (options !== undefined)
    found.push(
      oneOf(
        options.map((value) => shownValue(value, language)),
        language,
      ),
    );
  if (pattern !== undefined) found.push(patternWords(pattern, language));
  if (codeList !== undefined) {
    const title = titleIn(speaker.listTitle(codeList), language, codeList);
    found.push(expected(expectation('code-of', { list: codeList, title }), language));
  }
  if (codeStart !== undefined) {
    const { list, length } = codeStart;
    const title = `${titleIn(speaker.listTitle(list), language, list)} (${list})`;
    found.push(
      predicate(language, {
        en: [
          `begins with the first ${length} characters of a code of ${title}`,
          `begins with no code of ${title}, as far as ${length} characters`,
        ],
        zh: [`前${length}位见于${title}`, `前${length}位不见于${title}`],
      }),
    );
  }
  if (checkDigit !== undefined) found.push(expected(expectation('check-digit', { kind: checkDigit }), language));
  if (dateForm !== undefined) found.push(expected(expectation('date-form', { form: dateForm }), language));
  return [...found, ...wordingWords(condition, speaker)];
}

/** Scripts and forbidden terms. */
function wordingWords(
  { script, forbidTerms: list }: Condition,
  { language, listTitle }: Speaker,
): readonly Predicate[] {
  const found: Predicate[] = [];
  if (script !== undefined) {
    const name = word(scripts, script, language);
    found.push(predicate(language, { en: [`has ${name}`, `has no ${name}`], zh: [`含${name}`, `不含${name}`] }));
  }
  if (list !== undefined) {
    const title = `“${titleIn(listTitle(list), language, list)}”`;
    const en = [`holds no term of ${title} (${list})`, `holds a term of ${title} (${list})`] as const;
    found.push(predicate(language, { en, zh: [`不含${title}（${list}）所列词语`, `含${title}（${list}）所列词语`] }));
  }
  return found;
}

function lengthWords(condition: Condition, language: Language): readonly Predicate[] {
  const { minLength: min, maxLength: max, byteLength: bytes } = condition;
  const found: Predicate[] = [];
  if (min === 1 && max === undefined) {
    found.push(predicate(language, { en: ['is not empty', 'is empty'], zh: ['不为空', '为空'] }));
  } else if (min !== undefined && min === max) {
    found.push(having(expectation('exact-length', { length: String(min) }), language));
  } else {
    if (min !== undefined) found.push(having(expectation('min-length', { min: String(min) }), language));
    if (max !== undefined) found.push(having(expectation('max-length', { max: String(max) }), language));
  }
  if (bytes !== undefined) {
    found.push(having(expectation('bytes-at-most', { max: String(bytes.max), encoding: bytes.encoding }), language));
  }
  return found;
}

function numberWords({ decimalDigits, decimalRange = {} }: Condition, language: Language): readonly Predicate[] {
  const { min, max, above, below } = decimalRange;
  const all: (Expectation | undefined)[] = [
    decimalDigits === undefined
      ? undefined
      : expectation('decimal', { total: String(decimalDigits.total), fraction: String(decimalDigits.fraction) }),
    min === undefined ? undefined : expectation('decimal-min', { min }),
    max === undefined ? undefined : expectation('decimal-max', { max }),
    above === undefined ? undefined : expectation('decimal-above', { above }),
    below === undefined ? undefined : expectation('decimal-below', { below }),
  ];
  return all.flatMap((one) => (one === undefined ? [] : [expected(one, language)]));
}

function amountWords({ quantity, percentages }: Condition, language: Language): readonly Predicate[] {
  const found: Expectation[] = [];
  if (quantity !== undefined) {
    const { unit, min, max, above, below } = quantity;
    if (min !== undefined) found.push(expectation('quantity-min', { min, unit }));
    if (above !== undefined) found.push(expectation('quantity-above', { above, unit }));
    if (max !== undefined) found.push(expectation('quantity-max', { max, unit }));
    if (below !== undefined) found.push(expectation('quantity-below', { below, unit }));
  }
  const amounts = found.map((one) => expected(one, language));
  return percentages === undefined
    ? amounts
    : [...amounts, having(expectation('percentages', { total: percentages.total }), language)];
}

function being(phrase: string, language: Language): Predicate {
  return predicate(language, { en: [`is ${phrase}`, `is not ${phrase}`], zh: [`为${phrase}`, `不为${phrase}`] });
}

function oneOf(values: readonly string[], language: Language): Predicate {
  const some = anyOf(values, language);
  const none = values.length === 1 ? `is not ${some}` : `is none of ${allOf(values, language)}`;
  return predicate(language, { en: [`is ${some}`, none], zh: [`为${some}`, `不为${some}`] });
}

function expected(expectation: Expectation, language: Language): Predicate {
  const phrase = renderExpectation(expectation, language).replace(/^a (?=(?:ISBN|IMEI|SSCC|organisation)\b)/, 'an ');
  return predicate(language, { en: [`is ${phrase}`, `is not ${phrase}`], zh: [`为${phrase}`, `不是${phrase}`] });
}

function having(expectation: Expectation, language: Language): Predicate {
  const phrase = renderExpectation(expectation, language).replace(/ 1 characters$/, ' 1 character');
  return predicate(language, { en: [`has ${phrase}`, `does not have ${phrase}`], zh: [phrase, `并非${phrase}`] });
}

function shownValue(value: unknown, language: Language): string {
  if (typeof value !== 'boolean')
    return typeof value === 'string' ? quoted(value, language).trim() : JSON.stringify(value);
  if (language === 'zh-CN') return value ? '是' : '否';
  return value ? 'yes' : 'no';
}
