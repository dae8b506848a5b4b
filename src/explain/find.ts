import type { Catalogue, Category } from '../model/catalogue.js';
import type { CodeEntry, CodeList, TermList } from '../model/codes.js';
import type { DocumentKind } from '../model/document.js';
import { UserError } from '../model/errors.js';
import type { Format, MessageStructure, StructureRule } from '../model/format.js';
import { remembered } from '../model/on-demand.js';
import type { Profile } from '../model/plan.js';
import type { AcrossRule, ElementRow, Rule, Standard } from '../model/standard.js';
import { pathOf } from './field.js';
import { type FieldPlace, placesOf } from './fields.js';
import { foldId } from './search.js';

/** Something that has a page. */
export type Subject =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'across-rule'; readonly rule: AcrossRule }
  | { readonly kind: 'structure-rule'; readonly rule: StructureRule; readonly structure: MessageStructure }
  | { readonly kind: 'standard'; readonly standard: Standard }
  | { readonly kind: 'element'; readonly standard: Standard; readonly row: ElementRow }
  | { readonly kind: 'document'; readonly document: DocumentKind }
  | { readonly kind: 'format'; readonly format: Format }
  | { readonly kind: 'code-list'; readonly list: CodeList }
  | { readonly kind: 'code'; readonly list: CodeList; readonly entry: CodeEntry }
  | { readonly kind: 'term-list'; readonly list: TermList }
  | { readonly kind: 'profile'; readonly profile: Profile }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'field'; readonly places: readonly [FieldPlace, ...FieldPlace[]] };

export type SubjectKind = Subject['kind'];

/** Words a kind may be asked for by: `format:ceb621`. */
const kindWords: { readonly [word: string]: readonly SubjectKind[] } = {
  rule: ['rule', 'across-rule', 'structure-rule'],
  standard: ['standard'],
  element: ['element'],
  document: ['document'],
  format: ['format'],
  codes: ['code-list', 'term-list'],
  code: ['code', 'code-list'],
  terms: ['term-list'],
  profile: ['profile'],
  category: ['category'],
  field: ['field'],
};

/**
 * Everything of this name, the likeliest meaning first: rules and standards before what they are made of.
 * A kind may stand before it: `format:ceb621`.
 * @throws UserError where a standard's number without its year fits several editions
 */
export function findSubjects(catalogue: Catalogue, word: string): readonly Subject[] {
  const [, kind, rest] = /^([a-z]+)[: ](.+)$/i.exec(word) ?? [];
  const kinds = kind === undefined ? undefined : kindWords[kind.toLowerCase()];
  if (kinds === undefined || rest === undefined) return allOfName(catalogue, word);
  return allOfName(catalogue, rest).filter((subject) => kinds.includes(subject.kind));
}

function allOfName(catalogue: Catalogue, word: string): readonly Subject[] {
  const id = word.trim().toLowerCase();
  const own = [...rulesOf(catalogue, id), ...standardsOf(catalogue, word), ...elementsOf(catalogue, word)];
  const others = [...listsOf(catalogue, id), ...namedOf(catalogue, id), ...fieldsOf(catalogue, word)];
  const found = [...own, ...others];
  return found.length > 0 ? found : byLabel(catalogue, word);
}

function rulesOf({ rules, across, structures }: Catalogue, id: string): readonly Subject[] {
  return [
    ...rules.filter((rule) => rule.id === id).map((rule): Subject => ({ kind: 'rule', rule })),
    ...across.filter((rule) => rule.id === id).map((rule): Subject => ({ kind: 'across-rule', rule })),
    ...structures.flatMap((structure) =>
      structure.rules
        .filter((rule) => rule.id === id)
        .map((rule): Subject => ({ kind: 'structure-rule', rule, structure })),
    ),
  ];
}

/** Numbers as they are compared with what people write. */
const foldedNumber = remembered(foldId);

function standardsOf({ standards }: Catalogue, word: string): readonly Subject[] {
  const folded = foldId(word);
  const exact = standards.filter(({ number, slug }) => foldedNumber(number) === folded || slug === folded);
  const begins = (number: string): boolean => number.startsWith(`${folded}-`) || number.startsWith(`${folded}message`);
  const editions = exact.length > 0 ? exact : standards.filter(({ number }) => begins(foldedNumber(number)));
  if (editions.length > 1) {
    const numbers = editions.map(({ number }) => number);
    throw new UserError(
      {
        en: `${word} has several editions: ${numbers.join(', ')}.`,
        'zh-CN': `${word} 有多个版本：${numbers.join('、')}。`,
        fr: `${word} a plusieurs éditions : ${numbers.join(', ')}.`,
      },
      {
        suggestion: {
          en: `Name one of them: borderlint explain "${numbers[0] ?? ''}"`,
          'zh-CN': `请写明版本：borderlint explain "${numbers[0] ?? ''}"`,
          fr: `Nommez-en une : borderlint explain "${numbers[0] ?? ''}"`,
        },
      },
    );
  }
  return editions.map((standard) => ({ kind: 'standard', standard }));
}

