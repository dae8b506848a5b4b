import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeListing } from './listing-file.js';
import { medians } from './timing.js';

const rows = Number(process.argv[2] ?? 200_000);
const runs = Number(process.argv[3] ?? 3);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'borderlint-bench-'));
try {
  const file = join(folder, 'products.csv');
  await writeListing(file, rows);
  const [ours, peer] = medians(
    [
      [here('../bin/borderlint.js'), 'check', file, '--direction', 'import', '--summary'],
      [here('peer-csv-parse-ajv.js'), file],
    ],
    runs,
  );
  console.log(`${rows} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB, median of ${runs}`);
  console.log(`borderlint      ${ours.toFixed(0)} ms`);
  console.log(`csv-parse + ajv ${peer.toFixed(0)} ms`);
  console.log(`ratio           ${(peer / ours).toFixed(2)} (above 1: borderlint is faster)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
