import type { Finding } from '../../model/finding.js';
import type { Severity } from '../../model/standard.js';
import { cellOf } from './markup.js';
import type { MarkStyle } from './styles.js';

/** Findings about one cell, the gravest first. */
export type Mark = { readonly column: number; readonly row: number; readonly findings: readonly Finding[] };

/** Marks of a table by row and column. */
export type Marks = ReadonlyMap<number, ReadonlyMap<number, Mark>>;

/** What tells one table from another: its file, and its sheet in a workbook. */
export function tableKey({ file, sheet = '' }: { readonly file: string; readonly sheet?: string }): string {
  return `${file}\n${sheet}`;
}

type OpenMark = Mark & { readonly findings: Finding[] };

/** The findings that speak of a cell, by table. The findings must come with the gravest first. */
export function marksByTable(findings: readonly Finding[]): ReadonlyMap<string, Marks> {
  const tables = new Map<string, Map<number, Map<number, OpenMark>>>();
  for (const finding of findings) {
    const place = finding.location.cell === undefined ? undefined : cellOf(finding.location.cell);
    if (place === undefined) continue;
    const rows = entry(tables, tableKey(finding.location), () => new Map<number, Map<number, OpenMark>>());
    const cells = entry(rows, place.row, () => new Map<number, OpenMark>());
    entry(cells, place.column, (): OpenMark => ({ ...place, findings: [] })).findings.push(finding);
  }
  return tables;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The colour of a cell: that of its gravest open finding. */
export function styleOf({ findings }: Mark): MarkStyle {
  const open = findings.filter(({ state }) => state === 'open').map(({ severity }) => severity);
  const order: readonly Severity[] = ['error', 'warning', 'advice'];
  return order.find((severity) => open.includes(severity)) ?? 'accepted';
}
