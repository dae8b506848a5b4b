import { packageVersion } from '../../src/catalogue/package-folder.js';
import { main } from '../../src/cli/main.js';

export type Outcome = { readonly exit: number; readonly stdout: string; readonly stderr: string };

/** Runs the command line in this process, in the current folder, as on a terminal of 80 columns on 23 November 2026. */
export async function runInProcess(
  args: readonly string[],
  {
    env = {},
    stdin = new Uint8Array(),
  }: { readonly env?: { readonly [name: string]: string }; readonly stdin?: Uint8Array } = {},
): Promise<Outcome> {
  const out: string[] = [];
  const note: string[] = [];
  const exit = await main(args, {
    env: { LANG: 'en_US.UTF-8', COLUMNS: '80', ...env },
    stdin: once(stdin),
    stdout: { write: (text) => out.push(text), on: () => undefined },
    stderr: { write: (text) => note.push(text), on: () => undefined },
    now: () => new Date(2026, 10, 23, 12),
  });
  // The version is no part of what a scenario says.
  const text = (pieces: readonly string[]): string => pieces.join('').replaceAll(packageVersion(), '{version}');
  return { exit, stdout: text(out), stderr: text(note) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
