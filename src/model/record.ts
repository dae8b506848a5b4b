import type { Location } from './location.js';

/** A value of a canonical record. */
export type Value = string | boolean | readonly Value[] | { readonly [key: string]: Value };

/** Fields of a record or of a part's item. A field that is absent is not a key; an empty cell is absent. */
export type Fields = { [field: string]: Value };

/**
 * One record read from a file: what it says, how the file wrote it, and how to find any of it again.
 * `locate` takes a pointer into the canonical record (`/lines/0/unit`) and answers exactly; where the field
 * itself is absent it answers with the nearest thing that is there (the item, the record).
 */
export type SourceRecord = {
  readonly document: string;
  readonly format: string;
  readonly file: string;
  /** 1-based. */
  readonly number: number;
  readonly fields: Fields;
  /** As written, empty values included. The same object as `fields` where nothing differs. */
  readonly raw: Fields;
  readonly locate: (pointer: string) => Location;
  /** The XML element the record was read from. */
  readonly element?: XmlElement;
  /** The rows of the table it was read from, in their order. */
  readonly rows?: readonly { readonly number: number }[];
};

/** An element of a message with the place of its start tag. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly line: number;
  readonly column: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  /** Character data directly inside, as written. */
  text: string;
};

/** An attribute with the place of its name, where its reader told it. */
export type XmlAttribute = {
  readonly name: string;
  readonly value: string;
  readonly line?: number;
  readonly column?: number;
};

/** What reading a file noticed besides records. */
export type ReadNotice = {
  readonly id: NoticeId;
  readonly values: { readonly [name: string]: string | number };
  readonly location: Location;
  /** `note`: worth knowing. `fault`: the file is wrong there (a ragged row, an unclosed quote). `fatal`: reading stopped there. */
  readonly weight: 'note' | 'fault' | 'fatal';
};

export type NoticeId =
  | 'decoded-as'
  | 'bytes-undecodable'
  | 'row-ragged'
  | 'quote-unclosed'
  | 'quote-stray'
  | 'header-duplicate'
  | 'column-unknown'
  | 'column-mapped-twice'
  | 'json-broken'
  | 'json-not-record'
  | 'parts-broken'
  | 'parts-order'
  | 'parts-unquoted'
  | 'form-unencoded'
  | 'xml-broken'
  | 'xml-doctype'
  | 'nul-characters'
  | 'truncated'
  | 'limit-reached'
  | 'no-records'
  | 'nothing-judged'
  | 'row-skipped'
  | 'orphan-row'
  | 'row-apart'
  | 'status-told'
  | 'edition-other'
  | 'editions-mixed'
  | 'header-row'
  | 'guards-peeled'
  | 'columns-disagree'
  | 'units-disagree'
  | 'written-in-powers'
  | 'text-as-date'
  | 'zero-lost'
  | 'decimals-mixed'
  | 'decimals-unclear'
  | 'placeholder'
  | 'script-in-text'
  | 'entities-twice'
  | 'link-local'
  | 'elements-empty'
  | 'format-recalled'
  | 'cell-error'
  | 'formula-unread'
  | 'digits-lost'
  | 'cells-merged'
  | 'rows-hidden'
  | 'columns-hidden'
  | 'sheet-hidden'
  | 'sheet-unknown'
  | 'sheet-aside'
  | 'sheet-unmapped'
  | 'columns-missing'
  | 'text-garbled'
  | 'waiver-expired'
  | 'waiver-too-long'
  | 'waiver-unmatched'
  | 'baseline-unmatched'
  | 'changed-since';

/** What was read from where: one line of the report's `inputs`. */
export type InputSummary = {
  readonly file: string;
  /** Name of the sheet, in a workbook: each sheet that was checked is an input of its own. */
  readonly sheet?: string;
  readonly format: string;
  readonly document: string;
  readonly encoding: string;
  readonly records: number;
  readonly bytes: number;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
  readonly complete: boolean;
};
