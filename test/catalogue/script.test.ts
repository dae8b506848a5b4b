import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { packageFolder } from '../../src/catalogue/package-folder.js';
import { codeFile } from '../../src/catalogue/script.js';

const folder = mkdtempSync(join(tmpdir(), 'borderlint-script-'));
const file = join(folder, 'answer.cjs');
const module = pathToFileURL(join(packageFolder, 'dist', 'src', 'catalogue', 'script.js')).href;
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the script answers in a process of its own. */
function answer(): string {
  const program = `import { runScript } from ${JSON.stringify(module)}; console.log(runScript(${JSON.stringify(file)})());`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return stdout.trim() || stderr;
}

describe('a script', () => {
  it('answers the same compiled anew, filling the file for its code, and from that code', () => {
    writeFileSync(file, '(() => "one")');
    expect(answer()).toBe('one');
    expect(existsSync(codeFile(file))).toBe(false);
    writeFileSync(codeFile(file), '');
    expect(answer()).toBe('one');
    expect(statSync(codeFile(file)).size).toBeGreaterThan(100);
    expect(answer()).toBe('one');
  });

  it('that was changed since is compiled anew, though it is as long as before', () => {
    writeFileSync(file, '(() => "two")');
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    expect(answer()).toBe('two');
  });

  it('with code that is none is compiled as ever', () => {
    for (const rubbish of ['x', 'x'.repeat(5000)]) {
      writeFileSync(codeFile(file), rubbish);
      utimesSync(codeFile(file), new Date(), new Date(Date.now() + 10_000));
      expect(answer()).toBe('two');
    }
  });
});
