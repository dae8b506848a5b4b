import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filePattern } from '../../src/cli/file-pattern.js';
import { main } from '../../src/cli/main.js';

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'borderlint-'));
  process.chdir(folder);
  writeFileSync('goods.csv', 'SKU,重量,品牌\nA1,0.5,某牌\n');
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

async function map(answers: string): Promise<{ readonly exit: number; readonly said: string; readonly text: string }> {
  const said: string[] = [];
  async function* typed(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(answers);
  }
  const exit = await main(['map', 'goods.csv', '--out', 'goods.map.yaml'], {
    env: { LANG: 'en_US.UTF-8' },
    stdin: Object.assign(typed(), { isTTY: true }),
    stdout: { write: (text) => said.push(text), on: () => undefined, isTTY: true },
    stderr: { write: (text) => said.push(text), on: () => undefined, isTTY: true },
  });
  return { exit, said: said.join(''), text: readFileSync('goods.map.yaml', 'utf8') };
}

describe('map at a terminal', () => {
  it('asks about what is unsure, and again after a wrong answer', async () => {
    const { exit, said, text } = await map('netWieght\nnetWeight\n');
    expect(exit).toBe(0);
    expect(said).toContain('nothing says the unit, is it kg?');
    expect(said).toContain('Did you mean netWeight?');
    expect(text).toMatch(/^ {2}SKU: sku /m);
    expect(text).toMatch(/^ {2}重量: netWeight /m);
  });

  it('takes the first choice on Enter, with the unit it says', async () => {
    expect((await map('\n')).text).toMatch(/^ {2}重量: \{ field: grossWeight, unit: kg \}/m);
  });

  it('leaves out on a hyphen, and leaves open what nobody answers', async () => {
    expect((await map('-\n')).text).toMatch(/^ {2}# 重量: +# no field/m);
    rmSync('goods.map.yaml');
    expect((await map('')).text).toMatch(/^ {2}# 重量: \{ field: grossWeight, unit: kg \} +# unsure/m);
  });
});

describe('a pattern of file names', () => {
  it.each([
    ['*.csv', 'goods.csv', true],
    ['*.csv', 'a/b/goods.csv', true],
    ['*.csv', './goods.csv', true],
    ['*.csv', 'goods.csv.bak', false],
    ['a/*.csv', 'a/goods.csv', true],
    ['a/*.csv', 'a/b/goods.csv', false],
    ['a/**', 'a/b/goods.csv', true],
    ['**/goods.csv', 'goods.csv', true],
    ['goods?.csv', 'goods1.csv', true],
    ['goods.csv', 'goodsxcsv', false],
    ['导出*.xlsx', 'x/导出(1).xlsx', true],
  ])('%s and %s', (pattern, path, fits) => {
    expect(filePattern(pattern)(path)).toBe(fits);
  });
});
