import { UserError } from '../model/errors.js';
import type { Report } from '../model/report.js';
import { RecordSides } from '../run/record-sides.js';
import { type LeftWhole, type SplitOutcome, type SplitResult, splitInputs } from '../run/split.js';
import { type RunOptions, run } from '../run.js';
import { sanitize } from '../text/sanitize.js';
import { splitText, whyWholeText } from '../text/split-words.js';
import { type PartNames, PartStore, partNames } from './part-files.js';
import type { Terminal } from './terminal.js';

export { withoutParts } from './part-files.js';

export type SplitOptions = {
  /** Folder the parts go to. */
  readonly split?: string;
};

/** @throws UserError for flags that leave nothing to split by, or nothing to write */
export function refuseSplitFlags({
  fixDryRun,
  failOn,
}: {
  readonly fixDryRun?: boolean;
  readonly failOn: Report['failOn'];
}): void {
  if (fixDryRun === true)
    throw new UserError({
      en: '--fix-dry-run writes nothing and --split writes files: give one of them.',
      'zh-CN': '--fix-dry-run 不写入文件，而 --split 会写入文件，请二选一。',
      fr: '--fix-dry-run n’écrit rien et --split écrit des fichiers : donnez l’un des deux.',
    });
  if (failOn === 'never')
    throw new UserError(
      {
        en: '--split sets aside what fails, and with --fail-on never nothing does.',
        'zh-CN': '--split 会分出不合格记录，而 --fail-on never 表示没有不合格。',
        fr: '--split met de côté ce qui échoue, et avec --fail-on never rien n’échoue.',
      },
      {
        suggestion: {
          en: 'Give --fail-on error, warning or advice.',
          'zh-CN': '请指定 --fail-on error、warning 或 advice。',
          fr: 'Donnez --fail-on error, warning ou advice.',
        },
      },
    );
}

/** Runs, learns which records fail, and writes both parts of every input; answers what is to be said of it. */
export async function runAndSplit(
  options: RunOptions,
  folder: string,
  /** The inputs as the user named them, in the same order: a repaired copy is split under the name of its original. */
  named: readonly string[],
  /** The options of a further run: what is accepted is worked out anew in each. */
  again: () => Promise<RunOptions>,
): Promise<{ readonly report: Report; readonly split: Split }> {
  const { inputs, failOn, compiled } = options;
  if (inputs.some(({ size }) => size === undefined)) throw nothingToSplit();
  const names = new Map(inputs.map(({ name }, index) => [name, partNames(named[index] ?? name, folder)]));
  const namesOf = (file: string): PartNames => names.get(file) ?? partNames(file, folder);
  const sides = new RecordSides(failOn);
  const report = await run({ ...options, watch: sides });
  const store = new PartStore(folder, namesOf);
  const stop = (): void => {
    store.discard();
    process.exit(130);
  };
  process.once('SIGINT', stop);
  try {
    const outcome = await splitInputs({
      compiled,
      inputs,
      report,
      sides,
      judge: async (parts, { formatOf, ...how }) => {
        const asked = await again();
        const formatIn: typeof formatOf = (file, sheet) => formatOf(file, sheet) ?? asked.formatOf?.(file, sheet);
        return run({ ...asked, ...how, formatOf: formatIn, inputs: parts, maxFindings: 1 });
      },
      write: (file, pieces) => store.write(file, pieces),
    });
    const left = outcome.left.map(({ file }) => file);
    store.finish(new Set(outcome.split.map(({ file }) => file)), left);
    return { report, split: { outcome, namesOf, failOn } };
  } finally {
    store.discard();
    process.off('SIGINT', stop);
  }
}

export type Split = {
  readonly outcome: SplitOutcome;
  readonly namesOf: (file: string) => PartNames;
  readonly failOn: Report['failOn'];
};

/** A part takes the place of a source that is read more than once. */
function nothingToSplit(): UserError {
  return new UserError({
    en: 'What comes in on standard input or through a pipe cannot be split: name a file.',
    'zh-CN': '标准输入或管道的内容无法拆分，请指定文件。',
    fr: 'L’entrée standard ou un tube ne peut pas être partagé : indiquez un fichier.',
  });
}

/** How many records went where, and what was not split. */
export function* splitLines({ outcome, namesOf, failOn }: Split, { language }: Terminal): Generator<string> {
  const say = (id: Parameters<typeof splitText>[0], values = {}): string => splitText(id, language, values);
  for (const one of outcome.split) {
    yield sanitize(say('split', { file: one.file, severity: failOn }));
    const names = namesOf(one.file);
    for (const side of ['conforming', 'failing'] as const)
      yield sanitize(say(side, { count: String(one[side]), target: one[side] > 0 ? names[side] : say('no-file') }));
    yield* notesOn(one, say);
  }
  for (const one of outcome.left)
    yield sanitize(say('left', { file: placeText(one), why: whyWholeText(one.why, language) }));
}

function* notesOn(
  { apart, joined, followed, message }: SplitResult,
  say: (id: 'apart' | 'joined' | 'followed' | 'message', values?: { readonly [name: string]: string }) => string,
): Generator<string> {
  if (apart > 0) yield say('apart', { count: String(apart) });
  if (joined > 0) yield say('joined', { count: String(joined) });
  if (followed.records > 0)
    yield sanitize(say('followed', { count: String(followed.records), rules: followed.rules.join(', ') }));
  if (message) yield say('message');
}

function placeText({ file, location }: LeftWhole): string {
  if (location?.sheet !== undefined)
    return `${file}:${location.sheet}${location.cell === undefined ? '' : `!${location.cell}`}`;
  return location?.line === undefined || location.file !== file ? file : `${file}:${location.line}`;
}
