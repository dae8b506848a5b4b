import type { Catalogue } from '../../model/catalogue.js';
import type { Clause, Coverage, Evidence, IsoDate, Level, Standard } from '../../model/standard.js';
import { inLanguage, titleIn } from '../../text/language.js';
import { formatCount } from '../../text/report-words.js';
import { unbroken } from '../../text/unbroken.js';
import { titleUnlessNumber } from '../facts.js';
import { labeller } from '../labels.js';
import { type Block, cell, type Table } from '../page.js';
import { holds } from '../search.js';
import { commaOf, countOf, levelHeadings, say } from '../words.js';
import { countBlocks, type ListContext, type ListFilter, type Listing } from './listing.js';

const levelOrder: readonly Level[] = ['national', 'sectoral', 'local', 'group', 'customs', 'policy'];
const strongestFirst: readonly Evidence[] = ['text', 'implementation', 'summary', 'metadata', 'recalled'];

/** Standards by level. */
export function listStandards(context: ListContext, filter: ListFilter): Listing {
  const { catalogue, language } = context;
  const found = catalogue.standards.filter((standard) => wanted(standard, catalogue, filter));
  const counts = ruleCounts(catalogue);
  const groups = levelOrder.flatMap((level) => {
    const members = found.filter((standard) => standard.level === level);
    return members.length === 0 ? [] : [{ level, members }];
  });
  const blocks = groups.flatMap(({ level, members }, index): readonly Block[] => [
    ...(index === 0 ? [] : [{ kind: 'gap' as const }]),
    { kind: 'heading', text: inLanguage(levelHeadings[level], language) },
    { kind: 'table', table: standardTable(members, counts, context) },
  ]);
  return {
    blocks: [...blocks, ...countBlocks(footer(found, counts, language))],
    data: found.map((standard) => standardData(standard, counts)),
  };
}

/** Whether a standard passes the filters that speak of standards. */
export function standardPasses(standard: Standard | undefined, { level, theme, status }: ListFilter): boolean {
  if (standard === undefined) return false;
  return (
    (level === undefined || standard.level === level) &&
    (theme === undefined || standard.theme === theme) &&
    (status === undefined || standard.status === status)
  );
}

function wanted(standard: Standard, catalogue: Catalogue, filter: ListFilter): boolean {
  const { search, document } = filter;
  if (!standardPasses(standard, filter)) return false;
  if (
    document !== undefined &&
    !standard.applies.documents.includes(document) &&
    !catalogue.rules.some((rule) => rule.standard === standard.slug && rule.applies.documents.includes(document))
  )
    return false;
  return holds(search, [
    standard.number,
    standard.slug,
    standard.theme,
    ...Object.values(standard.title),
    ...Object.values(standard.scope),
  ]);
}

/** Rules by standard's slug: written by hand, made from element rows, across records, of a message's structure. */
export function ruleCounts({ rules, across, structures }: Catalogue): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { standard } of [...rules, ...across, ...structures.flatMap((structure) => structure.rules)])
    counts.set(standard, (counts.get(standard) ?? 0) + 1);
  return counts;
}

function standardTable(
  standards: readonly Standard[],
  counts: ReadonlyMap<string, number>,
  { language, today }: ListContext,
): Table {
  const text = labeller(language);
  return {
    columns: [
      { title: text('standard'), most: 26 },
      { title: text('title'), flexible: true },
      { title: text('theme'), expendable: 2 },
      { title: text('status'), expendable: 1 },
      { title: text('rules'), align: 'right' },
    ],
    rows: standards.map((standard) => {
      const count = (counts.get(standard.slug) ?? 0) + standard.citations.length;
      const { words, now } = statusBriefly(standard, today, language);
      return [
        cell(standard.number, 'strong'),
        cell(titleUnlessNumber(standard, language)),
        cell(standard.theme, 'faint'),
        cell(words, now ? 'plain' : 'faint'),
        cell(count === 0 ? '–' : formatCount(count), count === 0 ? 'faint' : 'plain'),
      ];
    }),
  };
}

function statusBriefly(
  { status, effective: { from, until } }: Standard,
  today: IsoDate,
  language: ListContext['language'],
): { readonly words: string; readonly now: boolean } {
  if (status === 'draft') return { words: say({ en: 'draft', 'zh-CN': '草案', fr: 'projet' }, language), now: false };
  if (status === 'withdrawn')
    return { words: say({ en: 'withdrawn', 'zh-CN': '已废止', fr: 'retirée' }, language), now: false };
  if (status === 'superseded' || (until !== undefined && until <= today))
    return { words: say({ en: 'superseded', 'zh-CN': '已被代替', fr: 'remplacée' }, language), now: false };
  if (from !== undefined && from > today)
    return {
      words: say({ en: 'from {from}', 'zh-CN': '{from} 起', fr: 'à partir du {from}' }, language, { from }),
      now: false,
    };
  if (until !== undefined)
    return {
      words: say({ en: 'until {until}', 'zh-CN': '至 {until}', fr: 'jusqu’au {until}' }, language, { until }),
      now: true,
    };
  return {
    words:
      from === undefined
        ? say({ en: 'in force', 'zh-CN': '现行', fr: 'en vigueur' }, language)
        : say({ en: 'since {from}', 'zh-CN': '{from} 起', fr: 'depuis le {from}' }, language, { from }),
    now: true,
  };
}

