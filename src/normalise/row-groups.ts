import type { RowRecord } from '../model/reading.js';

/** Rows that make one record. */
export type RowGroup = {
  /** Number of the record: records count by their first rows. */
  readonly number: number;
  readonly key: string;
  readonly rows: RowRecord[];
  /** The row that says what the product is; the others only add to it. Absent: not seen (yet). */
  head: RowRecord | undefined;
};

/**
 * Rows kept waiting for the rest of their records. Spreadsheets sort and platforms append, so the rows of a record need
 * not stand together; a file shorter than this is put together whole, a longer one in bounded memory.
 */
const mostRows = 4000;

/** Records whose further rows may still come, the longest untouched first. */
export class OpenGroups {
  readonly #open = new Set<RowGroup>();
  readonly #byKey = new Map<string, RowGroup>();
  readonly #keys = new Map<RowGroup, string[]>();
  #rows = 0;
  #count = 0;
  #last: RowGroup | undefined;
  #dropped = false;

  /** Some record had to be closed before the end of the file: a row without its record may have lost it that way. */
  get dropped(): boolean {
    return this.#dropped;
  }

  /** Number for a record that needs no waiting. */
  nextNumber(): number {
    this.#count += 1;
    return this.#count;
  }

  find(key: string): RowGroup | undefined {
    return this.#byKey.get(key);
  }

  start(keys: readonly string[]): RowGroup {
    const group: RowGroup = { number: this.nextNumber(), key: keys[0] ?? '', rows: [], head: undefined };
    this.#open.add(group);
    this.name(group, keys);
    return group;
  }

  /** Further keys by which rows may refer to the record; one already taken stays with its first owner. */
  name(group: RowGroup, keys: readonly string[]): void {
    for (const key of keys) {
      if (this.#byKey.has(key)) continue;
      this.#byKey.set(key, group);
      const own = this.#keys.get(group);
      if (own === undefined) this.#keys.set(group, [key]);
      else own.push(key);
    }
  }

  add(group: RowGroup, row: RowRecord): void {
    group.rows.push(row);
    this.#rows += 1;
    if (group === this.#last) return;
    this.#last = group;
    this.#open.delete(group);
    this.#open.add(group);
  }

  /** Moves the rows of a record into another that turned out to be the same. */
  merge(from: RowGroup, into: RowGroup): void {
    into.rows.push(...from.rows);
    into.rows.sort((a, b) => a.number - b.number);
    const keys = this.#keys.get(from) ?? [];
    this.#forget(from);
    this.name(into, keys);
  }

  isOpen(group: RowGroup): boolean {
    return this.#open.has(group);
  }

  /** Closes what no longer fits. */
  overflow(): readonly RowGroup[] {
    if (this.#rows <= mostRows) return [];
    const closed: RowGroup[] = [];
    for (const group of this.#open) {
      if (this.#rows <= mostRows) break;
      this.#rows -= group.rows.length;
      this.#forget(group);
      closed.push(group);
    }
    this.#dropped = true;
    return closed;
  }

  /** Closes everything, at the end of the file. */
  drain(): readonly RowGroup[] {
    const groups = [...this.#open].sort((a, b) => a.number - b.number);
    this.#open.clear();
    this.#byKey.clear();
    this.#keys.clear();
    this.#rows = 0;
    return groups;
  }

  #forget(group: RowGroup): void {
    for (const key of this.#keys.get(group) ?? []) this.#byKey.delete(key);
    this.#keys.delete(group);
    this.#open.delete(group);
  }
}
