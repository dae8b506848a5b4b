import type { Location } from '../model/location.js';
import type { RawRecord, RowRecord } from '../model/reading.js';
import type { Fields, ReadNotice, SourceRecord } from '../model/record.js';
import { fieldsOfFormat, putCell, type Target, targetOf } from './fields.js';
import { columnFinder } from './header.js';
import type { Normaliser, NormaliseInput } from './index.js';
import { trimCell } from './readings.js';

/** Where a column of this file goes. */
type Mapped = Target & { readonly index: number; readonly header: string };

/** An item of a part and the row it came from. */
type Item = { readonly part: string; readonly fields: Fields; readonly raw: Fields; readonly row: RowRecord };

/** Rows that make one record. */
type Group = { readonly key: string; readonly rows: RowRecord[] };

/** Normalises tables: one row one record, or the rows of a group one record with parts. */
export function rowNormaliser(input: NormaliseInput): Normaliser {
  const { format, document, file } = input;
  const { mapped, notices } = mapColumns(input);
  const own = mapped.filter((target) => target.part === undefined);
  const parts = (format.grouping?.parts ?? []).map((part) => ({ part, targets: mapped.filter((target) => target.part === part) }));
  const keyColumn = groupKey(input, mapped);
  const parent = parentRule(input);
  const provided = new Set(mapped.map((target) => (target.part === undefined ? target.field : `${target.part}.${target.field}`)));
  if (mapped.some((target) => target.read === 'price-with-currency')) provided.add('priceCurrency');
  const known = fieldsOfFormat(format);
  let number = 0;
  let open: Group | undefined;

  const build = (rows: readonly RowRecord[]): SourceRecord => {
    const fields: Fields = {};
    const raw: Fields = {};
    const [head] = rows;
    for (const target of own) {
      const row = head !== undefined && filled(head, target) ? head : rows.find((one) => filled(one, target));
      const cell = (row ?? head)?.cells[target.index];
      if (cell !== undefined) putCell(fields, raw, target, cell);
    }
    const items = parts.flatMap(({ part, targets }) => rows.flatMap((row) => itemOf(part, targets, row)));
    for (const { part } of parts) {
      const own = items.filter((item) => item.part === part);
      if (own.length === 0) continue;
      fields[part] = own.map((item) => item.fields);
      raw[part] = own.map((item) => item.raw);
    }
    number += 1;
    const place = { file, record: number, rows, items, mapped };
    return { document: document.id, format: format.id, file, number, fields, raw, locate: (pointer) => locate(place, pointer) };
  };

  const close = (): SourceRecord[] => {
    const records = open === undefined ? [] : [build(open.rows)];
    open = undefined;
    return records;
  };

  const take = (row: RowRecord): SourceRecord[] => {
    if (keyColumn === undefined) return [build([row])];
    const key = trimCell(row.cells[keyColumn] ?? '');
    const belongs = parent === undefined ? key === '' || key === open?.key : parent.belongs(row, open?.rows[0]);
    if (open !== undefined && belongs) {
      open.rows.push(row);
      return [];
    }
    const done = close();
    open = { key, rows: [row] };
    return done;
  };

  return {
    push: (batch: readonly RawRecord[]) => batch.flatMap((record) => (record.kind === 'row' ? take(record) : [])),
    flush: close,
    envelope: () => undefined,
    provides: (field) => provided.has(field) || parts.some(({ part }) => provided.has(`${part}.${field}`)),
    couldProvide: (field) => known.has(field) || parts.some(({ part }) => known.has(`${part}.${field}`)),
    headersFor: (field) => format.columns.filter((column) => column.field?.split('@')[0] === field).map((column) => column.name),
    notices: () => notices,
  };
}

function filled(row: RowRecord, target: Mapped): boolean {
  return trimCell(row.cells[target.index] ?? '') !== '';
}

/** The row's own item of a part: nothing where none of the part's columns is filled. */
function itemOf(part: string, targets: readonly Mapped[], row: RowRecord): Item[] {
  const fields: Fields = {};
  const raw: Fields = {};
  for (const target of targets) {
    const cell = row.cells[target.index];
    if (cell !== undefined && cell !== '') putCell(fields, raw, target, cell);
  }
  return Object.keys(fields).length === 0 ? [] : [{ part, fields, raw, row }];
}

