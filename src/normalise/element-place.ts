import type { Location } from '../model/location.js';
import type { XmlElement } from '../model/record.js';
import { trimCell } from './cells.js';
import type { ElementTargets, ElementValue } from './element-targets.js';
import type { NormaliseInput } from './index.js';
import { stepsOf } from './pointer.js';
import { listOf } from './targets.js';

/**
 * Finds the element of a pointer; where it is absent, the element that should hold it. A record is looked through once,
 * when it is first asked for: rules over many records want the place of every field they compare.
 */
export function elementLocator(
  input: NormaliseInput,
  targets: ElementTargets,
  record: XmlElement,
  number: number,
): (pointer: string) => Location {
  const { heads = [], parts = {} } = input.format.xml ?? {};
  const isPart = (name: string): boolean => input.document.parts.some((one) => one.id === name);
  let whole: Holder | undefined;
  const items = new Map<string, readonly XmlElement[]>();
  const held = new Map<XmlElement, ReadonlyMap<string, readonly ElementValue[]>>();

  const wholeRecord = (): Holder => {
    const own = record.children.flatMap((child) =>
      heads.includes(child.name) ? child.children : parts[child.name] === undefined ? [child] : [],
    );
    const head = record.children.find((child) => heads.includes(child.name)) ?? record;
    return { head, values: byField(targets.values(undefined, own)) };
  };
  const itemsOf = (part: string): readonly XmlElement[] => {
    const known = items.get(part) ?? record.children.filter((child) => parts[child.name] === part);
    items.set(part, known);
    return known;
  };
  const valuesOf = (item: XmlElement, part: string): ReadonlyMap<string, readonly ElementValue[]> => {
    const known = held.get(item) ?? byField(targets.values(part, item.children));
    held.set(item, known);
    return known;
  };

  return (pointer) => {
    const { part, index, field, rest } = stepsOf(pointer, isPart);
    const item = part === undefined ? undefined : itemsOf(part)[index ?? 0];
    const outside = part !== undefined && item === undefined;
    whole ??= wholeRecord();
    const holder = item ?? (outside || field === '' ? record : whole.head);
    const values = outside ? undefined : item === undefined ? whole.values : valuesOf(item, part ?? '');
    const first = Object.keys(parts).find((element) => parts[element] === field);
    const found =
      valueAt(values?.get(field) ?? [], rest)?.element ?? record.children.find((child) => child.name === first);
    return elementLocation(input.file, number, found ?? holder, pointer);
  };
}

type Holder = { readonly head: XmlElement; readonly values: ReadonlyMap<string, readonly ElementValue[]> };

function byField(values: readonly ElementValue[]): ReadonlyMap<string, readonly ElementValue[]> {
  const fields = new Map<string, ElementValue[]>();
  for (const value of values) {
    const known = fields.get(value.target.field);
    if (known === undefined) fields.set(value.target.field, [value]);
    else known.push(value);
  }
  return fields;
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
