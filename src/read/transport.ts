import { UserError } from '../model/errors.js';
import type { ByteSource, InputPart } from '../model/reading.js';
import { asciiOf } from './beginnings.js';
import type { Intake } from './intake.js';

/** Bytes of a wrapper: the message inside is decoded as a whole, which no real one makes a burden. */
const wrapperLimit = 64 * 1024 ** 2;

/**
 * The wrapper, and the message in its Data as a part of its own, named `wrapper.xml/Data`. Throws UserError for a wrapper
 * too large to open; what cannot be decoded is said when the part is opened.
 */
export async function* transportParts(
  intake: Intake,
  openWrapper: (source: ByteSource) => InputPart,
  openMessage: (source: ByteSource) => AsyncIterable<InputPart>,
): AsyncGenerator<InputPart> {
  const bytes = await wholeOf(intake);
  yield openWrapper(bytesSource(intake, intake.name, bytes));
  const file = `${intake.name}/Data`;
  const encoded = dataOf(bytes);
  // The wrapper says itself that it has no Data.
  if (encoded === undefined) return;
  const packed = encoded.text.replace(/\s+/g, '');
  const message = Buffer.from(packed, 'base64');
  const sound = /^[A-Za-z0-9+/]+={0,2}$/.test(packed) && packed.length % 4 === 0;
  if (sound) yield* openMessage({ name: file, size: message.length, chunks: () => once(message) });
  else yield { file, open: () => Promise.reject(notBase64(intake.name, encoded.line)) };
}

/** The text of the first Data element and the line it begins on. */
function dataOf(bytes: Uint8Array): { readonly text: string; readonly line: number } | undefined {
  const text = asciiOf(bytes);
  const found = /<(?:[\w.-]+:)?Data(?:\s[^>]*)?>\s*(?:<!\[CDATA\[)?([^<\]]*)/.exec(text);
  if (found === null) return undefined;
  return { text: found[1] ?? '', line: text.slice(0, found.index).split('\n').length };
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

function notBase64(file: string, line: number): UserError {
  return new UserError(
    {
      en: 'The Data of the wrapper is not Base64, so the message in it cannot be read.',
      'zh-CN': '传输报文的 Data 不是有效的 Base64，无法读取其中的报文。',
      fr: 'Le Data de l’enveloppe n’est pas du Base64 : le message ne peut pas être lu.',
    },
    {
      place: { file, line },
      suggestion: {
        en: 'Encode the message again, whole and without line numbers or quotes.',
        'zh-CN': '请重新对完整报文进行 Base64 编码，不要夹带其他字符。',
        fr: 'Encodez de nouveau le message entier.',
      },
    },
  );
}
