import { attributeOf } from '../../edit/markup-elements.js';
import { CannotCut } from './cannot-cut.js';
import { shrunk } from './moved-ranges.js';
import type { RowMoves } from './row-moves.js';
import { listed, withoutSort, withRef } from './sheet-frame.js';

/** Changes a part that belongs to a sheet, by the kind of relation; nothing where rows do not concern it. */
export function besideSheet(relation: string): ((markup: string, moves: RowMoves) => string) | undefined {
  switch (relation) {
    case 'comments':
      return cutComments;
    case 'threadedComment':
      return (markup, moves) => withItems(markup, 'threadedComment', (one) => withRef(one, cellMove(moves)));
    case 'vmlDrawing':
      return cutBoxes;
    case 'drawing':
      return cutDrawing;
    case 'table':
      return cutTable;
    case 'hyperlink':
    case 'printerSettings':
    case 'image':
    case 'customProperty':
      return undefined;
    case 'pivotTable':
      throw new CannotCut('tied');
    default:
      throw new CannotCut('unusual');
  }
}

function cellMove(moves: RowMoves): (address: string) => string | undefined {
  return (address) => shrunk(address, moves);
}

function cutComments(markup: string, moves: RowMoves): string {
  return withItems(markup, 'comment', (one) => withRef(one, cellMove(moves)));
}

/** Unlike `listed`, leaves a list that is empty. */
function withItems(markup: string, item: string, change: (item: string) => string): string {
  return listed(markup, item, change) || markup.replace(itemsNamed(item), '');
}

function itemsNamed(item: string): RegExp {
  return new RegExp(`<((?:[\\w.-]+:)?)${item}(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</\\1${item}>)`, 'gu');
}

/** The boxes comments are shown in. */
function cutBoxes(markup: string, moves: RowMoves): string {
  return markup.replace(/<v:shape\s[\s\S]*?<\/v:shape>/gu, (shape) => {
    const kind = attributeOf(/<x:ClientData[^>]*>/u.exec(shape)?.[0] ?? '', 'ObjectType');
    // A picture of the page's head or foot stands on no row.
    if (kind === undefined) return shape;
    const at = /<x:Row>\s*(\d+)\s*<\/x:Row>/u.exec(shape)?.[1];
    if (kind !== 'Note' || at === undefined) throw new CannotCut('unusual');
    const now = moves.of(Number(at) + 1);
    if (now === undefined) return '';
    const by = now - 1 - Number(at);
    return shape
      .replace(/(<x:Row>\s*)\d+/u, (_, before: string) => `${before}${now - 1}`)
      .replace(/(<x:Anchor>)([^<]*)/u, (_, before: string, anchor: string) => before + movedAnchor(anchor, by));
  });
}

/** Eight numbers, of which the third and the seventh are rows. */
function movedAnchor(anchor: string, by: number): string {
  const numbers = anchor.split(',');
  return numbers
    .map((text, index) => (index === 2 || index === 6 ? ` ${Math.max(0, Number(text) + by)}` : text))
    .join(',');
}

/** Pictures and shapes go with the row they begin in. */
function cutDrawing(markup: string, moves: RowMoves): string {
  const anchors = /<((?:[\w.-]+:)?)(twoCellAnchor|oneCellAnchor)(?=[\s>])[\s\S]*?<\/\1\2>/gu;
  // Of shapes written twice, for old programs and new, one might be left.
  if (markup.replace(anchors, '').includes('AlternateContent') || /\stextlink\s*=\s*["'][^"']/u.test(markup))
    throw new CannotCut('unusual');
  return markup.replace(anchors, (anchor) => {
    const row = /<((?:[\w.-]+:)?)from>[\s\S]*?<\1row>\s*(\d+)/u.exec(anchor)?.[2];
    const now = moves.of(Number(row) + 1);
    if (row === undefined) throw new CannotCut('unusual');
    if (now === undefined) return '';
    const by = now - 1 - Number(row);
    return anchor.replace(
      /(<((?:[\w.-]+:)?)(?:from|to)>[\s\S]*?<\2row>\s*)(\d+)/gu,
      (_, before: string, __, at: string) => before + String(Math.max(0, Number(at) + by)),
    );
  });
}

/** A table keeps its header and at least one row below it. Its rows of totals are no records, and gone. */
function cutTable(markup: string, moves: RowMoves): string {
  if (Number(attributeOf(markup, 'totalsRowCount') ?? '0') > 0 || attributeOf(markup, 'tableType') === 'queryTable')
    throw new CannotCut('tied');
  const move = (address: string): string => {
    const [, before = '', top = '', to = ''] = /^([A-Z]+(\d+):[A-Z]+)\d+$/u.exec(address) ?? [];
    const [, , , bottom = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/u.exec(shrunk(address, moves) ?? '') ?? [];
    if (to !== '' || before === '' || moves.of(Number(top)) !== Number(top)) throw new CannotCut('tied');
    return `${before}${Math.max(Number(bottom), Number(top) + 1)}`;
  };
  return withoutSort(markup).replace(
    /(<(?:[\w.-]+:)?(?:table|autoFilter)(?=\s)[^>]*?\sref\s*=\s*["'])([^"']*)/gu,
    (_, before: string, address: string) => before + move(address),
  );
}
