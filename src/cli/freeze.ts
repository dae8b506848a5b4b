import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../model/catalogue.js';

const heading =
  '# Every rule id ever published, in order. Written by `borderlint catalogue freeze`; ids are never taken out.\n';

/** Adds the ids of all rules to the catalogue's ledger and keeps every id it had. */
export function freezeLedger(folder: string, catalogue: Catalogue): { readonly added: number; readonly total: number } {
  const file = join(folder, 'ledger.yaml');
  const known = existsSync(file)
    ? [...readFileSync(file, 'utf8').matchAll(/^- (\S+)$/gm)].map(([, id = '']) => id)
    : [];
  const structures = catalogue.structures.flatMap((structure) => structure.rules);
  const ids = new Set([...known, ...[...catalogue.rules, ...catalogue.across, ...structures].map((rule) => rule.id)]);
  const lines = [...ids].sort().map((id) => `- ${id}\n`);
  writeFileSync(`${file}.partial`, heading + lines.join(''));
  renameSync(`${file}.partial`, file);
  return { added: ids.size - known.length, total: ids.size };
}
