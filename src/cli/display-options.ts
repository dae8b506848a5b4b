import { type Command, Option } from 'commander';
import { UserError } from '../model/errors.js';
import { asLanguage } from './terminal.js';

/** What every command takes, and `borderlint` itself, so that it may stand before or after the command. */
export function addDisplayOptions(command: Command): Command {
  return command.addOption(new Option('--lang <language>').argParser(knownLanguage)).option('--no-color');
}

function knownLanguage(word: string): string {
  const language = asLanguage(word);
  if (language !== undefined) return language;
  throw new UserError(
    { en: `There is no language ${word}.`, 'zh-CN': `不支持语言 ${word}。`, fr: `Il n’y a pas de langue ${word}.` },
    {
      suggestion: { en: 'There are zh-CN, en and fr.', 'zh-CN': '可选 zh-CN、en、fr。', fr: 'Il y a zh-CN, en et fr.' },
    },
  );
}
