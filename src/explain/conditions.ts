import type { Condition } from '../model/condition.js';
import type { Language } from '../model/language.js';
import type { Rule } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { crossWords } from './cross-fields.js';
import { ownWords, withoutForm } from './own-words.js';
import type { Words } from './page.js';
import { named, tidyChinese } from './phrases.js';
import { bothWords, type Speaker, valueWords } from './values.js';

/**
 * How optional fields are spoken of. `must`: what a rule demands; a record without the field is not judged at all, which
 * the page says once. `may`: whether a rule applies; each sentence says that the field may be absent.
 */
export type Mood = 'must' | 'may';

/** A condition on a record or item as sentences, all of which hold. */
export function conditionWords(condition: Condition, speaker: Speaker, mood: Mood): readonly Words[] {
  const words = sentences(condition, inWholeSentences(speaker), mood);
  return speaker.language === 'zh-CN' ? words.map(tidied) : words.map(capitalised);
}

/** Conditions have a grammar in English and Chinese so far: a French page has them whole in English, never half in each. */
function inWholeSentences(speaker: Speaker): Speaker {
  return speaker.language === 'fr' ? { ...speaker, language: 'en' } : speaker;
}

/** What a rule asks for. Its author's words for what should stand there take the place of regular expressions. */
export function demandWords(
  { require, expects }: Pick<Rule, 'require' | 'expects'>,
  speaker: Speaker,
): readonly Words[] {
  return conditionWords(require, { ...speaker, expects }, 'must');
}

/** A label at the start is left as it is written: it stands in quotation marks. */
function capitalised({ text, items }: Words): Words {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return items === undefined ? { text: begun } : { text: begun, items: items.map(capitalised) };
}

function tidied({ text, items }: Words): Words {
  return items === undefined ? { text: tidyChinese(text) } : { text: tidyChinese(text), items: items.map(tidied) };
}

function sentences(condition: Condition, speaker: Speaker, mood: Mood): readonly Words[] {
  const { expects, ...plain } = speaker;
  if (expects !== undefined) {
    const { allOf = [], if: test, then, else: otherwise, ...rest } = withoutForm(condition);
    return [
      ...sentences(rest, plain, mood),
      ...ownWords(condition, plain, inLanguage(expects, plain.language)),
      ...allOf.flatMap((inner) => sentences(inner, speaker, mood)),
      ...branches({ if: test, then, else: otherwise }, speaker, mood),
    ];
  }
  return [
    ...fieldWords(condition, speaker, mood),
    ...crossWords(condition, speaker),
    ...(condition.allOf ?? []).flatMap((inner) => sentences(inner, speaker, mood)),
    ...anyWords(condition.anyOf, speaker),
    ...(condition.not === undefined ? [] : negated(condition.not, speaker)),
    ...branches(condition, speaker, mood),
  ];
}

/** Fields of which the same is said share a sentence. */
function fieldWords({ properties = {}, required = [] }: Condition, speaker: Speaker, mood: Mood): readonly Words[] {
  const groups = new Map<string, { readonly fields: string[]; readonly demanded: boolean; readonly phrase: string }>();
  for (const [field, inner] of Object.entries(properties)) {
    const words = valueWords(inner, speaker);
    if (words.length === 0) continue;
    const phrase = bothWords(words, speaker.language).yes;
    const demanded = required.includes(field);
    const key = `${demanded} ${phrase}`;
    const group = groups.get(key) ?? { fields: [], demanded, phrase };
    group.fields.push(speaker.label(field));
    groups.set(key, group);
  }
  const alone = required.filter(
    (field) => properties[field] === undefined || valueWords(properties[field], speaker).length === 0,
  );
  const given = alone.length === 0 ? [] : [{ text: givenWords(alone.map(speaker.label), speaker) }];
  return [...given, ...[...groups.values()].map((group) => ({ text: groupSentence(group, speaker, mood) }))];
}

function givenWords(labels: readonly string[], { language }: Speaker): string {
  if (language === 'zh-CN') return `${named(labels, language)}${labels.length > 1 ? '均' : ''}已填写`;
  return `${named(labels, language)} ${labels.length > 1 ? 'are' : 'is'} given`;
}

