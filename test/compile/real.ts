import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { DocumentKind } from '../../src/model/document.js';
import type { SourceRecord } from '../../src/model/record.js';
import { createNormaliser } from '../../src/normalise/index.js';
import { fileSource, openFile } from '../../src/read/index.js';
import { chooseFormat } from '../../src/run/format.js';
import { repository } from '../repository-catalogue.js';

/** Every data file under fixtures/, by its path there. */
export function fixtureFiles(): readonly string[] {
  return readdirSync(join(repository, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:csv|tsv|xml|jsonl?|gz)$/.test(file))
    .sort()
    .map((file) => join(repository, 'fixtures', file));
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
