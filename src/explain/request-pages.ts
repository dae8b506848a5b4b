import type { Category } from '../model/catalogue.js';
import type { Profile } from '../model/plan.js';
import type { Standard } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { severities } from '../text/report-words.js';
import type { ExplainContext } from './context.js';
import { categoryWords, modeWords, standardWords, titleUnlessNumber } from './facts.js';
import { labeller } from './labels.js';
import { type Block, cell, commandBlock, type Page, pair, section } from './page.js';
import { commaOf, directions, say } from './words.js';

/** A ready-made request. */
export function profilePage(profile: Profile, context: ExplainContext): Page {
  const { language } = context;
  const text = labeller(language);
  const list = (items: readonly string[] | undefined, words: (item: string) => string): string | undefined => items?.map(words).join('\n');
  const overrides = Object.entries(profile.severity ?? {}).map(([rule, severity]) => ({ text: `${rule} → ${inLanguage(severities[severity], language)}` }));
  const blocks: readonly Block[] = [
    { kind: 'head', title: profile.id, aside: say({ en: 'profile', 'zh-CN': '检查方案' }, language), tone: 'faint' },
    { kind: 'text', text: inLanguage(profile.title, language), tone: 'strong', indent: 0 },
    { kind: 'text', text: inLanguage(profile.description, language), indent: 0 },
    { kind: 'gap' },
    {
      kind: 'pairs',
      indent: 0,
      pairs: [
        ...pair(text('direction'), profile.direction === undefined ? undefined : inLanguage(directions[profile.direction], language)),
        ...pair(text('modes'), list(profile.modes, (mode) => modeWords(mode, context))),
        ...pair(text('categories'), list(profile.categories, (id) => categoryWords(id, context))),
        ...pair(text('standards'), list(profile.standards, (word) => namedStandard(word, context))),
        ...pair(text('claims'), list(profile.claims, (word) => namedStandard(word, context))),
        ...pair(text('skip'), list(profile.skip, (word) => namedStandard(word, context))),
      ],
    },
    ...section(text('severity'), { kind: 'bullets', items: overrides }),
    ...section(text('use'), commandBlock([[`borderlint check --profile ${profile.id}`, '']])),
  ];
  const { id, ...rest } = profile;
  return { blocks, data: { kind: 'profile', id, ...rest } };
}

/** Profiles name standards by number or slug, rules by id. */
function namedStandard(word: string, context: ExplainContext): string {
  const standard = context.catalogue.standards.find(({ slug, number }) => slug === word || number === word);
  return standard === undefined ? word : standardWords(standard.slug, context);
}

/** A product category: what puts goods into it, and which standards speak of it. */
export function categoryPage(category: Category, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const above = ancestors(category, catalogue.categories);
  const below = catalogue.categories.filter(({ parent }) => parent === category.id);
  const ids = [category.id, ...above.map(({ id }) => id)];
  const standards = catalogue.standards.filter((standard) => speaksOf(standard, ids, context));
  const blocks: readonly Block[] = [
    { kind: 'head', title: category.id, aside: say({ en: 'product category', 'zh-CN': '商品类别' }, language), tone: 'faint' },
    { kind: 'text', text: inLanguage(category.title, language), tone: 'strong', indent: 0 },
    { kind: 'gap' },
    {
      kind: 'pairs',
      indent: 0,
      pairs: [
        ...pair(text('parent'), above.map(({ id }) => categoryWords(id, context)).join(' › ')),
        ...pair(text('children'), below.map(({ id }) => categoryWords(id, context)).join(commaOf(language))),
        ...pair(text('hs'), category.hs.join(commaOf(language))),
        ...pair(text('words'), category.words.join(commaOf(language))),
      ],
    },
    ...section(text('standards'), {
      kind: 'table',
      table: { columns: [{ title: text('standard'), most: 30 }, { title: text('title'), flexible: true }], rows: standards.map((standard) => [cell(standard.number, 'strong'), cell(titleUnlessNumber(standard, language))]) },
    }),
    ...section(text('use'), commandBlock([[`borderlint check --category ${category.id}`, say({ en: 'every record is of this category', 'zh-CN': '所有记录均属该类别' }, language)]])),
  ];
  const { id, ...rest } = category;
  return { blocks, data: { kind: 'category', id, ...rest, children: below.map((one) => one.id), standards: standards.map(({ number }) => number) } };
}

function ancestors({ parent }: Category, all: readonly Category[]): readonly Category[] {
  const found = all.find(({ id }) => id === parent);
  return found === undefined ? [] : [...ancestors(found, all), found];
}

/** The standard, or a rule of it, is about one of these categories. */
function speaksOf({ slug, applies }: Standard, ids: readonly string[], { catalogue }: ExplainContext): boolean {
  const meets = (categories: readonly string[] | undefined): boolean => categories?.some((id) => ids.includes(id)) === true;
  return meets(applies.categories) || catalogue.rules.some((rule) => rule.standard === slug && meets(rule.applies.categories));
}
