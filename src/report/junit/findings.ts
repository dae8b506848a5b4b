import type { Finding } from '../../model/finding.js';
import type { ReportContext } from '../../model/report.js';
import { formatCount } from '../../text/report-words.js';
import { sanitizeBrief } from '../../text/sanitize.js';
import { say, sayLabelled } from '../../text/statement-words.js';
import { viewFinding } from '../finding-view.js';
import { foundText } from '../found-text.js';
import { relatedText } from '../related-text.js';
import { cellText, placeText } from '../text-places.js';

/** Places listed for one rule: viewers show a test's text as one page. */
const mostPlaces = 200;
const longestText = 500;

/** A rule's open findings as lines, one for each, and how many there are beyond. */
export function* findingLines(open: readonly Finding[], notKept: number, context: ReportContext): Iterable<string> {
  for (const finding of open.slice(0, mostPlaces)) yield findingLine(finding, context);
  const more = Math.max(0, open.length - mostPlaces) + notKept;
  if (more > 0) yield say('more', context.language, { n: formatCount(more) });
}

function findingLine(finding: Finding, context: ReportContext): string {
  const { language } = context;
  const view = viewFinding(finding, context);
  return [
    placeText(finding.location),
    cellText(finding.location),
    finding.record ?? '',
    view.message,
    sayLabelled('found', foundText(view.actual, language), language),
    sayLabelled('expected', view.expected, language),
    relatedText(view, language),
    sayLabelled('repair', view.remedy, language),
  ]
    .filter((text) => text !== '')
    .map((text) => sanitizeBrief(text, longestText))
    .join(' · ');
}
