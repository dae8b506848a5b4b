import type { Condition } from '../model/condition.js';
import type { Expectation } from '../model/finding.js';
import type { Language, Title } from '../model/language.js';
import { expectation, renderExpectation } from '../text/expectations.js';
import { titleIn } from '../text/language.js';
import { scripts, types, word } from '../text/words.js';
import { patternWords } from './patterns.js';
import { allOf, anyOf, type Predicate, quoted } from './phrases.js';

/** What putting a condition into words has to know. */
export type Speaker = {
  readonly language: Language;
  readonly label: (field: string) => string;
  /** Title of a code list or term list. */
  readonly listTitle: (list: string) => Title;
};

/** “X and Y”, all said of one value. */
export function bothWords(predicates: readonly Predicate[], language: Language): Predicate {
  const [only] = predicates;
  if (only !== undefined && predicates.length === 1) return only;
  const zh = language === 'zh-CN';
  const yes = predicates.map((one) => one.yes).join(zh ? '，且' : ' and ');
  return { yes, no: predicates.map((one) => one.no).join(zh ? '，或' : ' or ') };
}

export function eitherWords(predicates: readonly Predicate[], language: Language): Predicate {
  const both = bothWords(predicates.map(({ yes, no }) => ({ yes: no, no: yes })), language);
  return { yes: both.no, no: both.yes };
}

/** What a condition asks of one value, as phrases that follow the field's name. Empty: it asks nothing. */
export function valueWords(condition: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const parts = [...plainWords(condition, speaker), ...lengthWords(condition, language), ...numberWords(condition, language)];
  return [...parts, ...listWords(condition, speaker), ...localisedWords(condition, speaker), ...logicWords(condition, speaker)];
}

function plainWords(condition: Condition, { language, listTitle }: Speaker): readonly Predicate[] {
  const found: Predicate[] = [];
  const zh = language === 'zh-CN';
  const titled = (list: string): { title: string } => ({ title: titleIn(listTitle(list), language, list) });
  if (condition.type !== undefined) found.push(being(word(types, condition.type, language), language));
  if (condition.const !== undefined) found.push(being(shownValue(condition.const, language), language));
  if (condition.enum !== undefined) found.push(oneOf(condition.enum.map((value) => shownValue(value, language)), language));
  if (condition.pattern !== undefined) found.push(patternWords(condition.pattern, language));
  if (condition.codeList !== undefined) found.push(expected(expectation('code-of', { list: condition.codeList, ...titled(condition.codeList) }), language));
  if (condition.checkDigit !== undefined) found.push(expected(expectation('check-digit', { kind: condition.checkDigit }), language));
  if (condition.dateForm !== undefined) found.push(expected(expectation('date-form', { form: condition.dateForm }), language));
  if (condition.script !== undefined) {
    const script = word(scripts, condition.script, language);
    found.push(zh ? { yes: `含${script}`, no: `不含${script}` } : { yes: `has ${script}`, no: `has no ${script}` });
  }
  if (condition.forbidTerms !== undefined) {
    const { title } = titled(condition.forbidTerms);
    const id = condition.forbidTerms;
    found.push(zh ? { yes: `不含“${title}”（${id}）所列词语`, no: `含“${title}”（${id}）所列词语` } : { yes: `holds no term of “${title}” (${id})`, no: `holds a term of “${title}” (${id})` });
  }
  return found;
}

function lengthWords({ minLength: min, maxLength: max, byteLength: bytes }: Condition, language: Language): readonly Predicate[] {
  const found: Predicate[] = [];
  const zh = language === 'zh-CN';
  if (min === 1 && max === undefined) found.push(zh ? { yes: '不为空', no: '为空' } : { yes: 'is not empty', no: 'is empty' });
  else if (min !== undefined && min === max) found.push(having(expectation('exact-length', { length: String(min) }), language));
  else {
    if (min !== undefined) found.push(having(expectation('min-length', { min: String(min) }), language));
    if (max !== undefined) found.push(having(expectation('max-length', { max: String(max) }), language));
  }
  if (bytes !== undefined) found.push(having(expectation('bytes-at-most', { max: String(bytes.max), encoding: bytes.encoding }), language));
  return found.map((one) => ({ yes: one.yes.replace(/ 1 characters$/, ' 1 character'), no: one.no.replace(/ 1 characters$/, ' 1 character') }));
}

