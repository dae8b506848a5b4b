import type { DocumentKind, Field, FieldType } from '../model/document.js';
import type { Column } from '../model/format.js';
import type { Fields, Value } from '../model/record.js';
import { currencyFieldBeside } from './carried.js';
import { trimCell } from './cells.js';
import { holdsNumber } from './figures.js';
import type { Names } from './names.js';
import { placeholderOf } from './placeholders.js';
import { type ReadText, readingOf, splitPrice } from './readings.js';

/** Where the text of a column (element, key) goes, worked out once per file. */
export type Target = {
  readonly part: string | undefined;
  readonly field: string;
  readonly type: FieldType;
  /** `one`: the first filled value counts. `list`: values add up. `keyed`: one value per language or map key. */
  readonly shape: 'one' | 'list' | 'keyed';
  /** Language of a localised text, or key of a map. */
  readonly key: string;
  readonly read: ReadText;
  readonly hrefToo: boolean;
  /** Cells hold one number, perhaps with a unit or a currency. */
  readonly number: boolean;
  readonly personal: boolean;
  /** Pictures are file names of the shop here. */
  readonly local: boolean;
  /** Cells may hold HTML. */
  readonly html: boolean;
  /** Words that count as an empty cell; undefined for codes somebody else gave, which may be any word. */
  readonly placeholder: ((text: string) => boolean) | undefined;
  /** A spreadsheet's guard before the value is taken off. */
  readonly guarded: boolean;
  /** What says the unit of a bare number, or the language of a text, beside it. */
  readonly unitIn: string | undefined;
  readonly languageIn: string | undefined;
  /** A price cell may say its currency, which fills this field where nothing else does. */
  readonly currency: { readonly field: string; readonly of: (text: string) => string | undefined } | undefined;
};

/** The target of a column under this header; undefined for columns that only steer or are the platform's own. */
export function targetOf(column: Column, header: string, document: DocumentKind, names: Names): Target | undefined {
  if (column.field === undefined || column.ignore === true) return undefined;
  const [path = '', language = 'und'] = column.field.split('@');
  const [first = '', second] = path.split('.');
  const part = second === undefined ? undefined : document.parts.find((one) => one.id === first);
  const field = part === undefined ? path : (second ?? '');
  const fields = part?.fields ?? document.fields;
  const { type = 'text', personal = false } = fields.find((one) => one.id === field) ?? {};
  const reading = column.read ?? 'as-is';
  const read = readingOf(reading, header, names);
  const placeholder = saysNothing.has(type) ? placeholderOf(document) : undefined;
  return {
    part: part?.id,
    field,
    type,
    shape: type === 'list' ? 'list' : type === 'localized' || type === 'map' ? 'keyed' : 'one',
    key: type === 'localized' ? language : reading === 'header-key' ? afterFullStop(header) : header.trim(),
    read: placeholder === undefined ? read : (text) => (placeholder(text) ? '' : read(text)),
    hrefToo: reading === 'text-or-href',
    personal,
    local: column.local === true,
    number: holdsNumber(type, reading),
    html: reading === 'html-text' || reading === 'backslash-lines',
    placeholder,
    guarded: reading === 'peel-guard' || reading === 'gtin' || reading === 'gtin-if-any',
    unitIn: column.unitIn,
    languageIn: column.languageIn,
    currency: reading === 'price-with-currency' ? currencyOf(field, fields, header, names) : undefined,
  };
}

/** An identifier may be any word, and the entries of lists and maps are the merchant's own. */
const saysNothing: ReadonlySet<FieldType> = new Set(['text', 'localized', 'code', 'decimal', 'integer', 'date']);

/** A column the format does not know, kept under its own name where the document kind has room for such. */
export function attributeTarget(header: string, document: DocumentKind, names: Names): Target | undefined {
  if (!keepsAttributes(document)) return undefined;
  return targetOf({ name: header, aliases: [], field: 'attributes' }, header, document, names);
}

