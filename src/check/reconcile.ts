import type { DocumentKind } from '../model/document.js';
import type { Expectation, RelatedLocation } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { SourceRecord } from '../model/record.js';
import type { AcrossRule, Reconcile, ReconcileLines } from '../model/standard.js';
import { expectation, joinList } from '../text/expectation-values.js';
import { formatDecimal, own, parseDecimal, textOf } from '../vocabulary/index.js';
import { type AcrossPlace, type AcrossRun, acrossFinding, fieldOfPath, takesPart } from './across-rule.js';
import type { AcrossChecker } from './check-run.js';
import { countOf } from './counts.js';
import { findingKey, recordName } from './identity.js';

/** A field of a document as a reconciliation remembers it. */
type Point = AcrossPlace;
/** Points by field, and the text that joins them to their counterparts; undefined where a joining field is missing. */
type Piece = { readonly join: string | undefined; readonly points: ReadonlyMap<string, Point> };
type Remembered = Piece & {
  readonly lines: readonly Piece[];
  /** The part as a whole. */
  readonly part: Point;
};

type Breach = { readonly at: Point; readonly expected: Expectation; readonly related: readonly RelatedLocation[] };

/** Documents of one trade that are joined by some fields and have to agree in others, line by line if the rule says so. */
export function reconcileChecker(
  rule: AcrossRule,
  check: Reconcile,
  run: AcrossRun,
  documents: ReadonlyMap<string, DocumentKind>,
): AcrossChecker {
  const [here = ''] = rule.applies.documents;
  const mine: Remembered[] = [];
  // A document may be there in several versions: it is enough to agree with one.
  const theirs = new Map<string, Remembered[]>();
  let alone = 0;
  let partners = 0;
  const isPartner = ({ document, format }: SourceRecord): boolean =>
    document === check.with && (check.formats === undefined || check.formats.includes(format));
  return {
    add: (record, document) => {
      if (isPartner(record)) {
        partners += 1;
        const partner = remember(rule, record, document, sideThere(check));
        if (partner.join !== undefined) theirs.set(partner.join, [...(theirs.get(partner.join) ?? []), partner]);
      }
      if (record.document === here && takesPart(rule, record, run)) {
        const one = remember(rule, record, document, sideHere(check));
        if (one.join === undefined) alone += 1;
        else mine.push(one);
      }
    },
    finish: () => {
      if (mine.length + alone === 0 || !documents.has(here)) return;
      const count = countOf(run.counts, rule, run.severityOf(rule));
      count.lackedInput += alone;
      for (const one of mine) {
        const versions = theirs.get(one.join ?? '') ?? [];
        // A message checked alone stands alone: nothing is missing where no partner of that kind was given at all.
        if (versions.length === 0 && (partners === 0 || !check.partner)) {
          count.lackedInput += 1;
          continue;
        }
        count.checked += 1;
        const breaches = versions.length === 0 ? [noPartner(check, one)] : leastBreaches(check, one, versions);
        if (breaches.length > 0) count.failed += 1;
        for (const { at, expected, related } of breaches) {
          if (run.sink.wants(rule.id)) run.sink.add(acrossFinding(rule, run, at, expected, related));
        }
      }
    },
  };
}

/** What to remember of one side's documents. */
type Side = {
  readonly on: readonly string[];
  readonly equal: readonly string[];
  readonly lines?: { readonly part: string; readonly on: readonly string[]; readonly equal: readonly string[] };
};

function sideHere({ on, equal, lines }: Reconcile): Side {
  const side = { on: Object.keys(on), equal: Object.keys(equal) };
  if (lines === undefined) return side;
  return { ...side, lines: { part: lines.part, on: Object.keys(lines.on), equal: Object.keys(lines.equal) } };
}

function sideThere({ on, equal, lines }: Reconcile): Side {
  const side = { on: Object.values(on), equal: Object.values(equal) };
  if (lines === undefined) return side;
  return { ...side, lines: { part: lines.with, on: Object.values(lines.on), equal: Object.values(lines.equal) } };
}

