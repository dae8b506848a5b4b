import type { Condition } from '../model/condition.js';
import type { Expectation } from '../model/finding.js';
import { type Language, languages, type Title } from '../model/language.js';
import { expectation, joinList } from '../text/expectation-values.js';
import * as vocabulary from '../vocabulary/index.js';
import { type Failure, type Lists, shown } from './failure-types.js';

/** Breaches of the keywords that speak of one text, or of a text in any of its languages. */
export function textFailures(condition: Condition, value: unknown, lists: Lists): Failure[] {
  const expected: Expectation[] = [];
  if (typeof value === 'string') {
    expected.push(...lengthFailures(condition, value), ...formFailures(condition, value));
    const list = condition.codeList === undefined ? undefined : codeFailure(condition.codeList, value, lists);
    if (list !== undefined) expected.push(list);
    const start = condition.codeStart === undefined ? undefined : startFailure(condition.codeStart, value, lists);
    if (start !== undefined) expected.push(start);
  }
  if (condition.script !== undefined && !vocabulary.script(value, condition.script)) {
    expected.push(expectation('script', { script: condition.script }));
  }
  const failures: Failure[] = expected.map((one) => ({ path: [], expected: one, ...shown(value) }));
  return condition.forbidTerms === undefined
    ? failures
    : [...failures, ...termFailures(condition.forbidTerms, value, lists)];
}

function lengthFailures({ minLength, maxLength, byteLength }: Condition, value: string): Expectation[] {
  const here = String(vocabulary.characterCount(value));
  const tooShort = minLength !== undefined && !vocabulary.atLeastCharacters(value, minLength);
  const tooLong = maxLength !== undefined && !vocabulary.atMostCharacters(value, maxLength);
  const failures: Expectation[] = [];
  if (minLength !== undefined && minLength === maxLength && (tooShort || tooLong)) {
    failures.push(expectation('exact-length', { length: String(minLength), here }));
  } else if (tooShort) {
    failures.push(
      value === '' ? expectation('value', {}) : expectation('min-length', { min: String(minLength), here }),
    );
  } else if (tooLong) {
    failures.push(expectation('max-length', { max: String(maxLength), here }));
  }
  if (byteLength !== undefined && !vocabulary.byteLength(value, byteLength)) {
    const { max, encoding } = byteLength;
    const bytes = String(vocabulary.byteCount(value, encoding));
    failures.push(expectation('bytes-at-most', { max: String(max), encoding, here: bytes }));
  }
  return failures;
}

function formFailures(condition: Condition, value: string): Expectation[] {
  const failures: Expectation[] = [];
  if (condition.pattern !== undefined && !new RegExp(condition.pattern, 'u').test(value)) {
    failures.push(expectation('pattern', { pattern: condition.pattern }));
  }
  if (condition.checkDigit !== undefined && !vocabulary.checkDigit(value, condition.checkDigit)) {
    const right = vocabulary.rightCheckDigit(value, condition.checkDigit);
    const kind = condition.checkDigit;
    failures.push(
      expectation('check-digit', right === undefined || value.endsWith(right) ? { kind } : { kind, right }),
    );
  }
  if (condition.decimalDigits !== undefined && !vocabulary.decimalDigits(value, condition.decimalDigits)) {
    const { total, fraction } = condition.decimalDigits;
    failures.push(expectation('decimal', { total: String(total), fraction: String(fraction) }));
  }
  if (condition.decimalRange !== undefined && !vocabulary.decimalRange(value, condition.decimalRange)) {
    failures.push(rangeExpectation(condition.decimalRange, value));
  }
  failures.push(...amountFailures(condition, value));
  if (condition.dateForm !== undefined && !vocabulary.dateForm(value, condition.dateForm)) {
    failures.push(expectation('date-form', { form: condition.dateForm }));
  }
  return failures;
}

