import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeListing } from './listing-file.js';
import { medians } from './timing.js';

const folder = mkdtempSync(join(tmpdir(), 'borderlint-bench-'));
try {
  const file = join(folder, 'products.csv');
  await writeListing(file, 100);
  const [bare, ours] = medians(
    [
      ['-e', '0'],
      [fileURLToPath(new URL('../bin/borderlint.js', import.meta.url)), 'check', file],
    ],
    15,
  );
  console.log(
    `bare node ${bare.toFixed(0)} ms, borderlint on 100 rows ${ours.toFixed(0)} ms, ratio ${(ours / bare).toFixed(1)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
