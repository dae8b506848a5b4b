import { mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { UserError } from '../model/errors.js';
import type { ByteSource } from '../model/reading.js';
import { fileSource } from '../read/index.js';
import type { PieceOfSplit, Side } from '../run/split.js';
import { beginWhole, unwritten, type WholeFile } from './whole-file.js';

export type PartNames = { readonly [side in Side]: string };

const sides = ['conforming', 'failing'] as const;

/** `goods.csv` becomes `goods.conforming.csv` and `goods.failing.csv` in the folder. */
export function partNames(file: string, folder: string): PartNames {
  const extension = extname(file);
  const name = basename(file, extension);
  return {
    conforming: join(folder, `${name}.conforming${extension}`),
    failing: join(folder, `${name}.failing${extension}`),
  };
}

/**
 * The files to check without the parts an earlier run has left of them.
 * @throws UserError where a part would overwrite a file the user named, or the part of another
 */
export function withoutParts(files: readonly string[], named: readonly string[], folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) throw noFolder(folder);
  const parts = new Set(files.flatMap((file) => Object.values(partNames(file, folder)).map(fullPath)));
  const overwritten = named.find((path) => parts.has(fullPath(path)));
  if (overwritten !== undefined) throw overwrites(overwritten);
  const inputs = files.filter((file) => !parts.has(fullPath(file)));
  const targets = inputs.map((file) => fullPath(partNames(file, folder).conforming));
  const doubled = targets.findIndex((target, index) => targets.indexOf(target) !== index);
  const second = inputs[doubled];
  if (second === undefined) return inputs;
  const first = inputs[targets.indexOf(targets[doubled] ?? '')] ?? second;
  throw onePlaceTwice(first, second, partNames(first, folder).conforming);
}

/** Where a path leads in the end, links followed; a name not taken yet is itself. */
function fullPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Bytes of a part that are written at once: neighbouring rows may go to different files. */
const blockBytes = 256 * 1024;

/** Both parts of one file while they are written. Nothing stands in its place until `finish`. */
class Parts {
  readonly #files = new Map<Side, WholeFile>();
  readonly #waiting = { conforming: [] as Uint8Array[], failing: [] as Uint8Array[] };
  readonly #length = { conforming: 0, failing: 0 };
  /** Parts that hold more than what is in both. */
  readonly filled = new Set<Side>();
  readonly names: PartNames;

  constructor(names: PartNames) {
    this.names = names;
  }

  add({ side, bytes }: PieceOfSplit): void {
    if (side === 'neither') return;
    if (side !== 'both') this.filled.add(side);
    for (const one of side === 'both' ? sides : [side]) {
      this.#waiting[one].push(bytes);
      this.#length[one] += bytes.length;
      if (this.#length[one] >= blockBytes) this.#flush(one);
    }
  }

  /** Everything is in the files, under their partial names. */
  flush(): void {
    for (const side of this.filled) this.#flush(side);
  }

  partial(side: Side): string | undefined {
    return this.filled.has(side) ? this.#files.get(side)?.partial : undefined;
  }

  /** A part without records has no file, and one of an earlier run does not stay: it would be taken for its part. */
  finish(): void {
    for (const side of sides) if (!this.filled.has(side)) removePart(this.names[side]);
    for (const side of ['failing', 'conforming'] as const) {
      const file = this.#files.get(side);
      if (this.filled.has(side)) file?.finish();
      else file?.discard();
    }
  }

  discard(): void {
    for (const file of this.#files.values()) file.discard();
  }

  #flush(side: Side): void {
    const file = this.#files.get(side) ?? beginWhole(this.names[side], 'part');
    this.#files.set(side, file);
    file.write(Buffer.concat(this.#waiting[side]));
    this.#waiting[side] = [];
    this.#length[side] = 0;
  }
}

/** Removes a part that an earlier run has left. */
export function removePart(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (cause) {
    throw unwritten(file, cause, 'part');
  }
}

/** Keeps the parts of all files until it is known that they are right. */
export class PartStore {
  readonly #folder: string;
  readonly #parts = new Map<string, Parts>();
  readonly #namesOf: (file: string) => PartNames;

  constructor(folder: string, namesOf: (file: string) => PartNames) {
    this.#folder = folder;
    this.#namesOf = namesOf;
  }

  /** @throws UserError where the system refuses */
  async write(file: string, pieces: AsyncIterable<PieceOfSplit>): Promise<ByteSource | undefined> {
    this.#makeFolder();
    this.#parts.get(file)?.discard();
    const parts = new Parts(this.#namesOf(file));
    this.#parts.set(file, parts);
    for await (const piece of pieces) parts.add(piece);
    parts.flush();
    const partial = parts.partial('conforming');
    return partial === undefined ? undefined : fileSource(partial);
  }

  /** Puts the parts of these files in their places; of the others nothing is left, not from earlier runs either. */
  finish(split: ReadonlySet<string>, left: readonly string[]): void {
    for (const file of left) for (const name of Object.values(this.#namesOf(file))) removePart(name);
    for (const [file, parts] of this.#parts) if (split.has(file)) parts.finish();
  }

  discard(): void {
    for (const parts of this.#parts.values()) parts.discard();
  }

  #makeFolder(): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
    } catch (cause) {
      throw unwritten(this.#folder, cause, 'part');
    }
  }
}

function noFolder(folder: string): UserError {
  return new UserError({
    en: `--split wants a folder, and ${folder} is a file.`,
    'zh-CN': `--split 须指定文件夹，而 ${folder} 是文件。`,
    fr: `--split attend un dossier, et ${folder} est un fichier.`,
  });
}

function overwrites(file: string): UserError {
  return new UserError(
    {
      en: `A part would overwrite ${file}, one of the files to check.`,
      'zh-CN': `拆分出的文件会覆盖待检查的文件 ${file}。`,
      fr: `Une partie écraserait ${file}, un des fichiers à vérifier.`,
    },
    {
      suggestion: {
        en: 'Name another folder with --split.',
        'zh-CN': '请用 --split 指定其他文件夹。',
        fr: 'Indiquez un autre dossier avec --split.',
      },
    },
  );
}

function onePlaceTwice(first: string, second: string, target: string): UserError {
  return new UserError(
    {
      en: `${first} and ${second} would both be split into ${target}.`,
      'zh-CN': `${first} 与 ${second} 会拆分到同一文件 ${target}。`,
      fr: `${first} et ${second} seraient partagés dans le même fichier ${target}.`,
    },
    {
      suggestion: {
        en: 'Check them one by one, each with a folder of its own.',
        'zh-CN': '请分别检查，并各用一个文件夹。',
        fr: 'Vérifiez-les un par un, chacun avec son dossier.',
      },
    },
  );
}
