import type { Condition } from '../model/condition.js';
import { fieldsOf } from './fields.js';
import type { Words } from './page.js';
import { anyOf, named } from './phrases.js';
import { provisoWords, type Speaker } from './values.js';

/** Does it ask for a regular expression? When it asks anything at all does not count. */
export function hasPattern(condition: Condition): boolean {
  const { pattern, allOf = [], anyOf: options = [], not, then, else: otherwise, items, contains } = condition;
  const inner = [...allOf, ...options, ...Object.values(condition.properties ?? {})];
  const lone = [not, then, otherwise, items, contains].flatMap((one) => one ?? []);
  return pattern !== undefined || [...inner, ...lone].some(hasPattern);
}

/** A record's condition without what its rule's own words stand for. */
export function withoutForm({ properties, anyOf: options, not, ...rest }: Condition): Condition {
  const kept = Object.entries(properties ?? {}).map(([field, inner]) => [field, valueWithoutForm(inner)] as const);
  return {
    ...rest,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(kept) }),
    ...(options === undefined || options.some(hasPattern) ? {} : { anyOf: options }),
    ...(not === undefined || hasPattern(not) ? {} : { not }),
  };
}

/** Of one value, the keywords that ask for no regular expression. */
function valueWithoutForm(condition: Condition): Condition {
  const { if: test, then, else: otherwise, allOf, ...rest } = condition;
  const branched = [then, otherwise].some((one) => one !== undefined && hasPattern(one));
  const kept = Object.entries(rest).filter(([key, value]) => !hasPattern({ [key]: value }));
  return {
    ...Object.fromEntries(kept),
    ...(allOf === undefined ? {} : { allOf: allOf.map(valueWithoutForm) }),
    ...(test === undefined || branched ? {} : { if: test, then, else: otherwise }),
  };
}

/** “Licence number”: such as … Fields of which the same is expected share a sentence. */
export function ownWords(condition: Condition, speaker: Speaker, expects: string): readonly Words[] {
  const { language } = speaker;
  const colon = language === 'zh-CN' ? '：' : ': ';
  const groups = new Map<string, string[]>();
  for (const [field, inner] of Object.entries(condition.properties ?? {})) {
    if (!hasPattern(inner)) continue;
    const proviso = inner.if === undefined || inner.else !== undefined ? '' : provisoWords(inner.if, speaker);
    groups.set(proviso, [...(groups.get(proviso) ?? []), speaker.label(field)]);
  }
  const all = [...groups].map(([proviso, labels]) => {
    const aside = proviso === '' ? '' : language === 'zh-CN' ? `（${proviso}）` : ` (${proviso})`;
    return { text: `${named(labels, language)}${colon}${expects}${aside}` };
  });
  const some = [condition.not, condition.anyOf === undefined ? undefined : { anyOf: condition.anyOf }].flatMap(
    (one) => {
      if (one === undefined || !hasPattern(one)) return [];
      const labels = fieldsOf(one).map((field) => `“${speaker.label(field)}”`);
      return [{ text: `${anyOf([...new Set(labels)], language)}${colon}${expects}` }];
    },
  );
  return [...all, ...some];
}
