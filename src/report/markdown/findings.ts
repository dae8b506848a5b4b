import type { Finding } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { evidences, formatCount, phrase, severities } from '../../text/report-words.js';
import { say } from '../../text/statement-words.js';
import { clauseText } from '../clause-text.js';
import { type FindingGroup, groupByRule } from '../finding-groups.js';
import { type FindingView, sentences, viewFinding } from '../finding-view.js';
import { foundText } from '../found-text.js';
import { relatedPlaces } from '../related-text.js';
import { cellText, placeText } from '../text-places.js';
import { code, prose, row, tableHead } from './page.js';

/** Places shown of one rule: whoever repairs opens the file with another report. */
const mostPlaces = 20;

const marks = { error: '❌', warning: '⚠️', advice: '💡' } as const;

/** Open findings rule by rule, the gravest first, each rule with its first places. */
export function* findingBlocks(report: Report, context: ReportContext): Iterable<string> {
  const groups = groupByRule(report);
  if (groups.length === 0) return;
  yield `\n### ${prose(phrase('findingsHeading', context.language))}\n`;
  for (const { rule, severity, findings } of groups) {
    const { language } = context;
    const text = context.texts.rule(rule);
    const all = findings.length + (report.truncated[rule] ?? 0);
    const { message, remedy } = general(findings, context);
    const evidence = text === undefined ? '' : inLanguage(evidences[text.evidence], language);
    yield `\n#### ${marks[severity]} ${prose(inLanguage(severities[severity], language))} ${code(rule)} × ${formatCount(all)}\n\n`;
    yield `${prose(message)}\n\n`;
    yield `${prose([clauseText(text, context), evidence].filter((piece) => piece !== '').join(' · '))}\n\n`;
    if (remedy !== '') yield `${prose(say('repair', language))}: ${prose(remedy)}\n\n`;
    yield tableHead([
      say('place', language),
      say('record', language),
      say('found', language),
      say('expected', language),
    ]);
    for (const finding of findings.slice(0, mostPlaces)) yield placeRow(finding, context);
    const shown = Math.min(findings.length, mostPlaces);
    if (shown < all)
      yield `\n${prose(say('showing', language, { shown: formatCount(shown), all: formatCount(all) }))}\n`;
  }
}

/** What all findings of a rule say; what differs from place to place is left open. */
function general(findings: FindingGroup['findings'], context: ReportContext): Pick<FindingView, 'message' | 'remedy'> {
  const [first] = findings;
  if (findings.length === 1) return viewFinding(first, context);
  return sentences(
    { finding: first, rule: context.texts.rule(first.rule), actual: '…', expectation: undefined },
    context,
  );
}

function placeRow(finding: Finding, context: ReportContext): string {
  const view = viewFinding(finding, context);
  const others = relatedPlaces(view).map((other) => `↔ ${code(other)}`);
  const place = [code(placeText(finding.location)), prose(cellText(finding.location)), ...others];
  return row([
    place.filter((piece) => piece !== '').join(' '),
    code(finding.record ?? ''),
    code(foundText(view.actual, context.language)),
    prose(view.expected, 200),
  ]);
}
