import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answered } from '../../src/cli/map-questions.js';
import { fieldAt } from '../../src/mapping/fields.js';
import { mappingSchema } from '../../src/mapping/schema.js';
import { mappingText } from '../../src/mapping/write.js';
import { UserError } from '../../src/model/errors.js';
import { languages } from '../../src/model/language.js';
import { formatOfMapping } from '../../src/run/mapping.js';
import { type Proposed, proposeMapping } from '../../src/run/propose.js';
import { catalogue, csvOf, repository, textSource } from '../normalise/normalising.js';
import { type Trial, trials } from './forgetting.js';

// Parsing the whole catalogue takes a while on a busy machine.
beforeAll(() => void catalogue(), 120_000);

const propose = (content: string | Uint8Array, document?: string): Promise<Proposed> =>
  proposeMapping(textSource(content), catalogue(), document === undefined ? {} : { document });

/** Column → field, `?` before it where it is for the user to decide. */
async function fieldsOf(content: string, document?: string): Promise<{ readonly [name: string]: string }> {
  const { proposal } = await propose(content, document);
  return Object.fromEntries(
    proposal.columns.map(({ name, state, candidates: [best] }) => [
      name,
      state === 'mapped' ? (best?.field ?? '') : state === 'unsure' ? `?${best?.field ?? ''}` : '',
    ]),
  );
}

describe('headings', () => {
  it('of a Chinese ERP', async () => {
    const rows = [
      [
        '货品编号',
        '商品中文名',
        '产品英文名称',
        '69码',
        '毛重（克）',
        '原产地',
        '税号',
        '吊牌价',
        '币种',
        '保质期',
        '生产厂家',
      ],
      ['A-1', '绿茶', 'Green tea', '6901234567892', '500', '中国', '0902100000', '58', 'CNY', '18个月', '某茶厂'],
      ['A-2', '红茶', 'Black tea', '6901234567908', '250', '中国', '0902300000', '60', 'CNY', '18个月', '某茶厂'],
      ['A-3', '花茶', 'Jasmine tea', '6901234567915', '250', '中国', '0902300000', '60', 'CNY', '18个月', '某茶厂'],
    ];
    expect(await fieldsOf(csvOf(rows))).toEqual({
      货品编号: 'sku',
      商品中文名: 'title@zh-CN',
      产品英文名称: 'title@en',
      '69码': 'gtin',
      '毛重（克）': 'grossWeight',
      原产地: 'originCountry',
      税号: 'hsCode',
      吊牌价: 'listPrice',
      币种: 'priceCurrency',
      保质期: 'shelfLife',
      生产厂家: 'manufacturerName',
    });
  });

  it('of a French export', async () => {
    const rows = [
      ['Référence', 'Désignation', 'Code barre', 'Poids net (g)', "Pays d'origine", "Prix d'achat", 'Fournisseur'],
      ['A-1', 'Thé vert', '6901234567892', '500', 'Chine', '4.20', 'Jardins du Thé'],
      ['A-2', 'Thé noir', '6901234567908', '250', 'Inde', '3.10', 'Jardins du Thé'],
    ];
    expect(await fieldsOf(csvOf(rows))).toEqual({
      Référence: 'sku',
      Désignation: 'title',
      'Code barre': 'gtin',
      'Poids net (g)': 'netWeight',
      "Pays d'origine": 'originCountry',
      "Prix d'achat": 'costPrice',
      Fournisseur: 'supplierName',
    });
  });

  it('that say nothing, over values that do', async () => {
    const rows = [
      ['F1', 'F2', 'F3', 'F4', 'F5'],
      ['6901234567892', 'CNY', 'https://x.example/a.jpg', '0902.10.00', 'JP'],
      ['6901234567908', 'CNY', 'https://x.example/b.jpg', '0902.30.00', 'FR'],
      ['6901234567915', 'EUR', 'https://x.example/c.jpg', '6109.10.00', 'CN'],
    ];
    const found = await fieldsOf(csvOf(rows));
    expect(found).toMatchObject({ F1: 'gtin', F2: 'priceCurrency', F3: 'images', F4: '?hsCode', F5: '?originCountry' });
  });

  it('that values gainsay are left to the user', async () => {
    const rows = [
      ['条码', '产地', '零售价'],
      ['面议', '58.00', '红色'],
      ['电话联系', '60.00', '蓝色'],
      ['无', '61.00', '绿色'],
    ];
    for (const field of Object.values(await fieldsOf(csvOf(rows)))) expect(field).toMatch(/^\??$|^\?/);
  });

  it('in several columns of one list are one field; twice anything else, they are not', async () => {
    const rows = [
      ['Image 1', 'Image 2', 'Price', 'Selling price'],
      ['https://x.example/a.jpg', 'https://x.example/b.jpg', '5', '6'],
    ];
    const { proposal } = await propose(csvOf(rows));
    expect(proposal.columns.map(({ state, candidates: [best] }) => [state, best?.field])).toEqual([
      ['mapped', 'images'],
      ['mapped', 'images'],
      ['mapped', 'price'],
      ['unmapped', 'price'],
    ]);
  });
});

