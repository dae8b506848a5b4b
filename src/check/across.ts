import type { Catalogue } from '../model/catalogue.js';
import type { DocumentKind } from '../model/document.js';
import type { Expectation, Finding, FindingSink, RelatedLocation, RuleCount } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Fields, SourceRecord } from '../model/record.js';
import type { AcrossRule, Reconcile, Severity, Unique } from '../model/standard.js';
import { expectation, joinList } from '../text/expectation-values.js';
import { compareDecimals, parseDecimal } from '../vocabulary/decimals.js';
import { textOf } from '../vocabulary/index.js';
import { countOf } from './counts.js';
import { findingKey, recordName } from './identity.js';
import { isPersonal } from './personal.js';
import type { RecordActivation } from './records.js';

export type AcrossChecker = {
  readonly add: (record: SourceRecord, document: DocumentKind) => void;
  /** Everything that could only be said once all files were read. */
  readonly finish: () => void;
};

type AcrossRun = {
  readonly activate: RecordActivation;
  readonly severityOf: (rule: AcrossRule) => Severity;
  readonly numbersOf: (rule: string) => readonly string[];
  readonly sink: FindingSink;
  readonly counts: Map<string, RuleCount>;
};

/** One document as a reconciliation remembers it: its values, their places, its name. */
type Remembered = {
  readonly key: string;
  readonly record: string | undefined;
  readonly values: { readonly [field: string]: string };
  readonly places: { readonly [field: string]: Location };
  readonly findingKey: (field: string) => string;
};

/** Rules over many records of a run: no two alike, and documents of one trade that agree. */
export function createAcrossChecker(catalogue: Catalogue, run: AcrossRun): AcrossChecker {
  const documents = new Map(catalogue.documents.map((document) => [document.id, document]));
  const checkers = catalogue.across.map((rule) =>
    rule.check.kind === 'unique'
      ? uniqueChecker(rule, rule.check, run)
      : reconcileChecker(rule, rule.check, run, documents),
  );
  return {
    add: (record, document) => {
      for (const checker of checkers) checker.add(record, document);
    },
    finish: () => {
      for (const checker of checkers) checker.finish();
    },
  };
}

function uniqueChecker(rule: AcrossRule, check: Unique, run: AcrossRun): AcrossChecker {
  const first = new Map<string, Location>();
  return {
    add: (record, document) => {
      if (!inForce(rule, record, run)) return;
      const count = countOf(run.counts, rule, run.severityOf(rule));
      for (const { fields, path } of itemsOf(record, document, check.part)) {
        const values = check.fields.map((field) => textOf(fields[field]) ?? textOf(record.fields[field]));
        if (values.some((value) => value === undefined)) {
          count.lackedInput += 1;
          continue;
        }
        count.checked += 1;
        const key = JSON.stringify([record.document, ...values]);
        const field = [...path, check.fields[0] ?? ''];
        const known = first.get(key);
        if (known === undefined) {
          first.set(key, record.locate(`/${field.join('/')}`));
          continue;
        }
        count.failed += 1;
        if (!run.sink.wants(rule.id)) continue;
        const place = `${known.file}:${known.line ?? ''}${known.cell === undefined ? '' : ` (${known.cell})`}`;
        const expected = expectation('unique', { fields: joinList(check.fields), first: place });
        const related = [{ location: known, ...actualOf(values[0]) }];
        run.sink.add(draft(rule, run, record, document, field, expected, values[0], related));
      }
    },
    finish: () => undefined,
  };
}

function reconcileChecker(
  rule: AcrossRule,
  check: Reconcile,
  run: AcrossRun,
  documents: ReadonlyMap<string, DocumentKind>,
): AcrossChecker {
  const [here = ''] = rule.applies.documents;
  const mine: Remembered[] = [];
  const theirs = new Map<string, Remembered>();
  let partners = 0;
  const remember = (
    record: SourceRecord,
    document: DocumentKind,
    keys: readonly string[],
    wanted: readonly string[],
  ): Remembered | undefined => {
    const values = keys.map((field) => textOf(record.fields[field]));
    if (values.some((value) => value === undefined)) return undefined;
    const fields = [...new Set([...keys, ...wanted])];
    const filled = fields.map((field): [string, string | undefined] => [field, textOf(record.fields[field])]);
    return {
      key: JSON.stringify(values),
      record: recordName(document, record.fields),
      values: Object.fromEntries(filled.filter((entry): entry is [string, string] => entry[1] !== undefined)),
      places: Object.fromEntries(fields.map((field) => [field, record.locate(`/${field}`)])),
      findingKey: (field) => findingKey(rule.id, document, record, [field]),
    };
  };
  return {
    add: (record, document) => {
      if (record.document === check.with) {
        partners += 1;
        const partner = remember(record, document, Object.values(check.on), Object.values(check.equal));
        if (partner !== undefined && !theirs.has(partner.key)) theirs.set(partner.key, partner);
      }
      if (record.document === here && inForce(rule, record, run)) {
        const one = remember(record, document, Object.keys(check.on), Object.keys(check.equal));
        if (one !== undefined) mine.push(one);
      }
    },
    finish: () => {
      const document = documents.get(here);
      // A message checked alone stands alone: nothing is missing where no partner of that kind was given at all.
      if (partners === 0 || document === undefined) return;
      const count = countOf(run.counts, rule, run.severityOf(rule));
      for (const one of mine) {
        count.checked += 1;
        const breaches = disagreements(check, one, theirs.get(one.key));
        if (breaches.length > 0) count.failed += 1;
        for (const { field, expected, related } of breaches) {
          if (run.sink.wants(rule.id)) run.sink.add(ofRemembered(rule, run, document, one, field, expected, related));
        }
      }
    },
  };
}

