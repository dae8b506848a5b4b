import { createHash } from 'node:crypto';
import type { ByteSource, SourceAccount } from '../model/reading.js';
import type { Cut, UnfoldLimits } from './unfold.js';

/** A source whose first bytes have been looked at. `chunks` still gives everything, decompressed, once. */
export type Intake = ByteSource & {
  /** The first bytes, decompressed: `peekBytes` of them unless the file is shorter. */
  readonly start: Uint8Array;
  /** `start` is everything. */
  readonly whole: boolean;
  /** Why the decompressed bytes ended before the data did, as far as they have been read. */
  readonly cut: () => Cut | undefined;
  readonly finish: () => Promise<SourceAccount>;
  readonly close: () => Promise<void>;
};

/**
 * Opens a source: counts and hashes its raw bytes as they pass, decompresses gzip by its magic bytes, and reads the
 * first `peekBytes` ahead.
 */
export async function takeIn(source: ByteSource, peekBytes: number, limits?: UnfoldLimits): Promise<Intake> {
  const raw = new Tap(source.chunks()[Symbol.asyncIterator]());
  let cut: Cut | undefined;
  try {
    const first = await raw.peek(2);
    const packed = isGzip(first);
    // Most files are not compressed, and go without loading what decompresses.
    const unpack = packed ? (await import('./unfold.js')).gunzip : undefined;
    const plain = unpack === undefined ? raw.rest() : unpack(raw.rest(), (why) => (cut = why), limits);
    const pieces: Uint8Array[] = [];
    let length = 0;
    let whole = false;
    while (length < peekBytes) {
      const { done, value } = await plain.next();
      if (done) {
        whole = true;
        break;
      }
      pieces.push(value);
      length += value.length;
    }
    const start = Buffer.concat(pieces, length);
    return {
      name: source.name,
      ...(source.size !== undefined && { size: source.size }),
      ...(source.randomAccess !== undefined && !packed && { randomAccess: source.randomAccess }),
      start: start.subarray(0, peekBytes),
      whole,
      cut: () => cut,
      chunks: () => resume(pieces, plain),
      finish: async () => {
        const account = await raw.finish();
        // A file in an archive may have been cut before it came here.
        const why = cut ?? (await source.finish?.())?.cut;
        return why === undefined ? account : { ...account, cut: why };
      },
      close: async () => {
        await plain.return(undefined);
        await raw.close();
      },
    };
  } catch (error) {
    await raw.close();
    throw error;
  }
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

async function* resume(pieces: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
  yield* rest;
}

/** Passes raw bytes on, counting and hashing them. */
class Tap {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #hash = createHash('sha256');
  readonly #ahead: Uint8Array[] = [];
  #bytes = 0;
  #ended = false;
  #account: SourceAccount | undefined;

  constructor(source: AsyncIterator<Uint8Array>) {
    this.#source = source;
  }

  async #pull(): Promise<Uint8Array | undefined> {
    if (this.#ended) return undefined;
    const { done, value } = await this.#source.next();
    if (done) {
      this.#ended = true;
      return undefined;
    }
    this.#bytes += value.length;
    this.#hash.update(value);
    return value;
  }

  /** The first bytes, at least `count` of them if there are as many. */
  async peek(count: number): Promise<Uint8Array> {
    let start = Buffer.concat(this.#ahead);
    while (start.length < count) {
      const chunk = await this.#pull();
      if (!chunk) break;
      this.#ahead.push(chunk);
      start = Buffer.concat(this.#ahead);
    }
    return start;
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.#ahead.shift() ?? (await this.#pull());
      if (!chunk) return;
      yield chunk;
    }
  }

  /** Reads to the end, so that the digest is the whole file's even where reading stopped early. */
  async finish(): Promise<SourceAccount> {
    if (!this.#account) {
      while (await this.#pull());
      await this.close();
      this.#account = { bytes: this.#bytes, digest: this.#hash.digest('hex') };
    }
    return this.#account;
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }
}
