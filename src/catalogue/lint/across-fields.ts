import type { AcrossRule, Agreement, FieldPairs, Limit, Reconcile } from '../../model/standard.js';
import type { Placed } from '../linked.js';
import type { YamlPath } from '../yaml.js';
import type { Named, Scope } from './scope.js';

/** The scope of a document kind or of one of its parts; nothing where either is unknown. */
type ScopeOf = (document: string, part?: string) => Scope | undefined;

/** Every field a rule over many records names, on either side. */
export function* acrossFields({ value: rule, path }: Placed<AcrossRule>, scopeOf: ScopeOf): Generator<Named> {
  const { check } = rule;
  for (const document of rule.applies.documents) {
    const scope = scopeOf(document, check.kind === 'limit' ? undefined : check.part);
    if (scope === undefined) continue;
    if (check.kind === 'unique') yield* listed(scope, check.fields, [...path, 'unique', 'fields']);
    else if (check.kind === 'limit') yield* limitFields(check, scope, [...path, 'limit']);
    else yield* reconcileFields(check, scope, scopeOf, document, [...path, 'reconcile']);
  }
}

function* listed(scope: Scope, fields: readonly string[], path: YamlPath): Generator<Named> {
  for (const [index, field] of fields.entries()) yield { scope, field, path: [...path, index] };
}

function* limitFields({ by, sum, once, date }: Limit, scope: Scope, path: YamlPath): Generator<Named> {
  yield { scope, field: date, path: [...path, 'date'] };
  for (const [name, fields] of Object.entries({ by, sum, once })) yield* listed(scope, fields, [...path, name]);
}

function* reconcileFields(
  check: Reconcile,
  scope: Scope,
  scopeOf: ScopeOf,
  document: string,
  path: YamlPath,
): Generator<Named> {
  yield* pairedFields(check, scope, scopeOf(check.with, check.withPart), path);
  if (check.lines === undefined) return;
  const items = scopeOf(document, check.lines.part);
  const partners = scopeOf(check.with, check.lines.with);
  if (items !== undefined) yield* pairedFields(check.lines, items, partners, [...path, 'lines']);
}

/** Fields held against fields of a partner. */
function* pairedFields(
  pairs: Agreement & { readonly on: FieldPairs },
  scope: Scope,
  there: Scope | undefined,
  path: YamlPath,
): Generator<Named> {
  for (const which of ['on', 'equal', 'atMost'] as const) {
    const at = [...path, which];
    for (const [here, partner] of Object.entries(pairs[which])) {
      yield { scope, field: here, path: at, key: here };
      if (there !== undefined) yield { scope: there, field: partner, path: [...at, here] };
    }
  }
  for (const [index, match] of pairs.match.entries()) {
    const at = [...path, 'match', index];
    yield { scope, field: match.here, path: [...at, 'here'] };
    if (there !== undefined) yield { scope: there, field: match.there, path: [...at, 'there'] };
  }
  for (const [index, alike] of (pairs.alike ?? []).entries()) {
    const at = [...path, 'alike', index];
    yield { scope, field: alike.here, path: [...at, 'here'] };
    if (there !== undefined) yield { scope: there, field: alike.there, path: [...at, 'there'] };
  }
}

/** A part a file names, and the document kind it is to be a part of. */
export type NamedPart = { readonly path: YamlPath; readonly document: string; readonly part: string };

/** Every part a rule over many records names. */
export function* acrossParts({ value: { check, applies }, path }: Placed<AcrossRule>): Generator<NamedPart> {
  if (check.kind === 'limit') return;
  const at = [...path, check.kind];
  for (const document of applies.documents)
    if (check.part !== undefined) yield { path: [...at, 'part'], document, part: check.part };
  if (check.kind === 'unique') return;
  if (check.withPart !== undefined) yield { path: [...at, 'withPart'], document: check.with, part: check.withPart };
  const { lines } = check;
  if (lines === undefined) return;
  for (const document of applies.documents) yield { path: [...at, 'lines', 'part'], document, part: lines.part };
  if (lines.with === lines.part && applies.documents.includes(check.with)) return;
  yield { path: [...at, 'lines'], document: check.with, part: lines.with };
}
