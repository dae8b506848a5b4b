/** Entries by key, in the order keys and entries first came. */
export function grouped<T>(all: Iterable<T>, keyOf: (entry: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of all) {
    const key = keyOf(entry);
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [entry]);
    else there.push(entry);
  }
  return groups;
}
