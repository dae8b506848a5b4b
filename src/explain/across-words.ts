import type { Language } from '../model/language.js';
import type {
  AcrossRule,
  Agreement,
  AlikeFields,
  FieldPairs,
  Limit,
  Reconcile,
  ReconcileLines,
  Unique,
} from '../model/standard.js';
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
  const { part, field } = leadingField(rule);
  const label = labelFor(catalogue, rule.applies.documents, language, part);
  return fillKnown(inLanguage(rule.message, language), { field: field === undefined ? undefined : label(field) });
}

function leadingField({ check }: AcrossRule): { readonly part?: string; readonly field: string | undefined } {
  if (check.kind === 'limit') return { field: check.sum[0] };
  const part = check.part === undefined ? {} : { part: check.part };
  if (check.kind === 'unique') return { ...part, field: check.fields[0] };
  const [first] = comparedHere(check);
  if (first !== undefined || check.lines === undefined) return { ...part, field: first ?? Object.keys(check.on)[0] };
  return { part: check.lines.part, field: comparedHere(check.lines)[0] ?? Object.keys(check.lines.on)[0] };
}

function comparedHere({ equal, atMost, match, alike = [] }: Agreement): readonly string[] {
  return [...Object.keys(equal), ...Object.keys(atMost), ...[...match, ...alike].map(({ here }) => here)];
}

