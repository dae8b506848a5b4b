import { expect, it } from 'vitest';
import type { Category } from '../../src/model/catalogue.js';
import { categoryFinder } from '../../src/normalise/index.js';

const category = (id: string, hs: string[], words: string[], parent?: string): Category => ({
  id,
  title: { en: id, 'zh-CN': id },
  hs,
  words,
  ...(parent === undefined ? {} : { parent }),
});
const find = categoryFinder([
  category('food', ['04', '19'], ['食品', 'Food Items']),
  category('dairy', ['0402'], ['Milk & Cream'], 'food'),
  category('infant', ['190110'], ['婴幼儿配方奶粉'], 'dairy'),
  category('toys', ['9503'], ['Puzzles']),
  category('games', ['9503'], []),
]);

it.each([
  [{ hsCode: '0402210000' }, ['dairy', 'food']],
  [{ hsCode: '0401' }, ['food']],
  [{ hsCode: '1901.10.10.00' }, ['dairy', 'food', 'infant']],
  [{ hsCode: '9503' }, ['games', 'toys']],
  [{ hsCode: '95' }, []],
  [{ categoryPath: 'Home > Food Items > Bakery' }, ['food']],
  [{ categoryPath: '食品、茶' }, ['food']],
  [{ productType: ' puzzles ' }, ['toys']],
  [{ googleProductCategory: 'Toys/Puzzles|Other' }, ['toys']],
  [{ categoryPath: 'Dog Food Items' }, []],
  [{ categoryPath: '进口食品，茶' }, []],
  [{ categoryPath: 'Puzzles', hsCode: '0402' }, ['dairy', 'food', 'toys']],
  [{}, []],
])('%j', (fields, categories) => {
  expect(find(fields)).toEqual(categories);
  expect(find(fields)).toEqual(categories);
});
