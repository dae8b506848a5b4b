import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';

type Run = { readonly code: number; readonly out: string; readonly err: string };
let run: (...args: string[]) => Promise<Run>;

beforeAll(async () => {
  run = async (...args) => {
    let out = '';
    let err = '';
    const outlet = (add: (text: string) => void) => ({
      write: (text: string) => add(text),
      on: () => undefined,
      isTTY: false,
      columns: 80,
    });
    const code = await main(args, {
      env: { LANG: 'en_US.UTF-8' },
      stdin: (async function* () {})(),
      stdout: outlet((text) => {
        out += text;
      }),
      stderr: outlet((text) => {
        err += text;
      }),
      now: () => new Date(2026, 10, 23),
    });
    return { code, out, err };
  };
});

describe('explain', () => {
  test('a page', async () => {
    const { code, out, err } = await run('explain', 'gb-12904-2008/check-digit');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('whose check digit is right');
    expect(out).not.toContain('\u001b');
  });

  test('a number with a space needs no quotation marks', async () => {
    expect((await run('explain', 'GB/T', '40290-2021')).out).toMatch(/^GB\/T 40290-2021 /);
  });

  test('in Chinese', async () => {
    expect((await run('explain', 'ceb621/ems-no', '--lang', 'zh-CN')).out).toContain('条件必填');
  });

  test('as JSON', async () => {
    const { out } = await run('explain', 'customs-unit/035', '--json');
    expect(JSON.parse(out)).toMatchObject({
      kind: 'code',
      list: 'customs-unit',
      code: '035',
      name: { 'zh-CN': '千克' },
    });
  });

  test('--search and --all', async () => {
    expect((await run('explain', 'customs-unit', '--search', '千克')).out).not.toContain('001  台');
    expect((await run('explain', 'admin-division', '--all')).out).toContain('659001');
  });

  test('an unknown id: one message, the nearest ids, exit 2', async () => {
    const { code, out, err } = await run('explain', 'gb-12904-2008/chek-digit');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^Unknown id: gb-12904-2008\/chek-digit\.\nDid you mean gb-12904-2008\/check-digit/);
  });

  test('several editions: one message, exit 2', async () => {
    const { code, err } = await run('explain', 'GB', '7718', '--lang', 'zh-CN');
    expect(code).toBe(2);
    expect(err).toContain('GB 7718 有多个版本：GB 7718-2011、GB 7718-2025。');
  });
});

describe('list', () => {
  test('standards', async () => {
    const { code, out } = await run('list', 'standards');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('National standards');
  });

  test('in singular, as JSON', async () => {
    const { out } = await run('list', 'category', '--json');
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: 'food' }));
  });

  test('rules of a standard by its number', async () => {
    const { out } = await run('list', 'rules', '--standard', 'GB 12904-2008', '--severity', 'error', '--json');
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: 'gb-12904-2008/check-digit' }));
  });

  test.each([
    [['list', 'standrads'], /Unknown list: standrads\.\nDid you mean standards\?/],
    [['list', 'standards', '--theme', 'ordr'], /Unknown theme: ordr\.\nDid you mean order\?/],
    [['list', 'rules', '--document', 'ordr'], /Unknown kind of record: ordr\.\nDid you mean order\?/],
    [
      ['list', 'rules', '--standard', 'GB 12904-2009'],
      /Unknown standard: GB 12904-2009\.\nDid you mean GB 12904-2008\?/,
    ],
    [
      ['list', 'codes', '--severity', 'error'],
      /--severity means nothing for codes\.\ncodes can be filtered by --search\./,
    ],
  ])('%s is one message and exit 2', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });
});
