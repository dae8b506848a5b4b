import { inLanguage } from '../../../text/language.js';
import { formatCount, phrase } from '../../../text/report-words.js';
import type { App } from './app.js';
import { el } from './elements.js';
import { filterBar, filterOutcome } from './filters.js';
import { groupCard } from './finding-group.js';
import { paged } from './pager.js';
import { grouped, select } from './selection.js';
import type { ViewState } from './view-state.js';

const groupsOnPage = 20;
/** A list no longer than this is shown with all details. */
const mostOpen = 60;
/** Entries of a print: beyond this a browser takes minutes and a reader gives up. */
export const mostPrinted = 1000;

export type FindingsSection = { readonly element: HTMLElement; readonly update: (app: App) => void };

/** The findings with their filters. */
export function findingsSection(app: App): FindingsSection {
  const { language } = app.state;
  const tools = el('div', {});
  const list = el('div', { class: 'list' });
  let drawn: ViewState | undefined;
  const update = (current: App): void => {
    // Typing into the search field must not take the field away.
    const typing = drawn !== undefined && onlySearch(drawn, current.state) && tools.contains(document.activeElement);
    drawn = current.state;
    const focused = document.activeElement?.id ?? '';
    if (!typing) tools.replaceChildren(filterBar(current));
    list.replaceChildren(...listOf(current));
    if (!typing && focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  };
  const none = app.data.report.verdict === 'incomplete' ? 'noFindingsSoFar' : 'noFindings';
  if (app.findings.size > 0) update(app);
  const element = el(
    'section',
    { class: 'findings', 'aria-labelledby': 'findings-heading' },
    el('h2', { id: 'findings-heading', tabindex: -1 }, phrase('findingsHeading', language)),
    app.findings.size === 0 ? el('p', { class: 'empty' }, phrase(none, language)) : [tools, list],
  );
  return { element, update };
}

/** Only the text in the search field differs. */
function onlySearch(before: ViewState, after: ViewState): boolean {
  const { search: _before, ...old } = before.filter;
  const { search: _after, ...now } = after.filter;
  return JSON.stringify({ ...before, filter: old }) === JSON.stringify({ ...after, filter: now });
}

function listOf(app: App): readonly Node[] {
  const { say } = app;
  const indices = select(app.findings, app.state.filter, wordsOf(app));
  const groups = grouped(app.findings, indices, app.state.sort);
  const cards = el('div', { class: 'cards' });
  const open = indices.length <= mostOpen;
  const pager = paged(app, { length: groups.length, size: groupsOnPage, label: say('byRule') }, (from, to) =>
    cards.replaceChildren(...groups.slice(from, to).map((group) => groupCard(app, group, { open }))),
  );
  const outcome = filterOutcome(app, indices.length);
  if (groups.length === 0) return [outcome, el('p', { class: 'empty' }, say('nothingFits'))];
  return [outcome, cards, ...(pager === undefined ? [] : [pager])];
}

/** A rule's sentences in the language of the page: searching looks through them too. */
function wordsOf({ context, state }: App): (rule: string) => string {
  return (id) => {
    const rule = context.texts.rule(id);
    if (rule === undefined) return '';
    return `${inLanguage(rule.message, state.language)}\n${inLanguage(rule.remedy, state.language)}`;
  };
}

/** The list as it is printed: every finding that passes the filters, up to a number that is said. */
export function printedList(app: App): HTMLElement {
  const indices = select(app.findings, app.state.filter, wordsOf(app));
  const kept = indices.slice(0, mostPrinted);
  const cards = grouped(app.findings, kept, app.state.sort).map((group) => groupCard(app, group, { whole: true }));
  const all = formatCount(indices.length);
  const left = indices.length > kept.length;
  return el(
    'div',
    { class: 'printed' },
    filterOutcome(app, indices.length),
    left ? el('p', { class: 'caution' }, app.say('printedOnly', { n: formatCount(mostPrinted), all })) : undefined,
    cards,
  );
}
