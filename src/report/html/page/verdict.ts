import { inLanguage } from '../../../text/language.js';
import { formatCount, phrase, renderCount, runVerdicts, severities } from '../../../text/report-words.js';
import { countAll } from '../../gravity.js';
import type { WordId } from '../words.js';
import type { App } from './app.js';
import { type Child, el } from './elements.js';
import { fileText } from './file-text.js';
import { verdictMark } from './marks.js';
import { facts } from './tables.js';

const mostNamed = 4;

/** The first screen: did it pass, how much is wrong, in how much, under what. */
export function verdictSection(app: App): HTMLElement {
  const { report } = app.data;
  const { language } = app.state;
  return el(
    'section',
    { class: `verdict is-${report.verdict}`, 'aria-labelledby': 'verdict-heading' },
    el(
      'div',
      { class: 'stamp' },
      verdictMark(report.verdict),
      el(
        'div',
        {},
        el('h1', { id: 'verdict-heading' }, inLanguage(runVerdicts[report.verdict], language)),
        el('p', {}, subjectOf(app)),
      ),
    ),
    el('ul', { class: 'figures' }, figures(app)),
    cautions(app).map((text) => el('p', { class: 'caution' }, text)),
    facts(
      [
        [app.say('asOf'), report.asOf],
        [app.say('catalogue'), fileText(report.catalogue.version)],
        [app.say('tool'), fileText(`borderlint ${report.tool.version}`)],
        [
          app.say('failOn'),
          report.failOn === 'never' ? app.say('never') : inLanguage(severities[report.failOn], language),
        ],
      ],
      { class: 'facts' },
    ),
  );
}

/** The files checked: one by its path, several by their names. */
function subjectOf({ data, state }: App): Child {
  const files = [...new Set(data.report.inputs.map(({ file }) => file))];
  const [only = ''] = files;
  if (files.length <= 1) return fileText(only, 200);
  const names = files.slice(0, mostNamed).map((file) => [' · ', fileText(file.split(/[/\\]/).at(-1) ?? file, 60)]);
  return [renderCount('files', files.length, state.language), names, files.length > mostNamed ? ' …' : ''];
}

function figures(app: App): readonly HTMLElement[] {
  const { data, say, state } = app;
  const { counts } = data.report;
  const judged = data.standards.filter(({ verdict }) => verdict === 'fails' || verdict === 'conforms');
  const failing = judged.filter(({ verdict }) => verdict === 'fails').length;
  const figure = (count: number, label: WordId, more: Child, kind: string): HTMLElement =>
    el(
      'li',
      { class: count === 0 ? `${kind} is-none` : kind },
      el('b', {}, formatCount(count)),
      el('span', {}, say(label)),
      more === undefined ? undefined : el('small', {}, more),
    );
  return [
    figure(counts.error, 'errors', undefined, 'is-error'),
    figure(counts.warning, 'warnings', undefined, 'is-warning'),
    figure(counts.advice, 'advices', undefined, 'is-advice'),
    figure(
      counts.records,
      'records',
      say('ofRecords', { n: formatCount(counts.recordsFailed), all: formatCount(counts.records) }),
      'is-plain',
    ),
    figure(
      judged.length,
      'standards',
      [
        say('judgedOf', { all: formatCount(data.standards.length) }),
        el('br', {}),
        [
          failing === 0 ? '' : renderCount('standardsFail', failing, state.language),
          judged.length === failing ? '' : renderCount('standardsConform', judged.length - failing, state.language),
        ]
          .filter((text) => text !== '')
          .join(' · '),
      ],
      'is-plain',
    ),
  ];
}

/** What a reader must know before trusting the figures: what did not run, what is not listed, what was accepted. */
function cautions({ data, findings, say, state }: App): readonly string[] {
  const { report } = data;
  const { language } = state;
  const accepted = { waived: 0, baseline: 0, open: 0 };
  for (let index = 0; index < findings.size; index += 1) accepted[findings.kindOf(index).state] += 1;
  const all = countAll({ truncated: report.truncated, findings: [] }) + findings.size;
  const full = language === 'zh-CN' ? '。' : '.';
  const texts = [
    report.notRun.length === 0
      ? ''
      : `${renderCount('notRun', report.notRun.length, language)}${full} ${phrase('incompleteMeans', language)}`,
    all === findings.size
      ? ''
      : phrase('notAllListed', language, { shown: formatCount(findings.size), all: formatCount(all) }),
    accepted.waived + accepted.baseline === 0
      ? ''
      : say('accepted', { waived: formatCount(accepted.waived), baseline: formatCount(accepted.baseline) }),
  ];
  return texts.filter((text) => text !== '');
}
