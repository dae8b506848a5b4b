import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import type { RandomBytes } from '../../model/reading.js';

/** Signatures and sizes of the records of a zip, by its specification (APPNOTE 4.3). */
const endSignature = 0x06054b50;
const endBytes = 22;
const directorySignature = 0x02014b50;
const directoryBytes = 46;
const localSignature = 0x04034b50;
const localBytes = 30;
const behindSignature = 0x08074b50;

/** Bits of an entry's flags: encrypted; sizes stand behind the data; the name is UTF-8. */
const encrypted = 0x1;
const sizesBehind = 0x8;
const utf8Name = 0x800;
/** A size that stands in the 64-bit extension. */
const elsewhere = 0xffffffff;
const mostEntries = 0xffff;
const deflated = 8;
/** The first day a zip can name: what is new says nothing of when it was written. */
const firstDay = 0x21;

type Entry = {
  readonly name: string;
  /** Its record in the directory. */
  readonly record: Buffer;
  readonly offset: number;
  /** Where the next entry, or the directory, begins. */
  readonly end: number;
};

/** A file to be put into the zip, its content in pieces. */
export type NewPart = {
  readonly name: string;
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
};

/** A zip that can be written again with other content in some of its files. */
export type RewritableZip = {
  readonly names: ReadonlySet<string>;
  /**
   * The same zip without the files named in `without` and with these parts: every byte of every other file stays, packed
   * as it was. A part of a name that is there must be among those left out.
   */
  readonly rewritten: (without: ReadonlySet<string>, parts: AsyncIterable<NewPart>) => AsyncGenerator<Uint8Array>;
};

/** Nothing where the zip is encrypted, of the 64-bit form, in several pieces, or does not lie as its directory says. */
export async function rewritableZip(bytes: RandomBytes): Promise<RewritableZip | undefined> {
  const tail = await bytesAt(bytes, Math.max(0, bytes.size - endBytes - 0xffff), bytes.size);
  const end = endOf(tail);
  if (end === undefined) return undefined;
  const ending = tail.subarray(end);
  const endOffset = bytes.size - ending.length;
  const start = ending.readUInt32LE(16);
  if (start + ending.readUInt32LE(12) !== endOffset) return undefined;
  const entries = await entriesOf(bytes, await bytesAt(bytes, start, endOffset), start);
  const names = new Set(entries?.map(({ name }) => name));
  if (entries === undefined || names.size !== entries.length) return undefined;
  return { names, rewritten: (without, parts) => rewritten(bytes, { entries, ending }, without, parts) };
}

/** Zips end here: their sizes are 32-bit numbers. */
export class ZipTooLarge extends Error {}

type Layout = { readonly entries: readonly Entry[]; readonly ending: Buffer };

async function* rewritten(
  bytes: RandomBytes,
  { entries, ending }: Layout,
  without: ReadonlySet<string>,
  parts: AsyncIterable<NewPart>,
): AsyncGenerator<Uint8Array> {
  // The directory need not name the files in the order they lie in.
  const listed = entries.toSorted((a, b) => a.record.byteOffset - b.record.byteOffset);
  const records = new Map<string, Buffer>(listed.map(({ name }) => [name, Buffer.alloc(0)]));
  let at = 0;
  const placed = (name: string, record: Buffer, offset: number): void => {
    if (offset >= elsewhere || records.size >= mostEntries) throw new ZipTooLarge();
    const moved = Buffer.from(record);
    moved.writeUInt32LE(offset, 42);
    records.set(name, moved);
  };
  const lead = entries[0]?.offset ?? 0;
  if (lead > 0) yield* blocksOf(bytes, 0, lead);
  at += lead;
  for (const { name, record, offset, end } of entries) {
    if (without.has(name)) continue;
    placed(name, record, at);
    yield* blocksOf(bytes, offset, end);
    at += end - offset;
  }
  const known = new Map(entries.map((entry) => [entry.name, entry.record]));
  for await (const { name, content } of parts) {
    const head = localHead(name, known.get(name));
    yield head;
    const written = yield* packed(content);
    placed(name, directoryRecord(head, written, known.get(name)), at);
    at += head.length + written.behind.length + written.packed;
  }
  const inOrder = [...records.values()];
  const directory = Buffer.concat(inOrder);
  const count = inOrder.filter(({ length }) => length > 0).length;
  if (at + directory.length >= elsewhere) throw new ZipTooLarge();
  const last = Buffer.from(ending);
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(directory.length, 12);
  last.writeUInt32LE(at, 16);
  yield directory;
  yield last;
}

type Written = { readonly sum: number; readonly packed: number; readonly bytes: number; readonly behind: Buffer };

const packBlock = promisify(deflateRaw);
/** Characters or bytes compressed at a time. */
const blockLength = 512 * 1024;

/**
 * Compresses content as it comes, a block while the next is made: each ends on a byte, so that one after another they are
 * one stream. Answers what stands behind it.
 */
