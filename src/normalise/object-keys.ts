import type { Column } from '../model/format.js';
import { namesOf } from './header.js';
import type { NormaliseInput } from './index.js';
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
  for (const column of columns) {
    for (const name of namesOf(column)) {
      const target = targetOf(column, name, document, names);
      const dot = target?.part === undefined ? -1 : name.indexOf('.');
      if (target?.part !== undefined && dot > 0) arrays.set(name.slice(0, dot), target.part);
      const key = placeOf(target?.part, dot > 0 ? name.slice(dot + 1) : name);
      known.add(key);
      if (target !== undefined && !targets.has(key)) targets.set(key, target);
    }
  }
  return {
    columns,
    target: (part, key) => targets.get(placeOf(part, key)),
    knows: (part, key) => known.has(placeOf(part, key)) || (part === undefined && arrays.has(key)),
    partOf: (key) => arrays.get(key),
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
