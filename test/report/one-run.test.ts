import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatters } from '../../src/report/index.js';
import { reportSchema } from '../../src/report/report.schema.js';
import { type Outcome, runInProcess } from '../cli/running.js';
import { countReaders, fileCountReaders } from './report-counts.js';
import { textFormatters } from './writing.js';

const quickstart = fileURLToPath(new URL('../../fixtures/quickstart', import.meta.url));

describe('one run of the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'borderlint-reports-'));
  const files = formatters.map(({ id }) => id).filter((id) => id !== 'text');
  const reportOf = (id: string): string => readFileSync(join(folder, id), 'utf8');
  let outcome: Outcome;

  beforeAll(async () => {
    const wanted = files.flatMap((id) => ['--format', `${id}=${join(folder, id)}`]);
    outcome = await runInProcess(['check', quickstart, '--format', 'text', ...wanted]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes every format, each whole', () => {
    expect(outcome.exit).toBe(1);
    expect(outcome.stderr).toBe('');
    expect(files.length).toBeGreaterThanOrEqual(7);
    for (const { id } of textFormatters) if (id !== 'text') expect(reportOf(id)).toMatch(/\n$/);
  });

  it('tells the same figures in all of them', async () => {
    const { findings, counts, verdict } = JSON.parse(reportOf('json'));
    expect(findings.length).toBe(counts.error + counts.warning + counts.advice);
    expect(outcome.stdout).toContain(`${counts.error} errors · ${counts.warning} warnings · ${counts.advice} advice`);
    const same = { open: findings.length, accepted: 0, notKept: 0, notRun: 0, verdict };
    for (const [id, read] of Object.entries(countReaders)) expect(same, id).toMatchObject(read(reportOf(id)));
    for (const [id, read] of Object.entries(fileCountReaders))
      expect(await read(readFileSync(join(folder, id))), id).toEqual(same);
  });

  it('fits the published schema of the JSON report', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile({ ...reportSchema });
    validate(JSON.parse(reportOf('json')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('says enough to be run again', () => {
    const { commandLine, asOf, catalogue, inputs } = JSON.parse(reportOf('json'));
    expect(commandLine.slice(0, 2)).toEqual(['check', quickstart]);
    expect(asOf).toBe('2026-11-23');
    const markdown = reportOf('markdown');
    expect(markdown).toContain(catalogue.digest);
    for (const { digest } of inputs) expect(markdown).toContain(digest);
  });
});
