import { attributeOf } from '../../edit/markup-elements.js';
import { decoded, escaped } from '../../workbook/cell-text.js';
import { CannotCut } from './cannot-cut.js';
import { columnNumber, OpaqueFormula, type Reference, shifted, withReferences } from './formula-references.js';
import type { RowMoves } from './row-moves.js';

/** The rows of a sheet that move, by its name; nothing for a sheet that stays as it is. */
export type MovesOf = (sheet: string) => RowMoves | undefined;

/**
 * The formula as it should stand once rows are gone.
 * @throws OpaqueFormula where it would not show what it does: it counts on rows that are gone, or may do so
 */
export function movedFormula(formula: string, own: string, movesOf: MovesOf): string {
  let concerns = movesOf(own) !== undefined || /INDIRECT\([^)]*!/iu.test(formula);
  const change = (reference: Reference): Reference => {
    const moves = movesOf(reference.sheet ?? own);
    concerns ||= moves !== undefined;
    return moves === undefined ? reference : movedReference(reference, moves);
  };
  const moved = withReferences(formula, change, 'any');
  // What hides behind the references of a formula only matters where some of them are to rows that move.
  return concerns ? withReferences(formula, change) : moved;
}

function movedReference(reference: Reference, moves: RowMoves): Reference {
  const { from, to } = reference;
  const [top, bottom] = [Math.min(from.row, to?.row ?? from.row), Math.max(from.row, to?.row ?? from.row)];
  if (!moves.whole(top, bottom)) throw new OpaqueFormula();
  if (moves.of(top) === top) return reference;
  const moved = <One extends { readonly row: number }>(one: One): One => ({
    ...one,
    row: moves.of(one.row) ?? one.row,
  });
  return { ...reference, from: moved(from), to: to && moved(to) };
}

/** The formulas of one sheet, cell by cell in their order. */
export class SheetFormulas {
  readonly #sheet: string;
  readonly #movesOf: MovesOf;
  /** Formulas that other cells share, as their first cell has them. */
  readonly #shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();

  constructor(sheet: string, movesOf: MovesOf) {
    this.#sheet = sheet;
    this.#movesOf = movesOf;
  }

  /**
   * The cells of a row with their formulas as they should stand. A formula that is shared is written out.
   * @param row where the row stood; that it is gone only matters to who shares its formulas
   * @throws CannotCut
   */
  row(markup: string, prefix: string, row: number, gone: boolean): string {
    // An empty cell ends with its tag.
    const cells = new RegExp(`(<${prefix}c\\s(?:[^>]*[^>/])?>)([\\s\\S]*?)(?=</${prefix}c>)`, 'gu');
    const formula = new RegExp(`<${prefix}f(\\s[^>]*?)?(?:/>|>([^<]*)</${prefix}f>)`, 'u');
    return markup.replace(cells, (whole, tag: string, inner: string) => {
      if (!inner.includes(`<${prefix}f`)) return whole;
      const letters = /\sr\s*=\s*["']([A-Z]+)/u.exec(tag)?.[1];
      const found = formula.exec(inner);
      if (found === null || letters === undefined) throw this.#cannot(row, letters);
      const text = this.#written({ row, letters }, found[1] ?? '', decoded(found[2] ?? ''), gone);
      if (text === undefined) return whole;
      const written = `<${prefix}f${text.attributes}>${escaped(text.formula)}</${prefix}f>`;
      return tag + inner.replace(found[0], () => written);
    });
  }

  /** Nothing where the formula stays as it is written. */
  #written(
    { row, letters }: { readonly row: number; readonly letters: string },
    attributes: string,
    formula: string,
    gone: boolean,
  ): { readonly attributes: string; readonly formula: string } | undefined {
    const kind = attributeOf(attributes, 't');
    const range = attributeOf(attributes, 'ref');
    try {
      // Several cells of one formula cannot be told apart.
      if (kind === 'dataTable' || (kind === 'array' && range?.includes(':') === true)) throw new OpaqueFormula();
      if (kind === 'shared') {
        const id = attributeOf(attributes, 'si') ?? '';
        const column = columnNumber(letters);
        if (formula !== '') this.#shared.set(id, { formula, row, column });
        if (gone) return undefined;
        const text = this.#sharedFormula(id, row, column);
        return { attributes: '', formula: movedFormula(text, this.#sheet, this.#movesOf) };
      }
      if (gone) return undefined;
      const moved = movedFormula(formula, this.#sheet, this.#movesOf);
      const now = this.#movesOf(this.#sheet)?.of(row) ?? row;
      if (moved === formula && now === row) return undefined;
      const placed = range === undefined ? attributes : attributes.replace(range, range.replace(/\d+/u, String(now)));
      return { attributes: placed, formula: moved };
    } catch (error) {
      throw error instanceof OpaqueFormula ? this.#cannot(row, letters) : error;
    }
  }

  #sharedFormula(id: string, row: number, column: number): string {
    const first = this.#shared.get(id);
    if (first === undefined) throw new OpaqueFormula();
    return shifted(first.formula, row - first.row, column - first.column);
  }

  #cannot(row: number, letters: string | undefined): CannotCut {
    return new CannotCut('formula', {
      sheet: this.#sheet,
      ...(letters === undefined ? {} : { cell: `${letters}${row}` }),
    });
  }
}
