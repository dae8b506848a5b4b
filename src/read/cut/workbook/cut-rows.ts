import type { ListEdit } from '../../edit/listed-elements.js';
import { UnusualMarkup } from '../../edit/listed-elements.js';
import { attributeOf } from '../../edit/markup-elements.js';
import { type MovesOf, SheetFormulas } from './moved-formulas.js';
import { type CutSheet, cutHead, cutTail } from './sheet-frame.js';

/** Texts of the shared table that cells still refer to, by their numbers. */
export type UsedTexts = { readonly use: (number: number) => void };

/** Takes the rows out of a sheet that are gone, and moves the others up. Without moves, only looks at its formulas. */
export function cutRows(
  { name, movesOf }: { readonly name: string; readonly movesOf: MovesOf },
  texts: UsedTexts,
): ListEdit {
  const moves = movesOf(name);
  const formulas = new SheetFormulas(name, movesOf);
  const sheet: CutSheet | undefined = moves && { name, moves, movesOf };
  let row = 0;
  return {
    list: 'sheetData',
    item: 'row',
    head: (markup) => (sheet === undefined ? markup : cutHead(markup, sheet)),
    each: (markup, prefix) => {
      row = rowNumber(markup, row);
      const now = moves === undefined ? row : moves.of(row);
      const gone = now === undefined;
      const own = markup.includes(`<${prefix}f`) ? formulas.row(markup, prefix, row, gone) : markup;
      if (gone) return '';
      noteTexts(own, texts);
      return now === row ? own : renumbered(own, prefix, now);
    },
    tail: (markup) => (sheet === undefined ? markup : cutTail(markup, sheet)),
  };
}

/** A row that does not say its number follows the one before. */
function rowNumber(markup: string, before: number): number {
  const tag = /<[^>]*>/u.exec(markup)?.[0] ?? '';
  const row = Number(attributeOf(tag, 'r') ?? before + 1);
  if (!(row > before)) throw new UnusualMarkup('row');
  return row;
}

function noteTexts(markup: string, { use }: UsedTexts): void {
  const cell = /\st\s*=\s*["']s["'][^>]*>\s*<(?:[\w.-]+:)?v(?:\s[^>]*)?>\s*(\d+)/gu;
  for (let found = cell.exec(markup); found !== null; found = cell.exec(markup)) use(Number(found[1]));
}

function renumbered(markup: string, prefix: string, row: number): string {
  const start = markup.indexOf('<');
  const end = markup.indexOf('>', start);
  const tag = markup.slice(start, end);
  const said = /\sr\s*=\s*["']\d+/u;
  const written = said.test(tag)
    ? tag.replace(/(\sr\s*=\s*["'])\d+/u, (_, before: string) => before + row)
    : tag.replace(/^<[^\s/]+/u, (name) => `${name} r="${row}"`);
  const addresses =
    prefix === '' ? plainAddress : new RegExp(`(?<cell><${prefix}c\\s(?:[^>]*?\\s)?r\\s*=\\s*["'][A-Z]+)\\d+`, 'gu');
  return markup.slice(0, start) + written + markup.slice(end).replace(addresses, `$<cell>${row}`);
}

const plainAddress = /(?<cell><c\s(?:[^>]*?\s)?r\s*=\s*["'][A-Z]+)\d+/gu;
