import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { RandomBytes } from '../../model/reading.js';
import { type Cut, type UnfoldLimits, unfold, unfoldBlock } from '../unfold.js';
import { memberName } from './member-name.js';
import { damagedArchive, protectedMember, tooManyMembers, unknownPacking } from './refusals.js';

/** A file in a zip. */
export type Member = {
  /** Path with forward slashes. */
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
};

/** A zip, read by its central directory; only what is asked for is unpacked. */
export type Zip = {
  readonly members: readonly Member[];
  /**
   * The unpacked bytes of a member. Data that is cut off, damaged or unfolds too far ends early and `onCut` is told why.
   * Throws UserError for a member that is encrypted or packed in a way that is not read.
   */
  readonly chunks: (member: Member, onCut: (cut: Cut) => void) => AsyncGenerator<Uint8Array>;
  readonly close: () => Promise<void>;
};

const mostMembers = 50_000;

/** @throws UserError for a damaged zip and for one with more members than anybody means to have checked */
export async function openZip(file: string, bytes: RandomBytes, limits: UnfoldLimits): Promise<Zip> {
  const entries = new Map<Member, Entry>();
  let zip: ZipFile;
  try {
    const options = { decodeStrings: false, autoClose: false };
    zip = await fromRandomAccessReaderPromise(new Reader(bytes), bytes.size, options);
    for await (const entry of zip.eachEntry()) {
      const name = memberName(entry);
      if (name.endsWith('/')) continue;
      if (entries.size >= mostMembers) throw tooManyMembers(file, mostMembers);
      entries.set({ name, packedBytes: entry.compressedSize, bytes: entry.uncompressedSize }, entry);
    }
  } catch (error) {
    await bytes.close();
    throw error instanceof Error && error.name === 'UserError' ? error : damagedArchive(file, error);
  }
  return {
    members: [...entries.keys()],
    chunks: (member, onCut) => {
      const entry = entries.get(member);
      if (entry === undefined) throw new Error(`${member.name} is no member of ${file}`);
      return unpacked({ file: `${file}/${member.name}`, zip, entry, bytes, limits }, onCut);
    },
    close: bytes.close,
  };
}

type Packed = {
  readonly file: string;
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly bytes: RandomBytes;
  readonly limits: UnfoldLimits;
};

async function* unpacked(packed: Packed, onCut: (cut: Cut) => void): AsyncGenerator<Uint8Array> {
  const { file, zip, entry, bytes, limits } = packed;
  if (entry.isEncrypted()) throw protectedMember(file);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw unknownPacking(file, entry.compressionMethod);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((error: unknown) => {
    throw damagedArchive(file, error);
  });
  const raw = blocks(bytes, fileDataStart, entry.compressedSize);
  let cut = false;
  const note = (why: Cut): void => {
    cut = true;
    onCut(why);
  };
  const inflate = () => createInflateRaw({ chunkSize: unfoldBlock });
  const chunks = entry.compressionMethod === 0 ? raw : unfold(inflate(), 'zip', raw, note, limits);
  let sum = 0;
  let length = 0;
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    length += chunk.length;
    yield chunk;
  }
  if (!cut && sum !== entry.crc32)
    onCut({ id: 'truncated', values: { detail: 'zip', reason: 'damaged', bytes: length } });
}

async function* blocks(bytes: RandomBytes, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; ) {
    const block = Buffer.allocUnsafeSlow(Math.min(unfoldBlock, length - at));
    const got = await bytes.read(block, start + at);
    if (got === 0) return;
    yield block.subarray(0, got);
    at += got;
  }
}

/** The zip library's way of reading, over ours. */
class Reader extends RandomAccessReader {
  readonly #bytes: RandomBytes;

  constructor(bytes: RandomBytes) {
    super();
    this.#bytes = bytes;
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    void (async () => {
      for (let at = 0; at < length; ) {
        const got = await this.#bytes.read(target.subarray(offset + at, offset + length), position + at);
        if (got === 0) throw new Error('unexpected end of the file');
        at += got;
      }
    })().then(
      () => callback(null),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }
}
