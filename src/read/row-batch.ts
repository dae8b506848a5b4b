import type { RowRecord } from '../model/reading.js';

/** Rows and cells handed on at a time. */
const mostRows = 1000;
const mostCells = 100_000;

/** Gathers the rows of a table until there are enough to hand on: a thousand, or fewer where they are long. */
export class RowBatch {
  #rows: RowRecord[] = [];
  #cells = 0;

  /** Answers the rows once there are enough. */
  add(row: RowRecord): readonly RowRecord[] | undefined {
    this.#rows.push(row);
    this.#cells += row.cells.length;
    return this.#rows.length < mostRows && this.#cells < mostCells ? undefined : this.take();
  }

  /** The rows there are. */
  take(): readonly RowRecord[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#cells = 0;
    return rows;
  }
}
