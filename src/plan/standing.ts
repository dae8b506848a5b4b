import type { PlanReason } from '../model/plan.js';
import type { IsoDate, Period, Standard } from '../model/standard.js';

/** Whether a standard is in force on a day, or why not, by its own status and dates. */
export function standingOf(standard: Standard, asOf: IsoDate): PlanReason {
  if (standard.status === 'draft') return 'draft';
  if (standard.status === 'withdrawn' && standard.effective.until === undefined) return 'withdrawn';
  if (standard.status === 'upcoming' && standard.effective.from === undefined) return 'not-yet-in-force';
  const period = periodReason(standard.effective, asOf);
  if (period !== 'in-force') return period;
  // A superseded edition whose last day nobody told us is taken to be out of force.
  return standard.status === 'superseded' && standard.effective.until === undefined ? 'no-longer-in-force' : 'in-force';
}

/** `until` is the first day out of force. */
export function periodReason(
  { from, until }: Period,
  asOf: IsoDate,
): 'in-force' | 'not-yet-in-force' | 'no-longer-in-force' {
  if (from !== undefined && asOf < from) return 'not-yet-in-force';
  return until !== undefined && asOf >= until ? 'no-longer-in-force' : 'in-force';
}
