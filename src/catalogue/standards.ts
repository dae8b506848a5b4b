import type { Citation, Clause, Coverage, ElementRow, Rule, Standard } from '../model/standard.js';
import { expandTable, type TableContext } from './elements.js';
import type { LinkedStandard, Placed, Supporting } from './linked.js';
import type { Loaded } from './load.js';
import { present } from './present.js';
import { linkAcross, linkRule, resolveApplies } from './rules.js';
import { expandStructure } from './structure.js';

/** Expands one standard: rules, element rows, citations, across rules, message structure. */
export function linkStandard(source: Loaded<'standard'>, supporting: Supporting): LinkedStandard {
  const { id: slug, raw } = source;
  const rules: Placed<Rule>[] = [];
  const citations: Citation[] = [];
  for (const [index, entry] of (raw.rules ?? []).entries()) {
    if ('cite' in entry) {
      citations.push(present({ rule: entry.cite, standard: slug, clause: entry.clause, evidence: entry.evidence }));
    } else {
      rules.push({ value: linkRule(slug, entry, raw.applies), path: ['rules', index] });
    }
  }
  const tables = expandTables(source, supporting);
  const across = (raw.across ?? []).flatMap((entry, index) => {
    const value = linkAcross(slug, entry, raw.applies);
    return value === undefined ? [] : [{ value, path: ['across', index] }];
  });
  return present({
    source,
    standard: standardOf(source, tables.rows, citations),
    rules: [...rules, ...tables.rules],
    across,
    structure: raw.structure === undefined ? undefined : expandStructure(slug, raw.structure, raw),
  });
}

function expandTables(
  { id: slug, raw }: Loaded<'standard'>,
  supporting: Supporting,
): { rows: ElementRow[]; rules: Placed<Rule>[] } {
  const applies = resolveApplies(raw.applies);
  const message = raw.structure?.format;
  const context: TableContext = present({
    slug,
    obligation: raw.obligation,
    // The rows of a message specification judge that message, not an order from elsewhere.
    applies: applies.formats === undefined && message !== undefined ? { ...applies, formats: [message] } : applies,
    recordPath: message === undefined ? undefined : supporting.formats.get(message)?.xml?.record,
    supporting,
  });
  const expanded = (raw.elements ?? []).map((table, index) => expandTable(table, ['elements', index], context));
  return { rows: expanded.flatMap((table) => table.rows), rules: expanded.flatMap((table) => table.rules) };
}

function standardOf(
  { id: slug, raw }: Loaded<'standard'>,
  elements: readonly ElementRow[],
  citations: readonly Citation[],
): Standard {
  return present({
    slug,
    number: raw.number,
    title: raw.title,
    level: raw.level,
    obligation: raw.obligation,
    status: raw.status,
    statusConfirmed: raw.statusConfirmed ?? true,
    issued: raw.issued,
    effective: raw.effective ?? {},
    supersedes: raw.supersedes ?? [],
    supersededBy: raw.supersededBy ?? [],
    issuer: raw.issuer,
    theme: raw.theme,
    scope: raw.scope,
    caveat: raw.caveat,
    sources: raw.sources,
    applies: resolveApplies(raw.applies),
    clauses: raw.clauses ?? [],
    coverage: countCoverage(raw.clauses ?? []),
    elements,
    citations,
  });
}

function countCoverage(clauses: readonly Clause[]): Standard['coverage'] {
  const counts: { [coverage in Coverage]?: number } = {};
  for (const { coverage } of clauses) counts[coverage] = (counts[coverage] ?? 0) + 1;
  return counts;
}
