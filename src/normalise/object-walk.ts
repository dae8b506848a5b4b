import type { Json } from '../model/condition.js';
import { entriesOf } from './json-values.js';
import type { ObjectKeys } from './object-keys.js';
import { besideIt, type Target } from './targets.js';

/** The record itself, or one item of a part. */
export type Holder = { readonly part: string | undefined; readonly index: number };

/** What a walk through a record comes by, with the steps from the record down to it. */
export type Visitor = {
  readonly item: (holder: Holder, steps: readonly string[]) => void;
  readonly value: (holder: Holder, steps: readonly string[], value: Json, target: Target) => void;
  readonly unknown: (holder: Holder, steps: readonly string[], value: Json, path: string) => void;
};

type At = { readonly holder: Holder; readonly path: string; readonly steps: readonly string[] };

/** Walks through a record in file order and shows the visitor every item, every value and every key nobody knows. */
export function walkObject(keys: ObjectKeys, record: Json, visitor: Visitor): void {
  const counts = new Map<string, number>();

  const object = (value: Json, at: At): void => {
    for (const [key, inner] of entriesOf(value)) {
      const path = at.path === '' ? key : `${at.path}.${key}`;
      member(value, inner, { holder: at.holder, path, steps: [...at.steps, key] });
    }
  };

  const member = (beside: Json, value: Json, at: At): void => {
    const { holder, path, steps } = at;
    const part = holder.part === undefined ? keys.partOf(path) : undefined;
    const target = keys.target(path);
    const nested = isNested(value);
    if (part !== undefined && nested) items(value, at, part);
    else if (target !== undefined && target.part === holder.part && !(nested && keys.leadsOn(path)))
      visitor.value(
        holder,
        steps,
        value,
        besideIt(target, (name) => plainBeside(beside, name)),
      );
    else if (nested && keys.leadsOn(path)) below(value, at);
    else if (!keys.knows(path)) visitor.unknown(holder, steps, value, path);
  };

  const items = (value: Json, { path, steps }: At, part: string): void => {
    const all = Array.isArray(value)
      ? value.map((item: Json, at) => [item, [...steps, String(at)]] as const)
      : [[value, steps] as const];
    for (const [item, itemSteps] of all) {
      const index = counts.get(part) ?? 0;
      counts.set(part, index + 1);
      const holder = { part, index };
      visitor.item(holder, itemSteps);
      object(item, { holder, path, steps: itemSteps });
    }
  };

  const below = (value: Json, at: At): void => {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) object(item, { ...at, steps: [...at.steps, String(index)] });
    else object(value, at);
  };

  object(record, { holder: { part: undefined, index: 0 }, path: '', steps: [] });
}

/** An object, or a list with one in it. */
function isNested(value: Json): boolean {
  if (Array.isArray(value)) return value.some((item: Json) => typeof item === 'object' && item !== null);
  return typeof value === 'object' && value !== null;
}

function plainBeside(object: Json, name: string): string | undefined {
  const found = entriesOf(object).find(([key]) => key === name)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
