import { isUtf8 } from 'node:buffer';
import { formJsonStart } from './beginnings.js';
import { type Derived, openDerived, type Remark } from './derived-json.js';

/** The body of a form as it is sent, `name=%7B…%7D`, of which one value is JSON. */
export const openFormJson = openDerived((text) => {
  const [before = '', name = ''] = formJsonStart.exec(text) ?? [];
  const from = before.length;
  if (/^\s*[{[]/.test(text.slice(from, from + 100))) return asItStands(text, from, name);
  const next = text.indexOf('&', from);
  return decoded(text.slice(from, next < 0 ? text.trimEnd().length : next), from);
});

/** JSON that nobody encoded: as part of a form it would lose the signs that mean something there. */
function asItStands(text: string, from: number, name: string): Derived {
  const value = text.slice(from);
  const origins = Int32Array.from({ length: value.length + 1 }, (_, index) => from + index);
  const lost = /[+&%]/.exec(value);
  const values = { header: name, shown: lost?.[0] ?? '' };
  const remarks: Remark[] =
    lost === null ? [] : [{ id: 'form-unencoded', weight: 'note', values, offset: from + lost.index }];
  return { text: value, origins, remarks };
}

/** A stretch as it stands, a space, bytes that make characters together, a byte of ASCII, a `%` that begins none. */
const run = /[^%+]+|\+|(?:%[89A-F][\dA-F])+|%[0-7][\dA-F]|%/gi;

/** `%E5%8D%97` as UTF-8 and `+` as a space; a `%` that begins no byte stands for itself. `from`: where the value begins. */
function decoded(value: string, from: number): Derived {
  const pieces: string[] = [];
  // A character takes no fewer code units encoded than it does decoded.
  const origins = new Int32Array(value.length + 1);
  const remarks: Remark[] = [];
  let length = 0;
  const put = (piece: string, offset: number, step: number): void => {
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit++) origins[length++] = from + offset + unit * step;
  };
  for (const { 0: piece, index } of value.matchAll(run)) {
    if (piece === '+') put(' ', index, 0);
    else if (piece.length < 3 || !piece.startsWith('%')) put(piece, index, 1);
    else {
      const bytes = Buffer.from(piece.replaceAll('%', ''), 'hex');
      if (isUtf8(bytes)) for (const [character, byte] of characters(bytes)) put(character, index + byte * 3, 0);
      else {
        // What is no UTF-8 is placed where its run begins.
        put(bytes.toString('utf8'), index, 0);
        const values = { encoding: 'utf-8', bytes: piece.slice(1, 3).toUpperCase() };
        remarks.push({ id: 'bytes-undecodable', weight: 'fault', values, offset: from + index });
      }
    }
  }
  origins[length] = from + value.length;
  return { text: pieces.join(''), origins: origins.subarray(0, length + 1), remarks: remarks.slice(0, 1) };
}

/** The characters of bytes in UTF-8, each with the offset of its first byte. */
function* characters(bytes: Buffer): Generator<readonly [string, number]> {
  let byte = 0;
  for (const character of bytes.toString('utf8')) {
    yield [character, byte];
    byte += Buffer.byteLength(character);
  }
}
