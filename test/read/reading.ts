import type { ByteSource, Opened, RawRecord, ReadLayout, ReadOutcome, RowRecord } from '../../src/model/reading.js';
import type { ReadNotice } from '../../src/model/record.js';
import { type OpenOptions, openFile } from '../../src/read/index.js';

export type Reading = {
  readonly opened: Opened;
  readonly records: readonly RawRecord[];
  readonly outcome: ReadOutcome;
};

export type How = OpenOptions & { readonly layout?: ReadLayout; readonly cuts?: readonly number[] };

/** A source made of bytes, cut into chunks of these sizes in turn; whole without any. */
export function bytesSource(
  content: string | Uint8Array,
  cuts: readonly number[] = [],
): ByteSource & { closed: () => boolean } {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  let closed = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = Math.max(1, cuts[turn % cuts.length] ?? bytes.length);
        yield bytes.subarray(at, at + size);
        at += size;
      }
    } finally {
      closed = true;
    }
  }
  return { name: 'test', size: bytes.length, chunks, closed: () => closed };
}

/** Opens and reads everything. */
export async function readAll(content: string | Uint8Array, how: How = {}): Promise<Reading> {
  const opened = await openFile(bytesSource(content, how.cuts), how);
  const records: RawRecord[] = [];
  for await (const batch of opened.records(how.layout ?? {})) records.push(...batch);
  return { opened, records, outcome: opened.outcome() };
}

export function rows({ records }: Reading): RowRecord[] {
  return records.flatMap((record) => (record.kind === 'row' ? [record] : []));
}

/** Header and rows as plain cells. */
export function cells(reading: Reading): string[][] {
  const header = reading.opened.signature.headers?.map(({ text }) => text) ?? [];
  return [header, ...rows(reading).map((row) => [...row.cells])];
}

export function values({ records }: Reading): unknown[] {
  return records.flatMap((record) => (record.kind === 'object' ? [record.value] : []));
}

export function notice(reading: Reading, id: ReadNotice['id']): ReadNotice | undefined {
  return reading.outcome.notices.find((one) => one.id === id);
}

export function noticeIds(reading: Reading): string[] {
  return reading.outcome.notices.map(({ id }) => id);
}

/** Line and column of an offset, found the slow and obvious way. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