/** The document kind has room for columns no format knows. */
export function keepsAttributes({ fields }: DocumentKind): boolean {
  return fields.some(({ id, type }) => id === 'attributes' && type === 'map');
}

function afterFullStop(header: string): string {
  return header.slice(header.indexOf('.') + 1).trim();
}

function currencyOf(field: string, fields: readonly Field[], header: string, names: Names): Target['currency'] {
  const beside = currencyFieldBeside(field, fields);
  const inHeader = currencyInHeader(header, names);
  return beside === undefined
    ? undefined
    : { field: beside, of: (text) => splitPrice(text, names)?.currency ?? inHeader };
}

/** `Base Price - EUR`, `Retail price (USD)`: the currency of every cell that says none. */
function currencyInHeader(header: string, names: Names): string | undefined {
  const code = /(?:[-(（\s])([A-Z]{3})[)）]?$/u.exec(header.trim())?.[1];
  return code === undefined ? undefined : names.currency(false)(code);
}

/** The target of one value, with the unit and the language said beside it. */
export function besideIt(target: Target, said: (name: string) => string | undefined): Target {
  if (target.unitIn === undefined && target.languageIn === undefined) return target;
  const unit = target.unitIn === undefined ? '' : trimCell(said(target.unitIn) ?? '');
  const language = target.languageIn === undefined ? undefined : said(target.languageIn);
  const key = language === undefined ? target.key : languageTag(language);
  if (target.unitIn === undefined) return { ...target, key };
  return { ...target, key, read: (text) => (unit === '' && isBare(text) ? '' : target.read(withUnit(text, unit))) };
}

/** `en_us` as `en-US`, what is no language tag as it is. */
export function languageTag(written: string): string {
  const tag = trimCell(written).replaceAll('_', '-');
  return wellFormedTag.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? tag) : tag;
}

/** Language, script and region (RFC 5646); rarer subtags are left as they are written. */
const wellFormedTag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/** Nobody says in which unit: such a number is no weight and no length. */
function isBare(text: string): boolean {
  return /^[+-]?[\d.,]+$/u.test(text);
}

/** A number takes the unit beside it; a text with a unit of its own keeps that. */
function withUnit(text: string, unit: string): string {
  return isBare(text) ? `${text} ${unit}` : text;
}

/** Puts a text into the record (or item) it belongs to: read into `fields`, as written into `raw`. */
export function putText(fields: Fields, raw: Fields, target: Target, written: string): void {
  const { field } = target;
  const text = trimCell(written);
  if (target.type === 'map') putKeyed(raw, field, target.key, written);
  else if (raw[field] === undefined || (raw[field] === '' && text !== '')) raw[field] = written;
  if (text === '') return;
  putValue(fields, target, text);
}

function putValue(fields: Fields, target: Target, text: string): void {
  const { field } = target;
  const held = fields[field];
  const read = target.read(text);
  if (read === '') return;
  if (target.shape === 'one') {
    if (held === undefined) fields[field] = read;
    return;
  }
  if (target.shape === 'keyed') {
    putKeyed(fields, field, target.key, read);
    return;
  }
  const added = listOf(read);
  if (added.length > 0) fields[field] = Array.isArray(held) ? held.concat(added) : added;
}

/** One value is a list of one. */
export function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [value];
}

/** Sets one entry of a map unless it is filled already. */
export function putKeyed(fields: Fields, field: string, key: string, value: Value): void {
  const held = fields[field];
  const map: { [key: string]: Value } = isMap(held) ? held : {};
  if (map !== held) fields[field] = map;
  if (map[key] === undefined || map[key] === '') map[key] = value;
}

function isMap(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Fills the currency a price cell says, where no column of its own did. */
export function putCurrency(fields: Fields, { currency }: Target, written: string): void {
  if (currency === undefined || fields[currency.field] !== undefined) return;
  const said = currency.of(trimCell(written));
  if (said !== undefined) fields[currency.field] = said;
}
