import { existsSync } from 'node:fs';
import { UserError } from '../model/errors.js';
import { nearestWord } from '../text/nearest.js';

/** A word where a command should stand. A path there means that `check` was forgotten. */
export function unknownCommand(word: string, names: readonly string[], parent = 'borderlint'): UserError {
  const near = nearestWord(word, names);
  const isPath = parent === 'borderlint' && (word === '-' || /[./\\]/.test(word) || existsSync(word));
  const meant = near !== undefined ? `${parent} ${near}` : isPath ? `borderlint check ${word}` : undefined;
  return new UserError(
    {
      en: `There is no command ${word}.`,
      'zh-CN': `没有名为 ${word} 的命令。`,
      fr: `Il n’y a pas de commande ${word}.`,
    },
    {
      suggestion:
        meant === undefined
          ? {
              en: `There are: ${names.join(', ')}. See \`borderlint help\`.`,
              'zh-CN': `可用的命令有：${names.join('、')}。详见 \`borderlint help\`。`,
              fr: `Il y a : ${names.join(', ')}. Voyez \`borderlint help\`.`,
            }
          : {
              en: `Did you mean \`${meant}\`?`,
              'zh-CN': `是否想写 \`${meant}\`？`,
              fr: `Vouliez-vous dire \`${meant}\` ?`,
            },
    },
  );
}
