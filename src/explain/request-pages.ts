import type { Category } from '../model/catalogue.js';
import type { Profile } from '../model/plan.js';
import { inLanguage } from '../text/language.js';
import { severities } from '../text/report-words.js';
import { isAbout } from './categories.js';
import type { ExplainContext } from './context.js';
import { categoryWords, modeWords, standardWords, titleUnlessNumber } from './facts.js';
import { labeller } from './labels.js';
import {
  type Block,
  cell,
  commandBlock,
  factsBlock,
  type Page,
  pageHead,
  pair,
  section,
  type TableColumn,
  tableBlock,
} from './page.js';
import { phrases } from './texts.js';
import { commaOf, directions } from './words.js';

/** A ready-made request. */
export function profilePage(profile: Profile, context: ExplainContext): Page {
  const { language } = context;
  const text = labeller(language);
  const list = (items: readonly string[] | undefined, words: (item: string) => string): string | undefined =>
    items?.map(words).join('\n');
  const overrides = Object.entries(profile.severity ?? {}).map(([rule, severity]) => ({
    text: `${rule} → ${inLanguage(severities[severity], language)}`,
  }));
  const standards = (words: readonly string[] | undefined): string | undefined =>
    list(words, (word) => namedStandard(word, context));
  const modes = list(profile.modes, (mode) => modeWords(mode, context));
  const categories = list(profile.categories, (id) => categoryWords(id, context));
  const { direction } = profile;
  const name = inLanguage(profile.title, language);
  const blocks: readonly Block[] = [
    ...pageHead(profile.id, inLanguage(phrases.profile, language), name, inLanguage(profile.description, language)),
    factsBlock(
      pair(text('direction'), direction === undefined ? undefined : inLanguage(directions[direction], language)),
      pair(text('modes'), modes),
      pair(text('categories'), categories),
      pair(text('standards'), standards(profile.standards)),
      pair(text('claims'), standards(profile.claims)),
      pair(text('skip'), standards(profile.skip)),
    ),
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
  const standards = catalogue.standards.filter((standard) => isAbout(standard, ids, context.catalogue));
  const names = (all: readonly Category[], between: string): string =>
    all.map(({ id }) => categoryWords(id, context)).join(between);
  const rows = standards.map((one) => [cell(one.number, 'strong'), cell(titleUnlessNumber(one, language))]);
  const columns: readonly TableColumn[] = [
    { title: text('standard'), most: 30 },
    { title: text('title'), flexible: true },
  ];
  const command = [`borderlint check --category ${category.id}`, inLanguage(phrases.everyRecord, language)] as const;
  const blocks: readonly Block[] = [
    ...pageHead(category.id, inLanguage(phrases.category, language), inLanguage(category.title, language)),
    factsBlock(
      pair(text('parent'), names(above, ' › ')),
      pair(text('children'), names(below, commaOf(language))),
      pair(text('hs'), category.hs.join(commaOf(language))),
      pair(text('words'), category.words.join(commaOf(language))),
    ),
    ...section(text('standards'), tableBlock(columns, rows)),
    ...section(text('use'), commandBlock([command])),
  ];
  const { id, ...rest } = category;
  const numbers = standards.map(({ number }) => number);
  return { blocks, data: { kind: 'category', id, ...rest, children: below.map((one) => one.id), standards: numbers } };
}

function ancestors({ parent }: Category, all: readonly Category[]): readonly Category[] {
  const found = all.find(({ id }) => id === parent);
  return found === undefined ? [] : [...ancestors(found, all), found];
}
