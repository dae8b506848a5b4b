import { markLength } from '../edit/editable.js';

/** Bytes that belong together, and where they go. */
export type Piece<Side> = { readonly side: Side; readonly bytes: Uint8Array };

export type LineLayout = {
  /** WHATWG name. */
  readonly encoding: string;
  /** What ends a line: LF, CR LF or a bare CR, or LF alone. */
  readonly lineEnds: 'any' | 'feed';
};

const feed = 10;
const carriageReturn = 13;

/**
 * Cuts a file between its lines without decoding it: in no encoding but UTF-16 does a byte of a line end stand in another
 * character. The byte order mark is a piece of its own. Neighbouring lines of one side come as one piece.
 * @param sideOf asked once for each line, in their order; lines count from 1
 * @param marked where the byte order mark goes
 */
export async function* linePieces<Side>(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, lineEnds }: LineLayout,
  sideOf: (line: number) => Side,
  marked: Side,
): AsyncGenerator<Piece<Side>> {
  const wide = /^utf-16/.test(encoding);
  const nextEnd = wide ? wideEnd(encoding === 'utf-16be', lineEnds) : narrowEnd(lineEnds);
  const unit = wide ? 2 : 1;
  let line = 0;
  let side = marked;
  /** The last unit was a CR that may be half of a line end. */
  let halved = false;
  let fresh = true;
  for await (const chunk of afterMark(evenly(chunks, unit), encoding)) {
    if (chunk.marked) {
      yield { side: marked, bytes: chunk.bytes };
      continue;
    }
    const { bytes } = chunk;
    const codeAt = (at: number): number => codeOf(bytes, at, unit, encoding);
    let start = 0;
    let at = 0;
    if (halved && codeAt(0) === feed) at = unit;
    if (halved) fresh = true;
    halved = false;
    const end = nextEnd(bytes);
    while (at < bytes.length) {
      if (fresh) {
        const next = sideOf(++line);
        if (next !== side && at > start) yield { side, bytes: bytes.subarray(start, at) };
        if (next !== side) start = at;
        side = next;
        fresh = false;
      }
      at = end(at);
      if (at >= bytes.length) break;
      const isReturn = codeAt(at) === carriageReturn;
      at += unit;
      if (isReturn && at >= bytes.length) halved = true;
      else if (isReturn && codeAt(at) === feed) at += unit;
      fresh = !halved;
    }
    if (start < bytes.length) yield { side, bytes: bytes.subarray(start) };
  }
}

/** Offset of the line end at or after a position, the chunk's length where it has none more; positions only grow. */
type NextEnd = (bytes: Uint8Array) => (from: number) => number;

function narrowEnd(lineEnds: LineLayout['lineEnds']): NextEnd {
  return (bytes) => {
    const find = (byte: number, from: number): number => {
      const at = bytes.indexOf(byte, from);
      return at < 0 ? bytes.length : at;
    };
    let nextFeed = -1;
    let nextReturn = lineEnds === 'feed' ? bytes.length : -1;
    return (from) => {
      if (nextFeed < from) nextFeed = find(feed, from);
      if (nextReturn < from) nextReturn = find(carriageReturn, from);
      return Math.min(nextFeed, nextReturn);
    };
  };
}

function wideEnd(bigEndian: boolean, lineEnds: LineLayout['lineEnds']): NextEnd {
  const [high, low] = bigEndian ? [0, 1] : [1, 0];
  return (bytes) => (from) => {
    for (let at = from; at + 1 < bytes.length; at += 2) {
      if (bytes[at + high] !== 0) continue;
      const code = bytes[at + low];
      if (code === feed || (code === carriageReturn && lineEnds === 'any')) return at;
    }
    return bytes.length;
  };
}

function codeOf(bytes: Uint8Array, at: number, unit: number, encoding: string): number {
  if (unit === 1) return bytes[at] ?? -1;
  const [high, low] = encoding === 'utf-16be' ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
  return high === undefined || low === undefined ? -1 : high * 256 + low;
}

/** The same bytes in pieces of whole units; half a unit at the very end stays with the last. */
async function* evenly(chunks: AsyncIterable<Uint8Array>, unit: number): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % unit);
    rest = bytes.slice(whole);
    if (whole > 0) yield bytes.subarray(0, whole);
  }
  if (rest.length > 0) yield rest;
}

type Marked = { readonly marked: boolean; readonly bytes: Uint8Array };

/** The byte order mark by itself, and what follows it. */
async function* afterMark(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Marked> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  const opening = function* (bytes: Uint8Array): Generator<Marked> {
    const length = markLength(bytes, encoding);
    if (length > 0) yield { marked: true, bytes: bytes.subarray(0, length) };
    if (length < bytes.length) yield { marked: false, bytes: bytes.subarray(length) };
  };
  for await (const chunk of chunks) {
    if (start === undefined) {
      yield { marked: false, bytes: chunk };
      continue;
    }
    start = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
    if (start.length < 4) continue;
    yield* opening(start);
    start = undefined;
  }
  if (start !== undefined) yield* opening(start);
}
