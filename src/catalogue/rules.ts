import { type RepairId, repairIds } from '../model/repair.js';
import type {
  AcrossCheck,
  AcrossRule,
  Agreement,
  Applicability,
  ReconcileLines,
  Rule,
  RuleExamples,
  SupervisionMode,
} from '../model/standard.js';
import { deriveInput } from './conditions.js';
import { present } from './present.js';
import type { RawAcross, RawApplies, RawReconcile, RawRule } from './raw.js';

const supervisionModes: readonly SupervisionMode[] = ['1210', '1239', '9610', '9710', '9810'];

/** Modes as codes, however the file writes them: `1210` and `"1210"` are the same mode. */
export function modesOf(modes: readonly (string | number)[]): SupervisionMode[] {
  return supervisionModes.filter((mode) => modes.some((written) => String(written) === mode));
}

/** What a rule is about: what it says itself, the standard's word where it says nothing. */
export function resolveApplies(standard: RawApplies | undefined, own?: RawApplies): Applicability {
  const merged: RawApplies = { ...standard, ...own };
  return present({
    documents: merged.documents ?? [],
    direction: merged.direction,
    modes: merged.modes === undefined ? undefined : modesOf(merged.modes),
    exceptModes: given(modesOf([...(standard?.exceptModes ?? []), ...(own?.exceptModes ?? [])])),
    categories: merged.categories,
    formats: merged.formats,
    editions: merged.editions,
    exceptFormats: given([...new Set([...(standard?.exceptFormats ?? []), ...(own?.exceptFormats ?? [])])]),
    onlyClaimed: merged.onlyClaimed,
  });
}

/** Exceptions add up: a rule's own never lift its standard's. */
function given<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

export function linkRule(slug: string, raw: RawRule, standard: RawApplies | undefined): Rule {
  return present({
    id: `${slug}/${raw.id}`,
    standard: slug,
    clause: raw.clause,
    evidence: raw.evidence,
    severity: raw.severity,
    applies: resolveApplies(standard, raw.applies),
    effective: raw.effective,
    message: raw.message,
    remedy: raw.remedy,
    expects: raw.expects,
    rationale: raw.rationale,
    part: raw.part,
    view: 'canonical' as const,
    when: raw.when,
    where: raw.where,
    require: raw.require,
    ...deriveInput(raw.require, raw.needs),
    fix: repairsOf(raw.fix),
    examples: examplesOf(raw),
  });
}

/** Names of no repair are left out here: lint says so. */
function repairsOf(fix: RawRule['fix']): readonly RepairId[] | undefined {
  if (fix === undefined) return undefined;
  const named = typeof fix === 'string' ? [fix] : fix;
  return repairIds.filter((id) => named.includes(id));
}

function examplesOf({ examples = {} }: RawRule): RuleExamples {
  return { pass: examples.pass ?? [], fail: examples.fail ?? [], knownGap: examples.knownGap ?? [] };
}

/** Undefined when the entry has no check: lint says so. */
export function linkAcross(slug: string, raw: RawAcross, standard: RawApplies | undefined): AcrossRule | undefined {
  const check = acrossCheck(raw);
  if (check === undefined) return undefined;
  return present({
    id: `${slug}/${raw.id}`,
    standard: slug,
    clause: raw.clause,
    evidence: raw.evidence,
    severity: raw.severity,
    applies: resolveApplies(standard, raw.applies),
    message: raw.message,
    remedy: raw.remedy,
    when: raw.when,
    check,
    examples: { pass: raw.examples?.pass ?? [], fail: raw.examples?.fail ?? [] },
  });
}

function acrossCheck({ unique, reconcile, limit }: RawAcross): AcrossCheck | undefined {
  if (unique !== undefined) return present({ kind: 'unique' as const, part: unique.part, fields: unique.fields });
  if (limit !== undefined) return { kind: 'limit', ...limit, once: limit.once ?? [] };
  if (reconcile === undefined) return undefined;
  return present({
    kind: 'reconcile' as const,
    part: reconcile.part,
    with: reconcile.with,
    withPart: reconcile.withPart,
    on: reconcile.on,
    ...agreementOf(reconcile),
    partner: reconcile.partner ?? false,
    formats: reconcile.formats,
    exceptFormats: reconcile.exceptFormats,
    elsewhere: reconcile.elsewhere,
    lines: linesOf(reconcile.lines),
  });
}

function agreementOf({ equal = {}, atMost = {}, match = [], alike }: Partial<Agreement>): Agreement {
  return { equal, atMost, match, ...(alike === undefined ? {} : { alike }) };
}

/** The partner's part has the name of the part here unless the rule says otherwise. */
function linesOf(lines: RawReconcile['lines']): ReconcileLines | undefined {
  if (lines === undefined) return undefined;
  const { part, on, complete = false } = lines;
  const completeness = complete === 'here' ? complete : complete ? 'both' : 'none';
  return { part, with: lines.with ?? part, on, ...agreementOf(lines), complete: completeness };
}
