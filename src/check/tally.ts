import type { RuleTally } from '../model/compiled.js';

export function emptyTally(rules: number): RuleTally {
  const zeros = (): Float64Array => new Float64Array(rules);
  return { ran: zeros(), failed: zeros(), skipped: zeros(), lacked: zeros() };
}

/** The tally of one document kind, made when its first file comes. */
export function tallyOf(tallies: Map<string, RuleTally>, document: string, rules: number): RuleTally {
  const known = tallies.get(document);
  if (known !== undefined) return known;
  const tally = emptyTally(rules);
  tallies.set(document, tally);
  return tally;
}

export function addUp(tallies: Iterable<RuleTally>, rules: number): RuleTally {
  const total = emptyTally(rules);
  for (const tally of tallies) {
    for (const count of ['ran', 'failed', 'skipped', 'lacked'] as const) {
      for (const [index, value] of tally[count].entries()) total[count][index] = (total[count][index] ?? 0) + value;
    }
  }
  return total;
}
