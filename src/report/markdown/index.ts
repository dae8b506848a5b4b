import type { Report, ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { type CountedId, phrase, renderCount, runVerdicts, states } from '../../text/report-words.js';
import { say } from '../../text/statement-words.js';
import { inputCounts } from '../input-counts.js';
import { notRunText } from '../not-run-text.js';
import { findingBlocks } from './findings.js';
import { prose, withinBytes } from './page.js';
import { reproduction } from './reproduction.js';
import { statementBlocks } from './statement.js';

/** What GitHub takes as the summary of one step is 1 MiB; the rest is left to whatever else the step writes. */
const mostBytes = 1_000_000;

/** The report as Markdown: the verdict, what did not run, findings by rule, the conformance statement, how to run it again. */
export function* writeMarkdown(report: Report, context: ReportContext): Iterable<string> {
  yield* withinBytes(blocks(report, context), {
    most: mostBytes,
    notice: `\n**${prose(say('cutShort', context.language))}**\n`,
    ending: reproduction(report, context),
  });
}

const marks: { readonly [verdict in Report['verdict']]: string } = { conforms: '✅', fails: '❌', incomplete: '⚠️' };

function* blocks(report: Report, context: ReportContext): Iterable<string> {
  const { language } = context;
  yield `## ${marks[report.verdict]} borderlint: ${prose(inLanguage(runVerdicts[report.verdict], language))}\n\n`;
  yield `${prose(counts(report, context))}\n`;
  yield* notRunBlocks(report, context);
  yield* findingBlocks(report, context);
  yield* upcomingBlocks(report, context);
  yield* statementBlocks(report, context);
}

function counts(report: Report, { language }: ReportContext): string {
  const count = (id: CountedId, n: number): string => renderCount(id, n, language);
  const accepted = (['waived', 'baseline'] as const).flatMap((state) => {
    const n = report.findings.filter((finding) => finding.state === state).length;
    return n === 0 ? [] : [`${inLanguage(states[state], language)} ${n}`];
  });
  return [
    ...(['error', 'warning', 'advice'] as const).map((severity) => count(severity, report.counts[severity])),
    ...inputCounts(report.inputs, language),
    count('records', report.counts.records),
    ...accepted,
    ...(report.notRun.length > 0 ? [count('notRun', report.notRun.length)] : []),
  ].join(' · ');
}

function* notRunBlocks(report: Report, { language }: ReportContext): Iterable<string> {
  if (report.notRun.length === 0) return;
  yield `\n### ${prose(phrase('notRunHeading', language))}\n\n`;
  for (const missed of report.notRun) yield `- **${prose(missed.subject)}** ${prose(notRunText(missed, language))}\n`;
  yield `\n${prose(phrase('incompleteMeans', language))}\n`;
}

function* upcomingBlocks(report: Report, { language }: ReportContext): Iterable<string> {
  if (report.upcoming.length === 0) return;
  yield `\n### ${prose(phrase('upcomingHeading', language))}\n\n`;
  for (const { standard, from, rule, findings } of report.upcoming)
    yield `- ${prose(say('upcoming', language, { standard, from, rule, n: String(findings) }))}\n`;
}
