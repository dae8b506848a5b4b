import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageVersion } from '../../src/catalogue/package-folder.js';
import { type Outcome, runInProcess } from './running.js';
import { fixtures, matches, parseScenario, prepare, type Scenario } from './scenario.js';

const scenarios = join(fixtures, 'scenarios');
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
afterAll(() => process.chdir(home));

describe('scenarios', () => {
  for (const file of readdirSync(scenarios).filter((name) => name.endsWith('.scenario'))) {
    const source = readFileSync(join(scenarios, file), 'utf8');
    it(file.replace('.scenario', ''), async () => {
      const scenario = parseScenario(source);
      prepare(scenario, folder);
      const outcome = await runInProcess(scenario.args, scenario);
      expect(outcome.stdout + outcome.stderr).not.toContain('itself broke down');
      if (process.env['BORDERLINT_SCENARIOS'] === 'rewrite')
        writeFileSync(join(scenarios, file), rewritten(source, scenario, outcome));
      else expectOutcome(scenario, outcome);
    });
  }
});

function expectOutcome(scenario: Scenario, outcome: Outcome): void {
  expectText(scenario.stderr, outcome.stderr);
  expectText(scenario.stdout, outcome.stdout);
  expect(outcome.exit).toBe(scenario.exit);
  // Whatever happens, nobody is shown the inside.
  expect(outcome.stdout + outcome.stderr).not.toMatch(/^\s+at .*[.:]\d+|node:internal|\.partial\b/m);
  for (const { name, text } of scenario.left) {
    expectText(text, readFileSync(join(folder, name), 'utf8').replaceAll(packageVersion(), '{version}'));
  }
  for (const name of scenario.notLeft) expect(existsSync(join(folder, name)), name).toBe(false);
}

/** On a mismatch the whole texts are compared, so that the difference can be seen. */
function expectText(pattern: string, text: string): void {
  if (!matches(pattern, text)) expect(text).toBe(pattern);
}

/** The scenario with what came of it now, where that is not what it says. For authors: read it before keeping it. */
function rewritten(source: string, scenario: Scenario, { exit, stdout, stderr }: Outcome): string {
  const keep = (pattern: string, text: string): string => (matches(pattern, text) ? pattern : text);
  const [given = ''] = source.split(/\n=== (?:exit|stdout|stderr|left|not)\b/);
  const after = source.match(/\n=== (?:left|not) [\s\S]*$/)?.[0] ?? '\n';
  const sections = [
    `=== exit ${exit}\n`,
    stdout === '' ? '' : `=== stdout\n${keep(scenario.stdout, stdout)}`,
    stderr === '' ? '' : `=== stderr\n${keep(scenario.stderr, stderr)}`,
  ].filter((one) => one !== '');
  return `${given.trimEnd()}\n\n${sections.join('\n').trimEnd()}\n${after.trimEnd()}\n`.replace(/\n+$/, '\n');
}
