import type { Acceptance, Baseline, Standing, Waiver } from '../model/acceptance.js';
import type { ReadNotice } from '../model/record.js';
import type { IsoDate } from '../model/standard.js';
import { createMemory, type Told } from './known-before.js';

export { baselineText, parseBaseline } from './baseline.js';
export { parseWaivers, type WaiverFault, waiverSchema } from './waivers.js';

export type AcceptanceInput = {
  readonly baseline?: { readonly file: string; readonly baseline: Baseline };
  readonly waivers?: { readonly file: string; readonly waivers: readonly Waiver[] };
  /** What the files had wrong at a revision of theirs. */
  readonly before?: { readonly revision: string; readonly findings: readonly Told[]; readonly added: number };
  readonly asOf: IsoDate;
  /** Waivers that reach further than so many days from `asOf` count for nothing. */
  readonly maxWaiverDays?: number;
};

const open: Standing = { state: 'open' };
const inBaseline: Standing = { state: 'baseline' };

/**
 * Says of each finding whether it is open, waived or in the baseline. A waiver that has expired or reaches too far waives
 * nothing, and is said; so is what matched no finding of the run. A waiver wins over the baseline: somebody answers for it. What was wrong before
 * stands as if it were in a baseline.
 */
export function createAcceptance(input: AcceptanceInput): Acceptance {
  const { baseline, waivers, before, asOf } = input;
  const latest = input.maxWaiverDays === undefined ? undefined : dayAfter(asOf, input.maxWaiverDays);
  const valid = (waivers?.waivers ?? []).filter(
    ({ expires }) => expires >= asOf && (latest === undefined || expires <= latest),
  );
  const byKey = new Map(valid.flatMap((one) => ('key' in one.accepts ? [[one.accepts.key, one] as const] : [])));
  const byRule = new Map(valid.flatMap((one) => ('rule' in one.accepts ? [[one.accepts.rule, one] as const] : [])));
  const known = new Set(baseline?.baseline.findings);
  const rules = new Set([...known, ...byKey.keys(), ...(before?.findings ?? []).map(({ key }) => key)].map(ruleOfKey));
  const wasThere = createMemory(before?.findings ?? []);
  let old = 0;
  const used = new Set<Waiver>();
  const met = new Set<string>();

  return {
    concerns: (rule) => rules.has(rule) || byRule.has(rule),
    standingOf: ({ key, rule, actual }) => {
      const waiver = byKey.get(key) ?? byRule.get(rule);
      if (known.has(key)) met.add(key);
      const there = wasThere({ key, ...(actual === undefined ? {} : { actual }) });
      if (there) old += 1;
      if (waiver === undefined) return there || known.has(key) ? inBaseline : open;
      used.add(waiver);
      return { state: 'waived', waiver };
    },
    notices: () => {
      const file = waivers?.file ?? '';
      const said = (waivers?.waivers ?? []).flatMap((waiver): ReadNotice[] => {
        const what = 'key' in waiver.accepts ? waiver.accepts.key : waiver.accepts.rule;
        const values = { what, owner: waiver.owner, expires: waiver.expires };
        const location = { file, line: waiver.line, column: 1, pointer: '' };
        if (waiver.expires < asOf) return [{ id: 'waiver-expired', values, location, weight: 'fault' }];
        if (!valid.includes(waiver))
          return [{ id: 'waiver-too-long', values: { ...values, latest: latest ?? '' }, location, weight: 'fault' }];
        return used.has(waiver) ? [] : [{ id: 'waiver-unmatched', values, location, weight: 'note' }];
      });
      if (before !== undefined) {
        const values = { revision: before.revision, old: String(old), added: String(before.added) };
        const location = { file: before.revision, line: 1, column: 1, pointer: '' };
        said.push({ id: 'changed-since', values, location, weight: 'note' });
      }
      const gone = known.size - met.size;
      if (baseline === undefined || gone === 0) return said;
      const location = { file: baseline.file, line: 1, column: 1, pointer: '' };
      return [...said, { id: 'baseline-unmatched', values: { count: gone }, location, weight: 'note' }];
    },
  };
}

/** A key begins with its rule. */
function ruleOfKey(key: string): string {
  const end = key.indexOf('|');
  return end < 0 ? key : key.slice(0, end);
}

function dayAfter(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
