import type { VocabularyKeywords } from '../model/condition.js';
import type { Expectation, ExpectationId } from '../model/finding.js';
import type { Language } from '../model/language.js';

/**
 * What a value of an expectation is, and so how it is shown. A trailing `?` marks a value that may be left out.
 *
 * - `text`: shown as it stands: a value, a pattern, an element name.
 * - `count`: digits, of characters, bytes, items, times.
 * - `decimal`: an exact decimal as text.
 * - `list`: several values joined by newlines (`joinList`); long lists are shortened when shown.
 * - `field`: a field id (`lines.unit`), shown by its label.
 * - `fields`: several field ids joined by newlines.
 * - `formula`: field ids with ` + ` or ` - ` or ` * ` between them: `goodsValue + freight - discount`.
 *   A lone field of a part (`lines.total`) is the sum over its items.
 * - `title`: a name in several languages: pass `title@en`, `title@zh-CN` and `title@fr`, or plain `title`.
 * - `kind`: a CheckDigitKind. `form`: a DateForm. `script`: a script of the vocabulary. `type`: a JSON Schema type.
 * - `encoding`: an encoding's name. `relation`: one of `<` `<=` `=` `>=` `>`. `document`: a document kind's id.
 */
export type ValueKind =
  | 'text'
  | 'count'
  | 'decimal'
  | 'list'
  | 'field'
  | 'fields'
  | 'formula'
  | 'title'
  | 'kind'
  | 'form'
  | 'script'
  | 'type'
  | 'encoding'
  | 'relation'
  | 'document';

type Kinds = { readonly [name: string]: ValueKind | `${ValueKind}?` };

/**
 * The values of every expectation: what `check` gives and `renderExpectation` speaks of.
 * `here` is always what the file has, measured the way the expectation measures: characters, bytes, items.
 * `value` is always the figure or text that should stand there (of the other side, for comparisons).
 */
export const expectationValues = {
  /** Something must be there. `child`: the element of a message that must occur. */
  value: { child: 'text?' },
  /** Nothing may be there. */
  'no-value': {},
  constant: { value: 'text' },
  /** `nearest`: the allowed value most like the one found. */
  'one-of': { values: 'list', nearest: 'text?' },
  /** `sample`: a value that fits the pattern. */
  pattern: { pattern: 'text', sample: 'text?' },
  'min-length': { min: 'count', here: 'count?' },
  'max-length': { max: 'count', here: 'count?' },
  'exact-length': { length: 'count', here: 'count?' },
  'at-least-items': { min: 'count', here: 'count?' },
  'at-most-items': { max: 'count', here: 'count?' },
  /** `repeated`: an item that occurs twice. */
  'unique-items': { repeated: 'text?' },
  type: { type: 'type' },
  /** `list`: id of the code list; `title`: its name; `nearest`: the code that was probably meant, `name` its name. */
  'code-of': { list: 'text', title: 'title?', nearest: 'text?', name: 'title?' },
  /** A value that only begins like a code of `list`; `near`: the beginnings the list has next to it. */
  'code-start': { list: 'text', title: 'title?', near: 'list?' },
  /** `right`: the check digit or character that belongs there; absent where the identifier has not even the right shape. */
  'check-digit': { kind: 'kind', right: 'text?' },
  /** At most `total` digits, at most `fraction` of them after the point. */
  decimal: { total: 'count', fraction: 'count' },
  'decimal-min': { min: 'decimal' },
  'decimal-max': { max: 'decimal' },
  'decimal-above': { above: 'decimal' },
  'decimal-below': { below: 'decimal' },
  'quantity-min': { min: 'decimal', unit: 'text' },
  'quantity-max': { max: 'decimal', unit: 'text' },
  'quantity-above': { above: 'decimal', unit: 'text' },
  'quantity-below': { below: 'decimal', unit: 'text' },
  /** Percentages come to `total`; `here`: what those of the text come to. */
  percentages: { total: 'decimal', here: 'decimal?' },
  'bytes-at-most': { max: 'count', encoding: 'encoding', here: 'count?' },
  'date-form': { form: 'form' },
  script: { script: 'script' },
  /** `term`: the term found; `title`: name of the term list. */
  'no-term': { term: 'text', title: 'title?' },
  /** `total` = `terms`; `value`: what the terms come to. */
  sum: { total: 'field', terms: 'formula', value: 'decimal', tolerance: 'decimal?' },
  /** `product` = `factors`; `value`: what the factors come to. */
  product: { product: 'field', factors: 'formula', value: 'decimal', tolerance: 'decimal?' },
  /** `left` `is` `right`; `value`: what the right side says. */
  comparison: { left: 'field', is: 'relation', right: 'field', value: 'decimal?' },
  /** `earlier` not after `later`; `value`: what the other side says, as written. */
  'date-order': { earlier: 'field', later: 'field', months: 'count?', value: 'text?' },
  /** `from` and `length` lead to `to`; `value`: the day they lead to. */
  'date-span': { from: 'field', length: 'field', value: 'text?' },
  /** `field` is the value of one of `among`; `values`: what these say. */
  'one-of-fields': { field: 'field', among: 'fields', values: 'list?' },
  /** 1, 2, 3 … without gap or repeat; `value`: the number that belongs there. */
  numbering: { field: 'field', value: 'count?' },
  /** Anything but what `of` describes: made by `negation`. */
  not: { of: 'text?' },
  /** One of several expectations: made by `alternatives`. `fields`: at least one of these fields is wanted. */
  alternatives: { fields: 'fields?' },
  /** A column for `field`; `headers`: headers that are understood. */
  column: { field: 'field', headers: 'list?' },
  /** No other record has it; `first`: the place of the first one that does. */
  unique: { fields: 'fields?', first: 'text?' },
  /** The same as `field` of the `document` of the same trade, which says `value`. */
  'equal-to-partner': { document: 'document', value: 'text', field: 'field?' },
  /** A `document` of the same trade; `on`: the fields that join them. */
  partner: { document: 'document', on: 'fields?' },
  /** Lines here and lines there that correspond; `on`: the fields that join them, `value`: the line without counterpart. */
  'partner-line': { document: 'document', on: 'fields?', value: 'text?' },
  /** No more than `field` of the `document` of the same trade, which says `value`. */
  'at-most-partner': { document: 'document', value: 'decimal', field: 'field?' },
  /** One of `codes`, which go with `value` in `field` of the `document` of the same trade; none where no code does. */
  'match-partner': { document: 'document', value: 'text', field: 'field?', codes: 'list?' },
  /** All records of one kind in the calendar year `year` together at most `max`; `value`: what they come to, `here`: how many. */
  'total-at-most': { max: 'decimal', year: 'text', value: 'decimal', here: 'count' },
  /** The place of `child` among its siblings: give `before`, `after` or both. */
  'child-order': { child: 'text?', before: 'text?', after: 'text?' },
  /** An element the specification has under `parent`. */
  'known-child': { parent: 'text?', nearest: 'text?' },
  /** `child` once. */
  'single-child': { child: 'text?', here: 'count?' },
  'at-most-children': { child: 'text?', max: 'count', here: 'count?' },
  namespace: { namespace: 'text' },
  /** The attribute must be there, and, where `pattern` is given, be of this form. */
  attribute: { name: 'text', pattern: 'text?' },
  /** An element that has no attributes. */
  'no-attribute': {},
  /** Only elements, no text between them. `child`: one that may stand there. */
  'no-text': { child: 'text?' },
  /** A message of this edition; the one here came later. */
  edition: { edition: 'text' },
  /** The message is in this encoding. */
  encoding: { encoding: 'encoding' },
} as const satisfies { readonly [id in ExpectationId]: Kinds };

