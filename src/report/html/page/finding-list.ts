import type { Finding, NearbyCell } from '../../../model/finding.js';
import type { Location } from '../../../model/location.js';
import type { FindingColumns, FindingKind, NearbyHead } from '../page-data.js';

/** The findings of the page, made one by one when they are shown. */
export type FindingList = {
  readonly size: number;
  readonly columns: FindingColumns;
  readonly kindOf: (index: number) => FindingKind;
  readonly at: (index: number) => Finding;
  /** Characters of the value as the file has it, where the page holds only its beginning. */
  readonly wholeLength: (index: number) => number | undefined;
};

export function findingList(columns: FindingColumns): FindingList {
  const kindOf = (index: number): FindingKind => {
    const kind = columns.kinds[columns.kind[index] ?? -1];
    if (kind === undefined) throw new RangeError(`no finding ${index}`);
    return kind;
  };
  return {
    size: columns.kind.length,
    columns,
    kindOf,
    at: (index) => findingAt(columns, kindOf(index), index),
    wholeLength: (index) => columns.lengths[index],
  };
}

function findingAt(columns: FindingColumns, kind: FindingKind, index: number): Finding {
  const name = columns.name[index] ?? '';
  const actual = columns.actual[index] ?? 0;
  const nearby = nearbyAt(columns, index);
  return {
    rule: kind.rule,
    standards: kind.standards,
    severity: kind.severity,
    location: locationAt(columns, kind, index),
    key: wholeKey(kind, columns.key[index] ?? ''),
    expected: columns.expectations[columns.expected[index] ?? -1] ?? { id: 'value', values: {} },
    // What is personal was masked before it came into the page.
    personal: false,
    state: kind.state,
    related: columns.related[index] ?? [],
    ...(kind.field === undefined ? {} : { field: kind.field }),
    ...(actual === 0 ? {} : { actual }),
    ...(name === '' ? {} : { record: name }),
    ...(nearby === undefined ? {} : { nearby }),
  };
}

function wholeKey({ rule }: FindingKind, rest: string): string {
  return rest.startsWith('|') ? rule + rest : rest;
}

function locationAt(columns: FindingColumns, { file, sheet, name }: FindingKind, index: number): Location {
  const line = columns.line[index] ?? 0;
  const column = columns.column[index] ?? 0;
  const record = columns.record[index] ?? 0;
  const cell = columns.cell[index] ?? '';
  return {
    file,
    pointer: '',
    ...(sheet === undefined ? {} : { sheet }),
    ...(name === undefined ? {} : { name }),
    ...(line === 0 ? {} : { line }),
    ...(column === 0 ? {} : { column }),
    ...(record === 0 ? {} : { record }),
    ...(cell === '' ? {} : { cell }),
  };
}

function nearbyAt(columns: FindingColumns, index: number): Finding['nearby'] {
  const entry = columns.nearby[index] ?? 0;
  if (entry === 0) return undefined;
  const [headingIndex, ...values] = entry;
  const heading = columns.headings[headingIndex];
  if (heading === undefined) return undefined;
  const row = /[0-9]+$/.exec(columns.cell[index] ?? '')?.[0] ?? '';
  const cells = heading.cells.map((head, at) => cellOf(head, values[at] ?? '', row));
  return { before: cells.slice(0, heading.before), after: cells.slice(heading.before) };
}

function cellOf({ name, column, cell }: NearbyHead, value: string, row: string): NearbyCell {
  const address = column === undefined ? cell : column + row;
  return { name, value, personal: false, ...(address === undefined ? {} : { cell: address }) };
}
