import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'borderlint-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

async function init(answers: string): Promise<{ readonly exit: number; readonly said: string }> {
  const said: string[] = [];
  async function* typed(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(answers);
  }
  const exit = await main(['init'], {
    env: { LANG: 'en_US.UTF-8' },
    stdin: Object.assign(typed(), { isTTY: true }),
    stdout: { write: (text) => said.push(text), on: () => undefined },
    stderr: { write: (text) => said.push(text), on: () => undefined, isTTY: true },
  });
  return { exit, said: said.join('') };
}

describe('init at a terminal', () => {
  it('asks, asks again after a wrong answer, and writes', async () => {
    const { exit, said } = await init('imports\nimport\n\nwarning\n');
    expect(said).toContain('direction cannot be imports');
    expect(exit).toBe(0);
    const text = readFileSync('borderlint.yaml', 'utf8');
    expect(text).toMatch(/^direction: import$/m);
    expect(text).toMatch(/^# mode: \[\]/m);
    expect(text).toMatch(/^fail-on: warning$/m);
  });

  it('writes nothing when the answers end', async () => {
    const { exit, said } = await init('import\n');
    expect(exit).toBe(2);
    expect(said).toContain('Nothing was written.');
    expect(() => readFileSync('borderlint.yaml')).toThrow();
  });
});
