import type { Column } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { HeaderCell } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { type Carried, withPlainNames } from './carried.js';
import { trimCell } from './cells.js';
import { columnFinder, foldHeader } from './header.js';
import type { NormaliseInput } from './index.js';
import { type Names, namesOfCodes } from './names.js';
import { type OptionHalf, optionPairs } from './options.js';
import { cellAddress } from './row-address.js';
import { attributeTarget, type Target, targetOf } from './targets.js';
import { unknownNames } from './unknown.js';

/** A column of this file and where its cells go. */
export type CellTarget = Target & {
  readonly index: number;
  readonly header: string;
  /** An option's value: the column that names the option, or -1 where the file has none. */
  readonly nameIndex: number | undefined;
};

/** What is known of a table once its header is: worked out once per file. */
export type TablePlan = {
  /** Columns of the record itself. Without grouping every column is. */
  readonly own: readonly CellTarget[];
  /** Columns of each part, for the rows that add an item to it. */
  readonly parts: readonly { readonly part: string; readonly targets: readonly CellTarget[] }[];
  /** Every mapped column, in the order of the file. */
  readonly all: readonly CellTarget[];
  /** Column of a header the format knows by this name, or that fills this field; -1 where the file has none. */
  readonly columnOf: (nameOrField: string) => number;
  readonly carried: Carried;
  /** The header row as written. */
  readonly headers: readonly string[];
  /** Whether the format knows the column at this index. */
  readonly isKnown: (index: number) => boolean;
  readonly notices: readonly ReadNotice[];
};

export function planTable(input: NormaliseInput): TablePlan {
  const { format, document, opened } = input;
  const headers = opened.signature.headers ?? [];
  const find = columnFinder(format.columns);
  const columns = headers.map((header) => find(header.text));
  const names = namesOfCodes(input.codes);
  const texts = headers.map((header) => header.text);
  const known: Headers = { texts, columns, pairs: optionPairs(texts) };
  const all = texts.flatMap((_, index) => targetsOfColumn(input, names, known, index));
  const partIds = format.grouping?.parts ?? [];
  const fields = new Set(all.flatMap((target) => pathsOf(target)));
  return {
    own: all.filter((target) => target.part === undefined || !partIds.includes(target.part)),
    parts: partIds.map((part) => ({ part, targets: all.filter((target) => target.part === part) })),
    all,
    columnOf: (name) => {
      const index = columns.findIndex((column) => column?.name === name);
      return index >= 0 ? index : (all.find((target) => target.field === name)?.index ?? -1);
    },
    carried: withPlainNames(fields, document),
    headers: texts,
    isKnown: (index) => columns[index] !== undefined,
    notices: [...unknownColumns(input, headers, columns), ...repeatedColumns(input, headers, all)],
  };
}

type Headers = {
  readonly texts: readonly string[];
  readonly columns: readonly (Column | undefined)[];
  readonly pairs: ReadonlyMap<number, OptionHalf>;
};

function targetsOfColumn(
  { document }: NormaliseInput,
  names: Names,
  { texts, columns, pairs }: Headers,
  index: number,
): CellTarget[] {
  const header = texts[index] ?? '';
  const column = columns[index];
  if (trimCell(header) === '') return [];
  const option = column?.read === 'option' ? pairs.get(index) : undefined;
  // The name of an option is half of a pair: its other half carries it.
  if (option?.half === 'name') return [];
  const target =
    column === undefined ? attributeTarget(header, document, names) : targetOf(column, header, document, names);
  return target === undefined ? [] : [{ ...target, index, header, nameIndex: option?.nameIndex }];
}

function pathsOf({ part, field, currency }: CellTarget): string[] {
  const prefix = part === undefined ? '' : `${part}.`;
  return currency === undefined ? [prefix + field] : [prefix + field, prefix + currency.field];
}

function unknownColumns(
  input: NormaliseInput,
  headers: readonly HeaderCell[],
  columns: readonly (Column | undefined)[],
): ReadNotice[] {
  const present = new Set(columns.filter((column) => column !== undefined));
  const nearest = unknownNames(input.format.columns.filter((column) => !present.has(column)));
  return headers.flatMap((header, index): ReadNotice[] => {
    if (columns[index] !== undefined || trimCell(header.text) === '') return [];
    const values = { header: trimCell(header.text), ...nearest(header.text) };
    return [{ id: 'column-unknown', values, location: headerPlace(input.file, headers, index), weight: 'note' }];
  });
}

/** Two columns for one value: the first filled one counts. The same header twice has been said by the reader. */
function repeatedColumns(
  { file }: NormaliseInput,
  headers: readonly HeaderCell[],
  targets: readonly CellTarget[],
): ReadNotice[] {
  const first = new Map<string, CellTarget>();
  return targets.flatMap((target): ReadNotice[] => {
    if (target.shape === 'list' || target.type === 'map') return [];
    const place = `${target.part ?? ''}.${target.field}@${target.shape === 'keyed' ? target.key : ''}`;
    const held = first.get(place);
    if (held === undefined) first.set(place, target);
    if (held === undefined || foldHeader(held.header) === foldHeader(target.header)) return [];
    const values = { header: trimCell(target.header), first: trimCell(held.header), field: target.field };
    return [{ id: 'column-mapped-twice', values, location: headerPlace(file, headers, target.index), weight: 'note' }];
  });
}

function headerPlace(file: string, headers: readonly HeaderCell[], index: number): Location {
  const header = headers[index];
  // Nothing but empty lines can stand above the header row, so its first line is its spreadsheet row.
  const cell = cellAddress(index, headers[0]?.place.line ?? 1);
  return { file, cell, ...header?.place, pointer: '', name: header?.text ?? '' };
}
