import type { DocumentKind } from '../../model/document.js';
import type { Expectation, Finding, FindingSink, RelatedLocation, RuleCount } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { SourceRecord } from '../../model/record.js';
import type { NotRun } from '../../model/report.js';
import type { AcrossRule, Severity } from '../../model/standard.js';
import type { RecordActivation } from '../check-run.js';
import { countOf } from '../counts.js';
import { failuresOf } from '../failure.js';
import { type Lists, subjectOf } from '../failure-types.js';
import { isPersonal } from '../personal.js';

export type AcrossRun = {
  readonly activate: RecordActivation;
  readonly severityOf: (rule: AcrossRule) => Severity;
  readonly numbersOf: (rule: string, document: string) => readonly string[];
  readonly lists: Lists;
  readonly sink: FindingSink;
  readonly counts: Map<string, RuleCount>;
  readonly notRun: NotRun[];
  /** @param order number of the record in the run */
  readonly markFailed: (order: number) => void;
};

/** Whether a record that the rule concerns takes part. One the rule's own condition leaves out is counted as such. */
export function takesPart(rule: AcrossRule, record: SourceRecord, run: AcrossRun): boolean {
  if (rule.when === undefined || failuresOf(rule.when, subjectOf(record.fields), run.lists).length === 0) return true;
  countOf(run.counts, rule, run.severityOf(rule)).didNotApply += 1;
  return false;
}

/** Where a finding of an across rule is, and what it is about. */
export type AcrossPlace = {
  readonly document: DocumentKind;
  /** `lines.quantity` for a part's field. */
  readonly field: string;
  readonly location: Location;
  readonly key: string;
  readonly record: string | undefined;
  readonly actual: string | undefined;
};

export function acrossFinding(
  rule: AcrossRule,
  run: AcrossRun,
  { document, field, location, key, record, actual }: AcrossPlace,
  expected: Expectation,
  related: readonly RelatedLocation[],
): Finding {
  return {
    rule: rule.id,
    standards: run.numbersOf(rule.id, document.id),
    severity: run.severityOf(rule),
    location,
    key,
    field,
    expected,
    personal: isPersonal(document, field),
    state: 'open',
    related,
    ...(actual === undefined ? {} : { actual }),
    ...(record === undefined ? {} : { record }),
  };
}

/** A field's name without the positions of its path: `lines.quantity`. */
export function fieldOfPath(path: readonly string[]): string {
  return path.filter((step) => !/^\d+$/.test(step)).join('.');
}

/** A place as the other place of a finding. */
export function relatedTo({ location, actual }: AcrossPlace): RelatedLocation {
  return actual === undefined ? { location } : { location, actual };
}
