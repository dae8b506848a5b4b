import type { Location } from '../../model/location.js';
import type { AcrossRule, Unique } from '../../model/standard.js';
import { expectation, joinList } from '../../text/expectation-values.js';
import { countOf } from '../counts.js';
import { type AcrossRun, acrossFinding, relatedTo } from './across-rule.js';
import type { Judge } from './groups.js';
import type { Row } from './rows.js';

/** No two records (or items) share the fields. The later one is at fault and points at the first. */
export function judgeUnique(rule: AcrossRule, { fields }: Unique, run: AcrossRun): Judge {
  const [leading = ''] = fields;

  const repeat = (row: Row, known: Row) => {
    const first = known.place(leading, rule.id);
    const expected = expectation('unique', { fields: joinList(fields), first: placeText(first.location) });
    return acrossFinding(rule, run, row.place(leading, rule.id), expected, [relatedTo(first)]);
  };

  return (group, fail) => {
    const count = countOf(run.counts, rule, run.severityOf(rule));
    const first = new Map<string, Row>();
    for (const row of group.rows(rule, 'here')) {
      count.checked += 1;
      const key = JSON.stringify([row.view.document.id, ...fields.map(row.value)]);
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, row);
        continue;
      }
      count.failed += 1;
      fail({ order: row.order, finding: () => repeat(row, known) });
    }
  };
}

function placeText({ file, sheet, cell, line }: Location): string {
  if (sheet !== undefined) return `${file}:${sheet}${cell === undefined ? '' : `!${cell}`}`;
  return `${file}:${line ?? ''}${cell === undefined ? '' : ` (${cell})`}`;
}
