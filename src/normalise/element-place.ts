import type { Location } from '../model/location.js';
import type { XmlElement } from '../model/record.js';
import { trimCell } from './cells.js';
import type { ElementTargets, ElementValue } from './element-targets.js';
import type { NormaliseInput } from './index.js';
import { stepsOf } from './pointer.js';
import { listOf } from './targets.js';

/** The element of a pointer; where it is absent, the element that should hold it. */
export function locateElement(
  input: NormaliseInput,
  targets: ElementTargets,
  record: XmlElement,
  number: number,
  pointer: string,
): Location {
  const { heads = [], parts = {} } = input.format.xml ?? {};
  const { part, index, field, rest } = stepsOf(pointer, (name) => input.document.parts.some((one) => one.id === name));
  const item =
    part === undefined ? undefined : record.children.filter((child) => parts[child.name] === part)[index ?? 0];
  const head = record.children.find((child) => heads.includes(child.name)) ?? record;
  const outside = part !== undefined && item === undefined;
  const holder = item ?? (outside || field === '' ? record : head);
  const own = record.children.flatMap((child) =>
    heads.includes(child.name) ? child.children : parts[child.name] === undefined ? [child] : [],
  );
  const values = outside ? [] : targets.values(item === undefined ? undefined : part, item?.children ?? own);
  const first = Object.keys(parts).find((element) => parts[element] === field);
  const found =
    valueAt(
      values.filter(({ target }) => target.field === field),
      rest,
    )?.element ?? record.children.find((child) => child.name === first);
  return elementLocation(input.file, number, found ?? holder, pointer);
}

/** The first filled element, or the one whose text has the wanted entry; an empty element where all are empty. */
function valueAt(values: readonly ElementValue[], rest: string): ElementValue | undefined {
  let left = /^\d+$/u.test(rest) ? Number(rest) : 0;
  for (const value of values) {
    const { target } = value;
    const text = trimCell(value.text);
    if (text === '' || (target.shape === 'keyed' && rest !== '' && rest !== target.key)) continue;
    if (target.shape !== 'list') return value;
    const size = listOf(target.read(text)).length;
    if (left < size) return value;
    left -= size;
  }
  return values[0];
}

/** Where an element's start tag stands, under the name the file gives it. */
export function elementLocation(file: string, number: number, element: XmlElement, pointer: string): Location {
  const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
  const place = { file, line: element.line, column: element.column, pointer, name };
  return number > 0 ? { ...place, record: number } : place;
}
