import { Command, Option } from 'commander';
import type { CompiledCatalogue } from '../model/compiled.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import type { Report, ReportContext } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import { fileSource, listInputs, requestedEncoding, standardInput } from '../read/index.js';
import { formatters } from '../report/index.js';
import { run } from '../run.js';
import { openCatalogue } from './catalogue-choice.js';
import { type CommandContext, collectWords, oneWord } from './command.js';
import { exitCodes, unknownWord } from './errors.js';
import { parseDestinations, withoutReports, writeReports } from './output.js';
import { createProgress } from './progress.js';
import { requestFrom, type SelectionOptions, summariseRequest } from './request.js';
import { catalogueTexts } from './texts.js';

type CheckOptions = SelectionOptions & {
  readonly inputFormat?: string;
  readonly encoding?: string;
  readonly format?: readonly string[];
  readonly failOn: Severity | 'never';
  readonly maxFindings: number;
  readonly quiet?: boolean;
  readonly summary?: boolean;
  readonly showValues?: boolean;
  readonly progress: boolean;
  readonly catalogue?: string;
};

export function checkCommand(context: CommandContext): Command {
  const option = (flag: string, value: string, description: string): Option =>
    new Option(`${flag} <${value}>`, description).argParser(oneWord(flag));
  const list = (flag: string, value: string, description: string): Option =>
    new Option(`${flag} <${value}>`, description).argParser(collectWords(flag));
  return new Command('check')
    .argument('[paths...]', 'files, folders, or - for standard input (default: this folder)')
    .addOption(option('--profile', 'id', 'a ready-made request, see `borderlint list profiles`'))
    .addOption(new Option('--direction <direction>', 'direction of trade').choices(['import', 'export']))
    .addOption(
      new Option('--edition <edition>', 'edition customs messages are judged by (default: 2022)').choices([
        '2018',
        '2022',
      ]),
    )
    .addOption(list('--mode', 'code', 'customs supervision mode: 1210, 1239, 9610, 9710, 9810'))
    .addOption(list('--category', 'id', 'product category of every record, see `borderlint list categories`'))
    .addOption(option('--as-of', 'day', 'judge by the standards in force that day (yyyy-MM-dd; default: today)'))
    .addOption(list('--standard', 'number', 'only these standards'))
    .addOption(list('--rule', 'id', 'only these rules'))
    .addOption(list('--skip', 'id', 'leave out these rules or standards'))
    .addOption(option('--input-format', 'id', 'take the input to be of this format, see `borderlint list formats`'))
    .addOption(option('--encoding', 'name', 'encoding of the input (default: found out)'))
    .addOption(
      list('--format', 'name[=file]', `report: ${formatters.map((one) => one.id).join(', ')}; several may be given`),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['error', 'warning', 'advice', 'never'])
        .default('error'),
    )
    .option('--max-findings <n>', 'findings kept per rule; counts stay exact', wholeNumber, 100)
    .option('--summary', 'rules broken, verdicts and counts, without the places')
    .option('--quiet', 'the verdict only')
    .option('--show-values', 'show personal data instead of masking it')
    .option('--no-progress', 'no progress line')
    .addOption(option('--catalogue', 'folder', 'a catalogue of your own instead of the built-in one'))
    .action(async (paths: readonly string[], options: CheckOptions) => {
      context.exit(await check(paths.length === 0 ? ['.'] : paths, options, context));
    });
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  { terminal, version, args }: CommandContext,
): Promise<number> {
  if (options.encoding !== undefined) requestedEncoding(options.encoding);
  const destinations = parseDestinations(options.format ?? ['text']);
  const compiled = await openCatalogue(options.catalogue, options.asOf ?? terminal.today);
  const format = options.inputFormat === undefined ? undefined : namedFormat(compiled, options.inputFormat);
  const request = requestFrom(compiled.catalogue, options, terminal.today);
  const files = withoutReports(await listInputs(paths), paths, destinations);
  const inputs = await Promise.all(
    files.map(async (path) => (path === '-' ? standardInput(terminal.input()) : fileSource(path))),
  );
  const progress = createProgress(terminal, options.progress, inputs.length);
  const report = await run({
    compiled,
    inputs,
    request,
    failOn: options.failOn,
    maxFindings: options.maxFindings,
    tool: { name: 'borderlint', version },
    requestSummary: summariseRequest(options, paths),
    commandLine: args,
    onProgress: progress.update,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(format === undefined ? {} : { format }),
  });
  progress.end();
  const reportContext: ReportContext = {
    language: terminal.language,
    texts: catalogueTexts(
      compiled.catalogue,
      report.inputs.map(({ document }) => document),
    ),
    width: terminal.width,
    color: terminal.color,
    showValues: options.showValues === true,
    detail: options.quiet === true ? 'quiet' : options.summary === true ? 'summary' : 'full',
  };
  await writeReports(report, destinations, reportContext, terminal);
  return exitCode(report);
}

function exitCode({ verdict }: Report): number {
  return verdict === 'incomplete'
    ? exitCodes.notChecked
    : verdict === 'fails'
      ? exitCodes.findings
      : exitCodes.conforms;
}

function namedFormat({ catalogue }: CompiledCatalogue, id: string): Format {
  const found = catalogue.formats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const ids = catalogue.formats.map((format) => format.id);
  throw unknownWord({ en: 'input format', 'zh-CN': '输入格式' }, id, ids, 'borderlint list formats');
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= 1) return number;
  throw new UserError({
    en: `--max-findings is a whole number from 1 on, not ${text}.`,
    'zh-CN': `--max-findings 须为不小于 1 的整数，而不是 ${text}。`,
  });
}
