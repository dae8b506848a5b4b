import { inLanguage } from '../../../text/language.js';
import { evidences, formatCount, renderCount, states } from '../../../text/report-words.js';
import { clauseTitle } from '../../clause-text.js';
import type { FindingView } from '../../finding-view.js';
import type { App } from './app.js';
import { type Child, el } from './elements.js';
import { fileText } from './file-text.js';
import { findingRows, placeColumns } from './finding-rows.js';
import { type GroupSummary, groupSummary } from './group-summary.js';
import { severityBadge } from './marks.js';
import { paged } from './pager.js';
import type { FindingGroup } from './selection.js';
import { facts, table } from './tables.js';

const placesOnPage = 10;
const placesAlone = 50;
const mostOpenOnPaper = 3;

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
  const summary = byPlace ? undefined : groupSummary(app, group);
  const columns = placeColumns(app, summary);
  const open = look.open === true || (look.whole === true && group.indices.length <= mostOpenOnPaper);
  const draw = (from: number, to: number): void =>
    places.replaceChildren(
      table(
        app.say('place'),
        columns,
        group.indices.slice(from, to).flatMap((index) => findingRows(app, index, columns, { open, summary })),
        { class: byPlace ? 'place-table by-place' : 'place-table' },
      ),
    );
  const { length } = group.indices;
  const size = look.whole === true ? length : byPlace ? placesAlone : placesOnPage;
  const pager = paged(app, { length, size, label: app.say('place') }, draw);
  const short = length <= mostOpenOnPaper ? ' is-short' : '';
  return el(
    'article',
    { class: `card is-${byPlace ? 'file' : group.kind.severity}${short}` },
    summary === undefined ? fileHead(app, group) : ruleHead(app, group, summary),
    places,
    pager,
  );
}

function fileHead(app: App, { kind, indices }: FindingGroup): Child {
  const name = kind.sheet === undefined ? kind.file : `${kind.file} · ${kind.sheet}`;
  const count = renderCount('places', indices.length, app.state.language);
  return el('header', {}, el('h3', {}, fileText(name)), el('p', { class: 'count' }, count));
}

function ruleHead(app: App, { kind, indices }: FindingGroup, { message, remedy, view, expected }: GroupSummary): Child {
  const { language } = app.state;
  const count = renderCount('places', indices.length, language);
  const { rule } = view;
  const left = app.data.report.truncated[kind.rule] ?? 0;
  return [
    el(
      'header',
      {},
      el(
        'p',
        { class: 'tags' },
        severityBadge(kind.severity, language),
        kind.state === 'open' ? undefined : el('span', { class: 'badge' }, inLanguage(states[kind.state], language)),
        el('code', { class: 'rule' }, fileText(kind.rule)),
      ),
      el('h3', {}, fileText(message, 600)),
      el('p', { class: 'count' }, count),
    ),
    facts(
      [
        [app.say('expected'), expected === undefined ? '' : fileText(expected.text, 640)],
        [app.say('clause'), clause(app, view)],
        [app.say('why'), rule?.rationale === undefined ? '' : inLanguage(rule.rationale, language)],
        [app.say('repair'), remedy === '' ? '' : fileText(remedy, 2000)],
      ],
      { class: 'explanation' },
    ),
    left === 0 ? undefined : el('p', { class: 'caution' }, app.say('truncatedRule', { n: formatCount(left) })),
  ];
}

/** A clause of a text that numbers nothing goes by a short name of ours; its title says more. */
const named = /^[a-z]+(?:-[a-z]+)*$/;

/** “GB 12904-2008 4.2 Check digit · evidence: text”, and the standards that cite the rule. */
function clause(app: App, view: FindingView): Child {
  const { language } = app.state;
  const { rule, finding } = view;
  const [own = '', ...others] = finding.standards;
  const title = clauseTitle(rule, app.context);
  return [
    el('b', {}, fileText(own)),
    rule?.clause === undefined || (named.test(rule.clause) && title !== '') ? '' : ` ${rule.clause}`,
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
