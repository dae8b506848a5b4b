import type { StandardVerdict } from '../../../model/report.js';
import type { Severity } from '../../../model/standard.js';
import { type CountedId, formatCount, renderCount } from '../../../text/report-words.js';
import type { App } from './app.js';
import { button, type Child, el } from './elements.js';
import { fileText } from './file-text.js';
import { severityBadge } from './marks.js';
import { rowMaps } from './row-map.js';
import { hasOpen } from './selection.js';
import { panel, row, type TableColumn, table } from './tables.js';
import { tallyBy } from './tally.js';

const mostBars = 10;

/** Where it hurts: standards by verdict, findings by rule, by column and along the files. */
export function picturesSection(app: App): HTMLElement {
  const hasFindings = hasOpen(app.findings);
  return el(
    'section',
    { class: 'pictures', 'aria-labelledby': 'pictures-heading' },
    el('h2', { id: 'pictures-heading' }, app.say('whereHeading')),
    el(
      'div',
      { class: 'panels' },
      panel(app.say('standards'), 'wide', verdictBar(app)),
      hasFindings ? panel(app.say('byRule'), '', ruleBars(app)) : undefined,
      hasFindings ? panel(app.say('byColumn'), '', columnBars(app)) : undefined,
      hasFindings ? rowMaps(app) : undefined,
    ),
  );
}

const verdicts: readonly StandardVerdict[] = ['fails', 'conforms', 'not-assessed', 'not-applicable'];
const verdictCounts = {
  fails: 'standardsFail',
  conforms: 'standardsConform',
  'not-assessed': 'standardsNotAssessed',
  'not-applicable': 'standardsNotApplicable',
} as const satisfies { readonly [verdict in StandardVerdict]: CountedId };

/** All standards of the catalogue as one bar, with a legend that holds the figures. */
function verdictBar({ data, state }: App): Child {
  const counts = verdicts
    .map((verdict) => ({ verdict, count: data.standards.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  const pieces = counts.map(({ verdict, count }) => {
    const piece = el('span', { class: `is-${verdict}` });
    piece.style.flexGrow = String(count);
    return piece;
  });
  const legend = counts.map(({ verdict, count }) =>
    el(
      'li',
      {},
      el('i', { class: `swatch is-${verdict}`, 'aria-hidden': 'true' }),
      renderCount(verdictCounts[verdict], count, state.language),
    ),
  );
  return [el('div', { class: 'stack', 'aria-hidden': 'true' }, pieces), el('ul', { class: 'legend' }, legend)];
}

type Bar = { readonly label: Child; readonly count: number; readonly severity: Severity; readonly choose?: () => void };

/** Rules with their whole counts, those left out of the list included. */
function ruleBars(app: App): Child {
  const { data, findings, say } = app;
  const bars = tallyBy(findings, ({ rule }) => rule)
    .map(({ key, count, severity }) => ({ rule: key, severity, count: count + (data.report.truncated[key] ?? 0) }))
    .sort((a, b) => b.count - a.count)
    .map(
      ({ rule, severity, count }): Bar => ({
        label: fileText(rule),
        count,
        severity,
        choose: () => app.narrow({ rule }),
      }),
    );
  return barTable(app, say('byRule'), say('rule'), bars);
}

function columnBars(app: App): Child {
  const { data, findings, say } = app;
  const bars = tallyBy(findings, ({ name }) => name ?? '').map(
    ({ key, count, severity }): Bar => ({
      label: key === '' ? say('wholeRecord') : fileText(key),
      count,
      severity,
      ...(key === '' ? {} : { choose: () => app.narrow({ column: key }) }),
    }),
  );
  const partial = Object.keys(data.report.truncated).length > 0;
  return [
    barTable(app, say('byColumn'), say('column'), bars),
    partial ? el('p', { class: 'note' }, say('listedOnly')) : undefined,
  ];
}

function barTable(app: App, caption: string, label: string, bars: readonly Bar[]): Child {
  const { say } = app;
  const columns: readonly TableColumn[] = [
    { label },
    { label: say('severity') },
    { label: say('count'), kind: 'number' },
    { label: say('share') },
  ];
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const rows = bars.slice(0, mostBars).map(({ label: name, count, severity, choose }) => {
    const length = el('span', { class: `bar is-${severity}` });
    length.style.width = `${Math.max(1, (100 * count) / most)}%`;
    return row(columns, [
      { content: choose === undefined ? name : button({ class: 'link' }, choose, name), heading: true },
      { content: severityBadge(severity, app.state.language) },
      { content: formatCount(count), class: 'is-number' },
      { content: el('span', { class: 'track', 'aria-hidden': 'true' }, length) },
    ]);
  });
  const rest = bars.length - rows.length;
  return [
    table(caption, columns, rows, { class: 'bars' }),
    rest > 0 ? el('p', { class: 'note' }, say('restOf', { n: formatCount(rest) })) : undefined,
  ];
}
