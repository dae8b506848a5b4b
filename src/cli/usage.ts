import { existsSync } from 'node:fs';
import type { CommanderError } from 'commander';
import { UserError } from '../model/errors.js';
import type { Text } from '../model/language.js';
import { nearestWord } from '../text/nearest.js';

/** A word where a command should stand. A path there means that `check` was forgotten. */
export function unknownCommand(word: string, names: readonly string[], parent = 'borderlint'): UserError {
  const near = nearestWord(word, names);
  const isPath = parent === 'borderlint' && (word === '-' || /[./\\]/.test(word) || existsSync(word));
  const meant = near !== undefined ? `${parent} ${near}` : isPath ? `borderlint check ${word}` : undefined;
  return new UserError(
    { en: `There is no command ${word}.`, 'zh-CN': `没有名为 ${word} 的命令。` },
    {
      suggestion:
        meant === undefined
          ? {
              en: `There are: ${names.join(', ')}. See \`borderlint help\`.`,
              'zh-CN': `可用的命令有：${names.join('、')}。详见 \`borderlint help\`。`,
            }
          : { en: `Did you mean \`${meant}\`?`, 'zh-CN': `是否想写 \`${meant}\`？` },
    },
  );
}

/** The argument parser's complaint, in the user's language; nothing where it only showed help or the version. */
export function usageError({ code, exitCode, message }: CommanderError, command: string): UserError | undefined {
  if (exitCode === 0 || code.startsWith('commander.help')) return undefined;
  const help = command === '' ? 'borderlint help' : `borderlint help ${command}`;
  const see = { en: `See \`${help}\`.`, 'zh-CN': `详见 \`${help}\`。` };
  for (const [pattern, say] of complaints) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const { text, near } = say(match.slice(1));
    const suggestion =
      near === undefined
        ? see
        : { en: `Did you mean ${near}? ${see.en}`, 'zh-CN': `是否想写 ${near}？${see['zh-CN']}` };
    return new UserError(text, { suggestion });
  }
  const rest = message.replace(/^error: /, '');
  return new UserError({ en: rest, 'zh-CN': rest }, { suggestion: see });
}

type Complaint = { readonly text: Text; readonly near?: string | undefined };

/** How the parser words its complaints, and how we do. */
const complaints: readonly (readonly [pattern: RegExp, say: (parts: readonly string[]) => Complaint])[] = [
  [
    /unknown option '(.*?)'(?:\s*\(Did you mean (?:one of )?([^,?]+).*\?\))?/s,
    ([flag = '', near]) => ({ text: { en: `Unknown option: ${flag}.`, 'zh-CN': `未知的选项：${flag}。` }, near }),
  ],
  [
    /option '(\S+).*' argument '(.*?)' is invalid\. Allowed choices are (.*)\.$/s,
    ([flag = '', word = '', choices = '']) => ({
      text: {
        en: `${flag} cannot be ${word}; it is one of ${choices}.`,
        'zh-CN': `${flag} 不能为 ${word}；可选值：${choices.replaceAll(', ', '、')}。`,
      },
      near: nearestWord(word, choices.split(', ')),
    }),
  ],
  [
    /option '(\S+) (.*)' argument missing/,
    ([flag = '', value = '']) => ({
      text: { en: `${flag} needs a value: ${value}.`, 'zh-CN': `${flag} 需要一个值：${value}。` },
    }),
  ],
  [
    /option '(\S+).*' cannot be used with option '(\S+).*'/,
    ([one = '', other = '']) => ({
      text: {
        en: `${one} and ${other} cannot both be given.`,
        'zh-CN': `${one} 与 ${other} 不能同时使用。`,
        fr: `${one} et ${other} s’excluent.`,
      },
    }),
  ],
  [
    /missing required argument '(.*)'/,
    ([name = '']) => ({ text: { en: `The argument <${name}> is missing.`, 'zh-CN': `缺少参数 <${name}>。` } }),
  ],
  [
    /too many arguments.* Expected (\d+) arguments? but got (\d+)/,
    ([wanted = '', got = '']) => ({
      text: {
        en: `Too many arguments: ${got}, where ${wanted} can be.`,
        'zh-CN': `参数过多：给出 ${got} 个，应为 ${wanted} 个。`,
      },
    }),
  ],
];
