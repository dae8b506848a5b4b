import type { Location } from '../../../model/location.js';
import type { ReadNotice } from '../../../model/record.js';
import type { NotRun } from '../../../model/report.js';
import { inLanguage } from '../../../text/language.js';
import { renderNotice } from '../../../text/notices.js';
import { notRunKinds, phrase, renderCount } from '../../../text/report-words.js';
import type { App } from './app.js';
import { type Child, el } from './elements.js';
import { fileText } from './file-text.js';

const longestText = 600;
const mostOfAKind = 10;

/** What should have run and did not: shown first, never folded. */
export function notRunSection(app: App): HTMLElement | undefined {
  const { language } = app.state;
  const { notRun } = app.data.report;
  if (notRun.length === 0) return undefined;
  return el(
    'section',
    { class: 'aside is-incomplete', 'aria-labelledby': 'not-run-heading' },
    el('h2', { id: 'not-run-heading' }, phrase('notRunHeading', language)),
    el(
      'ul',
      {},
      notRun.map((missed) => el('li', {}, notRunEntry(app, missed))),
    ),
  );
}

function notRunEntry({ state }: App, { what, subject, location, reason, suggestion }: NotRun): Child {
  const { language } = state;
  return [
    el('b', {}, fileText(location === undefined ? subject : placeOf(location))),
    ' ',
    el('span', {}, inLanguage(notRunKinds[what], language)),
    what === 'rule' && location !== undefined ? [' ', el('code', {}, fileText(subject))] : undefined,
    el('p', {}, fileText(inLanguage(reason, language), longestText)),
    suggestion === undefined ? undefined : el('p', {}, fileText(inLanguage(suggestion, language), longestText)),
  ];
}

const weights: { readonly [weight in ReadNotice['weight']]: number } = { fatal: 0, fault: 1, note: 2 };

/** What reading noticed, faults before notes, and what will fail once a standard comes into force. */
export function noticesSection(app: App): HTMLElement | undefined {
  const { language } = app.state;
  const { notices, upcoming } = app.data.report;
  if (notices.length === 0 && upcoming.length === 0) return undefined;
  return el(
    'section',
    { class: 'aside', 'aria-labelledby': 'notices-heading' },
    upcoming.length === 0
      ? undefined
      : [
          el('h2', {}, phrase('upcomingHeading', language)),
          el(
            'ul',
            {},
            upcoming.map((one) => {
              const findings = renderCount('findings', one.findings, language);
              return el('li', {}, fileText(phrase('upcoming', language, { ...one, findings }), longestText));
            }),
          ),
        ],
    notices.length === 0
      ? undefined
      : [el('h2', { id: 'notices-heading' }, phrase('noticesHeading', language)), el('ul', {}, noticeEntries(app))],
  );
}

function noticeEntries({ data, state }: App): readonly HTMLElement[] {
  const groups = new Map<string, ReadNotice[]>();
  for (const notice of [...data.report.notices].sort((a, b) => weights[a.weight] - weights[b.weight])) {
    const key = `${notice.weight} ${notice.id} ${notice.location.file}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [notice]);
    else known.push(notice);
  }
  return [...groups.values()].flatMap((notices) => {
    const shown = notices
      .slice(0, mostOfAKind)
      .map((notice) =>
        el(
          'li',
          { class: `is-${notice.weight}` },
          el('b', {}, fileText(placeOf(notice.location))),
          ' ',
          fileText(renderNotice(notice, state.language), longestText),
        ),
      );
    const more = notices.length - shown.length;
    return more > 0 ? [...shown, el('li', { class: 'note' }, renderCount('more', more, state.language))] : shown;
  });
}

function placeOf({ file, sheet, cell, line, column }: Location): string {
  if (sheet !== undefined) return [file, sheet, cell ?? ''].filter((piece) => piece !== '').join(' · ');
  return [file, line, column].filter((piece) => piece !== undefined).join(':');
}
