import { attributeOf, attributePattern, topElements } from '../../edit/markup-elements.js';
import { decoded, escaped } from '../../workbook/cell-text.js';
import { CannotCut } from './cannot-cut.js';
import { type MovesOf, movedFormula } from './moved-formulas.js';
import { movedWhole, placedRanges, ruleFormula, shrunk } from './moved-ranges.js';
import type { RowMoves } from './row-moves.js';

/** A sheet of which rows are taken out. */
export type CutSheet = { readonly name: string; readonly moves: RowMoves; readonly movesOf: MovesOf };

/** What stands before the rows, of the sheet without those that are gone. */
export function cutHead(markup: string, { moves }: CutSheet): string {
  return markup.replace(
    /(<(?:[\w.-]+:)?dimension\s[^>]*?ref\s*=\s*["'])([^"']+)/u,
    (_, before: string, address: string) => before + (shrunk(address, moves) ?? 'A1'),
  );
}

/** What stands behind the rows. @throws CannotCut */
export function cutTail(markup: string, sheet: CutSheet): string {
  const end = markup.lastIndexOf('</');
  const data = /^\s*(?:<\/[^>]*>|<[^>]*\/>)/u.exec(markup)?.[0] ?? '';
  const elements = topElements(markup.slice(data.length, end));
  return data + elements.map(({ name, text }) => edited(name, text, sheet)).join('') + markup.slice(end);
}

/** Elements that say nothing of single rows, or nothing that a row's going makes untrue. */
const kept = new Set([
  'sheetCalcPr',
  'sheetProtection',
  'phoneticPr',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'ignoredErrors',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'tableParts',
]);

function edited(name: string, text: string, sheet: CutSheet): string {
  const { moves } = sheet;
  if (name === '' || kept.has(name)) return text;
  switch (name) {
    case 'autoFilter':
      return withRef(withoutSort(text), (address) => shrunk(address, moves));
    case 'sortState':
      return '';
    case 'mergeCells':
      return listed(text, 'mergeCell', (one) => withRef(one, (address) => movedWhole(address, moves, sheet.name)));
    case 'hyperlinks':
      return listed(text, 'hyperlink', (one) => withRef(one, (address) => shrunk(address, moves)));
    case 'protectedRanges':
      return listed(text, 'protectedRange', (one) => withRanges(one, sheet));
    case 'conditionalFormatting':
      return withRanges(text, sheet);
    case 'dataValidations':
      return listed(text, 'dataValidation', (one) => withRanges(one, sheet));
    case 'extLst':
      return extensions(text, sheet);
    default:
      throw new CannotCut('unusual', { sheet: sheet.name });
  }
}

/** The last order the rows were sorted in is not worth keeping. */
export function withoutSort(text: string): string {
  return text.replace(/<((?:[\w.-]+:)?)sortState(?=[\s>])[^>]*?(?:\/>|>[\s\S]*?<\/\1sortState>)/gu, '');
}

/** The element with another range, or nothing where the range is gone. */
export function withRef(text: string, move: (address: string) => string | undefined): string {
  const tag = /^\s*<[^>]*>/u.exec(text)?.[0] ?? '';
  const address = attributeOf(tag, 'ref');
  const moved = address === undefined ? undefined : move(address);
  if (moved === undefined || address === undefined) return '';
  const now = tag.replace(/(\sref\s*=\s*["'])[^"']*/u, (_, before: string) => before + moved);
  return now + text.slice(tag.length);
}

/** A list without the items that are gone; nothing where none is left. */
export function listed(text: string, item: string, change: (item: string) => string): string {
  let left = 0;
  const items = new RegExp(
    `<((?:[\\w.-]+:)?)${item}(?=[\\s/>])${attributePattern}(?:/>|>[\\s\\S]*?</\\1${item}>)`,
    'gu',
  );
  const changed = text.replace(items, (one) => {
    const now = change(one);
    if (now !== '') left += 1;
    return now;
  });
  if (left === 0) return '';
  return changed.replace(/^(\s*<[^>]*?\scount\s*=\s*["'])\d+/u, (_, before: string) => before + left);
}

/** Rules about ranges with their formulas; a rule for colours goes with the rows it is about. */
function withRanges(text: string, { name, moves, movesOf }: CutSheet): string {
  const addresses = attributeOf(text, 'sqref');
  if (addresses === undefined) return text;
  const [from, to] = [addresses.trim().split(/\s+/u), placedRanges(addresses, moves)];
  if (to.length === 0) return '';
  const placed = text.replace(/(\ssqref\s*=\s*["'])[^"']*/u, (_, before: string) => before + to.join(' '));
  const withFormulas = (rule: string): string => {
    let gone = false;
    const now = rule.replace(
      /(<(?:[\w.-]+:)?formula[12]?(?:\s[^>]*)?>)([^<]*)/gu,
      (_, tag: string, formula: string) => {
        const moved = ruleFormula(decoded(formula), { from, to }, name, movesOf);
        gone ||= moved === undefined;
        return tag + escaped(moved ?? '');
      },
    );
    if (gone && !/cfRule[\s>]/u.test(rule)) throw new CannotCut('formula', { sheet: name });
    return gone ? '' : now;
  };
  return /<(?:[\w.-]+:)?cfRule[\s>]/u.test(placed) ? listed(placed, 'cfRule', withFormulas) : withFormulas(placed);
}

/** Rules that newer programs write: of those only the ranges can be another, so far as their formulas do not mind. */
function extensions(text: string, { name, moves, movesOf }: CutSheet): string {
  if (/sparkline|slicer|timeline|<(?:[\w.-]+:)?ref[\s>]/iu.test(text)) throw new CannotCut('unusual', { sheet: name });
  for (const [, formula = ''] of text.matchAll(/<(?:[\w.-]+:)?f(?:\s[^>]*)?>([^<]*)/gu))
    if (ruleFormula(decoded(formula), { from: [], to: [] }, name, movesOf) !== decoded(formula))
      throw new CannotCut('unusual', { sheet: name });
  return text.replace(/(<(?:[\w.-]+:)?sqref(?:\s[^>]*)?>)([^<]*)/gu, (_, tag: string, addresses: string) => {
    const [first] = addresses.trim().split(/\s+/u);
    const placed = placedRanges(addresses, moves);
    const anchor = (address: string | undefined): string | undefined => address?.split(':')[0];
    if (anchor(placed[0]) !== anchor(first)) throw new CannotCut('unusual', { sheet: name });
    return tag + placed.join(' ');
  });
}

/** A name that stands for cells. @throws OpaqueFormula where the cells are among those that move */
export function movedName(name: string, formula: string, movesOf: MovesOf): string {
  // Names of the program's own (print areas, filters) shrink with their rows, as they do where somebody deletes rows.
  if (!name.startsWith('_xlnm.')) return movedFormula(formula, '', movesOf);
  return formula
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/u)
    .flatMap((area) => {
      const [, prefix = '', quoted, plain, address = ''] =
        /^((?:'((?:[^']|'')+)'|([^!']+))!)(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/u.exec(area) ?? [];
      const moves = movesOf(quoted?.replaceAll("''", "'") ?? plain ?? '');
      if (prefix === '' || moves === undefined) return area;
      const now = shrunk(address, moves) ?? address;
      return prefix + now.replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2');
    })
    .join(',');
}
