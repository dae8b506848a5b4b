import type { Column, Format } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { HeaderCell } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { foldHeader } from '../vocabulary/headers.js';
import { type Carried, withPlainNames } from './carried.js';
import { trimCell } from './cells.js';
import { readingFigures } from './decimal-signs.js';
import type { DecimalSign } from './figures.js';
import { columnFinder } from './header.js';
import type { NormaliseInput } from './index.js';
import { type Names, namesOfCodes } from './names.js';
import { type OptionHalf, optionPairs } from './options.js';
import { type ReadText, readingOf } from './readings.js';
import { cellAddress } from './row-address.js';
import { attributeTarget, keepsAttributes, languageTag, type Target, targetOf } from './targets.js';
import { unknownNames } from './unknown.js';

/** A column of this file and where its cells go. */
export type CellTarget = Target & {
  readonly index: number;
  readonly header: string;
  /** An option's value: the column that names the option, or -1 where the file has none. */
  readonly nameIndex: number | undefined;
  /** The column that says the unit, where the format has one for it and the file too. */
  readonly unitIndex: number | undefined;
  /** Which line of the cell holds the value, where a cell holds several. */
  readonly line: number | undefined;
  /** Names of the pair of the cell that holds the value, folded. */
  readonly entry?: readonly string[];
  /** The cell holds pairs; those of these names go elsewhere, folded. */
  readonly pairs?: ReadonlySet<string>;
  /** The sign that begins the fraction of numbers whose form leaves it open; absent: nobody knows. */
  readonly sign?: DecimalSign | undefined;
  /** The column it repeats in another unit, and how it is read for that. */
  readonly repeats?: { readonly index: number; readonly read: ReadText };
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
  const find = columnFinder(format);
  const columns = headers.map((header) => find(header.text));
  const names = namesOfCodes(input.codes);
  const texts = headers.map((header) => header.text);
  const known: Headers = { texts, columns, pairs: optionPairs(texts, columns) };
  const targets = texts.flatMap((_, index) => targetsOfColumn(input, names, known, index));
  const all = readingFigures(targets, opened, input.decimal);
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
    notices: [...unknownColumns(input, headers, columns), ...repeatedColumns(input, all)],
  };
}

type Headers = {
  readonly texts: readonly string[];
  readonly columns: readonly (Column | undefined)[];
  readonly pairs: ReadonlyMap<number, OptionHalf>;
};

function targetsOfColumn(
  input: NormaliseInput,
  names: Names,
  { texts, columns, pairs }: Headers,
  index: number,
): CellTarget[] {
  const { document, format } = input;
  const header = texts[index] ?? '';
  const column = columns[index];
  if (trimCell(header) === '') return [];
  const option = column?.read === 'option' ? pairs.get(index) : undefined;
  // The name of an option is half of a pair: its other half carries it.
  if (option?.half === 'name') return [];
  if (column?.fields !== undefined) return linesOfCell(input, names, column, index, header);
  if (column?.pairs !== undefined) return pairsOfCell(input, names, column, column.pairs, index, header);
  const target =
    column === undefined
      ? attributeTarget(header, document, names)
      : inLanguageOf(header, format, targetOf(column, header, document, names));
  if (target === undefined) return [];
  const unitIndex = target.unitIn === undefined ? -1 : columns.findIndex((one) => one?.name === target.unitIn);
  const found = unitIndex < 0 ? undefined : unitIndex;
  const plain = { ...target, index, header, nameIndex: option?.nameIndex, unitIndex: found, line: undefined };
  const { repeats } = column ?? {};
  const twin = repeats === undefined ? -1 : columns.findIndex((one) => one?.name === repeats.column);
  if (repeats === undefined || twin < 0) return [plain];
  return [{ ...plain, repeats: { index: twin, read: readingOf(repeats.read, header, names) } }];
}

/** A header that names several things stands over cells that hold each on a line of its own. */
function linesOfCell(
  { document }: NormaliseInput,
  names: Names,
  column: Column,
  index: number,
  header: string,
): CellTarget[] {
  return (column.fields ?? []).flatMap((field, line): CellTarget[] => {
    const target = targetOf({ ...column, field }, header, document, names);
    return target === undefined ? [] : [{ ...target, index, header, nameIndex: undefined, unitIndex: undefined, line }];
  });
}

/** Pairs whose names the format knows fill their fields; the column itself keeps the others. */
function pairsOfCell(
  { document }: NormaliseInput,
  names: Names,
  column: Column,
  pairs: readonly Column[],
  index: number,
  header: string,
): CellTarget[] {
  const place = { index, header, nameIndex: undefined, unitIndex: undefined, line: undefined };
  const known = new Set<string>();
  const own = pairs.flatMap((pair): CellTarget[] => {
    const entry = [pair.name, ...pair.aliases].map(foldHeader);
    for (const name of entry) known.add(name);
    const target = targetOf(pair, pair.name, document, names);
    return target === undefined ? [] : [{ ...target, ...place, entry }];
  });
  const rest = targetOf(column, header, document, names);
  return rest === undefined ? own : [...own, { ...rest, ...place, pairs: known }];
}

/** A header may say the language of its column: `item_name[language_tag=fr_FR]#1.value`. */
function inLanguageOf(header: string, { table }: Format, target: Target | undefined): Target | undefined {
  const pattern = table?.qualifiers?.language;
  if (target?.type !== 'localized' || pattern === undefined) return target;
  const language = new RegExp(pattern, 'iu').exec(header)?.[1];
  return language === undefined ? target : { ...target, key: languageTag(language) };
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
    const kept = keepsAttributes(input.document) ? {} : { kept: 'no' };
    const values = { header: trimCell(header.text), ...nearest(header.text), ...kept };
    return [{ id: 'column-unknown', values, location: headerPlace(input, index), weight: 'note' }];
  });
}

/** Two columns for one value: the first filled one counts. The same header twice has been said by the reader. */
function repeatedColumns(input: NormaliseInput, targets: readonly CellTarget[]): ReadNotice[] {
  const first = new Map<string, CellTarget>();
  return targets.flatMap((target): ReadNotice[] => {
    if (target.shape === 'list' || target.type === 'map') return [];
    const place = `${target.part ?? ''}.${target.field}@${target.shape === 'keyed' ? target.key : ''}`;
    const held = first.get(place);
    if (held === undefined) first.set(place, target);
    if (held === undefined || foldHeader(held.header) === foldHeader(target.header)) return [];
    const values = { header: trimCell(target.header), first: trimCell(held.header), field: target.field };
    return [{ id: 'column-mapped-twice', values, location: headerPlace(input, target.index), weight: 'note' }];
  });
}

function headerPlace({ file, opened }: NormaliseInput, index: number): Location {
  const { headers = [], headerRow } = opened.signature;
  const header = headers[index];
  const cell = cellAddress(index, headerRow ?? headers[0]?.place.line ?? 1);
  return { file, cell, ...header?.place, pointer: '', name: header?.text ?? '' };
}
