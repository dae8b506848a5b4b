import type { Location } from '../../../model/location.js';
import { phrase } from '../../../text/report-words.js';
import { type FindingView, viewFinding } from '../../finding-view.js';
import type { App } from './app.js';
import { button, type Child, el } from './elements.js';
import { fileText, valueText } from './file-text.js';
import { findingDetails } from './finding-details.js';
import type { GroupSummary } from './group-summary.js';
import { severityBadge } from './marks.js';
import { row, type TableCell, type TableColumn } from './tables.js';

const longestShown = 120;

/** Columns of a group's places. What all of them expect was said above; the column is for what differs. */
export function placeColumns({ say, state }: App, summary: GroupSummary | undefined): readonly TableColumn[] {
  const place = { label: say('place') };
  const rest = [{ label: say('record') }, { label: say('found') }];
  if (state.sort === 'place') return [place, { label: say('what'), kind: 'wide' }, ...rest, { label: say('expected') }];
  return summary?.expected?.hints === false ? [place, ...rest] : [place, ...rest, { label: say('expected') }];
}

/** `open`: with its details. `summary`: what was said above all of them, and need not be said again. */
export type RowLook = { readonly open: boolean; readonly summary: GroupSummary | undefined };

let made = 0;

/** The row of a finding and, once opened, the row below it with the details. */
export function findingRows(
  app: App,
  index: number,
  columns: readonly TableColumn[],
  { open, summary }: RowLook,
): readonly HTMLTableRowElement[] {
  made += 1;
  const id = `details-${made}`;
  const finding = app.findings.at(index);
  const view = viewFinding(finding, app.context);
  const details = el('td', { colspan: columns.length, role: 'cell' });
  const below = el('tr', { class: 'details', role: 'row', id, hidden: true }, details);
  const opener = button(
    { class: 'opener', 'aria-expanded': 'false', 'aria-controls': id },
    () => toggle(below.hasAttribute('hidden')),
    el('span', { class: 'chevron', 'aria-hidden': 'true' }),
    el('span', { class: 'at' }, placeLabel(app, finding.location)),
  );
  const toggle = (shown: boolean): void => {
    if (shown && details.childElementCount === 0) details.append(findingDetails(app, view, index, summary));
    below.hidden = !shown;
    opener.setAttribute('aria-expanded', String(shown));
  };
  if (open) toggle(true);
  return [
    row(columns, cells(app, view, { index, opener, summary }).slice(0, columns.length), { class: 'finding' }),
    below,
  ];
}

type CellParts = {
  readonly index: number;
  readonly opener: HTMLElement;
  readonly summary: GroupSummary | undefined;
};

function cells(app: App, view: FindingView, { index, opener, summary }: CellParts): readonly TableCell[] {
  const { language, sort } = app.state;
  const { finding } = view;
  const name =
    finding.record ??
    (finding.location.record === undefined ? '' : phrase('record', language, { n: String(finding.location.record) }));
  const hint = summary?.expected?.hint(view);
  const expected = hint === undefined ? view.expected : hint === '' ? '' : `→ ${hint}`;
  const rest: readonly TableCell[] = [
    { content: name === '' ? '–' : fileText(name, 48), class: 'record' },
    { content: valueText(view.actual, language, longestShown, app.findings.wholeLength(index)), class: 'found' },
    { content: fileText(expected, 240), class: 'expected' },
  ];
  const place: TableCell = { content: opener, heading: true, class: 'place' };
  if (sort !== 'place') return [place, ...rest];
  const what: Child = [severityBadge(finding.severity, language), ' ', fileText(view.message, 300)];
  return [place, { content: what }, ...rest];
}

/** Cell, then line; the file where it is not that of the heading. */
function placeLabel(app: App, location: Location): Child {
  const { say, state, data } = app;
  const several = data.report.inputs.length > 1 && state.sort !== 'place';
  const file = several ? el('span', { class: 'file' }, fileText(baseName(location.file), 60)) : undefined;
  const sheet = location.sheet === undefined ? undefined : el('span', { class: 'sheet' }, fileText(location.sheet, 30));
  const cell = location.cell ?? location.name;
  const bold = cell === undefined ? undefined : el('b', {}, fileText(cell, 60));
  const line =
    location.line === undefined || location.sheet !== undefined ? '' : say('line', { line: String(location.line) });
  const known = [bold, sheet, line === '' ? undefined : el('span', {}, line)].filter((piece) => piece !== undefined);
  const shown = known.length === 0 ? [el('span', {}, phrase('wholeFile', state.language))] : known;
  return [shown.flatMap((piece, index) => (index === 0 ? [piece] : [' ', piece])), file];
}

function baseName(file: string): string {
  return file.split(/[/\\]/).at(-1) ?? file;
}
