import type { CellReading, Format } from './format.js';

/** How one merchant's own file writes a document kind: what a mapping file says. */
export type Mapping = {
  readonly document: string;
  /** Workbook: the only sheet that is read. */
  readonly sheet?: string;
  /** Table: number of the row the headings stand in, from 1; absent: the one of the first rows with most of them. */
  readonly header?: number;
  /** JSON: pointer of the array of records (empty: the file itself). Absent: the file is a table. */
  readonly records?: string;
  /** Table: heading whose cells say which rows are one record. */
  readonly group?: string;
  readonly columns: readonly MappedColumn[];
  /** Headings nobody needs to hear about. */
  readonly ignore: readonly string[];
};

export type MappedColumn = {
  /** Heading as the file writes it; JSON: path of keys below the record. */
  readonly name: string;
  /** Field of the document kind: `title`, `title@fr`, `lines.quantity`. */
  readonly field: string;
  /** How its cells are read; absent: as the field is usually read. */
  readonly read?: CellReading;
  /** Unit of its bare numbers. */
  readonly unit?: MappedUnit;
};

/** Units a column may be in, by the quantity a field has. */
export const mappedUnits = {
  weight: ['kg', 'g', 'lb', 'oz'],
  length: ['cm', 'mm', 'm', 'in', 'yd'],
} as const;

export type MappedUnit = (typeof mappedUnits)[keyof typeof mappedUnits][number];

/** Version of the mapping file's form. */
export const mappingVersion = 1;

const prefix = 'map:';

/** The id of the format a mapping file stands for. */
export function mappingFormatId(file: string): string {
  return `${prefix}${file}`;
}

/** The mapping file a format was made of; undefined for one of the catalogue. */
export function mappingFileOf({ id }: Pick<Format, 'id'>): string | undefined {
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