function groupKey({ format, opened }: NormaliseInput, mapped: readonly Mapped[]): number | undefined {
  const by = format.grouping?.by;
  if (by === undefined) return undefined;
  const find = columnFinder(format.columns);
  const index = (opened.signature.headers ?? []).findIndex((header) => find(header.text)?.name === by);
  return index >= 0 ? index : mapped.find((target) => target.field === by)?.index;
}

/** Formats with parent and child rows: a child row names the record it belongs to. */
function parentRule({ format, opened }: NormaliseInput): { readonly belongs: (row: RowRecord, head?: RowRecord) => boolean } | undefined {
  const rule = format.grouping?.parent;
  if (rule === undefined) return undefined;
  const find = columnFinder(format.columns);
  const indexOf = (name: string): number => (opened.signature.headers ?? []).findIndex((header) => find(header.text)?.name === name);
  const refers = indexOf(rule.refersBy);
  const key = indexOf(format.grouping?.by ?? '');
  const id = indexOf('ID');
  return {
    belongs: (row, head) => {
      const parent = trimCell(row.cells[refers] ?? '');
      if (parent === '' || head === undefined) return false;
      return parent === trimCell(head.cells[key] ?? '') || parent === `id:${trimCell(head.cells[id] ?? '')}`;
    },
  };
}

function mapColumns({ file, format, document, opened }: NormaliseInput): { mapped: Mapped[]; notices: ReadNotice[] } {
  const find = columnFinder(format.columns);
  const mapped: Mapped[] = [];
  const notices: ReadNotice[] = [];
  const taken = new Map<string, string>();
  for (const [index, header] of (opened.signature.headers ?? []).entries()) {
    const column = find(header.text);
    const location: Location = { file, ...header.place, cell: cellAddress(index, 1), pointer: '', name: header.text };
    if (column === undefined) {
      if (header.text.trim() !== '') {
        notices.push({ id: 'column-unknown', values: { header: header.text }, location, weight: 'note' });
      }
      continue;
    }
    const target = targetOf(column, header.text, document);
    if (target === undefined) continue;
    const place = `${target.part ?? ''}.${target.field}@${target.language}`;
    const first = taken.get(place);
    if (first !== undefined && target.type !== 'list' && target.type !== 'map') {
      const values = { header: header.text, first, field: target.field };
      notices.push({ id: 'column-mapped-twice', values, location, weight: 'note' });
    }
    taken.set(place, first ?? header.text);
    mapped.push({ ...target, index, header: header.text });
  }
  return { mapped, notices };
}

type RowPlace = {
  readonly file: string;
  readonly record: number;
  readonly rows: readonly RowRecord[];
  readonly items: readonly Item[];
  readonly mapped: readonly Mapped[];
};

/** The very cell of a pointer; the row's first cell where no column provides the field. */
function locate(place: RowPlace, pointer: string): Location {
  const [, first = '', index, second = ''] = pointer.split('/');
  const item = index === undefined ? undefined : place.items.filter((one) => one.part === first)[Number(index)];
  const field = item === undefined ? first : second;
  const part = item?.part;
  const targets = place.mapped.filter((target) => target.field === field && (target.part ?? undefined) === part);
  // A field of the record may be filled further down its group, and one language of a text has its own column.
  const language = part === undefined && index !== undefined ? index : undefined;
  const named = targets.filter((target) => language === undefined || target.language === language || target.key === language);
  const candidates = named.length > 0 ? named : targets;
  const rows = item === undefined ? place.rows : [item.row];
  const target = candidates.find((one) => rows.some((row) => filled(row, one))) ?? candidates[0];
  const row = (target === undefined ? undefined : rows.find((one) => filled(one, target))) ?? rows[0];
  if (row === undefined) return { file: place.file, record: place.record, pointer };
  const base = { file: place.file, ...row.place(target?.index ?? 0), record: place.record, pointer };
  return target === undefined ? base : { ...base, cell: cellAddress(target.index, row.row), name: target.header };
}

/** `B17`: column letters and the spreadsheet's row number. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row}`;
}
