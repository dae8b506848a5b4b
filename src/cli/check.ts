import { Command, InvalidArgumentError, Option } from 'commander';
import type { CompiledCatalogue } from '../model/compiled.js';
import type { Format } from '../model/format.js';
import type { Report, ReportContext } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import { formatters } from '../report/index.js';
import { openCatalogue } from './catalogue-choice.js';
import { type CommandContext, collectWords } from './command.js';
import { exitCodes, unknownWord } from './errors.js';
import { parseDestinations, writeReports } from './output.js';
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
  const list = (flag: string, description: string): Option => new Option(flag, description).argParser(collectWords);
  return new Command('check')
    .description(
      'Check files, folders or standard input (-) and report what is wrong, where, why and what to write instead.',
    )
    .argument('[paths...]', 'files, folders, or - for standard input', ['.'])
    .option('--profile <id>', 'a ready-made request, see `borderlint list profiles`')
    .addOption(new Option('--direction <direction>', 'direction of trade').choices(['import', 'export']))
    .addOption(list('--mode <code>', 'customs supervision mode: 1210, 1239, 9610, 9710, 9810'))
    .addOption(list('--category <id>', 'product category of every record, see `borderlint list categories`'))
    .option('--as-of <day>', 'judge by the standards in force that day (yyyy-MM-dd; default: today)')
    .addOption(list('--standard <number>', 'only these standards'))
    .addOption(list('--rule <id>', 'only these rules'))
    .addOption(list('--skip <id>', 'leave out these rules or standards'))
    .option('--input-format <id>', 'take the input to be of this format, see `borderlint list formats`')
    .option('--encoding <name>', 'encoding of the input (default: found out)')
    .addOption(
      list('--format <name[=file]>', `report: ${formatters.map((one) => one.id).join(', ')}; several may be given`),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['error', 'warning', 'advice', 'never'])
        .default('error'),
    )
    .option('--max-findings <n>', 'findings kept per rule; counts stay exact', wholeNumber, 100)
    .option('--summary', 'verdicts and counts only')
    .option('--quiet', 'findings only')
    .option('--show-values', 'show personal data instead of masking it')
    .option('--no-progress', 'no progress line')
    .option('--catalogue <folder>', 'a catalogue of your own instead of the built-in one')
    .action(async (paths: readonly string[], options: CheckOptions) => {
      context.exit(await check(paths, options, context));
    });
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  { terminal, version }: CommandContext,
): Promise<number> {
  const [{ run }, { fileSource, listInputs, standardInput }] = await Promise.all([
    import('../run.js'),
    import('../read/index.js'),
  ]);
  const destinations = parseDestinations(options.format ?? ['text']);
  const compiled = await openCatalogue(options.catalogue, options.asOf ?? terminal.today);
  const format = options.inputFormat === undefined ? undefined : namedFormat(compiled, options.inputFormat);
  const request = requestFrom(compiled.catalogue, options, terminal.today);
  const inputs = await Promise.all(
    (await listInputs(paths)).map((path) => (path === '-' ? standardInput(terminal.input()) : fileSource(path))),
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
    onProgress: progress.update,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(format === undefined ? {} : { format }),
  });
  progress.end();
  const reportContext: ReportContext = {
    language: terminal.language,
    texts: catalogueTexts(compiled.catalogue),
    width: terminal.width,
    color: terminal.color,
    showValues: options.showValues === true,
    detail: options.quiet === true ? 'quiet' : options.summary === true ? 'summary' : 'full',
  };
  writeReports(report, destinations, reportContext, terminal);
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
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return number;
}
