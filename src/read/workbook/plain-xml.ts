import { SaxesParser } from 'saxes';
import { Decoder } from '../decode.js';

/** Attributes by local name; a relationship's `r:id` is `id`. */
export type Attributes = { readonly [name: string]: string };

/**
 * Walks the elements of a small part of a workbook, by local names: `onOpen` is given the names from the root down.
 * Throws for what is not well-formed.
 */
export function walkXml(bytes: Uint8Array, onOpen: (path: readonly string[], attributes: Attributes) => void): void {
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    path.push(localName(name));
    const plain: { [name: string]: string } = {};
    for (const [key, value] of Object.entries(attributes)) plain[localName(key)] = value;
    onOpen(path, plain);
    if (isSelfClosing) return;
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(xmlText(bytes)).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Decodes one part as a whole. */
export function xmlText(bytes: Uint8Array): string {
  const { decoder, skip } = xmlDecoder(bytes);
  return decoder.push(bytes.subarray(skip), true).text;
}

/** Parts of a workbook are UTF-8, or UTF-16 with a byte order mark. */
export function xmlDecoder(start: Uint8Array): { readonly decoder: Decoder; readonly skip: number } {
  const [a, b, c] = start;
  const mark: readonly [string, number] =
    a === 0xff && b === 0xfe
      ? ['utf-16le', 2]
      : a === 0xfe && b === 0xff
        ? ['utf-16be', 2]
        : ['utf-8', a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0];
  const [encoding, skip] = mark;
  return { decoder: new Decoder({ encoding, decidedBy: 'declaration', certain: true }, undefined), skip };
}