type Table = typeof expectationValues;
type Needed<I extends ExpectationId> = {
  [N in keyof Table[I]]: Table[I][N] extends `${string}?` ? never : N;
}[keyof Table[I]] &
  string;
type Possible<I extends ExpectationId> = keyof Table[I] & string;

/** Values of one expectation: the needed ones, the optional ones, and any of them for one language (`title@en`). */
export type ValuesOf<I extends ExpectationId> = { readonly [N in Needed<I>]: string } & {
  readonly [N in Possible<I> | `${Possible<I>}@${Language}`]?: string;
};

/** Makes an expectation whose values fit the table. */
export function expectation<I extends ExpectationId>(id: I, values: ValuesOf<I>): Expectation {
  const given: { [name: string]: string } = {};
  for (const [name, value] of Object.entries<unknown>(values)) {
    if (typeof value === 'string') given[name] = value;
  }
  return { id, values: given };
}

/** Two dates in order; `value`: what the earlier one says. */
export function dateOrderExpectation(
  { earlier, later, months }: NonNullable<VocabularyKeywords['dateOrder']>,
  value?: string,
): Expectation {
  const apart = months === undefined ? {} : { months: String(months) };
  return expectation('date-order', { earlier, later, ...apart, ...(value === undefined ? {} : { value }) });
}

/** A text of so many characters. */
export function lengthExpected(min: number, max: number, here?: number): Expectation {
  const found = here === undefined ? {} : { here: String(here) };
  if (here !== undefined && here < min && min < max) return expectation('min-length', { min: String(min), ...found });
  return min === max
    ? expectation('exact-length', { length: String(max), ...found })
    : expectation('max-length', { max: String(max), ...found });
}

/** One of these expectations. */
export function alternatives(options: readonly Expectation[]): Expectation {
  const values: { [name: string]: string } = {};
  for (const [index, option] of options.entries()) addNested(values, `${index + 1}`, option);
  return { id: 'alternatives', values };
}

/** Anything but this. */
export function negation(inner: Expectation): Expectation {
  const values: { [name: string]: string } = {};
  addNested(values, '1', inner);
  return { id: 'not', values };
}

/** The expectations inside `alternatives` or `negation`, in order. */
export function nestedExpectations(outer: Expectation): readonly Expectation[] {
  const found: Expectation[] = [];
  for (let index = 1; ; index += 1) {
    const id = outer.values[`${index}`];
    if (id === undefined || !isExpectationId(id)) return found;
    const prefix = `${index}.`;
    const inner = Object.entries(outer.values).filter(([name]) => name.startsWith(prefix));
    found.push({ id, values: Object.fromEntries(inner.map(([name, value]) => [name.slice(prefix.length), value])) });
  }
}

/** Several values as one: the form of `list` and `fields`. */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('\n', ' ')).join('\n');
}

export function isExpectationId(id: string): id is ExpectationId {
  return Object.hasOwn(expectationValues, id);
}

function addNested(values: { [name: string]: string }, prefix: string, inner: Expectation): void {
  values[prefix] = inner.id;
  for (const [name, value] of Object.entries(inner.values)) values[`${prefix}.${name}`] = value;
}
