import type { Catalogue } from '../model/catalogue.js';
import type { Plan, PlanReason, Request } from '../model/plan.js';
import type { Applicability, Direction, Edition, Period, SupervisionMode } from '../model/standard.js';
import { periodReason, standingOf } from './standing.js';

/** A message does not name its edition; unless the user does, it is judged by the one in force. */
export const newestEdition: Edition = '2022';
export const editions: readonly Edition[] = ['2018', newestEdition];

/** What is known about a record that decides which rules concern it. Empty and absent mean: nobody said. */
export type RecordContext = {
  readonly document: string;
  readonly format: string;
  readonly direction?: Direction;
  /** The edition messages are judged by. */
  readonly edition?: Edition;
  readonly modes: readonly SupervisionMode[];
  /** Categories of the record with all their ancestors. */
  readonly categories: readonly string[];
};

/** For one context: every rule on, in preview or off, and why it is off. */
export type Activation = {
  /** 1: judge. By rule index. */
  readonly on: Uint8Array;
  /** 1: judged, but its standard is not in force yet: counts as a forecast only. */
  readonly preview: Uint8Array;
  readonly reasons: readonly (PlanReason | undefined)[];
};

type Governed = {
  readonly id: string;
  readonly standard: string;
  readonly applies: Applicability;
  readonly effective?: Period;
};

/** Decides every rule for one context. */
export function activate(catalogue: Catalogue, plan: Plan, context: RecordContext): Activation {
  const on = new Uint8Array(catalogue.rules.length);
  const preview = new Uint8Array(catalogue.rules.length);
  const reasonOfRule = governor(catalogue, plan, context);
  const reasons = catalogue.rules.map((rule, index) => {
    const reason = reasonOfRule(rule);
    if (reason === 'in-force') on[index] = 1;
    if (reason === 'not-yet-in-force') {
      on[index] = 1;
      preview[index] = 1;
    }
    return reason === 'in-force' ? undefined : reason;
  });
  return { on, preview, reasons };
}

/** Whether one rule concerns records of this context: `in-force`, or why not. */
export function governor(catalogue: Catalogue, plan: Plan, context: RecordContext): (rule: Governed) => PlanReason {
  const planned = new Map(plan.standards.map((standard) => [standard.slug, standard.reason]));
  const standards = new Map(catalogue.standards.map((standard) => [standard.slug, standard]));
  const { request, asOf } = plan;
  const wanted = citedBySelected(catalogue, request.standards);
  // Many rules share one applicability. One made for the occasion is forgotten with it.
  const known = new WeakMap<Applicability, PlanReason>();
  const concernOf = (applies: Applicability): PlanReason => {
    const concern = known.get(applies) ?? concerns(applies, context);
    known.set(applies, concern);
    return concern;
  };
  // A cited rule runs though its own standard was not chosen, as long as that standard is in force.
  const reasonOf = (rule: Governed): PlanReason => {
    const reason = planned.get(rule.standard) ?? 'not-selected';
    const own = standards.get(rule.standard);
    if (reason !== 'not-selected' || own === undefined || !wanted.has(rule.id)) return reason;
    return request.skip.includes(rule.standard) ? 'skipped' : standingOf(own, asOf);
  };
  return (rule) => {
    if (request.skip.includes(rule.id)) return 'skipped';
    if (request.rules.length > 0 && !request.rules.includes(rule.id)) return 'not-selected';
    const concern = isUnclaimed(rule, request) ? 'not-claimed' : concernOf(rule.applies);
    const standing = reasonOf(rule);
    if (standing !== 'in-force' && standing !== 'not-yet-in-force') return standing;
    const period = rule.effective === undefined ? 'in-force' : periodReason(rule.effective, asOf);
    if (concern !== 'in-force' || period === 'no-longer-in-force') return concern === 'in-force' ? period : concern;
    return standing === 'in-force' ? period : standing;
  };
}

/** A rule only for those who claim its standard waits until somebody does, or asks for the standard or the rule. */
function isUnclaimed({ id, standard, applies }: Governed, { claims, standards, rules }: Request): boolean {
  if (applies.onlyClaimed === undefined) return false;
  return !claims.includes(standard) && !standards.includes(standard) && !rules.includes(id);
}

/** Rules that a selected standard cites run even though their own standard was not selected. */
function citedBySelected(catalogue: Catalogue, standards: readonly string[]): ReadonlySet<string> {
  const selected = new Set(standards);
  const cited = catalogue.standards
    .filter((standard) => selected.has(standard.slug))
    .flatMap((standard) => standard.citations);
  return new Set(cited.map((citation) => citation.rule));
}

function concerns(applies: Applicability, context: RecordContext): PlanReason {
  // Where nothing speaks against the rule, what is still unknown leaves it undecided.
  return foreign(applies, context) ?? undecided(applies, context) ?? 'in-force';
}

/** What keeps the rule away from such records. */
function foreign(applies: Applicability, context: RecordContext): PlanReason | undefined {
  const { documents, formats, exceptFormats, editions, direction, modes, exceptModes, categories } = applies;
  if (!documents.includes(context.document)) return 'other-document';
  if (formats !== undefined && !formats.includes(context.format)) return 'other-document';
  if (exceptFormats?.includes(context.format) === true) return 'other-document';
  if (editions !== undefined && !editions.includes(context.edition ?? newestEdition)) return 'other-edition';
  if (direction !== undefined && context.direction !== undefined && direction !== context.direction)
    return 'other-direction';
  if (modes !== undefined && context.modes.length > 0 && !meet(modes, context.modes)) return 'other-mode';
  if (exceptModes !== undefined && context.modes.length > 0 && within(context.modes, exceptModes)) return 'other-mode';
  if (categories !== undefined && context.categories.length > 0 && !meet(categories, context.categories))
    return 'other-category';
  return undefined;
}

/** What nobody said and the rule depends on. */
function undecided(applies: Applicability, context: RecordContext): PlanReason | undefined {
  if (applies.direction !== undefined && context.direction === undefined) return 'direction-unknown';
  if (applies.modes !== undefined && context.modes.length === 0) return 'mode-unknown';
  if (applies.categories !== undefined && context.categories.length === 0) return 'category-unknown';
  return undefined;
}

function meet(wanted: readonly string[], given: readonly string[]): boolean {
  return wanted.some((one) => given.includes(one));
}

function within(given: readonly string[], allowed: readonly string[]): boolean {
  return given.every((one) => allowed.includes(one));
}
