import type { Terminal } from './terminal.js';

/** What every command gets. */
export type CommandContext = {
  readonly version: string;
  readonly terminal: Terminal;
  readonly exit: (code: number) => void;
};

/** Collects `--option a,b --option c` into a list. */
export function collectWords(word: string, words: readonly string[] | undefined): readonly string[] {
  const added = word
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return [...(words ?? []), ...added];
}
