import { UserError } from '../model/errors.js';
import type { OwnText } from '../model/language.js';
import type { ByteSource, InputPart, Place } from '../model/reading.js';
import { asciiOf } from './beginnings.js';
import { Decoder } from './decode.js';
import { decideAtStart, declaredEncoding } from './encoding.js';
import type { Intake } from './intake.js';
import { placeWithin } from './places.js';

/** Bytes of a wrapper: the message inside is decoded as a whole, which no real one makes a burden. */
const wrapperLimit = 64 * 1024 ** 2;

/**
 * The wrapper, and the message in its Data as a part of its own, named `wrapper.xml/Data` (a second Data, where none may
 * be: `wrapper.xml/Data[2]`). Throws UserError for a wrapper too large to open; what cannot be decoded is said when the
 * part is opened.
 */
export async function* transportParts(
  intake: Intake,
  openWrapper: (source: ByteSource) => InputPart,
  openMessage: (source: ByteSource) => AsyncIterable<InputPart>,
): AsyncGenerator<InputPart> {
  const bytes = await wholeOf(intake);
  yield openWrapper(bytesSource(intake, intake.name, bytes));
  // A wrapper without Data says so itself.
  for (const [index, { 2: encoded = '' }] of [...asciiOf(bytes).matchAll(dataElement)].entries()) {
    const file = `${intake.name}/Data${index === 0 ? '' : `[${index + 1}]`}`;
    const packed = encoded.replace(/\s+/g, '');
    if (faultOf(packed) === undefined) {
      const message = Buffer.from(packed, 'base64');
      yield* openMessage({ name: file, size: message.length, chunks: () => once(message) });
    } else yield { file, open: () => Promise.reject(notBase64(intake.name, bytes, index)) };
  }
}

/** The start of a Data element and its text. */
const dataElement = /(<(?:[\w.-]+:)?Data(?:\s[^>]*|\/)?>(?:\s*<!\[CDATA\[(?=[\s\S]*?\]\]>))?)([^<]*?)(?=\]\]>|<|$)/g;

/** Where a text without white space stops being Base64: the offset of the sign that is none, or its end. */
function faultOf(packed: string): number | undefined {
  if (packed === '') return 0;
  const strange = /[^A-Za-z0-9+/=]|=(?!=?$)/.exec(packed);
  if (strange !== null) return strange.index;
  return packed.length % 4 === 0 ? undefined : packed.length;
}

async function wholeOf(intake: Intake): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of intake.chunks()) {
    length += piece.length;
    if (length > wrapperLimit) throw tooLarge(intake.name);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

function bytesSource(intake: Intake, name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, chunks: () => once(bytes), finish: () => intake.finish() };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

function tooLarge(file: string): UserError {
  return new UserError(
    {
      en: `${file} is a wrapper of more than 64 MB, which is not opened.`,
      'zh-CN': `${file} 是超过64 MB的传输报文，未予打开。`,
      fr: `${file} est une enveloppe de plus de 64 Mo, qui n'est pas ouverte.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Check the message inside by itself.',
        'zh-CN': '请直接检查其中的业务报文。',
        fr: 'Vérifiez le message qu’elle contient.',
      },
    },
  );
}

/** The text is decoded only now: a place counts characters. */
function notBase64(file: string, bytes: Uint8Array, index: number): UserError {
  const { bom, ...decision } = decideAtStart(file, bytes, true);
  const { text } = new Decoder(decision, declaredEncoding(bytes)).push(bytes.subarray(bom), true);
  const found = [...text.matchAll(dataElement)][index];
  const [, before = '', encoded = ''] = found ?? [];
  const start = (found?.index ?? 0) + before.length;
  const fault = faultOf(encoded.replace(/\s+/g, '')) ?? 0;
  const offset = unpackedOffset(encoded, fault);
  return base64Fault(encoded.trim() === '', encoded[offset], {
    file,
    ...placeWithin(text, start + offset, { line: 1, column: 1 }),
  });
}

/** The offset of the sign that is the `count`th but for white space. */
function unpackedOffset(encoded: string, count: number): number {
  let left = count;
  for (let at = 0; at < encoded.length; at++) if (!/\s/.test(encoded.charAt(at)) && left-- === 0) return at;
  return encoded.trimEnd().length;
}

function base64Fault(empty: boolean, sign: string | undefined, place: Place & { readonly file: string }): UserError {
  const why: OwnText = empty
    ? { en: 'it is empty', 'zh-CN': '内容为空', fr: 'il est vide' }
    : sign === undefined || /\s/.test(sign)
      ? { en: 'it is cut off here', 'zh-CN': '在此处中断', fr: 'il s’interrompt ici' }
      : {
          en: `“${sign}” here is no sign of it`,
          'zh-CN': `此处的“${sign}”不是其字符`,
          fr: `« ${sign} » n’en est pas un signe`,
        };
  return new UserError(
    {
      en: `The Data of the wrapper is not Base64 (${why.en}), so the message in it cannot be read.`,
      'zh-CN': `传输报文的 Data 不是有效的 Base64（${why['zh-CN']}），无法读取其中的报文。`,
      fr: `Le Data de l’enveloppe n’est pas du Base64 (${why.fr}) : le message ne peut pas être lu.`,
    },
    {
      place,
      suggestion: {
        en: 'Encode the message again, whole and without line numbers or quotes.',
        'zh-CN': '请重新对完整报文进行 Base64 编码，不要夹带其他字符。',
        fr: 'Encodez de nouveau le message entier.',
      },
    },
  );
}
