import type { AcrossRule, Reconcile, ReconcileLines } from '../../model/standard.js';
import { expectation, joinList } from '../../text/expectation-values.js';
import { countOf } from '../counts.js';
import { type AcrossRun, acrossFinding, relatedTo } from './across-rule.js';
import { type Difference, differences } from './agreement.js';
import type { Judge } from './groups.js';
import type { Piece, Row } from './rows.js';

/** Documents of one trade that are joined by some fields and have to agree in others, line by line if the rule says so. */
export function judgeReconcile(
  rule: AcrossRule,
  check: Reconcile,
  run: AcrossRun,
  partnered: ReadonlySet<string>,
): Judge {
  const on = Object.keys(check.on);
  const joinHere = joiner(on);
  const joinThere = joiner(Object.values(check.on));
  // A message checked alone stands alone: nothing is missing where no partner of that kind was given at all.
  const mustHave = check.partner && partnered.has(rule.id);

  return (group, fail) => {
    const count = countOf(run.counts, rule, run.severityOf(rule));
    if (!mustHave && group.rows(rule, 'there').length === 0) {
      count.lackedInput += group.rows(rule, 'here').length;
      return;
    }
    const elsewhere = check.elsewhere === true ? firstOfFiles(check, group.rows(rule, 'there'), joinThere) : undefined;
    // A document may be there in several versions: it is enough to agree with one.
    const theirs = new Map<string, Map<string, Row>>();
    for (const row of group.rows(rule, 'there')) {
      const join = joinThere(row);
      const versions = theirs.get(join) ?? new Map<string, Row>();
      // Versions that say the same are one, the last of them: a million twins cost no more than one.
      const said = saidBy(check, row);
      versions.delete(said);
      theirs.set(join, versions.set(said, row));
    }
    const short = withoutPrefix(theirs, group.rows(rule, 'there'), joinThere);
    for (const one of group.rows(rule, 'here')) {
      const versions =
        elsewhere === undefined
          ? (theirs.get(joinHere(one)) ?? short.get(joinHere(one)) ?? theirs.get(joinHere(one, one.prefix)))
          : beforeIn(elsewhere.get(joinHere(one)) ?? [], one);
      if (versions === undefined && !mustHave) {
        count.lackedInput += 1;
        continue;
      }
      count.checked += 1;
      const found =
        versions === undefined ? [noPartner(rule, check, one)] : leastDifferences(rule, check, one, versions.values());
      if (found.length > 0) count.failed += 1;
      for (const { at, expected, related } of found)
        fail({ order: one.order, finding: () => acrossFinding(rule, run, at, expected, related) });
    }
  };
}

/** Partners by what joins them; of those of one file that say the same, the first. */
function firstOfFiles(check: Reconcile, rows: readonly Row[], join: Joiner): ReadonlyMap<string, readonly Row[]> {
  const seen = new Set<string>();
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const key = join(row);
    const said = JSON.stringify([key, row.file, saidBy(check, row)]);
    if (seen.has(said)) continue;
    seen.add(said);
    const known = all.get(key);
    if (known === undefined) all.set(key, [row]);
    else known.push(row);
  }
  return all;
}

/** The rows of other files that were read before this one. */
function beforeIn(rows: readonly Row[], { order, file }: Row): ReadonlyMap<number, Row> | undefined {
  const before = rows.filter((row) => row.order < order && row.file !== file);
  return before.length === 0 ? undefined : new Map(before.entries());
}

type Joiner = (row: Piece, prefix?: string) => string;

/** What joins a row, the first of its values without `prefix` where it has it. */
function joiner(fields: readonly string[]): Joiner {
  return (row, prefix = '') => {
    const [first, ...rest] = fields.map(row.comparable);
    const bare = prefix !== '' && first?.startsWith(prefix) === true ? first.slice(prefix.length) : first;
    return JSON.stringify([bare, ...rest]);
  };
}

/** Partners by their number without what their format sets before it, where nothing has that number itself. */
function withoutPrefix(
  theirs: ReadonlyMap<string, Map<string, Row>>,
  rows: readonly Row[],
  join: Joiner,
): ReadonlyMap<string, Map<string, Row>> {
  const short = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const versions = theirs.get(join(row));
    if (row.prefix !== '' && versions !== undefined) short.set(join(row, row.prefix), versions);
  }
  return short;
}

/** Everything of a partner that is compared, as text. */
function saidBy({ equal, atMost, match, alike = [], lines }: Reconcile, row: Row): string {
  const fields = [...Object.values(equal), ...Object.values(atMost), ...[...match, ...alike].map(({ there }) => there)];
  const own = fields.map(row.comparable);
  if (lines === undefined) return JSON.stringify(own);
  const lineFields = [
    ...[lines.on, lines.equal, lines.atMost].flatMap((pairs) => Object.values(pairs)),
    ...lines.match.map(({ there }) => there),
  ];
  const items = row.lines.get(lines.with)?.items ?? [];
  return JSON.stringify([own, items.map((item) => lineFields.map(item.comparable))]);
}

function noPartner({ id }: AcrossRule, check: Reconcile, one: Row): Difference {
  const fields = Object.keys(check.on);
  const at = one.place(fields[0] ?? '', id);
  return { at, expected: expectation('partner', { document: check.with, on: joinList(fields) }), related: [] };
}

/** The differences from the version that agrees best, the last of equals. */
function leastDifferences(
  { id }: AcrossRule,
  check: Reconcile,
  one: Row,
  versions: Iterable<Row>,
): readonly Difference[] {
  let least: readonly Difference[] | undefined;
  for (const partner of versions) {
    const found = [
      ...differences(id, check.with, check, one, partner),
      ...(check.lines === undefined ? [] : lineDifferences(id, check.with, check.lines, one, partner)),
    ];
    if (least === undefined || found.length <= least.length) least = found;
  }
  return least ?? [];
}

function lineDifferences(id: string, document: string, rule: ReconcileLines, one: Row, partner: Row): Difference[] {
  const [name = ''] = Object.keys(rule.on);
  const [nameThere = ''] = Object.values(rule.on);
  const there = byJoin(partner.lines.get(rule.with)?.items ?? [], Object.values(rule.on));
  const here = byJoin(one.lines.get(rule.part)?.items ?? [], Object.keys(rule.on));
  const without = (value: string | undefined) =>
    expectation('partner-line', { document, on: `${rule.part}.${name}`, ...(value === undefined ? {} : { value }) });
  const found: Difference[] = [];
  for (const [join, line] of here) {
    const other = there.get(join);
    if (other !== undefined) found.push(...differences(id, document, rule, line, other));
    else if (rule.complete !== 'none')
      found.push({ at: line.place(name, id), expected: without(line.value(name)), related: [] });
  }
  const part = one.lines.get(rule.part)?.place(id);
  if (rule.complete !== 'both' || part === undefined) return found;
  for (const [join, line] of there) {
    if (here.has(join)) continue;
    found.push({ at: part, expected: without(line.value(nameThere)), related: [relatedTo(line.place(nameThere, id))] });
  }
  return found;
}

/** Lines by what joins them; a repeated number is another rule's affair, so the first counts. */
function byJoin(lines: readonly Piece[], fields: readonly string[]): ReadonlyMap<string, Piece> {
  const all = new Map<string, Piece>();
  const join = joiner(fields);
  for (const line of lines) {
    if (fields.some((field) => line.value(field) === undefined)) continue;
    const key = join(line);
    if (!all.has(key)) all.set(key, line);
  }
  return all;
}
