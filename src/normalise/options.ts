import type { Column } from '../model/format.js';
import type { RowRecord } from '../model/reading.js';
import { foldHeader } from '../vocabulary/headers.js';
import { trimCell } from './cells.js';

/** Half of a pair of columns "… n name" and "… n value". */
export type OptionHalf = { readonly half: 'name' | 'value'; readonly nameIndex: number };

/** The halves of every option pair of a header row, by column: by what the format says, or else by the headers' last words. */
export function optionPairs(
  headers: readonly string[],
  columns: readonly (Column | undefined)[],
): ReadonlyMap<number, OptionHalf> {
  const names = new Map<string, number>();
  const values: (readonly [string, number])[] = [];
  const halves = new Map<number, OptionHalf>();
  for (const [index, header] of headers.entries()) {
    const [, pair = '', half] = /^(.*?)\s*(name|value|value\(s\)|values)$/u.exec(foldHeader(header)) ?? [];
    if (half === undefined) continue;
    if (half !== 'name') values.push([pair, index]);
    else if (!names.has(pair)) names.set(pair, index);
    if (half === 'name') halves.set(index, { half: 'name', nameIndex: index });
  }
  for (const [pair, index] of values) halves.set(index, { half: 'value', nameIndex: names.get(pair) ?? -1 });
  for (const [index, column] of columns.entries()) {
    if (column?.nameIn === undefined) continue;
    const nameIndex = columns.findIndex((one) => one?.name === column.nameIn);
    halves.set(index, { half: 'value', nameIndex });
    if (nameIndex >= 0) halves.set(nameIndex, { half: 'name', nameIndex });
  }
  return halves;
}

/** The names of options along the rows of one record: a name holds until another stands in its column. */
export class OptionNames {
  readonly #held = new Map<number, string>();

  /** Name of the option whose value stands in this column of the row; the value's own header where nobody named it. */
  at(row: RowRecord, { nameIndex, header }: { readonly nameIndex: number; readonly header: string }): string {
    const name = trimCell(row.cells[nameIndex] ?? '');
    if (name !== '') this.#held.set(nameIndex, name);
    return name !== '' ? name : (this.#held.get(nameIndex) ?? header.trim());
  }
}

/** Shopify writes this pair, in English everywhere, for a product that has no options. */
export function isNoOption(name: string, value: string): boolean {
  return name === 'Title' && value === 'Default Title';
}
