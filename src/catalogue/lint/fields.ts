import type { CatalogueFault } from '../../model/catalogue.js';
import type { Condition } from '../../model/condition.js';
import type { Rule } from '../../model/standard.js';
import type { LinkedStandard, Placed } from '../linked.js';
import type { YamlPath } from '../yaml.js';
import { acrossFields, acrossParts } from './across-fields.js';
import { type ConditionPlace, conditionsOf, faultAt, type Lint, type LintContext } from './context.js';
import { isKnown, itemScope, type Named, recordScope, type Scope, unknownField } from './scope.js';

/** Rules speak of fields their documents have, and of at least one. */
export const fields: Lint = function* (context) {
  for (const linked of context.standards) {
    const { source } = linked;
    for (const place of conditionsOf(linked)) yield* unknownEverywhere(linked, namedIn(context, place));
    for (const placed of linked.rules)
      if (placed.value.element === undefined) yield* ruleFields(context, linked, placed);
    for (const placed of linked.across)
      yield* unknownIn(
        linked,
        acrossFields(placed, (...place) => scopeOf(context, ...place)),
      );
    for (const { path, document, part } of partsNamed(linked)) {
      const kind = context.supporting.documents.get(document);
      if (kind === undefined || kind.parts.some(({ id }) => id === part)) continue;
      yield faultAt(source, path, 'unknown-part', `document kind '${document}' has no part '${part}'`);
    }
  }
};

function* unknownIn({ source }: LinkedStandard, list: Iterable<Named>): Generator<CatalogueFault> {
  for (const { scope, field, path, key } of list) {
    if (isKnown(scope, field)) continue;
    yield faultAt(source, path, 'unknown-field', unknownField(scope, field), key === undefined ? {} : { key });
  }
}

/**
 * A rule for several document kinds may name a field only one of them has; a field none of them has is a mistake.
 * The faults of the first document kind stand for all.
 */
function* unknownEverywhere(linked: LinkedStandard, lists: readonly (readonly Named[])[]): Generator<CatalogueFault> {
  const placeName = ({ path, key, field }: Named): string => JSON.stringify([path, key, field]);
  const known = new Set(
    lists
      .flat()
      .filter(({ scope, field }) => isKnown(scope, field))
      .map(placeName),
  );
  const seen = new Set<string>();
  for (const named of lists.flat()) {
    const name = placeName(named);
    if (known.has(name) || seen.has(name)) continue;
    seen.add(name);
    yield* unknownIn(linked, [named]);
  }
}

/** The record of a document kind, or an item of its part; nothing when either is unknown, which is another fault. */
export function scopeOf({ supporting }: LintContext, document: string, part?: string): Scope | undefined {
  const kind = supporting.documents.get(document);
  if (kind === undefined) return undefined;
  const record = recordScope(kind);
  return part === undefined ? record : itemScope(record, part);
}

/** What a condition names, once for each document kind it is asked of. */
function namedIn(context: LintContext, { condition, path, documents, part }: ConditionPlace): Named[][] {
  const scopes = documents.map((document) => scopeOf(context, document, part));
  // A document kind that is unknown or broken may have any field.
  if (scopes.includes(undefined)) return [];
  return scopes.flatMap((scope) => (scope === undefined ? [] : [[...namedBy(condition, path, scope)]]));
}

function* namedBy(condition: Condition, path: YamlPath, scope: Scope): Generator<Named> {
  for (const [field, nested] of Object.entries(condition.properties ?? {})) {
    yield { scope, field, path: [...path, 'properties'], key: field };
    const item = scope.parts.get(field);
    const within = [...path, 'properties', field];
    if (item === undefined) continue;
    for (const keyword of ['items', 'contains'] as const) {
      const each = nested[keyword];
      if (each !== undefined) yield* namedBy(each, [...within, keyword], item);
    }
  }
  for (const [index, field] of (condition.required ?? []).entries())
    yield { scope, field, path: [...path, 'required', index] };
  yield* operandsOf(condition, path, scope);
  for (const keyword of ['allOf', 'anyOf'] as const) {
    for (const [index, nested] of (condition[keyword] ?? []).entries())
      yield* namedBy(nested, [...path, keyword, index], scope);
  }
  for (const keyword of ['not', 'if', 'then', 'else'] as const) {
    const nested = condition[keyword];
    if (nested !== undefined) yield* namedBy(nested, [...path, keyword], scope);
  }
}

