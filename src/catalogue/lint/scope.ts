import type { DocumentKind, FieldType } from '../../model/document.js';
import { didYouMean } from '../nearest.js';
import type { YamlPath } from '../yaml.js';

/** A field a file names: the path of the mapping or list that names it, and the key where it is one. */
export type Named = { readonly scope: Scope; readonly field: string; readonly path: YamlPath; readonly key?: string };

/** The fields a condition may name: those of a record, or those of a part's item. */
export type Scope = {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldType>;
  readonly parts: ReadonlyMap<string, Scope>;
};

export function recordScope(document: DocumentKind): Scope {
  const parts = document.parts.map((part) => {
    const fields = new Map(part.fields.map(({ id, type }) => [id, type]));
    return [
      part.id,
      { name: `part '${part.id}' of document kind '${document.id}'`, fields, parts: new Map<string, Scope>() },
    ] as const;
  });
  const fields = new Map(document.fields.map(({ id, type }) => [id, type]));
  return { name: `document kind '${document.id}'`, fields, parts: new Map(parts) };
}

/** A part's item sees its own fields and its record's. Undefined when the document kind has no such part. */
export function itemScope(record: Scope, part: string): Scope | undefined {
  const own = record.parts.get(part);
  return own === undefined
    ? undefined
    : { ...own, fields: new Map([...record.fields, ...own.fields]), parts: record.parts };
}

export function isKnown({ fields, parts }: Scope, name: string): boolean {
  return fields.has(name) || parts.has(name);
}

/** `document kind 'order' has no field 'gtn' — did you mean 'gtin'?`; a part that has the field is worth more than a guess. */
export function unknownField(scope: Scope, name: string): string {
  const part = [...scope.parts].find(([, item]) => item.fields.has(name))?.[0];
  const guess = didYouMean(name, [...scope.fields.keys(), ...scope.parts.keys()]);
  return `${scope.name} has no field '${name}'${part === undefined ? guess : `; its part '${part}' has it`}`;
}
