import type { DocumentKind } from '../model/document.js';
import type { AcrossRule, Agreement, FieldPairs, Limit, Reconcile, ReconcileLines, Unique } from '../model/standard.js';
import {
  addDecimals,
  areAlike,
  bareGtin,
  compareDecimals,
  formatDecimal,
  isContradiction,
  namesOne,
  own,
  parseDecimal,
  textOf,
} from '../vocabulary/index.js';

/** A record of a run as the reference sees it. */
export type GivenRecord = {
  readonly document: string;
  readonly format?: string;
  readonly record: object;
  /** Each record is a file of its own unless it says of which it is. */
  readonly file?: string;
};

/** Numbers of the records that fail, once for each failing item, and how many records or items were judged. */
export type AcrossJudgement = { readonly failed: readonly number[]; readonly checked: number };

/**
 * What a rule over many records says, spelt out once more as plainly as can be: every record is held against every
 * other one. Examples and property tests hold the real thing against it; it is far too slow for anything else.
 * @param concerns whether the record meets the rule's own condition
 */
export function judgeAcrossPlainly(
  rule: AcrossRule,
  documents: readonly DocumentKind[],
  records: readonly GivenRecord[],
  concerns: (record: object) => boolean,
): AcrossJudgement {
  const { check, applies } = rule;
  const part = check.kind === 'limit' ? undefined : check.part;
  const mine = records.flatMap((given, number): Subject[] => {
    const fits = applies.documents.includes(given.document) && applies.formats?.includes(given.format ?? '') !== false;
    return fits && concerns(given.record) ? subjectsOf(given, number, part, documents) : [];
  });
  if (check.kind === 'unique') return repeated(check, mine);
  if (check.kind === 'limit') return aboveLimit(check, mine);
  const theirs = records.filter((given) => isPartner(check, given));
  return disagreeing(check, mine, partnersOf(check, records, documents), theirs.length > 0);
}

type Subject = {
  readonly number: number;
  readonly file: string;
  readonly kind: DocumentKind;
  /** The item and, behind it, its record. */
  readonly layers: readonly unknown[];
  /** The parts whose fields the layers have, the item's first. */
  readonly part: string | undefined;
};

function subjectsOf(
  { document, record, file: given }: GivenRecord,
  number: number,
  part: string | undefined,
  documents: readonly DocumentKind[],
): Subject[] {
  const kind = documents.find(({ id }) => id === document);
  if (kind === undefined) return [];
  const file = given ?? String(number);
  if (part === undefined) return [{ number, file, kind, layers: [record], part }];
  const items = own(record, part);
  if (Array.isArray(items)) return items.map((item: unknown) => ({ number, file, kind, layers: [item, record], part }));
  const itself = kind.parts.some(({ id, selfWhenAbsent }) => id === part && selfWhenAbsent);
  return itself ? [{ number, file, kind, layers: [record], part }] : [];
}

function isPartner(check: Reconcile, { document, format = '' }: GivenRecord): boolean {
  const { formats, exceptFormats } = check;
  return document === check.with && formats?.includes(format) !== false && exceptFormats?.includes(format) !== true;
}

function partnersOf(check: Reconcile, records: readonly GivenRecord[], documents: readonly DocumentKind[]): Subject[] {
  return records.flatMap((given, number) => {
    return isPartner(check, given) ? subjectsOf(given, number, check.withPart, documents) : [];
  });
}

function written({ layers }: Subject, field: string): string | undefined {
  for (const layer of layers) {
    const text = textOf(own(layer, field));
    if (text !== undefined) return text;
  }
  return undefined;
}

function has(subject: Subject, fields: readonly string[]): boolean {
  return fields.every((field) => written(subject, field) !== undefined);
}

/** All of the fields are there, and say something by which records can be told apart. */
function isNamed(subject: Subject, fields: readonly string[]): boolean {
  return fields.every((field) => namesOne(field, written(subject, field)));
}

/** The value, numbers in one form whatever zeros they are written with. */
function plain(subject: Subject, field: string): string | undefined {
  const text = written(subject, field);
  if (field === 'gtin') return text === undefined ? undefined : bareGtin(text);
  const { kind, part } = subject;
  const fields = [...(kind.parts.find(({ id }) => id === part)?.fields ?? []), ...kind.fields];
  const type = fields.find(({ id }) => id === field)?.type;
  const number = type === 'decimal' || type === 'integer' ? parseDecimal(text?.trim() ?? '') : undefined;
  return number === undefined ? text : formatDecimal(number);
}

function repeated({ fields }: Unique, mine: readonly Subject[]): AcrossJudgement {
  const judged = mine.filter((subject) => isNamed(subject, fields));
  const alike = (a: Subject, b: Subject): boolean =>
    a.kind === b.kind && fields.every((field) => written(a, field) === written(b, field));
  const failed = judged.filter((one, at) => judged.slice(0, at).some((before) => alike(before, one)));
  return { failed: failed.map(({ number }) => number), checked: judged.length };
}

function disagreeing(
  check: Reconcile,
  mine: readonly Subject[],
  theirs: readonly Subject[],
  given: boolean,
): AcrossJudgement {
  const failed: number[] = [];
  let checked = 0;
  for (const one of mine) {
    if (!isNamed(one, Object.keys(check.on)) || !saysAny(check, one, 'here')) continue;
    const partners = theirs.filter(
      (other) =>
        paired(check.on, one, other) &&
        saysAny(check, other, 'there') &&
        (check.elsewhere !== true || (other.number < one.number && other.file !== one.file)),
    );
    if (partners.length === 0 && !(check.partner && given)) continue;
    checked += 1;
    if (!partners.some((other) => agrees(check, one, other) && linesAgree(check.lines, one, other)))
      failed.push(one.number);
  }
  return { failed, checked };
}

