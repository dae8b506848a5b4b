import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UserError } from '../../model/errors.js';
import { nearestWord } from '../../text/nearest.js';
import type { CommandContext } from '../command.js';
import { asLanguage } from '../terminal.js';
import { findConfig } from './find-file.js';
import type { FileSetting, PlacedWord } from './read-file.js';
import { settingsOf, variableOf } from './settings.js';

/** Where a word was said: a place in a file, or a variable of the environment. */
export type WordPlace = NonNullable<UserError['place']>;

/** What settles the options of a command besides its flags. */
export type Settled = {
  readonly file: string | undefined;
  /** By the setting's key, where file or environment gave it. */
  readonly places: ReadonlyMap<string, WordPlace>;
};

/**
 * Makes a command take its settings from `borderlint.yaml` and the environment too:
 * flags over environment over file over default.
 */
export function withConfig(command: Command, context: CommandContext): Command {
  return command
    .addOption(new Option('--config <file>'))
    .addOption(new Option('--no-config'))
    .addOption(new Option('--print-config'))
    .hook('preAction', async () => {
      const settled = await settle(command, context);
      if (command.getOptionValue('printConfig') !== true) return;
      const { effectiveConfig } = await import('./print.js');
      context.terminal.out(effectiveConfig(command, settled, context.terminal.language));
      // As `--help` ends: nothing is checked, nothing is wrong.
      throw new CommanderError(0, 'borderlint.printConfig', '');
    });
}

async function settle(command: Command, context: CommandContext): Promise<Settled> {
  const offered = settingsOf(command);
  const file = configFile(command.getOptionValue('config'));
  // The YAML parser costs more than all else of a short run: it is loaded only for a file.
  const said =
    file === undefined
      ? []
      : (await import('./read-file.js')).readConfig(
          file,
          offered.map((one) => one.setting),
        );
  const places = new Map<string, WordPlace>();
  const faults: UserError[] = [];
  for (const { setting, option } of offered) {
    if (command.getOptionValueSource(option.attributeName()) === 'cli') continue;
    const variable = context.env[variableOf(setting)] ?? '';
    // An empty variable is one that a pipeline has not filled.
    const words =
      variable === '' ? wordsIn(said, setting.key) : [{ word: variable, place: { file: variableOf(setting) } }];
    const [first] = words;
    if (first === undefined) continue;
    const value = parsedWords(option, words, setting.choices ?? option.argChoices, faults);
    command.setOptionValueWithSource(option.attributeName(), value, variable === '' ? 'config' : 'env');
    places.set(setting.key, first.place);
    for (const { word, place } of words) remember(context, word, place);
  }
  speak(command, context);
  if (faults.length > 0) throw new AggregateError(faults);
  return { file, places };
}

function wordsIn(said: readonly FileSetting[], key: string): readonly PlacedWord[] {
  return said.find(({ setting }) => setting.key === key)?.words ?? [];
}

/** So that a word which turns out to name nothing is shown where it stands. */
function remember({ placeOfWord }: CommandContext, word: string, place: WordPlace): void {
  for (const part of [word, ...word.split(/[=,]/).map((one) => one.trim())]) placeOfWord.set(part, place);
}

function configFile(stated: unknown): string | undefined {
  if (stated === false) return undefined;
  if (typeof stated !== 'string') return findConfig(process.cwd());
  if (existsSync(stated)) return resolve(stated);
  throw new UserError({
    en: `There is no settings file ${stated}.`,
    'zh-CN': `没有配置文件 ${stated}。`,
    fr: `Il n’y a pas de fichier de réglages ${stated}.`,
  });
}

type SaidWord = { readonly word: string; readonly place: WordPlace };

/** The words through the option's own parser, as if they had been flags. */
export function parsedWords(
  option: Option,
  words: readonly SaidWord[],
  choices: readonly string[] | undefined,
  faults: UserError[],
): unknown {
  let value: unknown;
  for (const { word, place } of words) {
    try {
      if (choices !== undefined && !choices.includes(word)) throw notAChoice(option, word, choices);
      value = option.parseArg === undefined ? word : option.parseArg(word, value);
    } catch (error) {
      if (error instanceof UserError) faults.push(error.at(place));
      else if (error instanceof InvalidArgumentError) faults.push(notAChoice(option, word, choices ?? []).at(place));
      else throw error;
    }
  }
  return value;
}

function notAChoice(option: Option, word: string, choices: readonly string[]): UserError {
  const key = option.long?.slice(2) ?? '';
  const near = nearestWord(word, choices);
  return new UserError(
    {
      en: `${key} cannot be ${word}; it is one of ${choices.join(', ')}.`,
      'zh-CN': `${key} 不能为 ${word}；可选值：${choices.join('、')}。`,
      fr: `${key} ne peut être ${word} ; choix : ${choices.join(', ')}.`,
    },
    near === undefined
      ? {}
      : {
          suggestion: {
            en: `Did you mean ${near}?`,
            'zh-CN': `是否想写 ${near}？`,
            fr: `Vouliez-vous dire ${near} ?`,
          },
        },
  );
}

/** A `--lang` before the command's name counts as one behind it. */
function speak(command: Command, context: CommandContext): void {
  const language = asLanguage(String(command.getOptionValue('lang') ?? ''));
  if (language !== undefined && !spokenBefore(command.parent)) context.speak(language);
}

function spokenBefore(command: Command | null): boolean {
  return command !== null && (command.getOptionValueSource('lang') === 'cli' || spokenBefore(command.parent));
}
