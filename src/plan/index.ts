import type { Catalogue } from '../model/catalogue.js';
import type { Plan, PlannedStandard, PlanReason, Request } from '../model/plan.js';
import type { IsoDate, Period, Standard } from '../model/standard.js';

export { type Activation, activate, governor, type RecordContext } from './activate.js';
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
  if (standard.status === 'draft') return 'draft';
  if (standard.status === 'withdrawn' && standard.effective.until === undefined) return 'withdrawn';
  const period = periodReason(standard.effective, request.asOf);
  if (period !== 'in-force') return period;
  // A superseded edition whose last day nobody told us is taken to be out of force.
  if (standard.status === 'superseded' && standard.effective.until === undefined) return 'no-longer-in-force';
  return hasActiveRule ? 'in-force' : 'no-active-rule';
}

/** `until` is the first day out of force. */
export function periodReason(
  { from, until }: Period,
  asOf: IsoDate,
): 'in-force' | 'not-yet-in-force' | 'no-longer-in-force' {
  if (from !== undefined && asOf < from) return 'not-yet-in-force';
  return until !== undefined && asOf >= until ? 'no-longer-in-force' : 'in-force';
}
