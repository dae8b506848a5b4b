import { trimCell } from '../cells.js';
import type { EyeMaker } from './index.js';

const active = /<script\b|\son\w{3,20}\s*=|javascript:/iu;
const twice = /&amp;(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d?);/iu;

/** Scripts in a description, which no shop shows, and entities that were escaped a second time. */
export const hiddenMarkup: EyeMaker = ({ html }) =>
  html
    ? (cell) => {
        if (cell.includes('<') && active.test(cell)) {
          const shown = trimCell(active.exec(cell)?.[0] ?? '');
          return { id: 'script-in-text', values: { shown }, weight: 'note' };
        }
        const found = cell.includes('&amp;') ? twice.exec(cell)?.[0] : undefined;
        return found === undefined ? undefined : { id: 'entities-twice', values: { shown: found }, weight: 'note' };
      }
    : undefined;
