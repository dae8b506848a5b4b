import type { Command } from 'commander';
import type { Language, OwnText } from '../../model/language.js';
import { everyCommand, helpCommandText } from './texts/every-command.js';

/** What help says of a command. It is no part of the command itself, so that a run which shows no help never loads it. */
export type CommandHelp = {
  readonly summary: OwnText;
  /** By the argument's name. */
  readonly arguments?: { readonly [name: string]: OwnText };
  /** By the option's long name, dashes included. */
  readonly options?: { readonly [flag: string]: OwnText };
  /** Said below everything else. */
  readonly after?: OwnText;
  /** By the name of the command below this one. */
  readonly commands?: { readonly [name: string]: CommandHelp };
};

/** Gives a command, its arguments and options, and the commands below it their descriptions in this language. */
export function describeCommand(command: Command, help: CommandHelp, language: Language): Command {
  command.description(help.summary[language]);
  for (const argument of command.registeredArguments) {
    argument.description = help.arguments?.[argument.name()]?.[language] ?? argument.description;
  }
  for (const option of command.options) {
    const text = help.options?.[option.long ?? ''] ?? everyCommand[option.long ?? ''];
    option.description = text?.[language] ?? option.description;
  }
  command.helpOption('-h, --help', everyCommand['--help']?.[language]);
  if (command.commands.length > 0) command.helpCommand('help [command]', helpCommandText[language]);
  for (const below of command.commands) {
    const text = help.commands?.[below.name()];
    if (text !== undefined) describeCommand(below, text, language);
  }
  return command;
}
