import { isAscii, isUtf8, transcode } from 'node:buffer';
import { type Decision, decideByBytes, firstBeyondAscii, windowBytes } from './encoding.js';
import { openTail, walkUtf8 } from './utf8.js';

/** A piece of decoded text. */
export type TextBlock = {
  readonly text: string;
  /** Where in `text` a replacement character stands for bytes that could not be decoded. */
  readonly faults: readonly TextFault[];
};

export type TextFault = {
  readonly offset: number /** The first byte at fault, hex, where it is known. */;
  readonly byte?: string;
};

/**
 * Decodes a stream of bytes. While nothing but ASCII has come the encoding stays open; the first other byte and the
 * 64 KiB after it decide, wherever in the file they are. The result does not depend on how the bytes are cut.
 */
export class Decoder {
  readonly #declared: string | undefined;
  #decision: Decision;
  #codec: Codec | undefined;
  /** Bytes from the first beyond ASCII, until there are enough to decide. */
  #waiting: Uint8Array = new Uint8Array(0);

  constructor(decision: Decision, declared: string | undefined) {
    this.#declared = declared;
    this.#decision = decision;
    if (decision.decidedBy !== 'nothing') this.#codec = codecOf(decision.encoding);
  }

  get decision(): Decision {
    return this.#decision;
  }

  /** Text of the next bytes; `last` with the final ones. */
  push(bytes: Uint8Array, last: boolean): TextBlock {
    if (this.#codec) return this.#codec(bytes, last);
    const first = this.#waiting.length > 0 ? 0 : firstBeyondAscii(bytes);
    if (first < 0) return { text: asciiText(bytes), faults: [] };
    const before = asciiText(bytes.subarray(0, first));
    this.#waiting = joined(this.#waiting, bytes.subarray(first));
    if (this.#waiting.length < windowBytes && !last) return { text: before, faults: [] };
    const whole = last && this.#waiting.length <= windowBytes;
    this.#decision = decideByBytes(this.#waiting.subarray(0, windowBytes), whole, this.#declared);
    this.#codec = codecOf(this.#decision.encoding);
    const { text, faults } = this.#codec(this.#waiting, last);
    this.#waiting = new Uint8Array(0);
    return { text: before + text, faults: faults.map((fault) => ({ ...fault, offset: fault.offset + before.length })) };
  }
}

type Codec = (bytes: Uint8Array, last: boolean) => TextBlock;

function codecOf(encoding: string): Codec {
  return encoding === 'utf-8' ? utf8Codec() : otherCodec(encoding);
}

/** UTF-8 with its own care for cut sequences: checking and decoding whole blocks is far faster than a streaming decoder. */
function utf8Codec(): Codec {
  let tail: Uint8Array = new Uint8Array(0);
  return (bytes, last) => {
    const all = joined(tail, bytes);
    const end = last ? all.length : all.length - openTail(all);
    const body = all.subarray(0, end);
    tail = all.slice(end);
    if (isAscii(body)) return { text: asciiText(body), faults: [] };
    // Four times as fast as decoding to a string at once; it must only be given what is known to be UTF-8.
    if (isUtf8(body)) return { text: transcode(body, 'utf8', 'utf16le').toString('utf16le'), faults: [] };
    const faults = walkUtf8(body, false).faults.map(({ byte, offset }) => ({
      offset,
      byte: (body[byte] ?? 0).toString(16).toUpperCase().padStart(2, '0'),
    }));
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body), faults };
  };
}

/** Bytes a streaming decoder is given at least, and keeps no less for the end. */
const mouthful = 16;

/** Any other encoding. None of them can write U+FFFD but UTF-16, where it means the same: something was lost. */
function otherCodec(encoding: string): Codec {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let held: Uint8Array = new Uint8Array(0);
  return (bytes, last) => {
    // Node's decoder throws where a byte or two undo what came before and so yield more characters than it has room for.
    const all = joined(held, bytes);
    const end = last ? all.length : all.length < 2 * mouthful ? 0 : all.length - mouthful;
    held = all.slice(end);
    const text = decoder.decode(all.subarray(0, end), { stream: !last });
    const faults: TextFault[] = [];
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) faults.push({ offset: at });
    return { text, faults };
  };
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function asciiText(bytes: Uint8Array): string {
  return view(bytes).toString('latin1');
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length === 0 ? b : Buffer.concat([a, b]);
}
