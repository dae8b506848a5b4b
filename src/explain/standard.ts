import type { Language } from '../model/language.js';
import type { Clause, Coverage, ElementRow, Standard } from '../model/standard.js';
import type { FillValues } from '../text/fill.js';
import { inLanguage, titleIn } from '../text/language.js';
import { formatCount } from '../text/report-words.js';
import type { ExplainContext } from './context.js';
import { editions } from './editions.js';
import { clauseLine, clauseWords, concernPairs, inForceWords, kindOf, sourcePairs, titleLines } from './facts.js';
import { type LabelId, labeller } from './labels.js';
import {
  type Block,
  cell,
  commandBlock,
  factsBlock,
  type Page,
  pageHead,
  pair,
  section,
  type Tone,
  tableBlock,
} from './page.js';
import { type AnyRule, allRules, ruleTable, sentenceOf, severityWords } from './rules-of.js';
import { type Counted, phrases, texts } from './texts.js';
import { colonOf, commaOf, countOf, coverages, occurrences, say } from './words.js';

/** A standard, law, announcement or message specification. */
export function standardPage(standard: Standard, context: ExplainContext): Page {
  const { catalogue, language, today } = context;
  const text = labeller(language);
  const own = allRules(catalogue).filter(({ rule }) => rule.standard === standard.slug);
  const written = own.filter((one) => one.kind !== 'record' || one.rule.element === undefined);
  const { number, slug } = standard;
  const titles = titleLines(standard.title, language).filter((line) => line !== number);
  const caveat = standard.caveat === undefined ? '' : inLanguage(standard.caveat, language);
  const blocks: readonly Block[] = [
    ...pageHead(number, kindOf(standard, language), titles.join('\n')),
    factsBlock(
      pair(text('status'), inForceWords(standard, today, language)),
      pair(text('issued'), standard.issued),
      pair(text('issuer'), standard.issuer),
      pair(text('theme'), standard.theme),
      pair(text('id'), slug),
    ),
    ...section(text('scope'), { kind: 'text', text: inLanguage(standard.scope, language) }),
    ...section(text('caveat'), { kind: 'text', text: caveat }),
    ...section(text('editions'), editionTable(standard, context)),
    ...section(text('concerns'), { kind: 'pairs', pairs: concernPairs(standard.applies, context) }),
    ...section(text('coverage'), { kind: 'text', text: coverageWords(standard, own, context) }),
    ...section(text('clauses'), clauseTable(standard, own, context)),
    ...section(text('questions'), { kind: 'bullets', items: questions(standard, context) }),
    ...section(text('rules'), ruleTable(written, context, { within: slug })),
    ...section(text('citations'), citationTable(standard, context)),
    ...elementSections(standard, context),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(standard.sources, language) }),
    ...(own.length + standard.citations.length === 0 ? [] : section(text('use'), useBlock(slug, text))),
  ];
  return { blocks, data: standardData(standard, own, context) };
}

function useBlock(slug: string, text: (id: LabelId) => string): Block {
  return commandBlock([
    [`borderlint check --standard ${slug}`, text('onlyStandard')],
    [`borderlint check --skip ${slug}`, text('withoutStandard')],
  ]);
}

/** Older and newer editions, as far as they are known, this one marked. */
function editionTable(standard: Standard, { catalogue, language, today }: ExplainContext): Block {
  const known = editions(catalogue, standard);
  const rows = (known.length < 2 ? [] : known).map(({ number, standard: edition }) => {
    const here = number === standard.number;
    const unknown = inLanguage(phrases.notInCatalogue, language);
    const dates = edition === undefined ? unknown : inForceWords(edition, today, language);
    return [cell(here ? '→' : ''), cell(number, here ? 'strong' : 'plain'), cell(dates, here ? 'plain' : 'faint')];
  });
  return tableBlock([{ title: '' }, { title: '', most: 34 }, { title: '', flexible: true }], rows);
}

function coverageWords(standard: Standard, own: readonly AnyRule[], { language }: ExplainContext): string {
  const { clauses, elements, citations } = standard;
  const fromRows = own.filter((one) => one.kind === 'record' && one.rule.element !== undefined).length;
  const count = (n: number, text: Counted, values: FillValues = {}): string =>
    n === 0 ? '' : countOf(n, text, language, values);
  const listed = count(clauses.length, texts.clauseCount, { parts: coverageCounts(clauses, language) });
  if (own.length + citations.length === 0) return say(phrases.listedOnly, language, { listed });
  const pieces = [
    listed,
    countOf(own.length - fromRows, texts.ruleCount, language),
    count(elements.length, texts.elementCount, { m: formatCount(fromRows) }),
    count(citations.length, texts.citationCount),
  ];
  return pieces.filter((piece) => piece !== '').join(language === 'zh-CN' ? '；' : '; ');
}

