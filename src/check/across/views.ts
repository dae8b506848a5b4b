import type { DocumentKind } from '../../model/document.js';
import type { AcrossCheck, AcrossRule, Agreement } from '../../model/standard.js';
import { isContradiction } from '../../vocabulary/index.js';

/**
 * What is kept of the records of one document kind (or of the items of one part) under one joining field: the fields
 * that any rule joined by it looks at. Rules that share the field share the view.
 */
export type View = {
  readonly number: number;
  readonly document: DocumentKind;
  /** The part whose items are kept; absent: the record. */
  readonly part?: string;
  /** The field that brings partners together. */
  readonly key: string;
  /** Whether the joining field is compared as a number. */
  readonly hasNumericKey: () => boolean;
  readonly layout: Layout;
  readonly lines: readonly LinesLayout[];
  readonly roles: readonly Role[];
  /** Views whose records may meet under one key have the same bundle. */
  readonly bundle: number;
};

/** Fields in the order in which their values are kept. */
export type Layout = {
  readonly fields: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  /** Whether the field of this index is compared as a number. */
  readonly isNumeric: (index: number) => boolean;
};

export type LinesLayout = { readonly part: string; readonly layout: Layout };

/** One side of one rule: records here that it judges, or records there that they are held against. */
export type Role = {
  readonly rule: AcrossRule;
  readonly side: 'here' | 'there';
  /** Fields a record must have to take part. */
  readonly needed: readonly string[];
  /** Fields of which it must have at least one; none: it need not. */
  readonly some: readonly string[];
};

type Need = {
  readonly role: Role;
  readonly document: string;
  readonly part: string | undefined;
  readonly fields: readonly string[];
  readonly lines?: { readonly part: string; readonly fields: readonly string[] };
};

/** The views of all rules. Rules of document kinds the catalogue does not have are left out. */
export function viewsOf(rules: readonly AcrossRule[], documents: readonly DocumentKind[]): readonly View[] {
  const needs = rules.map(needsOf);
  const nodeOf = ({ document, part = '', role }: Need): string => [document, part, role.needed[0] ?? ''].join('\n');
  const bundles = bundled(needs.map((own) => own.map(nodeOf)));
  const byNode = new Map<string, Need[]>();
  for (const need of needs.flat()) byNode.set(nodeOf(need), [...(byNode.get(nodeOf(need)) ?? []), need]);
  const views: View[] = [];
  for (const [node, own] of byNode) {
    const [first] = own;
    const document = documents.find(({ id }) => id === first?.document);
    if (first === undefined || document === undefined) continue;
    const keyLayout = layoutOf(document, first.part, [first.role.needed[0] ?? '']);
    views.push({
      number: views.length,
      document,
      ...(first.part === undefined ? {} : { part: first.part }),
      key: first.role.needed[0] ?? '',
      hasNumericKey: () => keyLayout.isNumeric(0),
      layout: layoutOf(
        document,
        first.part,
        own.flatMap(({ fields }) => fields),
      ),
      lines: linesOf(document, own),
      roles: own.map(({ role }) => role),
      bundle: bundles.get(node) ?? 0,
    });
  }
  return views;
}

function needsOf(rule: AcrossRule): Need[] {
  const { check, applies } = rule;
  const here = (needed: readonly string[], fields: readonly string[], part?: string, lines?: Need['lines']): Need[] =>
    applies.documents.map((document) => ({
      role: { rule, side: 'here', needed, some: comparedOnly(check, agreedHere) },
      document,
      part,
      fields,
      ...(lines === undefined ? {} : { lines }),
    }));
  if (check.kind === 'unique') return here(check.fields, check.fields, check.part);
  // Whose records are summed is kept as the key alone, which is a hash where it is personal.
  if (check.kind === 'limit') return here(check.by, [...check.by.slice(1), check.date, ...check.sum, ...check.once]);
  const { lines } = check;
  const on = Object.values(check.on);
  const there: Need = {
    role: { rule, side: 'there', needed: on, some: comparedOnly(check, agreedThere) },
    document: check.with,
    part: check.withPart,
    fields: [...on, ...agreedThere(check)],
    ...(lines === undefined
      ? {}
      : { lines: { part: lines.with, fields: [...Object.values(lines.on), ...agreedThere(lines)] } }),
  };
  const linesHere =
    lines === undefined ? undefined : { part: lines.part, fields: [...Object.keys(lines.on), ...agreedHere(lines)] };
  const mine = Object.keys(check.on);
  return [...here(mine, [...mine, ...agreedHere(check)], check.part, linesHere), there];
}

/** A record that says nothing of what is compared contradicts nobody, and is not kept where nothing else is asked. */
function comparedOnly(check: AcrossCheck, fields: (agreement: Agreement) => readonly string[]): readonly string[] {
  return check.kind === 'reconcile' && isContradiction(check) ? fields(check) : [];
}

function agreedHere({ equal, atMost, match, alike = [] }: Agreement): string[] {
  return [...Object.keys(equal), ...Object.keys(atMost), ...[...match, ...alike].map(({ here }) => here)];
}

function agreedThere({ equal, atMost, match, alike = [] }: Agreement): string[] {
  return [...Object.values(equal), ...Object.values(atMost), ...[...match, ...alike].map(({ there }) => there)];
}

/** Nodes that some rule joins, directly or by way of others, get the same number. */
function bundled(groups: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const bundles = new Map<string, number>();
  let next = 0;
  for (const nodes of groups) {
    const known = new Set(nodes.flatMap((node) => bundles.get(node) ?? []));
    const [bundle = next++] = known;
    for (const node of nodes) bundles.set(node, bundle);
    for (const [node, number] of bundles) if (known.has(number)) bundles.set(node, bundle);
  }
  return bundles;
}

function linesOf(document: DocumentKind, needs: readonly Need[]): LinesLayout[] {
  const parts = new Map<string, string[]>();
  for (const { lines } of needs)
    if (lines !== undefined) parts.set(lines.part, [...(parts.get(lines.part) ?? []), ...lines.fields]);
  return [...parts].map(([part, fields]) => ({ part, layout: layoutOf(document, part, fields) }));
}

function layoutOf(document: DocumentKind, part: string | undefined, all: readonly string[]): Layout {
  const fields = [...new Set(all)];
  // The fields of a document kind are read when the first of its records comes.
  let numeric: readonly boolean[] | undefined;
  const kinds = (): readonly boolean[] => {
    const own = document.parts.find(({ id }) => id === part)?.fields ?? [];
    const typeOf = (field: string) => [...own, ...document.fields].find(({ id }) => id === field)?.type;
    return fields.map((field) => ['decimal', 'integer'].includes(typeOf(field) ?? ''));
  };
  return {
    fields,
    index: new Map(fields.map((field, index) => [field, index])),
    isNumeric: (index) => {
      numeric ??= kinds();
      return numeric[index] === true;
    },
  };
}
