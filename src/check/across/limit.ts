import type { RuleCount } from '../../model/finding.js';
import type { AcrossRule, Limit } from '../../model/standard.js';
import { expectation } from '../../text/expectation-values.js';
import { addDecimals, compareDecimals, type Decimal, formatDecimal, parseDecimal } from '../../vocabulary/index.js';
import { countOf } from '../counts.js';
import { type AcrossRun, acrossFinding, relatedTo } from './across-rule.js';
import type { Judge } from './groups.js';
import type { Row } from './rows.js';

/** Earlier records a finding points at: the latest ones, the nearest first. */
const mostRelated = 10;

type Entry = { readonly row: Row; readonly time: string; readonly amount: Decimal };

/**
 * What a buyer's records come to in a year. The record that takes the sum above the limit is at fault and points at
 * those before it; later ones are not told apart, because without that one they might have been within the limit.
 */
export function judgeLimit(rule: AcrossRule, check: Limit, run: AcrossRun): Judge {
  const max = parseDecimal(check.max);
  if (max === undefined) throw new Error(`${rule.id}: ${check.max} is no decimal`);

  return (group, fail) => {
    const count = countOf(run.counts, rule, run.severityOf(rule));
    for (const [year, entries] of byBuyerAndYear(group.rows(rule, 'here'), count)) {
      count.checked += entries.length;
      let total: Decimal = { units: 0n, scale: 0 };
      for (const [index, { row, amount }] of entries.entries()) {
        total = addDecimals(total, amount);
        if (compareDecimals(total, max) <= 0) continue;
        count.failed += 1;
        const sum = formatDecimal(total);
        fail({ order: row.order, finding: () => finding(year, sum, entries.slice(0, index), row) });
        break;
      }
    }
  };

  function byBuyerAndYear(rows: readonly Row[], count: RuleCount): ReadonlyMap<string, readonly Entry[]> {
    const years = new Map<string, Map<string, Entry>>();
    for (const row of rows) {
      const entry = entryOf(check, row);
      if (entry === undefined) {
        count.lackedInput += 1;
        continue;
      }
      const period = entry.time.slice(0, 4);
      const key = JSON.stringify([period, ...check.by.slice(1).map(row.comparable)]);
      const known = years.get(key) ?? new Map<string, Entry>();
      const name = check.once.length === 0 ? String(known.size) : JSON.stringify(check.once.map(row.comparable));
      const before = known.get(name);
      if (before === undefined || before.time <= entry.time) known.set(name, entry);
      years.set(key, known);
    }
    return new Map([...years].map(([key, entries]) => [key, [...entries.values()].sort(byTime)]));
  }

  function finding(key: string, sum: string, before: readonly Entry[], row: Row) {
    const [leading = ''] = check.sum.filter((field) => row.value(field) !== undefined);
    const [year = ''] = yearOf(key);
    const expected = expectation('total-at-most', {
      max: check.max,
      year,
      value: sum,
      here: String(before.length + 1),
    });
    const others = before.slice(-mostRelated).reverse();
    const related = others.map((other) => relatedTo(other.row.place(leading, rule.id)));
    return acrossFinding(rule, run, row.place(leading, rule.id), expected, related);
  }
}

function yearOf(key: string): readonly string[] {
  const parts: readonly string[] = JSON.parse(key);
  return parts;
}

/** Undefined where the record has no date or no amount, or one that is none. */
function entryOf({ date, sum }: Limit, row: Row): Entry | undefined {
  const written = row.value(date) ?? '';
  const amounts = sum.flatMap((field) => row.value(field) ?? []).map((text) => parseDecimal(text.trim()));
  if (!/^\d{4}/.test(written) || amounts.length === 0) return undefined;
  let amount: Decimal = { units: 0n, scale: 0 };
  for (const one of amounts) {
    if (one === undefined) return undefined;
    amount = addDecimals(amount, one);
  }
  return { row, time: written.replace(/\D/g, '').slice(0, 14).padEnd(14, '0'), amount };
}

function byTime(a: Entry, b: Entry): number {
  return a.time < b.time ? -1 : a.time > b.time ? 1 : a.row.order - b.row.order;
}
