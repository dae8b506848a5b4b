import { type LoadResult, loadCatalogueTexts } from '../../src/catalogue/index.js';

/** A catalogue that has one of everything and no fault. Cases change or add single files. */
export const sound: { readonly [file: string]: string } = {
  'categories.yaml': `
- { id: food, title: { en: Food, zh-CN: 食品 }, hs: ["19"] }
- { id: biscuits, title: { en: Biscuits, zh-CN: 饼干 }, parent: food }
`,
  'retired.yaml': `[gb-1-2020/once]`,
  'documents/listing.yaml': `
id: listing
title: { en: Listing, zh-CN: 商品 }
description: { en: Goods, zh-CN: 商品 }
key: [sku]
fields:
  - { id: sku, type: identifier, label: { en: SKU, zh-CN: 货号 } }
  - { id: gtin, type: code, label: { en: GTIN, zh-CN: 条码 } }
  - { id: title, type: localized, label: { en: Title, zh-CN: 名称 } }
  - { id: price, type: decimal, label: { en: Price, zh-CN: 价格 } }
  - { id: listPrice, type: decimal, label: { en: List price, zh-CN: 原价 } }
parts:
  - { id: variants, title: { en: Variant, zh-CN: 规格 }, selfWhenAbsent: true, fields: [sku, gtin] }
`,
  'documents/order.yaml': `
id: order
title: { en: Order, zh-CN: 订单 }
description: { en: An order, zh-CN: 订单 }
key: [orderNumber]
fields:
  - { id: orderNumber, type: identifier, label: { en: Order number, zh-CN: 订单编号 } }
  - { id: currency, type: code, label: { en: Currency, zh-CN: 币制 } }
  - { id: total, type: decimal, label: { en: Total, zh-CN: 合计 } }
  - { id: transferCode, type: identifier, label: { en: Sender, zh-CN: 传输企业 } }
parts:
  - id: lines
    title: { en: Line, zh-CN: 行 }
    fields:
      - { id: amount, type: decimal, label: { en: Amount, zh-CN: 金额 } }
`,
  'formats/message.yaml': `
id: message
title: { en: Message }
document: order
container: xml
evidence: text
sources: [{ citation: A schema, evidence: text, seen: 2026-01-02 }]
recognise: { root: Message }
xml: { record: Order, heads: [Head], parts: { Line: lines } }
columns:
  - { name: orderNo, field: orderNumber }
`,
  'codes/colours.yaml': `
id: colours
title: { en: Colours }
complete: true
sources: [{ citation: A list, evidence: text, seen: 2026-01-02 }]
entries: [{ code: "01", en: red }]
`,
  'codes/some-units.yaml': `
id: some-units
title: { en: Some units }
complete: false
sources: [{ citation: A list, evidence: text, seen: 2026-01-02 }]
entries: [{ code: "001", en: piece }]
`,
  'codes/boasts.yaml': `
id: boasts
title: { en: Boasts }
sources: [{ citation: A law, evidence: text, seen: 2026-01-02 }]
terms: [{ term: best }]
`,
  'profiles/shop.yaml': `
id: shop
title: { en: Shop, zh-CN: 店铺 }
description: { en: A shop, zh-CN: 店铺 }
modes: [1210]
`,
};

/** Head of a mandatory national standard for listings and orders; \`more\` is appended, \`changes\` replace lines by key. */
export function standard(more: string, changes: { readonly [key: string]: string } = {}): string {
  const head: { [key: string]: string } = {
    number: 'GB 1-2020',
    title: '{ en: Goods }',
    level: 'national',
    obligation: 'mandatory',
    status: 'current',
    effective: '{ from: 2020-06-01 }',
    theme: 'goods',
    scope: '{ en: Goods, zh-CN: 商品 }',
    sources: '[{ url: "https://example.org/gb1", evidence: text, seen: 2026-01-02 }]',
    applies: '{ documents: [listing, order] }',
    ...changes,
  };
  const lines = Object.entries(head)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`);
  return `${lines.join('\n')}\n${more}`;
}

/** A sound rule, with lines of it replaced or added. */
export function rule(changes: { readonly [key: string]: string } = {}): string {
  const lines: { [key: string]: string } = {
    id: 'has-sku',
    evidence: 'text',
    severity: 'error',
    applies: '{ documents: [listing] }',
    message: '{ en: "The {field} is missing.", zh-CN: "缺少{field}。" }',
    remedy: '{ en: Write it., zh-CN: 请填写。 }',
    require: '{ required: [sku] }',
    examples: '{ pass: [{ record: { sku: A } }], fail: [{ record: {} }] }',
    ...changes,
  };
  const kept = Object.entries(lines).filter(([, value]) => value !== '');
  return kept.map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}`).join('\n');
}

export const rules = (...list: readonly string[]): string => `rules:\n${list.join('\n')}\n`;

export function load(files: { readonly [file: string]: string }, asOf = '2026-11-23'): LoadResult {
  const all = { ...sound, ...files };
  const texts = Object.entries(all).map(([file, text]) => ({ file, text: text.replaceAll('▶', '') }));
  return loadCatalogueTexts(
    texts.sort((a, b) => (a.file < b.file ? -1 : 1)),
    { version: '1', asOf },
  );
}

/** `file:line:column` of every ▶ in the files, in the order faults are sorted. */
export function marks(files: { readonly [file: string]: string }): string[] {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, text]) =>
      text.split('\n').flatMap(
        (line, index) =>
          line
            .split('▶')
            .slice(0, -1)
            .reduce<{ places: string[]; column: number }>(
              ({ places, column }, piece) => {
                const at = column + [...piece].length;
                return { places: [...places, `${file}:${index + 1}:${at}`], column: at };
              },
              { places: [], column: 1 },
            ).places,
      ),
    );
}
