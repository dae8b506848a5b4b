import type { Report, ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { formatCount, phrase, renderCount, runVerdicts, severities } from '../../text/report-words.js';
import { sanitizeBrief } from '../../text/sanitize.js';
import { groupByRule } from '../finding-groups.js';
import { escapeHtml } from './escape.js';
import { word } from './words.js';

const longestName = 200;

/** What a browser without scripts shows: verdict, counts, rules broken, what was not checked. */
export function plainSummary(report: Report, { language }: ReportContext): string {
  const counts = (['error', 'warning', 'advice'] as const)
    .filter((severity) => report.counts[severity] > 0)
    .map((severity) => renderCount(severity, report.counts[severity], language));
  const rules = groupByRule(report).map(({ rule, severity, findings }) => {
    const all = formatCount(findings.length + (report.truncated[rule] ?? 0));
    return row([inLanguage(severities[severity], language), shown(rule), all]);
  });
  const missed = report.notRun.map(({ subject, reason }) => row([shown(subject), shown(inLanguage(reason, language))]));
  const judged = phrase('judged', language, { asOf: report.asOf, version: report.catalogue.version });
  return [
    `<main><h1>${escapeHtml(inLanguage(runVerdicts[report.verdict], language))}</h1>`,
    `<p>${escapeHtml(counts.length === 0 ? phrase('noFindings', language) : counts.join(' · '))}</p>`,
    `<p>${escapeHtml(judged)}</p><p>${escapeHtml(word('needsScript', language))}</p>`,
    rules.length === 0 ? '' : `<h2>${escapeHtml(word('byRule', language))}</h2><table>${rules.join('')}</table>`,
    missed.length === 0
      ? ''
      : `<h2>${escapeHtml(phrase('notRunHeading', language))}</h2><table>${missed.join('')}</table>`,
    '</main>',
  ].join('');
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}

function shown(text: string): string {
  return sanitizeBrief(text, longestName);
}
