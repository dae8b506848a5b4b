import { type CheckRun, createFileChecker, startChecking } from './check/index.js';
import { collectReport, createCollector } from './collect/index.js';
import type { Acceptance } from './model/acceptance.js';
import type { CompiledCatalogue } from './model/compiled.js';
import type { FindingWatch } from './model/finding.js';
import type { Format } from './model/format.js';
import type { Request } from './model/plan.js';
import type { ByteSource, InputPart, Opened, RawRecord } from './model/reading.js';
import type { InputSummary, ReadNotice, SourceRecord } from './model/record.js';
import type { Report } from './model/report.js';
import { createNormaliser, type DecimalSign, type Normaliser, withPlaceholders } from './normalise/index.js';
import { effectiveSeverity, planRun } from './plan/index.js';
import { openOverflowFile } from './read/index.js';
import { createActivations } from './run/activations.js';
import { chooseSoundFormat, refuseUnreadable } from './run/format.js';
import { misdeclared, noticeNotRun, topOf } from './run/notices.js';
import { overflowOnce } from './run/overflow.js';
import { sheetChoice } from './run/sheet-choice.js';
import { type CheckPart, checkParts } from './run/source-parts.js';
import { createStatuses } from './run/statuses.js';

/** What one run is asked to do. Nothing here is read from the environment. */
export type RunOptions = {
  readonly compiled: CompiledCatalogue;
  readonly inputs: readonly ByteSource[];
  readonly request: Request;
  readonly failOn: Report['failOn'];
  /** Findings stored per rule; counts stay exact beyond it. */
  readonly maxFindings: number;
  readonly tool: Report['tool'];
  /** The request in the user's words, for the report. */
  readonly requestSummary: Report['request'];
  /** The arguments as given, for the report. */
  readonly commandLine?: readonly string[];
  readonly encoding?: string;
  /** The format a file is taken to be of instead of recognising it. */
  readonly formatOf?: (file: string, sheet?: string) => Format | undefined;
  /** Sheets of workbooks to check, by name or number; none: all of them. */
  readonly sheets?: readonly string[];
  /** The sign that begins the fraction of numbers in tables, where their form leaves it open. */
  readonly decimal?: DecimalSign;
  /** Words that fill a cell without saying anything, besides the catalogue's; behind a hyphen one that does say something. */
  readonly placeholders?: readonly string[];
  /** What stands, from waivers and a baseline; made for this run alone. */
  readonly acceptance?: Acceptance;
  readonly onProgress?: (progress: { readonly file: string; readonly records: number }) => void;
  /** Who wants to know of every record where it stands and whether it fails. */
  readonly watch?: RunWatch;
  /** Encodings known from an earlier run, before `encoding`. */
  readonly encodingOf?: (file: string) => string | undefined;
};

/** Is told what is read, and every finding. */
export type RunWatch = FindingWatch & {
  /** What comes now; each part of an input is one. */
  readonly part: (part: InputPart, opened: Opened, format: Format) => void;
  /** Rows, objects or elements as the reader found them, in their order. */
  readonly read: (batch: readonly RawRecord[]) => void;
  /** A record that is judged. */
  readonly record: (record: SourceRecord) => void;
};

