import { type Argument, type Command, Help, type Option } from 'commander';
import type { Language } from '../../model/language.js';
import { fillTemplate } from '../../text/fill.js';
import { displayWidth, wrapToWidth } from '../../text/width.js';
import type { CommandEntry } from '../commands.js';
import type { Terminal } from '../terminal.js';
import { type CommandHelp, describeCommand } from './command-help.js';
import { choicesText, defaultText, headings } from './texts/every-command.js';
import { programHelp } from './texts/program.js';
import { localTerm, valueNames } from './value-names.js';

/** The help of a command in the terminal's language and width. */
export async function helpPage(
  command: Command,
  entries: readonly CommandEntry[],
  { language, width }: Pick<Terminal, 'language' | 'width'>,
): Promise<string> {
  const path = pathOf(command);
  const helpOf = await describeProgram(path[0] ?? command, entries, language);
  const after = path
    .slice(1)
    .reduce<CommandHelp | undefined>((help, one) => help?.commands?.[one.name()], helpOf)?.after;
  const page = createHelp(language);
  page.prepareContext({ helpWidth: width });
  const below = after === undefined ? '' : `\n${wrapToWidth(after[language], width).join('\n')}\n`;
  return `${page.formatHelp(command, page)}${below}`;
}

/** The texts of the program and all its commands, given to those that are loaded. */
export async function describeProgram(
  program: Command,
  entries: readonly CommandEntry[],
  language: Language,
): Promise<CommandHelp> {
  const helps = await Promise.all(entries.map(async ({ name, help }) => [name, await help()] as const));
  const help = { ...programHelp, commands: Object.fromEntries(helps) };
  describeCommand(program, help, language);
  return help;
}

/** From the program down to a command. */
function pathOf(command: Command): readonly Command[] {
  return command.parent === null ? [command] : [...pathOf(command.parent), command];
}

/** The argument parser's layout with our words, and columns counted as a terminal does. */
function createHelp(language: Language): Help {
  const help = new Help();
  const { commandUsage, optionTerm, subcommandTerm } = help;
  return Object.assign(help, {
    minWidthToWrap: 20,
    displayWidth,
    boxWrap: (text: string, width: number) => wrapToWidth(text, width).join('\n'),
    styleTitle: (title: string) => headings[title]?.[language] ?? title,
    optionTerm: (option: Option) => localTerm(optionTerm.call(help, option), language),
    argumentTerm: (argument: Argument) => valueNames[argument.name()]?.[language] ?? argument.name(),
    // Every command has options.
    subcommandTerm: (command: Command) =>
      localTerm(subcommandTerm.call(help, command).replace(' [options]', ''), language),
    commandUsage: (command: Command) => localTerm(commandUsage.call(help, command), language),
    optionDescription: (option: Option) => withChoices(option, takesValue(option), language),
    argumentDescription: (argument: Argument) => withChoices(argument, true, language),
  });
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

/** A description with what may be said and what holds unsaid; an empty description of the default keeps it to itself. */
function withChoices(of: Option | Argument, hasDefault: boolean, language: Language): string {
  const comma = language === 'zh-CN' ? '、' : ', ';
  const said: string[] = [];
  if (of.argChoices !== undefined) said.push(fillTemplate(choicesText[language], { words: of.argChoices.join(comma) }));
  if (hasDefault && of.defaultValue !== undefined && of.defaultValueDescription !== '')
    said.push(fillTemplate(defaultText[language], { value: of.defaultValueDescription ?? String(of.defaultValue) }));
  if (said.length === 0) return of.description;
  const [open, semicolon, close] = language === 'zh-CN' ? ['（', '；', '）'] : [' (', '; ', ')'];
  // One pair of brackets, where the description ends with one already.
  const start = of.description.endsWith(close) ? `${of.description.slice(0, -1)}${semicolon}` : of.description + open;
  return `${start}${said.join(semicolon)}${close}`;
}
