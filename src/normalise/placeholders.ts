import type { DocumentKind } from '../model/document.js';

type IsPlaceholder = (text: string) => boolean;

const made = new WeakMap<readonly string[], IsPlaceholder>();

/** Whether a text, trimmed, is a word that only fills its cell; undefined for a document kind that names none. */
export function placeholderOf({ placeholders }: DocumentKind): IsPlaceholder | undefined {
  if (placeholders === undefined) return undefined;
  const known = made.get(placeholders);
  if (known !== undefined) return known;
  const words = new Set(placeholders.map(fold));
  const longest = Math.max(...[...words].map((word) => word.length));
  const starts = new Set([...words].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));
  // Nearly every cell is told by its first character.
  const is: IsPlaceholder = (text) => text.length <= longest && starts.has(text.charCodeAt(0)) && words.has(fold(text));
  made.set(placeholders, is);
  return is;
}

function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

const adjusted = new WeakMap<readonly string[], Map<DocumentKind, DocumentKind>>();

/** The document kind with these words of the user among its own, or, behind a hyphen (`-test`), no longer among them. */
export function withPlaceholders(document: DocumentKind, words: readonly string[]): DocumentKind {
  const known = adjusted.get(words) ?? new Map<DocumentKind, DocumentKind>();
  adjusted.set(words, known);
  const made = known.get(document);
  if (made !== undefined) return made;
  const left = new Set(words.flatMap((word) => (isLeftOut(word) ? [fold(word.slice(1))] : [])));
  const own = [...(document.placeholders ?? []), ...words.filter((word) => !isLeftOut(word))];
  const placeholders = own.filter((word) => !left.has(fold(word)));
  // Member by member: those of a catalogue as built are read when asked for, and a copy of the whole would lack them.
  const { id, title, description, key, fields, parts } = document;
  const named = placeholders.length === 0 ? {} : { placeholders };
  const changed = { id, title, description, key, fields, parts, ...named };
  known.set(document, changed);
  return changed;
}

function isLeftOut(word: string): boolean {
  return word.length > 1 && word.startsWith('-');
}
