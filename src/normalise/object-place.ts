import type { Json } from '../model/condition.js';
import { canonicalValue, entriesOf, isFilled } from './json-values.js';
import type { ObjectKeys } from './object-keys.js';
import { type Holder, walkObject } from './object-walk.js';
import { stepsOf } from './pointer.js';
import { listOf, type Target } from './targets.js';

type Found = { readonly steps: readonly string[]; readonly inner: Json; readonly target: Target };

/** The path in the file's own object of a pointer into the canonical record, as deep as both go. */
export function pathOf(keys: ObjectKeys, record: Json, pointer: string): readonly string[] {
  const { part, index = 0, field, rest } = stepsOf(pointer, keys.isPart);
  const wanted = (holder: Holder): boolean => holder.part === part && (part === undefined || holder.index === index);
  const found: Found[] = [];
  const kept = new Map<string, readonly string[]>();
  let item: readonly string[] | undefined;
  let first: readonly string[] | undefined;
  walkObject(keys, record, {
    item: (holder, steps) => {
      if (wanted(holder)) item = steps;
      if (holder.part === field && holder.index === 0) first = steps;
    },
    value: (holder, steps, inner, target) => {
      if (wanted(holder) && target.field === field) found.push({ steps, inner, target });
    },
    unknown: (holder, steps, _value, path) => {
      if (wanted(holder) && !kept.has(path)) kept.set(path, steps);
    },
  });
  if (field === '') return item ?? (part === undefined ? [] : [part, String(index)]);
  const hit = candidateAt(found, rest) ?? found[0];
  const held = field !== keys.attributes || rest === '' || hit === undefined || isIn(hit, rest);
  if (hit !== undefined && held) return [...hit.steps, ...below(hit, found, rest)];
  const attribute = field === keys.attributes ? kept.get(rest) : undefined;
  if (attribute !== undefined) return attribute;
  if (part === undefined && first !== undefined) return /^\d+$/u.test(first.at(-1) ?? '') ? first.slice(0, -1) : first;
  return whereItBelongs(keys, part, field, item ?? (part === undefined ? [] : [part, String(index)]));
}

/** The key under which a field nobody filled would stand. */
function whereItBelongs(
  keys: ObjectKeys,
  part: string | undefined,
  field: string,
  holder: readonly string[],
): readonly string[] {
  const name = keys.namesOf(part, field)[0] ?? field;
  if (part === undefined) return [...holder, ...name.split('.')];
  const above = holder.filter((step) => !/^\d+$/u.test(step)).join('.');
  return [...holder, ...(name.startsWith(`${above}.`) ? name.slice(above.length + 1) : name).split('.')];
}

/** The value that counts, or holds the wanted entry of a list or map. */
function candidateAt(own: readonly Found[], rest: string): Found | undefined {
  const filled = own.filter(({ inner }) => isFilled(inner));
  let left = Number(/^\d+/u.exec(rest)?.[0] ?? 0);
  for (const candidate of filled) {
    const { shape, key } = candidate.target;
    if (shape === 'keyed' && rest !== '' && rest !== key && !isIn(candidate, rest)) continue;
    if (shape !== 'list') return candidate;
    const size = sizeOf(candidate);
    if (left < size) return candidate;
    left -= size;
  }
  return filled[0];
}

function sizeOf({ inner, target }: Found): number {
  return listOf(canonicalValue(inner, target)).length;
}

/** The rest of the path within the value: the canonical record leaves empty entries out, the file does not. */
function below(found: Found, own: readonly Found[], rest: string): readonly string[] {
  const { inner, target } = found;
  if (rest === '') return [];
  if (!Array.isArray(inner)) return entriesOf(inner).some(([key]) => key === rest) ? [rest] : [];
  const filled = inner.flatMap((item: Json, index) => (isFilled(item) ? [String(index)] : []));
  const before = target.shape === 'list' ? own.slice(0, own.indexOf(found)).filter((one) => isFilled(one.inner)) : [];
  const [position = '', ...deeper] = rest.split('/');
  const index = Number(position) - before.reduce((sum, one) => sum + sizeOf(one), 0);
  const at = filled[index];
  return at === undefined ? [] : [at, ...deeper];
}

/** Whether the value is, or has, the entry of a map under this key. */
function isIn({ inner, target }: Found, key: string): boolean {
  return target.key === key || entriesOf(inner).some(([own]) => own === key);
}
