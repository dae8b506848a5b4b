import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogueSchemas, coverage, loadCatalogue } from '../../src/catalogue/index.js';
import { UserError } from '../../src/model/errors.js';
import { load, rule, rules, sound, standard } from './small.js';

const text = standard(
  `clauses: [{ ref: "1", coverage: automated }, { ref: "2", coverage: planned }]
${rules(
  rule({ clause: '"1"', applies: '{ documents: [listing], modes: [9610] }', effective: '{ from: 2021-01-01 }' }),
  rule({ id: 'codes', severity: 'warning', require: '{ properties: { sku: { codeList: some-units } } }' }),
  '  - { cite: gb-2-2020/has-sku, clause: "1", evidence: summary }',
)}across:
  - id: unique
    evidence: text
    severity: advice
    message: { en: Twice., zh-CN: 重复。 }
    remedy: { en: Rename., zh-CN: 改名。 }
    applies: { documents: [listing] }
    unique: { part: variants, fields: [sku] }
    examples:
      pass: [{ records: [{ document: listing, record: { sku: "1" } }, { document: listing, record: { sku: "2" } }] }]
      fail: [{ records: [{ document: listing, record: { sku: "1" } }, { document: listing, record: { sku: "1" } }] }]
  - id: agrees
    evidence: text
    severity: advice
    message: { en: Differs., zh-CN: 不一致。 }
    remedy: { en: Correct., zh-CN: 更正。 }
    applies: { documents: [order] }
    reconcile: { with: listing, on: { orderNumber: sku }, equal: { total: price } }
    examples:
      pass: [{ records: [{ document: order, record: { orderNumber: "1", total: "2" } }, { document: listing, record: { sku: "1", price: "2" } }] }]
      fail: [{ records: [{ document: order, record: { orderNumber: "1", total: "2" } }, { document: listing, record: { sku: "1", price: "3" } }] }]
`,
  { applies: '{ documents: [listing, order], direction: import, modes: [1210, "9610"] }' },
);
const files = {
  'national/gb-1-2020.yaml': text,
  'national/gb-2-2020.yaml': standard(rules(rule()), { number: 'GB 2-2020' }),
};

describe('the assembled catalogue', () => {
  const { catalogue, faults } = load(files);

  it('is whole', () => {
    expect(faults).toEqual([]);
    expect(catalogue).toMatchObject({ version: '1', retired: ['gb-1-2020/once'] });
    expect(catalogue?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(catalogue?.documents.map(({ id }) => id)).toEqual(['listing', 'order']);
    expect(catalogue?.documents[0]?.parts[0]?.fields.map(({ id, personal }) => [id, personal])).toEqual([
      ['sku', false],
      ['gtin', false],
    ]);
    expect(catalogue?.formats[0]?.columns).toEqual([{ name: 'orderNo', aliases: [], field: 'orderNumber' }]);
    expect(catalogue?.codes[0]?.entries).toEqual([{ code: '01', name: { en: 'red' } }]);
    expect(catalogue?.terms[0]?.terms).toEqual([{ term: 'best' }]);
    expect(catalogue?.profiles[0]?.modes).toEqual(['1210']);
    expect(catalogue?.categories[1]).toMatchObject({ parent: 'food', hs: [], words: [] });
  });

  it('inherits applicability, which rules narrow', () => {
    const [hasSku, codes] = catalogue?.rules ?? [];
    expect(hasSku?.applies).toEqual({ documents: ['listing'], direction: 'import', modes: ['9610'] });
    expect(codes?.applies).toEqual({ documents: ['listing'], direction: 'import', modes: ['1210', '9610'] });
    expect(hasSku).toMatchObject({
      effective: { from: '2021-01-01' },
      view: 'canonical',
      clause: '1',
      examples: { knownGap: [] },
    });
    expect('part' in (hasSku ?? {})).toBe(false);
  });

  it('keeps citations and rules across records', () => {
    expect(catalogue?.standards[0]?.citations).toEqual([
      { rule: 'gb-2-2020/has-sku', standard: 'gb-1-2020', clause: '1', evidence: 'summary' },
    ]);
    expect(catalogue?.across.map(({ check }) => check)).toEqual([
      { kind: 'unique', part: 'variants', fields: ['sku'] },
      {
        kind: 'reconcile',
        with: 'listing',
        on: { orderNumber: 'sku' },
        atMost: {},
        match: [],
        equal: { total: 'price' },
        partner: false,
      },
    ]);
  });

  it('is counted', () => {
    const report = coverage(catalogue ?? raise());
    expect(report.standards[0]).toMatchObject({
      slug: 'gb-1-2020',
      rules: 4,
      elementRows: 0,
      citations: 1,
      evidence: 'text',
      state: 'checked',
      clauses: { automated: 1, partial: 0, manual: 0, planned: 1, informative: 0 },
    });
    expect(report.totals).toMatchObject({
      standards: 2,
      checked: 2,
      rules: 5,
      byLevel: { national: 2 },
      byStatus: { current: 2 },
      byEvidence: { text: 2 },
      rulesByEvidence: { text: 5 },
    });
  });

  it('changes its digest with any file', () => {
    const other = load({ ...files, 'retired.yaml': '[gb-1-2020/once] # checked' });
    expect(other.catalogue?.digest).not.toBe(catalogue?.digest);
    expect(load(files).catalogue?.digest).toBe(catalogue?.digest);
  });

  it('does not come with an error fault, but does with a warning', () => {
    expect(load({ ...files, 'national/gb-1-2020.yaml': `${text}isuer: SAC` }).catalogue).toBeUndefined();
    const warned = load({
      ...files,
      'national/gb-2-2020.yaml': standard('', { number: 'GB 2-2020', status: 'upcoming' }).concat(rules(rule())),
    });
    expect(warned.faults.map(({ severity }) => severity)).toEqual(['warning']);
    expect(warned.catalogue).toBeDefined();
  });
});

describe('a catalogue folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const [file, content] of Object.entries({ ...sound, ...files, 'README.md': '# not of the catalogue' })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }

  it('is read from disk as it is from texts', () => {
    const result = loadCatalogue(folder, { version: '1' });
    expect(result.faults).toEqual([]);
    expect(result.catalogue).toEqual(load(files).catalogue);
  });

  it('names files that are not UTF-8, and files out of place', () => {
    writeFileSync(join(folder, 'codes/bad.yaml'), Buffer.from([0x69, 0x64, 0x3a, 0xff]));
    writeFileSync(join(folder, 'codes/more.yml'), 'id: more');
    const found = loadCatalogue(folder, { version: '1' }).faults.map(({ file, code }) => `${file} ${code}`);
    expect(found).toEqual(['codes/bad.yaml unreadable', 'codes/more.yml misplaced-file']);
  });

  it('that is not there is the user’s error', () => {
    expect(() => loadCatalogue(join(folder, 'none'), { version: '1' })).toThrow(UserError);
  });
});

describe('the published schemas', () => {
  it('compile in any validator of draft 2020-12', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const schema of Object.values(catalogueSchemas)) ajv.addSchema(schema);
    for (const schema of Object.values(catalogueSchemas))
      expect(ajv.getSchema(String(schema['$id']))).toBeTypeOf('function');
  });
});

function raise(): never {
  throw new Error('no catalogue');
}
