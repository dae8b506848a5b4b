import { type CheckRun, createFileChecker, startChecking } from './check/index.js';
import { collectReport, createCollector } from './collect/index.js';
import type { CompiledCatalogue } from './model/compiled.js';
import { UserError } from './model/errors.js';
import type { Format } from './model/format.js';
import type { Request } from './model/plan.js';
import type { ByteSource, Opened } from './model/reading.js';
import type { InputSummary, ReadNotice } from './model/record.js';
import type { Report } from './model/report.js';
import { createNormaliser, type Normaliser } from './normalise/index.js';
import { effectiveSeverity, planRun } from './plan/index.js';
import { openFile, openOverflowFile } from './read/index.js';
import { createActivations } from './run/activations.js';
import { chooseFormat, refuseUnreadable } from './run/format.js';
import { brokenDown, noticeNotRun, topOf } from './run/notices.js';
import { overflowOnce } from './run/overflow.js';

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
  /** Take every input to be of this format instead of recognising it. */
  readonly format?: Format;
  readonly onProgress?: (progress: { readonly file: string; readonly records: number }) => void;
};

/** The whole pipeline: plan → read → normalise → check → collect. The library's one entry. */
export async function run(options: RunOptions): Promise<Report> {
  const { catalogue } = options.compiled;
  const plan = planRun(catalogue, options.request);
  const activations = createActivations(catalogue, plan);
  const severityOf = effectiveSeverity(catalogue, options.request);
  const collector = createCollector(options.maxFindings);
  const overflow = overflowOnce(openOverflowFile);
  const checking = startChecking({
    compiled: options.compiled,
    activate: activations.of,
    severityOf,
    sink: collector,
    shelf: { openOverflow: overflow.open },
  });
  const inputs: InputSummary[] = [];
  const notices: ReadNotice[] = [];
  try {
    for (const source of options.inputs) {
      const file = await checkFile(options, checking, source);
      notices.push(...file.notices);
      if (file.summary !== undefined) inputs.push(file.summary);
    }
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
    notices,
    recordsFailed: checking.records.failed(),
    tool: options.tool,
    failOn: options.failOn,
    request: options.requestSummary,
    ...(options.commandLine === undefined ? {} : { commandLine: options.commandLine }),
    reasons: activations.reasons(),
  });
}

type CheckedFile = {
  readonly summary?: InputSummary;
  readonly notices: readonly ReadNotice[];
};

/** One file, start to end. What keeps a file from being checked is said in `notRun`; the other files go on. */
async function checkFile(options: RunOptions, checking: CheckRun, source: ByteSource): Promise<CheckedFile> {
  try {
    const opened = await openFile(source, options.encoding === undefined ? {} : { encoding: options.encoding });
    try {
      return await checkOpened(options, checking, source, opened);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) {
      checking.notRun.push(brokenDown(source.name, error));
      return { notices: [] };
    }
    const place = error.place === undefined ? {} : { location: { ...error.place, pointer: '' } };
    const suggestion = error.suggestion === undefined ? {} : { suggestion: error.suggestion };
    checking.notRun.push({ what: 'file', subject: source.name, reason: error.text, ...place, ...suggestion });
    return { notices: [] };
  }
}

async function checkOpened(
  options: RunOptions,
  checking: CheckRun,
  source: ByteSource,
  opened: Opened,
): Promise<CheckedFile> {
  const { catalogue } = options.compiled;
  if (options.format === undefined) await refuseUnreadable(opened, source.name);
  const { format, document } = chooseFormat(catalogue, opened, source.name, options.format);
  const normaliser = createNormaliser({ file: source.name, format, document, opened, codes: catalogue.codes });
  const module = await options.compiled.checks(document.id);
  const checker = createFileChecker(checking, {
    file: source.name,
    format,
    document,
    module,
    ...normaliser,
    top: topOf(source.name, opened),
  });
  let records = 0;
  const take = (batch: ReturnType<Normaliser['push']>): void => {
    for (const record of batch) {
      records += 1;
      checker.record(record);
    }
  };
  const layout = {
    ...(format.json === undefined ? {} : { pointer: format.json.records }),
    ...(format.xml === undefined ? {} : { path: format.xml.record }),
  };
  for await (const batch of opened.records(layout)) {
    take(normaliser.push(batch));
    options.onProgress?.({ file: source.name, records });
  }
  take(normaliser.flush());
  const outcome = opened.outcome();
  const envelope = normaliser.envelope(outcome);
  if (envelope !== undefined && outcome.complete) checker.envelope(envelope);
  const notices = [...normaliser.notices(), ...outcome.notices];
  checking.notRun.push(...noticeNotRun(source.name, notices, records));
  const { bytes, digest, complete } = outcome;
  return {
    summary: {
      file: source.name,
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
