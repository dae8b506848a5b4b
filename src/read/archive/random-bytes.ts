import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RandomBytes } from '../../model/reading.js';
import { tooLargeForPipe } from './refusals.js';

/** Bytes kept in memory; what is larger goes to a temporary file. */
const memoryBytes = 64 * 1024 ** 2;
/** Bytes kept aside at all. */
const asideBytes = 8 * 1024 ** 3;

/** Bytes in memory. */
export function bytesInMemory(bytes: Uint8Array): RandomBytes {
  return {
    size: bytes.length,
    read: async (target, offset) => {
      const part = bytes.subarray(offset, offset + target.length);
      target.set(part);
      return part.length;
    },
    close: async () => undefined,
  };
}

/** Bytes of an open file; closing them closes it. */
export function bytesOfHandle(handle: FileHandle, size: number): RandomBytes {
  return {
    size,
    read: async (target, offset) => {
      const { bytesRead } = await handle.read(target, 0, target.length, offset);
      return bytesRead;
    },
    close: async () => handle.close(),
  };
}

/**
 * Keeps a stream aside so that it can be read from anywhere: in memory, or beyond 64 MiB in a temporary file that nobody
 * else can open and that is removed in any case. Throws UserError beyond 8 GiB.
 */
export async function keepAside(file: string, chunks: AsyncIterable<Uint8Array>): Promise<RandomBytes> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let disk: TemporaryFile | undefined;
  try {
    for await (const chunk of chunks) {
      if (length + chunk.length > asideBytes) throw tooLargeForPipe(file, asideBytes);
      if (disk === undefined && length + chunk.length > memoryBytes) {
        disk = await temporaryFile();
        for (const piece of pieces.splice(0)) await disk.handle.appendFile(piece);
      }
      if (disk === undefined) pieces.push(chunk);
      else await disk.handle.appendFile(chunk);
      length += chunk.length;
    }
  } catch (error) {
    await disk?.remove();
    throw error;
  }
  if (disk === undefined) return bytesInMemory(Buffer.concat(pieces, length));
  return { ...bytesOfHandle(disk.handle, length), close: disk.remove };
}

type TemporaryFile = { readonly handle: FileHandle; readonly remove: () => Promise<void> };

async function temporaryFile(): Promise<TemporaryFile> {
  const path = join(tmpdir(), `borderlint-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  // Where the system lets an open file go, it is gone at once, whatever becomes of this process.
  await rm(path, { force: true }).catch(() => undefined);
  const remove = async (): Promise<void> => {
    await handle.close();
    await rm(path, { force: true });
  };
  return { handle, remove };
}