async function* packed(content: NewPart['content']): AsyncGenerator<Uint8Array, Written> {
  let sum = 0;
  let packedBytes = 0;
  let bytes = 0;
  const pack = (block: Buffer, last: boolean): Promise<Buffer> => {
    sum = crc32(block, sum);
    bytes += block.length;
    return packBlock(block, { level: 4, finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });
  };
  let busy: Promise<Buffer> | undefined;
  const taken = async function* (): AsyncGenerator<Uint8Array> {
    if (busy === undefined) return;
    const ready = await busy;
    packedBytes += ready.length;
    yield ready;
  };
  for await (const block of inBlocks(content)) {
    yield* taken();
    busy = pack(block, false);
    // Who stops in the middle does not wait for it.
    busy.catch(() => undefined);
  }
  yield* taken();
  busy = pack(Buffer.alloc(0), true);
  yield* taken();
  if (packedBytes >= elsewhere || bytes >= elsewhere) throw new ZipTooLarge();
  const behind = Buffer.alloc(16);
  behind.writeUInt32LE(behindSignature, 0);
  behind.writeUInt32LE(sum, 4);
  behind.writeUInt32LE(packedBytes, 8);
  behind.writeUInt32LE(bytes, 12);
  yield behind;
  return { sum, packed: packedBytes, bytes, behind };
}

async function* inBlocks(content: NewPart['content']): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    const bytes =
      typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    waiting.push(bytes);
    length += bytes.length;
    if (length < blockLength) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** The record before the data of a part: its sizes stand behind it. */
function localHead(name: string, known: Buffer | undefined): Buffer {
  const written = known?.subarray(directoryBytes, directoryBytes + known.readUInt16LE(28)) ?? Buffer.from(name);
  const head = Buffer.alloc(localBytes);
  head.writeUInt32LE(localSignature, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(((known?.readUInt16LE(8) ?? utf8Name) & utf8Name) | sizesBehind, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(known?.readUInt16LE(12) ?? 0, 10);
  head.writeUInt16LE(known?.readUInt16LE(14) ?? firstDay, 12);
  head.writeUInt16LE(written.length, 26);
  return Buffer.concat([head, written]);
}

/** The record of a part in the directory, without its place. What only its old record says stays. */
function directoryRecord(head: Buffer, { sum, packed, bytes }: Written, known: Buffer | undefined): Buffer {
  const record = Buffer.alloc(directoryBytes);
  record.writeUInt32LE(directorySignature, 0);
  record.writeUInt16LE(known?.readUInt16LE(4) ?? 20, 4);
  // Version, flags, method and time as before the data.
  head.copy(record, 6, 4, 14);
  record.writeUInt32LE(sum, 16);
  record.writeUInt32LE(packed, 20);
  record.writeUInt32LE(bytes, 24);
  record.writeUInt16LE(head.length - localBytes, 28);
  record.writeUInt32LE(known?.readUInt32LE(38) ?? 0, 38);
  return Buffer.concat([record, head.subarray(localBytes)]);
}

/** Offset of the record that ends the zip, in its last bytes. */
function endOf(tail: Buffer): number | undefined {
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature || at + endBytes + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const whole = tail.readUInt32LE(at + 4) === 0 && tail.readUInt16LE(at + 8) === tail.readUInt16LE(at + 10);
    return whole && tail.readUInt16LE(at + 10) < mostEntries ? at : undefined;
  }
  return undefined;
}

/** The entries in the order they lie in. */
async function entriesOf(bytes: RandomBytes, directory: Buffer, start: number): Promise<readonly Entry[] | undefined> {
  const found: Omit<Entry, 'end'>[] = [];
  for (let at = 0; at < directory.length; ) {
    if (at + directoryBytes > directory.length || directory.readUInt32LE(at) !== directorySignature) return undefined;
    const nameLength = directory.readUInt16LE(at + 28);
    const length = directoryBytes + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const record = directory.subarray(at, at + length);
    if (at + length > directory.length || (record.readUInt16LE(8) & encrypted) !== 0) return undefined;
    if ([20, 24, 42].some((size) => record.readUInt32LE(size) === elsewhere)) return undefined;
    const name = record.toString('utf8', directoryBytes, directoryBytes + nameLength);
    found.push({ name, record, offset: record.readUInt32LE(42) });
    at += length;
  }
  found.sort((a, b) => a.offset - b.offset);
  const entries = found.map((entry, index) => ({ ...entry, end: found[index + 1]?.offset ?? start }));
  for (const entry of entries) if (!(await liesThere(bytes, entry))) return undefined;
  return entries;
}

/** Whether the entry's data lies between its offset and the next entry. */
async function liesThere(bytes: RandomBytes, { record, offset, end }: Entry): Promise<boolean> {
  if (offset + localBytes > end) return false;
  const head = await bytesAt(bytes, offset, offset + localBytes);
  if (head.length < localBytes || head.readUInt32LE(0) !== localSignature) return false;
  return offset + localBytes + head.readUInt16LE(26) + head.readUInt16LE(28) + record.readUInt32LE(20) <= end;
}

async function bytesAt(bytes: RandomBytes, from: number, to: number): Promise<Buffer> {
  const target = Buffer.alloc(Math.max(0, to - from));
  let length = 0;
  while (length < target.length) {
    const got = await bytes.read(target.subarray(length), from + length);
    if (got === 0) break;
    length += got;
  }
  return target.subarray(0, length);
}

async function* blocksOf(bytes: RandomBytes, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += blockLength) yield await bytesAt(bytes, at, Math.min(to, at + blockLength));
}
