import type { Finding } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { formatCount, notRunKinds, renderCount, runVerdicts } from '../text/report-words.js';
import { sanitizeBrief } from '../text/sanitize.js';
import { say, sayLabelled } from '../text/statement-words.js';
import { repositoryPath } from './file-uri.js';
import { viewFinding } from './finding-view.js';
import { foundText } from './found-text.js';
import { countAll, gravestFirst } from './gravity.js';
import { notRunText } from './not-run-text.js';
import { relatedText } from './related-text.js';

/** GitHub shows this many annotations of each kind from one step; more would be dropped unseen. */
const mostOfAKind = 10;
const longestText = 1000;

const commands: { readonly [severity in Severity]: 'error' | 'warning' | 'notice' } = {
  error: 'error',
  warning: 'warning',
  advice: 'notice',
};

/** Workflow commands for GitHub Actions: the gravest findings as annotations, then one line that counts them all. */
export function* writeGithub(report: Report, context: ReportContext): Iterable<string> {
  const { language } = context;
  const room = { error: mostOfAKind, warning: mostOfAKind, notice: mostOfAKind };
  for (const missed of report.notRun.slice(0, mostOfAKind)) {
    const what = inLanguage(notRunKinds[missed.what], language);
    const { file = missed.subject, line, column } = missed.location ?? {};
    yield command('error', { file: repositoryPath(file), line, col: column, title: what }, [
      notRunText(missed, language),
    ]);
    room.error -= 1;
  }
  let shown = 0;
  const open = gravestFirst(report.findings).filter(({ state }) => state === 'open');
  for (const finding of open) {
    const name = commands[finding.severity];
    if (room[name] === 0) continue;
    room[name] -= 1;
    shown += 1;
    yield annotation(name, finding, context);
  }
  const accepted = report.findings.length - open.length;
  yield `${summary(report, shown, countAll(report) - accepted, context)}\n`;
}

function annotation(name: string, finding: Finding, context: ReportContext): string {
  const { language } = context;
  const view = viewFinding(finding, context);
  const { file, line, column, sheet, cell } = finding.location;
  const text = [
    view.message,
    [sheet, cell].filter((part) => part !== undefined).join('!'),
    sayLabelled('found', foundText(view.actual, language), language),
    sayLabelled('expected', view.expected, language),
    relatedText(view, language),
    sayLabelled('repair', view.remedy, language),
  ];
  const place = { file: repositoryPath(file), line, col: column, title: finding.rule };
  return command(name, place, text);
}

type Properties = { readonly [name: string]: string | number | undefined };

/** `::name key=value,…::text`. What ends a value or a command is escaped, so that no data can begin a command. */
function command(name: string, properties: Properties, pieces: readonly string[]): string {
  const said = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(sanitizeBrief(String(value), longestText))}`],
  );
  const lines = pieces.filter((piece) => piece !== '').map((piece) => sanitizeBrief(piece, longestText));
  return `::${name} ${said.join(',')}::${escapeData(lines.join('\n'))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function summary(report: Report, shown: number, all: number, { language }: ReportContext): string {
  const counts = (['error', 'warning', 'advice'] as const).map((severity) =>
    renderCount(severity, report.counts[severity], language),
  );
  const pieces = [inLanguage(runVerdicts[report.verdict], language), ...counts];
  if (report.notRun.length > 0) pieces.push(renderCount('notRun', report.notRun.length, language));
  if (shown < all) pieces.push(say('annotated', language, { shown: formatCount(shown), all: formatCount(all) }));
  return `borderlint: ${pieces.join(' · ')}`;
}
