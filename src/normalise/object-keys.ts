import type { Json } from '../model/condition.js';
import type { Column } from '../model/format.js';
import { namesOf } from './header.js';
import type { NormaliseInput } from './index.js';
import { entriesOf } from './json-values.js';
import { namesOfCodes } from './names.js';
import { type Target, targetOf } from './targets.js';

/** What the keys of a JSON format mean, in the record and in the arrays of its parts. */
export type ObjectKeys = {
  readonly columns: readonly Column[];
  readonly target: (part: string | undefined, key: string) => Target | undefined;
  readonly knows: (part: string | undefined, key: string) => boolean;
  /** The part an array under this key fills. */
  readonly partOf: (key: string) => string | undefined;
  readonly isPart: (name: string) => boolean;
  /** Whether a key holds an object whose keys count as the record's own: the columns name them `head.guid`. */
  readonly isHead: (key: string) => boolean;
  /** Keys understood for a field. */
  readonly namesOf: (part: string | undefined, field: string) => readonly string[];
  /** Field that keeps what nobody knows. */
  readonly attributes: string | undefined;
};

export function objectKeys(input: NormaliseInput): ObjectKeys {
  const { document, codes } = input;
  const names = namesOfCodes(codes);
  const columns = columnsOf(input);
  const targets = new Map<string, Target>();
  const known = new Set<string>();
  const arrays = new Map<string, string>();
  const heads = new Set<string>();
  for (const column of columns) {
    for (const name of namesOf(column)) {
      const target = targetOf(column, name, document, names);
      const dot = name.indexOf('.');
      if (dot > 0 && target?.part === undefined) heads.add(name.slice(0, dot));
      if (dot > 0 && target?.part !== undefined) arrays.set(name.slice(0, dot), target.part);
      const key = placeOf(target?.part, dot > 0 && target?.part !== undefined ? name.slice(dot + 1) : name);
      known.add(key);
      if (target !== undefined && !targets.has(key)) targets.set(key, target);
    }
  }
  const isHead = (key: string): boolean => heads.has(key) && !known.has(placeOf(undefined, key)) && !arrays.has(key);
  return {
    columns,
    target: (part, key) => targets.get(placeOf(part, key)),
    knows: (part, key) => known.has(placeOf(part, key)) || (part === undefined && (arrays.has(key) || isHead(key))),
    partOf: (key) => arrays.get(key),
    isHead,
    isPart: (name) => document.parts.some((part) => part.id === name),
    namesOf: (part, field) =>
      [...targets]
        .filter(([, target]) => target.part === part && target.field === field)
        .map(([place]) => place.slice(place.indexOf('\n') + 1)),
    attributes: document.fields.some((field) => field.id === 'attributes' && field.type === 'map')
      ? 'attributes'
      : undefined,
  };
}

/** A format that names no columns is the document kind itself. */
function columnsOf({ format, document }: NormaliseInput): readonly Column[] {
  if (format.columns.length > 0) return format.columns;
  const column = (field: string): Column => ({ name: field, aliases: [], field });
  const own = document.fields.map((field) => column(field.id));
  return [...own, ...document.parts.flatMap((part) => part.fields.map((field) => column(`${part.id}.${field.id}`)))];
}

function placeOf(part: string | undefined, key: string): string {
  return `${part ?? ''}\n${key}`;
}

/** A key of a record or of a part's item, or of one of the record's heads (`head.guid`), and what it holds. */
export type Member = { readonly name: string; readonly inner: Json; readonly path: readonly string[] };

/** What an object holds, the keys of its heads as its own. */
export function membersOf(keys: ObjectKeys, value: Json, part: string | undefined): readonly Member[] {
  return entriesOf(value).flatMap(([key, inner]): Member[] => {
    if (part !== undefined || !keys.isHead(key) || !isObject(inner)) return [{ name: key, inner, path: [key] }];
    return entriesOf(inner).map(([own, held]) => ({ name: `${key}.${own}`, inner: held, path: [key, own] }));
  });
}

/** The path of a key as the columns name it. */
export function pathOfName(keys: ObjectKeys, part: string | undefined, name: string): readonly string[] {
  const dot = part === undefined ? name.indexOf('.') : -1;
  return dot > 0 && keys.isHead(name.slice(0, dot)) ? [name.slice(0, dot), name.slice(dot + 1)] : [name];
}

function isObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
