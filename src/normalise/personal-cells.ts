import type { DocumentKind } from '../model/document.js';
import { formValues } from './form.js';
import type { NormaliseInput } from './index.js';
import { cellAddress } from './row-address.js';
import { planTable } from './table-plan.js';

/** Answers of a cell whether the field its column, or a form above the table, gives it to holds personal data. */
export function personalCells(
  input: NormaliseInput,
  isPersonal: (document: DocumentKind, field: string) => boolean,
): (column: number, row: number) => boolean {
  const { document, opened } = input;
  const { headers = [], headerRow = headers[0]?.place.line ?? 1 } = opened.signature;
  const columns = new Set(
    planTable(input)
      .all.filter(({ part, field }) => isPersonal(document, part === undefined ? field : `${part}.${field}`))
      .map(({ index }) => index),
  );
  const form = formValues(input);
  const beside = new Set(
    [...form.fields].flatMap((field) => (isPersonal(document, field) ? [form.locate(field)?.cell] : [])),
  );
  return (column, row) => (row > headerRow ? columns.has(column) : beside.has(cellAddress(column, row)));
}
