import { inLanguage } from '../text/language.js';
import { codeListPage, codePage, termListPage } from './codes.js';
import type { ExplainContext } from './context.js';
import { documentPage } from './document.js';
import { elementPage } from './element.js';
import { fieldPage } from './field.js';
import { findSubjects, type Subject } from './find.js';
import { formatPage } from './format.js';
import { acrossPage, structurePage } from './group-rules.js';
import { labels } from './labels.js';
import { type Page, section } from './page.js';
import { categoryPage, profilePage } from './request-pages.js';
import { rulePage } from './rule.js';
import { standardPage } from './standard.js';

export type { ExplainContext } from './context.js';
export { layout } from './layout.js';
export { nearestIds } from './nearest-ids.js';
export type { Page, PageData } from './page.js';

/**
 * The page of whatever an id, a standard's number or a label names; undefined when it names nothing.
 * Where it names several things the likeliest has the page and the others are named at its end.
 * @throws UserError where a standard's number without its year fits several editions
 */
export function explain(id: string, context: ExplainContext): Page | undefined {
  const [first, ...others] = findSubjects(context.catalogue, id);
  if (first === undefined) return undefined;
  const page = pageOf(first, context);
  const names = others.map(addressOf);
  if (names.length === 0) return page;
  const also = section(inLanguage(labels.alsoNamed, context.language), {
    kind: 'bullets',
    items: names.map((name) => ({ text: `borderlint explain ${name}` })),
  });
  return { blocks: [...page.blocks, ...also], data: { ...page.data, alsoNamed: names } };
}

function pageOf(subject: Subject, context: ExplainContext): Page {
  switch (subject.kind) {
    case 'rule':
      return rulePage(subject.rule, context);
    case 'across-rule':
      return acrossPage(subject.rule, context);
    case 'structure-rule':
      return structurePage(subject.rule, subject.structure, context);
    case 'standard':
      return standardPage(subject.standard, context);
    case 'element':
      return elementPage(subject.standard, subject.row, context);
    case 'document':
      return documentPage(subject.document, context);
    case 'format':
      return formatPage(subject.format, context);
    case 'code-list':
      return codeListPage(subject.list, context);
    case 'code':
      return codePage(subject.list, subject.entry, context);
    case 'term-list':
      return termListPage(subject.list, context);
    case 'profile':
      return profilePage(subject.profile, context);
    case 'category':
      return categoryPage(subject.category, context);
    case 'field':
      return fieldPage(subject.places, context);
  }
}

/** How to ask for exactly this one. */
function addressOf(subject: Subject): string {
  switch (subject.kind) {
    case 'rule':
    case 'across-rule':
    case 'structure-rule':
      return `rule:${subject.rule.id}`;
    case 'standard':
      return `standard:${subject.standard.slug}`;
    case 'element':
      return `element:${subject.standard.slug}/${subject.row.id}`;
    case 'document':
      return `document:${subject.document.id}`;
    case 'format':
      return `format:${subject.format.id}`;
    case 'code-list':
    case 'term-list':
      return `codes:${subject.list.id}`;
    case 'code':
      return `code:${subject.list.id}/${subject.entry.code}`;
    case 'profile':
      return `profile:${subject.profile.id}`;
    case 'category':
      return `category:${subject.category.id}`;
    case 'field':
      return `field:${subject.places[0].field.id}`;
  }
}
