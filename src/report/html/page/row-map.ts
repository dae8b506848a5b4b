import type { InputSummary } from '../../../model/record.js';
import type { Severity } from '../../../model/standard.js';
import { formatCount, renderCount } from '../../../text/report-words.js';
import type { App } from './app.js';
import { button, el, svg } from './elements.js';
import { fileText } from './file-text.js';
import type { FindingList } from './finding-list.js';
import { panel } from './tables.js';
import { graver } from './tally.js';

/** A stretch of records and the findings in it. */
type Stretch = { readonly from: number; readonly to: number; readonly count: number; readonly severity: Severity };

const mostStretches = 200;
const mostFiles = 12;
const height = 24;
/** A little less than its stretch, so that neighbours stay apart. */
const barWidth = 0.94;
const heights: { readonly [severity in Severity]: number } = { error: 24, warning: 15, advice: 8 };

/** For every file a strip from its first record to its last, with what is wrong where. Nothing for single records. */
export function rowMaps(app: App): HTMLElement | undefined {
  const { say } = app;
  const inputs = app.data.report.inputs.filter(({ records }) => records > 1);
  const strips = inputs
    .map((input) => ({ input, stretches: stretchesOf(app.findings, input) }))
    .filter(({ stretches }) => stretches.length > 0)
    .slice(0, mostFiles);
  if (strips.length === 0) return undefined;
  const entries = strips.map(({ input, stretches }) => stripOf(app, input, stretches));
  return panel(
    say('rowMap'),
    'wide',
    el('p', { class: 'note' }, say('rowMapHint')),
    el('ul', { class: 'strips' }, entries),
    Object.keys(app.data.report.truncated).length > 0 ? el('p', { class: 'note' }, say('listedOnly')) : undefined,
  );
}

/** The stretches of a file that have open findings. */
function stretchesOf({ columns }: FindingList, { file, sheet, records }: InputSummary): readonly Stretch[] {
  const size = Math.ceil(records / mostStretches);
  const ours = columns.kinds.map((kind) => kind.file === file && kind.sheet === sheet && kind.state === 'open');
  const found = new Map<number, Stretch>();
  for (const [index, kindIndex] of columns.kind.entries()) {
    const record = columns.record[index] ?? 0;
    const kind = columns.kinds[kindIndex];
    if (ours[kindIndex] !== true || kind === undefined || record < 1 || record > records) continue;
    const at = Math.floor((record - 1) / size);
    const known = found.get(at);
    found.set(at, {
      from: at * size + 1,
      to: Math.min(records, (at + 1) * size),
      count: (known?.count ?? 0) + 1,
      severity: known === undefined ? kind.severity : graver(known.severity, kind.severity),
    });
  }
  return [...found.values()];
}

function stripOf(app: App, input: InputSummary, stretches: readonly Stretch[]): HTMLElement {
  const { say, state } = app;
  const { file, sheet, records } = input;
  const size = Math.ceil(records / mostStretches);
  const count = stretches.reduce((sum, one) => sum + one.count, 0);
  const worst = stretches.reduce((most, one) => (one.count > most.count ? one : most));
  const label = say('rowMapLabel', {
    findings: renderCount('findings', count, state.language),
    records: renderCount('records', records, state.language),
    from: formatCount(worst.from),
    to: formatCount(worst.to),
  });
  const name = sheet === undefined ? file : `${file} · ${sheet}`;
  const bars = stretches.map((one) =>
    barOf(app, input, one, { at: (one.from - 1) / size, share: one.count / worst.count }),
  );
  return el(
    'li',
    {},
    el(
      'div',
      { class: 'strip-head' },
      button({ class: 'link' }, () => app.narrow({ file, sheet: sheet ?? '' }), fileText(name)),
      el('span', {}, renderCount('findings', count, state.language)),
    ),
    svg(
      'svg',
      {
        class: 'strip',
        viewBox: `0 0 ${Math.ceil(records / size)} ${height}`,
        preserveAspectRatio: 'none',
        role: 'img',
        'aria-label': label,
      },
      svg('rect', { class: 'ground', width: '100%', height }),
      bars,
    ),
    el(
      'div',
      { class: 'strip-ends', 'aria-hidden': 'true' },
      el('span', {}, '1'),
      el('span', {}, formatCount(records)),
    ),
  );
}

/** `at`: which stretch of the strip it is. `share`: of the findings of the worst stretch. */
type BarPlace = { readonly at: number; readonly share: number };

function barOf(
  app: App,
  { file, sheet = '' }: InputSummary,
  { from, to, severity, count }: Stretch,
  { at, share }: BarPlace,
): SVGElement {
  const tall = heights[severity];
  const found = renderCount('findings', count, app.state.language);
  const range = from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`;
  const bar = svg(
    'rect',
    { class: `is-${severity}`, x: at, y: height - tall, width: barWidth, height: tall },
    svg('title', {}, `${range}: ${found}`),
  );
  bar.style.opacity = String(0.55 + 0.45 * share);
  bar.addEventListener('click', () => app.narrow({ file, sheet, from, to }));
  return bar;
}
