/** What a stretch of bytes is when read as UTF-8. */
export type Utf8Walk = {
  /** Well-formed sequences of more than one byte. */
  readonly sequences: number;
  /** Places that are not UTF-8: offset of the byte, and of the replacement character in the decoded text. */
  readonly faults: readonly { readonly byte: number; readonly offset: number }[];
};

/** Continuation bytes a lead byte asks for; 0 where the byte can be no lead. */
function following(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}

/** Whether the byte may follow; the second byte of some leads has narrower bounds (no surrogates, no overlong forms). */
function mayFollow(lead: number, position: number, byte: number): boolean {
  if (position === 1) {
    if (lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
    if (lead === 0xed) return byte >= 0x80 && byte <= 0x9f;
    if (lead === 0xf0) return byte >= 0x90 && byte <= 0xbf;
    if (lead === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  }
  return byte >= 0x80 && byte <= 0xbf;
}

/**
 * Walks bytes as the WHATWG decoder does: every broken sequence, as far as it could have been one, is one fault and
 * one replacement character. With `open`, a sequence the end cuts off is no fault.
 */
export function walkUtf8(bytes: Uint8Array, open: boolean): Utf8Walk {
  const faults: { byte: number; offset: number }[] = [];
  let sequences = 0;
  let offset = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      offset++;
      continue;
    }
    const need = following(lead);
    let have = 0;
    while (have < need && mayFollow(lead, have + 1, bytes[at + have + 1] ?? 0)) have++;
    const cutOff = at + have + 1 >= bytes.length && have < need;
    if (need > 0 && have === need) sequences++;
    else if (!(open && cutOff)) faults.push({ byte: at, offset });
    at += have + 1;
    offset += have === 3 && need === 3 ? 2 : 1;
  }
  return { sequences, faults };
}

/** Bytes at the end that begin a sequence which may be completed by what follows. */
export function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return following(byte) >= back ? back : 0;
  }
  return 0;
}
