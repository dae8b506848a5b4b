import type { Grouping, RecordStart } from '../model/format.js';
import type { RowRecord } from '../model/reading.js';
import { isBlank, trimCell } from './cells.js';
import { OpenGroups, type RowGroup } from './row-groups.js';
import type { TablePlan } from './table-plan.js';

/** Puts rows together into records, in bounded memory. */
export type Grouper = {
  /** Records that are complete now. */
  readonly take: (row: RowRecord) => readonly RowGroup[];
  readonly flush: () => readonly RowGroup[];
  /** A row of the record that makes no item of any part: the product itself where children have rows of their own. */
  readonly isHead: (row: RowRecord) => boolean;
};

/** What grouping notices. `apart`: the row does not stand with its record. `lost`: its record is not in the file. */
export type NoteRow = (what: 'apart' | 'lost', key: string, row: RowRecord) => void;

/** Rows that share the value of a column are one record; a row without it goes on with the record above, or is one. */
export function keyGrouper(keyColumn: number, plan: TablePlan, note: NoteRow, blankAlone = false): Grouper {
  const open = new OpenGroups();
  // A further row has a price or a picture, but no words of its own.
  const words = plan.own.filter(({ index, type }) => index !== keyColumn && (type === 'localized' || type === 'text'));
  const isHead = (row: RowRecord): boolean =>
    words.length === 0 || words.some(({ index }) => !isBlank(row.cells[index]));
  let current: RowGroup | undefined;

  const groupOf = (key: string): RowGroup => {
    const last = current !== undefined && open.isOpen(current) ? current : undefined;
    if (last !== undefined && (key === '' || key === last.key)) return last;
    return open.find(key) ?? open.start([key]);
  };
  // In a file too long to be kept whole, the head of such rows may have been or may still come far away.
  const known = (groups: readonly RowGroup[]): readonly RowGroup[] =>
    groups.filter((group) => {
      if (group.head !== undefined || !open.dropped) return true;
      for (const row of group.rows) note('lost', group.key, row);
      return false;
    });

  return {
    take: (row) => {
      const key = trimCell(row.cells[keyColumn] ?? '');
      if (key === '' && blankAlone) return [{ number: open.nextNumber(), key, rows: [row], head: row }];
      const group = groupOf(key);
      if (group !== current && group.rows.length > 0) note('apart', group.key, row);
      current = group;
      open.add(group, row);
      if (group.head === undefined && isHead(row)) group.head = row;
      return known(open.overflow());
    },
    flush: () => known(open.drain()),
    isHead: () => false,
  };
}

/** Rows a record may have where only a further row says that it is over. */
const mostRowsOfOne = 4000;

/** A row that starts a record, and the rows below it. Without `starts`, no row does and the table is one record. */
export function startGrouper(starts: RecordStart | undefined, keyColumn: number, plan: TablePlan): Grouper {
  const column = starts === undefined ? -1 : plan.columnOf(starts.column);
  const values = starts?.values?.map((value) => value.toLowerCase());
  const isStart = (row: RowRecord): boolean => {
    const cell = trimCell(row.cells[column] ?? '');
    return values === undefined ? cell !== '' : values.includes(cell.toLowerCase());
  };
  let number = 0;
  let current: RowGroup | undefined;
  const start = (row: RowRecord): RowGroup => {
    number += 1;
    return { number, key: trimCell(row.cells[keyColumn] ?? ''), rows: [row], head: row };
  };
  return {
    take: (row) => {
      const full = (current?.rows.length ?? 0) >= mostRowsOfOne;
      if (current !== undefined && !full && !isStart(row)) {
        current.rows.push(row);
        return [];
      }
      const done = current === undefined ? [] : [current];
      current = start(row);
      return done;
    },
    flush: () => (current === undefined ? [] : [current]),
    isHead: isStart,
  };
}

/**
 * Rows with roles: a variable product waits for its variations, which name it by its key or by `id:` and its id, and may
 * come before it or long after.
 */
export function parentGrouper({ by, parent }: Grouping, plan: TablePlan, note: NoteRow): Grouper {
  const open = new OpenGroups();
  const roleColumn = plan.columnOf(parent?.column ?? '');
  const refersColumn = plan.columnOf(parent?.refersBy ?? '');
  const keyColumn = plan.columnOf(by ?? '');
  const idColumn = plan.all.find((target) => target.field === 'listingId')?.index ?? -1;
  const cell = (row: RowRecord, column: number): string => trimCell(row.cells[column] ?? '');
  const isChild = (row: RowRecord): boolean =>
    rolesOf(cell(row, roleColumn)).some((role) => /(?:^|[_-])variation$/u.test(role));

  const keysOf = (row: RowRecord): string[] => {
    const [key, id] = [cell(row, keyColumn), cell(row, idColumn)];
    return [...(key === '' ? [] : [key]), ...(id === '' ? [] : [`id:${id}`])];
  };
  const withHeads = (groups: readonly RowGroup[]): readonly RowGroup[] =>
    groups.filter((group) => {
      if (group.head !== undefined) return true;
      for (const row of group.rows) note('lost', group.key, row);
      return false;
    });
  const startParent = (row: RowRecord, keys: readonly string[]): RowGroup => {
    const waiting = new Set(keys.flatMap((key) => open.find(key) ?? []).filter((group) => group.head === undefined));
    const [first, ...others] = waiting;
    const group = first ?? open.start(keys);
    for (const other of others) open.merge(other, group);
    open.name(group, keys);
    group.head = row;
    return group;
  };

  return {
    take: (row) => {
      if (isChild(row)) {
        const key = cell(row, refersColumn);
        open.add(open.find(key) ?? open.start([key]), row);
        return withHeads(open.overflow());
      }
      const keys = keysOf(row);
      const waits = keys.length > 0 && rolesOf(cell(row, roleColumn)).some((role) => role.startsWith('variable'));
      if (!waits) return [{ number: open.nextNumber(), key: keys[0] ?? '', rows: [row], head: row }];
      open.add(startParent(row, keys), row);
      return withHeads(open.overflow());
    },
    flush: () => withHeads(open.drain()),
    isHead: (row) => !isChild(row),
  };
}

/** A role column may name several: `simple, virtual`. */
function rolesOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(',')
    .map((role) => role.trim());
}
