import type { RowRecord } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { foldHeader } from '../vocabulary/headers.js';
import { peelGuard, trimCell } from './cells.js';
import { cellAddress } from './row-address.js';
import type { CellTarget, TablePlan } from './table-plan.js';

/** Notes what the reading of a cell passes over: a spreadsheet's guard before a code, a column that is there twice. */
export type CellWatch = {
  readonly note: (row: RowRecord) => void;
  readonly notices: () => readonly ReadNotice[];
};

type Twins = { readonly first: CellTarget; readonly second: CellTarget };

export function cellWatch(file: string, plan: TablePlan): CellWatch {
  const guarded = plan.all.filter(({ guarded: peeled }) => peeled);
  const twins = twinsOf(plan.all);
  const found = new Map<string, { readonly notice: ReadNotice; count: number }>();
  const tally = (key: string, make: () => ReadNotice): void => {
    const known = found.get(key);
    if (known === undefined) found.set(key, { notice: make(), count: 1 });
    else known.count += 1;
  };
  const placeOf = (row: RowRecord, { index, header }: CellTarget): ReadNotice['location'] => ({
    file,
    cell: cellAddress(index, row.row),
    ...row.place(index),
    record: row.number,
    pointer: '',
    name: header,
  });

  return {
    note: (row) => {
      for (const target of guarded) {
        const cell = row.cells[target.index];
        if (cell === undefined || !hasGuard(cell)) continue;
        const values = { header: trimCell(target.header), shown: trimCell(cell) };
        const location = (): ReadNotice['location'] => placeOf(row, target);
        tally(`guard ${target.index}`, () => ({ id: 'guards-peeled', values, location: location(), weight: 'note' }));
      }
      for (const { first, second } of twins) {
        const [one, other] = [first, second].map(({ index }) => trimCell(row.cells[index] ?? ''));
        if (one === other || one === '' || other === '') continue;
        const values = { header: trimCell(second.header), first: cellAddress(first.index, row.row) };
        const location = (): ReadNotice['location'] => placeOf(row, second);
        tally(`twin ${second.index}`, () => ({
          id: 'columns-disagree',
          values,
          location: location(),
          weight: 'fault',
        }));
      }
    },
    notices: () => [...found.values()].map(({ notice, count }) => ({ ...notice, values: { ...notice.values, count } })),
  };
}

/** `="0123"`, `'0123`: most cells begin with neither sign, and are told by it. */
function hasGuard(cell: string): boolean {
  const sign = cell.charCodeAt(0);
  return (sign === 0x27 || sign === 0x3d) && peelGuard(trimCell(cell)) !== trimCell(cell);
}

/** Columns under one header for one value. */
function twinsOf(targets: readonly CellTarget[]): readonly Twins[] {
  const first = new Map<string, CellTarget>();
  return targets.flatMap((target): Twins[] => {
    if (target.shape !== 'one' || target.line !== undefined) return [];
    const key = `${target.part ?? ''}.${target.field} ${foldHeader(target.header)}`;
    const held = first.get(key);
    if (held === undefined) first.set(key, target);
    return held === undefined ? [] : [{ first: held, second: target }];
  });
}
