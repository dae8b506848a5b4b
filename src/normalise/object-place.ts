import type { Json } from '../model/condition.js';
import { canonicalValue, entriesOf, isFilled } from './json-values.js';
import { membersOf, type ObjectKeys, pathOfName } from './object-keys.js';
import { stepsOf } from './pointer.js';
import { listOf, type Target } from './targets.js';

/** The path in the file's own object of a pointer into the canonical record, as deep as both go. */
export function pathOf(keys: ObjectKeys, value: Json, pointer: string): readonly string[] {
  const { part, index = 0, field, rest } = stepsOf(pointer, keys.isPart);
  if (part === undefined) return field === '' ? [] : fieldPath(keys, value, undefined, field, rest);
  const [array, items] = entriesOf(value).find(([key]) => keys.partOf(key) === part) ?? [part, null];
  const item: Json = Array.isArray(items) ? (items[index] ?? null) : null;
  return [array, String(index), ...(field === '' ? [] : fieldPath(keys, item, part, field, rest))];
}

/** Path of a field's value below its object; of the key where the value should stand, when there is none. */
function fieldPath(
  keys: ObjectKeys,
  value: Json,
  part: string | undefined,
  field: string,
  rest: string,
): readonly string[] {
  const entries = entriesOf(value);
  const own = membersOf(keys, value, part).flatMap(({ name: key, inner }): Candidate[] => {
    const target = keys.target(part, key);
    return target?.field === field ? [{ key, inner, target }] : [];
  });
  const found = candidateAt(own, rest) ?? own[0];
  if (found !== undefined && (field !== keys.attributes || rest === '' || isIn(found.inner, rest))) {
    return [...pathOfName(keys, part, found.key), ...below(found, own, rest)];
  }
  if (field === keys.attributes && entries.some(([key]) => key === rest)) return [rest];
  const array = part === undefined ? entries.find(([key]) => keys.partOf(key) === field) : undefined;
  if (array !== undefined) return [array[0]];
  const [name = field] = keys.namesOf(part, field);
  return pathOfName(keys, part, name);
}

/** A key of the object that fills the field. */
type Candidate = { readonly key: string; readonly inner: Json; readonly target: Target };

/** The key whose value counts, or holds the wanted entry of a list. */
function candidateAt(own: readonly Candidate[], rest: string): Candidate | undefined {
  const filled = own.filter(({ inner }) => isFilled(inner));
  let left = Number(/^\d+/u.exec(rest)?.[0] ?? 0);
  for (const candidate of filled) {
    if (candidate.target.shape !== 'list') return candidate;
    const size = sizeOf(candidate);
    if (left < size) return candidate;
    left -= size;
  }
  return filled[0];
}

function sizeOf({ inner, target }: Candidate): number {
  return listOf(canonicalValue(inner, target)).length;
}

/** The rest of the path within the value: the canonical record leaves empty entries out, the file does not. */
function below(found: Candidate, own: readonly Candidate[], rest: string): readonly string[] {
  const { inner, target } = found;
  if (rest === '') return [];
  if (!Array.isArray(inner)) return isIn(inner, rest) ? [rest] : [];
  const filled = inner.flatMap((item: Json, index) => (isFilled(item) ? [String(index)] : []));
  const before = target.shape === 'list' ? own.slice(0, own.indexOf(found)).filter((one) => isFilled(one.inner)) : [];
  const index = Number(rest) - before.reduce((sum, one) => sum + sizeOf(one), 0);
  return filled.slice(index, index + 1);
}

function isIn(value: Json, key: string): boolean {
  return entriesOf(value).some(([own]) => own === key);
}
