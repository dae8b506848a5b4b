/**
 * Whether these texts hold every word of the search; case, width and the spelling of dashes do not count.
 * Without a search everything does.
 */
export function holds(search: string | undefined, texts: readonly (string | undefined)[]): boolean {
  if (search === undefined) return true;
  const whole = fold(texts.flatMap((text) => text ?? []).join('\n'));
  return fold(search)
    .split(' ')
    .every((word) => whole.includes(word));
}

/** Ids and numbers as people write them: any case, full or half width, any dash, spaces or slashes. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[–—−]/gu, '-').replace(/\s+/gu, ' ').trim();
}

/** A standard's number and its slug fold to the same. */
export function foldId(text: string): string {
  return fold(text).replace(/[\s/-]+/gu, '-');
}
