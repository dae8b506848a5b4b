import { formatCount } from '../../../text/report-words.js';
import { documentKinds, encodings, word } from '../../../text/words.js';
import type { App } from './app.js';
import { commandLine } from './command-line.js';
import { type Child, el } from './elements.js';
import { fileText } from './file-text.js';
import { facts, row, type TableColumn, table } from './tables.js';

/** What was checked: every input with what it was taken for and its digest. */
export function inputsSection(app: App): HTMLElement {
  const { say, state, data } = app;
  const { language } = state;
  const columns: readonly TableColumn[] = [
    { label: say('file'), kind: 'wide' },
    { label: say('document') },
    { label: say('format') },
    { label: say('encoding') },
    { label: say('records'), kind: 'number' },
    { label: say('size'), kind: 'number' },
    { label: say('complete') },
  ];
  const rows = data.report.inputs.map((input) => {
    const name: Child = [
      el('b', {}, fileText(input.file, 200)),
      input.sheet === undefined
        ? undefined
        : el('span', { class: 'title' }, fileText(say('sheet', { sheet: input.sheet }), 60)),
      el('code', { class: 'digest' }, `SHA-256 ${input.digest}`),
    ];
    return row(columns, [
      { content: name, heading: true },
      { content: word(documentKinds, input.document, language) },
      { content: el('code', {}, fileText(input.format)) },
      { content: word(encodings, input.encoding.toLowerCase(), language) },
      { content: formatCount(input.records) },
      { content: formatCount(input.bytes) },
      { content: input.complete ? say('wholly') : el('b', { class: 'caution' }, say('partly')) },
    ]);
  });
  return el(
    'section',
    { class: 'inputs', 'aria-labelledby': 'inputs-heading' },
    el('h2', { id: 'inputs-heading' }, say('inputsHeading')),
    table(say('inputsHeading'), columns, rows, { class: 'input-table' }),
  );
}

/** Enough for a stranger to run the same again and see that it is the same. */
export function reproduceSection(app: App): HTMLElement {
  const { say, data } = app;
  const { report } = data;
  return el(
    'section',
    { class: 'reproduce', 'aria-labelledby': 'reproduce-heading' },
    el('h2', { id: 'reproduce-heading' }, say('reproduceHeading')),
    el('pre', { tabindex: 0 }, el('code', {}, fileText(commandLine(report), 4000))),
    el('p', { class: 'note' }, say('reproduceMeans')),
    facts(
      [
        [say('tool'), fileText(`borderlint ${report.tool.version}`)],
        [say('asOf'), report.asOf],
        [say('catalogue'), fileText(report.catalogue.version)],
        [say('catalogueDigest'), el('code', { class: 'digest' }, fileText(report.catalogue.digest))],
      ],
      { class: 'explanation' },
    ),
  );
}
