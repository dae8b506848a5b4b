import type { ElementRow, Rule, Standard } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { severities } from '../text/report-words.js';
import { conditionWords, demandWords } from './conditions.js';
import type { ExplainContext } from './context.js';
import { exampleBlocks, headline, remedyText } from './examples.js';
import { clauseWords, concernPairs, inForceWords, kindOf, sourcePairs, titleLines } from './facts.js';
import { columnData, fieldBlocks } from './field-columns.js';
import { fieldsOf, speakerFor, writtenAs } from './fields.js';
import { labeller, labels } from './labels.js';
import { type Block, commandBlock, type Page, type Pair, pair, section, type Words } from './page.js';
import { named } from './phrases.js';
import { severitySentence } from './severity.js';
import type { Speaker } from './values.js';
import { say, severityMarks } from './words.js';

/** A rule on one record. */
export function rulePage(rule: Rule, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const speaker = speakerFor(catalogue, rule.applies, language, rule.part);
  const standard = catalogue.standards.find(({ slug }) => slug === rule.standard);
  const row = standard?.elements.find(({ id }) => id === rule.element);
  const text = labeller(language);
  const blocks: readonly Block[] = [
    ...ruleHead(rule, headline(rule, speaker), context),
    ...standingBlock(rule, standard, context, elementPair(rule, row, context)),
    ...section(text('why'), {
      kind: 'text',
      text: rule.rationale === undefined ? '' : inLanguage(rule.rationale, language),
    }),
    ...section(text('concerns'), { kind: 'pairs', pairs: concernPairs(rule.applies, context, rule.part) }),
    ...section(text('appliesWhere'), { kind: 'bullets', items: whenWords(rule, speaker) }),
    ...section(text('demands'), { kind: 'bullets', items: demandWords(rule, speaker) }, ...inputBlocks(rule, speaker)),
    ...section(text('fields'), ...fieldBlocks(rule, context)),
    ...section(text('right'), ...exampleBlocks(rule.examples.pass, true, speaker)),
    ...section(text('wrong'), ...exampleBlocks(rule.examples.fail, false, speaker)),
    ...section(text('repair'), { kind: 'text', text: remedyText(rule, speaker) }, ...fixBlock(rule, context)),
    ...gapBlocks(rule, speaker),
    ...closingBlocks(rule, standard, context),
  ];
  return { blocks, data: ruleData(rule, standard, speaker, context) };
}

/** Id, severity and the sentence a finding shows. */
export function ruleHead(
  rule: { readonly id: string; readonly severity: Rule['severity'] },
  sentence: string,
  { language }: ExplainContext,
): readonly Block[] {
  const aside = `${severityMarks[rule.severity]} ${inLanguage(severities[rule.severity], language)}`;
  return [
    { kind: 'head', title: rule.id, aside, tone: rule.severity },
    { kind: 'text', text: sentence, tone: 'strong', indent: 0 },
    { kind: 'gap' },
  ];
}

type Governed = Pick<Rule, 'id' | 'standard' | 'severity' | 'evidence' | 'clause' | 'effective'>;

/** Standard, clause, dates, and why the severity is what it is. */
export function standingBlock(
  rule: Governed,
  standard: Standard | undefined,
  context: ExplainContext,
  extra: readonly Pair[] = [],
): readonly Block[] {
  const { language, today } = context;
  if (standard === undefined) return [];
  const text = labeller(language);
  const titles = titleLines(standard.title, language).filter((line) => line !== standard.number);
  const own = rule.effective === undefined ? standard : { ...standard, effective: rule.effective };
  const pairs = [
    ...pair(
      text('standard'),
      [`${standard.number}${language === 'zh-CN' ? '，' : ', '}${kindOf(standard, language)}`, ...titles].join('\n'),
    ),
    ...pair(text('status'), inForceWords(own, today, language)),
    ...pair(text('clause'), clauseWords(standard, rule.clause, language)),
    ...extra,
    ...pair(text('severity'), severitySentence(rule, standard, context)),
  ];
  return [{ kind: 'pairs', pairs, indent: 0 }];
}

function elementPair(
  { element, standard }: Rule,
  row: ElementRow | undefined,
  { language }: ExplainContext,
): readonly Pair[] {
  if (element === undefined || row === undefined) return [];
  const shown = say(
    {
      en: '{element}, see `borderlint explain {id}`',
      'zh-CN': '{element}，详见 borderlint explain {id}',
      fr: '{element}, voir `borderlint explain {id}`',
    },
    language,
    { element: row.element, id: `${standard}/${element}` },
  );
  return pair(inLanguage(labels.element, language), shown);
}

