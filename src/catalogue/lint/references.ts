import type { CatalogueFault } from '../../model/catalogue.js';
import type { LinkedStandard } from '../linked.js';
import type { Loaded } from '../load.js';
import { didYouMean } from '../nearest.js';
import type { FileKind, RawApplies } from '../raw.js';
import type { YamlPath } from '../yaml.js';
import { conditionsOf, faultAt, type Lint, type LintContext, walkCondition } from './context.js';

type Target = 'document' | 'format' | 'category' | 'code-list' | 'term-list' | 'standard' | 'rule';
type Reference = { readonly target: Target; readonly id: string; readonly path: YamlPath; readonly key?: string };

const folders: { readonly [target in Target]?: string } = {
  document: 'documents',
  format: 'formats',
  'code-list': 'codes',
  'term-list': 'codes',
};

/** Whatever a file refers to is in the catalogue. */
export const references: Lint = function* (context) {
  for (const linked of context.standards) {
    yield* unknown(context, linked.source, standardReferences(linked));
    yield* unknown(context, linked.source, conditionReferences(linked));
  }
  const { document, format, profile, categories } = context.loaded.files;
  for (const file of document) yield* unknown(context, file, documentReferences(file));
  for (const file of format)
    yield* unknown(context, file, [{ target: 'document', id: file.raw.document, path: ['document'] }]);
  for (const file of profile) yield* unknown(context, file, profileReferences(file));
  for (const file of categories) {
    const parents = file.raw.flatMap(({ parent }, index) =>
      parent === undefined ? [] : [{ target: 'category' as const, id: parent, path: [index, 'parent'] }],
    );
    yield* unknown(context, file, parents);
  }
};

function* unknown(context: LintContext, file: Loaded<FileKind>, list: Iterable<Reference>): Generator<CatalogueFault> {
  for (const { target, id, path, key } of list) {
    const known = idsOf(context, target);
    if (known.has(id) || mayBeBroken(context, target, id)) continue;
    const message = `no ${target.replace('-', ' ')} '${id}' in the catalogue${didYouMean(id, known.keys())}`;
    yield faultAt(file, path, `unknown-${target}`, message, key === undefined ? {} : { key });
  }
}

function idsOf(
  { supporting, ruleIds, standards }: LintContext,
  target: Target,
): { has(id: string): boolean; keys(): Iterable<string> } {
  switch (target) {
    case 'document':
      return supporting.documents;
    case 'format':
      return supporting.formats;
    case 'category':
      return supporting.categories;
    case 'code-list':
      return supporting.codes;
    case 'term-list':
      return supporting.terms;
    case 'rule':
      return ruleIds;
    case 'standard':
      return new Set(standards.map(({ standard }) => standard.slug));
  }
}

function mayBeBroken({ loaded, isBroken }: LintContext, target: Target, id: string): boolean {
  const folder = folders[target];
  if (folder !== undefined) return isBroken(folder, id);
  if (target === 'category') return loaded.broken.has('categories');
  const slug = id.split('/')[0] ?? id;
  return [...loaded.broken].some((file) => file.endsWith(`/${slug}`));
}

function* standardReferences({ source }: LinkedStandard): Generator<Reference> {
  const { applies, rules = [], across = [], elements = [], structure } = source.raw;
  yield* appliesReferences(applies, ['applies']);
  for (const [index, rule] of rules.entries()) {
    if ('cite' in rule) yield { target: 'rule', id: rule.cite, path: ['rules', index, 'cite'] };
    else yield* appliesReferences(rule.applies, ['rules', index, 'applies']);
  }
  for (const [index, rule] of across.entries()) {
    yield* appliesReferences(rule.applies, ['across', index, 'applies']);
    if (rule.reconcile !== undefined)
      yield { target: 'document', id: rule.reconcile.with, path: ['across', index, 'reconcile', 'with'] };
    for (const [at, id] of (rule.reconcile?.formats ?? []).entries())
      yield { target: 'format', id, path: ['across', index, 'reconcile', 'formats', at] };
    for (const [at, id] of (rule.reconcile?.exceptFormats ?? []).entries())
      yield { target: 'format', id, path: ['across', index, 'reconcile', 'exceptFormats', at] };
  }
  for (const [index, table] of elements.entries()) {
    yield { target: 'document', id: table.document, path: ['elements', index, 'document'] };
    for (const [at, { codes }] of table.rows.entries()) {
      if (codes !== undefined) yield { target: 'code-list', id: codes, path: ['elements', index, 'rows', at, 'codes'] };
    }
  }
  if (structure !== undefined) yield { target: 'format', id: structure.format, path: ['structure', 'format'] };
}

function* appliesReferences(applies: RawApplies | undefined, path: YamlPath): Generator<Reference> {
  const { documents = [], categories = [], formats = [], exceptFormats = [] } = applies ?? {};
  for (const [index, id] of documents.entries()) yield { target: 'document', id, path: [...path, 'documents', index] };
  for (const [index, id] of categories.entries())
    yield { target: 'category', id, path: [...path, 'categories', index] };
  for (const [index, id] of formats.entries()) yield { target: 'format', id, path: [...path, 'formats', index] };
  for (const [index, id] of exceptFormats.entries())
    yield { target: 'format', id, path: [...path, 'exceptFormats', index] };
}

function* conditionReferences(linked: LinkedStandard): Generator<Reference> {
  for (const { condition, path } of conditionsOf(linked)) {
    for (const visit of walkCondition(condition, path)) {
      const { codeList, codeStart, forbidTerms } = visit.condition;
      if (codeList !== undefined) yield { target: 'code-list', id: codeList, path: [...visit.path, 'codeList'] };
      if (codeStart !== undefined)
        yield { target: 'code-list', id: codeStart.list, path: [...visit.path, 'codeStart', 'list'] };
      if (forbidTerms !== undefined)
        yield { target: 'term-list', id: forbidTerms, path: [...visit.path, 'forbidTerms'] };
    }
  }
}

function* documentReferences({ raw }: Loaded<'document'>): Generator<Reference> {
  const own = raw.fields.map((field, index) => ({ field, path: ['fields', index] }));
  const items = (raw.parts ?? []).flatMap(({ fields }, index) =>
    fields.flatMap((field, at) => (typeof field === 'string' ? [] : [{ field, path: ['parts', index, 'fields', at] }])),
  );
  for (const { field, path } of [...own, ...items]) {
    if (field.levels !== undefined) yield { target: 'code-list', id: field.levels, path: [...path, 'levels'] };
  }
}

function* profileReferences({ raw }: Loaded<'profile'>): Generator<Reference> {
  for (const [index, id] of (raw.categories ?? []).entries())
    yield { target: 'category', id, path: ['categories', index] };
  for (const [index, id] of (raw.standards ?? []).entries())
    yield { target: 'standard', id, path: ['standards', index] };
  for (const [index, id] of (raw.skip ?? []).entries()) {
    yield { target: id.includes('/') ? 'rule' : 'standard', id, path: ['skip', index] };
  }
  for (const id of Object.keys(raw.severity ?? {})) yield { target: 'rule', id, path: ['severity'], key: id };
}
