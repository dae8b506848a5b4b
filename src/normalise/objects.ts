import type { DocumentKind, Field } from '../model/document.js';
import type { Json } from '../model/condition.js';
import type { ObjectRecord, RawRecord } from '../model/reading.js';
import type { Fields, SourceRecord, Value } from '../model/record.js';
import { fieldsOfFormat } from './fields.js';
import type { Normaliser, NormaliseInput } from './index.js';

/** Normalises JSON records whose keys are the canonical fields, or that a format's columns rename. */
export function objectNormaliser(input: NormaliseInput): Normaliser {
  const { format, document, file } = input;
  const names = new Map(format.columns.map((column) => [column.name, column.field]));
  const seen = new Set<string>();

  const build = (record: ObjectRecord): SourceRecord => {
    const fields: Fields = {};
    const keys = new Map<string, string>();
    for (const [key, value] of Object.entries(Object(record.value))) {
      const field = names.size === 0 ? key : (names.get(key) ?? key);
      keys.set(field, key);
      const canonical = canonicalValue(value, field, document);
      if (canonical === undefined) continue;
      fields[field] = canonical;
      seen.add(field);
    }
    const locate: SourceRecord['locate'] = (pointer) => {
      const [, first = '', ...rest] = pointer.split('/');
      const key = keys.get(first) ?? first;
      const place = record.place(['', key, ...rest].join('/'));
      return { file, ...place, record: record.number, pointer, name: rest.at(-1) ?? key };
    };
    return { document: document.id, format: format.id, file, number: record.number, fields, raw: fields, locate };
  };

  const known = fieldsOfFormat(format);
  return {
    push: (batch: readonly RawRecord[]) => batch.flatMap((record) => (record.kind === 'object' ? [build(record)] : [])),
    flush: () => [],
    envelope: () => undefined,
    provides: () => true,
    couldProvide: (field) => known.size === 0 || known.has(field),
    headersFor: (field) => [field],
    notices: () => [],
  };
}

/** JSON as a canonical value: numbers become the text they were written with, nulls and empty texts are absent. */
function canonicalValue(value: Json, field: string, document: DocumentKind): Value | undefined {
  const part = document.parts.find((one) => one.id === field);
  if (part !== undefined && Array.isArray(value)) {
    return value.map((item: Json) => canonicalObject(item, part.fields));
  }
  return canonicalField(value, document.fields.find((one) => one.id === field));
}

function canonicalObject(value: Json, fields: readonly Field[]): Value {
  const result: Fields = {};
  for (const [key, inner] of Object.entries(Object(value))) {
    const canonical = canonicalField(inner, fields.find((one) => one.id === key));
    if (canonical !== undefined) result[key] = canonical;
  }
  return result;
}

function canonicalField(value: Json, field: Field | undefined): Value | undefined {
  const plain = plainValue(value);
  if (plain === undefined) return undefined;
  if (field?.type === 'localized' && typeof plain === 'string') return { und: plain };
  return field?.type === 'list' && typeof plain === 'string' ? [plain] : plain;
}

function plainValue(value: Json): Value | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plainValue).filter((item) => item !== undefined);
  const entries = Object.entries(value).map(([key, inner]): [string, Value | undefined] => [key, plainValue(inner)]);
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}
