import { escaped } from './cell-text.js';

/** Kinds of markup a scanner for plain elements does not expect, with their ends. */
const kinds: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * The text without comments and processing instructions from `from` on, marked character data written the plain way.
 * Nothing where the last of them is not closed yet. They are legal XML, though no spreadsheet program writes them.
 */
export function withoutAsides(text: string, from: number): string | undefined {
  let kept = text.slice(0, from);
  let at = from;
  for (;;) {
    const next = nextAside(text, at);
    if (next < 0) return kept + text.slice(at);
    const kind = kinds.find(([open]) => text.startsWith(open, next));
    // A declaration, or one of the above of which only the beginning has come.
    if (kind === undefined) return undefined;
    const [open, close] = kind;
    const end = text.indexOf(close, next + open.length);
    if (end < 0) return undefined;
    kept += text.slice(at, next);
    if (open === '<![CDATA[') kept += escaped(text.slice(next + open.length, end));
    at = end + close.length;
  }
}

/** Offset of the next comment, instruction or marked section, or -1. */
export function nextAside(text: string, from: number): number {
  const bang = afterBracket(text, '!', from);
  const question = afterBracket(text, '?', from);
  return bang < 0 ? question : question < 0 ? bang : Math.min(bang, question);
}

/** Offset of a `<` with this character behind it. The second is rare in markup, and the first is everywhere. */
function afterBracket(text: string, character: string, from: number): number {
  for (let at = text.indexOf(character, from + 1); at >= 0; at = text.indexOf(character, at + 1))
    if (text.charCodeAt(at - 1) === 60) return at - 1;
  return -1;
}
