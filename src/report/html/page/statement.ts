import type { StandardVerdict } from '../../../model/report.js';
import type { Coverage, Evidence } from '../../../model/standard.js';
import { inLanguage, titleIn } from '../../../text/language.js';
import { renderReason, renderReasonBriefly, type StandardReason } from '../../../text/reasons.js';
import { formatCount, phrase, renderCount } from '../../../text/report-words.js';
import type { PageStandard } from '../page-data.js';
import type { WordId } from '../words.js';
import type { App } from './app.js';
import { button, type Child, el } from './elements.js';
import { fileText, titleText } from './file-text.js';
import { verdictBadge } from './marks.js';
import { panel, row, type TableColumn, table } from './tables.js';

const mostFields = 6;

/** What the run says of every standard, what it rests on, and what it leaves to people. */
export function statementSection(app: App): HTMLElement {
  const { say, data } = app;
  const judged = [...ofVerdict(data.standards, 'fails'), ...ofVerdict(data.standards, 'conforms')];
  return el(
    'section',
    { class: 'statement', 'aria-labelledby': 'statement-heading' },
    el('h2', { id: 'statement-heading' }, say('statementHeading')),
    el('p', { class: 'note' }, say('statementMeans')),
    judged.length === 0
      ? el('p', { class: 'empty' }, phrase('noStandards', app.state.language))
      : judgedTable(app, judged),
    checklists(app, judged),
    unjudged(app, 'not-assessed', 'standardsNotAssessed'),
    unjudged(app, 'not-applicable', 'standardsNotApplicable'),
  );
}

function ofVerdict(standards: readonly PageStandard[], verdict: StandardVerdict): readonly PageStandard[] {
  return standards.filter((standard) => standard.verdict === verdict);
}

function judgedTable(app: App, judged: readonly PageStandard[]): HTMLElement {
  const { say, state } = app;
  const columns: readonly TableColumn[] = [
    { label: say('standard'), kind: 'wide' },
    { label: say('verdict') },
    { label: say('checks') },
    { label: say('clauses') },
    { label: say('evidence') },
    { label: say('inForce') },
  ];
  const rows = judged.map((standard) =>
    row(columns, [
      { content: nameOf(app, standard), heading: true },
      { content: verdictBadge(standard.verdict, state.language) },
      { content: checksOf(app, standard) },
      { content: clausesOf(app, standard) },
      { content: evidenceOf(app, standard) },
      { content: inForce(app, standard) },
    ]),
  );
  return table(say('byStandard'), columns, rows, { class: 'standards' });
}

function nameOf(app: App, standard: PageStandard): Child {
  const { state } = app;
  const title = titleText(standard.title, state.language);
  const named = title === undefined || title.textContent === standard.number;
  const number = fileText(standard.number);
  const failed = (standard.failed ?? 0) > 0;
  return [
    failed ? button({ class: 'link' }, () => app.narrow({ standard: standard.number }), number) : el('b', {}, number),
    named ? undefined : el('span', { class: 'title' }, title),
    missing(app, standard),
  ];
}

function missing({ say, context, state }: App, { missingFields = [] }: PageStandard): Child {
  if (missingFields.length === 0) return undefined;
  const labels = missingFields.map((field) => context.texts.label(field, state.language));
  const shown = labels.slice(0, mostFields).join(phrase('listComma', state.language));
  const rest = labels.length - mostFields;
  const n = String(state.language === 'zh-CN' ? labels.length : rest);
  const fields = rest > 0 ? phrase('moreFields', state.language, { fields: shown, n }) : shown;
  return el('span', { class: 'missing' }, fileText(say('missing', { fields }), 400));
}

/** A bar of what passed and failed, and the figures. */
function checksOf(
  app: App,
  { checked = 0, passed = 0, failed = 0, lackedInput = 0, didNotApply = 0 }: PageStandard,
): Child {
  const part = (count: number, kind: string): HTMLElement | undefined => {
    if (count === 0) return undefined;
    const piece = el('span', { class: kind });
    piece.style.flexGrow = String(count);
    return piece;
  };
  const figures: readonly (readonly [WordId, number])[] = [
    ['failed', failed],
    ['passed', passed],
    ['lacked', lackedInput],
    ['didNotApply', didNotApply],
  ];
  return [
    checked === 0
      ? undefined
      : el(
          'div',
          { class: 'stack is-small', 'aria-hidden': 'true' },
          part(failed, 'is-fails'),
          part(passed, 'is-conforms'),
        ),
    counted(
      app,
      figures.filter(([id, count]) => count > 0 || id === 'passed'),
    ),
  ];
}

