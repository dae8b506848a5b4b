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
  /** `recognise` as it is asked of a file, worked out once. */
  readonly signs: FormatSigns;
  readonly grouping?: Grouping;
  readonly columns: readonly Column[];
  readonly table?: TableLayout;
  readonly xml?: XmlLayout;
  readonly json?: JsonLayout;
};

/** Each name as the ways it may be written, folded; names known from memory alone are left out. */
export type FormatSigns = {
  readonly required: readonly (readonly string[])[];
  readonly scored: readonly (readonly string[])[];
  readonly minimum: number;
  readonly without: readonly string[];
  /** What to take off a header before it is compared. */
  readonly qualifiers?: string;
  readonly generic?: boolean;
  readonly root?: string;
  readonly namespace?: string;
  readonly declares?: string;
};

export type Recognition = {
  /** A layout of no one platform: it gives way to any other format that fits. */
  readonly generic?: boolean;
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

/** Several rows, one record. One of `by`, `starts` and `whole` says which. */
export type Grouping = {
  /** Field or header whose value names the record. */
  readonly by?: string;
  /** A row without that value is a record of its own; otherwise it goes on with the record above. */
  readonly blankAlone?: boolean;
  /** Rows belong to the nearest row above that starts a record. */
  readonly starts?: RecordStart;
  /** The whole table is one record, each row an item. */
  readonly whole?: boolean;
  /** Part each row adds an item to, when one of the part's columns is filled. */
  readonly parts: readonly string[];
  /** Row role by a column's value (WooCommerce Type): which values start a record, which add to one. */
  readonly parent?: { readonly column: string; readonly refersBy: string };
};

/** A record starts where this column has one of these values; without values, where it is filled. */
export type RecordStart = {
  readonly column: string;
  readonly values?: readonly string[];
  /** The first row is about the record alone; only the rows below it are items. */
  readonly headOnly?: boolean;
};

/** What a table has besides its header row and its records. */
export type TableLayout = {
  /** Number of the row the headers stand in, where it is settled. */
  readonly header?: number;
  /** The only sheet that holds records, where it is settled. */
  readonly sheet?: string;
  /** Rows directly below the header that say what to fill in: at most `rows`, each known by one of the marks. */
  readonly hints?: { readonly rows: number; readonly marks: readonly RowMark[] };
  /** Rows the platform's template brings along as examples. */
  readonly examples?: readonly RowMark[];
  /** Rows that are no goods: comments, rules, parents that only tie variants together. */
  readonly asides?: readonly RowMark[];
  /** Pattern of a cell above the header whose first group is the row number of the first record. */
  readonly dataRow?: string;
  /** Headers with qualifiers that say nothing of the column's meaning, except perhaps its language. */
  readonly qualifiers?: { readonly pattern: string; readonly language?: string };
  /** Pattern of the names of sheets that never hold records: examples, instructions. */
  readonly otherSheets?: string;
  /** Labels above the table whose values stand beside or below them. */
  readonly form?: readonly FormLabel[];
};

/** A row known by a cell: of this column or, without one, by any. The pattern ignores case and sees the cell trimmed. */
export type RowMark = { readonly column?: string; readonly like?: string; readonly unlike?: string };

/** A label of a form. The value stands in the first filled cell to the right, or in the cell below. */
export type FormLabel = {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly field: string;
  readonly value: 'right' | 'below';
  readonly read?: CellReading;
};

export type Column = {
  /**
   * Header as the format writes it; path of elements below the record or the part's element (`Item/Name`,
   * `Price/@currencyID`); path of JSON keys below the record (`shipping_address.zip`), arrays on the way left out.
   */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Names known from memory alone: they are read, but no format is recognised by them. */
  readonly recalled?: readonly string[];
  /** Case-insensitive regular expression on the header, for families of columns. */
  readonly pattern?: string;
  /** Field of the document kind; `lines.qty` for a part's field; `title@en` for one language. */
  readonly field?: string;
  /** Fields of a cell that holds several values, one on each of its lines: 单价/总价/币制. */
  readonly fields?: readonly string[];
  /** How the cell becomes the field's value. */
  readonly read?: CellReading;
  /** Name of what says the unit of a bare number: a column, a key beside this one, an attribute (`@unitCode`). */
  readonly unitIn?: string;
  /** Name of the key beside this one that says the language of the text: `language_tag`. */
  readonly languageIn?: string;
  /** Column with the name of the option whose value this one holds, where their headers do not show it. */
  readonly nameIn?: string;
  /** The cell holds pairs, `color=White,size=S`: what these columns name goes to their fields, the rest under its own name. */
  readonly pairs?: readonly Column[];
  /** A sign the shop sets before the number (`#1001`): documents of others may name the same thing without it. */
  readonly prefix?: string;
  /** Pictures by the names of files the shop keeps: elsewhere a picture is an address of the web. */
  readonly local?: boolean;
  /** The column says the same as another in another unit: read like this, the two have to agree. */
  readonly repeats?: { readonly column: string; readonly read: CellReading };
  /** What to do with columns that only steer (row.action) or are the platform's own. */
  readonly ignore?: boolean;
};

/**
 * Named, exact readings of a cell; each keeps the text it came from. A cell a reading cannot make sense of stays as written.
 * `list-pipe`: a list split at |.
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
 * `html-text`: HTML as the text a reader sees: tags, scripts and styles left out, entities resolved once.
 * `backslash-lines`: the same, its line breaks written as a backslash and an n.
 * `gtin`: a bar code number, guard, hyphens and spaces left out (`978-1-4919-4728-9`), and the `.0` a spreadsheet adds.
 * `gtin-if-any`: the same; anything with letters (an ASIN, "Does not apply") is no GTIN and left out.
 * `peel-guard`: without a spreadsheet's guard: ="…", a leading apostrophe, a trailing tab.
 */
export type CellReading =
  | 'as-is'
  | 'list-comma'
  | 'list-semicolon'
  | 'list-newline'
  | 'list-pipe'
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
  | 'html-text'
  | 'backslash-lines'
  | 'gtin'
  | 'gtin-if-any'
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
  /** Further pointers the records may be under, tried in this order after the first. */
  readonly orUnder?: readonly string[];
  /** Arrays that fill a part, by path: `parcel_list.declare_product_info`. Default: the first step of a part's column. */
  readonly parts?: { readonly [path: string]: string };
  /** The members stand joined with `||`, as they are signed, in the order of the columns. */
  readonly joined?: boolean;
  /** Objects that are no records, by the values of a key: `operationType: [DELETE]`. */
  readonly asides?: { readonly [key: string]: readonly string[] };
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
  readonly attributes: readonly StructureAttribute[];
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

/** An attribute of the root or, with `at`, of the element at that path below it. */
export type StructureAttribute = {
  readonly name: string;
  readonly required: boolean;
  readonly pattern?: string;
  readonly at?: string;
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
