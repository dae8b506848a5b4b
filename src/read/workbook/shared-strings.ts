import { damagedWorkbook, tooMuchText } from '../archive/refusals.js';
import { itemText } from './cell-text.js';
import { nextAside, withoutAsides } from './markup.js';
import type { WorkbookPackage } from './package.js';
import { xmlDecoder } from './plain-xml.js';

/** Characters all texts of a workbook may have together; they are kept in memory. */
const mostCharacters = 256 * 1024 ** 2;
/** Characters of one text with its markup. */
const longestItem = 16 * 1024 ** 2;

/** The texts a workbook keeps in one place and names by number. Throws UserError where they cannot be unpacked or are too many. */
export async function readSharedStrings({ file, zip, sharedStrings }: WorkbookPackage): Promise<readonly string[]> {
  if (sharedStrings === undefined) return [];
  const scanner = new StringItems();
  let cut = false;
  let length = 0;
  let input: ReturnType<typeof xmlDecoder> | undefined;
  for await (const chunk of zip.chunks(sharedStrings, () => (cut = true))) {
    const first = input === undefined;
    input ??= xmlDecoder(chunk);
    const { text } = input.decoder.push(first ? chunk.subarray(input.skip) : chunk, false);
    length += text.length;
    if (length > mostCharacters) throw tooMuchText(file, mostCharacters);
    scanner.feed(text);
    if (scanner.pending > longestItem) throw tooMuchText(file, longestItem);
  }
  if (cut || !scanner.complete) throw damagedWorkbook(file, sharedStrings.name);
  return scanner.texts;
}

/** Cuts the part into its items, fed in pieces of any size. */
class StringItems {
  readonly texts: string[] = [];
  #text = '';
  #prefix: string | undefined;
  #ended = false;

  /** The end of the list has been seen. */
  get complete(): boolean {
    return this.#ended;
  }

  /** Characters of an item that is not whole yet. */
  get pending(): number {
    return this.#text.length;
  }

  feed(piece: string): void {
    this.#text += piece;
    if (this.#prefix === undefined && !this.#readRoot()) return;
    const prefix = this.#prefix ?? '';
    const clean = nextAside(this.#text, 0) < 0 ? this.#text : withoutAsides(this.#text, 0);
    if (clean === undefined) return;
    this.#text = clean;
    this.#take(prefix);
  }

  #readRoot(): boolean {
    const root = /<([\w.-]+:)?sst(?=[\s/>])[^>]*>/u.exec(this.#text);
    if (root === null) return false;
    this.#prefix = root[1] ?? '';
    this.#ended = root[0].endsWith('/>');
    this.#text = this.#text.slice(root.index + root[0].length);
    return true;
  }

  #take(prefix: string): void {
    const text = this.#text;
    const open = `<${prefix}si`;
    const close = `</${prefix}si>`;
    const simple = `<${prefix}t>`;
    let at = 0;
    for (;;) {
      const start = text.indexOf(open, at);
      if (start < 0) break;
      const inner = text.indexOf('>', start) + 1;
      if (inner === 0) break;
      if (text.charCodeAt(inner - 2) === 47) {
        this.texts.push('');
        at = inner;
        continue;
      }
      const end = text.indexOf(close, inner);
      if (end < 0) break;
      this.texts.push(this.#item(text, inner, end, prefix, simple));
      at = end + close.length;
    }
    const rest = text.slice(at);
    if (!this.#ended && rest.includes(`</${prefix}sst`) && !rest.includes(open)) this.#ended = true;
    this.#text = rest;
  }

  #item(text: string, from: number, to: number, prefix: string, simple: string): string {
    // Nearly every item is one plain text.
    if (text.startsWith(simple, from)) {
      const start = from + simple.length;
      const end = text.indexOf('<', start);
      if (end + simple.length + 1 === to && !hasEscapes(text, start, end)) return text.slice(start, end);
    }
    return itemText(text.slice(from, to), prefix);
  }
}

/** Whether the text has anything to decode in it. */
function hasEscapes(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 38 || code === 13 || (code === 95 && text.charCodeAt(at + 1) === 120)) return true;
  }
  return false;
}
