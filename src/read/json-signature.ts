import { visit } from 'jsonc-parser';

/** How deep below the top the array of records may be. */
const arrayDepth = 3;

/**
 * Keys of the first object of every array at most three keys below the top, by the array's pointer; of the top object
 * itself under ''. The text may be cut off.
 */
export function keysByPointer(text: string): { [pointer: string]: string[] } {
  const found: { [pointer: string]: string[] } = {};
  visit(text, {
    onObjectBegin: (_offset, _length, _line, _character, path) => {
      const pointer = recordPointer(path());
      if (pointer !== undefined) found[pointer] ??= [];
      return path().length <= arrayDepth + 1;
    },
    onObjectProperty: (key, offset, length, _line, _character, path) => {
      const pointer = recordPointer(path());
      const cutOff = offset + length >= text.length;
      if (pointer !== undefined && !cutOff && !found[pointer]?.includes(key)) found[pointer]?.push(key);
    },
  });
  return found;
}

/** The pointer records are found under, if an object at this path is the first of them. */
function recordPointer(path: readonly (string | number)[]): string | undefined {
  if (path.length === 0) return '';
  const keys = path.slice(0, -1);
  if (path.at(-1) !== 0 || keys.length > arrayDepth || keys.some((key) => typeof key === 'number')) return undefined;
  return pointerOf(keys);
}

/** JSON pointer of a path of keys. */
export function pointerOf(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Keys of a JSON pointer. */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
