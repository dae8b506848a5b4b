import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageSchema } from './message-schema.js';
import { writeTrades } from './trade-files.js';

const trades = Number(process.argv[2] ?? 10_000);
const borderlint = fileURLToPath(new URL('../bin/borderlint.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'borderlint-bench-'));
try {
  const messages = join(folder, 'messages');
  writeTrades(messages, trades);
  const files = readdirSync(messages).map((name) => join(messages, name));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const schema = join(folder, 'messages.xsd');
  writeFileSync(schema, messageSchema(['ceb311', 'ceb411', 'ceb511', 'ceb621']));
  console.log(`${trades} trades, ${4 * trades} documents, ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
  const ours = measured(process.execPath, [borderlint, 'check', messages, '--summary', '--no-progress']);
  say('borderlint (structure, codes, arithmetic, documents against each other)', ours);
  const peer = measured('xmllint', ['--stream', '--noout', '--schema', schema, ...files]);
  if (peer === undefined) console.log('xmllint is not here');
  else {
    say('xmllint --stream --schema (structure and lengths alone)', peer);
    console.log(`ratio of processor time ${(ours.user / peer.user).toFixed(1)} (below 1: borderlint is faster)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Wall and processor time in seconds and the largest resident memory in MB, as GNU time tells them; nothing where the program is not there. */
function measured(program, args) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 127) return undefined;
  const [wall, user, system, kilobytes] = stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  if (status !== 0) throw new Error(`exit ${status}: ${program}\n${stderr.slice(0, 2000)}`);
  return { wall, user: user + system, memory: kilobytes / 1024 };
}

function say(name, { wall, user, memory }) {
  console.log(`${name}: ${wall.toFixed(1)} s, ${user.toFixed(1)} s of processor time, ${memory.toFixed(0)} MB`);
}
