import type { VocabularyKeywords } from '../model/condition.js';

type Encoding = NonNullable<VocabularyKeywords['byteLength']>['encoding'];

/** At most `max` bytes in this encoding. */
export function byteLength(value: string, { max, encoding }: NonNullable<VocabularyKeywords['byteLength']>): boolean {
  // No character takes more than three bytes per UTF-16 unit in UTF-8, or four in GB 18030.
  return value.length * (encoding === 'gb18030' ? 4 : 3) <= max || byteCount(value, encoding) <= max;
}

/** Bytes the text takes in this encoding. A lone surrogate counts as the replacement character an encoder would write. */
export function byteCount(value: string, encoding: Encoding): number {
  let bytes = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (encoding === 'gb18030') bytes += code <= 0xffff && doubleBytes()[code] === 1 ? 2 : 4;
    else bytes += code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

let known: Uint8Array | undefined;

/**
 * 1 for the characters GB 18030 writes in two bytes: everything its two-byte area decodes to. All other characters
 * beyond ASCII take four.
 */
function doubleBytes(): Uint8Array {
  if (known !== undefined) return known;
  const area: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) area.push(lead, trail);
  }
  const table = new Uint8Array(0x10000);
  for (const character of new TextDecoder('gb18030').decode(Uint8Array.from(area))) {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0xffff) table[code] = 1;
  }
  known = table;
  return table;
}
