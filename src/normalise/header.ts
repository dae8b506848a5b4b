import type { Column, Format } from '../model/format.js';
import { foldHeader, plainHeader, withFewerNotes } from '../vocabulary/headers.js';

/** Names under which a column is known; a family of columns known by its pattern has none. */
export function namesOf({ name, aliases, pattern, recalled = [] }: Column): readonly string[] {
  return name === '' || name === pattern ? [...aliases, ...recalled] : [name, ...aliases, ...recalled];
}

export type FindColumn = (header: string) => Column | undefined;

/**
 * Finds the column a header stands for: by its whole name or alias, then by pattern, then without the bracketed notes at
 * its end. In that order, or `Type (product.metafields.custom.type)` would be read as `Type`. A name that itself ends in a
 * note is only ever found whole: `Weight (kg)` is not what `Weight` or `Weight (st)` says.
 */
export function columnFinder(format: Format): FindColumn {
  const known = finders.get(format);
  if (known !== undefined) return known;
  const finder = createFinder(format.columns, withoutQualifiers(format));
  finders.set(format, finder);
  return finder;
}

/** A format's finder serves recognition and every file of the format. */
const finders = new WeakMap<Format, FindColumn>();

/** Takes off what a header says of marketplace and language: `item_name[language_tag=fr_FR]#1.value`. */
function withoutQualifiers({ table }: Format): (header: string) => string {
  if (table?.qualifiers === undefined) return (header) => header;
  const pattern = new RegExp(table.qualifiers.pattern, 'giu');
  return (header) => header.replace(pattern, '');
}

function createFinder(columns: readonly Column[], bare: (header: string) => string): FindColumn {
  const whole = new Map<string, Column>();
  const patterns: (readonly [RegExp, Column])[] = [];
  for (const column of columns) {
    for (const folded of namesOf(column).map(foldHeader)) {
      if (!whole.has(folded)) whole.set(folded, column);
    }
    if (column.pattern !== undefined) patterns.push([headerPattern(column.pattern), column]);
  }
  const byPattern = (header: string): Column | undefined => patterns.find(([pattern]) => pattern.test(header))?.[1];
  return (written) => {
    const header = bare(written);
    const folded = foldHeader(header);
    if (folded === '') return undefined;
    const found = whole.get(folded) ?? byPattern(plainHeader(header));
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
