import { trimCell } from '../cells.js';
import { signShown } from '../figures.js';
import type { EyeMaker } from './index.js';

/**
 * Says where a column writes its numbers in two ways, and where nobody can know how one is meant. `1.234` of a column that
 * shows nothing else is taken as it is written; a comma further down makes it doubtful.
 */
export const decimalSigns: EyeMaker = ({ number, type, sign }) => {
  if (!number || type === 'integer') return undefined;
  let seen: { readonly sign: 'comma' | 'point'; readonly shown: string } | undefined;
  return (cell) => {
    if (!cell.includes(',') && !cell.includes('.')) return undefined;
    const shown = trimCell(cell);
    const own = signShown(shown);
    if (own === 'none') return undefined;
    if (own === 'either' && sign === undefined && shown.includes(','))
      return { id: 'decimals-unclear', values: { shown }, weight: 'fault' };
    const by = own === 'either' ? (sign ?? 'point') : own;
    seen ??= { sign: by, shown };
    return seen.sign === by
      ? undefined
      : { id: 'decimals-mixed', values: { shown, other: seen.shown }, weight: 'fault' };
  };
};
