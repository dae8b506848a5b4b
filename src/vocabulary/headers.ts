const invisible = /[\p{White_Space}\u200b\ufeff]+/gu;
const note = /\s*\([^()]*\)$/u;

/** ASCII letters, digits and inner punctuation with single spaces between. */
const plain = /^[A-Za-z0-9(][A-Za-z0-9_.()/'-]*(?: [A-Za-z0-9_.()/'-]+)*$/;
const required = /\s*\((?:required|mandatory|必填|obligatoire)\)$/u;

/**
 * Two headers are the same when they agree after: NFKC, white space folded, required marks (* ★, "(required)") and a
 * closing colon dropped, case folded.
 */
export function foldHeader(header: string): string {
  // Most headers are plain words, and nothing but their case needs folding.
  if (plain.test(header)) return header.toLowerCase().replace(required, '');
  return header
    .normalize('NFKC')
    .replace(invisible, ' ')
    .trim()
    .replace(/^[*★\s]+|[*★\s]+$/gu, '')
    .replace(/\s*:$/u, '')
    .toLowerCase()
    .replace(required, '');
}

/** White space of any kind as single spaces, none around. */
export function plainHeader(header: string): string {
  return header.replace(invisible, ' ').trim();
}

/** The header without the last of its bracketed notes, without the last two, and so on: `HSCODE(枚举值…)(海关十位编码)`. */
export function* withFewerNotes(folded: string): Generator<string> {
  for (let rest = folded; rest.endsWith(')'); ) {
    // A mark may stand before the note: `Product ID* (GTIN)`.
    const shorter = rest.replace(note, '').replace(/[*★\s]+$/u, '');
    if (shorter === rest || shorter === '') return;
    rest = shorter;
    yield rest;
  }
}

/** What stands in the brackets at the end of a header; it often is the unit. Folded, the last one first. */
export function headerNotes(header: string): readonly string[] {
  const notes: string[] = [];
  for (let rest = foldHeader(header); ; ) {
    const found = /\(([^()]*)\)$/u.exec(rest);
    if (found === null) return notes;
    notes.push((found[1] ?? '').trim());
    rest = rest.slice(0, found.index).trim();
  }
}
