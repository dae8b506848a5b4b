import { UserError } from '../model/errors.js';
import type { Language } from '../model/language.js';
import type { CommandEntry } from './commands.js';
import type { Surroundings, Terminal } from './terminal.js';

/** What every command gets. */
export type CommandContext = {
  readonly version: string;
  /** The arguments as given. */
  readonly args: readonly string[];
  readonly terminal: Terminal;
  /** Every command there is. */
  readonly commands: readonly CommandEntry[];
  readonly env: Surroundings['env'];
  /** Where settings were said that are no flags, by the word: a fault in one is shown there. */
  readonly placeOfWord: Map<string, NonNullable<UserError['place']>>;
  /** From here on in this language, as the settings say. */
  readonly speak: (language: Language) => void;
  readonly exit: (code: number) => void;
};

/**
 * Collects `--option a,b --option c` into a list.
 * @throws UserError for an empty value, often a variable of a script that was never set: it must not mean "all"
 */
export function collectWords(flag: string): (word: string, words: readonly string[] | undefined) => readonly string[] {
  return (word, words) => {
    const added = word
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    if (added.length === 0) throw emptyValue(flag);
    return [...(words ?? []), ...added];
  };
}

/** One value that may not be empty. */
export function oneWord(flag: string): (word: string) => string {
  return (word) => {
    if (word.trim() === '') throw emptyValue(flag);
    return word;
  };
}

function emptyValue(flag: string): UserError {
  return new UserError({ en: `${flag} is empty.`, 'zh-CN': `${flag} 的值为空。`, fr: `${flag} est vide.` });
}
