import type { Clause, ElementRow, Standard } from '../model/standard.js';
import { inLanguage, titleIn } from '../text/language.js';
import { formatCount } from '../text/report-words.js';
import type { ExplainContext } from './context.js';
import { editions } from './editions.js';
import { concernPairs, clauseLine, clauseWords, inForceWords, kindOf, sourcePairs, titleLines } from './facts.js';
import { labeller } from './labels.js';
import { type Block, cell, commandBlock, type Page, pair, section } from './page.js';
import { allRules, type AnyRule, ruleTable, severityWords, sentenceOf } from './rules-of.js';
import { colonOf, commaOf, countOf, coverages, occurrences, say } from './words.js';

/** A standard, law, announcement or message specification. */
export function standardPage(standard: Standard, context: ExplainContext): Page {
  const { catalogue, language, today } = context;
  const text = labeller(language);
  const own = allRules(catalogue).filter(({ rule }) => rule.standard === standard.slug);
  const written = own.filter((one) => one.kind !== 'record' || one.rule.element === undefined);
  const { number, slug } = standard;
  const titles = titleLines(standard.title, language).filter((line) => line !== number);
  const blocks: readonly Block[] = [
    { kind: 'head', title: number, aside: kindOf(standard, language), tone: 'faint' },
    { kind: 'text', text: titles.join('\n'), tone: 'strong', indent: 0 },
    { kind: 'gap' },
    { kind: 'pairs', indent: 0, pairs: [...pair(text('status'), inForceWords(standard, today, language)), ...pair(text('issued'), standard.issued), ...pair(text('issuer'), standard.issuer), ...pair(text('theme'), standard.theme), ...pair(text('id'), slug)] },
    ...section(text('scope'), { kind: 'text', text: inLanguage(standard.scope, language) }),
    ...section(text('caveat'), { kind: 'text', text: standard.caveat === undefined ? '' : inLanguage(standard.caveat, language) }),
    ...section(text('editions'), editionTable(standard, context)),
    ...section(text('concerns'), { kind: 'pairs', pairs: concernPairs(standard.applies, context) }),
    ...section(text('coverage'), { kind: 'text', text: coverageWords(standard, own, context) }),
    ...section(text('clauses'), clauseTable(standard, own, context)),
    ...section(text('questions'), { kind: 'bullets', items: questions(standard, context) }),
    ...section(text('rules'), ruleTable(written, context, { within: slug })),
    ...section(text('citations'), citationTable(standard, context)),
    ...elementSections(standard, context),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(standard.sources, language) }),
    ...(own.length + standard.citations.length === 0 ? [] : section(text('use'), commandBlock([[`borderlint check --standard ${slug}`, text('onlyStandard')], [`borderlint check --skip ${slug}`, text('withoutStandard')]]))),
  ];
  return { blocks, data: standardData(standard, own, context) };
}

/** Older and newer editions, as far as they are known, this one marked. */
function editionTable(standard: Standard, context: ExplainContext): Block {
  const { catalogue, language, today } = context;
  const known = editions(catalogue, standard);
  const rows = known.length < 2 ? [] : known.map(({ number, standard: edition }) => {
    const here = number === standard.number;
    const dates = edition === undefined ? say({ en: 'not in the catalogue', 'zh-CN': '本目录未收录' }, language) : inForceWords(edition, today, language);
    return [cell(here ? '→' : ''), cell(number, here ? 'strong' : 'plain'), cell(dates, here ? 'plain' : 'faint')];
  });
  return { kind: 'table', table: { columns: [{ title: '' }, { title: '', most: 34 }, { title: '', flexible: true }], rows } };
}

function coverageWords({ clauses, elements, citations }: Standard, own: readonly AnyRule[], { language }: ExplainContext): string {
  const fromRows = own.filter((one) => one.kind === 'record' && one.rule.element !== undefined).length;
  const counted = (['automated', 'partial', 'manual', 'planned', 'informative'] as const).flatMap((coverage) => {
    const count = clauses.filter((clause) => clause.coverage === coverage).length;
    return count === 0 ? [] : [say({ en: '{n} {coverage}', 'zh-CN': '{coverage} {n} 条' }, language, { n: String(count), coverage: inLanguage(coverages[coverage], language) })];
  });
  const listed = clauses.length === 0 ? '' : countOf(clauses.length, { one: '{n} clause ({parts})', en: '{n} clauses ({parts})', 'zh-CN': '条款 {n} 条（{parts}）' }, language, { parts: counted.join(commaOf(language)) });
  if (own.length + citations.length === 0) {
    return say({ en: 'Listed only: nothing in it is checked by a rule yet.[ {listed}.]', 'zh-CN': '仅收录，尚无可自动检查的规则。[{listed}。]' }, language, { listed });
  }
  const pieces = [
    listed,
    countOf(own.length - fromRows, { one: '{n} rule', en: '{n} rules', 'zh-CN': '规则 {n} 条' }, language),
    elements.length === 0 ? '' : countOf(elements.length, { one: '{n} element with {m} rules of its own', en: '{n} elements with {m} rules of their own', 'zh-CN': '数据项 {n} 个，自带规则 {m} 条' }, language, { m: formatCount(fromRows) }),
    citations.length === 0 ? '' : countOf(citations.length, { one: '{n} rule cited', en: '{n} rules cited', 'zh-CN': '引用规则 {n} 条' }, language),
  ];
  return pieces.filter((piece) => piece !== '').join(language === 'zh-CN' ? '；' : '; ');
}

function clauseTable(standard: Standard, own: readonly AnyRule[], { language }: ExplainContext): Block {
  const text = labeller(language);
  const rows = standard.clauses.map((clause) => {
    const count = own.filter(({ rule }) => rule.clause === clause.ref).length + standard.citations.filter((citation) => citation.clause === clause.ref).length;
    const tone = clause.coverage === 'automated' ? 'good' : clause.coverage === 'planned' || clause.coverage === 'informative' ? 'faint' : 'plain';
    return [cell(clauseLine(clause, language)), cell(inLanguage(coverages[clause.coverage], language), tone), cell(count === 0 ? '' : formatCount(count))];
  });
  return { kind: 'table', table: { columns: [{ title: text('clause'), flexible: true }, { title: text('coverage') }, { title: text('rules'), align: 'right' }], rows } };
}

function questions({ clauses }: Standard, { language }: ExplainContext): readonly { readonly text: string }[] {
  const asked = clauses.filter((clause): clause is Clause & { question: NonNullable<Clause['question']> } => clause.question !== undefined);
  return asked.map((clause) => ({ text: `${clauseLine(clause, language).replace('  ', ' ')}${colonOf(language)}${inLanguage(clause.question, language)}` }));
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
        columns: [{ title: text('element') }, { title: text('name'), flexible: true }, { title: text('occurs'), expendable: 1 }, { title: text('format') }, { title: text('codeList'), expendable: 2 }],
        rows: rows.map((row) => [cell(row.element, 'strong'), cell(titleIn(row.name, language)), cell(inLanguage(occurrences[row.occurs], language), row.occurs === 'M' ? 'plain' : 'faint'), cell(row.format ?? ''), cell(row.codes ?? '')]),
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
    editions: editions(catalogue, standard).map(({ number, standard: edition }) => ({ number, slug: edition?.slug, effective: edition?.effective })),
    rules: own.map(({ rule }) => ({ id: rule.id, severity: rule.severity, evidence: rule.evidence, clause: rule.clause })),
  };
}
