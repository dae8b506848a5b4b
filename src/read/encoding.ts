import { isAscii, isUtf8 } from 'node:buffer';
import type { Head } from '../model/reading.js';
import { notText, unknownEncoding } from './refusals.js';
import { walkUtf8 } from './utf8.js';

/** Bytes from the first that is not ASCII which decide the encoding. */
export const windowBytes = 64 * 1024;

export type Decision = {
  /** WHATWG name. */
  readonly encoding: string;
  readonly decidedBy: Head['decidedBy'];
  readonly certain: boolean;
  /** What the XML declaration says, where it says something else. */
  readonly contradicts?: string;
};

/**
 * Decides from the start of a file: the user's word, then a byte order mark, then UTF-16 by its zero bytes, then the
 * bytes themselves. Throws UserError for an unknown encoding name and for bytes that are no text.
 * `start` should hold `windowBytes` beyond the first byte that is not ASCII.
 */
export function decideAtStart(
  file: string,
  start: Uint8Array,
  whole: boolean,
  request?: string,
): Decision & { bom: number } {
  const mark = byteOrderMark(start);
  if (request !== undefined) {
    const encoding = requestedEncoding(request);
    return { encoding, decidedBy: 'request', certain: true, bom: mark?.encoding === encoding ? mark.length : 0 };
  }
  if (mark) return { encoding: mark.encoding, decidedBy: 'mark', certain: true, bom: mark.length };
  const wide = utf16ByZeros(start);
  if (wide) return { encoding: wide, decidedBy: 'bytes', certain: false, bom: 0 };
  if (isBinary(start)) throw notText(file);
  const first = firstBeyondAscii(start);
  if (first < 0) return { encoding: 'utf-8', decidedBy: 'nothing', certain: false, bom: 0 };
  const window = start.subarray(first, first + windowBytes);
  return { ...decideByBytes(window, whole && first + windowBytes >= start.length, declaredEncoding(start)), bom: 0 };
}

/**
 * Decides by bytes that begin with one beyond ASCII. UTF-8 hardly ever happens by chance; of the other two, text in
 * GB18030 is mostly pairs of common characters, and Windows-1252 read as GB18030 is not.
 */
export function decideByBytes(window: Uint8Array, whole: boolean, declared: string | undefined): Decision {
  const named = declared === undefined ? undefined : encodingNamed(declared);
  // A file that is UTF-8 throughout, as most are, is known at once; only another is walked to count what is wrong.
  const { sequences, faults } = whole && isUtf8(window) ? { sequences: 1, faults: [] } : walkUtf8(window, !whole);
  const contradicts = (encoding: string) =>
    declared !== undefined && named !== encoding ? { contradicts: declared } : {};
  if (sequences >= 4 * faults.length && sequences > 0) {
    return { encoding: 'utf-8', decidedBy: 'bytes', certain: faults.length === 0, ...contradicts('utf-8') };
  }
  const gb = tallyGb18030(window, whole);
  if (named === 'gb18030' && gb.common + gb.rare > gb.errors) {
    return { encoding: 'gb18030', decidedBy: 'declaration', certain: true };
  }
  if (named !== undefined && named !== 'utf-8' && !named.startsWith('utf-16') && named !== 'gb18030') {
    return { encoding: named, decidedBy: 'declaration', certain: true };
  }
  const chinese = gb.common > gb.rare && gb.common >= 2 * (gb.odd + 2 * gb.errors);
  const encoding = chinese ? 'gb18030' : 'windows-1252';
  return {
    encoding,
    decidedBy: 'bytes',
    certain: chinese && gb.errors === 0 && gb.common >= 4,
    ...contradicts(encoding),
  };
}

/** Offset of the first byte beyond ASCII, or -1. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  return isAscii(bytes) ? -1 : bytes.findIndex((byte) => byte >= 0x80);
}

/** WHATWG name of an encoding; GB 2312 and GBK are read as GB 18030, which contains them. */
export function encodingNamed(label: string): string | undefined {
  try {
    const name = new TextDecoder(label.trim()).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return undefined;
  }
}

