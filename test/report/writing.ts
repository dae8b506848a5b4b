import { strFromU8, unzipSync } from 'fflate';
import type { CheckedTable, TableRow } from '../../src/model/reading.js';
import type { FileFormatter, Report, ReportContext, TextFormatter } from '../../src/model/report.js';
import { formatters } from '../../src/report/index.js';

export const textFormatters = formatters.filter((one): one is TextFormatter => one.writes !== 'bytes');
export const fileFormatters = formatters.filter((one): one is FileFormatter => one.writes === 'bytes');

export async function* noTables(): AsyncGenerator<CheckedTable> {}

/** The bytes of a report that is no text. */
export async function writtenFile(
  id: string,
  report: Report,
  context: ReportContext,
  tables: () => AsyncIterable<CheckedTable> = noTables,
): Promise<Uint8Array> {
  const write = await fileFormatters.find((one) => one.id === id)?.load();
  if (write === undefined) throw new Error(`no format of bytes is called ${id}`);
  const pieces: Uint8Array[] = [];
  for await (const piece of write(report, context, tables)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The parts of a workbook by name. */
export function partsOf(bytes: Uint8Array): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** Everything a workbook says, in one piece. */
export function textsOf(bytes: Uint8Array): string {
  return Object.values(partsOf(bytes)).join('\n');
}

export function textFormatter(id: string): TextFormatter {
  const found = textFormatters.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no format of text is called ${id}`);
  return found;
}

/** A table as the reader hands it on, from rows of cells by their number. */
export function tableOf(
  file: string,
  rows: readonly (readonly [row: number, cells: readonly string[]])[],
): CheckedTable {
  const made = rows.map(([row, cells]): TableRow => ({ row, cells, place: (column) => ({ line: row, column }) }));
  return {
    file,
    header: 1,
    sample: made.slice(0, 30),
    isPersonal: () => false,
    rows: async function* () {
      yield made;
    },
    hasChanged: () => false,
  };
}
