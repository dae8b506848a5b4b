import { inLanguage } from '../../../text/language.js';
import { evidences, formatCount, renderCount } from '../../../text/report-words.js';
import { clauseTitle } from '../../clause-text.js';
import { type FindingView, sentences, viewFinding } from '../../finding-view.js';
import { sharedExpectation } from '../../shared-expectation.js';
import type { App } from './app.js';
import { type Child, el } from './elements.js';
import { fileText } from './file-text.js';
import { findingRows, placeColumns } from './finding-rows.js';
import { severityBadge } from './marks.js';
import { paged } from './pager.js';
import type { FindingGroup } from './selection.js';
import { facts, table } from './tables.js';

const placesOnPage = 10;
const placesAlone = 50;

export type GroupLook = {
  /** Details of every place are shown at once. */
  readonly open?: boolean;
  /** Every place is there, as on paper. */
  readonly whole?: boolean;
};

/** What is wrong, why, and what to write instead, once; below it the places. With order by place: a file and all in it. */
export function groupCard(app: App, group: FindingGroup, look: GroupLook): HTMLElement {
  const byPlace = app.state.sort === 'place';
  const places = el('div', { class: 'places' });
  const columns = placeColumns(app, group);
  const draw = (from: number, to: number): void =>
    places.replaceChildren(
      table(
        app.say('place'),
        columns,
        group.indices.slice(from, to).flatMap((index) => findingRows(app, group, index, columns, look)),
        { class: byPlace ? 'place-table by-place' : 'place-table' },
      ),
    );
  const { length } = group.indices;
  const size = look.whole === true ? length : byPlace ? placesAlone : placesOnPage;
  const pager = paged(app, { length, size, label: app.say('place') }, draw);
  return el('article', { class: `card is-${byPlace ? 'file' : group.kind.severity}` }, head(app, group), places, pager);
}

function head(app: App, group: FindingGroup): Child {
  const { language } = app.state;
  const { kind, indices } = group;
  const count = renderCount('places', indices.length, language);
  if (app.state.sort === 'place') {
    const name = kind.sheet === undefined ? kind.file : `${kind.file} · ${kind.sheet}`;
    return el('header', {}, el('h3', {}, fileText(name)), el('p', { class: 'count' }, count));
  }
  const views = sampleOf(indices).map((index) => viewFinding(app.findings.at(index), app.context));
  const { message, remedy } = groupSentences(views, app);
  const rule = views[0]?.rule;
  const left = app.data.report.truncated[kind.rule] ?? 0;
  return [
    el(
      'header',
      {},
      el(
        'p',
        { class: 'tags' },
        severityBadge(kind.severity, language),
        el('code', { class: 'rule' }, fileText(kind.rule)),
      ),
      el('h3', {}, fileText(message, 600)),
      el('p', { class: 'count' }, count),
    ),
    facts(
      [
        [app.say('clause'), clause(app, views[0])],
        [app.say('why'), rule?.rationale === undefined ? '' : inLanguage(rule.rationale, language)],
        [app.say('repair'), remedy === '' ? '' : fileText(remedy, 2000)],
      ],
      { class: 'explanation' },
    ),
    left === 0 ? undefined : el('p', { class: 'caution' }, app.say('truncatedRule', { n: formatCount(left) })),
  ];
}

/** Enough of a group to know what its findings share, however large it is. */
function sampleOf(indices: readonly number[]): readonly number[] {
  const most = 200;
  if (indices.length <= most) return indices;
  const step = indices.length / most;
  return Array.from({ length: most }, (_, index) => indices[Math.floor(index * step)] ?? 0);
}

/** Message and remedy of a group: what differs from finding to finding is left open. */
function groupSentences(views: readonly FindingView[], { context }: App): { message: string; remedy: string } {
  const [first] = views;
  if (first === undefined) return { message: '', remedy: '' };
  if (views.length === 1) return first;
  const actual = views.every((view) => view.actual === first.actual) ? first.actual : '…';
  const shared = sharedExpectation(
    views.map((view) => ({ id: view.finding.expected.id, values: view.expectedValues })),
  );
  return sentences({ ...first, actual, expectation: shared?.expectation }, context);
}

/** “GB 12904-2008 4.2 Check digit · evidence: text”, and the standards that cite the rule. */
function clause(app: App, view: FindingView | undefined): Child {
  if (view === undefined) return undefined;
  const { language } = app.state;
  const { rule, finding } = view;
  const [own = '', ...others] = finding.standards;
  const title = clauseTitle(rule, app.context);
  return [
    el('b', {}, fileText(own)),
    rule?.clause === undefined ? '' : ` ${rule.clause}`,
    title === '' ? '' : ` ${title}`,
    rule === undefined ? '' : ` · ${inLanguage(evidences[rule.evidence], language)}`,
    others.length === 0
      ? undefined
      : el(
          'span',
          { class: 'others' },
          `${app.say('alsoIn')} `,
          fileText(others.join(language === 'zh-CN' ? '、' : ', '), 400),
        ),
  ];
}
