import type { Text } from './language.js';
import type { Direction, Edition, IsoDate, Severity, SupervisionMode } from './standard.js';

/** What the user asks for: flags over profile over what the files say. */
export type Request = {
  readonly asOf: IsoDate;
  readonly direction?: Direction;
  /** The edition customs messages are judged by; absent: the newest. */
  readonly edition?: Edition;
  readonly modes: readonly SupervisionMode[];
  readonly categories: readonly string[];
  readonly profile?: string;
  /** Numbers of the standards the merchant claims conformance to: their own mandatory clauses count as binding. */
  readonly claims: readonly string[];
  /** Slugs; empty: all. */
  readonly standards: readonly string[];
  /** Rule ids; empty: all. */
  readonly rules: readonly string[];
  /** Rule ids or slugs left out. */
  readonly skip: readonly string[];
  readonly severity: { readonly [rule: string]: Severity };
};

/** A named request, `standards/profiles/<id>.yaml`. */
export type Profile = {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly direction?: Direction;
  readonly modes?: readonly SupervisionMode[];
  readonly categories?: readonly string[];
  readonly claims?: readonly string[];
  readonly standards?: readonly string[];
  readonly skip?: readonly string[];
  readonly severity?: { readonly [rule: string]: Severity };
};

/** For one run: every standard in or out, and why. */
export type Plan = {
  readonly asOf: IsoDate;
  readonly request: Request;
  readonly standards: readonly PlannedStandard[];
};

export type PlannedStandard = {
  readonly slug: string;
  readonly number: string;
  readonly state: 'in' | 'out' | 'undecided';
  readonly reason: PlanReason;
};

/** `undecided` reasons name the flag that would decide. */
export type PlanReason =
  | 'in-force'
  | 'not-yet-in-force'
  | 'no-longer-in-force'
  | 'draft'
  | 'withdrawn'
  | 'not-selected'
  | 'skipped'
  | 'no-active-rule'
  | 'other-direction'
  | 'other-mode'
  | 'other-category'
  | 'other-document'
  | 'not-claimed'
  | 'other-edition'
  | 'direction-unknown'
  | 'mode-unknown'
  | 'category-unknown';
