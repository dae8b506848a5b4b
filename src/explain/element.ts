import type { Catalogue } from '../model/catalogue.js';
import type { Language } from '../model/language.js';
import type { ElementRow, Rule, Standard } from '../model/standard.js';
import { inLanguage, titleIn } from '../text/language.js';
import { codeTable } from './codes.js';
import { conditionWords, demandWords } from './conditions.js';
import type { ExplainContext } from './context.js';
import { editionWords, exampleOf, meaningOf } from './element-facts.js';
import { clauseWords, sourcePairs, titleLines, withName } from './facts.js';
import { speakerFor } from './fields.js';
import { formatWords } from './format-words.js';
import { labeller } from './labels.js';
import { type Block, cell, type Page, pair, section } from './page.js';
import { rulesOnField, ruleTable, severityWords } from './rules-of.js';
import { colonOf, evidenceWords, occurrences, say } from './words.js';

const entriesShown = 12;

/** One row of a data-element table. */
export function elementPage(standard: Standard, row: ElementRow, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const own = catalogue.rules.filter((rule) => rule.standard === standard.slug && rule.element === row.id);
  const others = otherRules(catalogue, standard, row, own);
  const list = catalogue.codes.find(({ id }) => id === row.codes);
  const blocks: readonly Block[] = [
    { kind: 'head', title: `${standard.slug}/${row.id}`, aside: standard.number, tone: 'faint' },
    { kind: 'text', text: titleLines(row.name, language).join(' · '), tone: 'strong', indent: 0 },
    { kind: 'gap' },
    { kind: 'pairs', pairs: factPairs(standard, row, own, context), indent: 0 },
    ...section(text('rules'), ownRules(own, context)),
    ...section(
      inLanguage(
        { en: 'Other rules that look at it', 'zh-CN': '涉及该字段的其他规则', fr: 'Autres règles qui le regardent' },
        language,
      ),
      ruleTable(
        others.map((rule) => ({ kind: 'record', rule })),
        context,
        { about: row.field },
      ),
    ),
    ...(list === undefined
      ? []
      : section(
          `${text('codeList')}${colonOf(language)}${withName(titleIn(list.title, language), list.id, language)}`,
          ...codeTable(list, { ...context, entries: { all: false } }, entriesShown),
        )),
    ...section(text('neighbours'), { kind: 'pairs', pairs: neighbours(standard, row, language) }),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(standard.sources, language, row.evidence) }),
  ];
  return { blocks, data: elementData(standard, row, own, others, context) };
}

function factPairs(
  standard: Standard,
  row: ElementRow,
  own: readonly Rule[],
  context: ExplainContext,
): Extract<Block, { kind: 'pairs' }>['pairs'] {
  const { language } = context;
  const text = labeller(language);
  const [rule] = own;
  const label =
    rule === undefined ? row.field : speakerFor(context.catalogue, rule.applies, language, row.part).label(row.field);
  const document = rule?.applies.documents[0];
  const field = [document, row.part, row.field].filter((piece) => piece !== undefined).join('.');
  return [
    ...pair(text('element'), `<${row.element}>`),
    ...pair(text('path'), `${row.path}/${row.element}`),
    ...pair(text('field'), `${label} · ${field}`),
    ...pair(text('meaning'), meaningOf(context.catalogue, row, document, language)),
    ...pair(text('occurs'), occursWords(row, own, context)),
    ...pair(
      text('format'),
      row.format === undefined
        ? formIn(own, context)
        : `${row.format}${colonOf(language)}${formatWords(row.format, language)}`,
    ),
    ...pair(text('edition2018'), editionWords(row, language)),
    ...pair(text('example'), exampleOf(context.catalogue, standard.slug, row, own, language)),
    ...pair(text('note'), row.note === undefined ? undefined : inLanguage(row.note, language)),
    ...pair(text('clause'), clauseWords(standard, row.clause, language)),
    ...pair(text('evidence'), inLanguage(evidenceWords[row.evidence], language)),
  ];
}

