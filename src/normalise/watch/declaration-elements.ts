import { trimCell } from '../cells.js';
import type { EyeMaker } from './index.js';

/** Elements named at most: the line is for a person. */
const mostNamed = 6;

/** Declaration elements (`品牌类型:0|出口享惠情况:1|用途:`) without a value, by name or else by place; either width of sign divides them. */
export const emptyElements: EyeMaker = ({ field }) =>
  field === 'declarationElements'
    ? (cell) => {
        const parts = trimCell(cell.normalize('NFKC')).split('|').map(trimCell);
        const names = parts.flatMap((part) => (/^[^:]+:$/u.test(part) ? [part.slice(0, -1)] : []));
        // One or none is no list of names and values.
        if (parts.length < 2) return undefined;
        const unnamed = parts.flatMap((part, index) => (part === '' ? [index + 1] : []));
        const empty = names.length + unnamed.length;
        if (empty === 0) return undefined;
        const shown = names.slice(0, mostNamed).join('、');
        const places = unnamed.slice(0, mostNamed).join(', ');
        return {
          id: 'elements-empty',
          values: {
            ...(shown !== '' && { names: shown }),
            ...(places !== '' && { places }),
            parts: parts.length,
            empty,
          },
          weight: 'note',
        };
      }
    : undefined;