type Disagreement = {
  readonly field: string;
  readonly expected: Expectation;
  readonly related: readonly RelatedLocation[];
};

function disagreements(check: Reconcile, one: Remembered, partner: Remembered | undefined): Disagreement[] {
  if (partner === undefined) {
    const [field = ''] = Object.keys(check.on);
    const expected = expectation('partner', { document: check.with, on: joinList(Object.keys(check.on)) });
    return check.partner ? [{ field, expected, related: [] }] : [];
  }
  return Object.entries(check.equal).flatMap(([field, other]) => {
    const value = one.values[field];
    const wanted = partner.values[other];
    if (value === undefined || wanted === undefined || sameValue(value, wanted)) return [];
    const location = partner.places[other];
    const related = location === undefined ? [] : [{ location, actual: wanted }];
    return [
      {
        field,
        expected: expectation('equal-to-partner', { document: check.with, value: wanted, field: other }),
        related,
      },
    ];
  });
}

/** Amounts are equal as numbers, everything else as text. */
function sameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  return x !== undefined && y !== undefined && a.length < 16 && b.length < 16 && compareDecimals(x, y) === 0;
}

function itemsOf(
  record: SourceRecord,
  document: DocumentKind,
  part: string | undefined,
): { fields: Fields; path: string[] }[] {
  if (part === undefined) return [{ fields: record.fields, path: [] }];
  const items = record.fields[part];
  if (Array.isArray(items)) {
    return items.map((item: unknown, index) => ({
      fields: typeof item === 'object' && item !== null ? { ...item } : {},
      path: [part, String(index)],
    }));
  }
  return document.parts.some((one) => one.id === part && one.selfWhenAbsent)
    ? [{ fields: record.fields, path: [] }]
    : [];
}

function inForce(rule: AcrossRule, record: SourceRecord, run: AcrossRun): boolean {
  return run.activate(record).ruleReason(rule) === 'in-force';
}

function draft(
  rule: AcrossRule,
  run: AcrossRun,
  record: SourceRecord,
  document: DocumentKind,
  path: readonly string[],
  expected: Expectation,
  actual: string | undefined,
  related: readonly RelatedLocation[],
): Finding {
  const field = path.filter((step) => !/^\d+$/.test(step)).join('.');
  return {
    ...head(rule, run, field, expected, related),
    location: record.locate(`/${path.join('/')}`),
    key: findingKey(rule.id, document, record, path),
    personal: isPersonal(document, field),
    ...actualOf(actual),
    ...named(recordName(document, record.fields)),
  };
}

function ofRemembered(
  rule: AcrossRule,
  run: AcrossRun,
  document: DocumentKind,
  one: Remembered,
  field: string,
  expected: Expectation,
  related: readonly RelatedLocation[],
): Finding {
  return {
    ...head(rule, run, field, expected, related),
    location: one.places[field] ?? { file: '', pointer: '' },
    key: one.findingKey(field),
    personal: isPersonal(document, field),
    ...actualOf(one.values[field]),
    ...named(one.record),
  };
}

function head(
  rule: AcrossRule,
  run: AcrossRun,
  field: string,
  expected: Expectation,
  related: readonly RelatedLocation[],
) {
  return {
    rule: rule.id,
    standards: run.numbersOf(rule.id),
    severity: run.severityOf(rule),
    expected,
    state: 'open' as const,
    related,
    field,
  };
}

function actualOf(actual: string | undefined): { readonly actual?: string } {
  return actual === undefined ? {} : { actual };
}

function named(record: string | undefined): { readonly record?: string } {
  return record === undefined ? {} : { record };
}