/** “C: conditional, where “Supervision mode” is 1210”. */
function occursWords(
  { occurs, id }: ElementRow,
  own: readonly Rule[],
  { catalogue, language }: ExplainContext,
): string {
  const word = `${occurs}${colonOf(language)}${inLanguage(occurrences[occurs], language)}`;
  if (occurs !== 'C') return word;
  const missing = own.find((rule) => rule.id.endsWith(`/${id}.missing`));
  if (missing?.when === undefined) {
    return (
      word +
      say(
        {
          en: '; the condition cannot be judged from the message alone',
          'zh-CN': '；仅凭报文无法判断该条件',
          fr: ' ; la condition ne peut pas être jugée d’après le message seul',
        },
        language,
      )
    );
  }
  const words = conditionWords(missing.when, speakerFor(catalogue, missing.applies, language, missing.part), 'may');
  const condition = words.map(({ text }) => text).join(language === 'zh-CN' ? '，且' : ', and ');
  return say(
    { en: '{word}, where {condition}', 'zh-CN': '{word}，条件：{condition}', fr: '{word} ({condition})' },
    language,
    { word, condition },
  );
}

/** What a row without a format code asks for: a date, a code. */
function formIn(own: readonly Rule[], { catalogue, language }: ExplainContext): string | undefined {
  const rule = own.find(({ id }) => id.endsWith('.format')) ?? own.find(({ id }) => id.endsWith('.code'));
  if (rule === undefined) return inLanguage({ en: 'any text', 'zh-CN': '任意文本', fr: 'tout texte' }, language);
  const words = demandWords(rule, speakerFor(catalogue, rule.applies, language, rule.part));
  return words.map(({ text }) => text).join(language === 'zh-CN' ? '；' : '; ') || undefined;
}

function ownRules(own: readonly Rule[], { catalogue, language }: ExplainContext): Block {
  const rows = own.map((rule) => {
    const speaker = speakerFor(catalogue, rule.applies, language, rule.part);
    const demands = demandWords(rule, speaker)
      .map((words) => words.text)
      .join(language === 'zh-CN' ? '；' : '; ');
    return [
      cell(severityWords(rule.severity, language), rule.severity),
      [...cell(rule.id, 'strong'), ...cell(demands)],
    ];
  });
  return { kind: 'table', table: { columns: [{ title: '' }, { title: '', flexible: true }], rows } };
}

/** Rules on the same field of the same message, this standard's own first. */
function otherRules(catalogue: Catalogue, { slug }: Standard, row: ElementRow, own: readonly Rule[]): readonly Rule[] {
  const [sample] = own;
  if (sample === undefined) return [];
  const format = catalogue.structures.find(({ standard }) => standard === slug)?.format;
  const found = rulesOnField(catalogue, row.field, sample.applies.documents, format).filter(
    (rule) => rule.element === undefined && (rule.part ?? row.part) === row.part,
  );
  return [...found].sort((a, b) => Number(b.standard === slug) - Number(a.standard === slug));
}

function neighbours(
  standard: Standard,
  row: ElementRow,
  language: Language,
): Extract<Block, { kind: 'pairs' }>['pairs'] {
  const text = labeller(language);
  const siblings = standard.elements.filter(({ path }) => path === row.path);
  const at = siblings.indexOf(row);
  const shown = (other: ElementRow | undefined): string | undefined =>
    other === undefined
      ? undefined
      : `${titleIn(other.name, language)} <${other.element}> · ${standard.slug}/${other.id}`;
  return [...pair(text('before'), shown(siblings[at - 1])), ...pair(text('after'), shown(siblings[at + 1]))];
}

function elementData(
  standard: Standard,
  row: ElementRow,
  own: readonly Rule[],
  others: readonly Rule[],
  { catalogue, language }: ExplainContext,
): Page['data'] {
  const { id, ...rest } = row;
  return {
    kind: 'element',
    id: `${standard.slug}/${id}`,
    standard: standard.slug,
    number: standard.number,
    ...rest,
    formatInWords: row.format === undefined ? undefined : formatWords(row.format, language),
    example: exampleOf(catalogue, standard.slug, row, own, language),
    rules: own.map((rule) => ({ id: rule.id, severity: rule.severity, when: rule.when, require: rule.require })),
    otherRules: others.map((rule) => rule.id),
    sources: standard.sources,
  };
}
