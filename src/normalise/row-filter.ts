import type { RowMark, TableLayout } from '../model/format.js';
import type { RowRecord, TableRow } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { foldHeader } from '../vocabulary/headers.js';
import { isBlank, trimCell } from './cells.js';
import type { FindColumn } from './header.js';
import { cellAddress } from './row-address.js';
import type { TablePlan } from './table-plan.js';

/** Why a row is no record. */
type Reason = 'total' | 'header' | 'hint' | 'example' | 'aside';

/** Leaves out rows that are no records, and says how many and why. */
export type RowFilter = {
  readonly isRecord: (row: RowRecord) => boolean;
  readonly notices: () => readonly ReadNotice[];
};

type FilterInput = {
  readonly file: string;
  readonly headers: readonly string[];
  readonly headerRow: number;
  readonly above: readonly TableRow[];
  readonly layout: TableLayout | undefined;
  readonly plan: TablePlan;
  readonly find: FindColumn;
};

/** Rows below the header that may hold the same headers in another language. */
const labelRows = 5;

export function rowFilter(input: FilterInput): RowFilter {
  const { layout, plan, headers } = input;
  const folded = headers.map(foldHeader);
  const examples = marks(layout?.examples, plan);
  const asides = marks(layout?.asides, plan);
  const isHint = hintRows(input);
  const tally = skipped(input.file);

  const reasonOf = (row: RowRecord): Reason | undefined => {
    const at = row.cells.findIndex((cell) => !isBlank(cell));
    const first = trimCell(row.cells[at] ?? '');
    if (isTotal(first, row.cells, at)) return 'total';
    if (repeatsHeaders(row, at, folded)) return 'header';
    if (isHint(row)) return 'hint';
    if (examples(row)) return 'example';
    return asides(row) ? 'aside' : undefined;
  };
  return {
    isRecord: (row) => {
      const reason = reasonOf(row);
      if (reason === undefined) return true;
      tally.note(reason, row);
      return false;
    },
    notices: tally.notices,
  };
}

const totalWord =
  /^(?:(?:grand|sub)?[\s-]*totals?|合\s*计|小\s*计|总\s*计|共\s*计|总\s*价\s*合\s*计|(?:sous-)?total(?: général)?)(\s*[:：])?$/iu;

/** A cell such as “合计” with nothing but numbers beside it; with a colon it is no name of goods, whatever stands beside. */
function isTotal(first: string, cells: readonly string[], at: number): boolean {
  const found = first.length > 20 ? null : totalWord.exec(first);
  if (found === null) return false;
  if (found[1] !== undefined) return true;
  return cells.every(
    (cell, index) =>
      index <= at || isBlank(cell) || /^\P{L}*(?:\p{Script=Latin}{1,4}\.?|\p{Script=Han})?\P{L}*$/u.test(cell),
  );
}

function repeatsHeaders({ cells }: RowRecord, at: number, headers: readonly string[]): boolean {
  const first = cells[at];
  if (first === undefined || Math.abs(first.length - (headers[at]?.length ?? 0)) > 4) return false;
  let same = 0;
  for (const [index, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    if (foldHeader(cell) !== headers[index]) return false;
    same += 1;
  }
  return same >= 2;
}

/** The rows right below the header, as long as each is a hint or a row of labels. */
function hintRows({ layout, plan, find, headers, headerRow, above }: FilterInput): (row: RowRecord) => boolean {
  const isHint = marks(layout?.hints?.marks, plan);
  const most = layout?.hints?.rows ?? 0;
  const columns = headers.map((header) => (isBlank(header) ? undefined : find(header)));
  const firstRecord = dataRowOf(layout, above);
  let seen = 0;
  let open = true;
  const isLabels = ({ cells }: RowRecord): boolean => {
    const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ cell, column: columns[index] }]));
    const same = filled.filter(({ cell, column }) => column !== undefined && find(cell) === column).length;
    return same >= 3 && same * 2 >= filled.length;
  };
  return (row) => {
    if (firstRecord !== undefined && firstRecord > headerRow) return row.row < firstRecord;
    if (!open) return false;
    seen += 1;
    open = (seen <= most && isHint(row)) || (seen <= Math.max(most, labelRows) && isLabels(row));
    return open;
  };
}

/** The row a cell above the header names as the first of the records. */
function dataRowOf(layout: TableLayout | undefined, above: readonly TableRow[]): number | undefined {
  if (layout?.dataRow === undefined) return undefined;
  const pattern = new RegExp(layout.dataRow, 'iu');
  for (const { cells } of above) {
    for (const cell of cells) {
      const row = Number(pattern.exec(cell)?.[1]);
      if (Number.isSafeInteger(row)) return row;
    }
  }
  return undefined;
}

function marks(all: readonly RowMark[] | undefined, plan: TablePlan): (row: RowRecord) => boolean {
  if (all === undefined) return () => false;
  const tests = all.map(({ column, like, unlike }) => {
    const index = column === undefined ? undefined : plan.columnOf(column);
    const [yes, no] = [like, unlike].map((pattern) => (pattern === undefined ? undefined : new RegExp(pattern, 'iu')));
    const holds = (cell: string | undefined): boolean => {
      if (cell === undefined || isBlank(cell)) return false;
      const text = trimCell(cell);
      return (yes?.test(text) ?? true) && !(no?.test(text) ?? false);
    };
    return (cells: readonly string[]): boolean => (index === undefined ? cells.some(holds) : holds(cells[index]));
  });
  return ({ cells }) => tests.some((test) => test(cells));
}

/** Says each reason once, where it came first. */
function skipped(
  file: string,
): { readonly note: (reason: Reason, row: RowRecord) => void } & Pick<RowFilter, 'notices'> {
  const found = new Map<Reason, { readonly notice: ReadNotice; count: number }>();
  return {
    note: (reason, row) => {
      const known = found.get(reason);
      if (known !== undefined) {
        known.count += 1;
        return;
      }
      const at = Math.max(
        row.cells.findIndex((cell) => !isBlank(cell)),
        0,
      );
      const location = { file, ...row.place(at), cell: cellAddress(at, row.row), pointer: '' };
      found.set(reason, {
        notice: { id: 'row-skipped', values: { what: reason }, location, weight: 'note' },
        count: 1,
      });
    },
    notices: () => [...found.values()].map(({ notice, count }) => ({ ...notice, values: { ...notice.values, count } })),
  };
}
