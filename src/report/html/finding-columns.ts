import type { Waiver } from '../../model/acceptance.js';
import type { Expectation, Finding, NearbyCell, RelatedLocation } from '../../model/finding.js';
import type { HidePersonal } from '../../model/report.js';
import { hideInExpectation } from '../../text/mask.js';
import type { FindingColumns, FindingKind, NearbyHead, NearbyHeading } from './page-data.js';

/** Values are cut here; the page says how long they are. */
export const longestValue = 2000;
/** Those beside it are there to recognise the row by. */
const longestNearby = 60;

/** Findings as columns, personal data hidden where it is to be: the page never holds what it does not show. */
export function findingColumns(findings: readonly Finding[], hide: HidePersonal | undefined): FindingColumns {
  const shown = findings.map((finding) => (finding.personal && hide !== undefined ? hidden(finding, hide) : finding));
  const kinds = interning<FindingKind>();
  const expectations = interning<Expectation>();
  const headings = interning<NearbyHeading>();
  const kind = shown.map((finding) => kinds.index(kindOf(finding, hide !== undefined)));
  const expected = shown.map((finding) => expectations.index(cutExpectation(finding.expected)));
  const nearby = shown.map((finding) => nearbyOf(finding, headings.index, hide));
  return {
    kinds: kinds.values,
    kind,
    line: shown.map(({ location }) => location.line ?? 0),
    column: shown.map(({ location }) => location.column ?? 0),
    record: shown.map(({ location }) => location.record ?? 0),
    cell: shown.map(({ location }) => location.cell ?? ''),
    name: shown.map(({ record }) => cut(record ?? '')),
    actual: shown.map(({ actual }) => (actual === undefined ? 0 : cut(actual))),
    expected,
    expectations: expectations.values,
    key: shown.map(({ key, rule }) => (key.startsWith(`${rule}|`) ? key.slice(rule.length) : key)),
    nearby,
    headings: headings.values,
    related: sparse(shown, ({ related }) => (related.length === 0 ? undefined : related.map(cutRelated))),
    lengths: sparse(shown, ({ actual = '' }) => (actual.length > longestValue ? actual.length : undefined)),
  };
}

function kindOf(finding: Finding, hides: boolean): FindingKind {
  const { rule, standards, severity, field, state, waiver, personal, location } = finding;
  return {
    rule,
    standards,
    severity,
    state,
    file: location.file,
    masked: personal && hides,
    ...(location.sheet === undefined ? {} : { sheet: location.sheet }),
    ...(location.name === undefined ? {} : { name: location.name }),
    ...(field === undefined ? {} : { field }),
    ...(waiver === undefined ? {} : { waiver: whoAnswers(waiver) }),
  };
}

function whoAnswers({ owner, reason, ticket, expires }: Waiver): NonNullable<FindingKind['waiver']> {
  return { owner, reason, expires, ...(ticket === undefined ? {} : { ticket }) };
}

function hidden(finding: Finding, hide: HidePersonal): Finding {
  const { actual, expected, related } = finding;
  return {
    ...finding,
    expected: hideInExpectation(expected, hide),
    related: related.map((other) => (other.actual === undefined ? other : { ...other, actual: hide(other.actual) })),
    ...(actual === undefined ? {} : { actual: hide(actual) }),
  };
}

function nearbyOf(
  { nearby, location }: Finding,
  indexOf: (heading: NearbyHeading) => number,
  hide: HidePersonal | undefined,
): FindingColumns['nearby'][number] {
  if (nearby === undefined) return 0;
  const cells = [...nearby.before, ...nearby.after];
  const row = rowOf(location.cell);
  const index = indexOf({ cells: cells.map((cell) => headOf(cell, row)), before: nearby.before.length });
  return [
    index,
    ...cells.map(({ value, personal }) => (personal && hide !== undefined ? hide(value) : cut(value, longestNearby))),
  ];
}

function headOf({ name, cell }: NearbyCell, row: string | undefined): NearbyHead {
  if (cell === undefined) return { name };
  return row !== undefined && rowOf(cell) === row ? { name, column: cell.slice(0, -row.length) } : { name, cell };
}

/** `17` of `B17`. */
function rowOf(cell: string | undefined): string | undefined {
  return cell === undefined ? undefined : /^[A-Z]+([0-9]+)$/.exec(cell)?.[1];
}

function cut(value: string, longest = longestValue): string {
  return value.length <= longest ? value : value.slice(0, longest).replace(/\p{Surrogate}$/u, '');
}

function cutExpectation({ id, values }: Expectation): Expectation {
  return { id, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)])) };
}

function cutRelated({ location, actual }: RelatedLocation): RelatedLocation {
  const { file, sheet, line, column, cell } = location;
  const place = { file, sheet, line, column, cell, pointer: '' };
  const known = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
  return { location: { file, pointer: '', ...known }, ...(actual === undefined ? {} : { actual: cut(actual) }) };
}

function sparse<Value>(
  findings: readonly Finding[],
  of: (finding: Finding) => Value | undefined,
): { readonly [index: number]: Value } {
  const found: { [index: number]: Value } = {};
  for (const [index, finding] of findings.entries()) {
    const value = of(finding);
    if (value !== undefined) found[index] = value;
  }
  return found;
}

/** Equal values once, by their number. */
function interning<Value>(): { readonly values: readonly Value[]; readonly index: (value: Value) => number } {
  const values: Value[] = [];
  const known = new Map<string, number>();
  return {
    values,
    index: (value) => {
      const text = JSON.stringify(value);
      const found = known.get(text);
      if (found !== undefined) return found;
      known.set(text, values.length);
      values.push(value);
      return values.length - 1;
    },
  };
}