/** @throws UserError for a name that is no encoding's */
export function requestedEncoding(label: string): string {
  const name = encodingNamed(label);
  if (name === undefined) throw unknownEncoding(label);
  return name;
}

/** The encoding an XML declaration names. */
export function declaredEncoding(start: Uint8Array): string | undefined {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, 512)).toString('latin1');
  return /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(text)?.[1];
}

function byteOrderMark(start: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c, d] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return { encoding: 'gb18030', length: 4 };
  return undefined;
}

/**
 * UTF-16 without a mark: many zero bytes in one half of every pair, hardly any in the other, and the characters every
 * table and message is full of stand as pairs with zero. A few stray NULs in other text are not enough.
 */
function utf16ByZeros(start: Uint8Array): string | undefined {
  if (start.indexOf(0) < 0) return undefined;
  const length = Math.min(start.length, windowBytes) & ~1;
  const zeros = [0, 0];
  const paired = [0, 0];
  const alone = [0, 0];
  for (let at = 0; at < length; at++) {
    const half = at % 2;
    if (start[at] === 0) zeros[half] = (zeros[half] ?? 0) + 1;
    if (!structural.has(start[at] ?? 0)) continue;
    const counts = start[at ^ 1] === 0 ? paired : alone;
    counts[half] = (counts[half] ?? 0) + 1;
  }
  const fits = (text: 0 | 1) => {
    const [full, none] = [zeros[1 - text] ?? 0, zeros[text] ?? 0];
    return full > length * 0.05 && none <= full * 0.05 && (paired[text] ?? 0) > 2 * (alone[text] ?? 0);
  };
  if (fits(0)) return 'utf-16le';
  return fits(1) ? 'utf-16be' : undefined;
}

/** Line ends and what else there is most of; in UTF-16 few other characters have these bytes. */
const structural = new Set([...'\n\r,"<'].map((character) => character.charCodeAt(0)));

/** No text: too many zero bytes (padding at the end aside) or control characters. */
function isBinary(start: Uint8Array): boolean {
  if (!/[\0-\x08\x0e-\x1f]/.test(Buffer.from(start.buffer, start.byteOffset, start.length).toString('latin1')))
    return false;
  let end = start.length;
  while (end > 0 && start[end - 1] === 0) end--;
  let zeros = 0;
  let controls = 0;
  for (let at = 0; at < end; at++) {
    const byte = start[at] ?? 0;
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  }
  return zeros > end * 0.01 + 8 || controls > end * 0.05 + 8;
}

/** `common`: everyday hanzi and punctuation; `rare`: other pairs; `odd`: what Western text looks like; `errors`: no GB18030. */
type GbTally = { common: number; rare: number; odd: number; errors: number };

function tallyGb18030(bytes: Uint8Array, whole: boolean): GbTally {
  const tally = { common: 0, rare: 0, odd: 0, errors: 0 };
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    if (at + 1 >= bytes.length && !whole) break;
    const trail = bytes[at + 1] ?? 0;
    if (isFourByte(bytes, at)) {
      tally.rare++;
      at += 4;
    } else if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) {
      if (at + 4 > bytes.length && !whole) break;
      tally.errors++;
      at++;
    } else {
      tally[pairKind(lead, trail, isLetter(bytes[at - 1]) && isLetter(bytes[at + 2]))]++;
      at += 2;
    }
  }
  return tally;
}

function isFourByte(bytes: Uint8Array, at: number): boolean {
  const [lead = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  const inner = second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xfe;
  return lead >= 0x81 && lead <= 0xfe && inner && fourth >= 0x30 && fourth <= 0x39;
}

function pairKind(lead: number, trail: number, insideWord: boolean): 'common' | 'rare' | 'odd' {
  // One hanzi within a Latin word, or a hanzi whose second byte is an ASCII letter: `é` and its neighbours.
  if (insideWord || trail < 0x80) return 'odd';
  const everyday = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3);
  return everyday && trail >= 0xa1 ? 'common' : 'rare';
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
