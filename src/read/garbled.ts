import { once } from '../model/on-demand.js';
import type { Head } from '../model/reading.js';
import type { Notices } from './notices.js';
import { placeWithin } from './places.js';

/** Text that was read in a wrong encoding before it was saved; `meant` is what it was, where that can be worked out. */
export type Garbled = { readonly offset: number; readonly shown: string; readonly meant?: string };

/** Letters and signs of Western Europe, as UTF-8 or GBK look when they are taken for such. */
const western =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}/gu;
/** UTF-8 of Chinese taken for GBK: hanzi, most of them ones nobody uses, and what else GBK has. */
const strange = /[\u2e80-\u9fff\ue000-\uf8ff\u0370-\u045f\u20ac\u2460-\u25ff]{3,}/gu;
/** The mark of lost characters, and that mark taken for GBK. */
const lost = /(?:锟斤拷)+|\uFFFD+/gu;

const longestShown = 24;

/**
 * The garbled texts of a stretch of text, in order. Only what turns into sensible text on the way back counts: an accented
 * name is no garbled text, and no common Chinese text is.
 */
export function findGarbled(text: string): readonly Garbled[] {
  if (!/[^\0-\u007f]/u.test(text)) return [];
  const found: Garbled[] = [];
  for (const match of text.matchAll(lost)) found.push({ offset: match.index, shown: match[0] });
  for (const { index, 0: run } of text.matchAll(western)) {
    const meant = utf8OfWestern(run) ?? gbkOfWestern(run);
    if (meant !== undefined) found.push({ offset: index, shown: cut(run), ...sense(meant) });
  }
  for (const { index, 0: run } of text.matchAll(strange)) {
    const meant = utf8OfGbk(run);
    if (meant !== undefined) found.push({ offset: index, shown: cut(run), ...sense(meant) });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** Says what of a file's beginning is garbled: its first place and how often. */
export function noteGarbled(notices: Notices, { text, bytes, encoding }: Head): void {
  // What could not be decoded has a notice of its own.
  const undecodable =
    encoding !== 'utf-8' || !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('\uFFFD');
  const garbled = findGarbled(text).filter(({ shown }) => shown !== '\uFFFD' || !undecodable);
  const [first] = garbled;
  if (first === undefined) return;
  const { offset, shown, meant } = first;
  const place = placeWithin(text, offset, { line: 1, column: 1 });
  const values = { shown, ...(meant !== undefined && { meant }), count: garbled.length };
  notices.add('text-garbled', 'fault', place, values);
}

/** Texts looked at in a workbook: about as much as of other files. */
const textsLookedAt = 5000;

/** The garbled ones among the texts of a workbook. */
export function garbledTexts(texts: readonly string[]): ReadonlyMap<string, Garbled> {
  const found = new Map<string, Garbled>();
  for (const text of texts.slice(0, textsLookedAt)) {
    const [first] = findGarbled(text);
    if (first !== undefined) found.set(text, first);
  }
  return found;
}

/** A byte order mark, garbled, says nothing. */
function sense(meant: string): { readonly meant?: string } {
  return /^[\s\uFEFF]*$/u.test(meant) ? {} : { meant: cut(meant) };
}

/** `Ã©` → `é`. */
function utf8OfWestern(run: string): string | undefined {
  const bytes = windows1252(run);
  if (bytes === undefined || !/[\u00c2-\u00f4]/u.test(run)) return undefined;
  const meant = decode(bytes, 'utf-8');
  return meant === undefined || meant === run ? undefined : meant;
}

/** `ÉÌÆ·` → `商品`: pairs of bytes that are everyday hanzi, one and all. */
function gbkOfWestern(run: string): string | undefined {
  const bytes = windows1252(run);
  if (bytes === undefined || bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  // Two pairs of letters may be letters.
  if (bytes.length === 4 && !/[\u00a1-\u00bf×÷]/u.test(run)) return undefined;
  for (let at = 0; at < bytes.length; at += 2) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0xb0 || lead > 0xd7 || trail < 0xa1) return undefined;
  }
  return decode(bytes, 'gb18030');
}

/** `鍟嗗搧` → `商品`. A last character of which a byte was lost is left out. */
function utf8OfGbk(run: string): string | undefined {
  // The first must begin a hanzi of UTF-8; genuine text hardly ever gets so far, and never much further.
  if (!beginnings().has(run.charAt(0))) return undefined;
  const bytes: number[] = [];
  for (const character of run) {
    const pair = character === '€' ? [0x80] : gbkBytes().get(character);
    if (pair === undefined) return undefined;
    bytes.push(...pair);
  }
  for (let less = 0; less < 3 && bytes.length - less >= 6; less++) {
    const meant = decode(Uint8Array.from(bytes.slice(0, bytes.length - less)), 'utf-8');
    if (meant !== undefined) return /\p{Script=Han}{2}/u.test(meant) ? meant : undefined;
  }
  return undefined;
}

type PairsOfBytes = ReadonlyMap<string, readonly [lead: number, trail: number]>;
type Span = readonly [first: number, last: number];

/** What the first two bytes of a hanzi in UTF-8 are in GBK: few enough to be worked out for any Chinese file. */
const beginnings = once(() => charactersOf([0xe3, 0xe9], [0x80, 0xbf]));
const gbkBytes = once(() => charactersOf([0x81, 0xfe], [0x40, 0xfe]));

/** Characters of GBK by their two bytes. */
function charactersOf([firstLead, lastLead]: Span, [firstTrail, lastTrail]: Span): PairsOfBytes {
  const pairs: (readonly [number, number])[] = [];
  for (let lead = firstLead; lead <= lastLead; lead++)
    for (let trail = firstTrail; trail <= lastTrail; trail++) if (trail !== 0x7f) pairs.push([lead, trail]);
  const lines = Uint8Array.from(pairs.flatMap(([lead, trail]) => [lead, trail, 10]));
  const texts = new TextDecoder('gbk').decode(lines).split('\n');
  return new Map(
    pairs.flatMap((pair, index) => {
      const text = texts[index] ?? '';
      return text.length === 1 && text !== '\uFFFD' ? [[text, pair] as const] : [];
    }),
  );
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes 0x80 to 0x9f of Windows-1252, by what they show. */
const shownAbove = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const above = shownAbove.indexOf(text.charAt(at));
    if (above >= 0) bytes[at] = 0x80 + above;
    else if (code <= 0xff) bytes[at] = code;
    else return undefined;
  }
  return bytes;
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
