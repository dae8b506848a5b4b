import { existsSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Command, type Option } from 'commander';
import { UserError } from '../model/errors.js';
import type { OwnText } from '../model/language.js';
import { inLanguage } from '../text/language.js';
import { checkCommand } from './check.js';
import type { CommandContext } from './command.js';
import { configName } from './config/find-file.js';
import { type Setting, settingsOf } from './config/settings.js';
import { parsedWords } from './config/settle.js';
import { pairLines, yamlList, yamlWord } from './config/write-yaml.js';
import { exitCodes } from './errors.js';
import { describeCommand } from './help/command-help.js';
import { initHelp } from './help/texts/init.js';

/** Writes `borderlint.yaml` from flags, or from the answers to a few questions where somebody is there to answer. */
export function initCommand(context: CommandContext): Command {
  const command = new Command('init').option('--force');
  for (const { option } of settingsOf(checkCommand(context))) command.addOption(option);
  return command.action(async () => {
    const force = command.getOptionValue('force') === true;
    // Said before anybody answers questions for nothing.
    if (!force && existsSync(configName)) throw alreadyThere();
    const flagged = settingsOf(command).some(({ option }) => given(command, option));
    if (!flagged && context.terminal.answers()) await ask(command, context);
    describeCommand(command, initHelp, context.terminal.language);
    write(configText(command), force);
    context.terminal.note(`${inLanguage(texts.written, context.terminal.language)}\n`);
    context.exit(exitCodes.conforms);
  });
}

function given(command: Command, option: Option): boolean {
  return command.getOptionValueSource(option.attributeName()) === 'cli';
}

const asked: { readonly [key: string]: OwnText } = {
  direction: {
    en: 'Are the goods sold into China (import) or out of it (export)?',
    'zh-CN': '进口（import）还是出口（export）？',
    fr: 'Vente vers la Chine (import) ou depuis la Chine (export) ?',
  },
  mode: {
    en: 'Customs supervision modes, such as 1210, 9610?',
    'zh-CN': '海关监管方式代码，例如 1210, 9610？',
    fr: 'Régimes douaniers, par exemple 1210, 9610 ?',
  },
  'fail-on': {
    en: 'From which severity on shall a check fail: error, warning, advice or never?',
    'zh-CN': '从哪一级起判为不通过：error、warning、advice 或 never？',
    fr: 'À partir de quelle gravité échouer : error, warning, advice ou never ?',
  },
};

/** An empty answer leaves a setting out; a wrong one is asked for again. */
async function ask(command: Command, { terminal }: CommandContext): Promise<void> {
  const { createInterface } = await import('node:readline/promises');
  const input = terminal.input();
  const lines = createInterface({ input: input instanceof Readable ? input : Readable.from(input) });
  const answers = lines[Symbol.asyncIterator]();
  terminal.note(`${inLanguage(texts.intro, terminal.language)}\n`);
  for (const { setting, option } of settingsOf(command)) {
    const question = asked[setting.key];
    if (question === undefined) continue;
    for (let open = true; open; ) {
      terminal.note(`${inLanguage(question, terminal.language)} `);
      const { value, done } = await answers.next();
      if (done === true) throw new UserError(texts.aborted);
      open = !answer(command, setting, option, String(value).trim(), (text) =>
        terminal.note(`${inLanguage(text, terminal.language)}\n`),
      );
    }
  }
  lines.close();
}

/** Whether the answer settles the question. */
function answer(
  command: Command,
  setting: Setting,
  option: Option,
  word: string,
  say: (text: OwnText) => void,
): boolean {
  if (word === '') return true;
  const faults: UserError[] = [];
  const value = parsedWords(
    option,
    [{ word, place: { file: setting.key } }],
    setting.choices ?? option.argChoices,
    faults,
  );
  for (const { text } of faults) say(text);
  if (faults.length === 0) command.setOptionValueWithSource(option.attributeName(), value, 'cli');
  return faults.length === 0;
}

/** What was said as settings, the rest as comments that say what could be. */
function configText(command: Command): string {
  const lines = settingsOf(command).flatMap(({ setting: { key, kind }, option }) => {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (!given(command, option))
      return [`# ${key}: ${kind === 'words' ? '[]' : ''}`.padEnd(22).concat(` # ${option.description}`)];
    const words = Array.isArray(value) ? value.map(String) : [String(value)];
    if (kind === 'severities' || kind === 'mappings') return pairLines(key, words);
    return [`${key}: ${kind === 'words' ? yamlList(words) : yamlWord(words.join())}`];
  });
  return `${[...head, ...lines].join('\n')}\n`;
}

const head = [
  '# yaml-language-server: $schema=node_modules/borderlint/dist/schemas/borderlint-config.schema.json',
  '# Flags and BORDERLINT_… variables come before this file; `borderlint check --print-config` shows what holds.',
];

function write(text: string, force: boolean): void {
  try {
    writeFileSync(configName, text, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'EEXIST') throw alreadyThere();
    throw new UserError(
      {
        en: `${configName} could not be written (${code}).`,
        'zh-CN': `${configName} 无法写入（${code}）。`,
        fr: `${configName} n’a pas pu être écrit (${code}).`,
      },
      { cause },
    );
  }
}

function alreadyThere(): UserError {
  return new UserError(
    {
      en: `There is a ${configName} here.`,
      'zh-CN': `此处已有 ${configName}。`,
      fr: `Il y a déjà un ${configName} ici.`,
    },
    {
      suggestion: {
        en: 'With --force it is written over.',
        'zh-CN': '使用 --force 可覆盖。',
        fr: 'Avec --force, il est remplacé.',
      },
    },
  );
}

const texts = {
  intro: {
    en: 'Three questions; an empty answer leaves the setting out.',
    'zh-CN': '共三个问题；直接回车表示不设置。',
    fr: 'Trois questions ; une réponse vide laisse le réglage de côté.',
  },
  aborted: { en: 'Nothing was written.', 'zh-CN': '未写入任何内容。', fr: 'Rien n’a été écrit.' },
  written: {
    en: `${configName} is written. Next: borderlint check`,
    'zh-CN': `已写入 ${configName}。下一步：borderlint check`,
    fr: `${configName} est écrit. Ensuite : borderlint check`,
  },
} as const satisfies { readonly [id: string]: OwnText };
