import type { Finding } from '../../model/finding.js';
import type { ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { severities, states } from '../../text/report-words.js';
import { sanitize } from '../../text/sanitize.js';
import { say, sayLabelled } from '../../text/statement-words.js';
import { sayInWorkbook } from '../../text/workbook-words.js';
import { clauseText } from '../clause-text.js';
import { viewFinding } from '../finding-view.js';
import { relatedText } from '../related-text.js';
import { sheetLimits } from './limits.js';
import type { Mark } from './marks.js';
import { columnName, xmlText } from './markup.js';
import { spreadsheet, xmlHead } from './namespaces.js';

/** A note on a cell: the classic comment, which every program shows. */
export type Note = { readonly column: number; readonly row: number; readonly text: string };

const mostFindings = 8;
const longestLine = 600;

export function noteOf(mark: Mark, context: ReportContext): Note {
  const { column, row, findings } = mark;
  const shown = findings.slice(0, mostFindings).map((finding) => paragraph(finding, context));
  const more = findings.length - shown.length;
  if (more > 0) shown.push(say('more', context.language, { n: String(more) }));
  return { column, row, text: shown.join('\n\n') };
}

/** What is wrong, what to write instead, who says so. */
function paragraph(finding: Finding, context: ReportContext): string {
  const { language } = context;
  const view = viewFinding(finding, context);
  const { severity, state, rule } = finding;
  const kind = inLanguage(severities[severity], language);
  const accepted = state === 'open' ? '' : `, ${inLanguage(states[state], language)}`;
  const remedy = say('labelled', language, { label: sayInWorkbook('write', language), text: view.remedy });
  return [
    `[${kind}${accepted}] ${view.message}`,
    view.remedy === '' ? '' : remedy,
    sayLabelled('expected', view.expected, language),
    relatedText(view, language),
    sayLabelled('clause', clauseText(view.rule, context), language),
    rule,
  ]
    .filter((line) => line !== '')
    .map((line) => brief(sanitize(line)))
    .join('\n');
}

function brief(line: string): string {
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The texts of a sheet's notes. */
export function* commentsPart(notes: readonly Note[]): Iterable<string> {
  yield `${xmlHead}<comments xmlns="${spreadsheet}"><authors><author>${noteAuthor}</author></authors><commentList>`;
  for (const note of notes) yield commentOf(note, 0);
  yield '</commentList></comments>';
}

export const noteAuthor = 'borderlint';

/** @param author number of the author among those of the sheet */
export function commentOf({ column, row, text }: Note, author: number): string {
  return `<comment ref="${columnName(column)}${row}" authorId="${author}"><text><r><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`;
}

/** Shapes whose numbers one entry of the drawing's list speaks for. */
export const shapesOfId = 1024;

/** How many entries the drawing of so many notes needs, see `drawingPart`. */
export function drawingIds(notes: number): number {
  return 1 + Math.floor(notes / shapesOfId);
}

/** The boxes the notes are shown in. `firstId`: numbers of shapes are told apart over the whole workbook. */
export function* drawingPart(notes: readonly Note[], firstId: number): Iterable<string> {
  const { before, kind, behind } = drawingFrame(
    Array.from({ length: drawingIds(notes.length) }, (_, index) => firstId + index),
  );
  yield before + kind;
  let shape = firstId * shapesOfId;
  for (const note of notes) yield boxOf(note, ++shape);
  yield behind;
}

/** What stands around the boxes; `kind`: what they have in common. */
export function drawingFrame(ids: readonly number[]): {
  readonly before: string;
  readonly kind: string;
  readonly behind: string;
} {
  return {
    before: [
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
      `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${ids.join(',')}"/></o:shapelayout>`,
    ].join(''),
    kind: '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    behind: '</xml>',
  };
}

/** Characters of a line of a box, and columns it is wide. */
const lineLength = 60;
const boxColumns = 5;

export function boxOf({ column, row, text }: Note, shape: number): string {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / lineLength), 1);
  const left = Math.max(0, Math.min(column + 1, sheetLimits.columns - 1 - boxColumns));
  const top = Math.max(0, Math.min(row - 2, sheetLimits.rows - 40));
  const anchor = [left, 15, top, 4, left + boxColumns, 15, top + Math.min(lines, 30), 4].join(', ');
  return [
    `<v:shape id="_x0000_s${shape}" type="#_x0000_t202" style="position:absolute;width:320pt;height:${15 * Math.min(lines, 30)}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData>`,
    '</v:shape>',
  ].join('');
}
