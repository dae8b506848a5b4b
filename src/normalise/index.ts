import type { CodeList } from '../model/codes.js';
import type { DocumentKind } from '../model/document.js';
import type { Format } from '../model/format.js';
import type { Opened, RawRecord, ReadOutcome } from '../model/reading.js';
import type { ReadNotice, SourceRecord } from '../model/record.js';
import { elementNormaliser } from './elements.js';
import type { DecimalSign } from './figures.js';
import { objectNormaliser } from './objects.js';
import { rowNormaliser } from './rows.js';

export { type CategoryFinder, categoryFinder } from './category.js';
export type { DecimalSign } from './figures.js';
export { namesOfCodes } from './names.js';
export { personalCells } from './personal-cells.js';
export { withPlaceholders } from './placeholders.js';
export { headerRowOf, type NearFormat, pointerOfRecords, type Recognised, recognise } from './recognise.js';

/**
 * Turns what a reader found into canonical records, one file at a time. Records come in file order, except that a record
 * whose rows may still follow is held back; their numbers count by first rows.
 */
export type Normaliser = {
  readonly push: (batch: readonly RawRecord[]) => readonly SourceRecord[];
  /** What a group still open holds, at the end of the file. */
  readonly flush: () => readonly SourceRecord[];
  /** The message's envelope as a record of its own, when the format has one. */
  readonly envelope: (outcome: ReadOutcome) => SourceRecord | undefined;
  /** False when this file has no place for the field (`gtin`, `lines.unit`): nobody can have filled it in. */
  readonly provides: (field: string) => boolean;
  /** The format knows such a column, this file just lacks it. */
  readonly couldProvide: (field: string) => boolean;
  /** Headers that would be understood for a field. */
  readonly headersFor: (field: string) => readonly string[];
  readonly notices: () => readonly ReadNotice[];
  /** A header may stand above several columns: none of them is passed over. */
  readonly readsAll?: (header: string) => boolean;
};

export type NormaliseInput = {
  readonly file: string;
  readonly format: Format;
  readonly document: DocumentKind;
  readonly opened: Pick<Opened, 'signature'>;
  /** The catalogue's code lists: names of countries, units and currencies are read by them. */
  readonly codes: readonly CodeList[];
  /** The sign that begins the fraction of a number in this table, where the user says it. */
  readonly decimal?: DecimalSign;
};

export function createNormaliser(input: NormaliseInput): Normaliser {
  switch (input.format.container) {
    case 'table':
      return rowNormaliser(input);
    case 'json':
      return objectNormaliser(input);
    case 'xml':
      return elementNormaliser(input);
  }
}
