import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { EditableText } from '../read/edit/index.js';
import type { Candidate } from '../repair/index.js';
import type { AppliedRepair } from './repair.js';

type Written = Candidate & { readonly written: string };

/** A text at which rules fail, and what might stand there instead, the best first. */
export type Trial = {
  readonly text: EditableText;
  readonly location: Location;
  readonly findings: readonly Finding[];
  readonly candidates: readonly Written[];
};

type Proposal = Written & { readonly trial: Trial };

/** However many texts there are, the inputs are judged again at most so often. */
const mostRounds = 40;

/**
 * Which repairs are tried together. All at first, for the inputs are judged as a whole; the texts of a record at which
 * something newly fails are tried again one by one, so that one bad repair does not stand in the way of good ones.
 */
export class RepairRounds {
  readonly #waiting: Map<Trial, Written[]>;
  readonly #before: ReadonlySet<string>;
  /** Records whose texts are tried one by one. */
  readonly #alone = new Set<string>();
  /** Something newly failed and nobody knows by whom: one text at a time, over all records. */
  #oneByOne = false;
  #accepted: Proposal[] = [];
  #proposed: Proposal[] = [];
  #rounds = 0;

  constructor(trials: readonly Trial[], before: readonly Finding[]) {
    this.#waiting = new Map(trials.map((trial) => [trial, [...trial.candidates]]));
    this.#before = new Set(before.map(identityOf));
  }

  get accepted(): readonly Proposal[] {
    return this.#accepted;
  }

  /** What to judge next: all that is accepted and what is proposed; nothing where all is settled. */
  next(): readonly Proposal[] | undefined {
    const busy = new Set<string>();
    this.#proposed = [];
    if (this.#rounds++ >= mostRounds) return undefined;
    for (const [trial, [candidate]] of this.#waiting) {
      const record = recordOf(trial.location);
      const taken = this.#oneByOne ? busy.size > 0 : this.#alone.has(record) && busy.has(record);
      if (candidate === undefined || taken) continue;
      busy.add(record);
      this.#proposed.push({ ...candidate, trial });
    }
    return this.#proposed.length === 0 ? undefined : [...this.#accepted, ...this.#proposed];
  }

  judged(after: readonly Finding[]): void {
    const now = new Set(after.map(identityOf));
    const fresh = after.filter((finding) => !this.#before.has(identityOf(finding)));
    const blamed = new Set(
      fresh.flatMap(({ location, related }) => [location, ...related.map((one) => one.location)]).map(recordOf),
    );
    const mine = new Set(this.#proposed.map(({ trial }) => recordOf(trial.location)));
    // What newly fails where nothing was changed might be anybody's doing.
    const anybody = fresh.some(({ location, related }) =>
      [location, ...related.map((one) => one.location)].every((one) => !mine.has(recordOf(one))),
    );
    if (anybody) this.#oneByOne = true;
    for (const proposal of this.#proposed) {
      const record = recordOf(proposal.trial.location);
      const company = this.#proposed.some(
        (one) => one !== proposal && (anybody || recordOf(one.trial.location) === record),
      );
      this.#settle(proposal, now, anybody || blamed.has(record), company);
    }
  }

  applied(): AppliedRepair[] {
    return this.#accepted
      .map(({ trial, text, by }) => ({
        location: trial.location,
        before: trial.text.text,
        after: text,
        by,
        rules: [...new Set(trial.findings.map(({ rule }) => rule))],
        personal: trial.findings.some(({ personal }) => personal),
      }))
      .toSorted(({ location: a }, { location: b }) => inOrder(a, b));
  }

  #settle(proposal: Proposal, now: ReadonlySet<string>, harmed: boolean, company: boolean): void {
    const { trial } = proposal;
    const helped = trial.findings.some((finding) => !now.has(identityOf(finding)));
    if (helped && !harmed) {
      const findings = trial.findings.filter((finding) => !now.has(identityOf(finding)));
      this.#waiting.delete(trial);
      this.#accepted = [...this.#accepted, { ...proposal, trial: { ...trial, findings } }];
    } else if (helped && company) {
      this.#alone.add(recordOf(trial.location));
    } else {
      this.#waiting.get(trial)?.shift();
    }
  }
}

/** The same breach before and after: columns move when a text before it on the line changes its length. */
function identityOf({ rule, location, field = '' }: Finding): string {
  const { file, sheet, record, cell, pointer } = location;
  return [rule, file, sheet ?? '', record ?? '', cell ?? '', pointer, field].join('\n');
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
