import { crc32, deflateRawSync } from 'node:zlib';

/** Signatures and sizes of the records of a zip, by its specification (APPNOTE 4.3). */
const endSignature = 0x06054b50;
const endBytes = 22;
const directorySignature = 0x02014b50;
const directoryBytes = 46;
const localSignature = 0x04034b50;
const localBytes = 30;

/** Bits of an entry's flags: encrypted; sizes stand behind the data. */
const encrypted = 0x1;
const sizesBehind = 0x8;
/** A size that stands in the 64-bit extension. */
const elsewhere = 0xffffffff;
const zip64Field = 0x0001;

type Entry = {
  readonly name: string;
  /** Its record in the directory. */
  readonly record: Buffer;
  readonly offset: number;
  /** Where the next entry, or the directory, begins. */
  readonly end: number;
};

/**
 * The same zip with other content in some of its files: every other byte of every other file, packed as it was. Nothing
 * where the zip is encrypted, of the 64-bit form, in several pieces, or does not lie as its directory says.
 */
export function patchZip(bytes: Uint8Array, changed: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOf(zip);
  const entries = end === undefined ? undefined : entriesOf(zip, end);
  if (end === undefined || entries === undefined) return undefined;
  const names = entries.map(({ name }) => name);
  if ([...changed.keys()].some((name) => names.filter((one) => one === name).length !== 1)) return undefined;
  const pieces: Buffer[] = [zip.subarray(0, entries[0]?.offset ?? 0)];
  let at = pieces[0]?.length ?? 0;
  const records = new Map<Entry, Buffer>();
  for (const entry of entries) {
    const content = changed.get(entry.name);
    const { local, record } = content === undefined ? kept(zip, entry) : repacked(zip, entry, content);
    record.writeUInt32LE(at, 42);
    records.set(entry, record);
    pieces.push(local);
    at += local.length;
  }
  if (at > elsewhere - 1) return undefined;
  const inOrder = entries.toSorted((a, b) => a.record.byteOffset - b.record.byteOffset);
  const directory = Buffer.concat(inOrder.map((entry) => records.get(entry) ?? entry.record));
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, tail]);
}

/** Offset of the record that ends the zip. */
function endOf(zip: Buffer): number | undefined {
  for (let at = zip.length - endBytes; at >= Math.max(0, zip.length - endBytes - 0xffff); at--) {
    if (zip.readUInt32LE(at) !== endSignature || at + endBytes + zip.readUInt16LE(at + 20) !== zip.length) continue;
    const whole = zip.readUInt32LE(at + 4) === 0 && zip.readUInt16LE(at + 8) === zip.readUInt16LE(at + 10);
    return whole && zip.readUInt16LE(at + 10) < 0xffff ? at : undefined;
  }
  return undefined;
}

/** The entries in the order they lie in. */
function entriesOf(zip: Buffer, end: number): readonly Entry[] | undefined {
  const start = zip.readUInt32LE(end + 16);
  if (start + zip.readUInt32LE(end + 12) !== end) return undefined;
  const found: Omit<Entry, 'end'>[] = [];
  for (let at = start; at < end; ) {
    if (at + directoryBytes > end || zip.readUInt32LE(at) !== directorySignature) return undefined;
    const nameLength = zip.readUInt16LE(at + 28);
    const length = directoryBytes + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const record = zip.subarray(at, at + length);
    const sizes = [record.readUInt32LE(20), record.readUInt32LE(24), record.readUInt32LE(42)];
    if (at + length > end || sizes.includes(elsewhere) || (record.readUInt16LE(8) & encrypted) !== 0) return undefined;
    const name = record.toString('utf8', directoryBytes, directoryBytes + nameLength);
    found.push({ name, record, offset: record.readUInt32LE(42) });
    at += length;
  }
  found.sort((a, b) => a.offset - b.offset);
  const entries = found.map((entry, index) => ({ ...entry, end: found[index + 1]?.offset ?? start }));
  return entries.every((entry) => liesThere(zip, entry)) ? entries : undefined;
}

/** Whether the entry's data lies between its offset and the next entry. */
function liesThere(zip: Buffer, { record, offset, end }: Entry): boolean {
  if (offset + localBytes > end || zip.readUInt32LE(offset) !== localSignature) return false;
  return offset + headLength(zip, offset) + record.readUInt32LE(20) <= end;
}

function headLength(zip: Buffer, offset: number): number {
  return localBytes + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
}

type Written = { readonly local: Buffer; readonly record: Buffer };

function kept(zip: Buffer, { offset, end, record }: Entry): Written {
  return { local: zip.subarray(offset, end), record: Buffer.from(record) };
}

function repacked(zip: Buffer, { offset, record }: Entry, content: Uint8Array): Written {
  const packed = deflateRawSync(content, { level: 6 });
  const nameEnd = offset + localBytes + zip.readUInt16LE(offset + 26);
  const extra = zip.subarray(nameEnd, offset + headLength(zip, offset));
  // The 64-bit extension would speak of the old sizes.
  const keepsExtra = !fieldsOf(extra).includes(zip64Field);
  const head = Buffer.concat([zip.subarray(offset, nameEnd), keepsExtra ? extra : Buffer.alloc(0)]);
  const entry = Buffer.from(record);
  if (!keepsExtra) head.writeUInt16LE(0, 28);
  describe(head, 4, packed, content);
  describe(entry, 6, packed, content);
  return { local: Buffer.concat([head, packed]), record: entry };
}

/** Writes what is the same in both records of an entry, which begins at `at` with the version needed to unpack it. */
function describe(record: Buffer, at: number, packed: Uint8Array, content: Uint8Array): void {
  const deflated = 8;
  record.writeUInt16LE(Math.max(20, record.readUInt16LE(at)), at);
  record.writeUInt16LE(record.readUInt16LE(at + 2) & ~sizesBehind, at + 2);
  record.writeUInt16LE(deflated, at + 4);
  record.writeUInt32LE(crc32(content), at + 10);
  record.writeUInt32LE(packed.length, at + 14);
  record.writeUInt32LE(content.length, at + 18);
}

/** Ids of the fields of an entry's extra data. */
function fieldsOf(extra: Buffer): readonly number[] {
  const ids: number[] = [];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) ids.push(extra.readUInt16LE(at));
  return ids;
}
