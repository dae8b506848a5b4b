/** How deep below the top the records may be. */
const arrayDepth = 3;

type Level = { readonly kind: '{' | '['; key: string; index: number; awaitsKey: boolean };

/**
 * Keys of the first object of every array, and of every object, at most three keys below the top, by its pointer; of the
 * top object itself under ''. Lists come before objects. The text may be cut off or broken: what can be told is told. No recursion, so no depth is too deep.
 */
export function keysByPointer(text: string): { [pointer: string]: string[] } {
  const lists: { [pointer: string]: string[] } = {};
  const objects: { [pointer: string]: string[] } = {};
  const levels: Level[] = [];
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|"/g)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      if (token === '{') collectFrom(levels.length > 0 && level?.kind === '{' ? objects : lists, levels);
      levels.push({ kind: token, key: '', index: 0, awaitsKey: token === '{' });
    } else if (token === '}' || token === ']') {
      levels.pop();
    } else if (token === ',') {
      if (level) level.index++;
      if (level) level.awaitsKey = level.kind === '{';
    } else if (token === '"') {
      break; // a string that is cut off
    } else if (level?.awaitsKey) {
      level.key = unescaped(token);
      level.awaitsKey = false;
      const above = levels.slice(0, -1);
      const pointer = recordPointer(above);
      const found = above.at(-1)?.kind === '{' ? objects : lists;
      const keys = pointer === undefined ? undefined : found[pointer];
      if (keys && !keys.includes(level.key)) keys.push(level.key);
    }
  }
  return { ...lists, ...objects };
}

function collectFrom(found: { [pointer: string]: string[] }, levels: readonly Level[]): void {
  const pointer = recordPointer(levels);
  if (pointer !== undefined) found[pointer] ??= [];
}

/** The pointer records are found under, if an object inside these levels is the first of them. */
function recordPointer(levels: readonly Level[]): string | undefined {
  if (levels.length === 0) return '';
  const inner = levels.at(-1);
  const keys = inner?.kind === '[' ? levels.slice(0, -1) : levels;
  if ((inner?.kind === '[' && inner.index !== 0) || keys.length > arrayDepth) return undefined;
  return keys.some(({ kind }) => kind === '[') ? undefined : pointerOf(keys.map(({ key }) => key));
}

function unescaped(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1, -1);
  }
}

/** JSON pointer of a path of keys. */
function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Keys of a JSON pointer. */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
