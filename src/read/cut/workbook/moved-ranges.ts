import { CannotCut } from './cannot-cut.js';
import { OpaqueFormula, type Reference, shifted, withReferences } from './formula-references.js';
import type { MovesOf } from './moved-formulas.js';
import type { RowMoves } from './row-moves.js';

type Range = {
  readonly left: string;
  readonly right: string | undefined;
  readonly top: number;
  readonly bottom: number;
};

/** A range as addresses write it; nothing for one of whole columns, which no row can leave. */
function rangeOf(address: string): Range | undefined {
  const [, left = '', top, right, bottom] =
    /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/u.exec(address) ?? [];
  if (top === undefined) {
    if (/^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/u.test(address)) return undefined;
    throw new CannotCut('unusual');
  }
  return { left, right, top: Number(top), bottom: Number(bottom ?? top) };
}

function written({ left, right, top, bottom }: Range): string {
  return right === undefined ? `${left}${top}` : `${left}${top}:${right}${bottom}`;
}

/** The range without the rows that are gone; nothing where none is left. */
export function shrunk(address: string, moves: RowMoves): string | undefined {
  const range = rangeOf(address);
  if (range === undefined) return address;
  const left = moves.rangeOf(range.top, range.bottom);
  return left && written({ ...range, ...left });
}

/** The range of a merged cell. @throws CannotCut where rows of it are gone and others are not */
export function movedWhole(address: string, moves: RowMoves, sheet: string): string | undefined {
  const range = rangeOf(address);
  if (range === undefined) return address;
  if (moves.rangeOf(range.top, range.bottom) === undefined) return undefined;
  if (!moves.whole(range.top, range.bottom))
    throw new CannotCut('merged', { sheet, cell: `${range.left}${range.top}` });
  return shrunk(address, moves);
}

/** Ranges something is said of (`sqref`): one that holds all records does so wherever they stand. */
export function placedRanges(addresses: string, moves: RowMoves): readonly string[] {
  return addresses
    .trim()
    .split(/\s+/u)
    .flatMap((address) => {
      const range = rangeOf(address);
      return range === undefined || moves.covers(range.top, range.bottom) ? address : (shrunk(address, moves) ?? []);
    });
}

/**
 * The formula of a rule about ranges, written for the first cell of the first of them; what it has of fixed rows shrinks
 * as where somebody deletes rows. Nothing where rows it is about are all gone.
 * @throws CannotCut where it cannot be told what it is about
 */
export function ruleFormula(
  formula: string,
  { from, to }: { readonly from: readonly string[]; readonly to: readonly string[] },
  sheet: string,
  movesOf: MovesOf,
): string | undefined {
  const [was, is] = [from[0], to[0]].map((address) => (address === undefined ? undefined : rangeOf(address)?.top));
  const cannot = (): CannotCut =>
    new CannotCut('formula', { sheet, ...(from[0] === undefined ? {} : { cell: from[0].replace(/:.*/u, '') }) });
  try {
    const fixed = withReferences(
      formula,
      (reference) => fixedRows(reference, movesOf(reference.sheet ?? sheet)),
      'any',
    );
    if (was === undefined || is === undefined || was === is) return fixed;
    const moved = shifted(fixed, is - was, 0);
    // Where the first range is not the topmost, programs differ in which cell the formula was written for.
    if (moved !== fixed && !(isTopmost(from) && isTopmost(to))) throw cannot();
    return moved;
  } catch (error) {
    if (error instanceof GoneRows) return undefined;
    throw error instanceof OpaqueFormula ? cannot() : error;
  }
}

function isTopmost([first = '', ...others]: readonly string[]): boolean {
  const top = rangeOf(first)?.top ?? 1;
  return others.every((other) => (rangeOf(other)?.top ?? 1) >= top);
}

class GoneRows extends Error {}

/** What is not fixed is meant as seen from the cell a rule looks at, and stays. */
function fixedRows(reference: Reference, moves: RowMoves | undefined): Reference {
  const { from, to = from } = reference;
  if (moves === undefined || !from.fixedRow || !to.fixedRow || moves.covers(from.row, to.row)) return reference;
  const left = moves.rangeOf(from.row, to.row);
  if (left === undefined) throw new GoneRows();
  if (left.top === from.row && left.bottom === to.row) return reference;
  return {
    ...reference,
    from: { ...from, row: left.top },
    to: reference.to && { ...reference.to, row: left.bottom },
  };
}
