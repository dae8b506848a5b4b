import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeFile } from '../dist/src/catalogue/script.js';

/** Runs the bundled example once, so that what the engine makes of the scripts lies ready for every later run. */
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const codes = ['dist/cli/', 'dist/catalogue/'].flatMap((folder) =>
  readdirSync(path(folder))
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => codeFile(path(folder + name))),
);
for (const code of codes) writeFileSync(code, '');
const run = [path('bin/borderlint.js'), 'check', path('fixtures/quickstart'), '--no-config'];
const { status, stderr } = spawnSync(process.execPath, run, { encoding: 'utf8' });
for (const code of codes) if (statSync(code).size === 0) rmSync(code);
// Findings are expected; a run that could not be finished is not.
if (status !== 0 && status !== 1) throw new Error(`the sample could not be checked: ${stderr}`);