/** The whole pipeline: plan → read → normalise → check → collect. The library's one entry. */
export async function run(options: RunOptions): Promise<Report> {
  const { catalogue } = options.compiled;
  const plan = planRun(catalogue, options.request);
  const activations = createActivations(catalogue, plan);
  const severityOf = effectiveSeverity(catalogue, options.request);
  const collector = createCollector(options.maxFindings, options.acceptance, options.watch);
  const overflow = overflowOnce(openOverflowFile);
  const checking = startChecking({
    compiled: options.compiled,
    activate: activations.of,
    severityOf,
    sink: collector,
    shelf: { openOverflow: overflow.open },
  });
  const choice = sheetChoice(options.sheets);
  const check: CheckPart<CheckedPart> = (...of) => checkPart(options, checking, ...of);
  const inputs: InputSummary[] = [];
  const notices: ReadNotice[] = [];
  try {
    for (const source of options.inputs) {
      const encoding = options.encodingOf?.(source.name) ?? options.encoding;
      const open = encoding === undefined ? {} : { encoding };
      for await (const part of checkParts(source, open, check, choice)) {
        if (part.kind === 'not-run') checking.notRun.push(part.notRun);
        else if (part.kind === 'notice') notices.push(part.notice);
        else {
          notices.push(...part.checked.notices);
          inputs.push(part.checked.summary);
        }
      }
    }
    checking.notRun.push(...choice.missed());
    checking.across.finish();
  } finally {
    overflow.close();
  }
  return collectReport({
    ...checking,
    catalogue,
    plan,
    collector,
    inputs,
    notices: [...notices, ...checking.editions.notices(), ...(options.acceptance?.notices() ?? [])],
    recordsFailed: checking.records.failed(),
    tool: options.tool,
    failOn: options.failOn,
    request: options.requestSummary,
    ...(options.commandLine === undefined ? {} : { commandLine: options.commandLine }),
    reasons: activations.reasons(),
  });
}

type CheckedPart = { readonly summary: InputSummary; readonly notices: readonly ReadNotice[] };

/** One table or message, start to end. */
async function checkPart(
  options: RunOptions,
  checking: CheckRun,
  part: InputPart,
  input: Opened,
): Promise<CheckedPart> {
  const { file } = part;
  const { watch } = options;
  const { catalogue } = options.compiled;
  const named = options.formatOf?.(file, part.sheet);
  if (named === undefined) await refuseUnreadable(input, file);
  const chosen = await chooseSoundFormat(catalogue, input, part, named);
  const { format, document, opened } = chosen;
  const { decimal, placeholders } = options;
  const said = decimal === undefined ? {} : { decimal };
  const read = placeholders === undefined ? document : withPlaceholders(document, placeholders);
  const normaliser = createNormaliser({ file, format, document: read, opened, codes: catalogue.codes, ...said });
  const module = await options.compiled.checks(document.id);
  const checker = createFileChecker(checking, {
    file,
    format,
    document,
    module,
    ...normaliser,
    alone: options.inputs.length === 1 && file === options.inputs[0]?.name && (part.sheets ?? 1) === 1,
    top: topOf(file, opened),
  });
  const statuses = createStatuses(catalogue, document);
  watch?.part(part, opened, format);
  let records = 0;
  const take = (batch: ReturnType<Normaliser['push']>): void => {
    for (const record of batch) {
      records += 1;
      watch?.record(record);
      checker.record(record);
      statuses.add(record);
    }
  };
  for await (const batch of opened.records(chosen.layout)) {
    watch?.read(batch);
    take(normaliser.push(batch));
    options.onProgress?.({ file, records });
  }
  take(normaliser.flush());
  const outcome = opened.outcome();
  const envelope = normaliser.envelope(outcome);
  if (envelope !== undefined && outcome.complete) checker.envelope(envelope, misdeclared(outcome.notices));
  const notices = [
    ...chosen.notices,
    ...normaliser.notices(),
    ...byDesign(normaliser, outcome.notices),
    ...statuses.notices(),
    ...checker.notices(),
  ];
  checking.notRun.push(...noticeNotRun(part, notices, records));
  const { bytes, digest, complete } = outcome;
  return {
    summary: {
      file,
      ...(opened.sheet !== undefined && { sheet: opened.sheet }),
      format: format.id,
      document: document.id,
      encoding: opened.encoding,
      records,
      bytes,
      digest,
      complete,
    },
    notices,
  };
}

/** A header that stands there twice is no fault where the format reads all its columns. */
function byDesign({ readsAll }: Normaliser, notices: readonly ReadNotice[]): readonly ReadNotice[] {
  if (readsAll === undefined) return notices;
  return notices.filter(({ id, values }) => id !== 'header-duplicate' || !readsAll(String(values['header'] ?? '')));
}
