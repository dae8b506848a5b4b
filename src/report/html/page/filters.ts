import { inLanguage } from '../../../text/language.js';
import { formatCount, severities, states } from '../../../text/report-words.js';
import { sanitizeBrief } from '../../../text/sanitize.js';
import type { WordId } from '../words.js';
import type { App } from './app.js';
import { button, el } from './elements.js';
import { choice } from './masthead.js';
import { hasOpen } from './selection.js';
import { tallyBy } from './tally.js';
import { type Filter, filters, findingStates, noFilter, type Sort, severityOrder, sorts } from './view-state.js';

type Option = { readonly value: string; readonly text: string };

const sortNames: { readonly [sort in Sort]: WordId } = {
  severity: 'sortSeverity',
  count: 'sortCount',
  standard: 'sortStandard',
  place: 'sortPlace',
};

/** Search, filters and order. They stay as they are while the list below them changes. */
export function filterBar(app: App): HTMLElement {
  const { say, state, change, refine: filter } = app;
  return el(
    'div',
    { class: 'filters', role: 'search', 'aria-label': say('findingsTools') },
    searchField(app, (search) => filter({ search })),
    severityChoice(app, (severity) => filter({ severity })),
    select('standard', say('standard'), standardOptions(app), state.filter.standard, (standard) =>
      filter({ standard }),
    ),
    select('rule', say('rule'), ruleOptions(app), state.filter.rule, (rule) => filter({ rule })),
    select('column', say('column'), columnOptions(app), state.filter.column, (column) => filter({ column })),
    select('file', say('file'), fileOptions(app), state.filter.file, (file) =>
      filter({ file, sheet: '', from: 0, to: 0 }),
    ),
    stateSelect(app, (value) => filter({ state: findingStates.find((one) => one === value) ?? '' })),
    select(
      'sort',
      say('sort'),
      sorts.map((sort) => ({ value: sort, text: say(sortNames[sort]) })),
      state.sort,
      (value) => change({ sort: sorts.find((one) => one === value) ?? 'severity' }),
      false,
    ),
  );

  function select(
    id: string,
    label: string,
    options: readonly Option[],
    chosen: string,
    choose: (value: string) => void,
    withAll = true,
  ): HTMLElement | undefined {
    if (withAll && options.length < 2 && chosen === '') return undefined;
    const all = withAll ? [{ value: '', text: say('all') }, ...options] : options;
    const made = el(
      'select',
      { id: `filter-${id}` },
      all.map(({ value, text }) => el('option', { value, selected: value === chosen }, text)),
    );
    made.addEventListener('change', () => choose(made.value));
    return el('div', { class: 'field' }, el('label', { for: made.id }, label), made);
  }

  function stateSelect({ findings }: App, choose: (value: string) => void): HTMLElement | undefined {
    const there = new Set(findings.columns.kinds.map((kind) => kind.state));
    if (![...there].some((one) => one !== 'open')) return undefined;
    const options = findingStates.map((one) => ({ value: one, text: inLanguage(states[one], state.language) }));
    const preset = hasOpen(findings) ? 'open' : '';
    const chosen = state.filter.state === '' ? preset : state.filter.state;
    return select('state', say('state'), options, chosen, choose, preset === '');
  }
}

function searchField({ say, state }: App, search: (text: string) => void): HTMLElement {
  const input = el('input', {
    id: 'filter-search',
    type: 'search',
    value: state.filter.search,
    placeholder: say('searchHint'),
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.addEventListener('input', () => search(input.value));
  return el('div', { class: 'field search' }, el('label', { for: input.id }, say('search')), input);
}

function severityChoice(app: App, choose: (severity: Filter['severity']) => void): HTMLElement | undefined {
  const { findings, say, state } = app;
  const counts = new Map(tallyBy(findings, ({ severity }) => severity).map(({ key, count }) => [key, count]));
  const there = severityOrder.filter((severity) => counts.has(severity));
  if (there.length === 0) return undefined;
  const values = ['', ...there] as const;
  return el(
    'div',
    { class: 'field' },
    el('span', { 'aria-hidden': 'true' }, say('severity')),
    choice('severity', say('severity'), values, state.filter.severity, choose, (severity) => {
      if (severity === '') return say('all');
      const count = formatCount(counts.get(severity) ?? 0);
      return [
        el('i', { class: `swatch is-${severity}`, 'aria-hidden': 'true' }),
        inLanguage(severities[severity], state.language),
        ' ',
        el('small', {}, count),
      ];
    }),
  );
}

function standardOptions({ findings }: App): readonly Option[] {
  const numbers = new Set(findings.columns.kinds.flatMap(({ standards }) => standards));
  return [...numbers].sort().map((number) => ({ value: number, text: sanitizeBrief(number, 60) }));
}

function ruleOptions({ findings }: App): readonly Option[] {
  return counted(tallyBy(findings, ({ rule }) => rule));
}

function columnOptions({ findings }: App): readonly Option[] {
  return counted(tallyBy(findings, ({ name }) => name ?? '').filter(({ key }) => key !== ''));
}

function fileOptions({ findings }: App): readonly Option[] {
  return counted(tallyBy(findings, ({ file }) => file));
}

function counted(tallies: readonly { readonly key: string; readonly count: number }[]): readonly Option[] {
  return tallies.map(({ key, count }) => ({ value: key, text: `${sanitizeBrief(key, 60)} (${formatCount(count)})` }));
}

/** What the filters leave, said aloud when it changes, and the way back. */
export function filterOutcome(app: App, shown: number): HTMLElement {
  const { findings, say, state, change } = app;
  const { from, to } = state.filter;
  const all = tallyBy(findings, () => '').reduce((sum, { count }) => sum + count, 0);
  const range = from > 0 ? say('recordsFromTo', { from: formatCount(from), to: formatCount(to) }) : '';
  const text = say('shown', {
    n: formatCount(shown),
    all: formatCount(all === 0 ? findings.size : Math.max(all, shown)),
  });
  return el(
    'div',
    { class: 'outcome' },
    el('p', { role: 'status' }, range === '' ? text : `${text} · ${range}`),
    filters(state.filter)
      ? button({ class: 'link', id: 'clear-filters' }, () => change({ filter: noFilter }), say('reset'))
      : undefined,
    el('p', { class: 'hint' }, say('explainHint')),
  );
}
