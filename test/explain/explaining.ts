import { ceiling } from '../../src/catalogue/severity.js';
import { type ExplainContext, explain, layout } from '../../src/explain/index.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { Language } from '../../src/model/language.js';

export function contextOf(catalogue: Catalogue, language: Language = 'en', search?: string): ExplainContext {
  return { catalogue, language, today: '2026-11-23', ceiling, entries: { search, all: false } };
}

/** The page's text without colours. */
export function pageText(id: string, context: ExplainContext, width = 80): string {
  const page = explain(id, context);
  if (page === undefined) throw new Error(`${id} has no page`);
  return [...layout(page.blocks, { width, color: false })].join('');
}

/** An id of everything that has a page. */
export function everyId(catalogue: Catalogue): readonly string[] {
  const { standards, rules, across, structures, codes, terms, documents, formats, profiles, categories } = catalogue;
  return [
    ...[...rules, ...across, ...structures.flatMap((structure) => structure.rules)].map(({ id }) => `rule:${id}`),
    ...standards.flatMap(({ slug, elements }) => [
      `standard:${slug}`,
      ...elements.map(({ id }) => `element:${slug}/${id}`),
    ]),
    ...codes.flatMap(({ id, entries }) => [
      `codes:${id}`,
      ...entries.slice(0, 2).map(({ code }) => `code:${id}/${code}`),
    ]),
    ...terms.map(({ id }) => `terms:${id}`),
    ...documents.flatMap(({ id, fields }) => [`document:${id}`, ...fields.map((field) => `field:${id}.${field.id}`)]),
    ...formats.map(({ id }) => `format:${id}`),
    ...profiles.map(({ id }) => `profile:${id}`),
    ...categories.map(({ id }) => `category:${id}`),
  ];
}
