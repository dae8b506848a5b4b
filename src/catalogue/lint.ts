import type { CatalogueFault } from '../model/catalogue.js';
import type { LinkedCatalogue } from './assemble.js';
import type { LintContext } from './lint/context.js';
import { lints } from './lint/index.js';
import type { LoadedCatalogue } from './load.js';

/** Runs every lint over a catalogue whose files have the right shape. `asOf` (yyyy-MM-dd) is the day statuses are held against. */
export function lintCatalogue(loaded: LoadedCatalogue, linked: LinkedCatalogue, asOf?: string): CatalogueFault[] {
  const ids = linked.standards.flatMap(({ rules, across, structure }) =>
    [...rules, ...across].map(({ value }) => value.id).concat((structure?.rules ?? []).map(({ id }) => id)),
  );
  const context: LintContext = {
    ...linked,
    loaded,
    ...(asOf === undefined ? {} : { asOf }),
    ruleIds: new Set(ids),
    isBroken: (folder, id) => loaded.broken.has(`${folder}/${id}`),
  };
  return Object.values(lints).flatMap((lint) => [...lint(context)]);
}

/** In the order a reader meets them; what is said twice of one place is said once. */
export function sortFaults(faults: readonly CatalogueFault[]): CatalogueFault[] {
  const byPlace = (a: CatalogueFault, b: CatalogueFault): number =>
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.code, b.code) ||
    compare(a.message, b.message);
  const sorted = [...faults].sort(byPlace);
  return sorted.filter((fault, index) => {
    const before = sorted[index - 1];
    return before === undefined || byPlace(before, fault) !== 0;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
