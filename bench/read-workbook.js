import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medians } from './timing.js';
import { writeWorkbook } from './workbook-file.js';

const rows = Number(process.argv[2] ?? 50_000);
const columns = Number(process.argv[3] ?? 40);
const runs = Number(process.argv[4] ?? 3);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'borderlint-bench-'));
try {
  const file = join(folder, 'products.xlsx');
  writeWorkbook(file, rows, columns);
  const readers = [here('read-workbook-borderlint.js'), here('read-workbook-peer.js')];
  const [ours, peer] = medians(
    readers.map((reader) => [reader, file]),
    runs,
  );
  const [ourMemory, peerMemory] = readers.map((reader) =>
    Number(spawnSync(process.execPath, [reader, file, 'memory'], { encoding: 'utf8' }).stderr),
  );
  console.log(`${rows} rows, ${columns} columns, ${(statSync(file).size / 1e6).toFixed(1)} MB, median of ${runs}`);
  console.log(`borderlint      ${ours.toFixed(0)} ms, ${ourMemory.toFixed(0)} MB`);
  console.log(`read-excel-file ${peer.toFixed(0)} ms, ${peerMemory.toFixed(0)} MB`);
  console.log(`ratio           ${(peer / ours).toFixed(2)} (above 1: borderlint is faster)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
