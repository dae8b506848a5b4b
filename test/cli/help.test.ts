import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/cli/command.js';
import { commands } from '../../src/cli/commands.js';
import { addDisplayOptions } from '../../src/cli/display-options.js';
import type { CommandHelp } from '../../src/cli/help/command-help.js';
import { headings } from '../../src/cli/help/texts/every-command.js';
import { programHelp } from '../../src/cli/help/texts/program.js';
import { valueNames } from '../../src/cli/help/value-names.js';
import { openTerminal } from '../../src/cli/terminal.js';
import { lists } from '../../src/explain/lists/index.js';
import type { Language, OwnText } from '../../src/model/language.js';
import { displayWidth } from '../../src/text/width.js';
import { runInProcess } from './running.js';

const silent = { write: () => undefined, on: () => undefined };
const surroundings = { env: {}, stdin: (async function* () {})(), stdout: silent, stderr: silent };
const terminal = openTerminal({}, surroundings);
const context: CommandContext = {
  version: 'test',
  args: [],
  terminal,
  commands,
  env: {},
  placeOfWord: new Map(),
  speak: () => undefined,
  exit: () => undefined,
};

type Described = { readonly path: string; readonly command: Command; readonly help: CommandHelp };

/** Every command with its texts, those below commands too. */
const described: readonly Described[] = (
  await Promise.all(
    commands.map(async ({ name, help, load }) => below(name, addDisplayOptions((await load())(context)), await help())),
  )
).flat();

function below(path: string, command: Command, help: CommandHelp): readonly Described[] {
  const inner = command.commands.flatMap((one) => {
    const text = help.commands?.[one.name()];
    if (text === undefined) throw new Error(`${path} ${one.name()} has no help`);
    return below(`${path} ${one.name()}`, one, text);
  });
  return [{ path, command, help }, ...inner];
}

function textsOf({ summary, arguments: of = {}, options = {}, after }: CommandHelp): readonly OwnText[] {
  return [summary, ...Object.values(of), ...Object.values(options), ...(after === undefined ? [] : [after])];
}

const everyText = [programHelp, ...described.map(({ help }) => help)].flatMap(textsOf);
const paths = ['', ...described.map(({ path }) => path)];

describe('the texts of help', () => {
  it.each(described)('say every argument and option of $path, and nothing else', ({ path, command, help }) => {
    expect(Object.keys(help.arguments ?? {})).toEqual(command.registeredArguments.map((one) => one.name()));
    const own = command.options.flatMap(({ long }) => (long == null ? [] : [long]));
    const said = Object.keys(help.options ?? {});
    const common = ['--lang', '--no-color'];
    expect(own.filter((flag) => !said.includes(flag) && !common.includes(flag))).toEqual([]);
    // What `init` writes are settings of `check`, whose other options it does not take.
    if (path !== 'init') expect(said.filter((flag) => !own.includes(flag))).toEqual([]);
    expect(Object.keys(help.commands ?? {}).sort()).toEqual(command.commands.map((one) => one.name()).sort());
  });

  it('are there in every language', () => {
    for (const { en, 'zh-CN': zh, fr } of everyText) {
      expect(Math.min(en.length, zh.length, fr.length)).toBeGreaterThan(0);
      // Words to be typed are the same everywhere.
      if (en === Object.keys(lists).join(', ')) continue;
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(fr).not.toBe(en);
    }
  });

  it('name every kind of list', () => {
    const list = described.find(({ path }) => path === 'list');
    expect(list?.help.arguments?.['what']?.en).toBe(Object.keys(lists).join(', '));
  });

  it('name every value of an option', () => {
    const terms = described.flatMap(({ command }) => [
      ...command.options.map(({ flags }) => flags),
      ...command.registeredArguments.map((one) => `<${one.name()}>`),
    ]);
    const values = terms.flatMap((term) => term.match(/(?<=[<[=\]])[a-z]+/g) ?? []);
    expect(values.filter((value) => valueNames[value] === undefined)).toEqual([]);
  });
});

async function helpOf(path: string, language: Language, columns = '80'): Promise<string> {
  const words = path === '' ? [] : path.split(' ');
  const { exit, stdout, stderr } = await runInProcess([...words, '--help', '--lang', language], {
    env: { COLUMNS: columns },
  });
  expect(stderr).toBe('');
  expect(exit).toBe(0);
  return stdout;
}

describe.each(paths)('borderlint %s --help', (path) => {
  it.each(['zh-CN', 'fr'] as const)('has nothing left in English: %s', async (language) => {
    const page = await helpOf(path, language);
    const flat = page.replaceAll(/\s+/g, ' ');
    for (const heading of Object.keys(headings)) {
      if (headings[heading]?.[language] !== heading) expect(page).not.toContain(heading);
    }
    const left = everyText.filter((text) => text[language] !== text.en && flat.includes(` ${text.en} `));
    expect(left.map(({ en }) => en)).toEqual([]);
    if (language === 'zh-CN') expect(page).not.toMatch(/\b(?:default|choices|one of|display|help for)\b/);
  });

  it.each(['en', 'zh-CN', 'fr'] as const)('fits 80 columns, and 60: %s', async (language) => {
    for (const columns of [80, 60]) {
      const [usage = '', ...lines] = (await helpOf(path, language, String(columns))).split('\n');
      expect(displayWidth(usage)).toBeLessThanOrEqual(80);
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
    }
  });
});

it('`help` and a command without its own show the same page, the latter as a mistake', async () => {
  const asked = await runInProcess(['help', 'catalogue', '--lang', 'fr']);
  const forgot = await runInProcess(['catalogue', '--lang', 'fr']);
  expect(asked.stdout).toContain('Commandes :');
  expect([forgot.exit, forgot.stdout, forgot.stderr]).toEqual([2, '', asked.stdout]);
});

it('the locale chooses the language', async () => {
  const { stdout } = await runInProcess(['check', '--help'], { env: { LANG: 'fr_FR.UTF-8' } });
  expect(stdout).toMatch(/^Utilisation : borderlint check \[options\] \[chemins\.\.\.\]$/m);
});
