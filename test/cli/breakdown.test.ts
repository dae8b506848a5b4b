import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { compileCatalogue } from '../../src/compile/index.js';
import { evaluateModule, linkCompiled } from '../../src/compile/link.js';
import type { CheckModule } from '../../src/model/compiled.js';
import type { ByteSource } from '../../src/model/reading.js';
import type { Report } from '../../src/model/report.js';
import { run } from '../../src/run.js';
import { requestOf } from '../request.js';
import { fixtures } from './scenario.js';

const rows = 'sku,title,origin\nA1,Tea,China\n';

describe('a breakdown of our own is never green', () => {
  it('a rule that crashes is said not to have run, and the run is incomplete', async () => {
    const report = await check([source('goods.csv', rows)], (module) => ({
      ...module,
      bind: (environment) =>
        module
          .bind(environment)
          .map((group) => (group.standard === 'house-rules-2026' ? { ...group, check: crash } : group)),
    }));
    expect(report.verdict).toBe('incomplete');
    expect(report.notRun.map(({ what, subject }) => `${what} ${subject}`)).toContain(
      'rule house-rules-2026/origin-code',
    );
    expect(report.notRun[0]?.reason.en).toContain('out of order');
    const [house] = report.standards.filter(({ slug }) => slug === 'house-rules-2026');
    expect([house?.verdict, house?.reason]).toEqual(['not-assessed', 'broke-down']);
  });

  it('a file that brings the reading down costs that file, not the others', async () => {
    const broken: ByteSource = { name: 'broken.csv', chunks: crash };
    const report = await check([broken, source('goods.csv', rows)]);
    expect(report.verdict).toBe('incomplete');
    expect(report.notRun).toMatchObject([{ what: 'file', subject: 'broken.csv' }]);
    expect(report.notRun[0]?.reason.en).toMatch(
      /^borderlint itself broke down on this file: out of order \([\w.-]+:\d+\)\.$/,
    );
    expect(report.findings.map(({ rule }) => rule)).toEqual(['house-rules-2026/origin-code']);
  });
});

function crash(): never {
  throw new TypeError('out of order');
}

function source(name: string, text: string): ByteSource {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return { name, chunks };
}

/** A run with the house catalogue, its checks changed first. */
function check(inputs: readonly ByteSource[], change = (module: CheckModule): CheckModule => module): Promise<Report> {
  const { catalogue } = loadCatalogue(join(fixtures, 'scenarios/house-catalogue'), {
    version: 'test',
    asOf: '2026-11-23',
  });
  if (catalogue === undefined) throw new Error('the house catalogue has a fault');
  const { modules } = compileCatalogue(catalogue);
  const compiled = linkCompiled(catalogue, async (document) => change(evaluateModule(modules[document] ?? '')));
  return run({
    compiled,
    inputs,
    request: requestOf(),
    failOn: 'error',
    maxFindings: 100,
    tool: { name: 'borderlint', version: 'test' },
    requestSummary: {},
  });
}
