import { peelGuard, trimCell } from '../cells.js';
import type { CellEye, EyeMaker } from './index.js';

/** What a spreadsheet does to codes: guards against it, digits it has lost, names it has taken for dates. */
export const changedCells: EyeMaker = ({ type, field, guarded }) => {
  const eyes: CellEye[] = [];
  if (guarded) eyes.push(guard);
  if (type === 'identifier') eyes.push(power);
  if (takenForDates.has(field)) eyes.push(field === 'size' ? sizeAsDate : date);
  const [only] = eyes;
  if (eyes.length < 2) return only;
  return (cell, row) => {
    for (const eye of eyes) {
      const sighting = eye(cell, row);
      if (sighting !== undefined) return sighting;
    }
    return undefined;
  };
};

/** `="0123"`, `'0123`: most cells begin with neither sign, and are told by it. */
const guard: CellEye = (cell) => {
  const sign = cell.charCodeAt(0);
  if (sign !== 0x27 && sign !== 0x3d) return undefined;
  const shown = trimCell(cell);
  return peelGuard(shown) === shown ? undefined : { id: 'guards-peeled', values: { shown }, weight: 'note' };
};

/** `6.90123E+12`: of the digits only the first few are left. */
const power: CellEye = (cell) => {
  const second = cell.charCodeAt(1);
  if (second !== 0x2e && second !== 0x2c) return undefined;
  const shown = trimCell(cell);
  if (!/^\d[.,]\d+E\+\d{1,2}$/iu.test(shown)) return undefined;
  return { id: 'written-in-powers', values: { shown }, weight: 'fault' };
};

const takenForDates: ReadonlySet<string> = new Set(['sku', 'mpn', 'model', 'size', 'specification', 'batchNumber']);
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const shortDate = new RegExp(
  `^(?:\\d{1,2}-(?:${months})(?:-\\d{2,4})?|(?:${months})-\\d{2}|\\d{1,2}月\\d{1,2}日)$`,
  'iu',
);

/** `10-Dec` was 10-12 or 12/10 before a spreadsheet saw it. `SS-2025-01-01` is a name. */
const date: CellEye = (cell) => {
  if (cell.length < 5 || cell.length > 12) return undefined;
  const shown = trimCell(cell);
  return shortDate.test(shown) ? { id: 'text-as-date', values: { shown }, weight: 'note' } : undefined;
};

/** A size is no day either; a model may be one. */
const sizeAsDate: CellEye = (cell, row) => {
  const shown = trimCell(cell);
  if (/^(?:19|20)\d{2}-\d{2}-\d{2}$/u.test(shown)) return { id: 'text-as-date', values: { shown }, weight: 'note' };
  return date(cell, row);
};
