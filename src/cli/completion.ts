import { Argument, Command, type Option } from 'commander';
import { languages } from '../model/language.js';
import { formatters } from '../report/index.js';
import type { CommandContext } from './command.js';
import { type Completed, completionScripts } from './completion-scripts.js';
import { addDisplayOptions } from './display-options.js';
import { exitCodes } from './errors.js';
import { describeCommand } from './help/command-help.js';
import { programHelp } from './help/texts/program.js';

/** Prints a shell's completion of every command and option there is. */
export function completionCommand(context: CommandContext): Command {
  const shells = Object.keys(completionScripts);
  return new Command('completion')
    .addArgument(new Argument('<shell>').choices(shells))
    .action(async (shell: string) => {
      context.terminal.out(completionScripts[shell]?.(await completed(context)) ?? '');
      context.exit(exitCodes.conforms);
    });
}

/** The program and its commands, each with what may follow it. */
async function completed(context: CommandContext): Promise<readonly Completed[]> {
  const { commands, terminal } = context;
  const { language } = terminal;
  const below = await Promise.all(
    commands.map(async ({ name, help, load }) => {
      const command = (await load())(context);
      for (const one of [command, ...command.commands]) addDisplayOptions(one);
      describeCommand(command, await help(), language);
      return [command, ...command.commands].map((one) => ({
        path: one === command ? name : `${name} ${one.name()}`,
        description: one.description(),
        words: one.commands.map((sub) => sub.name()).concat(argumentChoices(one)),
        options: one.options.map(optionOf),
      }));
    }),
  );
  const program = describeCommand(addDisplayOptions(new Command()).option('-V, --version'), programHelp, language);
  const names = [...commands.map(({ name }) => name), 'help'];
  return [{ path: '', description: '', words: names, options: program.options.map(optionOf) }, ...below.flat()];
}

function argumentChoices(command: Command): readonly string[] {
  return command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
}

function optionOf(option: Option): Completed['options'][number] {
  const { long, short, description, required, optional } = option;
  const flag = long ?? short ?? '';
  return { flag, description, takesValue: required || optional, choices: option.argChoices ?? choices[flag] ?? [] };
}

/** Choices of options that take more than one of them, or check them later. */
const choices: { readonly [flag: string]: readonly string[] } = {
  '--lang': languages,
  '--format': formatters.map(({ id }) => id),
};
