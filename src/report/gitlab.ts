import type { Finding } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import { formatCount } from '../text/report-words.js';
import { sanitizeBrief } from '../text/sanitize.js';
import { say, sayLabelled } from '../text/statement-words.js';
import { repositoryPath } from './file-uri.js';
import { viewFinding } from './finding-view.js';
import { fingerprint } from './fingerprint.js';
import { foundText } from './found-text.js';
import { interchangeJson, type Plain } from './json-shape.js';
import { notRunText } from './not-run-text.js';
import { relatedText } from './related-text.js';

const longestText = 1000;

const severities: { readonly [severity in Severity]: string } = {
  error: 'critical',
  warning: 'minor',
  advice: 'info',
};

/** GitLab Code Quality: one array, a degradation per open finding and one for whatever keeps the array from being whole. */
export function* writeGitlab(report: Report, context: ReportContext): Iterable<string> {
  yield '[';
  let before = '';
  for (const entry of entries(report, context)) {
    yield `${before}\n${interchangeJson(entry)}`;
    before = ',';
  }
  yield '\n]\n';
}

function* entries(report: Report, context: ReportContext): Iterable<Plain> {
  const { language } = context;
  for (const missed of report.notRun) {
    const description = notRunText(missed, language);
    const { file = missed.subject, line } = missed.location ?? {};
    const key = `not-run ${missed.what} ${missed.subject}`;
    yield degradation({ description, check: 'borderlint/not-run', key, severity: 'blocker', file, line });
  }
  for (const [rule, left] of Object.entries(report.truncated)) {
    const description = say('notKept', language, { rule, n: formatCount(left) });
    const file = report.inputs[0]?.file ?? '-';
    yield degradation({ description, check: 'borderlint/not-kept', key: `not-kept ${rule}`, severity: 'info', file });
  }
  for (const finding of report.findings) if (finding.state === 'open') yield degradationOf(finding, context);
}

function degradationOf(finding: Finding, context: ReportContext): Plain {
  const { language } = context;
  const view = viewFinding(finding, context);
  const pieces = [
    view.message,
    sayLabelled('found', foundText(view.actual, language), language),
    sayLabelled('expected', view.expected, language),
    relatedText(view, language),
  ].filter((text) => text !== '');
  return degradation({
    description: pieces.map((text) => sanitizeBrief(text, longestText / 2)).join(' · '),
    check: finding.rule,
    key: finding.key,
    severity: severities[finding.severity],
    file: finding.location.file,
    line: finding.location.line,
  });
}

type Degradation = {
  readonly description: string;
  readonly check: string;
  readonly key: string;
  readonly severity: string;
  readonly file: string;
  readonly line?: number | undefined;
};

/** GitLab wants a line for everything: what concerns a whole file stands at its first. */
function degradation({ description, check, key, severity, file, line }: Degradation): Plain {
  return {
    description: sanitizeBrief(description, 2 * longestText),
    check_name: sanitizeBrief(check, longestText),
    fingerprint: fingerprint({ key }),
    severity,
    location: {
      path: sanitizeBrief(repositoryPath(file), longestText),
      lines: { begin: line ?? 1 },
    },
  };
}
