/** Values as JSON has them: what is a member, and what is the same. */

/** The object's own member, never one that every object inherits (`constructor`, `__proto__`). */
export function own(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined;
}

/** JSON equality: the order of members does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && canonicalJson(a) === canonicalJson(b));
}

/** Index of the first item that repeats an earlier one. */
export function firstRepeated(items: readonly unknown[]): number | undefined {
  const seen = new Set<unknown>();
  const seenObjects = new Set<string>();
  for (const [index, item] of items.entries()) {
    const compound = typeof item === 'object' && item !== null;
    const before = seen.size + seenObjects.size;
    if (compound) seenObjects.add(canonicalJson(item));
    else seen.add(item);
    if (seen.size + seenObjects.size === before) return index;
  }
  return undefined;
}

export function uniqueItems(items: readonly unknown[]): boolean {
  return firstRepeated(items) === undefined;
}

/** JSON text in which the order of members does not show. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.sort().join(',')}}`;
}
