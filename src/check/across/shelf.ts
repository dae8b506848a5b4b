import type { OpenOverflow, Overflow } from '../../model/overflow.js';

/**
 * Rows by key, more of them than memory holds. Rows of one key are always found together. They are taken in as text;
 * beyond a limit everything is written away in parts, rows of one key into the same part.
 */
export type Shelf = {
  readonly put: (key: string, row: string) => void;
  /** Part by part, each in the order in which its rows came. The shelf is empty afterwards. */
  readonly parts: () => Iterable<readonly string[]>;
};

export type ShelfOptions = {
  /** Without one everything stays in memory. */
  readonly openOverflow?: OpenOverflow;
  /** Characters kept in memory before they are written away. */
  readonly room?: number;
};

/** Characters of JSON in memory: 16 MB where they are Chinese. */
const usualRoom = 8 * 1024 * 1024;
/** A million documents are some 500 MB of rows, so that a part is some MB. */
const partCount = 256;

export function createShelf({ openOverflow, room = usualRoom }: ShelfOptions): Shelf {
  let parts: string[][] = emptyParts();
  let characters = 0;
  let overflow: Overflow | undefined;
  const blocks: number[][] = Array.from({ length: partCount }, () => []);

  const writeAway = (to: Overflow): void => {
    for (const [index, rows] of parts.entries())
      if (rows.length > 0) blocks[index]?.push(to.write(Buffer.from(`${rows.join('\n')}\n`)));
    parts = emptyParts();
    characters = 0;
  };

  return {
    put: (key, row) => {
      parts[partOf(key)]?.push(row);
      characters += row.length;
      if (characters <= room || openOverflow === undefined) return;
      overflow ??= openOverflow();
      writeAway(overflow);
    },
    *parts() {
      for (let index = 0; index < partCount; index++) {
        const written = (blocks[index] ?? []).flatMap((block) => rowsIn(overflow?.read(block)));
        const rows = written.concat(parts[index] ?? []);
        parts[index] = [];
        if (rows.length > 0) yield rows;
      }
    },
  };
}

function emptyParts(): string[][] {
  return Array.from({ length: partCount }, () => []);
}

/** A row is JSON and has no line break of its own. */
function rowsIn(block: Uint8Array | undefined): string[] {
  return block === undefined ? [] : Buffer.from(block).toString('utf8').split('\n').slice(0, -1);
}

/** FNV-1a over the key's UTF-16 units: the same part in every run, so that reports do not depend on chance. */
function partOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash ^= key.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % partCount;
}
