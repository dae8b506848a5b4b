import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../model/errors.js';
import type { Overflow } from '../model/overflow.js';

type Block = { readonly offset: number; readonly length: number };

/**
 * An overflow in a file of the temporary folder. The file loses its name as soon as it is open, so that the system takes
 * it away even when the process is killed; its blocks are encrypted with a key that only this process has, because
 * trades are full of personal data.
 * @throws UserError when the temporary folder cannot be written, or is full
 */
export function openOverflowFile(): Overflow {
  const file = attempt(openNameless);
  const key = randomBytes(32);
  const blocks: Block[] = [];
  let end = 0;
  return {
    write: (block) => {
      const number = blocks.length;
      const cipher = createCipheriv('aes-256-ctr', key, counterOf(number));
      const bytes = cipher.update(block);
      for (let done = 0; done < bytes.length; )
        done += attempt(() => writeSync(file, bytes, done, bytes.length - done, end + done));
      blocks.push({ offset: end, length: bytes.length });
      end += bytes.length;
      return number;
    },
    read: (number) => {
      const { offset, length } = blocks[number] ?? { offset: 0, length: 0 };
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const read = attempt(() => readSync(file, bytes, done, length - done, offset + done));
        if (read === 0) throw new Error('the overflow file is shorter than what was written to it');
        done += read;
      }
      return createDecipheriv('aes-256-ctr', key, counterOf(number)).update(bytes);
    },
    close: () => closeSync(file),
  };
}

/** Opens a file only its owner may read, and takes its name away. */
function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'borderlint-'));
  const path = join(folder, 'overflow');
  try {
    const file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return file;
  } finally {
    rmdirSync(folder);
  }
}

/** Every block starts at its own counter, far from all others: 2^32 cipher blocks, 64 GiB, apart. */
function counterOf(number: number): Uint8Array {
  const counter = Buffer.alloc(16);
  counter.writeBigUInt64BE(BigInt(number), 4);
  return counter;
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new UserError(
      {
        en: `The temporary folder ${tmpdir()} cannot take what does not fit in memory (${code}).`,
        'zh-CN': `内存容纳不下的数据无法写入临时目录 ${tmpdir()}（${code}）。`,
        fr: `Le dossier temporaire ${tmpdir()} ne peut recevoir ce qui dépasse la mémoire (${code}).`,
      },
      {
        cause,
        suggestion: {
          en: 'Free some space there, or name another folder in TMPDIR.',
          'zh-CN': '请清理该目录，或通过 TMPDIR 指定其他目录。',
          fr: 'Libérez-y de la place, ou indiquez un autre dossier dans TMPDIR.',
        },
      },
    );
  }
}
