import { policy, script, style } from '#report-page';
import type { Report, ReportContext } from '../../model/report.js';
import { documentText } from './document.js';
import { pageDataOf } from './page-data-of.js';

/** The report as one page for a browser: nothing is fetched, nothing is sent, every language is in it. */
export function writeHtml(report: Report, context: ReportContext): Iterable<string> {
  return documentText(report, pageDataOf(report, context), { script, style, policy }, context);
}
