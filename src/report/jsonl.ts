import type { Report, ReportContext } from '../model/report.js';
import {
  findingShape,
  headShape,
  jsonText,
  noticeShape,
  notRunShape,
  standardShape,
  upcomingShape,
} from './json-shape.js';

/** One JSON object per line, each with its `type`: `run` first, `summary` last, in between findings, standards and notices. */
export function* writeJsonl(report: Report, context: ReportContext): Iterable<string> {
  yield line('run', { ...headShape(report, context), inputs: report.inputs });
  for (const finding of report.findings) yield line('finding', findingShape(finding, context));
  for (const result of report.standards) yield line('standard', standardShape(result, context));
  for (const notice of report.notices) yield line('notice', noticeShape(notice, context));
  yield line('summary', {
    verdict: report.verdict,
    counts: report.counts,
    truncated: report.truncated,
    notRun: report.notRun.map((entry) => notRunShape(entry, context)),
    upcoming: report.upcoming.map(upcomingShape),
    rules: report.rules,
  });
}

function line(type: string, value: object): string {
  return `${jsonText({ type, ...value })}\n`;
}
