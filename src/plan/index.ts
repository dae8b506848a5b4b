import type { Catalogue } from '../model/catalogue.js';
import type { Plan, PlannedStandard, PlanReason, Request } from '../model/plan.js';
import type { Standard } from '../model/standard.js';
import { standingOf } from './standing.js';

export { type Activation, activate, editions, governor, newestEdition, type RecordContext } from './activate.js';
export { effectiveSeverity } from './severity.js';

/** Which standards this run asks for, and why each of the others stays out. Depends on the request alone, not on any file. */
export function planRun(catalogue: Catalogue, request: Request): Plan {
  const active = new Set<string>();
  for (const rule of catalogue.rules) active.add(rule.standard);
  for (const rule of catalogue.across) active.add(rule.standard);
  for (const structure of catalogue.structures) active.add(structure.standard);
  for (const standard of catalogue.standards) if (standard.citations.length > 0) active.add(standard.slug);
  const wanted = request.rules.length === 0 ? undefined : standardsOfRules(catalogue, new Set(request.rules));
  const standards = catalogue.standards.map((standard) =>
    wanted?.has(standard.slug) === false
      ? planned(standard, 'not-selected')
      : planned(standard, reasonOf(standard, request, active.has(standard.slug))),
  );
  return { asOf: request.asOf, request, standards };
}

/** Standards these rules are of, and those that cite them. */
function standardsOfRules(catalogue: Catalogue, rules: ReadonlySet<string>): ReadonlySet<string> {
  const all = [
    ...catalogue.rules,
    ...catalogue.across,
    ...catalogue.structures.flatMap((structure) => structure.rules),
  ];
  const own = all.filter(({ id }) => rules.has(id)).map(({ standard }) => standard);
  const citing = catalogue.standards.filter(({ citations }) => citations.some(({ rule }) => rules.has(rule)));
  return new Set([...own, ...citing.map(({ slug }) => slug)]);
}

function planned({ slug, number }: Standard, reason: PlanReason): PlannedStandard {
  return { slug, number, state: reason === 'in-force' ? 'in' : 'out', reason };
}

function reasonOf(standard: Standard, request: Request, hasActiveRule: boolean): PlanReason {
  if (request.standards.length > 0 && !request.standards.includes(standard.slug)) return 'not-selected';
  if (request.skip.includes(standard.slug)) return 'skipped';
  const standing = standingOf(standard, request.asOf);
  return standing === 'in-force' && !hasActiveRule ? 'no-active-rule' : standing;
}
