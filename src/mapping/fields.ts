import type { DocumentKind, Field } from '../model/document.js';
import { languages } from '../model/language.js';
import type { mappedUnits } from '../model/mapping.js';

/** A field a column may be mapped to. */
export type MappableField = {
  /** `title`, `lines.quantity`. */
  readonly path: string;
  readonly field: Field;
  /** The part whose field it is. */
  readonly part?: string;
};

/**
 * Every field of a document kind: the record's own, then those of parts. The fields of a part for which the record itself
 * stands where it has none (a listing's variants) are the record's own in a table.
 */
export function mappableFields({ fields, parts }: DocumentKind): readonly MappableField[] {
  return [
    ...fields.map((field) => ({ path: field.id, field })),
    ...parts.flatMap((part) => part.fields.map((field) => ({ path: `${part.id}.${field.id}`, field, part: part.id }))),
  ];
}

/** The field a path names, with or without a language: `title@fr`. */
export function fieldAt(document: DocumentKind, path: string): MappableField | undefined {
  const [bare = '', language, more] = path.split('@');
  const found = mappableFields(document).find((one) => one.path === bare);
  if (found === undefined || more !== undefined) return undefined;
  return language === undefined || (found.field.type === 'localized' && isLanguageTag(language)) ? found : undefined;
}

function isLanguageTag(text: string): boolean {
  return languages.some((one) => one === text) || /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text);
}

export type Quantity = keyof typeof mappedUnits;

/** What a field measures, where it is kept in kilograms or centimetres. */
export function quantityOf({ unit }: Field): Quantity | undefined {
  return unit === 'KGM' ? 'weight' : unit === 'CMT' ? 'length' : undefined;
}
