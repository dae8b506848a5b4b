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

export function addUp(tallies: readonly RuleTally[], rules: number): RuleTally {
  const [only, ...more] = tallies;
  if (only !== undefined && more.length === 0) return only;
  const total = emptyTally(rules);
  for (const tally of tallies) {
    for (const count of ['ran', 'failed', 'skipped', 'lacked'] as const) {
      const [sum, own] = [total[count], tally[count]];
      for (let index = 0; index < rules; index++) sum[index] = (sum[index] ?? 0) + (own[index] ?? 0);
    }
  }
  return total;
}
