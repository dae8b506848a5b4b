import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { AnnotatableWorkbook } from '../model/annotation.js';
import type { Catalogue } from '../model/catalogue.js';
import type { CompiledCatalogue } from '../model/compiled.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import type { CheckedTable } from '../model/reading.js';
import type { HidePersonal, Report, ReportContext } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import type { DecimalSign } from '../normalise/index.js';
import { fileSource, listInputs, requestedEncoding, standardInput } from '../read/index.js';
import { type RunOptions, run } from '../run.js';
import { type AcceptanceOptions, type Before, openAcceptance } from './acceptance.js';
import { openCatalogue } from './catalogue-choice.js';
import { type CommandContext, collectWords, oneWord } from './command.js';
import { withConfig } from './config/settle.js';
import { exitCodes, unknownWord } from './errors.js';
import { type Destination, parseDestinations, withoutReports, writeReports } from './output.js';
import { hidingFor, type PersonalOptions, personalChoices } from './personal.js';
import { createProgress } from './progress.js';
import type { RepairOptions } from './repair.js';
import { requestFrom, type SelectionOptions, summariseRequest } from './request.js';
import type { Split, SplitOptions } from './split.js';
import type { Terminal } from './terminal.js';
import { catalogueTexts } from './texts.js';

type CheckOptions = RunOnOptions &
  PersonalOptions & {
    readonly format?: readonly string[];
    readonly quiet?: boolean;
    readonly summary?: boolean;
  };

const option = (flag: string, value: string): Option => new Option(`${flag} <${value}>`).argParser(oneWord(flag));
const list = (flag: string, value: string): Option => new Option(`${flag} <${value}>`).argParser(collectWords(flag));

export function checkCommand(context: CommandContext): Command {
  return withSelection(new Command('check'), context)
    .addOption(list('--format', 'name[=file]'))
    .addOption(new Option('--fail-on <severity>').choices(['error', 'warning', 'advice', 'never']).default('error'))
    .addOption(new Option('--max-findings <n>').argParser(wholeNumber('--max-findings')).default(100))
    .option('--summary')
    .option('--quiet')
    .addOption(new Option('--personal <how>').choices(personalChoices))
    .option('--show-values')
    .option('--fix')
    .option('--fix-dry-run')
    .option('--in-place')
    .addOption(option('--out', 'folder'))
    .addOption(option('--split', 'folder'))
    .option('--no-progress')
    .addOption(option('--changed-since', 'revision'))
    .addOption(option('--baseline', 'file'))
    .addOption(option('--waivers', 'file'))
    .addOption(new Option('--max-waiver-days <n>').argParser(wholeNumber('--max-waiver-days')))
    .action(async (paths: readonly string[], options: CheckOptions) => {
      context.exit(await check(paths.length === 0 ? ['.'] : paths, options, context));
    });
}

