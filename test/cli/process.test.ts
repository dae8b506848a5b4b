import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixtures } from './scenario.js';

const bin = fileURLToPath(new URL('../../bin/borderlint.js', import.meta.url));
const house = ['--catalogue', join(fixtures, 'scenarios/house-catalogue'), '--as-of', '2026-11-23'];
const bad = 'sku,title,origin\nA1,Tea,China\n';

/** The real program in a process of its own. */
function run(
  args: readonly string[],
  options: { input?: string; env?: { [name: string]: string } } = {},
): SpawnSyncReturns<string> {
  const { NO_COLOR: _none, FORCE_COLOR: _forced, ...env } = process.env;
  return spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    input: options.input ?? '',
    env: { ...env, LANG: 'en_US.UTF-8', COLUMNS: '80', ...options.env },
  });
}

/** The same in a shell, where pipes and redirections are. */
function shell(line: string): SpawnSyncReturns<string> {
  const command = `set -o pipefail; "${process.execPath}" "${bin}" ${line}`;
  return spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', COLUMNS: '80' },
  });
}

describe('the program', () => {
  it('reads standard input, and its exit code says what it found', () => {
    const { status, stdout, stderr } = run(['check', '-', ...house, '--quiet'], { input: bad });
    expect(stdout).toContain('✗ Fails   1 error');
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('writes mistakes of use to standard error alone', () => {
    const { status, stdout, stderr } = run(['check', '--nonsense']);
    expect(stdout).toBe('');
    expect(stderr).toBe('Unknown option: --nonsense.\nSee `borderlint help check`.\n');
    expect(status).toBe(2);
  });

  it('colours only what NO_COLOR allows', () => {
    const coloured = '\u001b[';
    const args = ['check', '-', ...house, '--quiet'];
    expect(run(args, { input: bad, env: { FORCE_COLOR: '1' } }).stdout).toContain(coloured);
    expect(run(args, { input: bad, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(coloured);
  });
});

describe.skipIf(process.platform === 'win32')('the program in a shell', () => {
  const quickstart = join(fixtures, 'quickstart');

  it('says nothing of a reader that goes away, and keeps its exit code', () => {
    const { status, stdout, stderr } = shell(`check "${quickstart}" --as-of 2026-11-23 | head -1`);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it.skipIf(!existsSync('/dev/full'))('never takes a full disk for a finished report', () => {
    const { status, stderr } = shell(`check "${quickstart}" --as-of 2026-11-23 > /dev/full`);
    expect(stderr).toBe('standard output: could not be written (ENOSPC).\n');
    expect(status).toBe(2);
  });
});
