import type { CatalogueFault } from '../../model/catalogue.js';
import type { AcrossRule, Example, Rule } from '../../model/standard.js';
import type { LinkedStandard, Placed } from '../linked.js';
import type { YamlPath } from '../yaml.js';
import { faultAt, type Lint, type LintContext } from './context.js';
import { scopeOf } from './fields.js';
import { isKnown, type Scope, unknownField } from './scope.js';

/** Every hand-written rule shows what passes and what fails, in fields its documents have. */
export const examples: Lint = function* (context) {
  for (const linked of context.standards) {
    for (const placed of linked.across) {
      yield* tooFew(linked, placed);
      for (const list of ['pass', 'fail'] as const)
        for (const [index, { records }] of placed.value.examples[list].entries())
          for (const [at, { document, record }] of records.entries())
            yield* strangeFields(context, linked, { documents: [document] }, { record }, [
              ...placed.path,
              ...['examples', list, index, 'records', at, 'record'],
            ]);
    }
    for (const placed of linked.rules) {
      if (placed.value.element !== undefined) continue;
      yield* tooFew(linked, placed);
      for (const list of ['pass', 'fail', 'knownGap'] as const) {
        for (const [index, example] of placed.value.examples[list].entries()) {
          yield* strangeFields(context, linked, { ...placed.value.applies, part: placed.value.part }, example, [
            ...placed.path,
            'examples',
            list,
            index,
            'record',
          ]);
        }
      }
    }
  }
};

function* tooFew(
  { source }: LinkedStandard,
  { value: rule, path }: Placed<Rule | AcrossRule>,
): Generator<CatalogueFault> {
  for (const list of ['pass', 'fail'] as const) {
    if (rule.examples[list].length > 0) continue;
    yield faultAt(source, path, `no-${list}-example`, `rule '${rule.id}' needs at least one '${list}' example`);
  }
}

function* strangeFields(
  context: LintContext,
  { source }: LinkedStandard,
  { documents, part }: { readonly documents: readonly string[]; readonly part?: string | undefined },
  { record }: Example,
  path: YamlPath,
): Generator<CatalogueFault> {
  const scopes = documents.flatMap((document) => scopeOf(context, document) ?? []);
  const kinds = documents.flatMap((document) => context.supporting.documents.get(document) ?? []);
  const first = scopes[0];
  // A document kind that is unknown or broken may have any field.
  if (first === undefined || scopes.length < documents.length) return;
  const itself = kinds.flatMap(({ parts }) =>
    parts.filter((one) => one.id === part && one.selfWhenAbsent).flatMap((one) => one.fields),
  );
  for (const [field, value] of Object.entries(record)) {
    if (!scopes.some((scope) => isKnown(scope, field)) && !itself.some(({ id }) => id === field)) {
      yield faultAt(source, path, 'unknown-field', unknownField(first, field), { key: field });
    }
    const items = scopes.flatMap((scope) => scope.parts.get(field) ?? []);
    if (items.length > 0 && Array.isArray(value)) yield* strangeItems(source, items, value, [...path, field]);
  }
}

function* strangeItems(
  source: LinkedStandard['source'],
  scopes: readonly Scope[],
  items: readonly unknown[],
  path: YamlPath,
): Generator<CatalogueFault> {
  const first = scopes[0];
  if (first === undefined) return;
  for (const [index, item] of items.entries()) {
    for (const field of typeof item === 'object' && item !== null ? Object.keys(item) : []) {
      if (scopes.some((scope) => isKnown(scope, field))) continue;
      yield faultAt(source, [...path, index], 'unknown-field', unknownField(first, field), { key: field });
    }
  }
}
