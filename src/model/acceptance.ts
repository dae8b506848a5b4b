import type { Finding } from './finding.js';
import type { ReadNotice } from './record.js';
import type { IsoDate } from './standard.js';

/** Who answers for a finding that stays, why, and until when. */
export type Waiver = {
  /** A finding's key, or a rule's id: then all findings of the rule. */
  readonly accepts: { readonly key: string } | { readonly rule: string };
  readonly owner: string;
  readonly reason: string;
  readonly ticket?: string;
  /** The last day it holds. */
  readonly expires: IsoDate;
  /** Where it is written. */
  readonly line: number;
};

/** Today's findings, taken as they are: only new ones count from now on. */
export type Baseline = {
  readonly version: 1;
  /** Version of the catalogue it was made with. */
  readonly catalogue: string;
  readonly asOf: IsoDate;
  /** Keys of the findings, sorted. */
  readonly findings: readonly string[];
};

export type Standing = Pick<Finding, 'state' | 'waiver'>;

/** What a run takes as accepted. Made new for each run, for it remembers what matched. */
export type Acceptance = {
  /** How a finding stands; asked once for each. */
  readonly standingOf: (finding: Pick<Finding, 'key' | 'rule' | 'actual'>) => Standing;
  /** Whether a finding of this rule may be accepted: then every one has to be worked out, stored or not. */
  readonly concerns: (rule: string) => boolean;
  /** What is to be said of the acceptances themselves: expired, or there for nothing. */
  readonly notices: () => readonly ReadNotice[];
};
