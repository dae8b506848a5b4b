import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { Report } from '../../src/model/report.js';
import { fileSource, listInputs } from '../../src/read/index.js';
import { run } from '../../src/run.js';
import { requestOf } from '../request.js';

const samples = fileURLToPath(new URL('../../../shared/samples', import.meta.url));
const synthetic = join(samples, 'customs/synthetic');
const absent = !existsSync(synthetic);
if (absent)
  process.stderr.write('The sample files beside the repository are not here: the tests on them are skipped.\n');

/** One faulty message: where its fault is, where a report may point as well, and what else is needed to see it. */
type Broken = {
  readonly file: string;
  readonly message: string;
  readonly kind: string;
  readonly line: number;
  readonly also_lines?: readonly number[];
  readonly with?: readonly string[];
};

const broken: readonly Broken[] = absent ? [] : parse(text('broken/manifest.yaml')).messages;
const trades: readonly { readonly folder: string; readonly files: readonly { readonly file: string }[] }[] = absent
  ? []
  : parse(text('manifest.yaml')).trades;

function text(file: string): string {
  return readFileSync(join(synthetic, file), 'utf8');
}

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-23');
});

describe.skipIf(absent)('sound trades', () => {
  for (const { folder, files } of trades) {
    it(`${folder}: no message has a finding but advice on its signature, and together they have no error`, async () => {
      for (const { file } of files) {
        const found = findings(await check([file]));
        // Print asks for a signature where the schema, and so the sample, does without.
        expect(
          found.filter((line) => !line.includes(' advice ceb507/structure.signature')),
          file,
        ).toEqual([]);
      }
      const together = await check(files.map(({ file }) => file));
      expect(findings(together).filter((line) => line.includes(' error '))).toEqual([]);
      expect(together.notRun).toEqual([]);
    });
  }
});

describe.skipIf(absent)('broken messages', () => {
  for (const one of broken) {
    const alone = one.with === undefined;
    it(`${one.file.slice(7)} is caught ${alone ? 'alone' : 'with its partner'}`, async () => {
      const report = await check([one.file, ...(one.with ?? [])]);
      const lines = [one.line, ...(one.also_lines ?? [])];
      const places = [
        ...report.findings.flatMap(({ location, related }) => [location, ...related.map((other) => other.location)]),
        ...report.notRun.flatMap(({ location }) => location ?? []),
      ];
      const hit = places.some(({ file, line }) => file === join(synthetic, one.file) && lines.includes(line ?? 0));
      expect(hit, `nothing on the lines ${lines.join(', ')}, only\n${findings(report).join('\n')}`).toBe(true);
      expect(report.verdict).not.toBe('conforms');
    });
  }
});

describe.skipIf(absent)('given files', () => {
  it('every one is checked, or is told plainly why not; what is found does not change unseen', async () => {
    const files = (await listInputs([samples])).filter((file) => file.includes('/given/'));
    expect(files.length).toBeGreaterThan(50);
    const outcomes: { [file: string]: readonly string[] } = {};
    for (const file of files) outcomes[file.slice(samples.length + 1)] = outcomeOf(await check([file]));
    expect(outcomes).toMatchSnapshot();
  });
});

/** Format and records, and how often each rule failed; or why the file was not checked. */
function outcomeOf({ inputs, notRun, rules }: Report): readonly string[] {
  const read = inputs.map(({ format, records }) => `${format}: ${records} records`);
  const failed = rules
    .filter(({ failed }) => failed > 0)
    .map(({ id, severity, failed }) => `${severity} ${id}: ${failed}`);
  const refused = notRun.map(({ reason }) => `not checked: ${reason.en}`.replaceAll(samples, ''));
  // A refusal names the file and says what it is, in one sentence; a breakdown of our own is none.
  for (const line of refused) expect(line).not.toMatch(/broke down|undefined|\[object/);
  return [...read, ...failed.sort(), ...refused];
}

function findings({ findings }: Report): readonly string[] {
  return findings.map(
    ({ location, rule, severity, actual }) =>
      `${location.file.slice(samples.length + 1)}:${location.line ?? ''} ${severity} ${rule} ${actual ?? ''}`,
  );
}

/** Everything that can be judged without being told a direction. */
async function check(files: readonly string[]): Promise<Report> {
  return run({
    compiled,
    inputs: await Promise.all(files.map((file) => fileSource(file.startsWith('/') ? file : join(synthetic, file)))),
    request: requestOf(),
    failOn: 'warning',
    maxFindings: 1000,
    tool: { name: 'borderlint', version: 'test' },
    requestSummary: {},
  });
}
