import { once } from 'node:events';
import { createGunzip, type Gunzip, type InflateRaw } from 'node:zlib';
import type { SourceAccount } from '../model/reading.js';

/** How far a compressed file may unfold. Honest tables shrink to a twentieth, seldom to a hundredth; a bomb to a thousandth. */
export type UnfoldLimits = {
  /** The ratio is not looked at before this many bytes. */
  readonly freeBytes: number;
  readonly ratio: number;
  readonly bytes: number;
};

export const unfoldLimits: UnfoldLimits = { freeBytes: 8 * 1024 ** 2, ratio: 200, bytes: 64 * 1024 ** 3 };

export type Cut = NonNullable<SourceAccount['cut']>;

/** Bytes unpacked at a time. */
export const unfoldBlock = 256 * 1024;

/** Decompresses gzip; see `unfold`. */
export function gunzip(
  packed: AsyncIterable<Uint8Array>,
  onCut: (cut: Cut) => void,
  limits: UnfoldLimits = unfoldLimits,
): AsyncGenerator<Uint8Array> {
  return unfold(createGunzip({ chunkSize: unfoldBlock }), 'gzip', packed, onCut, limits);
}

/**
 * Decompresses as far as the data goes. Data that ends early, is damaged or unfolds beyond the limits is no
 * exception: everything before it is delivered and `onCut` is told why it stopped. `detail` names the kind of data.
 */
export async function* unfold(
  stream: Gunzip | InflateRaw,
  detail: string,
  packed: AsyncIterable<Uint8Array>,
  onCut: (cut: Cut) => void,
  limits: UnfoldLimits,
): AsyncGenerator<Uint8Array> {
  const signal = new Signal();
  let failure: Error | undefined;
  let ended = false;
  stream.on('readable', () => signal.raise());
  stream.on('end', () => signal.raise(() => (ended = true)));
  stream.on('error', (error) => signal.raise(() => (failure = error)));
  let given = 0;
  let unfolded = 0;

  /** Output up to the moment `done` says that all input given so far is used up. */
  async function* drain(done: () => boolean): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece: unknown = stream.read();
      if (piece instanceof Uint8Array) {
        unfolded += piece.length;
        yield piece;
      } else if (done() || ended || failure) {
        return;
      } else {
        await signal.wait();
      }
    }
  }

  try {
    for await (const chunk of packed) {
      if (ended) continue; // what follows the compressed data is padding
      given += chunk.length;
      let used = false;
      stream.write(chunk, () => signal.raise(() => (used = true)));
      for await (const piece of drain(() => used && stream.readableLength === 0)) {
        yield piece;
        const excess = beyond(limits, given, unfolded);
        if (excess) return onCut(excess);
      }
      if (failure) return onCut({ id: 'truncated', values: { detail, reason: 'damaged', bytes: unfolded } });
    }
    // Ending only now keeps what was unfolded before an early end from being lost with the error.
    stream.end();
    for await (const piece of drain(() => false)) yield piece;
    if (failure) onCut({ id: 'truncated', values: { detail, reason: 'ends-early', bytes: unfolded } });
  } finally {
    stream.destroy();
    if (!stream.closed) await once(stream, 'close').catch(() => undefined);
  }
}

function beyond(limits: UnfoldLimits, given: number, unfolded: number): Cut | undefined {
  if (unfolded > limits.bytes) return { id: 'limit-reached', values: { what: 'unfolded-bytes', limit: limits.bytes } };
  if (unfolded > limits.freeBytes && unfolded > given * limits.ratio) {
    return { id: 'limit-reached', values: { what: 'compression-ratio', limit: limits.ratio } };
  }
  return undefined;
}

/** One waiter, woken by any of several events; an event before the waiting is not lost. */
class Signal {
  #raised = false;
  #wake: (() => void) | undefined;

  raise(before?: () => void): void {
    before?.();
    this.#raised = true;
    this.#wake?.();
  }

  async wait(): Promise<void> {
    if (!this.#raised) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#raised = false;
    this.#wake = undefined;
  }
}
