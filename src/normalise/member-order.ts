import type { Json } from '../model/condition.js';
import { entriesOf } from './json-values.js';

/** A member that stands behind one it has to stand before. */
export type Misplaced = { readonly steps: readonly string[]; readonly before: string };

/**
 * The first member of a record that stands in another order than the columns (`head.guid`, `lists.orderNo`) have it, at
 * any depth. Members no column names may stand anywhere.
 */
export function misplacedMember(columns: readonly string[], record: Json): Misplaced | undefined {
  const within = (value: Json, path: string, steps: readonly string[]): Misplaced | undefined => {
    if (Array.isArray(value))
      return firstOf(value, (item: Json, index) => within(item, path, [...steps, String(index)]));
    const order = membersBelow(columns, path);
    let last = -1;
    for (const [key, inner] of entriesOf(value)) {
      const own = order.indexOf(key);
      if (own < 0) continue;
      if (own < last) return { steps: [...steps, key], before: order[last] ?? '' };
      last = own;
      const deeper = within(inner, path === '' ? key : `${path}.${key}`, [...steps, key]);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  };
  return within(record, '', []);
}

/** The steps that follow this path in the columns, in their order. */
function membersBelow(columns: readonly string[], path: string): readonly string[] {
  const above = path === '' ? '' : `${path}.`;
  const below = columns
    .filter((name) => name.startsWith(above))
    .map((name) => name.slice(above.length).split('.')[0] ?? '');
  return [...new Set(below)];
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item, index: number) => Found | undefined) {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
