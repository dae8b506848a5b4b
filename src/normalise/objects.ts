import type { Json } from '../model/condition.js';
import type { ObjectRecord, RawRecord } from '../model/reading.js';
import type { Fields, ReadNotice, SourceRecord, Value } from '../model/record.js';
import { carriedBy, headersOf } from './carried.js';
import type { NormaliseInput, Normaliser } from './index.js';
import { asWritten, canonicalValue, entriesOf, isEmpty } from './json-values.js';
import { misplacedMember } from './member-order.js';
import { type ObjectKeys, objectKeys } from './object-keys.js';
import { pathOf } from './object-place.js';
import { type Holder, walkObject } from './object-walk.js';
import { pointerOf } from './pointer.js';
import { putCurrency, putKeyed, type Target } from './targets.js';
import { unknownCollector } from './unknown.js';

/** An object's values, read and as written. */
type Filled = { readonly fields: Fields; readonly raw: Fields };

/** Normalises JSON records: values by their paths, `variants.sku` being `sku` within the array `variants`. */
export function objectNormaliser(input: NormaliseInput): Normaliser {
  const { format, document, file } = input;
  const keys = objectKeys(input);
  const known = carriedBy({ ...format, columns: keys.columns }, document);
  const unknown = unknownCollector(file, keys.columns);
  const asides = objectFilter(file, format.json?.asides ?? {});
  const joined = format.json?.joined === true ? keys.columns.map(({ name }) => name) : undefined;
  const misplaced: ReadNotice[] = [];

  const fill = (record: ObjectRecord): Filled => {
    const own: Filled = { fields: {}, raw: {} };
    const items = new Map<string, Filled[]>();
    const priced: (readonly [Filled, Target, string])[] = [];
    const heldBy = ({ part, index }: Holder): Filled =>
      (part === undefined ? undefined : items.get(part)?.[index]) ?? own;
    walkObject(keys, record.value, {
      item: ({ part = '' }) => {
        const item: Filled = { fields: {}, raw: {} };
        const known = items.get(part);
        if (known === undefined) items.set(part, [item]);
        else known.push(item);
      },
      value: (holder, _steps, value, target) => {
        putJson(heldBy(holder), target, value);
        if (target.currency !== undefined && typeof value === 'string') priced.push([heldBy(holder), target, value]);
      },
      unknown: (holder, steps, value, path) => {
        const place = record.place(pointerOf(steps));
        const location = { file, ...place, record: record.number, pointer: '', name: steps.at(-1) ?? path };
        unknown.note(path, location);
        if (holder.part === undefined) keepUnknown(own, keys, path, value);
      },
    });
    for (const [part, filled] of items) putItems(own, part, filled);
    for (const [holder, target, value] of priced) putCurrency(holder.fields, target, value);
    return own;
  };

  /** Of a string to be signed, the order of the members is part of what is signed. */
  const noteOrder = (record: ObjectRecord): void => {
    const found = joined === undefined ? undefined : misplacedMember(joined, record.value);
    if (found === undefined || misplaced.length > 0) return;
    const name = found.steps.at(-1) ?? '';
    const location = { file, ...record.place(pointerOf(found.steps)), record: record.number, pointer: '', name };
    misplaced.push({ id: 'parts-order', values: { header: name, first: found.before }, location, weight: 'fault' });
  };

  const build = (record: ObjectRecord): SourceRecord => {
    const { fields, raw } = fill(record);
    noteOrder(record);
    const locate: SourceRecord['locate'] = (pointer) => {
      const path = pathOf(keys, record.value, pointer);
      const name = path.findLast((step) => !/^\d+$/u.test(step));
      const place = { file, ...record.place(pointerOf(path)), record: record.number, pointer };
      return name === undefined ? place : { ...place, name };
    };
    return { document: document.id, format: format.id, file, number: record.number, fields, raw, locate };
  };

  return {
    push: (batch: readonly RawRecord[]) =>
      batch.flatMap((record) => (record.kind === 'object' && asides.isRecord(record) ? [build(record)] : [])),
    flush: () => [],
    envelope: () => undefined,
    provides: (field) => known.has(field),
    couldProvide: (field) => known.has(field),
    headersFor: (field) => headersOf({ ...format, columns: keys.columns }, document, field),
    notices: () => [...asides.notices(), ...misplaced, ...unknown.notices()],
  };
}

/** Leaves out objects that are no records, and says how many. */
function objectFilter(file: string, asides: { readonly [key: string]: readonly string[] }) {
  const tests = Object.entries(asides);
  let first: ReadNotice | undefined;
  let count = 0;
  return {
    isRecord: (record: ObjectRecord): boolean => {
      const key = tests.find(([name, values]) =>
        entriesOf(record.value).some(([own, value]) => own === name && values.includes(String(value))),
      )?.[0];
      if (key === undefined) return true;
      count += 1;
      const location = { file, ...record.place(pointerOf([key])), record: record.number, pointer: '', name: key };
      first ??= { id: 'row-skipped', values: { what: 'aside' }, location, weight: 'note' };
      return false;
    },
    notices: (): ReadNotice[] => (first === undefined ? [] : [{ ...first, values: { ...first.values, count } }]),
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
  if (isOneEntry(target) && typeof read === 'string') putKeyed(fields, field, target.key, read);
  else if (held === undefined) fields[field] = read;
  else if (isMap(held) && isMap(read)) fields[field] = { ...read, ...held };
  else if (Array.isArray(held) && Array.isArray(read)) fields[field] = held.concat(read);
}

/** A plain value under a key nobody knows is kept as an attribute. */
function keepUnknown({ fields }: Filled, { attributes }: ObjectKeys, key: string, value: Json): void {
  if (attributes === undefined || (typeof value === 'object' && value !== null)) return;
  const text = asWritten(value);
  if (!isEmpty(text)) putKeyed(fields, attributes, key, typeof text === 'boolean' ? String(text) : text);
}

/** A plain value under a name of its own is one entry of a map; under the map's own name it is the map gone wrong. */
function isOneEntry({ type, key, field }: Target): boolean {
  return type === 'map' && key !== field;
}

function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value);
}
