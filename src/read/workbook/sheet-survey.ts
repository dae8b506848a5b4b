import type { Member, Zip } from '../archive/zip.js';
import type { Cut } from '../unfold.js';
import { type Merges, readMerges } from './merges.js';
import { xmlDecoder } from './plain-xml.js';

/** What is known of a sheet once its text has been run through, before its rows are read. */
export type SheetSurvey = {
  readonly merges: Merges;
  /** Why the unpacking stopped before the end, or that what came was damaged. */
  readonly cut: Cut | undefined;
  /** The unpacked text once more, from memory where it is short. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
};

/** Bytes kept rather than unpacked a second time. */
const keptBytes = 8 * 1024 ** 2;
/** Bytes of what may stand behind the rows. */
const tailBytes = 32 * 1024 ** 2;
const mark = Buffer.from('mergeCells');

/**
 * Merged ranges stand behind the rows they are about, so a sheet is unpacked twice. A sheet that cannot be unpacked to its
 * end gives what it has: reading its rows will say so.
 */
export async function surveySheet(zip: Zip, part: Member): Promise<SheetSurvey> {
  const kept: Uint8Array[] = [];
  const tail: Uint8Array[] = [];
  let length = 0;
  let tailLength = 0;
  let cut: Cut | undefined;
  let overlap = Buffer.alloc(0);
  let wide = false;
  for await (const chunk of zip.chunks(part, (why) => (cut = why))) {
    if (length === 0) wide = xmlDecoder(chunk).skip === 2;
    length += chunk.length;
    if (length <= keptBytes) kept.push(chunk);
    else kept.length = 0;
    if (tail.length === 0) {
      const seen = Buffer.concat([overlap, chunk.subarray(0, mark.length)]);
      const found = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).indexOf(mark) >= 0 || seen.includes(mark);
      if (found) tail.push(overlap);
      overlap = Buffer.from(chunk.subarray(-mark.length));
    }
    if (tail.length > 0 && tailLength <= tailBytes) {
      tail.push(chunk);
      tailLength += chunk.length;
    }
  }
  const whole = length <= keptBytes;
  const text = Buffer.concat(wide && whole ? kept : tail);
  const merges = text.length === 0 ? { tall: [], count: 0 } : readMerges(decode(text, wide));
  return { merges, cut, chunks: () => (whole ? relay(kept) : zip.chunks(part, () => undefined)) };
}

/** Only markup is looked for, which is ASCII. */
function decode(bytes: Buffer, wide: boolean): string {
  if (!wide) return bytes.toString('latin1');
  const { decoder, skip } = xmlDecoder(bytes);
  return decoder.push(bytes.subarray(skip), true).text;
}

async function* relay(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
