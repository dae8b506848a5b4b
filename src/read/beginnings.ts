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

/** The text begins as parts joined with `||`: one member and on to another. */
export function beginsJoinedJson(text: string): boolean {
  return /^\s*"[^"\\\n]{1,100}"\s*:/.test(text) && /\|\|\s*"[^"\\\n]{1,100}"\s*:/.test(text);
}

/** Names and values of a form up to the value that is JSON; its own name is the last. */
export const formJsonStart = /^\s*(?:[\w.-]+=[^&\s{]*&)*([\w.-]+)=(?=\s*(?:%7B|%5B|\{|\[\s*\{))/i;

/** The text is a form, one value of which begins as JSON. */
export function beginsFormJson(text: string): boolean {
  return formJsonStart.test(text);
}

/** Whether a file begins as a wrapper of the data exchange platform (DxpMsg, DxpMsgSv), which holds another file. */
export function beginsTransport(start: Uint8Array): boolean {
  // Most files are told by their first character.
  const first = start.find((byte) => byte > 0x20 && byte < 0x80);
  if (first !== 0x3c) return false;
  const text = asciiOf(start.subarray(0, 4096));
  return /<(?:[\w.-]+:)?DxpMsg(?:Sv)?[\s>]/.test(text) && text.includes('http://www.chinaport.gov.cn/dxp');
}

/** Bytes as text for what is ASCII in any encoding: others as they come, the zero bytes of UTF-16 left out. */
export function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').replaceAll('\0', '');
}
