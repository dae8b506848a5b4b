import type { Column } from '../model/format.js';
import { namesOf } from './header.js';
import type { NormaliseInput } from './index.js';
import { namesOfCodes } from './names.js';
import { type Target, targetOf } from './targets.js';

/**
 * What the keys of a JSON format mean. A path is the keys from the record down to a value, joined by full stops; arrays
 * on the way leave no trace in it, so that one object and a list of one read alike.
 */
export type ObjectKeys = {
  readonly columns: readonly Column[];
  /** A target known by a pattern keeps its values under the path's last key. */
  readonly target: (path: string) => Target | undefined;
  readonly knows: (path: string) => boolean;
  /** Something below this path is known. */
  readonly leadsOn: (path: string) => boolean;
  /** The part an array at this path fills. */
  readonly partOf: (path: string) => string | undefined;
  readonly isPart: (name: string) => boolean;
  /** Paths understood for a field; of a part, below its array. */
  readonly namesOf: (part: string | undefined, field: string) => readonly string[];
  /** Field that keeps what nobody knows. */
  readonly attributes: string | undefined;
};

export function objectKeys(input: NormaliseInput): ObjectKeys {
  const { document, codes, format } = input;
  const names = namesOfCodes(codes);
  const columns = columnsOf(input);
  const targets = new Map<string, Target>();
  const known = new Set<string>();
  const arrays = new Map(Object.entries(format.json?.parts ?? {}));
  const families: (readonly [RegExp, Target | undefined])[] = [];
  for (const column of columns) {
    for (const name of namesOf(column)) {
      const target = targetOf(column, lastKey(name), document, names);
      const dot = name.indexOf('.');
      const placed = [...arrays.keys()].some((path) => name.startsWith(`${path}.`));
      if (target?.part !== undefined && dot > 0 && !placed) arrays.set(name.slice(0, dot), target.part);
      known.add(name);
      for (const beside of [column.unitIn, column.languageIn])
        if (beside !== undefined) known.add(name.slice(0, name.lastIndexOf('.') + 1) + beside);
      if (name.includes('*')) families.push([wildcard(name), target]);
      if (target !== undefined && !targets.has(name)) targets.set(name, target);
    }
    if (column.pattern !== undefined)
      families.push([new RegExp(column.pattern, 'u'), targetOf(column, column.pattern, document, names)]);
  }
  const above = prefixesOf([...known, ...arrays.keys()]);
  const wildAbove = [...above].filter((path) => path.includes('*')).map(wildcard);
  const family = (path: string): readonly [RegExp, Target | undefined] | undefined =>
    families.find(([pattern]) => pattern.test(path));
  return {
    columns,
    target: (path) => {
      const own = targets.get(path);
      const wild = own === undefined ? family(path)?.[1] : undefined;
      return wild === undefined ? own : { ...wild, key: wild.type === 'map' ? lastKey(path) : wild.key };
    },
    knows: (path) => known.has(path) || arrays.has(path) || family(path) !== undefined,
    leadsOn: (path) => above.has(path) || wildAbove.some((pattern) => pattern.test(path)),
    partOf: (path) => arrays.get(path),
    isPart: (name) => document.parts.some((part) => part.id === name),
    namesOf: (part, field) =>
      [...targets].filter(([, target]) => target.part === part && target.field === field).map(([path]) => path),
    attributes: document.fields.some((one) => one.id === 'attributes' && one.type === 'map') ? 'attributes' : undefined,
  };
}

/** `Visible.*.brand`: any one key in the place of the star. */
function wildcard(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replaceAll('*', '[^.]+')}$`, 'u');
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Every path above one of these. */
function prefixesOf(paths: readonly string[]): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) prefixes.add(path.slice(0, at));
  }
  return prefixes;
}

/** A format that names no columns is the document kind itself. */
function columnsOf({ format, document }: NormaliseInput): readonly Column[] {
  if (format.columns.length > 0) return format.columns;
  const column = (field: string): Column => ({ name: field, aliases: [], field });
  const own = document.fields.map((field) => column(field.id));
  return [...own, ...document.parts.flatMap((part) => part.fields.map((field) => column(`${part.id}.${field.id}`)))];
}
