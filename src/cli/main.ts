import { Command, CommanderError } from 'commander';
import { packageVersion } from '../catalogue/package-folder.js';
import { UserError } from '../model/errors.js';
import type { CommandContext } from './command.js';
import { commands } from './commands.js';
import { addDisplayOptions } from './display-options.js';
import { reportError } from './errors.js';
import { openTerminal, type Surroundings } from './terminal.js';
import { unknownCommand } from './unknown-command.js';

/** Runs one command and answers the exit code. */
export async function main(args: readonly string[], surroundings: Surroundings = process): Promise<number> {
  const version = packageVersion();
  let terminal = openTerminal(earlyOptions(args), surroundings);
  let code = 0;
  const context: CommandContext = {
    version,
    args,
    commands,
    env: surroundings.env,
    placeOfWord: new Map(),
    get terminal() {
      return terminal;
    },
    speak: (language) => {
      terminal = { ...terminal, language };
    },
    exit: (with_) => {
      code = with_;
    },
  };
  let asked: Command | undefined;
  try {
    const program = await createProgram(context, args, (command) => {
      asked = command;
    });
    const [first, second] = args;
    if (first === 'help' && second !== undefined) refuseUnknown(second, program);
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && asked !== undefined) {
      const { helpPage } = await import('./help/page.js');
      const page = await helpPage(asked, commands, terminal);
      if (error.exitCode === 0) terminal.out(page);
      else terminal.note(page);
    }
    return reportError(whereSaid(await inOurWords(error, args), context), terminal, version);
  }
}

/** What the argument parser objects to, as we say it. */
async function inOurWords(error: unknown, args: readonly string[]): Promise<unknown> {
  if (!(error instanceof CommanderError)) return error;
  const { usageError } = await import('./usage.js');
  return usageError(error, commandOf(args)) ?? error;
}

/** A word that names nothing, with its place in the settings where it came from there. */
function whereSaid(error: unknown, { placeOfWord }: CommandContext): unknown {
  if (!(error instanceof UserError) || error.place !== undefined || error.word === undefined) return error;
  const place = placeOfWord.get(error.word);
  return place === undefined ? error : error.at(place);
}

function commandOf(args: readonly string[]): string {
  return args.find((arg) => commands.some(({ name }) => name === arg)) ?? '';
}

function refuseUnknown(word: string, command: Command): void {
  const names = command.commands.map((one) => one.name());
  if (names.includes(word) || word === 'help' || word.startsWith('-')) return;
  throw unknownCommand(word, names, command.parent === null ? 'borderlint' : `borderlint ${command.name()}`);
}

/** Language and colour decide how even a mistake in the arguments is shown, so they are read before parsing. */
function earlyOptions(args: readonly string[]): { language?: string | undefined; color: boolean } {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const language = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  return { language, color: !args.includes('--no-color') };
}

/**
 * The program with all its commands; only those the arguments name are loaded.
 * @param askHelp told which command's help is wanted: its texts are loaded then, and not before
 */
async function createProgram(
  context: CommandContext,
  args: readonly string[],
  askHelp: (command: Command) => void,
): Promise<Command> {
  const program = new Command('borderlint')
    .version(context.version, '-V, --version')
    // What the parser objects to is said once, by `reportError`.
    .configureOutput({
      writeOut: context.terminal.out,
      writeErr: context.terminal.note,
      outputError: () => undefined,
    })
    .configureHelp({
      formatHelp: (command) => {
        askHelp(command);
        return '';
      },
    })
    .exitOverride();
  program.on('command:*', ([word = '']: readonly string[]) => refuseUnknown(word, program));
  addDisplayOptions(program);
  for (const { name, load } of commands) {
    const command = args.includes(name) ? (await load())(context) : new Command(name);
    for (const one of [command, ...command.commands]) addDisplayOptions(one).copyInheritedSettings(program);
    if (command.commands.length > 0) {
      command.on('command:*', ([word = '']: readonly string[]) => refuseUnknown(word, command));
    }
    program.addCommand(command);
  }
  return program;
}
