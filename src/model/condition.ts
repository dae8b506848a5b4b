/** JSON values, as they come out of YAML and JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A condition on a record: the subset of JSON Schema 2020-12 the catalogue may use,
 * plus the borderlint vocabulary (docs/vocabulary.md). Conditions never coerce: codes,
 * identifiers and amounts are strings, amounts being exact decimals written as text.
 */
export type Condition = {
  readonly type?: 'object' | 'string' | 'array' | 'boolean' | 'number' | 'integer';
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly pattern?: string;
  /** Lengths count Unicode code points, as JSON Schema and XML Schema both do. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: { readonly [field: string]: Condition };
  readonly items?: Condition;
  readonly contains?: Condition;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly allOf?: readonly Condition[];
  readonly anyOf?: readonly Condition[];
  readonly not?: Condition;
  readonly if?: Condition;
  readonly then?: Condition;
  readonly else?: Condition;
} & VocabularyKeywords;

/** Keywords plain JSON Schema lacks. Their meaning is in src/vocabulary, one predicate each. */
export type VocabularyKeywords = {
  /** The string is a code of this code list. */
  readonly codeList?: string;
  /** The string, without the characters of `without`, begins with the first `length` characters of a code of this code list. */
  readonly codeStart?: { readonly list: string; readonly length: number; readonly without?: string };
  /** The string's check digit or character is right for this kind of identifier. */
  readonly checkDigit?: CheckDigitKind;
  /** A decimal with at most `total` digits, at most `fraction` of them after the point (trailing zeros do not count). */
  readonly decimalDigits?: { readonly total: number; readonly fraction: number };
  /** A decimal within these bounds, compared exactly. Bounds are decimals as text. */
  readonly decimalRange?: {
    readonly min?: string;
    readonly max?: string;
    readonly above?: string;
    readonly below?: string;
  };
  /** At most `max` bytes in this encoding. */
  readonly byteLength?: { readonly max: number; readonly encoding: 'gb18030' | 'utf-8' };
  /** A real calendar date or time written in this form. */
  readonly dateForm?: DateForm;
  /** The text (or any language of a localised text) has letters of this script. */
  readonly script?: 'Han' | 'Latin' | 'Cyrillic' | 'Kana' | 'Hangul' | 'Arabic';
  /** A stated amount (`≤0.05 mg/m³`) within these bounds of `unit`. Text that states none passes. */
  readonly quantity?: {
    readonly unit: string;
    readonly min?: string;
    readonly max?: string;
    readonly above?: string;
    readonly below?: string;
  };
  /** The percentages of the text fall, in order, into groups of `total` each. */
  readonly percentages?: { readonly total: string; readonly tolerance?: string };
  /** The text (or every language of a localised text) holds none of the terms of this term list. */
  readonly forbidTerms?: string;
  /** On an object: `total` = sum of `plus` − sum of `minus`. Absent parts count as 0; `total` absent passes. */
  readonly sumOf?: {
    readonly total: string;
    readonly plus: readonly string[];
    readonly minus?: readonly string[];
    readonly tolerance?: string;
  };
  /** On an object: `product` = `factors` multiplied. Any of them absent passes. */
  readonly productOf?: { readonly product: string; readonly factors: readonly string[]; readonly tolerance?: string };
  /** On an object: `total` = sum of `field` over the part. */
  readonly sumOfPart?: {
    readonly total: string;
    readonly part: string;
    readonly field: string;
    readonly tolerance?: string;
  };
  /** On an object: two decimals in this order. Either absent passes. */
  readonly compare?: { readonly left: string; readonly is: '<' | '<=' | '=' | '>=' | '>'; readonly right: string };
  /**
   * On an object: two dates (yyyyMMdd…, or ISO) in this order; with `months`, at most so many calendar months apart.
   * Either absent passes.
   */
  readonly dateOrder?: { readonly earlier: string; readonly later: string; readonly months?: number };
  /**
   * On an object: `total`, an amount of `unit`, is the sum of the terms: each the product of its fields, taken in their
   * units, and of `times`. Off by `tolerance` and by `share` of the sum at most. Any of the fields absent passes.
   */
  readonly sumOfQuantities?: {
    readonly total: string;
    readonly unit: string;
    readonly terms: readonly { readonly of: { readonly [field: string]: string }; readonly times?: string }[];
    readonly tolerance?: string;
    readonly share?: string;
  };
  /** On an object: from the date `from` to the date `to` it is `length` (`12个月`), give or take `tolerance` days. */
  readonly dateSpan?: {
    readonly from: string;
    readonly to: string;
    readonly length: string;
    readonly tolerance: number;
  };
  /** On an object: the value of `field` is the value of one of `among`. */
  readonly oneOfFields?: { readonly field: string; readonly among: readonly string[] };
  /** On an object: `field` of the part's items counts 1, 2, 3 … without gap or repeat. */
  readonly numbered?: { readonly part: string; readonly field: string };
};

export type CheckDigitKind =
  | 'gtin'
  | 'sscc'
  | 'gln'
  | 'uscc'
  | 'citizen-id'
  | 'organisation-code'
  | 'isbn'
  | 'imei'
  | 'food-licence';

export type DateForm = 'yyyyMMdd' | 'yyyyMMddHHmmss' | 'yyyyMMddHHmmssSSS' | 'yyyy-MM-dd' | 'yyyy-MM-ddTHH:mm:ss';
