import type { CellFlaw, RowRecord } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { cellAddress } from './row-address.js';

/**
 * Says once for each kind of flaw where the first such cell is and how many there are. In a column of the format it is a
 * fault: what stands there could not be checked. In a column of the merchant's own it is worth a note.
 */
export function flawNotices(file: string, headers: readonly string[], isKnown: (column: number) => boolean) {
  const first = new Map<string, { readonly notice: ReadNotice; count: number }>();

  const note = (row: RowRecord, { id, column, text }: CellFlaw): void => {
    const weight = isKnown(column) ? 'fault' : 'note';
    const known = first.get(`${weight} ${id}`);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    const name = headers[column] ?? '';
    const cell = cellAddress(column, row.row);
    const location = { file, cell, ...row.place(column), record: row.number, pointer: '', name };
    const values = id === 'cell-error' ? { error: text } : id === 'digits-lost' ? { shown: text } : {};
    first.set(`${weight} ${id}`, { notice: { id, values, location, weight }, count: 1 });
  };

  return {
    note: (row: RowRecord): void => {
      for (const flaw of row.flaws ?? []) if (flaw.column < headers.length) note(row, flaw);
    },
    notices: (): ReadNotice[] =>
      [...first.values()].map(({ notice, count }) => ({ ...notice, values: { ...notice.values, count } })),
  };
}