function amountFailures({ quantity, percentages }: Condition, value: string): Expectation[] {
  const failures: Expectation[] = [];
  const amount = quantity === undefined ? undefined : vocabulary.parseQuantity(value, quantity.unit);
  if (quantity !== undefined && amount !== undefined) {
    const { unit, min = '', max = '', above = '', below = '' } = quantity;
    const broken = vocabulary.brokenBound(amount, quantity);
    if (broken === 'min') failures.push(expectation('quantity-min', { min, unit }));
    if (broken === 'max') failures.push(expectation('quantity-max', { max, unit }));
    if (broken === 'above') failures.push(expectation('quantity-above', { above, unit }));
    if (broken === 'below') failures.push(expectation('quantity-below', { below, unit }));
  }
  const shares = percentages === undefined ? undefined : vocabulary.unfinishedShares(value, percentages);
  if (percentages !== undefined && shares !== undefined) {
    const here = vocabulary.formatDecimal(shares);
    failures.push(expectation('percentages', { total: percentages.total, here }));
  }
  return failures;
}

/** The bound that is broken. */
function rangeExpectation(range: NonNullable<Condition['decimalRange']>, value: string): Expectation {
  const { min, max, above, below } = range;
  if (min !== undefined && !vocabulary.decimalRange(value, { min })) return expectation('decimal-min', { min });
  if (above !== undefined && !vocabulary.decimalRange(value, { above })) return expectation('decimal-above', { above });
  if (max !== undefined && !vocabulary.decimalRange(value, { max })) return expectation('decimal-max', { max });
  return expectation('decimal-below', { below: below ?? '' });
}

function codeFailure(list: string, value: string, lists: Lists): Expectation | undefined {
  const codes = lists.codes(list);
  if (codes === undefined || codes.has(value)) return undefined;
  const nearest = codes.nearest(value);
  return expectation('code-of', {
    list,
    ...titled('title', codes.title),
    ...(nearest === undefined ? {} : { nearest: nearest.code, ...titled('name', nearest.name) }),
  });
}

/** The beginnings the list does have next to the value's: 611420, 611430 and 611490 for `6114210000`. */
function startFailure(
  operand: NonNullable<Condition['codeStart']>,
  value: string,
  lists: Lists,
): Expectation | undefined {
  const { list, length } = operand;
  const codes = lists.codes(list);
  const starts = codes?.starts(length);
  const start = vocabulary.startOf(value, operand);
  if (codes === undefined || starts === undefined || starts.has(start)) return undefined;
  const near = [...starts].filter((one) => one.startsWith(start.slice(0, Math.max(1, length - 2))));
  return expectation('code-start', {
    list,
    ...titled('title', codes.title),
    ...(near.length === 0 ? {} : { near: joinList(near) }),
  });
}

/** One failure per language that holds a forbidden term; the term itself is what stands there. */
function termFailures(list: string, value: unknown, lists: Lists): Failure[] {
  const terms = lists.terms(list);
  if (terms === undefined) return [];
  const languages: readonly (readonly [string[], string])[] =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([language, text]) =>
          vocabulary.texts(text).map((one): [string[], string] => [[language], one]),
        )
      : vocabulary.texts(value).map((one): [string[], string] => [[], one]);
  return languages.flatMap(([path, text]) => {
    const found = terms.find(text);
    if (found === undefined) return [];
    const from = Math.max(0, found.at - 12);
    const around = text.slice(from, found.at + found.term.length + 12);
    const actual = `${from > 0 ? '…' : ''}${around}${found.at + found.term.length + 12 < text.length ? '…' : ''}`;
    return [{ path, expected: expectation('no-term', { term: found.term, ...titled('title', terms.title) }), actual }];
  });
}

function titled<Name extends string>(name: Name, title: Title): { readonly [key in `${Name}@${Language}`]?: string } {
  const values: { [key: string]: string } = {};
  for (const language of languages) {
    const own = title[language];
    if (own !== undefined) values[`${name}@${language}`] = own;
  }
  return values as { readonly [key in `${Name}@${Language}`]?: string };
}
