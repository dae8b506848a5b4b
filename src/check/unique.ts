import type { DocumentKind } from '../model/document.js';
import type { Location } from '../model/location.js';
import type { SourceRecord } from '../model/record.js';
import type { AcrossRule, Unique } from '../model/standard.js';
import { expectation, joinList } from '../text/expectation-values.js';
import { own, textOf } from '../vocabulary/index.js';
import { type AcrossRun, acrossFinding, fieldOfPath, takesPart } from './across-rule.js';
import type { AcrossChecker } from './check-run.js';
import { countOf } from './counts.js';
import { findingKey, recordName } from './identity.js';

/** No two records (or items) share the fields. The later one is at fault and points at the first. */
export function uniqueChecker(rule: AcrossRule, check: Unique, run: AcrossRun): AcrossChecker {
  const first = new Map<string, Location>();

  const repeat = (
    record: SourceRecord,
    document: DocumentKind,
    path: readonly string[],
    value: string | undefined,
    known: Location,
  ): void => {
    if (!run.sink.wants(rule.id)) return;
    const seen = placeOf(known);
    const place = {
      document,
      field: fieldOfPath(path),
      location: record.locate(`/${path.join('/')}`),
      key: findingKey(rule.id, document, record, path),
      record: recordName(document, record.fields),
      actual: value,
    };
    const expected = expectation('unique', { fields: joinList(check.fields), first: seen });
    const related = [{ location: known, ...(value === undefined ? {} : { actual: value }) }];
    run.sink.add(acrossFinding(rule, run, place, expected, related));
  };

  return {
    add: (record, document) => {
      if (!takesPart(rule, record, run)) return;
      const count = countOf(run.counts, rule, run.severityOf(rule));
      for (const { item, path } of itemsOf(record, document, check.part)) {
        const values = check.fields.map((field) => textOf(own(item, field)) ?? textOf(own(record.fields, field)));
        if (values.some((value) => value === undefined)) {
          count.lackedInput += 1;
          continue;
        }
        count.checked += 1;
        const key = JSON.stringify([record.document, ...values]);
        const at = [...path, check.fields[0] ?? ''];
        const known = first.get(key);
        if (known === undefined) {
          first.set(key, record.locate(`/${at.join('/')}`));
          continue;
        }
        count.failed += 1;
        repeat(record, document, at, values[0], known);
      }
    },
    finish: () => undefined,
  };
}

type Placed = { readonly item: unknown; readonly path: readonly string[] };

function itemsOf({ fields }: SourceRecord, document: DocumentKind, part: string | undefined): Placed[] {
  if (part === undefined) return [{ item: fields, path: [] }];
  const items = fields[part];
  if (Array.isArray(items)) return items.map((item: unknown, index) => ({ item, path: [part, String(index)] }));
  const single = document.parts.some((one) => one.id === part && one.selfWhenAbsent);
  return single ? [{ item: fields, path: [] }] : [];
}

function placeOf({ file, sheet, cell, line }: Location): string {
  if (sheet !== undefined) return `${file}:${sheet}${cell === undefined ? '' : `!${cell}`}`;
  return `${file}:${line ?? ''}${cell === undefined ? '' : ` (${cell})`}`;
}