/** Where nothing but contradictions is looked for, only records count that say something of what is compared. */
function saysAny(check: Reconcile, one: Subject, side: 'here' | 'there'): boolean {
  const { equal, atMost, match, alike = [] } = check;
  const pairs = [...Object.entries(equal), ...Object.entries(atMost)];
  const fields = [
    ...pairs.map(([here, there]) => (side === 'here' ? here : there)),
    ...[...match, ...alike].map((pair) => pair[side]),
  ];
  return !isContradiction(check) || fields.length === 0 || fields.some((field) => written(one, field) !== undefined);
}

function paired(on: FieldPairs, one: Subject, other: Subject): boolean {
  return Object.entries(on).every(([here, there]) => {
    const value = plain(one, here);
    return value !== undefined && value === plain(other, there);
  });
}

function agrees({ equal, atMost, match, alike = [] }: Agreement, one: Subject, other: Subject): boolean {
  const lacks = (here: string, there: string): boolean => !has(one, [here]) || !has(other, [there]);
  const within = (here: string, there: string): boolean => {
    const a = parseDecimal(written(one, here)?.trim() ?? '');
    const b = parseDecimal(written(other, there)?.trim() ?? '');
    return a === undefined || b === undefined || compareDecimals(a, b) <= 0;
  };
  return (
    Object.entries(equal).every(([here, there]) => lacks(here, there) || plain(one, here) === plain(other, there)) &&
    Object.entries(atMost).every(([here, there]) => lacks(here, there) || within(here, there)) &&
    alike.every(
      ({ here, there, ...how }) =>
        lacks(here, there) || areAlike(plain(one, here) ?? '', plain(other, there) ?? '', how),
    ) &&
    match.every(({ here, there, pairs }) => {
      const fitting = pairs[written(one, here) ?? ''];
      return fitting === undefined || lacks(here, there) || fitting.includes(written(other, there) ?? '');
    })
  );
}

function linesAgree(lines: ReconcileLines | undefined, one: Subject, other: Subject): boolean {
  if (lines === undefined) return true;
  const here = linesOf(one, lines.part, Object.keys(lines.on));
  const there = linesOf(other, lines.with, Object.values(lines.on));
  const counterpart = (line: Subject): Subject | undefined => there.find((that) => paired(lines.on, line, that));
  const complete = here.every((line) => lines.complete === 'none' || counterpart(line) !== undefined);
  const covered = there.every((that) => lines.complete !== 'both' || here.some((line) => paired(lines.on, line, that)));
  const agreeing = here.every((line) => {
    const that = counterpart(line);
    return that === undefined || agrees(lines, line, that);
  });
  return complete && covered && agreeing;
}

/** Lines that can be joined; of several with the same number the first. */
function linesOf({ number, file, kind, layers }: Subject, part: string, on: readonly string[]): Subject[] {
  const items = own(layers.at(-1), part);
  const lines = Array.isArray(items)
    ? items.map((item: unknown) => ({ number, file, kind, layers: [item], part }))
    : [];
  const joined = lines.filter((line) => has(line, on));
  const same = (a: Subject, b: Subject): boolean => on.every((field) => plain(a, field) === plain(b, field));
  return joined.filter((line, at) => !joined.slice(0, at).some((before) => same(before, line)));
}

function aboveLimit(check: Limit, mine: readonly Subject[]): AcrossJudgement {
  const dated = mine.flatMap((one) => {
    const date = (written(one, check.date) ?? '').replace(/\D/g, '').slice(0, 14).padEnd(14, '0');
    const amounts = check.sum.flatMap((field) => written(one, field) ?? []).map((text) => parseDecimal(text.trim()));
    const known = /^\d{4}/.test(written(one, check.date) ?? '') && has(one, check.by) && amounts.length > 0;
    if (!known) return [];
    const sum = amounts.reduce((a, b) => (a === undefined || b === undefined ? undefined : addDecimals(a, b)));
    return sum !== undefined ? [{ one, date, sum }] : [];
  });
  const group = ({ one, date }: (typeof dated)[number]): string =>
    JSON.stringify([date.slice(0, 4), ...check.by.map((field) => plain(one, field))]);
  const version = ({ one }: (typeof dated)[number]): string =>
    JSON.stringify(check.once.map((field) => plain(one, field)));
  const counted = dated.filter(
    (entry, at) =>
      check.once.length === 0 ||
      !dated.some(
        (other, later) =>
          later !== at &&
          group(other) === group(entry) &&
          version(other) === version(entry) &&
          (other.date > entry.date || (other.date === entry.date && later > at)),
      ),
  );
  const max = parseDecimal(check.max);
  const failed = [...new Set(counted.map(group))].flatMap((key) => {
    let total = parseDecimal('0');
    const entries = counted
      .filter((entry) => group(entry) === key)
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.one.number - b.one.number));
    for (const { one, sum } of entries) {
      total = total === undefined ? undefined : addDecimals(total, sum);
      if (total !== undefined && max !== undefined && compareDecimals(total, max) > 0) return [one.number];
    }
    return [];
  });
  return { failed, checked: counted.length };
}
