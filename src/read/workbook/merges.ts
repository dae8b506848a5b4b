/** A merged range over several rows: what its first cell says counts for each of them. */
export type Merge = { readonly column: number; readonly top: number; readonly bottom: number };

export type Merges = {
  /** Ranges of more than one row, by their first row. */
  readonly tall: readonly Merge[];
  /** How many merged ranges there are at all. */
  readonly count: number;
};

/** Reads the list of merged ranges that stands behind a sheet's rows. */
export function readMerges(text: string): Merges {
  const tall: Merge[] = [];
  let count = 0;
  for (const [, letters = '', top = '', bottom = ''] of text.matchAll(
    /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']/gu,
  )) {
    count++;
    const merge = { column: columnNumber(letters), top: Number(top), bottom: Number(bottom) };
    if (merge.bottom > merge.top) tall.push(merge);
  }
  return { tall: tall.sort((a, b) => a.top - b.top), count };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Carries the values of merged ranges down through the rows, which must come in order. */
export class MergeFiller {
  readonly #waiting: readonly Merge[];
  #next = 0;
  /** By column: ranges do not overlap. */
  readonly #open = new Map<number, { readonly merge: Merge; readonly value: string }>();

  constructor(merges: readonly Merge[]) {
    this.#waiting = merges;
  }

  /** Fills the empty cells of a row; answers for each filled column the row its value stands in. */
  fill(row: number, cells: string[]): ReadonlyMap<number, number> | undefined {
    for (let merge = this.#waiting[this.#next]; merge && merge.top <= row; merge = this.#waiting[++this.#next]) {
      // A range whose first row is not there has nothing to say.
      const value = merge.top === row ? (cells[merge.column] ?? '') : '';
      if (value !== '' && merge.bottom > row) this.#open.set(merge.column, { merge, value });
    }
    let filled: Map<number, number> | undefined;
    for (const { merge, value } of this.#open.values()) {
      if (merge.bottom < row) this.#open.delete(merge.column);
      if (merge.top === row || merge.bottom < row || (cells[merge.column] ?? '') !== '') continue;
      while (cells.length < merge.column) cells.push('');
      cells[merge.column] = value;
      filled ??= new Map();
      filled.set(merge.column, merge.top);
    }
    return filled;
  }
}
