import { Command, Option } from 'commander';
import { packageVersion } from '../catalogue/package-folder.js';
import { catalogueCommand } from './catalogue.js';
import { checkCommand } from './check.js';
import type { CommandContext } from './command.js';
import { reportError } from './errors.js';
import { explainCommand } from './explain.js';
import { listCommand } from './list.js';
import { openTerminal, type Surroundings } from './terminal.js';

/** Runs one command and answers the exit code. */
export async function main(args: readonly string[], surroundings: Surroundings = process): Promise<number> {
  const version = packageVersion();
  const terminal = openTerminal(earlyOptions(args), surroundings);
  let code = 0;
  const context: CommandContext = {
    version,
    terminal,
    exit: (with_) => {
      code = with_;
    },
  };
  try {
    await createProgram(context).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return reportError(error, terminal, version);
  }
}

/** Language and colour decide how even a mistake in the arguments is shown, so they are read before parsing. */
function earlyOptions(args: readonly string[]): { language?: string | undefined; color: boolean } {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const language = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  return { language, color: !args.includes('--no-color') };
}

function createProgram(context: CommandContext): Command {
  const program = new Command('borderlint')
    .description("Checks product listings and shipment files against China's cross-border e-commerce standards.")
    .version(context.version, '-V, --version')
    .configureOutput({ writeOut: context.terminal.out, writeErr: context.terminal.note })
    .showSuggestionAfterError()
    .exitOverride();
  for (const make of [checkCommand, explainCommand, listCommand, catalogueCommand]) {
    const command = make(context);
    for (const one of [command, ...command.commands]) {
      one.addOption(languageOption()).option('--no-color', 'plain text');
      one
        .copyInheritedSettings(program)
        .showHelpAfterError(`Run \`borderlint help ${command.name()}\` to see what it takes.`);
    }
    program.addCommand(command);
  }
  return program;
}

function languageOption(): Option {
  return new Option('--lang <language>', 'language of the report (default: your locale)').choices([
    'zh-CN',
    'en',
    'fr',
  ]);
}
