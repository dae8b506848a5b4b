import { CommanderError } from 'commander';
import { UserError } from '../model/errors.js';
import type { OwnText } from '../model/language.js';
import { inLanguage } from '../text/language.js';
import { nearestWord } from '../text/nearest.js';
import { sanitize } from '../text/sanitize.js';
import type { Terminal } from './terminal.js';

/** Exit codes: 0 conforms, 1 findings at or above `--fail-on`, 2 could not be fully checked or wrong use. */
export const exitCodes = { conforms: 0, findings: 1, notChecked: 2 } as const;

/** Prints what went wrong: the user's mistakes in three lines, our own with everything a report of them needs. */
export function reportError(error: unknown, terminal: Terminal, version: string): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.conforms : exitCodes.notChecked;
  if (error instanceof AggregateError) {
    for (const one of error.errors) reportError(one, terminal, version);
    return exitCodes.notChecked;
  }
  if (error instanceof UserError) {
    terminal.note(`${userErrorText(error, terminal)}\n`);
    return exitCodes.notChecked;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [what = ''] = stack.split('\n');
  terminal.note(
    `${texts.brokeDown[terminal.language]}\nborderlint ${version}, Node ${process.version}, ${process.platform}\n`,
  );
  terminal.note(terminal.debug ? `${stack}\n` : `${what}\n${texts.more[terminal.language]}\n`);
  return exitCodes.notChecked;
}

const texts = {
  brokeDown: {
    en: 'borderlint itself broke down; your files are not to blame. Please report this:',
    'zh-CN': 'borderlint 自身出错，这不是您文件的问题。请连同以下内容反馈：',
    fr: 'borderlint lui-même est tombé en panne ; vos fichiers n’y sont pour rien. Merci de signaler ceci :',
  },
  more: {
    en: 'With BORDERLINT_DEBUG=1 set it says where.',
    'zh-CN': '设置环境变量 BORDERLINT_DEBUG=1 后重试可显示出错位置。',
    fr: 'Avec BORDERLINT_DEBUG=1, il dit où.',
  },
} as const satisfies { readonly [id: string]: OwnText };

function userErrorText({ text, place, suggestion }: UserError, { language }: Terminal): string {
  const said = inLanguage(text, language);
  const where =
    place === undefined || (place.line === undefined && said.includes(place.file))
      ? ''
      : `${place.file}${place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`}: `;
  const first = sanitize(`${where}${said}`);
  return suggestion === undefined ? first : `${first}\n${sanitize(inLanguage(suggestion, language))}`;
}

/** A word the user wrote that is none of ours, with the nearest of ours: by spelling, else those that hold it. */
export function unknownWord(what: OwnText, word: string, words: readonly string[], seeAlso?: string): UserError {
  const spelt = nearestWord(word, words);
  const near = spelt === undefined ? holding(word, words) : [spelt];
  const see =
    seeAlso === undefined
      ? undefined
      : { en: `See \`${seeAlso}\`.`, 'zh-CN': `可运行 \`${seeAlso}\` 查看。`, fr: `Voyez \`${seeAlso}\`.` };
  const suggestion =
    near.length === 0
      ? see
      : {
          en: `Did you mean ${near.join(' or ')}?`,
          'zh-CN': `是否想写 ${near.join(' 或 ')}？`,
          fr: `Vouliez-vous dire ${near.join(' ou ')} ?`,
        };
  return new UserError(
    {
      en: `Unknown ${what.en}: ${word}.`,
      'zh-CN': `未知的${what['zh-CN']}：${word}。`,
      fr: `Pas de ${what.fr} de ce nom : ${word}.`,
    },
    { suggestion, word },
  );
}

/** The few of our words that hold the user's, `shopify-products` for `shopify`; none where there are many. */
function holding(word: string, words: readonly string[]): readonly string[] {
  const found = word.length < 3 ? [] : words.filter((one) => one.toLowerCase().includes(word.toLowerCase()));
  return found.length <= 6 ? found : [];
}