/** Fields that cross-field keywords name. */
function* operandsOf(condition: Condition, path: YamlPath, scope: Scope): Generator<Named> {
  for (const keyword of ['sumOf', 'productOf', 'compare', 'dateOrder', 'dateSpan', 'oneOfFields'] as const) {
    for (const [name, value] of Object.entries(condition[keyword] ?? {})) {
      const operand: unknown = value;
      const at = [...path, keyword, name];
      if (name === 'is' || name === 'tolerance') continue;
      if (typeof operand === 'string') yield { scope, field: operand, path: at };
      if (Array.isArray(operand))
        for (const [index, field] of operand.entries()) yield { scope, field: String(field), path: [...at, index] };
    }
  }
  const { sumOfQuantities } = condition;
  if (sumOfQuantities !== undefined) {
    const at = [...path, 'sumOfQuantities'];
    yield { scope, field: sumOfQuantities.total, path: [...at, 'total'] };
    for (const [index, { of }] of sumOfQuantities.terms.entries())
      for (const field of Object.keys(of)) yield { scope, field, path: [...at, 'terms', index, 'of'], key: field };
  }
  for (const keyword of ['sumOfPart', 'numbered'] as const) {
    const operand = condition[keyword];
    if (operand === undefined) continue;
    const item = scope.parts.get(operand.part);
    if (item === undefined) yield { scope, field: operand.part, path: [...path, keyword, 'part'] };
    else yield { scope: item, field: operand.field, path: [...path, keyword, 'field'] };
  }
  const total = condition.sumOfPart?.total;
  if (total !== undefined) yield { scope, field: total, path: [...path, 'sumOfPart', 'total'] };
}

function* ruleFields(
  context: LintContext,
  linked: LinkedStandard,
  { value: rule, path }: Placed<Rule>,
): Generator<CatalogueFault> {
  if (rule.needs.fields.length === 0 && rule.demands.length === 0) {
    yield faultAt(
      linked.source,
      [...path, 'require'],
      'no-input',
      "the rule's 'require' names no field, so there is nothing to judge",
    );
  }
  if (rule.where !== undefined && rule.part === undefined) {
    yield faultAt(
      linked.source,
      path,
      'where-without-part',
      "'where' asks a part's items: name the part, or use 'when'",
      { key: 'where' },
    );
  }
  const scopes = rule.applies.documents.flatMap((document) => scopeOf(context, document, rule.part) ?? []);
  const looksAt = [...rule.needs.fields, ...rule.demands];
  const seesSome = (scope: Scope): boolean => looksAt.some((field) => isKnown(scope, field));
  for (const scope of scopes) {
    // What is demanded of every record has to be a field of every record.
    const demanded = alwaysRequired(rule.require).map((field) => ({ scope, field, path: [...path, 'require'] }));
    const needed = ownNeeds(linked, path).map((field, index) => ({ scope, field, path: [...path, 'needs', index] }));
    yield* unknownIn(linked, [...demanded, ...needed]);
    if (demanded.length > 0 || seesSome(scope) || !scopes.some(seesSome)) continue;
    yield faultAt(
      linked.source,
      [...path, 'require'],
      'no-input',
      `${scope.name} has none of the fields the rule looks at`,
    );
  }
}

function ownNeeds({ source }: LinkedStandard, path: YamlPath): readonly string[] {
  const [list, index] = path;
  const rule = list === 'rules' && typeof index === 'number' ? source.raw.rules?.[index] : undefined;
  return rule !== undefined && 'needs' in rule ? (rule.needs ?? []) : [];
}

function alwaysRequired(condition: Condition): string[] {
  return [...(condition.required ?? []), ...(condition.allOf ?? []).flatMap(alwaysRequired)];
}

/** Every part a standard's file names, for every document kind it is to be a part of. */
function* partsNamed({
  rules,
  across,
  source,
}: LinkedStandard): Generator<{ path: YamlPath; document: string; part: string }> {
  for (const { value, path } of rules) {
    const { part, element } = value;
    if (part === undefined || element !== undefined) continue;
    for (const document of value.applies.documents) yield { path: [...path, 'part'], document, part };
  }
  for (const placed of across) yield* acrossParts(placed);
  for (const [index, { document, part }] of (source.raw.elements ?? []).entries()) {
    if (part !== undefined) yield { path: ['elements', index, 'part'], document, part };
  }
}
