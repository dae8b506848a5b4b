import type { AcrossRule, Reconcile, Unique } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { documentKinds, word } from '../text/words.js';
import type { ExplainContext } from './context.js';
import { fillKnown } from './examples.js';
import { labelFor } from './fields.js';
import type { Words } from './page.js';
import { allOf, named } from './phrases.js';
import { say } from './words.js';

/** What a finding of the rule says, on the first field it compares. */
export function acrossHeadline(rule: AcrossRule, context: ExplainContext): string {
  const { catalogue, language } = context;
  const label = labelFor(
    catalogue,
    rule.applies.documents,
    language,
    rule.check.kind === 'unique' ? rule.check.part : undefined,
  );
  const [field] =
    rule.check.kind === 'unique'
      ? rule.check.fields
      : [...Object.keys(rule.check.equal), ...Object.keys(rule.check.on)];
  return fillKnown(inLanguage(rule.message, language), { field: field === undefined ? undefined : label(field) });
}

/** What is compared, as sentences. */
export function acrossWords(rule: AcrossRule, context: ExplainContext): readonly Words[] {
  return rule.check.kind === 'unique'
    ? uniqueWords(rule, rule.check, context)
    : reconcileWords(rule, rule.check, context);
}

function uniqueWords(
  { applies }: AcrossRule,
  { part, fields }: Unique,
  { catalogue, language }: ExplainContext,
): readonly Words[] {
  const label = labelFor(catalogue, applies.documents, language, part);
  const names = named(fields.map(label), language);
  const record = recordName(applies.documents, part, { catalogue, language });
  const several = fields.length > 1;
  return [
    {
      text: say(
        several
          ? {
              en: 'No two {record} records of a run agree in {names} at once',
              'zh-CN': '同一次检查中，任意两条{record}的{names}不得同时相同',
            }
          : {
              en: 'No two {record} records of a run have the same {names}',
              'zh-CN': '同一次检查中，任意两条{record}的{names}不得相同',
            },
        language,
        { record, names },
      ),
    },
    {
      text: say(
        several
          ? { en: 'A record that lacks one of them is left out', 'zh-CN': '缺少其中任何一项的记录不参与比较' }
          : { en: 'A record without it is left out', 'zh-CN': '未填写该项的记录不参与比较' },
        language,
      ),
    },
  ];
}

function reconcileWords({ applies }: AcrossRule, check: Reconcile, context: ExplainContext): readonly Words[] {
  const { catalogue, language } = context;
  const here = labelFor(catalogue, applies.documents, language);
  const there = labelFor(catalogue, [check.with], language);
  const record = recordName(applies.documents, undefined, context);
  const other = recordName([check.with], undefined, context);
  const sides = (pairs: { readonly [field: string]: string }): readonly string[] =>
    Object.entries(pairs).map(([a, b]) => sidesOf(here(a), there(b), other, language));
  const on = sides(check.on);
  const equal = sides(check.equal);
  const joins = say(
    { en: 'Each {record} belongs to the {other} that has the same {on}', 'zh-CN': '{record}与{other}按相同的{on}对应' },
    language,
    { record, other, on: allOf(on, language) },
  );
  const agrees =
    say({ en: 'The two also agree in', 'zh-CN': '两者的下列内容也须一致' }, language) +
    (language === 'zh-CN' ? '：' : ':');
  const partner = say(
    {
      en: 'There must be one, as soon as the run has any {other} at all',
      'zh-CN': '只要本次检查中有{other}，就必须能找到对应的一条',
    },
    language,
    { other },
  );
  return [
    { text: joins },
    ...(equal.length === 0 ? [] : [{ text: agrees, items: equal.map((text) => ({ text })) }]),
    ...(check.partner ? [{ text: partner }] : []),
  ];
}

/** A field's name on both sides, once where it is the same. */
function sidesOf(a: string, b: string, other: string, language: ExplainContext['language']): string {
  const own = named([a], language);
  if (a === b) return own;
  return language === 'zh-CN'
    ? `${own}（${other}中为${named([b], language)}）`
    : `${own} (${named([b], language)} there)`;
}

/** “customs list”, “order”: document kinds inside a sentence. */
function recordName(
  documents: readonly string[],
  part: string | undefined,
  { catalogue, language }: Pick<ExplainContext, 'catalogue' | 'language'>,
): string {
  return documents
    .map((id) => {
      const item = catalogue.documents.find((one) => one.id === id)?.parts.find((one) => one.id === part);
      return item === undefined ? word(documentKinds, id, language) : inLanguage(item.title, language).toLowerCase();
    })
    .join(language === 'zh-CN' ? '、' : ' or ');
}
