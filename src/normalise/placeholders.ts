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
