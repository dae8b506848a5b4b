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
  const standards = catalogue.standards.map((standard) => planStandard(standard, request, active.has(standard.slug)));
  return { asOf: request.asOf, request, standards };
}

function planStandard(standard: Standard, request: Request, hasActiveRule: boolean): PlannedStandard {
  const reason = reasonOf(standard, request, hasActiveRule);
  return { slug: standard.slug, number: standard.number, state: reason === 'in-force' ? 'in' : 'out', reason };
}

function reasonOf(standard: Standard, request: Request, hasActiveRule: boolean): PlanReason {
  if (request.standards.length > 0 && !request.standards.includes(standard.slug)) return 'not-selected';
  if (request.skip.includes(standard.slug)) return 'skipped';
  const standing = standingOf(standard, request.asOf);
  return standing === 'in-force' && !hasActiveRule ? 'no-active-rule' : standing;
}
