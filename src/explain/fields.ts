import type { Catalogue } from '../model/catalogue.js';
import type { Condition } from '../model/condition.js';
import type { DocumentKind, Field } from '../model/document.js';
import type { Format } from '../model/format.js';
import type { Language, Title } from '../model/language.js';
import type { Applicability } from '../model/standard.js';
import { inLanguage, titleIn } from '../text/language.js';
import { branchesOf, fieldOperands } from '../vocabulary/index.js';
import type { Speaker } from './values.js';

/** One field where one document kind has it. */
export type FieldPlace = { readonly document: DocumentKind; readonly part?: string; readonly field: Field };

/** Every place of a field, by its id. A part's field that is the record's own too is listed once, with the record. */
export function placesOf(catalogue: Catalogue, id: string, documents?: readonly string[]): readonly FieldPlace[] {
  const kinds = catalogue.documents.filter((document) => documents === undefined || documents.includes(document.id));
  return kinds.flatMap((document) => {
    const own = document.fields.filter((field) => field.id === id).map((field): FieldPlace => ({ document, field }));
    const ownField = own[0]?.field;
    const inParts = document.parts.flatMap((part) =>
      part.fields
        .filter((field) => field.id === id && !sameField(field, ownField))
        .map((field): FieldPlace => ({ document, part: part.id, field })),
    );
    return [...own, ...inParts];
  });
}

function sameField(a: Field, b: Field | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Label of a field of these documents, preferably the part's; a part's title; the id where nobody knows one. */
export function labelFor(
  catalogue: Catalogue,
  documents: readonly string[],
  language: Language,
  part?: string,
): (field: string) => string {
  return (id) => {
    const places = placesOf(catalogue, id, documents);
    const place = places.find((one) => one.part === part) ?? places[0];
    if (place !== undefined) return inLanguage(place.field.label, language);
    const parts = catalogue.documents
      .filter((document) => documents.includes(document.id))
      .flatMap((document) => document.parts);
    const title = parts.find((one) => one.id === id)?.title;
    return title === undefined ? id : inLanguage(title, language);
  };
}

/** Who says a rule's condition in words. */
export function speakerFor(catalogue: Catalogue, applies: Applicability, language: Language, part?: string): Speaker {
  return {
    language,
    label: labelFor(catalogue, applies.documents, language, part),
    listTitle: (list) => listTitle(catalogue, list),
  };
}

export function listTitle(catalogue: Catalogue, list: string): Title {
  return (catalogue.codes.find(({ id }) => id === list) ?? catalogue.terms.find(({ id }) => id === list))?.title ?? {};
}

/** Fields a condition speaks of, in order. Languages of a localised text are no fields. */
export function fieldsOf(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  const found = [
    ...(condition.required ?? []),
    ...Object.keys(condition.properties ?? {}),
    ...fieldOperands(condition).map(({ field }) => field),
    ...branchesOf(condition).flatMap(fieldsOf),
  ];
  return [...new Set(found)];
}

/** How a format writes a field: headers, elements, keys; patterns between slashes. */
export type WrittenAs = { readonly formats: readonly Format[]; readonly columns: readonly string[] };

/** What each format calls a field of these documents. Formats that call it the same are put together. */
export function writtenAs(
  catalogue: Catalogue,
  documents: readonly string[],
  id: string,
  formats?: readonly string[],
): readonly WrittenAs[] {
  const found = new Map<string, { formats: Format[]; columns: readonly string[] }>();
  for (const format of catalogue.formats) {
    if (!documents.includes(format.document) || (formats !== undefined && !formats.includes(format.id))) continue;
    const columns = columnsOf(format, id);
    if (columns.length === 0) continue;
    const key = `${format.document} ${columns.join('\n')}`;
    const group = found.get(key) ?? { formats: [], columns };
    group.formats.push(format);
    found.set(key, group);
  }
  return [...found.values()];
}

function columnsOf(format: Format, id: string): readonly string[] {
  const names = format.columns.filter(({ field }) => field !== undefined && plainField(field) === id);
  const written = [...new Set(names.map(({ name, pattern }) => (pattern === undefined ? name : `/${pattern}/`)))];
  // The canonical forms write `gtin` for the record's and `variants.gtin` for the part's: one name is enough.
  return written.filter((name) => !(name.endsWith(`.${id}`) && written.includes(id)));
}

/** `variants.title@en` is the field `title`. */
export function plainField(path: string): string {
  const field = path.split('@')[0] ?? path;
  return field.slice(field.indexOf('.') + 1);
}

/** A format's name without what is put in brackets after it. */
export function shortTitle(format: Format, language: Language): string {
  return titleIn(format.title, language, format.id).replace(/ ?[(（].*$/u, '');
}
