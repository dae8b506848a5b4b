import type { RowRecord } from '../model/reading.js';
import type { Fields, SourceRecord } from '../model/record.js';
import { foldHeader } from '../vocabulary/headers.js';
import { isBlank, trimCell } from './cells.js';
import type { FormValues } from './form.js';
import type { NormaliseInput } from './index.js';
import { isNoOption, OptionNames } from './options.js';
import { entryOf, pairsIn } from './pairs.js';
import type { RowGroup } from './row-groups.js';
import { locateCell } from './row-place.js';
import type { CellTarget, TablePlan } from './table-plan.js';
import { besideIt, putCurrency, putKeyed, putText, type Target } from './targets.js';

/** An item of a part and the row it came from. */
export type RowItem = { readonly part: string; readonly fields: Fields; readonly raw: Fields; readonly row: RowRecord };

/** Which rows and columns make up one record: its own, and one item per row of each part. */
export type RecordRows = {
  readonly group: RowGroup;
  readonly ownRows: readonly RowRecord[];
  readonly own: readonly CellTarget[];
  readonly itemRows: readonly RowRecord[];
  /** Each of `itemRows` is an item, even one that says nothing. */
  readonly everyRow: boolean;
};

export function buildRecord(
  { file, format, document, form }: NormaliseInput & { readonly form: FormValues },
  plan: TablePlan,
  rows: RecordRows,
): SourceRecord {
  const { group } = rows;
  const fields: Fields = {};
  const raw: Fields = {};
  fill(fields, raw, rows.own, rows.ownRows, new OptionNames());
  form.fill(fields, raw);
  const items: RowItem[] = [];
  for (const { part, targets } of rows.itemRows.length === 0 ? [] : plan.parts) {
    const own = itemsOf(part, targets, rows);
    if (own.length === 0) continue;
    fields[part] = own.map((item) => item.fields);
    raw[part] = own.map((item) => item.raw);
    items.push(...own);
  }
  const locate: SourceRecord['locate'] = (pointer) => locateCell({ file, plan, rows, items, form }, pointer);
  return {
    document: document.id,
    format: format.id,
    file,
    number: group.number,
    fields,
    raw,
    locate,
    rows: group.rows,
  };
}

function itemsOf(part: string, targets: readonly CellTarget[], { itemRows, everyRow }: RecordRows): RowItem[] {
  const names = new OptionNames();
  const items: RowItem[] = [];
  for (const row of itemRows) {
    if (!everyRow && !targets.some((target) => !isBlank(row.cells[target.index]))) {
      for (const target of targets) nameOf(target, row, names);
      continue;
    }
    const fields: Fields = {};
    const raw: Fields = {};
    fill(fields, raw, targets, [row], names);
    items.push({ part, fields, raw, row });
  }
  return items;
}

function fill(
  fields: Fields,
  raw: Fields,
  targets: readonly CellTarget[],
  rows: readonly RowRecord[],
  names: OptionNames,
): void {
  let priced = false;
  for (const row of rows) {
    const { cells } = row;
    for (const target of targets) {
      const cell = pieceOf(cells[target.index], target);
      if (target.currency !== undefined) priced = true;
      const key = target.nameIndex === undefined ? undefined : nameOf(target, row, names);
      if (cell === undefined) continue;
      if (key !== undefined) putOption(fields, raw, target, key, cell);
      else if (target.pairs !== undefined) putPairs(fields, raw, target, cell);
      else if (cell !== '') putText(fields, raw, besideCell(target, cells), cell);
      else if (raw[target.field] === undefined && target.type !== 'map') raw[target.field] = '';
    }
  }
  if (!priced) return;
  for (const row of rows) for (const target of targets) putCurrency(fields, target, row.cells[target.index] ?? '');
}

/** The part of a cell that holds the value, where a cell holds several. */
function pieceOf(cell: string | undefined, { line, entry }: CellTarget): string | undefined {
  if (entry !== undefined) return entryOf(cell ?? '', entry);
  return line === undefined ? cell : (cell?.split(/\r\n|\n|\r/u)[line] ?? '');
}

/** Pairs the format does not know, each under its own name. */
function putPairs(fields: Fields, raw: Fields, { field, pairs }: CellTarget, cell: string): void {
  for (const [name, value] of pairsIn(cell)) {
    if (pairs?.has(foldHeader(name)) === true || value === '') continue;
    putKeyed(fields, field, name, value);
    putKeyed(raw, field, name, value);
  }
}

/** The target of this row's cell, with the unit another cell says. */
function besideCell(target: CellTarget, cells: readonly string[]): Target {
  return target.unitIndex === undefined ? target : besideIt(target, () => cells[target.unitIndex ?? -1]);
}

/** Name of the option a column holds in this row; undefined for columns that are no option. */
function nameOf({ nameIndex, header }: CellTarget, row: RowRecord, names: OptionNames): string | undefined {
  return nameIndex === undefined ? undefined : names.at(row, { nameIndex, header });
}

function putOption(fields: Fields, raw: Fields, target: CellTarget, name: string, cell: string): void {
  const value = trimCell(cell);
  if (value === '') return;
  putKeyed(raw, target.field, name, cell);
  if (!isNoOption(name, value)) putKeyed(fields, target.field, name, target.read(value));
}
