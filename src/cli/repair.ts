import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { UserError } from '../model/errors.js';
import type { ByteSource } from '../model/reading.js';
import type { HidePersonal } from '../model/report.js';
import { fileSource } from '../read/index.js';
import { type RepairedFile, type RepairOutcome, repairInputs } from '../run/repair.js';
import type { RunOptions } from '../run.js';
import { repairText, unrepairableText } from '../text/repair-words.js';
import { sanitize } from '../text/sanitize.js';
import type { Terminal } from './terminal.js';
import { writeWholeAsMade } from './whole-file.js';

export type RepairOptions = {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly inPlace?: boolean;
  readonly out?: string;
};

/** How the personal data of a diff is hidden; absent: it is shown. */
type Hiding = { readonly hide?: HidePersonal | undefined };

/** @throws UserError for flags that contradict each other or stand alone */
export function refuseRepairFlags({ fix, fixDryRun, inPlace, out }: RepairOptions): void {
  if (fix !== true && fixDryRun !== true && (inPlace === true || out !== undefined)) {
    const flag = inPlace === true ? '--in-place' : '--out';
    throw new UserError({
      en: `${flag} says where repaired files go, and belongs with --fix.`,
      'zh-CN': `${flag} 用于指定修复后文件的去向，须与 --fix 同用。`,
      fr: `${flag} dit où vont les fichiers réparés et accompagne --fix.`,
    });
  }
  if (inPlace === true && out !== undefined) {
    throw new UserError({
      en: '--in-place and --out cannot both be given.',
      'zh-CN': '--in-place 与 --out 不能同时使用。',
      fr: '--in-place et --out s’excluent.',
    });
  }
}

/** Repairs what can be repaired, says what was done, and answers the inputs as they are to be judged. */
export async function repairFirst(
  run: Omit<RunOptions, 'maxFindings'>,
  options: RepairOptions & Hiding,
  terminal: Terminal,
  tell: (text: string) => void,
): Promise<readonly ByteSource[]> {
  if (run.inputs.some(({ name }) => name === '-')) throw nothingToRepair();
  const outcome = await repairInputs(run);
  const written = new Map(outcome.repaired.map((one) => [one.file, targetOf(one.file, options)]));
  refuseCollisions([...written.values()], run.inputs, options);
  if (options.fixDryRun !== true) {
    if (options.out !== undefined && outcome.repaired.length > 0) await mkdir(options.out, { recursive: true });
    for (const { file, chunks } of outcome.repaired)
      await writeWholeAsMade(written.get(file) ?? file, chunks(), 'repaired');
  }
  for (const line of told(outcome, written, options, terminal)) tell(`${line}\n`);
  // The report follows.
  if (tell === terminal.out) tell('\n');
  if (options.fixDryRun === true) return run.inputs;
  return Promise.all(
    run.inputs.map(async (source) => {
      const target = written.get(source.name);
      return target === undefined ? source : fileSource(target);
    }),
  );
}

function nothingToRepair(): UserError {
  return new UserError({
    en: 'What comes in on standard input cannot be repaired: name a file.',
    'zh-CN': '标准输入的内容无法修复，请指定文件。',
    fr: 'L’entrée standard ne peut pas être réparée : indiquez un fichier.',
  });
}

/** `goods.csv` becomes `goods.fixed.csv` beside it, or `goods.csv` in the folder asked for. */
function targetOf(file: string, { inPlace, out }: RepairOptions): string {
  if (inPlace === true) return file;
  if (out !== undefined) return join(out, basename(file));
  const extension = extname(file);
  return join(dirname(file), `${basename(file, extension)}.fixed${extension}`);
}

function refuseCollisions(targets: readonly string[], inputs: readonly ByteSource[], { inPlace }: RepairOptions): void {
  const names = new Set(inputs.map(({ name }) => name));
  const doubled = targets.find((target, index) => targets.indexOf(target) !== index);
  const over = inPlace === true ? undefined : targets.find((target) => names.has(target));
  const target = doubled ?? over;
  if (target === undefined) return;
  throw new UserError(
    {
      en: `The repaired file would overwrite ${target}, which is another of the files.`,
      'zh-CN': `修复后的文件会覆盖另一个文件 ${target}。`,
      fr: `Le fichier réparé écraserait ${target}, un autre des fichiers.`,
    },
    {
      suggestion: {
        en: 'Name another folder with --out.',
        'zh-CN': '请用 --out 指定其他文件夹。',
        fr: 'Indiquez un autre dossier avec --out.',
      },
    },
  );
}

function* told(
  { repaired, left }: RepairOutcome,
  written: ReadonlyMap<string, string>,
  options: RepairOptions & Hiding,
  { language }: Terminal,
): Generator<string> {
  const say = (id: Parameters<typeof repairText>[0], values: { readonly [name: string]: string }): string =>
    sanitize(repairText(id, language, values));
  if (repaired.length === 0) yield say('none', {});
  for (const one of repaired) {
    const count = String(one.repairs.length);
    const where = { file: one.file, target: written.get(one.file) ?? one.file, count };
    yield say(options.fixDryRun === true ? 'would' : options.inPlace === true ? 'in-place' : 'copy', where);
    yield* diffLines(one, options.hide);
  }
  for (const { file, why, findings } of left)
    yield say('left', { file, count: String(findings), why: unrepairableText(why, language) });
}

function* diffLines({ repairs }: RepairedFile, hide: HidePersonal | undefined): Generator<string> {
  for (const { location, before, after, by, rules, personal } of repairs) {
    const { file, sheet, line, column, cell } = location;
    const shown = (text: string): string => JSON.stringify(personal && hide !== undefined ? hide(text) : text);
    const inText = `${file}:${line}:${column}${cell === undefined ? '' : `  ${cell}`}`;
    const place = sheet === undefined ? inText : `${file}:${sheet}!${cell}`;
    yield sanitize(`  ${place}  ${shown(before)} → ${shown(after)}  ${rules.join(', ')} (${by.join(', ')})`);
  }
}