function footer(
  found: readonly Standard[],
  counts: ReadonlyMap<string, number>,
  language: ListContext['language'],
): string {
  if (found.length === 0)
    return say(
      { en: 'No standard is like that.', 'zh-CN': '没有符合条件的标准。', fr: 'Aucune norme n’est ainsi.' },
      language,
    );
  const checked = found.filter(({ slug, citations }) => (counts.get(slug) ?? 0) + citations.length > 0);
  const rules = checked.reduce((sum, { slug }) => sum + (counts.get(slug) ?? 0), 0);
  const values = {
    checked: formatCount(checked.length),
    listed: formatCount(found.length - checked.length),
    rules: formatCount(rules),
  };
  return countOf(
    found.length,
    {
      one: '{n} standard: {checked} checked by {rules} rules, {listed} listed only (–). Its page: borderlint explain NUMBER',
      oneFr:
        '{n} norme : {checked} contrôlée par {rules} règles, {listed} seulement répertoriée (–). Sa page : borderlint explain NUMÉRO',
      en: '{n} standards: {checked} checked by {rules} rules, {listed} listed only (–). One of them: borderlint explain NUMBER',
      'zh-CN':
        '共 {n} 项标准：{checked} 项由 {rules} 条规则检查，{listed} 项仅收录（–）。查看详情：borderlint explain 标准号',
      fr: '{n} normes : {checked} contrôlées par {rules} règles, {listed} seulement répertoriées (–). L’une d’elles : borderlint explain NUMÉRO',
    },
    language,
    values,
  );
}

function standardData(standard: Standard, counts: ReadonlyMap<string, number>): object {
  const {
    number,
    slug,
    title,
    level,
    obligation,
    status,
    statusConfirmed,
    theme,
    issued,
    effective,
    applies,
    clauses,
    elements,
    citations,
    sources,
  } = standard;
  const activeRules = counts.get(slug) ?? 0;
  return {
    number,
    slug,
    title,
    level,
    obligation,
    status,
    statusConfirmed,
    theme,
    issued,
    effective,
    evidence: strongestFirst.find((kind) => sources.some(({ evidence }) => evidence === kind)) ?? 'recalled',
    documents: applies.documents,
    direction: applies.direction,
    state: activeRules + citations.length > 0 ? 'checked' : 'listed',
    activeRules,
    elements: elements.length,
    citations: citations.length,
    clauses: clauseCounts(clauses),
  };
}

function clauseCounts(clauses: readonly Clause[]): { readonly [coverage in Coverage]: number } {
  const counts = { automated: 0, partial: 0, manual: 0, planned: 0, informative: 0 };
  for (const { coverage } of clauses) counts[coverage] += 1;
  return counts;
}

/** Themes with how many standards each has. */
export function listThemes(context: ListContext, { search, level, status }: ListFilter): Listing {
  const { catalogue, language } = context;
  const text = labeller(language);
  const counts = ruleCounts(catalogue);
  const byTheme = new Map<string, Standard[]>();
  for (const standard of catalogue.standards.filter((one) => standardPasses(one, { level, status })))
    byTheme.set(standard.theme, [...(byTheme.get(standard.theme) ?? []), standard]);
  const themes = [...byTheme]
    .filter(([theme, members]) =>
      holds(search, [theme, ...members.flatMap(({ number, title }) => [number, ...Object.values(title)])]),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const table: Table = {
    columns: [{ title: text('theme') }, { title: text('standards'), flexible: true }, { title: '', align: 'right' }],
    rows: themes.map(([theme, members]) => [
      cell(theme, 'strong'),
      cell(members.map(({ number }) => unbroken(number)).join(commaOf(language)), 'faint'),
      cell(String(members.length)),
    ]),
  };
  const data = themes.map(([theme, members]) => ({
    theme,
    standards: members.map(({ number }) => number),
    activeRules: members.reduce((sum, { slug }) => sum + (counts.get(slug) ?? 0), 0),
  }));
  const count = countOf(
    themes.length,
    {
      one: '{n} theme. Its standards: borderlint list standards --theme THEME',
      oneFr: '{n} thème. Ses normes : borderlint list standards --theme THÈME',
      en: '{n} themes. The standards of one: borderlint list standards --theme THEME',
      'zh-CN': '共 {n} 个主题。查看某一主题的标准：borderlint list standards --theme 主题',
      fr: '{n} thèmes. Les normes de l’un : borderlint list standards --theme THÈME',
    },
    language,
  );
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

export function numberAndTitle(standard: Standard, language: ListContext['language']): string {
  const title = titleIn(standard.title, language);
  return title === '' || title === standard.number ? standard.number : `${standard.number}  ${title}`;
}