/** `ceb621/assure-code`, also as the specification writes it: `ceb621/assureCode`. */
function elementsOf({ standards }: Catalogue, word: string): readonly Subject[] {
  const at = word.lastIndexOf('/');
  const slug = foldId(word.slice(0, Math.max(at, 0)));
  const name = word
    .slice(at + 1)
    .trim()
    .toLowerCase();
  if (at < 0) return [];
  return standards
    .filter((standard) => standard.slug === slug || foldedNumber(standard.number) === slug)
    .flatMap((standard) => {
      const byId = standard.elements.filter(({ id }) => id === name);
      const rows = byId.length > 0 ? byId : standard.elements.filter(({ element }) => element.toLowerCase() === name);
      return rows.map((row): Subject => ({ kind: 'element', standard, row }));
    });
}

function listsOf({ codes, terms }: Catalogue, id: string): readonly Subject[] {
  return [
    ...codes.filter((list) => list.id === id).map((list): Subject => ({ kind: 'code-list', list })),
    ...terms.filter((list) => list.id === id).map((list): Subject => ({ kind: 'term-list', list })),
    ...codes
      .filter((list) => id.startsWith(`${list.id}/`))
      .flatMap((list) => {
        const wanted = id.slice(list.id.length + 1);
        const entries = list.entries.filter(({ code }) => code.toLowerCase() === wanted);
        return entries.map((entry): Subject => ({ kind: 'code', list, entry }));
      }),
  ];
}

function namedOf({ documents, formats, profiles, categories }: Catalogue, id: string): readonly Subject[] {
  return [
    ...documents.filter((document) => document.id === id).map((document): Subject => ({ kind: 'document', document })),
    ...formats.filter((format) => format.id === id).map((format): Subject => ({ kind: 'format', format })),
    ...profiles.filter((profile) => profile.id === id).map((profile): Subject => ({ kind: 'profile', profile })),
    ...categories.filter((category) => category.id === id).map((category): Subject => ({ kind: 'category', category })),
  ];
}

/** `listing.originCountry`, `order.lines.unit`, `lines.unit`, or the plain id in every document kind that has it. */
function fieldsOf(catalogue: Catalogue, word: string): readonly Subject[] {
  const path = word.trim().toLowerCase();
  if (path.includes('/')) return [];
  const last = path.split('.').at(-1) ?? path;
  const ids = new Set(
    catalogue.documents
      .flatMap((document) => [...document.fields, ...document.parts.flatMap(({ fields }) => fields)])
      .flatMap(({ id }) => (id.toLowerCase() === last ? [id] : [])),
  );
  const places = [...ids].flatMap((id) => commonestFirst(placesOf(catalogue, id), catalogue));
  if (last === path) return asField(places);
  const exact = places.filter(
    (place) => pathOf(place).toLowerCase() === path || pathOf(place).toLowerCase().endsWith(`.${path}`),
  );
  if (exact.length > 0) return asField(exact);
  // A part's field that is the record's own: `listing.variants.sku` is `listing.sku`.
  return asField(
    places.filter(
      ({ document, part, field }) =>
        part === undefined &&
        document.parts.some(
          ({ id, fields }) =>
            fields.some((one) => one.id === field.id) &&
            `${document.id}.${id}.${field.id}`.toLowerCase().endsWith(path),
        ),
    ),
  );
}

/** Kinds of records that come in the most formats are the ones most people mean. */
function commonestFirst(places: readonly FieldPlace[], { formats }: Catalogue): readonly FieldPlace[] {
  const count = ({ document }: FieldPlace): number =>
    formats.filter((format) => format.document === document.id).length;
  return [...places].sort((a, b) => count(b) - count(a));
}

function asField([first, ...more]: readonly FieldPlace[]): readonly Subject[] {
  return first === undefined ? [] : [{ kind: 'field', places: [first, ...more] }];
}

/** What is called exactly this, in any language: a field's label, a standard's title. */
function byLabel(catalogue: Catalogue, word: string): readonly Subject[] {
  const wanted = word.trim().toLowerCase();
  const called = (names: object): boolean =>
    Object.values(names).some((name) => typeof name === 'string' && name.toLowerCase() === wanted);
  const titled = catalogue.standards
    .filter(({ title }) => called(title))
    .map((standard): Subject => ({ kind: 'standard', standard }));
  const places = catalogue.documents.flatMap((document) => [
    ...document.fields.filter(({ label }) => called(label)).map((field): FieldPlace => ({ document, field })),
    ...document.parts.flatMap((part) =>
      part.fields
        .filter((field) => called(field.label) && !document.fields.some(({ id }) => id === field.id))
        .map((field): FieldPlace => ({ document, part: part.id, field })),
    ),
  ]);
  const ids = [...new Set(places.map(({ field }) => field.id))];
  return [
    ...titled,
    ...ids.flatMap((id) =>
      asField(
        commonestFirst(
          places.filter(({ field }) => field.id === id),
          catalogue,
        ),
      ),
    ),
  ];
}
