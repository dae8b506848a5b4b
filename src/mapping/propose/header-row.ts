import type { TableRow } from '../../model/reading.js';
import type { NameIndex } from './names.js';
import { waysOf } from './squeeze.js';

/** The row of a table that is most likely its header: with most names anybody uses, else the fullest one of words. */
export function likelyHeader(rows: readonly TableRow[], indexes: readonly NameIndex[]): TableRow | undefined {
  const known = (cell: string): boolean =>
    waysOf(cell.slice(0, 200)).some((way) => indexes.some((index) => index.has(way)));
  const scored = rows.map((row) => ({
    row,
    names: new Set(row.cells.filter(known)).size,
    words: new Set(row.cells.filter((cell) => /\p{L}/u.test(cell))).size,
  }));
  const most = Math.max(0, ...scored.map(({ names }) => names));
  const widest = Math.max(0, ...scored.map(({ words }) => words));
  const byNames = scored.find(({ names }) => names === most);
  // One name may stand in any row by chance.
  const best = most >= 2 || most === widest ? byNames : scored.find(({ words }) => words === widest);
  return (best ?? scored[0])?.row;
}
