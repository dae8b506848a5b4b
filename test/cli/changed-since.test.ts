import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInProcess } from './running.js';

const header = 'sku,title@en,gtin,originCountry,netWeight,priceCurrency';
const right = 'A-1,Cup,6901234567892,CN,0.2,USD';
const wrong = 'A-2,Pot,6901234567891,CN,0.2,USD';
const wrongToo = 'A-3,Tray,6901234567894,CN,0.2,USD';

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'borderlint-git-'));
  process.chdir(folder);
  git('init', '-q');
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function git(...words: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], { stdio: 'ignore' });
}

function commit(): void {
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
}

const write = (file: string, ...rows: readonly string[]): void =>
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`);

const check = (...words: readonly string[]) => runInProcess(['check', ...words]);

async function openFindings(revision: string): Promise<readonly string[]> {
  const { stdout } = await check(
    '.',
    '--changed-since',
    revision,
    '--format',
    'json',
    '--rule',
    'gb-12904-2008/check-digit',
  );
  const { findings }: { findings: { state: string; actual: string }[] } = JSON.parse(stdout);
  return findings.filter(({ state }) => state === 'open').map(({ actual }) => actual);
}

describe('--changed-since', () => {
  it('counts what is new: a row put in before, not the one that was wrong already', async () => {
    write('goods.csv', right, wrong);
    commit();
    expect(await openFindings('HEAD')).toEqual([]);
    write('goods.csv', wrongToo, right, wrong);
    expect(await openFindings('HEAD')).toEqual(['6901234567894']);
    const { exit, stdout } = await check('.', '--changed-since', 'HEAD');
    expect(exit).toBe(1);
    expect(stdout).toMatch(/Held against HEAD/);
  });

  it('counts another wrong value of a record that was wrong', async () => {
    write('goods.csv', right, wrong);
    commit();
    write('goods.csv', right, wrong.replace('6901234567891', '6901234567893'));
    expect(await openFindings('HEAD')).toEqual(['6901234567893']);
  });

  it('counts a file the revision had not, and follows one that was renamed', async () => {
    write('goods.csv', right, wrong);
    commit();
    renameSync('goods.csv', 'articles.csv');
    write('more.csv', wrongToo);
    git('add', '-A');
    expect(await openFindings('HEAD')).toEqual(['6901234567894']);
  });

  it.each([
    ['nowhere', /git knows no revision nowhere here/],
    ['--output=x', /git knows no revision/],
  ])('refuses the revision %s', async (revision, told) => {
    write('goods.csv', right);
    commit();
    const { exit, stderr } = await check('goods.csv', `--changed-since=${revision}`);
    expect(exit).toBe(2);
    expect(stderr).toMatch(told);
  });

  it('refuses a file in no work tree, and standard input', async () => {
    rmSync('.git', { recursive: true });
    write('goods.csv', right);
    expect(await check('goods.csv', '--changed-since', 'HEAD')).toMatchObject({ exit: 2 });
    expect((await check('-', '--changed-since', 'HEAD')).stderr).toMatch(/standard input/);
  });
});
