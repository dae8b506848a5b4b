import type { Json } from '../model/condition.js';
import type { ObjectRecord, RawRecord } from '../model/reading.js';
import type { Fields, SourceRecord } from '../model/record.js';
import { carriedBy, headersOf } from './carried.js';
import type { NormaliseInput, Normaliser } from './index.js';
import { asWritten, canonicalValue, isEmpty } from './json-values.js';
import { membersOf, type ObjectKeys, objectKeys } from './object-keys.js';
import { pathOf } from './object-place.js';
import { pointerOf } from './pointer.js';
import { putCurrency, putKeyed, type Target } from './targets.js';
import { unknownCollector } from './unknown.js';

/** An object's values, read and as written. */
type Filled = { readonly fields: Fields; readonly raw: Fields };

/** Normalises JSON records: keys by the names of the format's columns, `variants.sku` being `sku` within the array `variants`. */
export function objectNormaliser(input: NormaliseInput): Normaliser {
  const { format, document, file } = input;
  const keys = objectKeys(input);
  const known = carriedBy({ ...format, columns: keys.columns }, document);
  const unknown = unknownCollector(file, keys.columns);

  const fill = (record: ObjectRecord, value: Json, part: string | undefined, path: readonly string[]): Filled => {
    const filled: Filled = { fields: {}, raw: {} };
    const priced: (readonly [Target, Json])[] = [];
    for (const { name: key, inner, path: own } of membersOf(keys, value, part)) {
      const target = keys.target(part, key);
      const items = part === undefined ? keys.partOf(key) : undefined;
      if (items !== undefined && Array.isArray(inner)) {
        putItems(
          filled,
          items,
          inner.map((item: Json, index) => fill(record, item, items, [...own, String(index)])),
        );
      } else if (target !== undefined) {
        putJson(filled, target, inner);
        if (target.currency !== undefined) priced.push([target, inner]);
      } else if (!keys.knows(part, key)) {
        const location = {
          file,
          ...record.place(pointerOf([...path, ...own])),
          record: record.number,
          pointer: '',
          name: key,
        };
        unknown.note(part === undefined ? key : `${path[0] ?? part}.${key}`, location);
        if (part === undefined) keepUnknown(filled, keys, key, inner);
      }
    }
    for (const [target, inner] of priced) if (typeof inner === 'string') putCurrency(filled.fields, target, inner);
    return filled;
  };

  const build = (record: ObjectRecord): SourceRecord => {
    const { fields, raw } = fill(record, record.value, undefined, []);
    const locate: SourceRecord['locate'] = (pointer) => {
      const path = pathOf(keys, record.value, pointer);
      const name = path.findLast((step) => !/^\d+$/u.test(step));
      const place = { file, ...record.place(pointerOf(path)), record: record.number, pointer };
      return name === undefined ? place : { ...place, name };
    };
    return { document: document.id, format: format.id, file, number: record.number, fields, raw, locate };
  };

  return {
    push: (batch: readonly RawRecord[]) => batch.flatMap((record) => (record.kind === 'object' ? [build(record)] : [])),
    flush: () => [],
    envelope: () => undefined,
    provides: (field) => known.has(field),
    couldProvide: (field) => known.has(field),
    headersFor: (field) => headersOf({ ...format, columns: keys.columns }, document, field),
    notices: () => unknown.notices(),
  };
}

function putItems({ fields, raw }: Filled, part: string, items: readonly Filled[]): void {
  if (items.length === 0) return;
  fields[part] = items.map((item) => item.fields);
  raw[part] = items.map((item) => item.raw);
}

function putJson({ fields, raw }: Filled, target: Target, value: Json): void {
  const { field } = target;
  if (raw[field] === undefined || raw[field] === '') raw[field] = asWritten(value);
  const read = canonicalValue(value, target);
  if (isEmpty(read)) return;
  const held = fields[field];
  if (held === undefined) fields[field] = read;
  else if (Array.isArray(held) && Array.isArray(read)) fields[field] = held.concat(read);
}

/** A plain value under a key nobody knows is kept as an attribute. */
function keepUnknown({ fields }: Filled, { attributes }: ObjectKeys, key: string, value: Json): void {
  if (attributes === undefined || (typeof value === 'object' && value !== null)) return;
  const text = asWritten(value);
  if (!isEmpty(text)) putKeyed(fields, attributes, key, typeof text === 'boolean' ? String(text) : text);
}
