import type { Location } from '../model/location.js';
import type { RowRecord } from '../model/reading.js';
import { isBlank, trimCell } from './cells.js';
import type { FormValues } from './form.js';
import { OptionNames } from './options.js';
import { entryOf, pairsIn } from './pairs.js';
import { stepsOf } from './pointer.js';
import { cellAddress } from './row-address.js';
import type { RecordRows, RowItem } from './row-record.js';
import type { CellTarget, TablePlan } from './table-plan.js';
import { listOf } from './targets.js';

/** Everything a record's cells can be found again with. */
export type RowPlace = {
  readonly file: string;
  readonly plan: TablePlan;
  readonly rows: RecordRows;
  readonly items: readonly RowItem[];
  readonly form: FormValues;
};

type Cell = { readonly row: RowRecord; readonly target: CellTarget };

/** The very cell of a pointer; the empty cell where a value would stand; the start of the row where no column has the field. */
export function locateCell(place: RowPlace, pointer: string): Location {
  const { plan, rows, items } = place;
  const { part, index, field, rest } = stepsOf(pointer, (name) => plan.parts.some((one) => one.part === name));
  const item = part === undefined ? undefined : items.filter((one) => one.part === part)[index ?? 0];
  const within = item === undefined ? rows.ownRows : [item.row];
  const targets = item === undefined ? rows.own : plan.parts.find((one) => one.part === part)?.targets;
  const names = new OptionNames();
  // An option's name may stand further up.
  if (item !== undefined)
    for (const row of rows.itemRows) if (row.number < item.row.number) passOver(row, targets ?? [], names);
  const mine = (targets ?? []).filter((target) => target.field === field);
  const found = findCell(within, mine, rest, names) ?? currencyCell(within, targets ?? [], field);
  const formPlace = found === undefined && item === undefined ? place.form.locate(field) : undefined;
  if (formPlace !== undefined) return { ...formPlace, record: rows.group.number, pointer };
  const head = item?.row ?? rows.group.head ?? rows.group.rows[0];
  return locationOf(place, pointer, found ?? emptyCell(head, mine, rest), head);
}

function findCell(
  rows: readonly RowRecord[],
  targets: readonly CellTarget[],
  rest: string,
  names: OptionNames,
): Cell | undefined {
  let left = /^\d+$/u.test(rest) ? Number(rest) : 0;
  for (const row of rows) {
    for (const target of targets) {
      const key =
        target.nameIndex === undefined
          ? target.key
          : names.at(row, { nameIndex: target.nameIndex, header: target.header });
      const cell = row.cells[target.index];
      if (cell === undefined || isBlank(cell)) continue;
      if (target.entry !== undefined && entryOf(cell, target.entry) === '') continue;
      if (target.pairs !== undefined && rest !== '' && pairsIn(cell).some(([name]) => name === rest))
        return { row, target };
      if (target.shape === 'keyed' && rest !== '' && rest !== key) continue;
      if (target.shape !== 'list') return { row, target };
      const size = listOf(target.read(trimCell(cell))).length;
      if (left < size) return { row, target };
      left -= size;
    }
  }
  return undefined;
}

/** A currency that only the cell of a price says. */
function currencyCell(rows: readonly RowRecord[], targets: readonly CellTarget[], field: string): Cell | undefined {
  const priced = targets.filter((target) => target.currency?.field === field);
  for (const row of rows) {
    for (const target of priced) {
      if (target.currency?.of(trimCell(row.cells[target.index] ?? '')) !== undefined) return { row, target };
    }
  }
  return undefined;
}

function emptyCell(row: RowRecord | undefined, targets: readonly CellTarget[], rest: string): Cell | undefined {
  const target = targets.find((one) => one.shape === 'keyed' && one.key === rest) ?? targets[0];
  return row === undefined || target === undefined ? undefined : { row, target };
}

function passOver(row: RowRecord, targets: readonly CellTarget[], names: OptionNames): void {
  for (const { nameIndex, header } of targets) if (nameIndex !== undefined) names.at(row, { nameIndex, header });
}

function locationOf(
  { file, rows }: RowPlace,
  pointer: string,
  cell: Cell | undefined,
  head: RowRecord | undefined,
): Location {
  const record = rows.group.number;
  if (cell === undefined)
    return head === undefined ? { file, record, pointer } : { file, ...head.place(0), record, pointer };
  const { row, target } = cell;
  return {
    file,
    cell: cellAddress(target.index, row.row),
    ...row.place(target.index),
    record,
    pointer,
    name: target.header,
  };
}