function whenWords({ when, where }: Rule, speaker: Speaker): readonly Words[] {
  return [when, where].flatMap((condition) =>
    condition === undefined ? [] : conditionWords(condition, speaker, 'may'),
  );
}

/** What happens to a record that has none of what the rule looks at. */
function inputBlocks({ needs, demands }: Rule, { language, label }: Speaker): readonly Block[] {
  const zh = language === 'zh-CN';
  if (demands.length > 0) {
    const text = zh
      ? '未填写即判为不符合；表格中完全没有对应列时，整个文件只报一次。'
      : 'Leaving it out is what the rule objects to. Where a table has no column for it at all, that is one finding for the whole file.';
    return [{ kind: 'text', text, tone: 'faint' }];
  }
  if (needs.fields.length === 0) return [];
  const names = named(needs.fields.map(label), language);
  const several = needs.fields.length > 1;
  if (zh)
    return [
      {
        kind: 'text',
        text: `${several ? (needs.mode === 'all' ? `缺少${names}中任何一项` : `${names}全部缺失`) : `没有${names}`}的记录不作判断，也不算通过。`,
        tone: 'faint',
      },
    ];
  const lacking = several
    ? needs.mode === 'all'
      ? `lacks any of ${names}`
      : `has none of ${names}`
    : `has no ${names}`;
  return [{ kind: 'text', text: `A record that ${lacking} is not judged: neither passed nor failed.`, tone: 'faint' }];
}

function fixBlock({ fix }: Rule, { language }: ExplainContext): readonly Block[] {
  if (fix === undefined) return [];
  const text = say(
    {
      en: 'Safe automatic repair: {fix}.',
      'zh-CN': '可安全自动修复：{fix}。',
      fr: 'Correction automatique sûre : {fix}.',
    },
    language,
    {
      fix: fix.join(', '),
    },
  );
  return [{ kind: 'text', text, tone: 'faint' }];
}

function gapBlocks({ examples: { knownGap } }: Rule, speaker: Speaker): readonly Block[] {
  if (knownGap.length === 0) return [];
  const { language } = speaker;
  const intro: Block = { kind: 'text', text: inLanguage(labels.gapsIntro, language), tone: 'faint' };
  const marked = exampleBlocks(knownGap, false, speaker).map((block) =>
    block.kind === 'marked' ? { ...block, good: undefined } : block,
  );
  return section(inLanguage(labels.gaps, language), intro, ...marked);
}

/** Citations, sources and how to select or leave out the rule. */
export function closingBlocks(
  rule: Pick<Rule, 'id' | 'evidence'>,
  standard: Standard | undefined,
  context: ExplainContext,
): readonly Block[] {
  const { language } = context;
  const text = labeller(language);
  return [
    ...section(text('citedBy'), { kind: 'pairs', pairs: citingPairs(rule.id, context) }),
    ...section(text('sources'), {
      kind: 'pairs',
      pairs: sourcePairs(standard?.sources ?? [], language, rule.evidence),
    }),
    ...section(
      text('use'),
      commandBlock([
        [`borderlint check --rule ${rule.id}`, text('onlyThis')],
        [`borderlint check --skip ${rule.id}`, text('without')],
      ]),
    ),
  ];
}

function citingPairs(id: string, { catalogue, language }: ExplainContext): readonly Pair[] {
  return catalogue.standards.flatMap((standard) =>
    standard.citations
      .filter((citation) => citation.rule === id)
      .map((citation) => ({
        label: standard.number,
        text: [titleLines(standard.title, language)[0] ?? '', clauseWords(standard, citation.clause, language)]
          .filter((piece) => piece !== '')
          .join('\n'),
      })),
  );
}

function ruleData(rule: Rule, standard: Standard | undefined, speaker: Speaker, context: ExplainContext): Page['data'] {
  const { catalogue } = context;
  const fields = [...new Set([...fieldsOf(rule.require), ...fieldsOf(rule.when), ...fieldsOf(rule.where)])];
  const { id, ...rest } = rule;
  return {
    kind: 'rule',
    id,
    ...rest,
    number: standard?.number,
    title: standard?.title,
    clauseTitle: standard?.clauses.find(({ ref }) => ref === rule.clause)?.title,
    ceiling: standard === undefined ? undefined : context.ceiling(rule.evidence, standard.obligation),
    headline: headline(rule, speaker),
    inWords: { appliesWhere: whenWords(rule, speaker), demands: demandWords(rule, speaker) },
    fields: fields.map((field) => ({
      field,
      label: speaker.label(field),
      columns: columnData(writtenAs(catalogue, rule.applies.documents, field, rule.applies.formats)),
    })),
    citedBy: catalogue.standards
      .filter(({ citations }) => citations.some((citation) => citation.rule === id))
      .map(({ number }) => number),
    sources: standard?.sources ?? [],
  };
}
