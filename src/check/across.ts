import type { Catalogue } from '../model/catalogue.js';
import type { SourceRecord } from '../model/record.js';
import type { AcrossRule } from '../model/standard.js';
import type { AcrossRun } from './across-rule.js';
import type { AcrossChecker } from './check-run.js';
import { crashText } from './crash.js';
import { reconcileChecker } from './reconcile.js';
import { uniqueChecker } from './unique.js';

/** Rules over many records of a run: no two alike, and documents of one trade that agree. */
export function createAcrossChecker(catalogue: Catalogue, run: AcrossRun): AcrossChecker {
  const documents = new Map(catalogue.documents.map((document) => [document.id, document]));
  const checkers = catalogue.across.map((rule) => {
    const checker =
      rule.check.kind === 'unique'
        ? uniqueChecker(rule, rule.check, run)
        : reconcileChecker(rule, rule.check, run, documents);
    return { ...unlessBroken(rule, checker, run), kinds: kindsOf(rule) };
  });
  // Most rules have nothing to do with a record's kind: asking them every time would cost more than all other checks.
  const byKind = new Map(
    catalogue.documents.map(({ id }) => [id, checkers.filter((checker) => checker.kinds.includes(id))]),
  );
  return {
    add: (record, document) => {
      for (const checker of byKind.get(record.document) ?? []) checker.add(record, document);
    },
    finish: () => {
      for (const checker of checkers) checker.finish();
    },
  };
}

/** Kinds of the records a rule looks at: its own and its partners'. */
function kindsOf({ applies, check }: AcrossRule): readonly string[] {
  return check.kind === 'reconcile' ? [...applies.documents, check.with] : applies.documents;
}

/** A rule that breaks down is said to have, once, and asked no more. */
function unlessBroken(rule: AcrossRule, checker: AcrossChecker, run: AcrossRun): AcrossChecker {
  let broken = false;
  const attempt = (work: () => void, record?: SourceRecord): void => {
    if (broken) return;
    try {
      work();
    } catch (error) {
      broken = true;
      const place = record === undefined ? {} : { location: record.locate('') };
      run.notRun.push({ what: 'rule', subject: rule.id, ...place, reason: crashText(rule.id, error) });
    }
  };
  return {
    add: (record, document) => attempt(() => checker.add(record, document), record),
    finish: () => attempt(checker.finish),
  };
}
