import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../model/errors.js';
import type { OwnText } from '../model/language.js';

/** What the file is to the user, in the message that it could not be written. */
export type FileRole = 'report' | 'repaired' | 'part' | 'own';

/** A file that is being written: nothing of it stands in its place until `finish`. */
export type WholeFile = {
  readonly write: (bytes: Uint8Array) => void;
  /** Everything written so far can be read under this name. */
  readonly partial: string;
  /** Moves it to its place. */
  readonly finish: () => void;
  /** Leaves nothing of it. */
  readonly discard: () => void;
};

/** Files being written at once, so that no two share a name. */
let begun = 0;

/**
 * Begins a file beside its place. A file that is replaced keeps its mode, and a link leads to the new one; a device or
 * pipe (/dev/stdout) is written to and never replaced.
 * @throws UserError where the system refuses, then and at every further step
 */
export function beginWhole(file: string, role: FileRole): WholeFile {
  const said = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      throw unwritten(file, cause, role);
    }
  };
  return said(() => {
    const stats = statSync(file, { throwIfNoEntry: false });
    const target = stats === undefined ? file : realpathSync(file);
    const whole = stats === undefined || stats.isFile();
    const partial = whole ? join(dirname(target), `.borderlint-${process.pid}-${++begun}.partial`) : file;
    const handle = openSync(partial, 'w', stats?.mode);
    let open = true;
    const close = (): void => {
      if (open) closeSync(handle);
      open = false;
    };
    return {
      partial,
      write: (bytes) => said(() => writeAll(handle, bytes)),
      finish: () =>
        said(() => {
          if (whole) fsyncSync(handle);
          close();
          if (whole) renameSync(partial, target);
        }),
      discard: () => {
        close();
        if (whole) rmSync(partial, { force: true });
      },
    };
  });
}

/**
 * Writes a file in one go: the whole of it or nothing.
 * @throws UserError where the system refuses
 */
export function writeWhole(file: string, pieces: Iterable<string | Uint8Array>, role: FileRole): void {
  const begun = beginWhole(file, role);
  try {
    for (const piece of pieces) begun.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
    begun.finish();
  } catch (cause) {
    begun.discard();
    throw cause;
  }
}

/** The same, of pieces that are still being made. @throws UserError where the system refuses, and what the making throws */
export async function writeWholeAsMade(file: string, pieces: AsyncIterable<Uint8Array>, role: FileRole): Promise<void> {
  const begun = beginWhole(file, role);
  try {
    for await (const piece of pieces) begun.write(piece);
    begun.finish();
  } catch (cause) {
    begun.discard();
    throw cause;
  }
}

/** One write may take less than it was given. */
function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/** The system's refusal in words; a fault of our own as it is. */
export function unwritten(file: string, cause: unknown, role: FileRole): unknown {
  const why = systemFault(cause);
  return why === undefined ? cause : new UserError(refusals[role](file, why), { cause });
}

const refusals: { readonly [role in FileRole]: (file: string, why: OwnText) => OwnText } = {
  report: (file, why) => ({
    en: `The report could not be written to ${file}: ${why.en}.`,
    'zh-CN': `报告无法写入 ${file}：${why['zh-CN']}。`,
    fr: `Le rapport n’a pas pu être écrit dans ${file} : ${why.fr}.`,
  }),
  repaired: (file, why) => ({
    en: `The repaired file could not be written to ${file}: ${why.en}.`,
    'zh-CN': `修复后的文件无法写入 ${file}：${why['zh-CN']}。`,
    fr: `Le fichier réparé n’a pas pu être écrit dans ${file} : ${why.fr ?? why.en}.`,
  }),
  part: (file, why) => ({
    en: `The part could not be written to ${file}: ${why.en}.`,
    'zh-CN': `拆分出的文件无法写入 ${file}：${why['zh-CN']}。`,
    fr: `La partie n’a pas pu être écrite dans ${file} : ${why.fr ?? why.en}.`,
  }),
  own: (file, why) => ({
    en: `${file} could not be written: ${why.en}.`,
    'zh-CN': `${file} 无法写入：${why['zh-CN']}。`,
    fr: `${file} n’a pas pu être écrit : ${why.fr ?? why.en}.`,
  }),
};

/** What the system said, in words; nothing where the fault is not the system's. */
function systemFault(cause: unknown): OwnText | undefined {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return undefined;
  return systemFaults[code] ?? { en: code, 'zh-CN': code, fr: code };
}

const systemFaults: { readonly [code: string]: OwnText } = {
  EACCES: { en: 'permission denied', 'zh-CN': '没有写入权限', fr: 'accès refusé' },
  EPERM: { en: 'permission denied', 'zh-CN': '没有写入权限', fr: 'accès refusé' },
  EROFS: { en: 'the file system is read-only', 'zh-CN': '文件系统只读', fr: 'système de fichiers en lecture seule' },
  ENOSPC: { en: 'the disk is full', 'zh-CN': '磁盘已满', fr: 'disque plein' },
  ENAMETOOLONG: { en: 'the name is too long', 'zh-CN': '文件名过长', fr: 'nom trop long' },
};
