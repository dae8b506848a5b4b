import type { CellMark } from '../../model/annotation.js';
import { type ListEdit, UnusualMarkup } from '../edit/listed-elements.js';
import { attributeOf, topElements, withAttribute } from '../edit/markup-elements.js';
import { columnName } from '../workbook/sheet-rows.js';

export type MarkedSheet = {
  readonly marks: readonly CellMark[];
  /** Number of the coloured copy of a style. */
  readonly coloured: (style: number, fill: string) => number;
  /** Relation of the drawing of its notes, where the sheet has none yet. */
  readonly drawing: string | undefined;
  /** Another sheet is shown when the workbook is opened. */
  readonly deselected: boolean;
};

/** A sheet with its marked cells coloured; a cell that is not there is made. */
export function markedSheet({ marks, coloured, drawing, deselected }: MarkedSheet): ListEdit {
  const waiting = marks.toReversed();
  let last = 0;
  const before = (row: number): string => {
    let rows = '';
    for (let mark = waiting.at(-1); mark !== undefined && mark.row < row; mark = waiting.at(-1)) {
      const own = taken(waiting, mark.row);
      rows += `<row r="${mark.row}">${own.map((one) => newCell(one, 0, coloured)).join('')}</row>`;
    }
    return rows;
  };
  return {
    list: 'sheetData',
    item: 'row',
    head: (markup, prefix) => {
      // Marks are written without a prefix, as nearly every program does.
      if (prefix !== '') throw new UnusualMarkup('prefix');
      return deselected ? markup.replace(/\stabSelected\s*=\s*["'][^"']*["']/gu, '') : markup;
    },
    each: (markup) => {
      const tag = /<[^>]*>/u.exec(markup)?.[0] ?? '';
      const row = Number(attributeOf(tag, 'r') ?? last + 1);
      if (!(row > last)) throw new UnusualMarkup('row');
      last = row;
      if ((waiting.at(-1)?.row ?? Infinity) > row) return markup;
      return before(row) + markedRow(markup, tag, taken(waiting, row), coloured);
    },
    tail: (markup) => {
      const rows = before(Infinity);
      const data = /^<sheetData[^>]*\/>/u.exec(markup)?.[0];
      const closed =
        data === undefined || rows === ''
          ? rows + markup
          : `<sheetData>${rows}</sheetData>${markup.slice(data.length)}`;
      return drawing === undefined ? closed : withDrawing(closed, drawing);
    },
  };
}

/** Takes the marks of a row that come next. */
function taken(waiting: CellMark[], row: number): readonly CellMark[] {
  const own: CellMark[] = [];
  while (waiting.at(-1)?.row === row) own.push(...waiting.splice(-1));
  return own;
}

type Coloured = MarkedSheet['coloured'];

function newCell({ column, row, fill }: CellMark, style: number, coloured: Coloured): string {
  return `<c r="${columnName(column)}${row}" s="${coloured(style, fill)}"/>`;
}

function markedRow(markup: string, tag: string, marks: readonly CellMark[], coloured: Coloured): string {
  if (marks.length === 0) return markup;
  const style = /\scustomFormat\s*=\s*["'](?:1|true)/u.test(tag) ? Number(attributeOf(tag, 's') ?? 0) : 0;
  const waiting = marks.toReversed();
  const missing = (column: number): string => {
    let cells = '';
    for (let mark = waiting.at(-1); mark !== undefined && mark.column < column; mark = waiting.at(-1)) {
      cells += newCell(mark, style, coloured);
      waiting.pop();
    }
    return cells;
  };
  const start = markup.indexOf(tag);
  const inner = tag.endsWith('/>') ? '' : markup.slice(start + tag.length, markup.lastIndexOf('</'));
  const cells = inner.replace(/<c(\s[^>]*?)(?:\/>|>[\s\S]*?<\/c>)/gu, (cell, attributes: string) => {
    const letters = /^[A-Z]+/u.exec(attributeOf(attributes, 'r') ?? '')?.[0];
    if (letters === undefined) throw new UnusualMarkup('cell');
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const made = missing(column);
    const mark = waiting.at(-1);
    if (mark?.column !== column) return made + cell;
    waiting.pop();
    const end = cell.indexOf('>');
    const own = coloured(Number(attributeOf(attributes, 's') ?? 0), mark.fill);
    return made + withAttribute(cell.slice(0, end), 's', own) + cell.slice(end);
  });
  // What a row says of the columns it spans may no longer be so; it need not be said.
  const opening = tag.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/u, '').replace(/\s*\/?>$/u, '>');
  return `${markup.slice(0, start)}${opening}${cells}${missing(Infinity)}</row>`;
}

/** What may only follow the drawing of the notes. */
const behindDrawing = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

function withDrawing(markup: string, relation: string): string {
  const data = /^\s*(?:<\/sheetData>|<sheetData[^>]*\/>|<sheetData>[\s\S]*?<\/sheetData>)/u.exec(markup)?.[0] ?? '';
  const end = markup.lastIndexOf('</');
  const elements = topElements(markup.slice(data.length, end));
  const at = elements.findIndex(({ name }) => behindDrawing.has(name));
  const texts = elements.map(({ text }) => text);
  const drawing = `<legacyDrawing xmlns:r="${relationNamespace}" r:id="${relation}"/>`;
  texts.splice(at < 0 ? texts.length : at, 0, drawing);
  return data + texts.join('') + markup.slice(end);
}

const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
