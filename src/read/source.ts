import { open, stat } from 'node:fs/promises';
import type { ByteSource, RandomBytes } from '../model/reading.js';
import { isFolder, noSuchFile, systemCode, unreadable } from './refusals.js';

/** Bytes read at a time. */
const blockBytes = 256 * 1024;
/** What a small file is asked for once it should have ended. */
const smallBlock = 4096;

/** The source of a path as the user gave it; `-` is standard input. Throws UserError for what cannot be read. */
export async function sourceOf(path: string): Promise<ByteSource> {
  return path === '-' ? standardInput() : fileSource(path);
}

/** A file, read in blocks; the handle is closed when the reading ends or is left. */
export async function fileSource(path: string): Promise<ByteSource> {
  const stats = await stat(path).catch((error: unknown) => {
    throw asUserError(path, error);
  });
  if (stats.isDirectory()) throw isFolder(path);
  return {
    name: path,
    // A pipe has no size of its own.
    ...(stats.isFile() && { size: stats.size, randomAccess: async () => randomAccess(path) }),
    chunks: () => readBlocks(path, stats.isFile() ? stats.size : undefined),
  };
}

async function randomAccess(path: string): Promise<RandomBytes> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw asUserError(path, error);
  });
  const { size } = await handle.stat();
  return {
    size,
    read: async (target, offset) => (await handle.read(target, 0, target.length, offset)).bytesRead,
    close: async () => handle.close(),
  };
}

/** Standard input, named `-` in reports. */
export function standardInput(stream: AsyncIterable<Uint8Array> = process.stdin): ByteSource {
  return { name: '-', chunks: () => relay('-', stream) };
}

/** @param size what the file held when it was listed: a small one needs no big block; it may have grown since */
async function* readBlocks(path: string, size = blockBytes): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw asUserError(path, error);
  });
  const rest = Math.min(blockBytes, Math.max(size, smallBlock));
  // A fresh block each time: readers may keep what they were given.
  const read = (bytes: number) => handle.read(Buffer.allocUnsafeSlow(bytes), 0, bytes, null);
  let ahead = read(rest);
  try {
    for (;;) {
      const { bytesRead, buffer } = await ahead;
      if (bytesRead === 0) return;
      // The next block is fetched while this one is worked on.
      ahead = read(size < blockBytes ? smallBlock : blockBytes);
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw asUserError(path, error);
  } finally {
    await ahead.catch(() => undefined);
    await handle.close();
  }
}

async function* relay(name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw asUserError(name, error);
  }
}

function asUserError(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return noSuchFile(path, undefined);
  if (code === 'EISDIR') return isFolder(path);
  return code === undefined ? error : unreadable(path, error);
}
