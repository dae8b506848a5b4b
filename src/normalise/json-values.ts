import type { Json } from '../model/condition.js';
import type { Value } from '../model/record.js';
import { trimCell } from './cells.js';
import { listOf, type Target } from './targets.js';

/** JSON as the file wrote it, numbers as text and null as the empty text it stands for. */
export function asWritten(value: Json): Value {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(asWritten);
  return Object.fromEntries(entriesOf(value).map(([key, inner]) => [key, asWritten(inner)]));
}

/** JSON as the value of a field: texts trimmed and read as the column says, empty entries left out. */
export function canonicalValue(value: Json, target: Target): Value {
  const plain = filledOnly(asWritten(value), target);
  if (target.type === 'localized' && typeof plain === 'string' && plain !== '') return { [target.key]: plain };
  return target.type === 'list' && !isEmpty(plain) && !isMap(plain) ? listOf(plain) : plain;
}

/** Nothing is there: an empty text, list or map. */
export function isEmpty(value: Value): boolean {
  if (typeof value === 'string') return value === '';
  if (typeof value !== 'object') return false;
  return Object.keys(value).length === 0;
}

/** Whether anything of the value ends up in the canonical record. */
export function isFilled(value: Json): boolean {
  if (typeof value === 'string') return trimCell(value) !== '';
  if (typeof value !== 'object') return true;
  return value !== null && Object.values(value).some(isFilled);
}

export function entriesOf(value: Json): [string, Json][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function filledOnly(value: Value, target: Target): Value {
  if (typeof value === 'string') {
    const text = trimCell(value);
    return text === '' ? '' : target.read(text);
  }
  if (Array.isArray(value))
    return value.map((item: Value) => filledOnly(item, target)).filter((item) => !isEmpty(item));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Value] => [key, filledOnly(inner, target)]);
  return Object.fromEntries(entries.filter(([, inner]) => !isEmpty(inner)));
}

function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value);
}
