import type { Language } from '../../../model/language.js';
import type { RunVerdict, StandardVerdict } from '../../../model/report.js';
import type { Severity } from '../../../model/standard.js';
import { inLanguage } from '../../../text/language.js';
import { severities, standardVerdicts } from '../../../text/report-words.js';
import { el, svg } from './elements.js';

/** Shapes that say what the colour says: a cross, a triangle, a dot, a tick, a bar. */
const shapes = {
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  triangle: 'M8 3.2l5.4 9.6H2.6z M8 6.8v2.6 M8 11v.2',
  dot: 'M8 7.2v4 M8 4.8v.2',
  tick: 'M3.8 8.6l2.8 2.8 5.6-6.4',
  bar: 'M4.5 8h7',
  bang: 'M8 4.3v4.6 M8 11.4v.2',
} as const;

type Shape = keyof typeof shapes;

const severityShapes: { readonly [severity in Severity]: Shape } = {
  error: 'cross',
  warning: 'triangle',
  advice: 'dot',
};
const verdictShapes: { readonly [verdict in StandardVerdict | RunVerdict]: Shape } = {
  conforms: 'tick',
  fails: 'cross',
  incomplete: 'bang',
  'not-assessed': 'bar',
  'not-applicable': 'bar',
};

export function severityBadge(severity: Severity, language: Language): HTMLElement {
  const text = inLanguage(severities[severity], language);
  return el('span', { class: `badge is-${severity}` }, mark(severityShapes[severity]), text);
}

export function verdictBadge(verdict: StandardVerdict, language: Language): HTMLElement {
  const text = inLanguage(standardVerdicts[verdict], language);
  return el('span', { class: `badge is-${verdict}` }, mark(verdictShapes[verdict]), text);
}

export function verdictMark(verdict: RunVerdict): SVGElement {
  return mark(verdictShapes[verdict]);
}

/** Beside a word that says the same, so it is no picture of its own. */
function mark(shape: Shape): SVGElement {
  const ring = shape === 'triangle' ? [] : [svg('circle', { cx: 8, cy: 8, r: 7 })];
  return svg(
    'svg',
    { viewBox: '0 0 16 16', class: 'mark', 'aria-hidden': 'true', focusable: 'false' },
    ring,
    svg('path', { d: shapes[shape] }),
  );
}
