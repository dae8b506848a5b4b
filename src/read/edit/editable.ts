import iconv from 'iconv-lite';
import type { Place } from '../../model/reading.js';

/** A text of the file that may be replaced: a cell, a JSON string, the text of an element. */
export type EditableText = {
  /** Offsets in the decoded file. */
  readonly start: number;
  readonly end: number;
  /** What it says, without quotes and escapes. */
  readonly text: string;
  /** How another text is written in its place; nothing where that cannot be done safely. */
  readonly write: (text: string) => string | undefined;
};

/** Finds the text that stands at a place; nothing where there is none, or none that can be replaced for sure. */
export type FindText = (place: Place, cell: string | undefined) => EditableText | undefined;

/** A cell of a workbook whose value cannot be replaced by another text, and why. */
export type Untouchable = { readonly why: 'formula' | 'number' | 'rich-text' };

export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** A file as text that can be written back without touching a byte of what was not edited. */
export type EditableFile = {
  readonly text: string;
  /** @throws Error where edits overlap. Nothing where the encoding has no such character. */
  readonly write: (edits: readonly Edit[]) => Uint8Array | undefined;
};

const marks: { readonly [encoding: string]: readonly number[] } = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

/** Bytes of the byte order mark a file of this encoding begins with. */
export function markLength(bytes: Uint8Array, encoding: string): number {
  const mark = marks[encoding] ?? [];
  return mark.every((byte, index) => bytes[index] === byte) ? mark.length : 0;
}

/** Nothing where text and bytes do not map onto each other one to one: damaged characters cannot be kept as they are. */
export function editableFile(bytes: Uint8Array, encoding: string): EditableFile | undefined {
  if (!iconv.encodingExists(encoding)) return undefined;
  const bom = bytes.subarray(0, markLength(bytes, encoding));
  const body = bytes.subarray(bom.length);
  const text = iconv.decode(body, encoding, { stripBOM: false });
  const encode = (piece: string): Buffer => iconv.encode(piece, encoding, { addBOM: false });
  if (encode(text).compare(body) !== 0) return undefined;
  return {
    text,
    write: (edits) => {
      const written = splice(text, edits);
      const encoded = encode(written);
      if (iconv.decode(encoded, encoding, { stripBOM: false }) !== written) return undefined;
      return Buffer.concat([bom, encoded]);
    },
  };
}

function splice(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at) throw new Error('edits overlap');
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join('') + text.slice(at);
}

/** Turns places into offsets: LF, CR LF and a bare CR each end one line, columns count code points. */
export function offsetFinder(text: string): (place: Place) => number | undefined {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/gu)) starts.push(end.index + end[0].length);
  return ({ line, column }) => {
    let at = starts[line - 1];
    if (at === undefined) return undefined;
    for (let left = column - 1; left > 0 && at < text.length; left--) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
    return at;
  };
}