/** What to check, and against what: the same for every command that checks. */
export function withSelection(command: Command, context: CommandContext): Command {
  command
    .argument('[paths...]')
    .addOption(option('--profile', 'id'))
    .addOption(new Option('--direction <direction>').choices(['import', 'export']))
    .addOption(new Option('--edition <edition>').choices(['2018', '2022']))
    .addOption(list('--mode', 'code'))
    .addOption(list('--category', 'id'))
    .addOption(option('--as-of', 'day'))
    .addOption(list('--standard', 'number'))
    .addOption(list('--rule', 'id'))
    .addOption(list('--skip', 'id'))
    .addOption(list('--claims', 'number'))
    .addOption(list('--severity', 'rule=severity'))
    .addOption(option('--input-format', 'id'))
    .addOption(list('--map', '[pattern=]file').conflicts('inputFormat'))
    .addOption(option('--encoding', 'name'))
    .addOption(list('--sheet', 'name|position'))
    .addOption(new Option('--decimal <sign>').choices(['comma', 'point']))
    .addOption(list('--placeholder', 'word'))
    .addOption(option('--catalogue', 'folder'));
  return withConfig(command, context);
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  { terminal, version, args, env }: CommandContext,
): Promise<number> {
  const destinations = parseDestinations(options.format ?? ['text']);
  const hide = await hidingFor(options, env);
  const { report, compiled, read, split } = await runOn(
    paths,
    { ...options, hide },
    { terminal, version, args },
    destinations,
  );
  const reportContext: ReportContext = {
    language: terminal.language,
    texts: catalogueTexts(
      compiled.catalogue,
      report.inputs.map(({ document }) => document),
    ),
    width: terminal.width,
    color: terminal.color,
    showValues: hide === undefined,
    ...(hide === undefined ? {} : { hidePersonal: hide }),
    detail: options.quiet === true ? 'quiet' : options.summary === true ? 'summary' : 'full',
  };
  const tables = async function* (): AsyncGenerator<CheckedTable> {
    yield* (await import('../run/checked-tables.js')).checkedTables(read, report);
  };
  const workbook = async (): Promise<AnnotatableWorkbook | undefined> =>
    (await import('../run/checked-workbook.js')).checkedWorkbook(read, report);
  await writeReports(report, destinations, reportContext, terminal, tables, workbook);
  if (split !== undefined) await tellOfSplit(split, destinations, terminal);
  return exitCode(report);
}

async function tellOfSplit(split: Split, destinations: readonly Destination[], terminal: Terminal): Promise<void> {
  const { splitLines } = await import('./split.js');
  const tell = besideReports(destinations, terminal);
  if (tell === terminal.out && destinations.some(({ file }) => file === undefined)) tell('\n');
  for (const line of splitLines(split, terminal)) tell(`${line}\n`);
}

/** A report that a program reads from standard output must stand there alone. */
function besideReports(destinations: readonly Destination[], terminal: Terminal): Terminal['out'] {
  const taken = destinations.some(({ file, formatter }) => file === undefined && formatter.id !== 'text');
  return taken ? terminal.note : terminal.out;
}

export type RunOnOptions = SelectionOptions &
  AcceptanceOptions &
  RepairOptions &
  SplitOptions & {
    readonly inputFormat?: string;
    /** Mapping files, each with the pattern of the names of its files before it where it has one. */
    readonly map?: readonly string[];
    readonly encoding?: string;
    readonly decimal?: DecimalSign;
    readonly placeholder?: readonly string[];
    readonly sheet?: readonly string[];
    readonly catalogue?: string;
    /** A git revision: what it had wrong already does not count. */
    readonly changedSince?: string;
    readonly failOn: Severity | 'never';
    readonly maxFindings: number;
    readonly progress: boolean;
    /** How personal data is hidden where repairs are shown; absent: it is not. */
    readonly hide?: HidePersonal | undefined;
    /** Files beside the ones to check that are not to be checked, though their folder is. */
    readonly aside?: readonly string[];
  };

type RanOn = {
  readonly report: Report;
  readonly compiled: CompiledCatalogue;
  /** How the inputs that were judged are read, for who reads them once more. */
  readonly read: Pick<RunOptions, 'compiled' | 'inputs' | 'encoding' | 'formatOf'>;
  readonly split?: Split;
};

