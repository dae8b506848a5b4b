import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { Finding } from '../../src/model/finding.js';
import { fileSource } from '../../src/read/index.js';
import { run } from '../../src/run.js';
import { compiledRepository } from '../repository-catalogue.js';
import { requestOf } from '../request.js';

const samples = fileURLToPath(new URL('../../../shared/samples/customs/synthetic/', import.meta.url));
const here = existsSync(samples);
if (!here) console.warn('sample customs messages are not here: the tests of whole trades are skipped');

let compiled: CompiledCatalogue;
beforeAll(() => {
  compiled = compiledRepository();
}, 60_000);

async function across(...files: readonly string[]): Promise<readonly Finding[]> {
  const report = await run({
    compiled,
    inputs: await Promise.all(files.map((file) => fileSource(join(samples, file)))),
    request: requestOf(),
    failOn: 'error',
    maxFindings: 100,
    tool: { name: 'borderlint', version: '1' },
    requestSummary: {},
  });
  expect(report.notRun).toEqual([]);
  const rules = new Set(compiled.catalogue.across.map((rule) => rule.id));
  return report.findings.filter((finding) => rules.has(finding.rule));
}

describe.skipIf(!here)('documents of one trade', () => {
  it.each([
    'e1-general-9610 303 603',
    'e2-general-9610-foreign-platform 303 603',
    'i1-bonded-1210 311 411 511 621',
    'i2-direct-9610 311 411 511 621',
    'i6-direct-9610-two-orders 311 411 511 621',
  ])('agree: %s', async (trade) => {
    const [folder = '', ...kinds] = trade.split(' ');
    const files = kinds
      .map((kind) => `${folder}/CEB${kind}Message.xml`)
      .filter((file) => existsSync(join(samples, file)));
    expect(files.length).toBeGreaterThan(1);
    expect((await across(...files)).map(({ rule, location, actual }) => ({ rule, location, actual }))).toEqual([]);
  });

  it('an order line the list does not have is found, with both places', async () => {
    const findings = await across('i2-direct-9610/CEB311Message.xml', 'broken/65-ceb621-documents-disagree.xml');
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.rule).toMatch(/\/order-lines-correspond$/);
    expect(finding?.expected).toEqual({
      id: 'partner-line',
      values: { document: 'order', on: 'lines.lineNumber', value: '2' },
    });
    expect(finding?.location).toMatchObject({
      file: join(samples, 'broken/65-ceb621-documents-disagree.xml'),
      line: 45,
      pointer: '/lines',
    });
    expect(finding?.related).toMatchObject([
      { actual: '2', location: { file: join(samples, 'i2-direct-9610/CEB311Message.xml'), name: 'gnum' } },
    ]);
  });

  it('the other disagreements are found as before', async () => {
    const cases = [
      ['i2-direct-9610/CEB311Message.xml', 'broken/64-ceb621-documents-disagree.xml'],
      ['e1-general-9610/CEB303Message.xml', 'broken/68-ceb603-documents-disagree.xml'],
    ];
    for (const files of cases) expect((await across(...files)).length, files.join()).toBeGreaterThan(0);
  });
});