type Group = { readonly fields: readonly string[]; readonly demanded: boolean; readonly phrase: string };

function groupSentence({ fields, demanded, phrase }: Group, { language }: Speaker, mood: Mood): string {
  const several = fields.length > 1;
  const names = named(fields, language);
  // “is 8 digits” cannot be said of what is not there; “does not end in x” can.
  const implied = demanded && mood === 'may' && saysWhatIsThere(phrase, language);
  if (language === 'zh-CN') {
    if (implied) return `${names}${several ? '各自' : ''}${phrase}`;
    if (demanded) return `${names}${several ? '均' : ''}已填写，且${several ? '各自' : ''}${phrase}`;
    return `${names}${mood === 'may' ? '如有填写，' : ''}${several ? '各自' : ''}${phrase}`;
  }
  if (implied) return several ? `each of ${names} ${phrase}` : `${names} ${phrase}`;
  if (demanded) return several ? `${names} are given, and each ${phrase}` : `${names} is given and ${phrase}`;
  const given = mood === 'may' ? ', where given,' : '';
  return several ? `each of ${names}${given} ${phrase}` : `${names}${given} ${phrase}`;
}

function saysWhatIsThere(phrase: string, language: Language): boolean {
  return language === 'zh-CN'
    ? /^(?:为|含|以|形如|只|符合|不少于|不超过|恰好|至少)/.test(phrase)
    : /^(?:is (?!not|none)|has (?!no )|contains |begins |ends |matches )/.test(phrase);
}

function anyWords(options: readonly Condition[] | undefined, speaker: Speaker): readonly Words[] {
  if (options === undefined) return [];
  const zh = speaker.language === 'zh-CN';
  const sole = soleRequired(options);
  if (sole !== undefined) {
    const labels = sole.map(speaker.label);
    return [{ text: zh ? `至少填写${named(labels, 'zh-CN')}之一` : `at least one of ${named(labels, 'en')} is given` }];
  }
  const shared = sharedPhrase(options, speaker);
  if (shared !== undefined) return [{ text: shared }];
  const said = options.map((option) => oneSentence(sentences(option, speaker, 'may'), speaker));
  const distinct = said.filter(
    (one, index) => said.findIndex(({ text }) => text === one.text) === index || one.items !== undefined,
  );
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1) return [only];
  return [{ text: zh ? '以下至少一项成立：' : 'at least one of these holds:', items: distinct }];
}

/** Options that are nothing but “this field is given”. */
function soleRequired(options: readonly Condition[]): readonly string[] | undefined {
  const fields = options.map((option) =>
    Object.keys(option).length === 1 && option.required?.length === 1 ? option.required[0] : undefined,
  );
  const found = fields.flatMap((field) => field ?? []);
  return found.length === options.length ? found : undefined;
}

/** Options that demand the same of one field each: “at least one of A, B is given and is …”. */
function sharedPhrase(options: readonly Condition[], speaker: Speaker): string | undefined {
  const zh = speaker.language === 'zh-CN';
  const said = options.map((option) => {
    const [field] = option.required ?? [];
    const inner = field === undefined ? undefined : option.properties?.[field];
    const lone =
      Object.keys(option).length === 2 &&
      option.required?.length === 1 &&
      Object.keys(option.properties ?? {}).length === 1;
    return field === undefined || inner === undefined || !lone
      ? undefined
      : { field, phrase: bothWords(valueWords(inner, speaker), speaker.language).yes };
  });
  const found = said.flatMap((one) => one ?? []);
  const [first] = found;
  if (first === undefined || found.length < options.length || found.some(({ phrase }) => phrase !== first.phrase))
    return undefined;
  const labels = found.map(({ field }) => speaker.label(field));
  if (saysWhatIsThere(first.phrase, speaker.language))
    return zh
      ? `${named(labels, 'zh-CN')}中至少有一项${first.phrase}`
      : `at least one of ${named(labels, 'en')} ${first.phrase}`;
  if (zh) return `${named(labels, 'zh-CN')}中至少有一项已填写，且${first.phrase}`;
  return `at least one of ${named(labels, 'en')} is given and ${first.phrase}`;
}

