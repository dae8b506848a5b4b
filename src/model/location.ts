/**
 * A place in a file. Lines and columns count from 1; a column counts characters (Unicode code points). In a workbook the
 * line is the row and the column the column of the cell.
 */
export type Location = {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** 1-based number of the record in the file. */
  readonly record?: number;
  /** Name of the sheet, in a workbook. */
  readonly sheet?: string;
  /** Spreadsheet address (`B17`) for tables. */
  readonly cell?: string;
  /** JSON pointer into the canonical record: `/lines/0/unit`. */
  readonly pointer: string;
  /** What the user's file calls the field: header, element, key. */
  readonly name?: string;
};
