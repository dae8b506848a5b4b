import type { Category } from '../../model/catalogue.js';
import { inLanguage } from '../../text/language.js';
import { isAbout } from '../categories.js';
import { labeller } from '../labels.js';
import { cell, type Table } from '../page.js';
import { holds } from '../search.js';
import { texts } from '../texts.js';
import { countOf } from '../words.js';
import { countBlocks, type ListContext, type ListFilter, type Listing } from './listing.js';

/** The tree of product categories. A search keeps the ancestors of what it finds, so that the tree stays one. */
export function listCategories({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const all = catalogue.categories;
  const matching = all.filter(({ id, title, words, hs }) =>
    holds(search, [id, ...Object.values(title), ...words, ...hs]),
  );
  const kept = new Set(matching.flatMap((category) => [category.id, ...ancestorIds(category, all)]));
  const rows = treeOrder(all).filter(({ category }) => kept.has(category.id));
  const counts = (id: string): number => catalogue.standards.filter((one) => isAbout(one, [id], catalogue)).length;
  const table: Table = {
    columns: [
      { title: text('id') },
      { title: text('title'), flexible: true },
      { title: text('hs'), most: 24, cut: true, expendable: 1 },
      { title: text('standards'), align: 'right' },
    ],
    rows: rows.map(({ category, depth }) => {
      const count = counts(category.id);
      return [
        cell(`${'  '.repeat(depth)}${category.id}`, 'strong'),
        cell(inLanguage(category.title, language)),
        cell(category.hs.join(' '), 'faint'),
        cell(count === 0 ? '' : String(count)),
      ];
    }),
  };
  const count = countOf(matching.length, texts.categoryList, language);
  const data = matching.map((category) => ({ ...category, standards: counts(category.id) }));
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

function treeOrder(
  all: readonly Category[],
  parent?: string,
  depth = 0,
): readonly { readonly category: Category; readonly depth: number }[] {
  return all
    .filter((category) => category.parent === parent)
    .flatMap((category) => [{ category, depth }, ...treeOrder(all, category.id, depth + 1)]);
}

function ancestorIds({ parent }: Category, all: readonly Category[]): readonly string[] {
  const found = all.find(({ id }) => id === parent);
  return found === undefined ? [] : [found.id, ...ancestorIds(found, all)];
}
