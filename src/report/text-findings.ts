import type { Report, RuleText } from '../model/report.js';
import { inLanguage } from '../text/language.js';
import { evidences, formatCount, phrase, renderCount, severities } from '../text/report-words.js';
import { sanitize, sanitizeBrief } from '../text/sanitize.js';
import { plainSpaces, unbroken } from '../text/unbroken.js';
import { displayWidth } from '../text/width.js';
import { encodings, word } from '../text/words.js';
import { clauseTitle } from './clause-text.js';
import { type FileGroup, type FindingGroup, groupByFile, groupByRule } from './finding-groups.js';
import { expectedText, type FindingView, sentences, viewFinding } from './finding-view.js';
import { type SharedExpectation, sharedExpectation } from './shared-expectation.js';
import { hanging, labelled, type Page, severityMarks, spread } from './text-ink.js';
import { labelColumn, longestExpected, placeLines, placeOf } from './text-places.js';

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
    yield* groupHeading(group, placesText(all, page), page);
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
      : [
          input.format,
          word(encodings, input.encoding, page.language),
          renderCount('records', input.records, page.language),
        ].join(' · ');
  yield* spread(page, page.ink.file(name), page.ink.faint(about), {
    left: displayWidth(name),
    right: displayWidth(about),
  });
  yield '';
}

function* groupLines(group: FindingGroup, report: Report, page: Page): Iterable<string> {
  const views = group.findings.map((finding) => viewFinding(finding, page.context));
  const [only] = views;
  const places = [placesText(group.findings.length, page), truncation(group, report, page)].filter(
    (text) => text !== '',
  );
  yield* groupHeading(group, places.join(' · '), page);
  const { message, remedy } = groupSentences(views, page);
  yield* hanging(page, 4, sanitize(message));
  if (views.length === 1 && only !== undefined) {
    yield* placeOf(only, page);
    yield* explanation(only, remedy, page);
  } else {
    const shared = sharedOf(views);
    if (shared !== undefined) yield* expectedLine(shared, views[0]?.rule, page);
    if (only !== undefined) yield* explanation(only, remedy, page);
    yield* placeLines(views, shared, page);
  }
}

function* groupHeading(group: FindingGroup, places: string, page: Page): Iterable<string> {
  const mark = `${severityMarks[group.severity]} ${inLanguage(severities[group.severity], page.language)}`;
  const rule = sanitize(group.rule);
  const head = `  ${page.ink.severity[group.severity](mark)}`;
  const headWidth = displayWidth(mark) + 2;
  const width = headWidth + 2 + displayWidth(rule);
  const right = displayWidth(places);
  if (width <= page.width) {
    yield* spread(page, `${head}  ${page.ink.strong(rule)}`, page.ink.faint(places), { left: width, right });
    return;
  }
  yield* spread(page, head, page.ink.faint(places), { left: headWidth, right });
  yield* hanging(page, 4, rule, page.ink.strong);
}

function placesText(count: number, page: Page): string {
  return count > 1 ? renderCount('places', count, page.language) : '';
}

/** Message and remedy of a group: what differs from finding to finding is left open. */
function groupSentences(
  views: readonly FindingView[],
  page: Page,
): { readonly message: string; readonly remedy: string } {
  const [first] = views;
  if (first === undefined) return { message: '', remedy: '' };
  if (views.length === 1) return first;
  const actual = views.every((view) => view.actual === first.actual) ? first.actual : '…';
  return sentences({ ...first, actual, expectation: sharedOf(views)?.expectation }, page.context);
}

function sharedOf(views: readonly FindingView[]): SharedExpectation | undefined {
  return sharedExpectation(views.map((view) => ({ id: view.finding.expected.id, values: view.expectedValues })));
}

function expectedLine(shared: SharedExpectation, rule: RuleText | undefined, page: Page): readonly string[] {
  const text = sanitizeBrief(expectedText(rule, shared.expectation, page.context), longestExpected);
  return labelled(page, { indent: 6, labelWidth: labelColumn(page) }, phrase('expected', page.language), text);
}

function* explanation(view: FindingView, remedy: string, page: Page): Iterable<string> {
  const at = { indent: 6, labelWidth: labelColumn(page) };
  const clause = labelled(page, at, phrase('clause', page.language), sanitize(clauseText(view, page)));
  yield* clause.map(plainSpaces);
  if (remedy !== '') yield* labelled(page, at, phrase('repair', page.language), sanitize(remedy));
}

/** Citing standards named beside a finding; `explain` and the JSON report have them all. */
const mostOthers = 2;

/** “GB 12904-2008 4.2 Check digit · evidence: text · also in GB/T 40290-2021”. */
function clauseText(view: FindingView, page: Page): string {
  const [own = '', ...others] = view.finding.standards;
  const { rule } = view;
  const title = clauseTitle(rule, page.context);
  const pieces = [
    [unbroken([own, rule?.clause ?? ''].join(' ').trim()), title].filter((piece) => piece !== '').join(' '),
  ];
  if (rule !== undefined) pieces.push(inLanguage(evidences[rule.evidence], page.language));
  if (others.length > 0) {
    const shown = others.slice(0, mostOthers).map(unbroken);
    const rest = others.length > mostOthers ? [`+${others.length - mostOthers}`] : [];
    const numbers = [...shown, ...rest].join(phrase('listComma', page.language));
    pieces.push(phrase('otherStandards', page.language, { numbers }));
  }
  return pieces.join(' · ');
}

/** “showing 100 of 48,210”, over all files, where the rule's findings were capped. */
function truncation(group: FindingGroup, report: Report, page: Page): string {
  const left = report.truncated[group.rule] ?? 0;
  if (left === 0) return '';
  const stored = report.findings.filter((finding) => finding.rule === group.rule).length;
  return phrase('showing', page.language, { shown: formatCount(stored), all: formatCount(stored + left) });
}
