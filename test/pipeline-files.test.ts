import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageFolder } from '../src/catalogue/package-folder.js';
import { main } from '../src/cli/main.js';

const files = ['action.yml', '.pre-commit-hooks.yaml', 'ci/gitlab.yml', 'docs/ci.md'];
const textOf = (file: string): string => readFileSync(join(packageFolder, file), 'utf8');

describe('files for pipelines', () => {
  it('are YAML, and name only actions there are', () => {
    for (const file of files.filter((name) => !name.endsWith('.md'))) expect(() => parse(textOf(file))).not.toThrow();
    const used = files.flatMap((file) => [...textOf(file).matchAll(/uses: (\S+)/g)].map(([, action]) => action));
    expect([...new Set(used)].sort()).toEqual([
      'actions/checkout@v4',
      'actions/setup-node@v4',
      'github/codeql-action/upload-sarif@v3',
    ]);
  });

  it('use only flags that `check` has', async () => {
    let help = '';
    const write = (text: string): void => {
      help += text;
    };
    const outlet = { write, on: () => undefined };
    await main(['check', '--help'], {
      env: { LANG: 'en_US.UTF-8' },
      stdin: (async function* () {})(),
      stdout: outlet,
      stderr: outlet,
    });
    const calls = files.flatMap((file) => [...textOf(file).matchAll(/\bcheck (?:[^`\n]*)/g)].map(([call]) => call));
    const flags = calls.flatMap((call) => [...call.matchAll(/(?<=\s)--[a-z-]+/g)].map(([flag]) => flag));
    expect(flags.length).toBeGreaterThan(5);
    expect(flags.filter((flag) => !help.includes(flag))).toEqual([]);
  });
});
