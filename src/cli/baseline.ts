import { Command } from 'commander';
import { baselineText } from '../accept/baseline.js';
import type { Report } from '../model/report.js';
import { inLanguage } from '../text/language.js';
import { readBaseline } from './acceptance.js';
import { type RunOnOptions, runOn, withSelection } from './check.js';
import type { CommandContext } from './command.js';
import { exitCodes } from './errors.js';
import { writeWhole } from './whole-file.js';

type Selection = Omit<RunOnOptions, 'failOn' | 'maxFindings' | 'progress'>;

/** Every finding is kept: one that is not in the baseline is a new one. */
const everyFinding = { failOn: 'never', maxFindings: Number.MAX_SAFE_INTEGER, progress: true } as const;

/** Accept the findings of today, so that only new ones count: `check --baseline FILE`. */
export function baselineCommand(context: CommandContext): Command {
  const command = new Command('baseline');
  const add = (name: string, act: Act): void => {
    const sub = new Command(name).argument('<file>');
    withSelection(sub, context).action(async (file: string, paths: readonly string[], options: Selection) => {
      context.exit(await act({ file, paths: paths.length === 0 ? ['.'] : paths, options, context }));
    });
    command.addCommand(sub);
  };
  add('write', write);
  add('check', compare);
  add('prune', prune);
  return command;
}

type Task = {
  readonly file: string;
  readonly paths: readonly string[];
  readonly options: Selection;
  readonly context: CommandContext;
};
type Act = (task: Task) => Promise<number>;

async function write(task: Task): Promise<number> {
  const { report } = await runOn(task.paths, { ...task.options, ...everyFinding, aside: [task.file] }, task.context);
  const keys = report.findings.map(({ key }) => key);
  if (incomplete(report, task)) return exitCodes.notChecked;
  save(task, report, keys);
  say(task, {
    en: `${keys.length} findings accepted in ${task.file}.`,
    'zh-CN': `${keys.length} 处问题已记入基线 ${task.file}。`,
    fr: `${keys.length} constats acceptés dans ${task.file}.`,
  });
  return exitCodes.conforms;
}

async function compare(task: Task): Promise<number> {
  const { added, gone, report } = await difference(task);
  for (const key of added) task.context.terminal.out(`+ ${key}\n`);
  for (const key of gone) task.context.terminal.out(`- ${key}\n`);
  say(task, {
    en: `${added.length} new, ${gone.length} gone.`,
    'zh-CN': `新增 ${added.length} 处，消失 ${gone.length} 处。`,
    fr: `${added.length} nouveaux, ${gone.length} disparus.`,
  });
  if (incomplete(report, task)) return exitCodes.notChecked;
  return added.length + gone.length > 0 ? exitCodes.findings : exitCodes.conforms;
}

async function prune(task: Task): Promise<number> {
  const { gone, known, report } = await difference(task);
  // What was not checked may still be there.
  if (incomplete(report, task)) return exitCodes.notChecked;
  const left = new Set(gone);
  save(
    task,
    report,
    known.filter((key) => !left.has(key)),
  );
  say(task, {
    en: `${gone.length} taken out, ${known.length - gone.length} left.`,
    'zh-CN': `清除 ${gone.length} 处，保留 ${known.length - gone.length} 处。`,
    fr: `${gone.length} retirés, ${known.length - gone.length} restants.`,
  });
  return exitCodes.conforms;
}

async function difference(task: Task): Promise<{
  readonly known: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly report: Report;
}> {
  const known = (await readBaseline(task.file)).findings;
  const { report } = await runOn(task.paths, { ...task.options, ...everyFinding, baseline: task.file }, task.context);
  const found = new Set(report.findings.map(({ key }) => key));
  const held = new Set(known);
  return {
    known,
    report,
    added: [...found].filter((key) => !held.has(key)).sort(),
    gone: known.filter((key) => !found.has(key)),
  };
}

/** A run that could not check everything is no ground to accept or to strike out anything. */
function incomplete({ verdict, notRun }: Report, { context }: Task): boolean {
  if (verdict !== 'incomplete') return false;
  const { terminal } = context;
  for (const { subject, reason } of notRun) terminal.note(`${subject}: ${inLanguage(reason, terminal.language)}\n`);
  return true;
}

function save({ file }: Task, { asOf, catalogue }: Report, findings: readonly string[]): void {
  writeWhole(file, [baselineText({ version: 1, catalogue: catalogue.version, asOf, findings })], 'own');
}

function say({ context: { terminal } }: Task, text: { en: string; 'zh-CN': string; fr: string }): void {
  terminal.note(`${inLanguage(text, terminal.language)}\n`);
}
