import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { compileCatalogue, evaluateModule, linkCompiled } from '../../src/compile/index.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { DocumentKind } from '../../src/model/document.js';
import type { SourceRecord } from '../../src/model/record.js';
import { createNormaliser } from '../../src/normalise/index.js';
import { fileSource, openFile } from '../../src/read/index.js';
import { chooseFormat } from '../../src/run/format.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The catalogue of this repository. */
export function realCatalogue(): Catalogue {
  const { catalogue, faults } = loadCatalogue(join(root, 'standards'), { version: '1' });
  if (catalogue === undefined)
    throw new Error(faults.map((fault) => `${fault.file}:${fault.line} ${fault.message}`).join('\n'));
  return catalogue;
}

export function compiledOf(catalogue: Catalogue): CompiledCatalogue {
  const { modules } = compileCatalogue(catalogue);
  const made = new Map(Object.entries(modules).map(([id, source]) => [id, evaluateModule(source)]));
  return linkCompiled(catalogue, async (document) => made.get(document));
}

/** Every data file under fixtures/, by its path there. */
export function fixtureFiles(): readonly string[] {
  return readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:csv|tsv|xml|jsonl?|gz)$/.test(file))
    .sort()
    .map((file) => join(root, 'fixtures', file));
}

export type ReadFile = { readonly document: DocumentKind; readonly records: readonly SourceRecord[] };

/** The records of one file, as a run reads them. */
export async function recordsOf(catalogue: Catalogue, file: string): Promise<ReadFile> {
  const opened = await openFile(await fileSource(file));
  const { format, document } = chooseFormat(catalogue, opened, { file }, undefined);
  const normaliser = createNormaliser({ file, format, document, opened, codes: catalogue.codes });
  const records: SourceRecord[] = [];
  const layout = {
    ...(format.json === undefined ? {} : { pointer: format.json.records }),
    ...(format.xml === undefined ? {} : { path: format.xml.record }),
  };
  for await (const batch of opened.records(layout)) records.push(...normaliser.push(batch));
  records.push(...normaliser.flush());
  return { document, records };
}
