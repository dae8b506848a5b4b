import type { ByteSource, Opened, RawRecord, ReadLayout, ReadOutcome } from '../../src/model/reading.js';
import { type OpenOptions, openParts } from '../../src/read/index.js';
import { bytesSource, type Reading } from './reading.js';

export type PartReading = Reading & { readonly file: string; readonly sheet: string | undefined };

/** Reads every part of an input whole. */
export async function readParts(
  content: string | Uint8Array | ByteSource,
  how: OpenOptions & { readonly layout?: ReadLayout; readonly cuts?: readonly number[] } = {},
): Promise<readonly PartReading[]> {
  const source = typeof content === 'object' && 'chunks' in content ? content : bytesSource(content, how.cuts);
  const readings: PartReading[] = [];
  for await (const { file, sheet, open } of openParts(source, how)) {
    const opened: Opened = await open();
    const records: RawRecord[] = [];
    for await (const batch of opened.records(how.layout ?? {})) records.push(...batch);
    const outcome: ReadOutcome = opened.outcome();
    readings.push({ file, sheet, opened, records, outcome });
  }
  return readings;
}

/** The first part. */
export async function readPart(...how: Parameters<typeof readParts>): Promise<PartReading> {
  const [first] = await readParts(...how);
  if (first === undefined) throw new Error('no part');
  return first;
}
