import type { RawRecord, RowRecord } from '../model/reading.js';
import type { ReadNotice, SourceRecord } from '../model/record.js';
import { foldHeader } from '../vocabulary/headers.js';
import { carriedBy, headersOf } from './carried.js';
import { flawNotices } from './cell-flaws.js';
import { formValues } from './form.js';
import { type Grouper, keyGrouper, parentGrouper, startGrouper } from './grouping.js';
import { columnFinder } from './header.js';
import type { NormaliseInput, Normaliser } from './index.js';
import { cellAddress } from './row-address.js';
import { type RowFilter, rowFilter } from './row-filter.js';
import type { RowGroup } from './row-groups.js';
import { buildRecord, type RecordRows } from './row-record.js';
import { planTable, type TablePlan } from './table-plan.js';
import { cellWatch } from './watch/index.js';

/** Normalises tables: one row one record, or the rows of a group one record with parts. */
export function rowNormaliser(input: NormaliseInput): Normaliser {
  const { format, document } = input;
  const plan = planTable(input);
  const strays = strayRows(input.file, plan, format.grouping?.parent?.refersBy ?? format.grouping?.by ?? '');
  const grouper = grouperOf(input, plan, strays.note);
  const roles = format.grouping?.parent !== undefined || format.grouping?.starts?.headOnly === true;
  const known = carriedBy(format, document);
  const flaws = flawNotices(input.file, plan.headers, plan.isKnown);
  const form = formValues(input);
  const filter = filterOf(input, plan);
  const watch = cellWatch(input.file, plan);
  let number = 0;

  const build = (group: RowGroup): SourceRecord =>
    buildRecord({ ...input, form }, plan, rowsOf(group, plan, roles ? grouper : undefined, grouper !== undefined));
  const alone = (row: RowRecord): SourceRecord => {
    number += 1;
    return build({ number, key: '', rows: [row], head: row });
  };
  const push = (batch: readonly RawRecord[]): SourceRecord[] => {
    const records: SourceRecord[] = [];
    for (const record of batch) {
      if (record.kind !== 'row' || !filter.isRecord(record)) continue;
      if (record.flaws !== undefined) flaws.note(record);
      watch.note(record);
      if (grouper === undefined) records.push(alone(record));
      else for (const group of grouper.take(record)) records.push(build(group));
    }
    return records;
  };

  return {
    push,
    flush: () => (grouper?.flush() ?? []).map(build),
    envelope: () => undefined,
    provides: (field) => plan.carried.has(field) || form.fields.has(field),
    couldProvide: (field) => known.has(field),
    headersFor: (field) => headersOf(format, document, field),
    notices: () => [...plan.notices, ...filter.notices(), ...strays.notices(), ...flaws.notices(), ...watch.notices()],
    readsAll: (header) => readsAll(plan, header),
  };
}

/** Every column under this header is read: its values add up to a list, or nothing is read of it. */
function readsAll(plan: TablePlan, header: string): boolean {
  const folded = foldHeader(header);
  return plan.all.every((target) => target.shape === 'list' || foldHeader(target.header) !== folded);
}

function filterOf({ file, format, opened }: NormaliseInput, plan: TablePlan): RowFilter {
  const { headers = [], headerRow = headers[0]?.place.line ?? 1, rows = [] } = opened.signature;
  return rowFilter({
    file,
    headers: headers.map(({ text }) => text),
    headerRow,
    above: rows.filter(({ row }) => row < headerRow),
    layout: format.table,
    plan,
    find: columnFinder(format),
  });
}

function grouperOf(
  { format }: NormaliseInput,
  plan: TablePlan,
  note: Parameters<typeof keyGrouper>[2],
): Grouper | undefined {
  const { grouping } = format;
  if (grouping === undefined) return undefined;
  if (grouping.parent !== undefined) return parentGrouper(grouping, plan, note);
  const key = plan.columnOf(grouping.by ?? '');
  if (grouping.starts !== undefined || grouping.whole === true) return startGrouper(grouping.starts, key, plan);
  return key < 0 ? undefined : keyGrouper(key, plan, note, grouping.blankAlone);
}

/**
 * With roles, a product's row is about the product in all its columns, and a child's row only adds an item. Without,
 * every row may say something of the record and add an item.
 */
function rowsOf(group: RowGroup, plan: TablePlan, roles: Grouper | undefined, grouped: boolean): RecordRows {
  const { rows, head } = group;
  if (!grouped) return { group, ownRows: rows, own: plan.all, itemRows: [], everyRow: false };
  if (roles === undefined) return { group, ownRows: rows, own: plan.own, itemRows: rows, everyRow: false };
  const itemRows = rows.filter((row) => row !== head && !roles.isHead(row));
  return { group, ownRows: head === undefined ? [] : [head], own: plan.all, itemRows, everyRow: true };
}

/** Counts rows that stand apart from their records and rows whose records are nowhere, and says each once. */
function strayRows(file: string, plan: TablePlan, keyHeader: string) {
  const first = new Map<'apart' | 'lost', ReadNotice>();
  const counts = { apart: 0, lost: 0 };
  const column = plan.columnOf(keyHeader);
  return {
    note: (what: 'apart' | 'lost', key: string, row: RowRecord): void => {
      counts[what] += 1;
      if (first.has(what)) return;
      const at = Math.max(column, 0);
      const location = { file, cell: cellAddress(at, row.row), ...row.place(at), pointer: '' };
      const values: ReadNotice['values'] = key === '' ? {} : { key };
      // A row put back to its record is worth knowing; one that was not checked is a fault.
      const id = what === 'apart' ? 'row-apart' : 'orphan-row';
      first.set(what, { id, values, location, weight: what === 'apart' ? 'note' : 'fault' });
    },
    notices: (): ReadNotice[] =>
      [...first].map(([what, notice]) => ({ ...notice, values: { ...notice.values, count: counts[what] } })),
  };
}