function remember(rule: AcrossRule, record: SourceRecord, document: DocumentKind, side: Side): Remembered {
  const name = recordName(document, record.fields);
  const pointAt = (path: readonly string[], value: unknown): Point => ({
    document,
    field: fieldOfPath(path),
    location: record.locate(`/${path.join('/')}`),
    key: findingKey(rule.id, document, record, path),
    record: name,
    actual: textOf(value),
  });
  const pieceAt = (path: readonly string[], value: unknown, on: readonly string[], equal: readonly string[]): Piece => {
    const points = new Map([...on, ...equal].map((field) => [field, pointAt([...path, field], own(value, field))]));
    const joined = on.map((field) => comparable(points.get(field)));
    return { points, join: joined.includes(undefined) ? undefined : JSON.stringify(joined) };
  };
  const { part = '', on = [], equal = [] } = side.lines ?? {};
  const items = own(record.fields, part);
  const lines = Array.isArray(items) ? items.map((item, index) => pieceAt([part, String(index)], item, on, equal)) : [];
  return { ...pieceAt([], record.fields, side.on, side.equal), lines, part: pointAt([part], undefined) };
}

/** Numbers are compared as numbers, everything else as text. */
function comparable(point: Point | undefined): string | undefined {
  const text = point?.actual;
  if (point === undefined || text === undefined) return undefined;
  const decimal = isNumber(point) ? parseDecimal(text.trim()) : undefined;
  return decimal === undefined ? text : formatDecimal(decimal);
}

function isNumber({ document, field }: Point): boolean {
  const [first, second] = field.split('.');
  const fields =
    second === undefined ? document.fields : (document.parts.find((part) => part.id === first)?.fields ?? []);
  const type = fields.find((one) => one.id === (second ?? first))?.type;
  return type === 'decimal' || type === 'integer';
}

function noPartner(check: Reconcile, one: Remembered): Breach {
  const fields = Object.keys(check.on);
  const at = one.points.get(fields[0] ?? '') ?? one.part;
  return { at, expected: expectation('partner', { document: check.with, on: joinList(fields) }), related: [] };
}

/** The breaches against the version that agrees best, the last of equals. */
function leastBreaches(check: Reconcile, one: Remembered, versions: readonly Remembered[]): readonly Breach[] {
  const all = versions.map((partner) => [
    ...differences(check.with, check.equal, one, partner),
    ...(check.lines === undefined ? [] : lineBreaches(check.with, check.lines, one, partner)),
  ]);
  return all.reduce((least, breaches) => (breaches.length <= least.length ? breaches : least), all[0] ?? []);
}

function differences(
  document: string,
  equal: { readonly [here: string]: string },
  one: Piece,
  partner: Piece,
): Breach[] {
  return Object.entries(equal).flatMap(([field, other]) => {
    const at = one.points.get(field);
    const there = partner.points.get(other);
    if (at?.actual === undefined || there?.actual === undefined || comparable(at) === comparable(there)) return [];
    const expected = expectation('equal-to-partner', { document, value: there.actual, field: there.field });
    return [{ at, expected, related: [relatedTo(there)] }];
  });
}

function lineBreaches(document: string, rule: ReconcileLines, one: Remembered, partner: Remembered): Breach[] {
  const [name = ''] = Object.keys(rule.on);
  const [nameThere = ''] = Object.values(rule.on);
  const there = byJoin(partner.lines);
  const here = byJoin(one.lines);
  const without = (value: string | undefined) =>
    expectation('partner-line', { document, on: `${rule.part}.${name}`, ...(value === undefined ? {} : { value }) });
  const breaches: Breach[] = [];
  for (const [join, line] of here) {
    const other = there.get(join);
    const at = line.points.get(name);
    if (other !== undefined) breaches.push(...differences(document, rule.equal, line, other));
    else if (rule.complete && at !== undefined) breaches.push({ at, expected: without(at.actual), related: [] });
  }
  for (const [join, line] of there) {
    const place = line.points.get(nameThere);
    if (!rule.complete || here.has(join) || place === undefined) continue;
    breaches.push({ at: one.part, expected: without(place.actual), related: [relatedTo(place)] });
  }
  return breaches;
}

/** Lines by what joins them; a repeated number is another rule's affair, so the first counts. */
function byJoin(lines: readonly Piece[]): ReadonlyMap<string, Piece> {
  const all = new Map<string, Piece>();
  for (const line of lines) if (line.join !== undefined && !all.has(line.join)) all.set(line.join, line);
  return all;
}

function relatedTo({ location, actual }: Point): { readonly location: Location; readonly actual?: string } {
  return actual === undefined ? { location } : { location, actual };
}
