import type { Text, Title } from './language.js';

/** What a record is: listing, order, payment, waybill, inventory … Its fields are the words rules speak in. */
export type DocumentKind = {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** Fields that name the record in keys and reports, best first. */
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly parts: readonly Part[];
  /** Words that fill a cell without saying anything (N/A, 待定): a cell that is one of them, whole, counts as empty. */
  readonly placeholders?: readonly string[];
};

/** A repeated piece of a record: order lines, variants, images. */
export type Part = {
  readonly id: string;
  readonly title: Text;
  /** Where a record has no such part, the record itself counts as its only item (a one-row listing is its own variant). */
  readonly selfWhenAbsent: boolean;
  readonly fields: readonly Field[];
};

export type Field = {
  readonly id: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly meaning?: Title;
  /** Unit of a decimal, UN/CEFACT Recommendation 20. */
  readonly unit?: string;
  /** Code lists that name its values. */
  readonly codes?: readonly string[];
  /** The code list that tells what a value of so many digits is: its codes are numbers of digits, `10+3` where two codes stand together. */
  readonly levels?: string;
  /** A value it could have, invented. */
  readonly example?: string;
  /** Its values are digits of this kind, which a spreadsheet robs of the zeros in front. */
  readonly digits?: DigitsKind;
  /** Masked in reports. */
  readonly personal: boolean;
  /** The same datum in other vocabularies: schema.org, GS1, customs. */
  readonly equivalents: { readonly [vocabulary: string]: string };
};

/** A GTIN; a code of the customs tariff of China. */
export type DigitsKind = 'gtin' | 'tariff-code';

/**
 * `text` free text, one language unknown; `localized` map from language tag to text;
 * `identifier` and `code` exact strings; `decimal` exact decimal as text; `integer` digits as text;
 * `date` as written; `boolean` true/false; `list` array of strings; `map` string to string.
 */
export type FieldType =
  | 'text'
  | 'localized'
  | 'identifier'
  | 'code'
  | 'decimal'
  | 'integer'
  | 'date'
  | 'boolean'
  | 'list'
  | 'map';
