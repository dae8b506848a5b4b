import type { Json } from './condition.js';
import type { ReadNotice, XmlAttribute, XmlElement } from './record.js';

/**
 * A place in a file; both numbers count from 1. In a text they are line and column (Unicode code points). In a workbook
 * they are row and column of `cell` in `sheet`.
 */
export type Place = {
  readonly line: number;
  readonly column: number;
  /** Name of the sheet, in a workbook. */
  readonly sheet?: string;
  /** Address of the cell (`B17`), in a workbook: where the value stands, which for a merged range is its first cell. */
  readonly cell?: string;
};

/** One table or message of an input: a text file is one, a workbook has one per sheet, a zip one or more per file in it. */
export type InputPart = {
  /** The name findings carry: the path as the user gave it, `batch.zip/inner.csv` for a file in a zip. */
  readonly file: string;
  readonly sheet?: string;
  /** How many sheets the workbook has. */
  readonly sheets?: number;
  /** Throws UserError for what cannot be read. May be called once. */
  readonly open: () => Promise<Opened>;
};

/** What the reader of a container makes of a file before anybody knows its format. */
export type Opened = {
  readonly container: 'table' | 'json' | 'xml';
  /** Name of the sheet this is, in a workbook. */
  readonly sheet?: string;
  /** What a format is recognised by. */
  readonly signature: Signature;
  /** WHATWG name of the encoding used: `utf-8`, `gb18030`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  /**
   * What ends a line where every record begins on a line of its own: LF, CR LF or a bare CR (`any`), or LF alone. Absent
   * where records are not told apart by lines.
   */
  readonly lineEnds?: 'any' | 'feed';
  /** Rows that merged cells join, in a workbook: first and last of each such range. */
  readonly joined?: readonly { readonly top: number; readonly bottom: number }[];
  /** Records in batches of bounded size, in file order. May be called once. */
  readonly records: (layout: ReadLayout) => AsyncIterable<readonly RawRecord[]>;
  /** Known once `records` has been drained. */
  readonly outcome: () => ReadOutcome;
  /** Releases the file. Only needed where `records` is never read; draining it or leaving it early releases the file too. */
  readonly close: () => Promise<void>;
};

export type Signature = {
  /** Table: the cells of its first row as written, with their places. */
  readonly headers?: readonly HeaderCell[];
  /** Table: spreadsheet row of the header, once one of the first rows was chosen. */
  readonly headerRow?: number;
  /** Table: the first rows that hold anything, at most `sampleRows`: one of them is the header. */
  readonly rows?: readonly TableRow[];
  /** JSON: keys of the first record, by the pointer of the array (or object) they were found under: '' , '/products'. */
  readonly keys?: { readonly [pointer: string]: readonly string[] };
  /** JSON: its members are joined with `||` and do not stand in an object. */
  readonly joined?: true;
  /** XML: the root element's start tag, and local names of the first elements below it as paths ('channel/item/id'). */
  readonly root?: {
    readonly name: string;
    readonly namespace: string;
    readonly prefix: string;
    readonly attributes: readonly XmlAttribute[];
    readonly declared: readonly string[];
    readonly place: Place;
  };
  readonly paths?: readonly string[];
};

export type HeaderCell = { readonly text: string; readonly place: Place };

/** Rows a table shows before its header is known. */
export const sampleRows = 30;

/** A table that was checked, read once more as it stands in its file. */
export type CheckedTable = {
  readonly file: string;
  /** Name of the sheet, in a workbook. */
  readonly sheet?: string;
  /** Number (`TableRow.row`) of the header row. */
  readonly header: number;
  /** The first rows that hold anything, at most `sampleRows`. */
  readonly sample: readonly TableRow[];
  /** Whether the cell holds personal data: column from 0, number of the row. */
  readonly isPersonal: (column: number, row: number) => boolean;
  /** Every row that holds anything, the header and what stands above it among them. May be called once. */
  readonly rows: () => AsyncIterable<readonly TableRow[]>;
  /** Whether the file is no longer the one that was checked; known once all rows have been read. */
  readonly hasChanged: () => boolean;
};

