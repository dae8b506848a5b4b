import type { Severity } from '../../../model/standard.js';
import type { FindingKind } from '../page-data.js';
import type { FindingList } from './finding-list.js';
import { severityOrder } from './view-state.js';

/** How many findings there are of a key, and the gravest of them. */
export type Tally = { readonly key: string; readonly count: number; readonly severity: Severity };

/** Open findings by what `keyOf` says of them, most of all first. */
export function tallyBy(list: FindingList, keyOf: (kind: FindingKind) => string): readonly Tally[] {
  const perKind = new Array<number>(list.columns.kinds.length).fill(0);
  for (const kind of list.columns.kind) perKind[kind] = (perKind[kind] ?? 0) + 1;
  const tallies = new Map<string, Tally>();
  for (const [index, kind] of list.columns.kinds.entries()) {
    if (kind.state !== 'open') continue;
    const key = keyOf(kind);
    const known = tallies.get(key);
    const count = (known?.count ?? 0) + (perKind[index] ?? 0);
    const severity = known === undefined ? kind.severity : graver(known.severity, kind.severity);
    tallies.set(key, { key, count, severity });
  }
  return [...tallies.values()].sort((a, b) => b.count - a.count);
}

export function graver(a: Severity, b: Severity): Severity {
  return severityOrder.indexOf(a) <= severityOrder.indexOf(b) ? a : b;
}