describe('answers', () => {
  const listing = catalogue().documents.find(({ id }) => id === 'listing');
  const column = {
    name: '重量',
    state: 'unsure',
    candidates: [
      { field: 'grossWeight', confidence: 0.6, reasons: [], unit: 'kg' },
      { field: 'netWeight', confidence: 0.5, reasons: [] },
    ],
  } as const;

  it.each([
    ['', 'mapped', 'grossWeight'],
    ['2', 'mapped', 'netWeight'],
    ['size', 'mapped', 'size'],
    ['title@fr', 'mapped', 'title@fr'],
    ['-', 'unmapped', undefined],
  ])('“%s” settles a column', (word, state, field) => {
    const answer = listing && answered(column, word, listing);
    expect(answer).toMatchObject({ column: { state, candidates: field === undefined ? [] : [{ field }] } });
  });

  it('that name nothing are answered with the nearest field', () => {
    expect(listing && answered(column, 'netWieght', listing)).toMatchObject({
      text: { en: 'There is no field netWieght. Did you mean netWeight?' },
    });
  });
});

describe('whatever the file', () => {
  const heading = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '商品名称',
      'Price',
      'price',
      'SKU',
      'Weight (g)',
      '订单号',
      '数量',
      'name',
      'Image 1',
      '__proto__',
      'yes',
      '1',
      '- a: b #c',
    ),
    fc.string({ minLength: 140, maxLength: 160 }),
  );
  const cell = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('6901234567892', 'CN', '12.5', '', '是', 'https://a/b.jpg'),
  );
  const table = fc
    .tuple(
      fc.array(heading, { minLength: 1, maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 }),
    )
    .map(([head, rows]) => csvOf([head, ...rows]));
  const json = fc.json({ maxDepth: 4 }).map((text) => `[${text},{"a":1}]`);
  const valid = new Ajv2020({ allowUnionTypes: true }).compile(mappingSchema);

  async function holds(content: string | Uint8Array): Promise<void> {
    const proposed = await propose(content).catch((error: unknown) => {
      // The only thing that may be thrown is a message to the user.
      expect(error).toBeInstanceOf(UserError);
      return undefined;
    });
    if (proposed === undefined) return;
    const { proposal, file } = proposed;
    const document = catalogue().documents.find(({ id }) => id === proposal.document);
    const once = proposal.columns
      .flatMap(({ state, candidates: [best] }) => (state === 'mapped' && best !== undefined ? [best.field] : []))
      .filter((path) => document && fieldAt(document, path)?.field.type !== 'list');
    expect(new Set(once).size).toBe(once.length);
    for (const language of languages) {
      const text = mappingText(proposal, file, language);
      const data: unknown = parse(text, { schema: 'core', stringKeys: true });
      expect(valid(data), `${text}${JSON.stringify(valid.errors)}`).toBe(true);
      const format = formatOfMapping('m.yaml', text, catalogue());
      expect(format.columns.map(({ name }) => name)).toEqual(
        proposal.columns.flatMap(({ name, state }) => (state === 'mapped' ? [name] : [])),
      );
    }
  }

  it('tables are proposed for without fault', { timeout: 120_000 }, () =>
    fc.assert(fc.asyncProperty(table, holds), { numRuns: 150 }),
  );
  it('JSON too', { timeout: 120_000 }, () => fc.assert(fc.asyncProperty(json, holds), { numRuns: 100 }));
  it('bytes too', { timeout: 120_000 }, () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), holds), { numRuns: 100 }),
  );
});

/** Shares in per cent over all files. */
function shares(all: readonly Trial[]) {
  const sum = (pick: (trial: Trial) => number): number => all.reduce((total, trial) => total + pick(trial), 0);
  const right = sum(({ found }) => found);
  const mapped = sum((trial) => trial.mapped);
  return {
    precision: (100 * right) / mapped,
    recall: (100 * right) / sum(({ fields }) => fields),
    withAsked: (100 * (right + sum(({ asked }) => asked))) / sum(({ fields }) => fields),
  };
}

const own = ['fixtures/listings', 'fixtures/shipments'].map((folder) => join(repository, folder));
const given = ['listings', 'shipments'].map((kind) => join(repository, '../shared/samples', kind, 'given'));

describe('files of known formats, as if the format had never been heard of', () => {
  it('of the repository', { timeout: 180_000 }, async () => {
    const all = await trials(own, false);
    expect(all.length).toBeGreaterThan(35);
    const { precision, recall, withAsked } = shares(all);
    expect(precision, all.flatMap(({ wrong }) => wrong).join('\n')).toBeGreaterThan(95);
    expect(recall).toBeGreaterThan(50);
    expect(withAsked).toBeGreaterThan(65);
  });

  it('of the repository, the kind of record found out too', { timeout: 180_000 }, async () => {
    const all = await trials(own, true);
    const wrong = all.filter(({ document: { right, proposed } }) => right !== proposed);
    expect(wrong.length / all.length, wrong.map(({ file }) => file).join('\n')).toBeLessThan(0.15);
  });

  if (given.every((folder) => existsSync(folder))) {
    it('of merchants', { timeout: 180_000 }, async () => {
      const { precision, recall } = shares(await trials(given, false));
      expect(precision).toBeGreaterThan(93);
      expect(recall).toBeGreaterThan(50);
    });
  } else {
    it.skip('the sample files are not on this machine: proposals for them are not tested', () => undefined);
  }
});
