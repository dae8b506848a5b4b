import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { ByteSource } from '../../src/model/reading.js';
import type { Report } from '../../src/model/report.js';
import type { Edition } from '../../src/model/standard.js';
import { fileSource } from '../../src/read/index.js';
import { run } from '../../src/run.js';
import { requestOf } from '../request.js';

/** Everything that can be judged without being told a direction, by one edition of the message specification. */
export async function checkFiles(
  compiled: CompiledCatalogue,
  files: readonly (string | ByteSource)[],
  options: { readonly edition?: Edition; readonly maxFindings?: number; readonly rules?: readonly string[] } = {},
): Promise<Report> {
  const { edition, maxFindings = 1000, rules = [] } = options;
  return run({
    compiled,
    inputs: await Promise.all(files.map(async (file) => (typeof file === 'string' ? fileSource(file) : file))),
    request: requestOf({ rules, ...(edition === undefined ? {} : { edition }) }),
    failOn: 'warning',
    maxFindings,
    tool: { name: 'borderlint', version: 'test' },
    requestSummary: {},
  });
}

/** What a schema would object to as well: shape, presence, form. Not codes, dates, arithmetic and agreement. */
export const structuralRule = /\/(structure\.(?!signature)[a-z]+|[a-z0-9-]+\.(missing|format)(-2018)?)$/;

/** The structural faults of a file, each with its line; what kept it from being read counts. */
export async function structuralFaults(
  compiled: CompiledCatalogue,
  file: string | ByteSource,
  edition: Edition,
): Promise<readonly string[]> {
  const { findings, notRun } = await checkFiles(compiled, [file], { edition });
  return [
    ...findings
      .filter(({ rule }) => structuralRule.test(rule))
      .map(({ rule, location, actual = '' }) => `${location.line ?? 0} ${rule} ${actual}`),
    ...notRun.map(({ reason }) => reason.en),
  ];
}
