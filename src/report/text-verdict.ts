import type { Report, StandardVerdict } from '../model/report.js';
import { inLanguage } from '../text/language.js';
import { type CountedId, formatCount, phrase, renderCount, runVerdicts } from '../text/report-words.js';
import { sanitize } from '../text/sanitize.js';
import { groupByRule } from './finding-groups.js';
import { inputCounts } from './input-counts.js';
import { hanging, type Page, runMarks } from './text-ink.js';

/** The last screen: did it pass, how much is wrong, in how much, under which standards, what was not checked. */
export function* verdictLines(report: Report, page: Page): Iterable<string> {
  const { language, ink } = page;
  const paint = ink.run[report.verdict];
  yield ink.faint('━'.repeat(page.width));
  const verdict = `${runMarks[report.verdict]} ${inLanguage(runVerdicts[report.verdict], language)}`;
  const [first = '', ...rest] = hanging(page, 0, `${verdict}   ${severityCounts(report, page)}`);
  yield paint(verdict) + first.slice(verdict.length);
  yield* rest;
  yield* hanging(page, 2, runCounts(report, page));
  const standards = standardCounts(report, page);
  if (standards !== '') yield* hanging(page, 2, standards);
  yield* asides(report, page);
}

function severityCounts(report: Report, page: Page): string {
  const found = (['error', 'warning', 'advice'] as const).filter((severity) => report.counts[severity] > 0);
  if (found.length === 0)
    return phrase(report.verdict === 'incomplete' ? 'noFindingsSoFar' : 'noFindings', page.language);
  return found.map((severity) => renderCount(severity, report.counts[severity], page.language)).join(' · ');
}

function runCounts(report: Report, page: Page): string {
  const { language } = page;
  const counts = [...inputCounts(report.inputs, language), renderCount('records', report.counts.records, language)];
  if (report.counts.recordsFailed > 0) counts.push(renderCount('recordsFailed', report.counts.recordsFailed, language));
  return counts.join(phrase('clauseComma', language));
}

const verdictCounts: readonly (readonly [StandardVerdict, CountedId])[] = [
  ['fails', 'standardsFail'],
  ['conforms', 'standardsConform'],
  ['not-assessed', 'standardsNotAssessed'],
  ['not-applicable', 'standardsNotApplicable'],
];

function standardCounts(report: Report, page: Page): string {
  const counts = verdictCounts
    .map(([verdict, id]) => ({ id, count: report.standards.filter((result) => result.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => renderCount(id, count, page.language))
    .join(phrase('clauseComma', page.language));
  return counts === '' ? '' : phrase('standardCounts', page.language, { counts });
}

function* asides(report: Report, page: Page): Iterable<string> {
  const { language, ink } = page;
  const accepted = (['waived', 'baseline'] as const)
    .map((state) => ({ state, count: acceptedCount(report, state) }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => renderCount(state, count, language));
  if (accepted.length > 0) yield* hanging(page, 2, accepted.join(phrase('clauseComma', language)));
  for (const line of waiverLines(report)) yield* hanging(page, 4, sanitize(line), ink.faint);
  const left = Object.values(report.truncated).reduce((sum, count) => sum + count, 0);
  if (left > 0) {
    const shown = report.findings.length;
    yield* hanging(
      page,
      2,
      phrase('notAllListed', language, { shown: formatCount(shown), all: formatCount(shown + left) }),
    );
  }
  if (report.notRun.length > 0)
    yield* hanging(page, 2, renderCount('notRun', report.notRun.length, language), ink.run.incomplete);
  const judged = phrase('judged', language, { asOf: report.asOf, version: report.catalogue.version });
  yield* hanging(page, 2, sanitize(judged), ink.faint);
  const [worst] = groupByRule(report);
  if (worst !== undefined && page.context.detail !== 'quiet') {
    yield* hanging(page, 2, sanitize(phrase('explain', language, { rule: worst.rule })), ink.faint);
  }
}

function acceptedCount({ counts, findings }: Report, state: 'waived' | 'baseline'): number {
  return counts.accepted?.[state] ?? findings.filter((finding) => finding.state === state).length;
}

/** Who waived what, why, and until when: each waiver once. */
function waiverLines({ findings }: Report): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ rule, waiver }) =>
      waiver === undefined
        ? []
        : [[rule, waiver.owner, waiver.reason, waiver.ticket ?? '', waiver.expires].filter(Boolean).join(' · ')],
    ),
  );
}
