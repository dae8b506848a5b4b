import type { Category } from '../../model/catalogue.js';
import type { CodeList, TermList } from '../../model/codes.js';
import { inLanguage, titleIn } from '../../text/language.js';
import { formatCount } from '../../text/report-words.js';
import { documentKinds, word } from '../../text/words.js';
import { labeller } from '../labels.js';
import { cell, type Table } from '../page.js';
import { holds } from '../search.js';
import { commaOf, countOf, directions, say } from '../words.js';
import { countBlocks, type ListContext, type ListFilter, type Listing } from './listing.js';

/** Formats of files that are understood. */
export function listFormats({ catalogue, language }: ListContext, { search, document }: ListFilter): Listing {
  const text = labeller(language);
  const found = catalogue.formats.filter((format) => (document === undefined || format.document === document) && (search === undefined || holds(search, [format.id, format.document, ...Object.values(format.title)])));
  const table: Table = {
    columns: [{ title: text('id') }, { title: text('title'), flexible: true }, { title: text('documents') }, { title: text('container'), expendable: 1 }],
    rows: found.map((format) => [cell(format.id, 'strong'), cell(titleIn(format.title, language)), cell(word(documentKinds, format.document, language)), cell(format.container.toUpperCase().replace('TABLE', 'CSV, TSV'), 'faint')]),
  };
  const count = countOf(found.length, { one: '{n} format', en: '{n} formats', 'zh-CN': '共 {n} 种格式' }, language);
  const data = found.map(({ id, title, document: kind, container, direction, evidence, columns }) => ({ id, title, document: kind, container, direction, evidence, columns: columns.length }));
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

/** Kinds of records. */
export function listDocuments({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const found = catalogue.documents.filter((document) => search === undefined || holds(search, [document.id, ...Object.values(document.title), ...Object.values(document.description)]));
  const facts = found.map((document) => ({
    document,
    formats: catalogue.formats.filter((format) => format.document === document.id).map(({ id }) => id),
    rules: [...catalogue.rules, ...catalogue.across].filter(({ applies }) => applies.documents.includes(document.id)).length,
  }));
  const table: Table = {
    columns: [{ title: text('id') }, { title: text('title'), flexible: true }, { title: say({ en: 'Fields', 'zh-CN': '字段' }, language), align: 'right' }, { title: text('rules'), align: 'right' }],
    rows: facts.map(({ document, formats, rules }) => {
      const parts = document.parts.map((part) => inLanguage(part.title, language)).join(commaOf(language));
      const title = inLanguage(document.title, language) + (parts === '' ? '' : ` › ${parts}`);
      return [cell(document.id, 'strong'), [...cell(title), ...cell(formats.join(', '), 'faint')], cell(String(document.fields.length)), cell(formatCount(rules))];
    }),
  };
  const count = countOf(found.length, { one: '{n} kind of record', en: '{n} kinds of records', 'zh-CN': '共 {n} 类记录' }, language);
  const data = facts.map(({ document: { id, title, description, key, fields, parts }, formats, rules }) => ({ id, title, description, key, fields: fields.length, parts: parts.map((part) => part.id), formats, rules }));
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

/** Code lists and term lists. */
export function listCodes({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const passes = ({ id, title }: CodeList | TermList): boolean => search === undefined || holds(search, [id, ...Object.values(title)]);
  const codes = catalogue.codes.filter((list) => passes(list) || (search !== undefined && holds(search, [list.standard])));
  const terms = catalogue.terms.filter(passes);
  const complete = (list: CodeList): string => (list.complete ? say({ en: 'complete', 'zh-CN': '完整' }, language) : say({ en: 'perhaps not all', 'zh-CN': '未必完整' }, language));
  const table: Table = {
    columns: [{ title: text('id') }, { title: text('title'), flexible: true }, { title: text('entries'), align: 'right' }, { title: text('complete'), expendable: 1 }, { title: text('dated'), expendable: 2 }],
    rows: [
      ...codes.map((list) => [cell(list.id, 'strong'), cell(titleIn(list.title, language)), cell(formatCount(list.entries.length)), cell(complete(list), list.complete ? 'plain' : 'faint'), cell(list.dated ?? '', 'faint')]),
      ...terms.map((list) => [cell(list.id, 'strong'), cell(titleIn(list.title, language)), cell(formatCount(list.terms.length)), cell(say({ en: 'terms', 'zh-CN': '词表' }, language), 'faint'), []]),
    ],
  };
  const count = countOf(
    codes.length + terms.length,
    { one: '{n} list. Its entries: borderlint explain ID', en: '{n} lists. The entries of one: borderlint explain ID, with --search TEXT if you like', 'zh-CN': '共 {n} 个代码表。查看代码项：borderlint explain 编号（可加 --search 文字）' },
    language,
  );
  const data = [
    ...codes.map(({ id, title, standard, complete: whole, dated, entries }) => ({ id, kind: 'codes', title, standard, complete: whole, dated, entries: entries.length })),
    ...terms.map(({ id, title, terms: words }) => ({ id, kind: 'terms', title, entries: words.length })),
  ];
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

/** The tree of product categories. A search keeps the ancestors of what it finds, so that the tree stays one. */
export function listCategories({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const all = catalogue.categories;
  const matching = all.filter(({ id, title, words, hs }) => search === undefined || holds(search, [id, ...Object.values(title), ...words, ...hs]));
  const kept = new Set(matching.flatMap((category) => [category.id, ...ancestorIds(category, all)]));
  const rows = treeOrder(all).filter(({ category }) => kept.has(category.id));
  const counts = (id: string): number => catalogue.standards.filter(({ slug, applies }) => applies.categories?.includes(id) === true || catalogue.rules.some((rule) => rule.standard === slug && rule.applies.categories?.includes(id) === true)).length;
  const table: Table = {
    columns: [{ title: text('id') }, { title: text('title'), flexible: true }, { title: text('hs'), most: 24, cut: true, expendable: 1 }, { title: text('standards'), align: 'right' }],
    rows: rows.map(({ category, depth }) => {
      const count = counts(category.id);
      return [cell(`${'  '.repeat(depth)}${category.id}`, 'strong'), cell(inLanguage(category.title, language)), cell(category.hs.join(' '), 'faint'), cell(count === 0 ? '' : String(count))];
    }),
  };
  const count = countOf(matching.length, { one: '{n} category; it includes those below it', en: '{n} categories; a category includes those below it', 'zh-CN': '共 {n} 个类别；类别包含其下级类别' }, language);
  const data = matching.map(({ id, title, parent, hs, words }) => ({ id, title, parent, hs, words, standards: counts(id) }));
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

function treeOrder(all: readonly Category[], parent?: string, depth = 0): readonly { readonly category: Category; readonly depth: number }[] {
  return all.filter((category) => category.parent === parent).flatMap((category) => [{ category, depth }, ...treeOrder(all, category.id, depth + 1)]);
}

function ancestorIds({ parent }: Category, all: readonly Category[]): readonly string[] {
  const found = all.find(({ id }) => id === parent);
  return found === undefined ? [] : [found.id, ...ancestorIds(found, all)];
}

/** Ready-made requests. */
export function listProfiles({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const found = catalogue.profiles.filter((profile) => search === undefined || holds(search, [profile.id, ...Object.values(profile.title), ...Object.values(profile.description)]));
  const table: Table = {
    columns: [{ title: text('id') }, { title: text('title'), flexible: true }, { title: text('direction'), expendable: 1 }],
    rows: found.map((profile) => [
      cell(profile.id, 'strong'),
      [...cell(inLanguage(profile.title, language)), ...cell(inLanguage(profile.description, language), 'faint')],
      cell(profile.direction === undefined ? '' : inLanguage(directions[profile.direction], language)),
    ]),
  };
  const count = countOf(found.length, { one: '{n} profile. To use it: borderlint check --profile ID', en: '{n} profiles. To use one: borderlint check --profile ID', 'zh-CN': '共 {n} 个检查方案。使用方法：borderlint check --profile 编号' }, language);
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data: found };
}
