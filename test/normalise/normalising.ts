import type { DocumentKind } from '../../src/model/document.js';
import type { Format } from '../../src/model/format.js';
import type { ByteSource } from '../../src/model/reading.js';
import type { ReadNotice, SourceRecord } from '../../src/model/record.js';
import { createNormaliser, type NormaliseInput, type Normaliser } from '../../src/normalise/index.js';
import { openFile } from '../../src/read/index.js';
import { chooseFormat } from '../../src/run/format.js';
import { repository, repositoryCatalogue } from '../repository-catalogue.js';

export { repository, repositoryCatalogue as catalogue };

export function formatCalled(id: string): Format {
  const format = repositoryCatalogue().formats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
}

export function documentOf(format: Format): DocumentKind {
  const document = repositoryCatalogue().documents.find((one) => one.id === format.document);
  if (document === undefined) throw new Error(`no document kind ${format.document}`);
  return document;
}

export type Normalised = {
  readonly records: readonly SourceRecord[];
  readonly notices: readonly ReadNotice[];
  readonly normaliser: Normaliser;
  readonly envelope: SourceRecord | undefined;
};

/** Reads and normalises a text as a format: the one named, or the one its content shows. */
export async function normalise(
  content: string | Uint8Array,
  format?: Format | string,
  said: Pick<NormaliseInput, 'decimal'> = {},
): Promise<Normalised> {
  const input = await openFile(textSource(content));
  const named = typeof format === 'string' ? formatCalled(format) : format;
  const chosen = chooseFormat(repositoryCatalogue(), input, { file: 'file' }, named);
  const { opened, document } = chosen;
  const codes = repositoryCatalogue().codes;
  const normaliser = createNormaliser({ file: 'file', format: chosen.format, document, opened, codes, ...said });
  const records: SourceRecord[] = [];
  for await (const batch of opened.records(chosen.layout)) records.push(...normaliser.push(batch));
  records.push(...normaliser.flush());
  const notices = [...chosen.notices, ...normaliser.notices()];
  return { records, notices, normaliser, envelope: normaliser.envelope(opened.outcome()) };
}

export function textSource(content: string | Uint8Array): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name: 'file',
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}

/** A table of these rows as CSV, every cell quoted where it has to be. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
