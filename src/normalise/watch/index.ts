import type { RowRecord } from '../../model/reading.js';
import type { ReadNotice } from '../../model/record.js';
import { maskPersonal } from '../../text/mask.js';
import { trimCell } from '../cells.js';
import { cellAddress } from '../row-address.js';
import type { CellTarget, TablePlan } from '../table-plan.js';
import { changedCells } from './changed-cells.js';
import { decimalSigns } from './decimal-signs.js';
import { emptyElements } from './declaration-elements.js';
import { idleCells } from './idle-cells.js';
import { localLinks } from './links.js';
import { lostZeros } from './lost-zeros.js';
import { hiddenMarkup } from './markup.js';
import { repeatedUnits, twins } from './twins.js';

/** Notes what the reading of a cell passes over or cannot know: guards, words that say nothing, lost digits. */
export type CellWatch = {
  readonly note: (row: RowRecord) => void;
  readonly notices: () => readonly ReadNotice[];
};

/** What is to be said of a cell. What is said alike of a column is said once, at its first such cell. */
export type Sighting = {
  readonly id: ReadNotice['id'];
  readonly values: ReadNotice['values'];
  readonly weight: 'note' | 'fault';
};

/** Looks at each filled cell of a column, as written. */
export type CellEye = (cell: string, row: RowRecord) => Sighting | undefined;

/** The eye for a column; undefined where there is nothing to look for. */
export type EyeMaker = (target: CellTarget, plan: TablePlan) => CellEye | undefined;

const eyeMakers: readonly EyeMaker[] = [
  changedCells,
  lostZeros,
  idleCells,
  decimalSigns,
  hiddenMarkup,
  localLinks,
  emptyElements,
  twins,
  repeatedUnits,
];

type Watched = { readonly target: CellTarget; readonly eyes: readonly CellEye[] };

export function cellWatch(file: string, plan: TablePlan): CellWatch {
  const watched = plan.all.flatMap((target): Watched[] => {
    // A cell of pairs is no value of any of its fields.
    if (target.entry !== undefined || target.pairs !== undefined) return [];
    const eyes = eyeMakers.flatMap((make) => make(target, plan) ?? []);
    return eyes.length === 0 ? [] : [{ target, eyes }];
  });
  const found = new Map<string, { readonly notice: ReadNotice; count: number }>();
  const tell = ({ id, values, weight }: Sighting, target: CellTarget, row: RowRecord): void => {
    const key = `${id} ${target.index}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { notice: noticeAt(file, row, target, { id, values, weight }), count: 1 });
    else known.count += 1;
  };
  return {
    note: (row) => {
      for (const { target, eyes } of watched) {
        const cell = row.cells[target.index];
        if (cell === undefined || cell === '') continue;
        for (const eye of eyes) {
          const sighting = eye(cell, row);
          if (sighting !== undefined) tell(sighting, target, row);
        }
      }
    },
    notices: () => [...found.values()].map(({ notice, count }) => ({ ...notice, values: { ...notice.values, count } })),
  };
}

function noticeAt(file: string, row: RowRecord, target: CellTarget, { id, values, weight }: Sighting): ReadNotice {
  const { index, header, personal } = target;
  const cell = cellAddress(index, row.row);
  const location = { file, cell, ...row.place(index), record: row.number, pointer: '', name: header };
  return { id, values: { header: trimCell(header), ...(personal ? masked(values) : values) }, location, weight };
}

function masked(values: Sighting['values']): Sighting['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? maskPersonal(value) : value]),
  );
}
