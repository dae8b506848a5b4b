import type { Column } from '../model/format.js';

/**
 * Two headers are the same when they agree after: NFKC, white space folded, required marks (* ★) and a closing colon
 * dropped, case folded.
 */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\p{White_Space}\u200b\ufeff]+/gu, ' ')
    .trim()
    .replace(/^[*★\s]+|[*★\s]+$/gu, '')
    .replace(/\s*:$/u, '')
    .toLowerCase();
}

/** The same without bracketed notes at its end: `净重(KG)`, `HSCODE(枚举值…)(海关十位编码)`. */
export function foldHeaderWithoutNote(header: string): string {
  let folded = foldHeader(header);
  for (;;) {
    const shorter = folded.replace(/\s*\([^()]*\)$/u, '').trim();
    if (shorter === folded || shorter === '') return folded;
    folded = shorter;
  }
}

/** Finds the column a header stands for: by exact name or alias first, then without its bracketed note, then by pattern. */
export function columnFinder(columns: readonly Column[]): (header: string) => Column | undefined {
  const exact = new Map<string, Column>();
  const bare = new Map<string, Column>();
  const patterns: (readonly [RegExp, Column])[] = [];
  for (const column of columns) {
    for (const name of [column.name, ...column.aliases].filter((one) => one !== '')) {
      if (!exact.has(foldHeader(name))) exact.set(foldHeader(name), column);
      if (!bare.has(foldHeaderWithoutNote(name))) bare.set(foldHeaderWithoutNote(name), column);
    }
    if (column.pattern !== undefined) patterns.push([new RegExp(column.pattern, 'iu'), column]);
  }
  return (header) =>
    exact.get(foldHeader(header)) ??
    exact.get(foldHeaderWithoutNote(header)) ??
    bare.get(foldHeaderWithoutNote(header)) ??
    patterns.find(([pattern]) => pattern.test(header.trim()))?.[1];
}
