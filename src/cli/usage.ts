import type { CommanderError } from 'commander';
import { UserError } from '../model/errors.js';
import type { Language, OwnText } from '../model/language.js';
import { nearestWord } from '../text/nearest.js';
import { localTerm } from './help/value-names.js';

/** The argument parser's complaint, in the user's language; nothing where it only showed help or the version. */
export function usageError({ code, exitCode, message }: CommanderError, command: string): UserError | undefined {
  if (exitCode === 0 || code.startsWith('commander.help')) return undefined;
  const help = command === '' ? 'borderlint help' : `borderlint help ${command}`;
  const see = { en: `See \`${help}\`.`, 'zh-CN': `详见 \`${help}\`。`, fr: `Voyez \`${help}\`.` };
  for (const [pattern, say] of complaints) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const { text, near } = say(match.slice(1));
    const suggestion =
      near === undefined
        ? see
        : {
            en: `Did you mean ${near}? ${see.en}`,
            'zh-CN': `是否想写 ${near}？${see['zh-CN']}`,
            fr: `Vouliez-vous dire ${near} ? ${see.fr}`,
          };
    return new UserError(text, { suggestion });
  }
  const rest = message.replace(/^error: /, '');
  return new UserError({ en: rest, 'zh-CN': rest, fr: rest }, { suggestion: see });
}

type Complaint = { readonly text: OwnText; readonly near?: string | undefined };

/** A text whose value names are those of its language. */
function each(say: (term: (text: string) => string) => OwnText): OwnText {
  const of = (language: Language): string => say((text) => localTerm(text, language))[language];
  return { en: of('en'), 'zh-CN': of('zh-CN'), fr: of('fr') };
}

/** How the parser words its complaints, and how we do. */
const complaints: readonly (readonly [pattern: RegExp, say: (parts: readonly string[]) => Complaint])[] = [
  [
    /unknown option '(.*?)'(?:\s*\(Did you mean (?:one of )?([^,?]+).*\?\))?/s,
    ([flag = '', near]) => ({
      text: { en: `Unknown option: ${flag}.`, 'zh-CN': `未知的选项：${flag}。`, fr: `Option inconnue : ${flag}.` },
      near,
    }),
  ],
  [
    /option '(\S+).*' argument '(.*?)' is invalid\. Allowed choices are (.*)\.$/s,
    ([flag = '', word = '', choices = '']) => ({
      text: {
        en: `${flag} cannot be ${word}; it is one of ${choices}.`,
        'zh-CN': `${flag} 不能为 ${word}；可选值：${choices.replaceAll(', ', '、')}。`,
        fr: `${flag} ne peut être ${word} ; choix : ${choices}.`,
      },
      near: nearestWord(word, choices.split(', ')),
    }),
  ],
  [
    /option '(\S+) (.*)' argument missing/,
    ([flag = '', value = '']) => ({
      text: each((term) => ({
        en: `${flag} needs a value: ${term(value)}.`,
        'zh-CN': `${flag} 需要一个值：${term(value)}。`,
        fr: `${flag} demande une valeur : ${term(value)}.`,
      })),
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
    ([name = '']) => ({
      text: each((term) => ({
        en: `The argument ${term(`<${name}>`)} is missing.`,
        'zh-CN': `缺少参数 ${term(`<${name}>`)}。`,
        fr: `L’argument ${term(`<${name}>`)} manque.`,
      })),
    }),
  ],
  [
    /required option '(\S+) (.*)' not specified/,
    ([flag = '', value = '']) => ({
      text: each((term) => ({
        en: `${flag} ${term(value)} is missing.`,
        'zh-CN': `缺少 ${flag} ${term(value)}。`,
        fr: `${flag} ${term(value)} manque.`,
      })),
    }),
  ],
  [
    /command-argument value '(.*?)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\.$/s,
    ([word = '', name = '', choices = '']) => ({
      text: each((term) => ({
        en: `${term(`<${name}>`)} cannot be ${word}; it is one of ${choices}.`,
        'zh-CN': `${term(`<${name}>`)} 不能为 ${word}；可选值：${choices.replaceAll(', ', '、')}。`,
        fr: `${term(`<${name}>`)} ne peut être ${word} ; choix : ${choices}.`,
      })),
      near: nearestWord(word, choices.split(', ')),
    }),
  ],
  [
    /too many arguments.* Expected (\d+) arguments? but got (\d+)/,
    ([wanted = '', got = '']) => ({
      text: {
        en: `Too many arguments: ${got}, where ${wanted} can be.`,
        'zh-CN': `参数过多：给出 ${got} 个，应为 ${wanted} 个。`,
        fr: `Trop d’arguments : ${got}, au lieu de ${wanted} au plus.`,
      },
    }),
  ],
];
