import { ValueEnd } from './json-value-end.js';

/** What the first characters of a file tell of its container. Cheap to ask: a reader is loaded when its file comes. */
export function beginsXml(text: string): boolean {
  return /^[\s\uFEFF]*<(\?xml|!--|!DOCTYPE|[A-Za-z_\u00C0-\uFFFD][^\s,;|]*[\s/>])/.test(text);
}

/** The text begins as a JSON object, or as a JSON array and not a table that begins with a bracket. */
export function beginsJson(text: string): boolean {
  return /^\s*(\{|\[\s*(["{[\]\-\d]|true|false|null|$))/.test(text);
}

/** An object ends and another begins on a later line: JSON lines. */
export function beginsJsonLines(text: string): boolean {
  const start = text.search(/\S/);
  if (text.charAt(start) !== '{') return false;
  const end = new ValueEnd().scan(text, start);
  return end >= 0 && /^[^\S\n]*\n\s*\{/.test(text.slice(end, end + 1000));
}
