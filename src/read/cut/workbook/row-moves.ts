import { CannotCut } from './cannot-cut.js';

/** The rows that hold something from the first record on, and whether each stays. A gap below a row goes with it. */
export type RowChoice = Iterable<{ readonly row: number; readonly stays: boolean }>;

/** Where the rows of a sheet stand once some are taken out: those below move up. Rows count from 1. */
export class RowMoves {
  /** First rows of the stretches that stay or go together. */
  readonly #starts: number[] = [];
  /** How far each moves up; -1 where it goes. */
  readonly #by: number[] = [];
  #last = 0;

  /** @throws CannotCut where rows do not come in order */
  constructor(choice: RowChoice) {
    let gone = 0;
    let stays: boolean | undefined;
    for (const one of choice) {
      if (one.row <= this.#last) throw new CannotCut('unusual');
      if (one.stays !== stays) {
        if (stays === false) gone += one.row - (this.#starts.at(-1) ?? one.row);
        this.#starts.push(one.row);
        this.#by.push(one.stays ? gone : -1);
      }
      stays = one.stays;
      this.#last = one.row;
    }
  }

  /** The first row that may move; nothing where there are no records. */
  get first(): number | undefined {
    return this.#starts[0];
  }

  /** The last row that holds something. */
  get last(): number {
    return this.#last;
  }

  /** Where a row stands now; nothing where it is gone. */
  of(row: number): number | undefined {
    const by = this.#by[this.#at(row)] ?? 0;
    return by < 0 ? undefined : row - by;
  }

  /** Whether no row of a range is gone, so that they move as one. */
  whole(top: number, bottom: number): boolean {
    for (let at = this.#at(top); at < this.#starts.length; at++) {
      if (at >= 0 && (this.#starts[at] ?? 0) > bottom) return true;
      if ((this.#by[at] ?? 0) < 0) return false;
    }
    return true;
  }

  /** The range without the rows that are gone; nothing where none is left. */
  rangeOf(top: number, bottom: number): { readonly top: number; readonly bottom: number } | undefined {
    const first = this.#nearest(top, 1, bottom);
    const last = this.#nearest(bottom, -1, top);
    return first === undefined || last === undefined ? undefined : { top: first, bottom: last };
  }

  /** Whether a range holds all rows that may move, wherever they stand then. */
  covers(top: number, bottom: number): boolean {
    return this.first === undefined || (top <= this.first && bottom >= this.#last);
  }

  #nearest(row: number, step: 1 | -1, end: number): number | undefined {
    let at = this.#at(row);
    let here = row;
    while ((this.#by[at] ?? 0) < 0) {
      here = step > 0 ? (this.#starts[at + 1] ?? Infinity) : (this.#starts[at] ?? 0) - 1;
      at += step;
      if (step > 0 ? here > end : here < end) return undefined;
    }
    return here - (this.#by[at] ?? 0);
  }

  /** Index of the stretch a row lies in; -1 above the first. */
  #at(row: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
