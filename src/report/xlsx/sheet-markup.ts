import { columnName, xmlText } from './markup.js';
import { officeRelations, spreadsheet, xmlHead } from './namespaces.js';
import { type StyleName, styleNumber } from './styles.js';

/** What stands in a cell: a text, which is never a formula or a number, or a number of ours. */
export type SheetCell = { readonly value: string | number; readonly style: StyleName } | undefined;

export function cellMarkup(column: number, row: number, cell: NonNullable<SheetCell>): string {
  const start = `<c r="${columnName(column)}${row}" s="${styleNumber(cell.style)}"`;
  if (typeof cell.value === 'number') return `${start}><v>${cell.value}</v></c>`;
  if (cell.value === '') return `${start}/>`;
  const space = /^\s|\s$|[\n\t]| {2}/.test(cell.value) ? ' xml:space="preserve"' : '';
  return `${start} t="inlineStr"><is><t${space}>${xmlText(cell.value)}</t></is></c>`;
}

export function rowMarkup(row: number, cells: readonly SheetCell[]): string {
  const written = cells.map((cell, column) => (cell === undefined ? '' : cellMarkup(column, row, cell)));
  return `<row r="${row}">${written.join('')}</row>`;
}

export type SheetLook = {
  /** Widths of the first columns, in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozen: number;
  /** Colour of the tab, ARGB. */
  readonly tab?: string;
  /** The sheet shown when the workbook is opened. */
  readonly selected?: boolean;
};

/** Everything before the rows. */
export function sheetStart({ widths, frozen, tab, selected }: SheetLook): string {
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozen + 1}" sqref="A${frozen + 1}"/>`;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${xmlHead}<worksheet xmlns="${spreadsheet}" xmlns:r="${officeRelations}">`,
    tab === undefined ? '' : `<sheetPr><tabColor rgb="${tab}"/></sheetPr>`,
    `<sheetViews><sheetView${selected === true ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
  ].join('');
}

export type SheetEnd = {
  /** Range with filter buttons on its first row. */
  readonly filter?: string;
  readonly links?: readonly { readonly cell: string; readonly sheet: string; readonly target: string }[];
  /** Range of texts that may look like numbers and are not to be marked as a mistake. */
  readonly texts?: string;
  /** The sheet has notes; they are drawn by its first relation. */
  readonly notes?: boolean;
};

/** Everything behind the rows, in the order the format demands. */
export function* sheetEnd({ filter, links = [], texts, notes }: SheetEnd): Iterable<string> {
  yield '</sheetData>';
  if (filter !== undefined) yield `<autoFilter ref="${filter}"/>`;
  if (links.length > 0) {
    yield '<hyperlinks>';
    for (const { cell, sheet, target } of links)
      yield `<hyperlink ref="${cell}" location="${xmlText(`${quoted(sheet)}!${target}`)}" display="${target}"/>`;
    yield '</hyperlinks>';
  }
  yield '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
  if (texts !== undefined)
    yield `<ignoredErrors><ignoredError sqref="${texts}" numberStoredAsText="1"/></ignoredErrors>`;
  if (notes === true) yield '<legacyDrawing r:id="rId1"/>';
  yield '</worksheet>';
}

/** A sheet's name as references write it. */
function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
