import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Candidate } from '../repair/index.js';
import { Identities, identityOf } from './finding-identities.js';
import type { AppliedRepair } from './repair.js';
import type { Spot } from './repair-spots.js';

/** A text at which rules fail, and what might stand there instead, the best first. */
export type Trial = { readonly spot: Spot; readonly text: string; readonly candidates: readonly Candidate[] };

export type Proposal = Candidate & { readonly trial: Trial };

/** Is told what fails with the proposals of a round, and settles them in the end. */
export type Judging = { readonly found: (finding: Finding) => void; readonly settle: () => void };

/** However many texts there are, the inputs are judged again at most so often. */
const mostRounds = 40;

/**
 * Which repairs are tried together. All at first, for the inputs are judged as a whole; the texts of a record at which
 * something newly fails are tried again one by one, so that one bad repair does not stand in the way of good ones.
 */
export class RepairRounds {
  /** Number of the candidate each trial has come to. */
  readonly #waiting: Map<Trial, number>;
  readonly #before: Identities;
  /** Records whose texts are tried one by one. */
  readonly #alone = new Set<string>();
  /** Something newly failed and nobody knows by whom: one text at a time, over all records. */
  #oneByOne = false;
  readonly #accepted: Proposal[] = [];
  #proposed: Proposal[] = [];
  #rounds = 0;

  constructor(trials: readonly Trial[], before: Identities) {
    this.#waiting = new Map(trials.map((trial) => [trial, 0]));
    this.#before = before;
  }

  get accepted(): readonly Proposal[] {
    return this.#accepted;
  }

  /** What to judge next: all that is accepted and what is proposed; nothing where all is settled. */
  next(): readonly Proposal[] | undefined {
    const busy = new Set<string>();
    this.#proposed = [];
    if (this.#rounds++ >= mostRounds) return undefined;
    for (const [trial, number] of this.#waiting) {
      const record = recordOf(trial.spot.location);
      const candidate = trial.candidates[number];
      const taken = this.#oneByOne ? busy.size > 0 : this.#alone.has(record) && busy.has(record);
      if (candidate === undefined || taken) continue;
      busy.add(record);
      this.#proposed.push({ ...candidate, trial });
    }
    return this.#proposed.length === 0 ? undefined : [...this.#accepted, ...this.#proposed];
  }

  judging(): Judging {
    const now = new Identities();
    const mine = new Map<string, number>();
    for (const { trial } of this.#proposed) {
      const record = recordOf(trial.spot.location);
      mine.set(record, (mine.get(record) ?? 0) + 1);
    }
    const blamed = new Set<string>();
    // What newly fails where nothing was changed might be anybody's doing.
    let anybody = false;
    return {
      found: (finding) => {
        const identity = identityOf(finding);
        now.add(identity);
        if (this.#before.has(identity)) return;
        const records = [finding.location, ...finding.related.map(({ location }) => location)].map(recordOf);
        for (const record of records) blamed.add(record);
        if (records.every((record) => !mine.has(record))) anybody = true;
      },
      settle: () => {
        if (anybody) this.#oneByOne = true;
        for (const proposal of this.#proposed) {
          const record = recordOf(proposal.trial.spot.location);
          const company = anybody ? this.#proposed.length > 1 : (mine.get(record) ?? 0) > 1;
          this.#settle(proposal, now, anybody || blamed.has(record), company);
        }
      },
    };
  }

  applied(): AppliedRepair[] {
    return this.#accepted
      .map(({ trial: { spot, text }, text: after, by }) => ({
        location: spot.location,
        before: text,
        after,
        by,
        rules: [...new Set(spot.findings.map(({ rule }) => rule))],
        personal: spot.personal,
      }))
      .sort(({ location: a }, { location: b }) => inOrder(a, b));
  }

  #settle(proposal: Proposal, now: Identities, harmed: boolean, company: boolean): void {
    const { trial } = proposal;
    const findings = trial.spot.findings.filter(({ identity }) => !now.has(identity));
    const helped = findings.length > 0;
    if (helped && !harmed) {
      this.#waiting.delete(trial);
      const all = findings.length === trial.spot.findings.length;
      this.#accepted.push(all ? proposal : { ...proposal, trial: { ...trial, spot: { ...trial.spot, findings } } });
    } else if (helped && company) {
      this.#alone.add(recordOf(trial.spot.location));
    } else {
      this.#waiting.set(trial, (this.#waiting.get(trial) ?? 0) + 1);
    }
  }
}

/** As they stand in the file, sheet by sheet. */
function inOrder(a: Location, b: Location): number {
  const [first = '', second = ''] = [a.sheet, b.sheet];
  if (first !== second) return first < second ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function recordOf({ file, sheet, record }: Location): string {
  return `${file}\n${sheet ?? ''}\n${record ?? ''}`;
}
