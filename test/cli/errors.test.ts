import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess } from './running.js';
import { fixtures } from './scenario.js';

const quickstart = join(fixtures, 'quickstart');

/** Ways to use the program wrongly, a shell's words each. */
const mistakes = [
  'chek',
  'check --nonsense',
  'check --direction in',
  'check --profile',
  'check --profile nonsense',
  'check --standard nonsense',
  'check --rule nonsense/rule',
  'check --mode 9999',
  'check --category nonsense',
  'check --as-of tomorrow',
  'check --severity nonsense',
  'check --max-findings 0',
  'check --encoding nonsense',
  'check --input-format nonsense',
  'check --format nonsense',
  'check --format json=',
  'check --format json=nowhere/report.json',
  'check --format json --format text',
  'check --catalogue nowhere',
  'check --config nowhere.yaml',
  'check --baseline nowhere.json',
  'check --in-place',
  'check --fix --in-place --out there',
  'check nowhere.csv',
  'explain',
  'explain nonsense',
  'list',
  'list nonsense',
  'list formats --level national',
  'list rules --theme nonsense',
  'list rules --document nonsense',
  'baseline nonsense',
  'baseline write',
  'waive a/b',
  'waive a/b --owner Li --reason r --expires 2027-01-01',
  'completion tcsh',
  'completion bash zsh',
  'help nonsense',
];

const english = /\b(?:the|is|are|there|you|unknown|mean|needs?|cannot|missing|could|not|does|see|argument|required)\b/i;

describe.each(['zh-CN', 'fr'])('mistakes of use in %s', (language) => {
  it.each(mistakes)('borderlint %s', async (line) => {
    const { exit, stdout, stderr } = await runInProcess([...line.split(' '), '--lang', language]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
    // Words to be typed are no sentences: commands, flags, ids.
    const said = stderr.replaceAll(/`[^`]*`|--[a-z-]+/g, '').replaceAll('L’argument', '');
    expect(said).not.toMatch(english);
    if (language === 'zh-CN') expect(said).toMatch(/\p{Script=Han}/u);
  });
});

describe('what could not be read', () => {
  it.each(['zh-CN', 'fr'])('is said in %s', async (language) => {
    for (const bytes of ['%PDF-1.7', '', '\u0089PNG\r\n\u001a\n\u0000', '<html><body>', 'a,b\n1,2\n', '{"a":']) {
      const { exit, stdout } = await runInProcess(['check', '-', '--summary', '--lang', language], {
        stdin: Buffer.from(bytes, 'latin1'),
      });
      expect(exit).toBe(2);
      expect(stdout).toMatch(language === 'fr' ? /(?: est | n’| les |le )/ : /\p{Script=Han}/u);
      expect(stdout).not.toMatch(/which is not read|is empty|Export the|Unknown format|JSON from here/);
    }
  });
});

it('the locale chooses the language of a mistake', async () => {
  const { stderr } = await runInProcess(['check', quickstart, '--nonsense'], { env: { LANG: 'fr_FR.UTF-8' } });
  expect(stderr).toBe('Option inconnue : --nonsense.\nVoyez `borderlint help check`.\n');
});