function numberWords({ decimalDigits, decimalRange = {} }: Condition, language: Language): readonly Predicate[] {
  const { min, max, above, below } = decimalRange;
  const all: (Expectation | undefined)[] = [
    decimalDigits === undefined ? undefined : expectation('decimal', { total: String(decimalDigits.total), fraction: String(decimalDigits.fraction) }),
    min === undefined ? undefined : expectation('decimal-min', { min }),
    max === undefined ? undefined : expectation('decimal-max', { max }),
    above === undefined ? undefined : expectation('decimal-above', { above }),
    below === undefined ? undefined : expectation('decimal-below', { below }),
  ];
  return all.flatMap((one) => (one === undefined ? [] : [expected(one, language)]));
}

function listWords({ minItems, maxItems, uniqueItems, items, contains }: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const zh = language === 'zh-CN';
  const found: Predicate[] = [];
  if (minItems !== undefined) found.push(zh ? { yes: `至少有 ${minItems} 项`, no: `不足 ${minItems} 项` } : { yes: `has at least ${entries(minItems)}`, no: `has fewer than ${entries(minItems)}` });
  if (maxItems !== undefined) found.push(zh ? { yes: `至多有 ${maxItems} 项`, no: `多于 ${maxItems} 项` } : { yes: `has at most ${entries(maxItems)}`, no: `has more than ${entries(maxItems)}` });
  if (uniqueItems === true) found.push(zh ? { yes: '各项不重复', no: '有重复项' } : { yes: 'has no entry twice', no: 'has an entry twice' });
  const every = items === undefined ? [] : valueWords(items, speaker);
  if (every.length > 0) {
    const { yes, no } = bothWords(every, language);
    found.push(zh ? { yes: `每一项都${yes}`, no: `有一项${no}` } : { yes: `has only entries of which each ${yes}`, no: `has an entry that ${no}` });
  }
  const some = contains === undefined ? [] : valueWords(contains, speaker);
  if (some.length > 0) {
    const { yes, no } = bothWords(some, language);
    found.push(zh ? { yes: `至少有一项${yes}`, no: `每一项都${no}` } : { yes: `has an entry that ${yes}`, no: `has only entries of which each ${no}` });
  }
  return found;
}

const chineseTags: readonly string[] = ['zh-CN', 'zh', 'und'];

/** Conditions on the languages of a localised text. */
function localisedWords({ properties = {}, required = [] }: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const zh = language === 'zh-CN';
  const given = required.filter((tag) => properties[tag] === undefined).map((tag) => (zh ? { yes: `有 ${tag} 文本`, no: `没有 ${tag} 文本` } : { yes: `has a text in ${tag}`, no: `has no text in ${tag}` }));
  const said = Object.entries(properties).flatMap(([tag, inner]) => {
    const words = valueWords(inner, speaker);
    if (words.length === 0) return [];
    const { yes, no } = bothWords(words, language);
    if (chineseTags.includes(tag)) return [{ yes, no }];
    return [zh ? { yes: `的 ${tag} 文本${yes}`, no: `的 ${tag} 文本${no}` } : { yes: `in ${tag} ${yes}`, no: `in ${tag} ${no}` }];
  });
  return [...given, ...said];
}

function logicWords(condition: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const found: Predicate[] = (condition.allOf ?? []).flatMap((inner) => valueWords(inner, speaker));
  if (condition.anyOf !== undefined) {
    const shared = sharedInner(condition.anyOf);
    const options = (shared === undefined ? condition.anyOf : [shared]).map((inner) => bothWords(valueWords(inner, speaker), language));
    const distinct = options.filter((option, index) => options.findIndex(({ yes }) => yes === option.yes) === index);
    found.push(eitherWords(distinct, language));
  }
  if (condition.not !== undefined) {
    const { yes, no } = bothWords(valueWords(condition.not, speaker), language);
    found.push({ yes: no, no: yes });
  }
  return [...found, ...branchWords(condition, speaker)];
}