const coverages: readonly (readonly [Coverage, WordId])[] = [
  ['automated', 'automated'],
  ['partial', 'partial'],
  ['manual', 'manual'],
  ['planned', 'planned'],
  ['informative', 'informative'],
];

function clausesOf(app: App, { clauses = [] }: PageStandard): Child {
  const counts = coverages
    .map(([coverage, id]) => [id, clauses.filter((clause) => clause.coverage === coverage).length] as const)
    .filter(([, count]) => count > 0);
  return counted(app, counts);
}

function counted({ say }: App, counts: readonly (readonly [WordId, number])[]): Child {
  return el(
    'ul',
    { class: 'counts' },
    counts.map(([id, count]) => el('li', { class: `is-${id}` }, say(id, { n: formatCount(count) }))),
  );
}

const evidenceNames: { readonly [evidence in Evidence]: WordId } = {
  text: 'byText',
  implementation: 'byImplementation',
  summary: 'bySummary',
  metadata: 'byMetadata',
  recalled: 'byRecall',
};

/** How we know the rules that were judged, best evidence first. */
function evidenceOf({ say }: App, { evidence = {} }: PageStandard): Child {
  const known = (['text', 'implementation', 'summary', 'metadata', 'recalled'] as const).filter(
    (one) => (evidence[one] ?? 0) > 0,
  );
  return el(
    'ul',
    { class: 'counts' },
    known.map((one) => el('li', {}, say(evidenceNames[one], { n: formatCount(evidence[one] ?? 0) }))),
  );
}

function inForce({ say }: App, { effective = {}, statusConfirmed = true }: PageStandard): Child {
  const { from, until } = effective;
  const known = [
    from === undefined ? '' : say('since', { from }),
    until === undefined ? '' : say('until', { until }),
    from === undefined && until === undefined ? say('dateUnknown') : '',
    statusConfirmed ? '' : say('unconfirmed'),
  ].filter((text) => text !== '');
  return el(
    'ul',
    { class: 'counts' },
    known.map((text) => el('li', {}, text)),
  );
}

/** Clauses only a person can judge, as a list to tick off; the boxes are for paper and for this sitting. */
function checklists(app: App, judged: readonly PageStandard[]): HTMLElement | undefined {
  const { say, state } = app;
  const lists = judged.flatMap((standard) => {
    const manual = (standard.clauses ?? []).filter(({ coverage }) => coverage === 'manual');
    if (manual.length === 0) return [];
    const items = manual.map(({ ref, title, question }) => {
      const text = question === undefined ? titleIn(title ?? {}, state.language) : inLanguage(question, state.language);
      return el(
        'li',
        {},
        el('label', {}, el('input', { type: 'checkbox' }), el('span', {}, el('b', {}, ref), ' ', text)),
      );
    });
    const heading = say('checklistOf', { number: standard.number, n: formatCount(manual.length) });
    return [el('details', {}, el('summary', {}, fileText(heading)), el('ul', { class: 'checklist' }, items))];
  });
  return lists.length === 0 ? undefined : panel(say('checklist'), 'wide checklists', lists);
}

/** Standards without a verdict, by reason: what a flag would decide comes first, then the largest. */
function unjudged(
  app: App,
  verdict: StandardVerdict,
  count: 'standardsNotAssessed' | 'standardsNotApplicable',
): HTMLElement | undefined {
  const { data, state } = app;
  const standards = ofVerdict(data.standards, verdict);
  if (standards.length === 0) return undefined;
  const byReason = new Map<StandardReason, PageStandard[]>();
  for (const standard of standards) byReason.set(standard.reason, [...(byReason.get(standard.reason) ?? []), standard]);
  const groups = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, members]) => reasonGroup(app, reason, members));
  return panel(renderCount(count, standards.length, state.language), 'wide', groups);
}

function reasonGroup(app: App, reason: StandardReason, members: readonly PageStandard[]): HTMLElement {
  const { language } = app.state;
  const list = el('ul', { class: 'names' });
  const details = el(
    'details',
    {},
    el('summary', {}, el('b', {}, formatCount(members.length)), ' ', renderReasonBriefly(reason, language)),
    el('p', { class: 'note' }, renderReason(reason, language)),
    list,
  );
  // Hundreds of standards: made when somebody looks.
  details.addEventListener('toggle', () => {
    if (!details.open || list.childElementCount > 0) return;
    list.append(
      ...members.map((one) =>
        el('li', {}, el('b', {}, fileText(one.number)), ' ', titleText(one.title, language), missing(app, one)),
      ),
    );
  });
  return details;
}