/** What to take as a record. */
export type ReadLayout = {
  /** Table: number (`TableRow.row`) of the header row among the signature's rows; what stands above is no record. Default: the first. */
  readonly header?: number;
  /** Table: every row is handed on, the header and what stands above it too, each with all its cells. */
  readonly everyRow?: boolean;
  /** JSON: pointer of the array of records. */
  readonly pointer?: string;
  /** XML: path of a record below the root, local names. */
  readonly path?: string;
};

export type RawRecord = RowRecord | ObjectRecord | ElementRecord;

/** A row of a table; empty rows are none. */
export type TableRow = {
  readonly cells: readonly string[];
  /** Where this cell starts (its opening quote, if it has one). A cell the row does not have: the end of the row. */
  readonly place: (column: number) => Place;
  /** Spreadsheet row (1-based, header and empty rows included), for cell addresses. */
  readonly row: number;
  /** Cells that do not hold what their author meant, in a workbook. */
  readonly flaws?: readonly CellFlaw[];
};

/**
 * `cell-error`: a formula's error value (`#N/A`); the cell is read as empty. `formula-unread`: a formula whose result was
 * not saved; read as empty. `digits-lost`: a whole number of 16 or more digits, of which a spreadsheet keeps 15.
 */
export type CellFlaw = {
  readonly id: 'cell-error' | 'formula-unread' | 'digits-lost';
  readonly column: number;
  /** What the cell shows. */
  readonly text: string;
};

export type RowRecord = TableRow & {
  readonly kind: 'row';
  /** 1-based number among the data rows. */
  readonly number: number;
};

export type ObjectRecord = {
  readonly kind: 'object';
  readonly number: number;
  /** As JSON.parse gives it, except that a number which would lose digits is kept as the text it was written with. */
  readonly value: Json;
  /** Place of the value at this JSON pointer below the record; of the nearest ancestor that exists otherwise. */
  readonly place: (pointer: string) => Place;
};

export type ElementRecord = {
  readonly kind: 'element';
  readonly number: number;
  readonly element: XmlElement;
};

export type ReadOutcome = {
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly digest: string;
  readonly complete: boolean;
  readonly notices: readonly ReadNotice[];
  /**
   * XML: the root element with everything that is not a record whole, and each record as a bare shell (name, place,
   * no children), in document order; at most 20,000 shells.
   */
  readonly envelope?: XmlElement;
};

/** Where bytes come from: a file, standard input, a test. */
export type ByteSource = {
  /** The name findings carry: the path as the user gave it, or `-`. */
  readonly name: string;
  readonly size?: number;
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** Opens the same bytes for reading anywhere in them. A file on disk has it; others are kept aside first. */
  readonly randomAccess?: () => Promise<RandomBytes>;
  /** Reads what is left of the raw bytes and says what they were. Sources made by `openFile` have it. */
  readonly finish?: () => Promise<SourceAccount>;
  /** Releases the file. */
  readonly close?: () => Promise<void>;
};

/** Bytes that can be read from anywhere in them. */
export type RandomBytes = {
  readonly size: number;
  /** Fills `target` from this offset on; answers how many bytes there were. */
  readonly read: (target: Uint8Array, offset: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** What the raw bytes of a source were, before any decompression. */
export type SourceAccount = {
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly digest: string;
  /** Why `chunks` ended before the data did; absent: it did not. */
  readonly cut?: {
    readonly id: 'truncated' | 'limit-reached';
    readonly values: { readonly [name: string]: string | number };
  };
};

/** One container. `src/read/index.ts` lists them; nothing else knows them by name. */
export type Reader = {
  readonly id: string;
  /** Whether these first bytes (at most 64 KiB, decoded) can be this container. Readers are asked in registry order. */
  readonly match: (head: Head) => boolean;
  /** Its code, loaded when the first such file comes. */
  readonly load: () => Promise<OpenContainer>;
};

export type OpenContainer = (source: ByteSource, head: Head) => Promise<Opened>;

export type Head = {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: string;
  /** What decided the encoding; `nothing`: only ASCII so far, the first other byte will decide. */
  readonly decidedBy: 'request' | 'mark' | 'declaration' | 'bytes' | 'nothing';
  /** No other encoding is likely. */
  readonly certain: boolean;
  /** The encoding an XML declaration names, where the bytes say otherwise. */
  readonly contradicts?: string;
  /** Bytes of byte order mark to skip. */
  readonly bom: number;
  /** The head holds the whole file. */
  readonly whole: boolean;
};
