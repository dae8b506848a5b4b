import type { Text, Title } from './language.js';
import type { Direction, Edition, Evidence, Severity, Source } from './standard.js';

/** How a platform, an office or a customs system writes a document kind. */
export type Format = {
  readonly id: string;
  readonly title: Title;
  readonly document: string;
  readonly container: 'table' | 'json' | 'xml';
  readonly direction?: Direction;
  readonly evidence: Evidence;
  readonly sources: readonly Source[];
  readonly note?: Text;
  readonly recognise: Recognition;
  readonly grouping?: Grouping;
  readonly columns: readonly Column[];
  readonly xml?: XmlLayout;
  readonly json?: JsonLayout;
};

export type Recognition = {
  /** Table: every one of these headers. JSON: every one of these keys. */
  readonly required?: readonly string[];
  /** At least `minimum` of these headers. */
  readonly scored?: { readonly of: readonly string[]; readonly minimum: number };
  /** None of these headers. */
  readonly without?: readonly string[];
  /** XML: local name of the root element, and its namespace. */
  readonly root?: string;
  readonly namespace?: string;
  /** XML: a namespace that must be declared on the root or an element that must occur. */
  readonly declares?: string;
};

/** Several rows, one record. */
export type Grouping = {
  /** Field or header whose value names the record. */
  readonly by: string;
  /** Part each row adds an item to, when one of the part's columns is filled. */
  readonly parts: readonly string[];
  /** Row role by a column's value (WooCommerce Type): which values start a record, which add to one. */
  readonly parent?: { readonly column: string; readonly refersBy: string };
};

export type Column = {
  /** Header as the format writes it, or element name, or JSON key. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Case-insensitive regular expression on the header, for families of columns. */
  readonly pattern?: string;
  /** Field of the document kind; `lines.qty` for a part's field; `title@en` for one language. */
  readonly field?: string;
  /** How the cell becomes the field's value. */
  readonly read?: CellReading;
  /** What to do with columns that only steer (row.action) or are the platform's own. */
  readonly ignore?: boolean;
};

/**
 * Named, exact readings of a cell; each keeps the text it came from. A cell a reading cannot make sense of stays as written.
 * `list-codes`: a list of codes or numbers, split at comma, semicolon, 、, | (full-width forms too) and line ends.
 * `grams`, `pounds`, `ounces`: a number in that unit, as kilograms. `millimetres`, `metres`, `inches`, `yards`: as centimetres.
 * `quantity-weight`, `quantity-length`: number and unit in one cell; a bare number is in the unit a note of the header
 * names (`净重(磅)`), else kilograms, centimetres.
 * `price-with-currency`: amount and currency in one cell; a currency also fills the currency field beside the amount's.
 * `country-name`, `unit-name`, `currency-name`: a code or a name in any language, as ISO 3166-1 alpha-2, customs unit code, ISO 4217.
 * `availability`: 1, true, yes, "in stock" as in_stock; 0, false, no, "out of stock" as out_of_stock; preorder, backorder.
 * `option`: one half of a pair "… n name" and "… n value"; a name holds for the record's further rows.
 * `header-key`: one entry of a map, keyed by the header's text after its first full stop.
 * `text-or-href`: the element's text, or its href attribute where it has no text.
 * `backslash-lines`: a text whose line breaks are written as a backslash and an n.
 * `peel-guard`: without a spreadsheet's guard: ="…", a leading apostrophe, a trailing tab.
 */
export type CellReading =
  | 'as-is'
  | 'list-comma'
  | 'list-semicolon'
  | 'list-newline'
  | 'list-codes'
  | 'price-with-currency'
  | 'grams'
  | 'pounds'
  | 'ounces'
  | 'millimetres'
  | 'metres'
  | 'inches'
  | 'yards'
  | 'quantity-weight'
  | 'quantity-length'
  | 'country-name'
  | 'unit-name'
  | 'currency-name'
  | 'availability'
  | 'option'
  | 'yes-no'
  | 'header-key'
  | 'text-or-href'
  | 'backslash-lines'
  | 'peel-guard';

/** Where the records of an XML file are and which elements fill which fields. */
export type XmlLayout = {
  /** Path of a record below the root, local names: `Order`, `channel/item`, `entry`. */
  readonly record: string;
  /** Repeated children that fill a part: element name → part id. */
  readonly parts: { readonly [element: string]: string };
  /** Child elements whose children count as the record's own (`OrderHead`). */
  readonly heads: readonly string[];
  /** The child of the root whose elements are the envelope's fields; absent: those of all that is no record. */
  readonly envelope?: string;
};

export type JsonLayout = {
  /** JSON pointer of the array of records; empty string: the document is the array or the record. */
  readonly records: string;
};

/**
 * The shape of a message: which children, in which order, how often. Judged on the file as written.
 * It belongs to the standard that specifies the message.
 */
export type MessageStructure = {
  readonly standard: string;
  readonly format: string;
  readonly root: string;
  readonly namespace: string;
  readonly rules: readonly StructureRule[];
  readonly attributes: readonly { readonly name: string; readonly required: boolean; readonly pattern?: string }[];
  /** Children in order, by path of the parent ('' is the root). A child written `ds:Signature` is of the XML signature namespace. */
  readonly children: ChildrenByPath;
  /** Paths of elements that may hold anything; `all`: any attribute too. */
  readonly open: { readonly [path: string]: 'content' | 'all' };
  /** The same for an edition that differs. */
  readonly editions: { readonly [edition in Edition]?: ChildrenByPath };
  /** The edition that brought the message; absent: both have it. */
  readonly since?: Edition;
  /** Records of which these fields have these values ask for a signature, though the schema does not. */
  readonly signed?: { readonly [field: string]: string };
};

export type ChildrenByPath = { readonly [path: string]: readonly ChildElement[] };

/** One kind of breach of a message's structure, as a rule: `ceb311/structure.order`. */
export type StructureRule = {
  readonly id: string;
  readonly breach: StructureBreach;
  readonly standard: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly severity: Severity;
  readonly message: Text;
  readonly remedy: Text;
};

/** `encoding`: the declaration names another than the message is in. `content`: text where only elements may stand. `value`: a text outside the element tables, of the wrong length. */
export type StructureBreach =
  | 'namespace'
  | 'attribute'
  | 'order'
  | 'unknown'
  | 'repeated'
  | 'missing'
  | 'encoding'
  | 'content'
  | 'value'
  | 'signature';

export type ChildElement = {
  readonly element: string;
  readonly min: number;
  /** 0: any number. */
  readonly max: number;
  /** Characters of its text, where no element table describes it. */
  readonly length?: { readonly min: number; readonly max: number };
};
