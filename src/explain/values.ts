import type { Condition } from '../model/condition.js';
import type { Language, Text, Title } from '../model/language.js';
import { leafWords } from './leaf-values.js';
import { type Predicate, predicate } from './phrases.js';
import { quantityFormula } from './quantity-words.js';

/** What putting a condition into words has to know. */
export type Speaker = {
  readonly language: Language;
  readonly label: (field: string) => string;
  /** Title of a code list or term list. */
  readonly listTitle: (list: string) => Title;
  /** What should stand where a regular expression is asked for, in the rule's own words. */
  readonly expects?: Text | undefined;
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
  const both = bothWords(
    predicates.map(({ yes, no }) => ({ yes: no, no: yes })),
    language,
  );
  return { yes: both.no, no: both.yes };
}

/** What a condition asks of one value, as phrases that follow the field's name. Empty: it asks nothing. */
export function valueWords(condition: Condition, speaker: Speaker): readonly Predicate[] {
  return [
    ...leafWords(condition, speaker),
    ...listWords(condition, speaker),
    ...localisedWords(condition, speaker),
    ...logicWords(condition, speaker),
    ...sumWords(condition, speaker),
  ];
}

/** Sums within a map: its members are called as the file calls them. */
function sumWords({ sumOfQuantities }: Condition, { language }: Speaker): readonly Predicate[] {
  if (sumOfQuantities === undefined) return [];
  const formula = quantityFormula(sumOfQuantities, { language, label: (name) => name });
  return [
    predicate(language, {
      en: [`has ${formula}`, `does not have ${formula}`],
      zh: [`中${formula}`, `中并非${formula}`],
    }),
  ];
}

function listWords(condition: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const { minItems: min, maxItems: max, uniqueItems, items, contains } = condition;
  const found: Predicate[] = [];
  if (min !== undefined) {
    const en = [`has at least ${entries(min)}`, `has fewer than ${entries(min)}`] as const;
    found.push(predicate(language, { en, zh: [`至少有 ${min} 项`, `不足 ${min} 项`] }));
  }
  if (max !== undefined) {
    const en = [`has at most ${entries(max)}`, `has more than ${entries(max)}`] as const;
    found.push(predicate(language, { en, zh: [`至多有 ${max} 项`, `多于 ${max} 项`] }));
  }
  if (uniqueItems === true) {
    const en = ['has no entry twice', 'has an entry twice'] as const;
    found.push(predicate(language, { en, zh: ['各项不重复', '有重复项'] }));
  }
  return [...found, ...entryWords(items, contains, speaker)];
}

/** What is asked of every entry, and of some entry. */
function entryWords(every: Condition | undefined, some: Condition | undefined, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const said = (condition: Condition | undefined): Predicate | undefined => {
    const words = condition === undefined ? [] : valueWords(condition, speaker);
    return words.length === 0 ? undefined : bothWords(words, language);
  };
  const found: Predicate[] = [];
  const all = said(every);
  if (all !== undefined) {
    const en = [`has only entries of which each ${all.yes}`, `has an entry that ${all.no}`] as const;
    found.push(predicate(language, { en, zh: [`每一项都${all.yes}`, `有一项${all.no}`] }));
  }
  const one = said(some);
  if (one !== undefined) {
    const en = [`has an entry that ${one.yes}`, `has only entries of which each ${one.no}`] as const;
    found.push(predicate(language, { en, zh: [`至少有一项${one.yes}`, `每一项都${one.no}`] }));
  }
  return found;
}

const chineseTags: readonly string[] = ['zh-CN', 'zh', 'und'];

/** Conditions on the languages of a localised text. */
function localisedWords({ properties = {}, required = [] }: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const given = required
    .filter((tag) => properties[tag] === undefined)
    .map((tag) =>
      predicate(language, {
        en: [`has a text in ${tag}`, `has no text in ${tag}`],
        zh: [`有 ${tag} 文本`, `没有 ${tag} 文本`],
      }),
    );
  const said = Object.entries(properties).flatMap(([tag, inner]) => {
    const words = valueWords(inner, speaker);
    if (words.length === 0) return [];
    const { yes, no } = bothWords(words, language);
    if (chineseTags.includes(tag)) return [{ yes, no }];
    return [
      predicate(language, {
        en: [`in ${tag} ${yes}`, `in ${tag} ${no}`],
        zh: [`的 ${tag} 文本${yes}`, `的 ${tag} 文本${no}`],
      }),
    ];
  });
  return [...given, ...said];
}

function logicWords(condition: Condition, speaker: Speaker): readonly Predicate[] {
  const { language } = speaker;
  const found: Predicate[] = (condition.allOf ?? []).flatMap((inner) => valueWords(inner, speaker));
  if (condition.anyOf !== undefined) {
    const shared = sharedInner(condition.anyOf);
    const options = (shared === undefined ? condition.anyOf : [shared]).map((inner) =>
      bothWords(valueWords(inner, speaker), language),
    );
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
  const branch = (condition: Condition | undefined, proviso: () => string): readonly Predicate[] => {
    const words = condition === undefined ? [] : valueWords(condition, speaker);
    if (words.length === 0) return [];
    const { yes, no } = bothWords(words, language);
    const when = proviso();
    return [
      predicate(language, { en: [`${yes}, ${when}`, `${no}, ${when}`], zh: [`${yes}（${when}）`, `${no}（${when}）`] }),
    ];
  };
  const otherwiseWhen = (): string => {
    const { no } = bothWords(valueWords(test, speaker), language);
    return language === 'zh-CN' ? `如其${no}` : `where it ${no}`;
  };
  return [...branch(then, () => provisoWords(test, speaker)), ...branch(otherwise, otherwiseWhen)];
}

/** Some character that is no white space, as element tables ask it. */
const notBlank = '[^ \\t\\r\\n]';

/** When what is said beside it is asked for at all. */
export function provisoWords(test: Condition, speaker: Speaker): string {
  const zh = speaker.language === 'zh-CN';
  const keys = Object.keys(test);
  if (keys.length === 1 && test.minLength === 1) return zh ? '空值除外' : 'unless it is empty';
  if (keys.length === 1 && test.pattern === notBlank) return zh ? '空白值除外' : 'unless it is blank';
  if (keys.length === 1 && test.not?.pattern?.startsWith('^[ \\t\\r\\n]*') === true)
    return zh ? '多余空白不计' : 'surplus white space aside';
  const { yes } = bothWords(valueWords(test, speaker), speaker.language);
  return zh ? `如其${yes}` : `where it ${yes}`;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