/** What options over several languages of a text ask alike: which language it is in does not matter then. */
function sharedInner(options: readonly Condition[]): Condition | undefined {
  const inner = options.map(({ properties = {}, required = [], ...rest }) => {
    const [only, ...more] = Object.values(properties);
    const lone = more.length === 0 && Object.keys(rest).length === 0 && required.every((tag) => tag in properties);
    return lone ? only : undefined;
  });
  const [first] = inner;
  return first !== undefined && inner.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined;
}

function branchWords({ if: test, then, else: otherwise }: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  if (test === undefined) return [];
  const said = then === undefined ? [] : valueWords(then, speaker);
  const found: Predicate[] = [];
  if (said.length > 0) {
    const { yes, no } = bothWords(said, language);
    const proviso = provisoWords(test, speaker);
    found.push(language === 'zh-CN' ? { yes: `${yes}（${proviso}）`, no: `${no}（${proviso}）` } : { yes: `${yes}, ${proviso}`, no: `${no}, ${proviso}` });
  }
  const other = otherwise === undefined ? [] : valueWords(otherwise, speaker);
  if (other.length > 0) {
    const { yes, no } = bothWords(other, language);
    const { no: unless } = bothWords(valueWords(test, speaker), language);
    found.push(language === 'zh-CN' ? { yes: `${yes}（如其${unless}）`, no: `${no}（如其${unless}）` } : { yes: `${yes}, where it ${unless}`, no: `${no}, where it ${unless}` });
  }
  return found;
}

/** Some character that is no white space, as element tables ask it. */
const notBlank = '[^ \\t\\r\\n]';

/** When the phrase before it is asked for at all. */
function provisoWords(test: Condition, speaker: Speaker): string {
  const zh = speaker.language === 'zh-CN';
  const keys = Object.keys(test);
  if (keys.length === 1 && test.minLength === 1) return zh ? '空值除外' : 'unless it is empty';
  if (keys.length === 1 && test.pattern === notBlank) return zh ? '空白值除外' : 'unless it is blank';
  if (keys.length === 1 && test.not?.pattern?.startsWith('^[ \\t\\r\\n]*') === true) return zh ? '多余空白不计' : 'surplus white space aside';
  const { yes } = bothWords(valueWords(test, speaker), speaker.language);
  return zh ? `如其${yes}` : `where it ${yes}`;
}

function being(phrase: string, language: Language): Predicate {
  return language === 'zh-CN' ? { yes: `为${phrase}`, no: `不为${phrase}` } : { yes: `is ${phrase}`, no: `is not ${phrase}` };
}

function oneOf(values: readonly string[], language: Language): Predicate {
  if (language === 'zh-CN') return { yes: `为${anyOf(values, language)}`, no: `不为${anyOf(values, language)}` };
  return { yes: `is ${anyOf(values, language)}`, no: values.length === 1 ? `is not ${values.join('')}` : `is none of ${allOf(values, language)}` };
}

function expected(expectation: Expectation, language: Language): Predicate {
  const phrase = renderExpectation(expectation, language).replace(/^a (?=(?:ISBN|IMEI|SSCC|organisation)\b)/, 'an ');
  if (language === 'zh-CN') return { yes: `为${phrase}`, no: `不是${phrase}` };
  return { yes: `is ${phrase}`, no: `is not ${phrase}` };
}

function having(expectation: Expectation, language: Language): Predicate {
  const phrase = renderExpectation(expectation, language);
  return language === 'zh-CN' ? { yes: phrase, no: `并非${phrase}` } : { yes: `has ${phrase}`, no: `does not have ${phrase}` };
}

function shownValue(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return language === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  return typeof value === 'string' ? quoted(value, language).trim() : JSON.stringify(value);
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
