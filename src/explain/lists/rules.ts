import type { Rule, Severity, Standard } from '../../model/standard.js';
import { titleIn } from '../../text/language.js';
import { renderCount } from '../../text/report-words.js';
import type { ExplainContext } from '../context.js';
import { fieldsOf } from '../fields.js';
import { type Block, cell, type Table } from '../page.js';
import { type AnyRule, allRules, sentenceOf } from '../rules-of.js';
import { holds } from '../search.js';
import { commaOf, countOf, say, severityMarks } from '../words.js';
import { countBlocks, type ListContext, type ListFilter, type Listing } from './listing.js';
import { numberAndTitle, standardPasses } from './standards.js';

/** Rules by standard, one line each, under the slug their ids begin with; the rules of an element's row share a line. */
export function listRules(context: ListContext, filter: ListFilter): Listing {
  const { catalogue, language } = context;
  const pages: ExplainContext = { ...context, entries: { all: false }, ceiling: () => undefined };
  const bySlug = new Map(catalogue.standards.map((standard) => [standard.slug, standard]));
  const found = allRules(catalogue).filter((one) => wanted(one, bySlug.get(one.rule.standard), filter));
  const groups = new Map<string, AnyRule[]>();
  for (const one of found) groups.set(one.rule.standard, [...(groups.get(one.rule.standard) ?? []), one]);
  const blocks = catalogue.standards.flatMap((standard): readonly Block[] => {
    const members = groups.get(standard.slug);
    if (members === undefined) return [];
    return [
      { kind: 'heading', text: `${standard.slug}/  ${numberAndTitle(standard, language)}` },
      { kind: 'table', table: ruleTable(members, standard, pages) },
      { kind: 'gap' },
    ];
  });
  return {
    blocks: [...blocks.slice(0, -1), ...countBlocks(footer(found, groups.size, language))],
    data: found.map((one) => ruleData(one, bySlug.get(one.rule.standard))),
  };
}

function wanted({ kind, rule }: AnyRule, standard: Standard | undefined, filter: ListFilter): boolean {
  const { search, severity, document } = filter;
  if (filter.standard !== undefined && rule.standard !== filter.standard) return false;
  if (severity !== undefined && rule.severity !== severity) return false;
  if (!standardPasses(standard, filter)) return false;
  const documents = kind === 'structure' ? (standard?.applies.documents ?? []) : rule.applies.documents;
  if (document !== undefined && !documents.includes(document)) return false;
  return holds(search, [
    rule.id,
    standard?.number,
    ...Object.values(standard?.title ?? {}),
    ...Object.values(rule.message),
    ...Object.values(rule.remedy),
    ...(kind === 'record' ? fieldsOf(rule.require) : []),
  ]);
}

function ruleTable(rules: readonly AnyRule[], standard: Standard, context: ExplainContext): Table {
  const rows = [
    ...rules
      .filter((one) => elementOf(one) === undefined)
      .map((one) => ({ severity: one.rule.severity, id: one.rule.id, text: sentenceOf(one, context) })),
    ...elementRows(rules, standard, context),
  ];
  return {
    columns: [{ title: '' }, { title: '' }, { title: '', flexible: true, cut: true }],
    rows: rows.map(({ severity, id, text }) => [
      cell(severityMarks[severity], severity),
      cell(id.slice(standard.slug.length + 1)),
      cell(text, 'faint'),
    ]),
  };
}

type Row = { readonly severity: Severity; readonly id: string; readonly text: string };

/** `ceb621/assure-code.missing .format` for rules of one row and one severity. */
function elementRows(rules: readonly AnyRule[], standard: Standard, { language }: ExplainContext): readonly Row[] {
  const groups = new Map<string, { severity: Severity; element: string; ends: string[] }>();
  for (const one of rules) {
    const element = elementOf(one);
    if (element === undefined) continue;
    const key = `${element} ${one.rule.severity}`;
    const group = groups.get(key) ?? { severity: one.rule.severity, element, ends: [] };
    group.ends.push(one.rule.id.slice(one.rule.id.lastIndexOf('.')));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ severity, element, ends }) => {
    const row = standard.elements.find(({ id }) => id === element);
    return {
      severity,
      id: `${standard.slug}/${element}${ends.join(' ')}`,
      text: row === undefined ? '' : `${titleIn(row.name, language)} <${row.element}>`,
    };
  });
}

function elementOf(one: AnyRule): string | undefined {
  return one.kind === 'record' ? one.rule.element : undefined;
}

function footer(found: readonly AnyRule[], standards: number, language: ListContext['language']): string {
  if (found.length === 0)
    return say(
      { en: 'No rule is like that.', 'zh-CN': '没有符合条件的规则。', fr: 'Aucune règle n’est ainsi.' },
      language,
    );
  const parts = (['error', 'warning', 'advice'] as const).flatMap((severity) => {
    const count = found.filter(({ rule }) => rule.severity === severity).length;
    return count === 0 ? [] : [`${severityMarks[severity]} ${renderCount(severity, count, language)}`];
  });
  const values = { standards: String(standards), parts: parts.join(commaOf(language)) };
  return countOf(
    found.length,
    {
      one: '{n} rule: {parts}. Its page: borderlint explain ID',
      oneFr: '{n} règle : {parts}. Sa page : borderlint explain ID',
      en: '{n} rules of {standards} standards: {parts}. One of them: borderlint explain ID',
      'zh-CN': '共 {n} 条规则，出自 {standards} 项标准：{parts}。查看详情：borderlint explain 规则编号',
      fr: '{n} règles de {standards} normes : {parts}. L’une d’elles : borderlint explain ID',
    },
    language,
    values,
  ).replace('of 1 standards', 'of 1 standard');
}

function ruleData(one: AnyRule, standard: Standard | undefined): object {
  const { rule } = one;
  const applies: Partial<Rule['applies']> = one.kind === 'structure' ? (standard?.applies ?? {}) : one.rule.applies;
  return {
    id: rule.id,
    kind: one.kind,
    standard: standard?.number ?? rule.standard,
    slug: rule.standard,
    severity: rule.severity,
    evidence: rule.evidence,
    clause: rule.clause,
    ...applies,
    part: one.kind === 'record' ? one.rule.part : undefined,
    element: elementOf(one),
    fix: one.kind === 'record' ? one.rule.fix : undefined,
    message: rule.message,
    remedy: rule.remedy,
  };
}
