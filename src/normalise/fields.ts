import type { DocumentKind, FieldType } from '../model/document.js';
import type { CellReading, Column, Format } from '../model/format.js';
import type { Fields, Value } from '../model/record.js';
import { readCell, trimCell } from './readings.js';

/** A column's place in the canonical record, worked out once per file. */
export type Target = {
  readonly column: Column;
  readonly part?: string;
  readonly field: string;
  readonly type: FieldType;
  readonly language: string;
  readonly read: CellReading;
  /** Key under which a `map` field keeps this column's value. */
  readonly key: string;
};

/** Where the values of a column go; undefined for columns that only steer or are the platform's own. */
export function targetOf(column: Column, header: string, document: DocumentKind): Target | undefined {
  if (column.field === undefined || column.ignore === true) return undefined;
  const [path = '', language = 'und'] = column.field.split('@');
  const [first = '', second] = path.split('.');
  const part = second === undefined ? undefined : document.parts.find((one) => one.id === first);
  const field = part === undefined ? path : (second ?? '');
  const fields = part?.fields ?? document.fields;
  const type = fields.find((one) => one.id === field)?.type ?? 'text';
  const base = { column, field, type, language, read: column.read ?? 'as-is', key: header.trim() };
  return part === undefined ? base : { ...base, part: part.id };
}

/** Puts a cell's text into the record (or item) it belongs to. The first of several columns for one field wins. */
export function putCell(fields: Fields, raw: Fields, target: Target, cell: string): void {
  const text = trimCell(cell);
  if (raw !== fields && raw[target.field] === undefined) raw[target.field] = cell;
  if (text === '') return;
  const { value, currency } = readCell(text, target.read);
  putValue(fields, target, value);
  if (currency !== undefined && fields['priceCurrency'] === undefined) fields['priceCurrency'] = currency;
}

function putValue(fields: Fields, target: Target, value: Value): void {
  const held = fields[target.field];
  if (target.type === 'localized' || target.type === 'map') {
    const key = target.type === 'map' ? target.key : target.language;
    if (!isMap(held)) fields[target.field] = { [key]: value };
    else if (held[key] === undefined) Object.assign(held, { [key]: value });
  } else if (target.type === 'list') {
    const added = Array.isArray(value) ? value : [value];
    fields[target.field] = Array.isArray(held) ? [...held, ...added] : added;
  } else if (held === undefined) {
    fields[target.field] = value;
  }
}

function isMap(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Every field the format could carry: `gtin`, `lines.unit`. */
export function fieldsOfFormat(format: Format): ReadonlySet<string> {
  const fields = format.columns.map((column) => column.field?.split('@')[0]).filter((field) => field !== undefined);
  return new Set(fields);
}
