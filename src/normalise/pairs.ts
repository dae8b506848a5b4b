import { foldHeader } from '../vocabulary/headers.js';
import { splitList, trimCell } from './cells.js';

/** The pairs of a cell: `color=White,size=S`. A comma without a name behind it belongs to the value before it. */
export function pairsIn(cell: string): readonly (readonly [name: string, value: string])[] {
  return splitList(cell, /,(?=\s*[\p{L}_][\p{L}\d_]*=)/u).flatMap((pair) => {
    const equals = pair.indexOf('=');
    return equals < 1 ? [] : [[trimCell(pair.slice(0, equals)), trimCell(pair.slice(equals + 1))] as const];
  });
}

/** The value of the first pair with one of these names, folded. */
export function entryOf(cell: string, names: readonly string[]): string {
  return pairsIn(cell).find(([name]) => names.includes(foldHeader(name)))?.[1] ?? '';
}
