import type { Location } from '../model/location.js';
import type { ReadNotice } from '../model/record.js';
import type { NotRun, Report } from '../model/report.js';
import { inLanguage } from '../text/language.js';
import { renderNotice } from '../text/notices.js';
import { notRunKinds, phrase, renderCount } from '../text/report-words.js';
import { sanitize, sanitizeBrief } from '../text/sanitize.js';
import { hanging, heading, type Page, type Paint } from './text-ink.js';
import { placeText } from './text-places.js';

const mostOfAKind = 5;
const longestReason = 600;

/** What reading noticed: at most five of a kind per file, faults before notes. */
export function* noticeLines(report: Report, page: Page): Iterable<string> {
  if (report.notices.length === 0) return;
  yield heading(page, 'noticesHeading');
  const groups = new Map<string, ReadNotice[]>();
  for (const notice of [...report.notices].sort((a, b) => weights[a.weight] - weights[b.weight])) {
    const key = `${notice.weight} ${notice.id} ${notice.location.file}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [notice]);
    else known.push(notice);
  }
  for (const notices of groups.values()) {
    for (const notice of notices.slice(0, mostOfAKind)) yield* noticeEntry(notice, page);
    const more = notices.length - mostOfAKind;
    if (more > 0) yield* hanging(page, 4, renderCount('more', more, page.language), page.ink.faint);
  }
  yield '';
}

const weights: { readonly [weight in ReadNotice['weight']]: number } = { fatal: 0, fault: 1, note: 2 };
const marks: { readonly [weight in ReadNotice['weight']]: string } = { fatal: '✗', fault: '!', note: 'i' };

function noticeEntry(notice: ReadNotice, page: Page): readonly string[] {
  const { severity } = page.ink;
  const paint =
    notice.weight === 'fatal' ? severity.error : notice.weight === 'fault' ? severity.warning : severity.advice;
  return entry(
    marks[notice.weight],
    paint,
    notice.location,
    sanitizeBrief(renderNotice(notice, page.language), longestReason),
    page,
  );
}

/** What passes today and will fail. */
export function* upcomingLines(report: Report, page: Page): Iterable<string> {
  if (report.upcoming.length === 0) return;
  yield heading(page, 'upcomingHeading');
  for (const upcoming of report.upcoming) {
    const findings = renderCount('findings', upcoming.findings, page.language);
    const text = phrase('upcoming', page.language, { ...upcoming, findings });
    yield* hanging(page, 2, sanitize(text));
  }
  yield '';
}

/** What should have run and did not, and why: never folded, never hidden. */
export function* notRunLines(report: Report, page: Page): Iterable<string> {
  if (report.notRun.length === 0) return;
  yield heading(page, 'notRunHeading');
  for (const missed of report.notRun) yield* notRunEntry(missed, page);
  yield* hanging(page, 2, phrase('incompleteMeans', page.language), page.ink.faint);
  yield '';
}

function notRunEntry(missed: NotRun, page: Page): readonly string[] {
  const what = inLanguage(notRunKinds[missed.what], page.language);
  const { suggestion } = missed;
  const reason = sanitizeBrief(inLanguage(missed.reason, page.language), longestReason);
  const location = missed.location ?? { file: missed.subject, pointer: '' };
  const id = missed.what === 'rule' && missed.location !== undefined ? 'notRunRule' : 'notRun';
  const text = phrase(id, page.language, { what, subject: sanitize(missed.subject), reason });
  const advice =
    suggestion === undefined
      ? []
      : hanging(page, 4, sanitizeBrief(inLanguage(suggestion, page.language), longestReason));
  return [...entry('!', page.ink.severity.warning, location, text, page), ...advice];
}

function entry(mark: string, paint: Paint, location: Location, text: string, page: Page): readonly string[] {
  return [`  ${paint(mark)} ${page.ink.strong(placeText(location))}`, ...hanging(page, 4, text)];
}
