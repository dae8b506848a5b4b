/** The library's face: check files, load and compile a catalogue. The command line is built on exactly this. */
import { join } from 'node:path';
import { loadBuiltCatalogue } from './catalogue/built.js';
import { packageFolder, packageVersion } from './catalogue/package-folder.js';
import { linkCompiled } from './compile/link.js';
import type { CompiledCatalogue } from './model/compiled.js';
import type { Request } from './model/plan.js';
import type { ByteSource } from './model/reading.js';
import type { Report } from './model/report.js';
import type { IsoDate } from './model/standard.js';
import { listInputs, sourceOf } from './read/index.js';
import { run } from './run.js';

/** What to check against; everything but the day may be left out. */
export type CheckOptions = Partial<Omit<Request, 'asOf'>> & {
  /** Judge by the standards in force that day, yyyy-MM-dd. */
  readonly asOf: IsoDate;
  readonly failOn?: Report['failOn'];
  /** Findings stored per rule (default 100); counts are exact whatever it is. */
  readonly maxFindings?: number;
  /** Words that fill a cell and count as empty, besides the catalogue's; behind a hyphen (`-test`) one that does not. */
  readonly placeholders?: readonly string[];
  /** Instead of the catalogue the package brings. */
  readonly catalogue?: CompiledCatalogue;
};

/**
 * Checks files, folders or byte sources and answers the report.
 * @throws UserError for a path that does not exist; what cannot be read is in the report's `notRun`
 */
export async function check(inputs: readonly (string | ByteSource)[], options: CheckOptions): Promise<Report> {
  const { catalogue = builtCatalogue(), failOn = 'error', maxFindings = 100, placeholders, ...request } = options;
  const sources = await Promise.all(inputs.map(sourcesOf));
  return run({
    compiled: catalogue,
    inputs: sources.flat(),
    request: { modes: [], categories: [], claims: [], standards: [], rules: [], skip: [], severity: {}, ...request },
    failOn,
    maxFindings,
    ...(placeholders === undefined ? {} : { placeholders }),
    tool: { name: 'borderlint', version: packageVersion() },
    requestSummary: { asOf: options.asOf },
  });
}

/** The catalogue the package brings, as the build wrote it. */
export function builtCatalogue(): CompiledCatalogue {
  const { catalogue, checks } = loadBuiltCatalogue(join(packageFolder, 'dist', 'catalogue'));
  return linkCompiled(catalogue, checks);
}

async function sourcesOf(input: string | ByteSource): Promise<readonly ByteSource[]> {
  return typeof input === 'string' ? Promise.all((await listInputs([input])).map(sourceOf)) : [input];
}

export { type LoadResult, loadCatalogue } from './catalogue/index.js';
export { type CompiledFiles, compileCatalogue, evaluateModule, linkCompiled } from './compile/index.js';
export { explain } from './explain/index.js';
export type { Catalogue } from './model/catalogue.js';
export type { CompiledCatalogue } from './model/compiled.js';
export { UserError } from './model/errors.js';
export type { Finding } from './model/finding.js';
export type { Location } from './model/location.js';
export type { Request } from './model/plan.js';
export type { ByteSource } from './model/reading.js';
export type {
  FileFormatter,
  Formatter,
  Report,
  ReportContext,
  StandardResult,
  TextFormatter,
  WriteReport,
  WriteReportFile,
} from './model/report.js';
export type { Rule, Standard } from './model/standard.js';
export { formatters } from './report/index.js';
