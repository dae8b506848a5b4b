import { expect, it } from 'vitest';
import type { ByteSource } from '../../src/model/reading.js';
import { run } from '../../src/run.js';
import { document, emptyCatalogue, field, rule, standard } from '../compile/catalogue.js';
import { compiledOf } from '../repository-catalogue.js';
import { requestOf } from '../request.js';

/** A catalogue with one JSON format of listings, and rules on names every JavaScript object inherits. */
const names = ['constructor', 'toString', 'valueOf', 'title'];
const catalogue = {
  ...emptyCatalogue,
  documents: [document({ fields: ['sku', ...names].map((id) => field(id)), parts: [] })],
  formats: [
    {
      id: 'json',
      title: {},
      document: 'listing',
      container: 'json' as const,
      evidence: 'text' as const,
      sources: [],
      recognise: { required: ['sku'] },
      signs: { required: [['sku']], scored: [], minimum: 0, without: [] },
      columns: [],
      json: { records: '' },
    },
  ],
  standards: [standard('x')],
  rules: names.map((name) =>
    rule(`x/${name.toLowerCase()}`, { required: [name] }, { demands: [name], needs: { fields: [name], mode: 'any' } }),
  ),
};

function source(text: string): ByteSource {
  return {
    name: 'a.json',
    chunks: async function* () {
      yield new TextEncoder().encode(text);
    },
  };
}

it('a record’s prototype holds no fields of it, whatever the file says', async () => {
  const polluting =
    '{ "__proto__": { "title": "x", "toString": "x" }, "constructor": { "prototype": { "title": "x" } } }';
  const records = `[{ "sku": "1" }, { "sku": "2", ${polluting.slice(1, -1)} }, { "sku": "3", "title": "x" }]`;
  const report = await run({
    compiled: compiledOf(catalogue),
    inputs: [source(records)],
    request: requestOf(),
    failOn: 'error',
    maxFindings: 100,
    tool: { name: 'borderlint', version: '1' },
    requestSummary: {},
  });
  expect(report.notRun).toEqual([]);
  const missing = (sku: string) => report.findings.filter((one) => one.record === sku).map((one) => one.field);
  expect(missing('1').sort()).toEqual([...names].sort());
  expect(missing('2')).toEqual(expect.arrayContaining(['title', 'toString', 'valueOf']));
  expect(missing('3').sort()).toEqual(['constructor', 'toString', 'valueOf']);
  expect(Reflect.get({}, 'title')).toBeUndefined();
});
