import type { Report } from '../model/report.js';
import { encodings, word } from '../text/words.js';
import { renderExpectation } from '../text/expectations.js';
import { titleIn } from '../text/language.js';
import { evidences, formatCount, phrase, renderCount, severities } from '../text/report-words.js';
import { inLanguage } from '../text/language.js';
import { sanitize } from '../text/sanitize.js';
import { displayWidth } from '../text/width.js';
import { sharedExpectation } from './shared-expectation.js';
import { type FileGroup, type FindingGroup, groupByFile, groupByRule } from './finding-groups.js';
import { type FindingView, labelOf, sentences, viewFinding } from './finding-view.js';
import { type Page, hanging, labelled, severityMarks, spread } from './text-ink.js';
import { labelColumn, placeLines, placeOf } from './text-places.js';

/** All open findings, file by file, rule by rule. */
export function* findingLines(report: Report, page: Page): Iterable<string> {
  for (const file of groupByFile(report)) {
    yield* fileHeading(file, report, page);
    for (const group of file.groups) {
      yield* groupLines(group, report, page);
      yield '';
    }
  }
}

/** One entry per rule, without its places. */
export function* ruleLines(report: Report, page: Page): Iterable<string> {
  for (const group of groupByRule(report)) {
    const views = group.findings.map((finding) => viewFinding(finding, page.context));
    const all = group.findings.length + (report.truncated[group.rule] ?? 0);
    yield* groupHeading(group, all, page);
    yield* hanging(page, 4, sanitize(groupSentences(views, page).message));
  }
  yield '';
}

function* fileHeading(file: FileGroup, report: Report, page: Page): Iterable<string> {
  const name = sanitize(file.file);
  const input = report.inputs.find((candidate) => candidate.file === file.file);
  const about =
    input === undefined
      ? ''
      : [input.format, word(encodings, input.encoding, page.language), renderCount('records', input.records, page.language)].join(' · ');
  yield* spread(page, page.ink.file(name), page.ink.faint(about), { left: displayWidth(name), right: displayWidth(about) });
  yield '';
}

function* groupLines(group: FindingGroup, report: Report, page: Page): Iterable<string> {
  const views = group.findings.map((finding) => viewFinding(finding, page.context));
  const [only] = views;
  const left = report.truncated[group.rule] ?? 0;
  yield* groupHeading(group, group.findings.length, page);
  const { message, remedy } = groupSentences(views, page);
  yield* hanging(page, 4, sanitize(message));
  if (views.length === 1 && only !== undefined) {
    yield* placeOf(only, page);
    yield* explanation(only, remedy, page);
  } else {
    const shared = sharedExpectation(views.map((view) => ({ id: view.finding.expected.id, values: view.expectedValues })));
    if (shared !== undefined) yield* expectedLine(renderExpectation(shared.expectation, page.language, labelOf(page.context)), page);
    if (only !== undefined) yield* explanation(only, remedy, page);
    yield* placeLines(views, shared, page);
  }
  if (left > 0) yield* truncation(group.rule, left, report, page);
}

function* groupHeading(group: FindingGroup, places: number, page: Page): Iterable<string> {
  const mark = `${severityMarks[group.severity]} ${inLanguage(severities[group.severity], page.language)}`;
  const count = places > 1 ? renderCount('places', places, page.language) : '';
  const left = `  ${page.ink.severity[group.severity](mark)}  ${page.ink.strong(group.rule)}`;
  yield* spread(page, left, page.ink.faint(count), {
    left: displayWidth(mark) + displayWidth(group.rule) + 4,
    right: displayWidth(count),
  });
}

/** Message and remedy of a group: what differs from finding to finding is left open. */
function groupSentences(views: readonly FindingView[], page: Page): { readonly message: string; readonly remedy: string } {
  const [first] = views;
  if (first === undefined) return { message: '', remedy: '' };
  if (views.length === 1) return first;
  const actual = views.every((view) => view.actual === first.actual) ? first.actual : '…';
  const shared = sharedExpectation(views.map((view) => ({ id: view.finding.expected.id, values: view.expectedValues })));
  const expected = shared === undefined ? '…' : renderExpectation(shared.expectation, page.language, labelOf(page.context));
  return sentences({ ...first, expected }, page.context, actual);
}

function expectedLine(text: string, page: Page): readonly string[] {
  return labelled(page, { indent: 6, labelWidth: labelColumn(page) }, phrase('expected', page.language), sanitize(text));
}

function* explanation(view: FindingView, remedy: string, page: Page): Iterable<string> {
  const at = { indent: 6, labelWidth: labelColumn(page) };
  yield* labelled(page, at, phrase('clause', page.language), sanitize(clauseText(view, page)));
  if (remedy !== '') yield* labelled(page, at, phrase('repair', page.language), sanitize(remedy));
}

/** “GB 12904-2008 4.2 Check digit · evidence: text · also in GB/T 40290-2021”. */
function clauseText(view: FindingView, page: Page): string {
  const [own = '', ...others] = view.finding.standards;
  const { rule } = view;
  const clause = rule === undefined ? undefined : page.context.texts.standard(rule.standard)?.clauses.find(({ ref }) => ref === rule.clause);
  const title = titleIn(clause?.title ?? {}, page.language);
  const pieces = [[own, rule?.clause ?? '', title].filter((piece) => piece !== '').join(' ')];
  if (rule !== undefined) pieces.push(inLanguage(evidences[rule.evidence], page.language));
  if (others.length > 0) pieces.push(phrase('otherStandards', page.language, { numbers: others.join(phrase('listComma', page.language)) }));
  return pieces.join(' · ');
}

function truncation(rule: string, left: number, report: Report, page: Page): readonly string[] {
  const stored = report.findings.filter((finding) => finding.rule === rule).length;
  const text = phrase('showing', page.language, { shown: formatCount(stored), all: formatCount(stored + left) });
  return hanging(page, 4, `… ${text}`, page.ink.faint);
}
