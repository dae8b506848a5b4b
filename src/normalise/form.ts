import type { FormLabel } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { TableRow } from '../model/reading.js';
import type { Fields } from '../model/record.js';
import { foldHeader } from '../vocabulary/headers.js';
import { isBlank, trimCell } from './cells.js';
import type { NormaliseInput } from './index.js';
import { namesOfCodes } from './names.js';
import { cellAddress } from './row-address.js';
import { putText, type Target, targetOf } from './targets.js';

/** Values that stand beside labels above the table and hold for every record of it. */
export type FormValues = {
  readonly fill: (fields: Fields, raw: Fields) => void;
  /** Fields the form has a label for, filled in or not. */
  readonly fields: ReadonlySet<string>;
  readonly locate: (field: string) => Location | undefined;
};

type Entry = {
  readonly target: Target;
  readonly text: string;
  readonly row: TableRow;
  readonly column: number;
  readonly label: string;
};

export function formValues(input: NormaliseInput): FormValues {
  const { format, opened, file } = input;
  const labels = format.table?.form ?? [];
  const { rows = [], headerRow = 0 } = opened.signature;
  const above = labels.length === 0 ? [] : rows.filter(({ row }) => row < headerRow);
  const entries = above.flatMap((row, at) => entriesOf(input, labels, row, above[at + 1]));
  return {
    fields: new Set(entries.map(({ target }) => target.field)),
    fill: (fields, raw) => {
      for (const { target, text } of entries) putText(fields, raw, target, text);
    },
    locate: (field) => {
      const own = entries.filter(({ target }) => target.field === field);
      const entry = own.find(({ text }) => text !== '') ?? own[0];
      if (entry === undefined) return undefined;
      const { row, column, label } = entry;
      return { file, ...row.place(column), cell: cellAddress(column, row.row), pointer: '', name: label };
    },
  };
}

function entriesOf(
  { document, codes }: NormaliseInput,
  labels: readonly FormLabel[],
  row: TableRow,
  next: TableRow | undefined,
): Entry[] {
  const names = namesOfCodes(codes);
  const labelAt = (column: number): FormLabel | undefined => {
    const folded = foldHeader((row.cells[column] ?? '').replace(/[:：].*$/su, ''));
    return folded === ''
      ? undefined
      : labels.find((one) => [one.label, ...one.aliases].some((name) => foldHeader(name) === folded));
  };
  const taken = new Set<string>();
  return row.cells.flatMap((cell, column): Entry[] => {
    const label = labelAt(column);
    // A merged label stands in several cells.
    if (label === undefined || taken.has(label.field)) return [];
    taken.add(label.field);
    const { field, read } = label;
    const target = targetOf(
      { name: label.label, aliases: [], field, ...(read && { read }) },
      label.label,
      document,
      names,
    );
    if (target === undefined) return [];
    const found = valueBeside(row, column, labelAt, label, next);
    return [{ target, label: trimCell(cell), ...found }];
  });
}

/** The text behind the label's own colon, else the first other text to the right before the next label, or below. */
function valueBeside(
  row: TableRow,
  column: number,
  labelAt: (column: number) => FormLabel | undefined,
  label: FormLabel,
  next: TableRow | undefined,
): { readonly text: string; readonly row: TableRow; readonly column: number } {
  const own = row.cells[column] ?? '';
  const behind = trimCell(/[:：](.*)$/su.exec(own)?.[1] ?? '');
  if (behind !== '') return { text: behind, row, column };
  if (label.value === 'below') {
    const directly = next !== undefined && next.row === row.row + 1 ? next : undefined;
    const text = directly?.cells[column] ?? '';
    return directly === undefined ? { text: '', row, column } : { text: trimCell(text), row: directly, column };
  }
  for (let at = column + 1; at < row.cells.length; at += 1) {
    const text = row.cells[at];
    if (text === undefined || isBlank(text) || text === own) continue;
    return labelAt(at) === undefined ? { text: trimCell(text), row, column: at } : { text: '', row, column };
  }
  return { text: '', row, column };
}
