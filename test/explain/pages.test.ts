import { describe, expect, test } from 'vitest';
import { explain, nearestIds } from '../../src/explain/index.js';
import type { Page } from '../../src/explain/page.js';
import { UserError } from '../../src/model/errors.js';
import { repositoryCatalogue } from '../repository-catalogue.js';
import { contextOf, pageText } from './explaining.js';

const catalogue = repositoryCatalogue();
const english = contextOf(catalogue);
const chinese = contextOf(catalogue, 'zh-CN');

function dataOf(id: string): Page['data'] | undefined {
  return explain(id, english)?.data;
}

describe('a rule', () => {
  test('says what, why, where, how to repair and how to select', () => {
    const text = pageText('gb-12904-2008/check-digit', english);
    const [head = ''] = text.split('\n');
    expect(head).toMatch(/^gb-12904-2008\/check-digit +✗ error$/);
    for (const piece of [
      'GB 12904-2008, mandatory national standard',
      'in force since 2009-11-15',
      'error, the most it may be: the document is binding',
      '“GTIN” is 12 to 14 digits and is not all 0',
      '“GTIN” is a GTIN (product barcode number) whose check digit is right',
      'Shopify product CSV',
      'Variant Barcode',
      '✓ GTIN = 6901234567892',
      '✗ GTIN = 6901234567891',
      'borderlint check --skip gb-12904-2008/check-digit',
    ]) {
      expect(text).toContain(piece);
    }
    const headings = [
      'Why the clause exists',
      'What it concerns',
      'When it applies',
      'What it demands',
      'Fields it looks at',
      'Right',
      'Wrong',
      'How to repair it',
      'Known gaps',
      'Also cited by',
      'Sources',
      'On the command line',
    ];
    expect(text.split('\n').filter((line) => headings.includes(line))).toEqual(headings);
  });

  test('reads natively in Chinese', () => {
    const text = pageText('gb-12904-2008/check-digit', chinese);
    for (const piece of [
      '强制性国家标准',
      '2009-11-15 起实施，现行有效',
      '“条形码”为 12 至 14 个数字，且不全为 0',
      '商品备案表',
      '没有“条形码”的记录不作判断',
    ])
      expect(text).toContain(piece);
  });

  test('the headline is the finding on its first failing example, computed figures included', () => {
    expect(pageText('ceb311/amount-paid', english)).toContain(
      'The amount paid 289.17 is not goods value plus freight plus tax minus non-cash\ndeduction, 289.16.',
    );
  });

  test('made from an element row leads to the element', () => {
    expect(pageText('ceb621/assure-code.missing', english)).toContain('borderlint explain ceb621/assure-code');
  });

  test('as data has the condition as it is and in words', () => {
    expect(dataOf('gb-12904-2008/check-digit')).toMatchObject({
      kind: 'rule',
      number: 'GB 12904-2008',
      ceiling: 'error',
      require: { properties: { gtin: { checkDigit: 'gtin' } } },
      inWords: { demands: [{ text: '“GTIN” is a GTIN (product barcode number) whose check digit is right' }] },
    });
  });

  test('of a structure shows the elements in order', () => {
    expect(pageText('ceb311/structure.order', english)).toContain(
      'Order ×100, BaseTransfer, [BaseSubscribe ×5], [ExtendMessage],\n    [ds:Signature]',
    );
    expect(pageText('ceb311/structure.attribute', english)).toContain(
      'The attribute guid is given: exactly 36 characters',
    );
  });

  test('over several documents says which records belong together', () => {
    const text = pageText('ceb621/order-agrees', english);
    expect(text).toContain('Each customs list belongs to the order that has the same “Order number”');
    expect(text).toContain('There must be one, as soon as the run has any order at all');
    expect(pageText('gacc-2018-194/payer-is-buyer', english)).toContain(
      '“Buyer identity number” (“Payer identity number” there)',
    );
    expect(pageText('ceb621/order-agrees', chinese)).toContain('清单与订单按相同的“订单编号”对应');
  });

  test('that no two records may share', () => {
    expect(pageText('ceb311/order-number-unique', english)).toContain('No two order records of a run agree in');
  });
});

