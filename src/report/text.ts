import type { Report, ReportContext } from '../model/report.js';
import { findingLines, ruleLines } from './text-findings.js';
import { pageFor } from './text-ink.js';
import { noticeLines, notRunLines, upcomingLines } from './text-notices.js';
import { standardLines } from './text-standards.js';
import { verdictLines } from './text-verdict.js';

/** The report for people at a terminal. The verdict comes last, where the eye is when the run ends. */
export function* writeText(report: Report, context: ReportContext): Iterable<string> {
  const page = pageFor(context);
  if (context.detail !== 'quiet') {
    yield* lines(context.detail === 'full' ? findingLines(report, page) : ruleLines(report, page));
    yield* lines(standardLines(report, page));
    yield* lines(noticeLines(report, page));
    yield* lines(upcomingLines(report, page));
  }
  yield* lines(notRunLines(report, page));
  yield* lines(verdictLines(report, page));
}

function* lines(all: Iterable<string>): Iterable<string> {
  for (const line of all) yield `${line}\n`;
}