/** What is compared, as sentences. */
export function acrossWords(rule: AcrossRule, context: ExplainContext): readonly Words[] {
  const { check } = rule;
  if (check.kind === 'unique') return uniqueWords(rule, check, context);
  return check.kind === 'limit' ? limitWords(rule, check, context) : reconcileWords(rule, check, context);
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

function limitWords({ applies }: AcrossRule, check: Limit, context: ExplainContext): readonly Words[] {
  const { catalogue, language } = context;
  const label = labelFor(catalogue, applies.documents, language);
  const names = (fields: readonly string[]): string => named(fields.map(label), language);
  const record = recordName(applies.documents, undefined, context);
  const sum = say(
    {
      en: 'The sum of {sum} over all {record} records of a run with the same {by} is at most {max} in one calendar year of {date}',
      'zh-CN': '同一次检查中，{by}相同的{record}在同一公历年（按{date}）内的{sum}合计不得超过 {max}',
    },
    language,
    { sum: names(check.sum), record, by: names(check.by), max: check.max, date: names([check.date]) },
  );
  const once = say(
    {
      en: 'Records with the same {once} are versions of one, of which the latest counts',
      'zh-CN': '{once}相同的记录视为同一记录的不同版本，以最新一版为准',
    },
    language,
    { once: names(check.once) },
  );
  const first = say(
    {
      en: 'The finding stands at the record that takes the sum above the limit and points at those before it',
      'zh-CN': '结果指向使合计超限的那条记录，并列出之前的各条记录',
    },
    language,
  );
  return [{ text: sum }, ...(check.once.length === 0 ? [] : [{ text: once }]), { text: first }];
}

type Label = (field: string) => string;
type Sides = { readonly here: Label; readonly there: Label; readonly other: string };

function reconcileWords({ applies }: AcrossRule, check: Reconcile, context: ExplainContext): readonly Words[] {
  const { catalogue, language } = context;
  const record = recordName(applies.documents, check.part, context);
  const other = recordName([check.with], check.withPart, context);
  const sides = {
    here: labelFor(catalogue, applies.documents, language, check.part),
    there: labelFor(catalogue, [check.with], language, check.withPart),
    other,
  };
  const joins = say(
    { en: 'Each {record} belongs to the {other} that has the same {on}', 'zh-CN': '{record}与{other}按相同的{on}对应' },
    language,
    { record, other, on: allOf(pairWords(check.on, sides, language), language) },
  );
  const partner = say(
    {
      en: 'There must be one, as soon as the run has any {other} at all',
      'zh-CN': '只要本次检查中有{other}，就必须能找到对应的一条',
    },
    language,
    { other },
  );
  const elsewhere = say(
    {
      en: 'Only records of other files count, those read before; the finding stands at the later one',
      'zh-CN': '仅与先读取的其他文件中的记录比对，结果指向后读取的一条',
    },
    language,
    {},
  );
  return [
    { text: joins },
    ...agreementWords(check, sides, language),
    ...(check.elsewhere === true ? [{ text: elsewhere }] : []),
    ...(check.partner ? [{ text: partner }] : []),
    ...(check.lines === undefined ? [] : lineWords(applies.documents, check, check.lines, context)),
  ];
}

function lineWords(
  documents: readonly string[],
  check: Reconcile,
  lines: ReconcileLines,
  context: ExplainContext,
): readonly Words[] {
  const { catalogue, language } = context;
  const item = recordName(documents, lines.part, context);
  const other = recordName([check.with], lines.with, context);
  const sides = {
    here: labelFor(catalogue, documents, language, lines.part),
    there: labelFor(catalogue, [check.with], language, lines.with),
    other,
  };
  const on = allOf(pairWords(lines.on, sides, language), language);
  const joins = say(
    {
      en: 'Within them, each {item} belongs to the {other} with the same {on}',
      'zh-CN': '其中{item}与对方的{other}按相同的{on}对应',
    },
    language,
    { item, other, on },
  );
  const complete = {
    both: { en: 'No {item} is without its counterpart on either side', 'zh-CN': '双方的{item}须一一对应，不得缺少' },
    here: {
      en: 'Every {item} here has its counterpart there; the other side may have more',
      'zh-CN': '此处每一{item}须在对方有对应项；对方可以更多',
    },
    none: undefined,
  }[lines.complete];
  return [
    { text: joins },
    ...agreementWords(lines, sides, language),
    ...(complete === undefined ? [] : [{ text: say(complete, language, { item }) }]),
  ];
}

function agreementWords(
  { equal, atMost, match, alike = [] }: Agreement,
  sides: Sides,
  language: ExplainContext['language'],
): readonly Words[] {
  const list = (lead: { readonly en: string; readonly 'zh-CN': string }, items: readonly string[]): readonly Words[] =>
    items.length === 0
      ? []
      : [
          {
            text: `${say(lead, language)}${language === 'zh-CN' ? '：' : ':'}`,
            items: items.map((text) => ({ text })),
          },
        ];
  const matches = match.flatMap(({ here, there, pairs }) =>
    Object.entries(pairs).map(([code, fitting]) =>
      say({ en: '{here} {code}: {there} {fitting}', 'zh-CN': '{here} {code}：{there} {fitting}' }, language, {
        here: named([sides.here(here)], language),
        there: named([sides.there(there)], language),
        code,
        fitting: fitting.join(language === 'zh-CN' ? ' 或 ' : ' or '),
      }),
    ),
  );
  return [
    ...list({ en: 'The two also agree in', 'zh-CN': '两者的下列内容也须一致' }, pairWords(equal, sides, language)),
    ...list({ en: 'Not more here than there', 'zh-CN': '下列数值不得大于对方' }, pairWords(atMost, sides, language)),
    ...list(
      { en: 'These may not contradict each other', 'zh-CN': '下列内容不得相互矛盾' },
      alike.map((pair) => likenessWords(pair, sides, language)),
    ),
    ...list({ en: 'These codes go together', 'zh-CN': '下列代码须相互对应' }, matches),
  ];
}

function likenessWords({ here, there, digits, share, form }: AlikeFields, sides: Sides, language: Language): string {
  const names = sidesOf(sides.here(here), sides.there(there), sides.other, language);
  const values = { names, digits: String(digits), share: String(share), form: form ?? '' };
  if (digits !== undefined)
    return say(
      { en: '{names}, in the first {digits} digits', 'zh-CN': '{names}（比对前 {digits} 位）' },
      language,
      values,
    );
  if (share !== undefined)
    return say(
      {
        en: '{names}, as numbers apart by no more than {share} of the larger',
        'zh-CN': '{names}（数值相差不超过较大者的 {share}）',
      },
      language,
      values,
    );
  return say(
    { en: '{names}, where both are of the form {form}', 'zh-CN': '{names}（双方均符合 {form} 时）' },
    language,
    values,
  );
}

function pairWords(pairs: FieldPairs, { here, there, other }: Sides, language: ExplainContext['language']): string[] {
  return Object.entries(pairs).map(([a, b]) => sidesOf(here(a), there(b), other, language));
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
