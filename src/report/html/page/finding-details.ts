import type { Finding, NearbyCell } from '../../../model/finding.js';
import type { Location } from '../../../model/location.js';
import { phrase } from '../../../text/report-words.js';
import type { FindingView } from '../../finding-view.js';
import type { App } from './app.js';
import { type Child, el } from './elements.js';
import { fileText, valueText } from './file-text.js';
import type { GroupSummary } from './group-summary.js';
import { facts } from './tables.js';

const longestWhole = 2000;
const longestInContext = 80;

/** All there is to know about one finding: its cell in context, the whole values, the other places, its key. */
export function findingDetails(
  app: App,
  view: FindingView,
  index: number,
  summary: GroupSummary | undefined,
): HTMLElement {
  const { say, state } = app;
  const { finding } = view;
  const whole = app.findings.wholeLength(index);
  const long = (view.actual?.length ?? 0) > 120;
  return el(
    'div',
    { class: 'detail' },
    view.message === summary?.message ? undefined : el('p', { class: 'message' }, fileText(view.message, longestWhole)),
    context(app, view),
    facts(
      [
        [say('place'), placeWhole(app, finding.location)],
        [say('found'), long ? valueText(view.actual, state.language, longestWhole, whole) : undefined],
        [say('expected'), view.expected.length > 200 ? fileText(view.expected, longestWhole) : undefined],
        [say('repair'), view.remedy === summary?.remedy ? undefined : fileText(view.remedy, longestWhole)],
        [phrase('compare', state.language), related(app, view)],
        [say('waiver'), waiver(app, index)],
        [say('key'), el('code', { class: 'key' }, fileText(finding.key, 400))],
      ],
      { class: 'explanation' },
    ),
    app.findings.kindOf(index).masked ? el('p', { class: 'note' }, say('masked')) : undefined,
  );
}

/** Who answers for a finding that stays, why, where it is tracked, and until when. */
function waiver({ findings, say }: App, index: number): Child {
  const { waiver: given } = findings.kindOf(index);
  if (given === undefined) return undefined;
  const until = say('waiverUntil', { day: given.expires });
  const words = [given.owner, given.reason, given.ticket, until].filter((one) => one !== undefined);
  return fileText(words.join(' · '), longestWhole);
}

function related({ state }: App, { related: others }: FindingView): Child {
  if (others.length === 0) return undefined;
  return el(
    'ul',
    {},
    others.map(({ location, actual }) =>
      el(
        'li',
        {},
        fileText(pathText(location)),
        ' ',
        actual === undefined ? undefined : valueText(actual, state.language),
      ),
    ),
  );
}

/** `file:line:column`, as editors and terminals open it. */
function pathText({ file, sheet, cell, line, column }: Location): string {
  if (sheet !== undefined) return [file, sheet, cell ?? ''].filter((piece) => piece !== '').join(' · ');
  return [file, line, column].filter((piece) => piece !== undefined).join(':');
}

function placeWhole({ say }: App, location: Location): Child {
  const { line, column, sheet } = location;
  const position =
    line === undefined || column === undefined || sheet !== undefined
      ? ''
      : ` (${say('lineColumn', { line: String(line), column: String(column) })})`;
  return [el('code', {}, fileText(pathText(location), 400)), position];
}

/** The cell at fault between its neighbours: as a piece of the sheet for tables, as lines for messages. */
function context(app: App, view: FindingView): HTMLElement | undefined {
  const { finding } = view;
  if (finding.nearby === undefined) return undefined;
  const { before, after } = finding.nearby;
  const own = ownCell(finding, view.actual);
  const cells = [...before, own, ...after];
  return cells.every(({ cell }) => cell !== undefined) ? sheetPiece(app, cells, own) : lines(app, cells, own);
}

function ownCell({ location, field }: Finding, actual: string | undefined): NearbyCell {
  const { name = field ?? '', cell } = location;
  return { name, value: actual ?? '', personal: false, ...(cell === undefined ? {} : { cell }) };
}

function sheetPiece({ say, state }: App, cells: readonly NearbyCell[], own: NearbyCell): HTMLElement {
  const at = (cell: NearbyCell): string | undefined => (cell === own ? 'own' : undefined);
  const value = (cell: NearbyCell): Child => valueText(cell.value, state.language, longestInContext);
  return el(
    'div',
    { class: 'context', tabindex: 0, role: 'group', 'aria-label': say('inContext') },
    el(
      'table',
      { class: 'sheet-piece' },
      el('caption', { class: 'unseen' }, say('inContext')),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          cells.map((cell) =>
            el(
              'th',
              { scope: 'col', class: at(cell) },
              el('small', {}, fileText(cell.cell ?? '')),
              fileText(cell.name, 60),
            ),
          ),
        ),
      ),
      el(
        'tbody',
        {},
        el(
          'tr',
          {},
          cells.map((cell) =>
            el(
              'td',
              { class: at(cell) },
              value(cell),
              cell === own ? el('span', { class: 'unseen' }, ` (${say('here')})`) : undefined,
            ),
          ),
        ),
      ),
    ),
  );
}

function lines({ say, state }: App, cells: readonly NearbyCell[], own: NearbyCell): HTMLElement {
  return el(
    'div',
    { class: 'context' },
    el(
      'table',
      { class: 'line-piece' },
      el('caption', { class: 'unseen' }, say('inContext')),
      el(
        'tbody',
        {},
        cells.map((cell) =>
          el(
            'tr',
            { class: cell === own ? 'own' : undefined },
            el('th', { scope: 'row' }, fileText(cell.name, 60)),
            el(
              'td',
              {},
              valueText(cell.value, state.language, longestInContext),
              cell === own ? el('span', { class: 'unseen' }, ` (${say('here')})`) : undefined,
            ),
          ),
        ),
      ),
    ),
  );
}
