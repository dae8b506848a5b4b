import type { ByteSource } from '../model/reading.js';

/** Bytes at hand as a source. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