describe('an element', () => {
  test('by its id and by its own name', () => {
    expect(dataOf('ceb621/assure-code')).toEqual(dataOf('ceb621/assureCode'));
    const text = pageText('ceb621/assureCode', english);
    for (const piece of [
      'Tax-guarantee enterprise code · 担保企业编号',
      'Inventory/InventoryHead/assureCode',
      'M: mandatory',
      'C..30: at most 30 characters',
      'ceb621/pre-no',
      'ceb621/ems-no',
    ])
      expect(text).toContain(piece);
  });

  test('says when a conditional one is wanted', () => {
    expect(pageText('ceb621/ems-no', english)).toContain('C: conditional, where “Supervision mode” is 1210');
    expect(pageText('ceb621/ems-no', chinese)).toContain('C：条件必填，条件：“贸易方式（监管方式）”为 1210');
  });

  test('shows the first codes of its list and its notes', () => {
    expect(pageText('ceb621/list-unit', english)).toContain('001  台');
    expect(pageText('ceb621/tradeMode', english)).toContain('9610 and 1210 are printed');
  });
});

describe('a standard', () => {
  test('by number, slug, spelling and without its year', () => {
    for (const id of [
      'GB/T 40290-2021',
      'gb-t-40290-2021',
      'gb/t 40290',
      'ＧＢ／Ｔ 40290—2021',
      'standard:gb-t-40290-2021',
    ])
      expect(dataOf(id)?.id, id).toBe('gb-t-40290-2021');
  });

  test('several editions are a question back', () => {
    expect(() => explain('GB 7718', english)).toThrow(UserError);
  });

  test('shows both ends of the chain of editions', () => {
    expect(pageText('GB 7718-2011', english)).toMatch(
      /GB 7718-2004 +not in the catalogue\n +→ +GB 7718-2011 .*\n +GB 7718-2025 +comes into force on 2027-03-16/,
    );
  });

  test('that is only listed says so', () => {
    expect(pageText('YZ/T 0155-2016', english)).toContain('Listed only: nothing in it is checked by a rule yet.');
  });

  test('counts clauses, rules and elements', () => {
    const text = pageText('ceb621', english);
    expect(text).toMatch(/\d+ clauses \(.*\); \d+ rules; \d+ elements with \d+ rules of their\s+own/s);
    expect(text).toContain('Elements: Inventory/InventoryHead');
    expect(text).toContain('borderlint explain format:ceb621');
  });
});

describe('everything else', () => {
  test('a code list, its entries searched, and one code', () => {
    expect(pageText('customs-unit', english)).toContain('035  千克');
    const found = pageText('customs-unit', contextOf(catalogue, 'en', '千克'));
    expect(found).toContain('035');
    expect(found).not.toContain('001  台');
    expect(pageText('customs-unit', contextOf(catalogue, 'en', 'xyzzy'))).toContain('No entry holds “xyzzy”.');
    expect(pageText('customs-unit/035', english)).toMatch(/Before +034 {2}筒\nAfter +036 {2}克/);
    expect(pageText('admin-division', english)).toContain('borderlint explain admin-division --all');
  });

  test('a field in one kind of record, in all, by label', () => {
    expect(dataOf('listing.originCountry')).toMatchObject({ kind: 'field', id: 'listing.originCountry' });
    expect(pageText('originCountry', english)).toContain('order.lines.originCountry');
    expect(dataOf('order.lines.unit')).toMatchObject({ id: 'order.lines.unit' });
    expect(dataOf('lines.unit')?.kind).toBe('field');
    expect(dataOf('listing.variants.gtin')).toMatchObject({ id: 'listing.gtin' });
    expect(dataOf('条形码')?.kind).toBe('field');
  });

  test('a format says how it is recognised and what becomes of its columns', () => {
    const text = pageText('shopify-products-classic', english);
    for (const piece of [
      'It has the headers “Handle” and “Title”',
      'each adds its variant',
      'GTIN · variants.gtin',
      '(not used)',
    ])
      expect(text).toContain(piece);
  });

  test('a document, a profile, a category, a term list', () => {
    expect(pageText('order', english)).toContain('Goods line · lines');
    expect(pageText('import-bonded-1210', chinese)).toContain('1210 保税电商');
    expect(pageText('infant-formula', english)).toContain(
      'Food (food) › Food for infants and young children (infant-food)',
    );
    expect(pageText('terms-advertising-absolute', english)).toContain('国家级森林公园');
  });
});

describe('an id of nothing', () => {
  test('has no page', () => {
    expect(explain('no/such-thing', english)).toBeUndefined();
  });

  test('the nearest ids: by spelling, then by what they hold', () => {
    expect(nearestIds(catalogue, 'gb-12904-2008/chek-digit')[0]).toBe('gb-12904-2008/check-digit');
    expect(nearestIds(catalogue, 'GB/T 40209-2021')).toContain('GB/T 40290-2021');
    expect(nearestIds(catalogue, 'shopify')).toContain('shopify-inventory');
    expect(nearestIds(catalogue, 'qq')).toEqual([]);
  });
});