/** Several sentences as one option of a list. */
function oneSentence(words: readonly Words[], { language }: Speaker): Words {
  const [only] = words;
  if (only !== undefined && words.length === 1) return only;
  if (words.every(({ items }) => items === undefined))
    return { text: words.map(({ text }) => text).join(language === 'zh-CN' ? '，且' : ', and ') };
  return { text: language === 'zh-CN' ? '同时满足：' : 'all of this:', items: words };
}

function negated(inner: Condition, speaker: Speaker): readonly Words[] {
  const { language } = speaker;
  const zh = language === 'zh-CN';
  const keys = Object.keys(inner);
  if (keys.length === 1 && inner.anyOf !== undefined) return negatedAny(inner.anyOf, speaker);
  if (keys.length === 1 && inner.not !== undefined) return sentences(inner.not, speaker, 'may');
  const { required = [], properties = {} } = inner;
  const [field, ...others] = Object.keys(properties);
  const simple = keys.every((key) => key === 'required' || key === 'properties');
  if (simple && field === undefined && required.length > 0) {
    const names = named(required.map(speaker.label), language);
    if (zh) return [{ text: required.length > 1 ? `${names}未全部填写` : `${names}未填写` }];
    return [{ text: required.length > 1 ? `not all of ${names} are given` : `${names} is not given` }];
  }
  if (simple && field !== undefined && others.length === 0 && required.every((one) => one === field)) {
    const { no } = bothWords(valueWords(properties[field] ?? {}, speaker), language);
    const name = named([speaker.label(field)], language);
    if (required.length === 0) return [{ text: zh ? `${name}已填写，且${no}` : `${name} is given and ${no}` }];
    return [{ text: zh ? `${name}${no}（或未填写）` : `${name} ${no} (or is not given)` }];
  }
  return [{ text: zh ? '以下各项不同时成立：' : 'not all of this holds:', items: sentences(inner, speaker, 'may') }];
}

/** None of the options holds; fields of which the same is denied share a sentence. */
function negatedAny(options: readonly Condition[], speaker: Speaker): readonly Words[] {
  const { language } = speaker;
  const groups = new Map<string, Condition[]>();
  for (const option of options) {
    const [inner] = Object.values(option.properties ?? {});
    const key = JSON.stringify([Object.keys(option), inner ?? null, option.required?.length]);
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const [inner] = Object.values(first?.properties ?? {});
    const lone = group.every(
      ({ properties = {}, required = [] }) =>
        Object.keys(properties).length === 1 && required.length === 1 && properties[required[0] ?? ''] !== undefined,
    );
    if (group.length === 1 || inner === undefined || !lone) return group.flatMap((option) => negated(option, speaker));
    const names = named(
      group.flatMap(({ required = [] }) => required.map(speaker.label)),
      language,
    );
    const { yes, no } = bothWords(valueWords(inner, speaker), language);
    return [{ text: language === 'zh-CN' ? `${names}各自${no}（或未填写）` : `none of ${names} ${yes}` }];
  });
}

type Branches = { readonly [Key in 'if' | 'then' | 'else']?: Condition | undefined };

function branches({ if: test, then, else: otherwise }: Branches, speaker: Speaker, mood: Mood): readonly Words[] {
  if (test === undefined) return [];
  const zh = speaker.language === 'zh-CN';
  // The rule's own words are of what should stand there, not of when.
  const asked = oneSentence(sentences(test, { ...speaker, expects: undefined }, 'may'), speaker);
  const under = (lead: string, items: readonly Words[]): readonly Words[] =>
    items.length === 0 ? [] : [{ text: lead, items }];
  const held = asked.items === undefined ? asked.text : zh ? '条件成立' : 'the condition holds';
  return [
    ...(asked.items === undefined ? [] : [{ text: zh ? '条件：' : 'condition:', items: asked.items }]),
    ...under(zh ? `如${held}：` : `where ${held}:`, then === undefined ? [] : sentences(then, speaker, mood)),
    ...under(zh ? '否则：' : 'otherwise:', otherwise === undefined ? [] : sentences(otherwise, speaker, mood)),
  ];
}
