import { trimCell } from '../cells.js';
import type { EyeMaker } from './index.js';

/** A word that only fills its cell was read as empty. */
export const idleCells: EyeMaker = ({ placeholder }) =>
  placeholder === undefined
    ? undefined
    : (cell) => {
        if (cell.length > 40) return undefined;
        const shown = trimCell(cell);
        return placeholder(shown) ? { id: 'placeholder', values: { shown }, weight: 'note' } : undefined;
      };