function coverageCounts(clauses: readonly Clause[], language: Language): string {
  const kinds = ['automated', 'partial', 'manual', 'planned', 'informative'] as const;
  const counted = kinds.flatMap((kind) => {
    const n = clauses.filter(({ coverage }) => coverage === kind).length;
    const coverage = inLanguage(coverages[kind], language);
    return n === 0 ? [] : [say(phrases.coverageCount, language, { n: String(n), coverage })];
  });
  return counted.join(commaOf(language));
}

const coverageTones: { readonly [coverage in Coverage]: Tone } = {
  automated: 'good',
  partial: 'plain',
  manual: 'plain',
  planned: 'faint',
  informative: 'faint',
};

function clauseTable(standard: Standard, own: readonly AnyRule[], { language }: ExplainContext): Block {
  const text = labeller(language);
  const rows = standard.clauses.map((clause) => {
    const count =
      own.filter(({ rule }) => rule.clause === clause.ref).length +
      standard.citations.filter((citation) => citation.clause === clause.ref).length;
    return [
      cell(clauseLine(clause, language)),
      cell(inLanguage(coverages[clause.coverage], language), coverageTones[clause.coverage]),
      cell(count === 0 ? '' : formatCount(count)),
    ];
  });
  return {
    kind: 'table',
    table: {
      columns: [
        { title: text('clause'), flexible: true },
        { title: text('coverage') },
        { title: text('rules'), align: 'right' },
      ],
      rows,
    },
  };
}

function questions({ clauses }: Standard, { language }: ExplainContext): readonly { readonly text: string }[] {
  const asked = clauses.filter(
    (clause): clause is Clause & { question: NonNullable<Clause['question']> } => clause.question !== undefined,
  );
  return asked.map((clause) => ({
    text: `${clauseLine(clause, language).replace('  ', ' ')}${colonOf(language)}${inLanguage(clause.question, language)}`,
  }));
}

function citationTable(standard: Standard, context: ExplainContext): Block {
  const { catalogue, language } = context;
  const byId = new Map(allRules(catalogue).map((one) => [one.rule.id, one]));
  const rows = standard.citations.map((citation) => {
    const one = byId.get(citation.rule);
    const clause = clauseWords(standard, citation.clause, language);
    const severity = one === undefined ? [] : cell(severityWords(one.rule.severity, language), one.rule.severity);
    const sentence = one === undefined ? [] : cell(sentenceOf(one, context));
    return [severity, [...cell(citation.rule, 'strong'), ...sentence, ...cell(clause, 'faint')]];
  });
  return { kind: 'table', table: { columns: [{ title: '' }, { title: '', flexible: true }], rows } };
}

function elementSections({ elements }: Standard, { language }: ExplainContext): readonly Block[] {
  const text = labeller(language);
  const byPath = new Map<string, ElementRow[]>();
  for (const row of elements) byPath.set(row.path, [...(byPath.get(row.path) ?? []), row]);
  return [...byPath].flatMap(([path, rows]) =>
    section(`${text('elements')}${colonOf(language)}${path}`, {
      kind: 'table',
      table: {
        columns: [
          { title: text('element') },
          { title: text('name'), flexible: true },
          { title: text('occurs'), expendable: 1 },
          { title: text('format') },
          { title: text('codeList'), expendable: 2 },
        ],
        rows: rows.map((row) => [
          cell(row.element, 'strong'),
          cell(titleIn(row.name, language)),
          cell(inLanguage(occurrences[row.occurs], language), row.occurs === 'M' ? 'plain' : 'faint'),
          cell(row.format ?? ''),
          cell(row.codes ?? ''),
        ]),
      },
    }),
  );
}

function standardData(standard: Standard, own: readonly AnyRule[], { catalogue }: ExplainContext): Page['data'] {
  const { slug, ...rest } = standard;
  return {
    kind: 'standard',
    id: slug,
    slug,
    ...rest,
    editions: editions(catalogue, standard).map(({ number, standard: edition }) => ({
      number,
      slug: edition?.slug,
      effective: edition?.effective,
    })),
    rules: own.map(({ rule }) => ({
      id: rule.id,
      severity: rule.severity,
      evidence: rule.evidence,
      clause: rule.clause,
    })),
  };
}