/** Checks what the paths name; reports of this run are not among it. */
export async function runOn(
  paths: readonly string[],
  options: RunOnOptions,
  { terminal, version, args }: Pick<CommandContext, 'terminal' | 'version' | 'args'>,
  destinations: readonly Destination[] = [],
): Promise<RanOn> {
  if (options.encoding !== undefined) requestedEncoding(options.encoding);
  const wanted = [options.fix, options.fixDryRun, options.inPlace, options.out];
  const repairs = wanted.every((one) => one === undefined) ? undefined : await import('./repair.js');
  repairs?.refuseRepairFlags(options);
  const parts = options.split === undefined ? undefined : { ...(await import('./split.js')), folder: options.split };
  parts?.refuseSplitFlags(options);
  const compiled = await openCatalogue(options.catalogue, options.asOf ?? terminal.today);
  const formatOf = await namedFormats(compiled, options);
  const request = requestFrom(compiled.catalogue, options, terminal.today);
  const aside = new Set(
    [options.baseline, options.waivers, ...(options.aside ?? [])].flatMap((file) =>
      file === undefined ? [] : [resolve(file)],
    ),
  );
  const listed = withoutReports(await listInputs(paths), paths, destinations);
  const given = listed.filter((file) => !aside.has(resolve(file)));
  const files = parts === undefined ? given : parts.withoutParts(given, paths, parts.folder);
  const inputs = await Promise.all(
    files.map(async (path) => (path === '-' ? standardInput(terminal.input()) : fileSource(path))),
  );
  const progress = createProgress(terminal, options.progress, inputs.length);
  const asked: Omit<RunOptions, 'maxFindings'> = {
    compiled,
    inputs,
    request,
    failOn: options.failOn,
    tool: { name: 'borderlint', version },
    requestSummary: summariseRequest(options, paths),
    commandLine: args,
    onProgress: progress.update,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(formatOf === undefined ? {} : { formatOf }),
    ...(options.sheet === undefined ? {} : { sheets: options.sheet }),
    ...(options.decimal === undefined ? {} : { decimal: options.decimal }),
    ...(options.placeholder === undefined ? {} : { placeholders: options.placeholder }),
  };
  const tell = besideReports(destinations, terminal);
  const judged = repairs === undefined ? inputs : await repairs.repairFirst(asked, options, terminal, tell);
  const withAcceptance = (acceptance: RunOptions['acceptance']): RunOptions => ({
    ...asked,
    inputs: judged,
    maxFindings: options.maxFindings,
    ...(acceptance === undefined ? {} : { acceptance }),
  });
  const before = await knownBefore(options.changedSince, files, asked);
  const again = async (): Promise<RunOptions> => withAcceptance(await openAcceptance(options, request.asOf, before));
  const first = await again();
  const outcome = (await parts?.runAndSplit(first, parts.folder, files, again)) ?? { report: await run(first) };
  progress.end();
  return { ...outcome, compiled, read: { ...asked, inputs: judged } };
}

async function knownBefore(
  revision: string | undefined,
  files: readonly string[],
  asked: Omit<RunOptions, 'maxFindings'>,
): Promise<Before | undefined> {
  if (revision === undefined) return undefined;
  const { findingsAt } = await import('./changed-since.js');
  return findingsAt(revision, files, asked);
}

function exitCode({ verdict }: Report): number {
  return verdict === 'incomplete'
    ? exitCodes.notChecked
    : verdict === 'fails'
      ? exitCodes.findings
      : exitCodes.conforms;
}

/** What the user says of the files' formats; where they say nothing, formats are recognised. */
async function namedFormats(
  { catalogue }: CompiledCatalogue,
  { inputFormat, map }: RunOnOptions,
): Promise<RunOptions['formatOf']> {
  // A flag is stronger than a mapping of the settings.
  if (inputFormat !== undefined) {
    const format = namedFormat(catalogue, inputFormat);
    return () => format;
  }
  if (map === undefined) return undefined;
  // YAML is parsed for those alone who have a mapping.
  const { openMappings } = await import('./mappings.js');
  return openMappings(map, catalogue);
}

function namedFormat({ formats }: Catalogue, id: string): Format {
  const found = formats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const ids = formats.map((format) => format.id);
  throw unknownWord(
    { en: 'input format', 'zh-CN': '输入格式', fr: 'format d’entrée' },
    id,
    ids,
    'borderlint list formats',
  );
}

export function wholeNumber(flag: string): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= 1) return number;
    throw new UserError({
      en: `${flag} is a whole number from 1 on, not ${text}.`,
      'zh-CN': `${flag} 须为不小于 1 的整数，而不是 ${text}。`,
      fr: `${flag} est un nombre entier à partir de 1, pas ${text}.`,
    });
  };
}
