import type { Column } from '../model/format.js';

const invisible = /[\p{White_Space}\u200b\ufeff]+/gu;
const note = /\s*\([^()]*\)$/u;

/** ASCII letters, digits and inner punctuation with single spaces between. */
const plain = /^[A-Za-z0-9(][A-Za-z0-9_.()/'-]*(?: [A-Za-z0-9_.()/'-]+)*$/;

/**
 * Two headers are the same when they agree after: NFKC, white space folded, required marks (* ★) and a closing colon
 * dropped, case folded.
 */
export function foldHeader(header: string): string {
  // Most headers are plain words, and nothing but their case needs folding.
  if (plain.test(header)) return header.toLowerCase();
  return header
    .normalize('NFKC')
    .replace(invisible, ' ')
    .trim()
    .replace(/^[*★\s]+|[*★\s]+$/gu, '')
    .replace(/\s*:$/u, '')
    .toLowerCase();
}

/** The header without the last of its bracketed notes, without the last two, and so on: `HSCODE(枚举值…)(海关十位编码)`. */
function* withFewerNotes(folded: string): Generator<string> {
  for (let rest = folded; ; ) {
    const shorter = rest.replace(note, '').trim();
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

/** Names under which a column is known; a family of columns known by its pattern has none. */
export function namesOf({ name, aliases, pattern }: Column): readonly string[] {
  return name === '' || name === pattern ? aliases : [name, ...aliases];
}

export type FindColumn = (header: string) => Column | undefined;

/**
 * Finds the column a header stands for: by its whole name or alias, then by pattern, then without the bracketed notes at
 * its end. In that order, or `Type (product.metafields.custom.type)` would be read as `Type`. A name that itself ends in a
 * note is only ever found whole: `Weight (kg)` is not what `Weight` or `Weight (st)` says.
 */
export function columnFinder(columns: readonly Column[]): FindColumn {
  const known = finders.get(columns);
  if (known !== undefined) return known;
  const finder = createFinder(columns);
  finders.set(columns, finder);
  return finder;
}

/** A format's finder serves recognition and every file of the format. */
const finders = new WeakMap<readonly Column[], FindColumn>();

function createFinder(columns: readonly Column[]): FindColumn {
  const whole = new Map<string, Column>();
  const patterns: (readonly [RegExp, Column])[] = [];
  for (const column of columns) {
    for (const folded of namesOf(column).map(foldHeader)) {
      if (!whole.has(folded)) whole.set(folded, column);
    }
    if (column.pattern !== undefined) patterns.push([headerPattern(column.pattern), column]);
  }
  const byPattern = (header: string): Column | undefined => patterns.find(([pattern]) => pattern.test(header))?.[1];
  return (header) => {
    const folded = foldHeader(header);
    if (folded === '') return undefined;
    const found = whole.get(folded) ?? byPattern(header.replace(invisible, ' ').trim());
    if (found !== undefined) return found;
    for (const shorter of withFewerNotes(folded)) {
      const column = whole.get(shorter);
      if (column !== undefined) return column;
    }
    return undefined;
  };
}

/** A header's pattern, in any case; Unicode's rules of case cost a millisecond a pattern, so only what needs them has them. */
function headerPattern(pattern: string): RegExp {
  return new RegExp(pattern, /^(?:(?!\\[pu])[\x20-\x7e])*$/.test(pattern) ? 'i' : 'iu');
}
