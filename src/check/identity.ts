import { createHash } from 'node:crypto';
import type { DocumentKind } from '../model/document.js';
import type { Fields, SourceRecord } from '../model/record.js';
import { canonicalJson, own, textOf } from '../vocabulary/index.js';
import { isPersonal } from './personal.js';

/** The record's own name for itself: its first key field that is filled. Personal data never names a record. */
export function recordName(document: DocumentKind, fields: Fields): string | undefined {
  for (const key of namingFields(document)) {
    const name = textOf(own(fields, key));
    if (name !== undefined) return name;
  }
  return undefined;
}

const naming = new WeakMap<DocumentKind, readonly string[]>();

/** Fields that may name a record. */
function namingFields(document: DocumentKind): readonly string[] {
  const known = naming.get(document) ?? document.key.filter((key) => !isPersonal(document, key));
  naming.set(document, known);
  return known;
}

/** What tells a record from others of its kind: its name, or a hash of it where it has none. */
export function recordKey(document: DocumentKind, fields: Fields): string {
  return recordName(document, fields) ?? digestOf(fields);
}

/**
 * A finding's stable key: rule, document kind, the record's own key, the item's own key, the field. Neither file, line
 * nor position, so it survives re-exports and inserted rows.
 */
export function findingKey(
  rule: string,
  document: DocumentKind,
  record: SourceRecord,
  path: readonly string[],
): string {
  const [first = '', index] = path;
  const items = index === undefined ? undefined : record.fields[first];
  const item: unknown = Array.isArray(items) ? items[Number(index)] : undefined;
  return keyOf(rule, document, recordKey(document, record.fields), path, itemName(item));
}

/** The same from a record's key and an item's name. */
export function keyOf(
  rule: string,
  document: DocumentKind,
  record: string,
  path: readonly string[],
  item: string,
): string {
  const [first = '', index, ...rest] = path;
  const inItem = index !== undefined && document.parts.some((part) => part.id === first);
  return [rule, document.id, record, ...(inItem ? [first, item, ...rest] : path)].join('|');
}

/** An item's own name, or a hash of it; nothing for nothing. */
export function itemName(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  for (const key of ['sku', 'lineNumber', 'gtin', 'itemName']) {
    const name = textOf(own(item, key));
    if (name !== undefined) return name;
  }
  return digestOf(item);
}

/** Worked out once per record: an order of thousands of lines may have a finding on each. */
const digests = new WeakMap<object, string>();

function digestOf(value: object): string {
  const known = digests.get(value);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16);
  digests.set(value, digest);
  return digest;
}
