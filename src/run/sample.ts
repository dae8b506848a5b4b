import type { Json } from '../model/condition.js';
import type { SampledColumn } from '../model/proposal.js';
import type { Opened, RawRecord, ReadLayout, TableRow } from '../model/reading.js';

/** Records looked at to propose a mapping. */
const mostRecords = 200;
/** Columns and keys looked at; a file with more of them is none that a person maps. */
const mostColumns = 2000;

/** The columns of a table below this header, with their first values. */
export async function sampleTable(opened: Opened, header: TableRow): Promise<readonly SampledColumn[]> {
  const names = header.cells.slice(0, mostColumns);
  const values: string[][] = names.map(() => []);
  for (const record of await firstRecords(opened, { header: header.row })) {
    if (record.kind !== 'row') continue;
    for (const [index, own] of values.entries()) {
      const cell = record.cells[index] ?? '';
      if (cell.trim() !== '') own.push(cell);
    }
  }
  return names.map((name, index) => ({ name, values: values[index] ?? [] }));
}

/** The paths of keys of JSON records that hold plain values, in the order they come, with their first values. */
export async function sampleObjects(opened: Opened, pointer: string): Promise<readonly SampledColumn[]> {
  const found = new Map<string, { readonly list: string; readonly values: string[] }>();
  const put = (path: string, list: string, value: string): void => {
    const held = found.get(path);
    if (held !== undefined) held.values.push(value);
    else if (found.size < mostColumns) found.set(path, { list, values: [value] });
  };
  for (const record of await firstRecords(opened, { pointer })) {
    if (record.kind === 'object') walk(record.value, { path: '', list: '', depth: 0 }, put);
  }
  return [...found].map(([name, { list, values }]) => ({
    name,
    list,
    values: values.filter((one) => one.trim() !== ''),
  }));
}

type At = { readonly path: string; readonly list: string; readonly depth: number };

/** Deeper than this nobody names columns. */
const deepest = 8;

function walk(value: Json, at: At, put: (path: string, list: string, value: string) => void): void {
  if (at.depth > deepest) return;
  if (Array.isArray(value)) {
    const objects = value.some((item) => typeof item === 'object' && item !== null);
    for (const item of value.slice(0, 50))
      walk(item, { ...at, list: objects && at.list === '' ? at.path : at.list }, put);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      walk(inner, { ...at, path: at.path === '' ? key : `${at.path}.${key}`, depth: at.depth + 1 }, put);
  } else if (at.path !== '') put(at.path, at.list, value === null ? '' : String(value));
}

async function firstRecords(opened: Opened, layout: ReadLayout): Promise<readonly RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const batch of opened.records(layout)) {
    records.push(...batch.slice(0, mostRecords - records.length));
    if (records.length >= mostRecords) break;
  }
  return records;
}
