import {
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from '../../vocabulary/decimals.js';
import { foldHeader } from '../../vocabulary/headers.js';
import { trimCell } from '../cells.js';
import { cellAddress } from '../row-address.js';
import type { CellTarget, TablePlan } from '../table-plan.js';
import type { EyeMaker } from './index.js';

/** A column that is there twice for one value, and says two things. */
export const twins: EyeMaker = (target, { all }) => {
  if (target.shape !== 'one' || target.line !== undefined) return undefined;
  const first = firstTwins(all).get(nameOf(target));
  if (first === undefined || first === target) return undefined;
  return (cell, row) => {
    const one = trimCell(row.cells[first.index] ?? '');
    const other = trimCell(cell);
    if (one === other || one === '' || other === '') return undefined;
    return { id: 'columns-disagree', values: { first: cellAddress(first.index, row.row) }, weight: 'fault' };
  };
};

const known = new WeakMap<TablePlan['all'], ReadonlyMap<string, CellTarget>>();

/** The first column of each value and header, worked out once per file: a table may have a hundred thousand. */
function firstTwins(all: TablePlan['all']): ReadonlyMap<string, CellTarget> {
  const made = known.get(all);
  if (made !== undefined) return made;
  const first = new Map<string, CellTarget>();
  for (const target of all) {
    if (target.shape !== 'one' || target.line !== undefined) continue;
    const name = nameOf(target);
    if (!first.has(name)) first.set(name, target);
  }
  known.set(all, first);
  return first;
}

function nameOf({ part, field, header }: CellTarget): string {
  return `${part ?? ''}.${field} ${foldHeader(header)}`;
}

/** A measure that is given in two units. Rounding to whole units is no disagreement; one part in twenty is. */
export const repeatedUnits: EyeMaker = (target, { all }) => {
  const { repeats } = target;
  const first = repeats === undefined ? inOtherUnit(target, all) : all.find(({ index }) => index === repeats.index);
  const { read } = repeats ?? target;
  if (first === undefined) return undefined;
  return (cell, row) => {
    const there = row.cells[first.index] ?? '';
    const one = decimalOf(first.read(trimCell(there)));
    const other = decimalOf(read(trimCell(cell)));
    if (one === undefined || other === undefined || one.units === 0n || other.units === 0n || areAlike(one, other))
      return undefined;
    return {
      id: 'units-disagree',
      values: { first: trimCell(first.header), shown: trimCell(cell), other: trimCell(there) },
      weight: 'fault',
    };
  };
};

const unit = '(?:kgs?|g|grams?|lbs?|pounds?|oz|ounces?|mm|cm|m|in|inch(?:es)?|千克|公斤|克|磅|盎司|毫米|厘米|米|英寸)';
const unitOfHeader = new RegExp(`\\(\\s*${unit}\\s*\\)$|(?:[-_/]|\\s)\\s*${unit}$`, 'iu');

/** The column before that fills the same field under the same header, but for the unit: `净重` and `净重(g)`. */
function inOtherUnit(target: CellTarget, all: TablePlan['all']): CellTarget | undefined {
  if (target.shape !== 'one' || !target.number || target.line !== undefined) return undefined;
  const name = unitless(target.header);
  const first = all.find(
    (one) => one.field === target.field && one.part === target.part && one.number && unitless(one.header) === name,
  );
  return first === undefined || first.index === target.index || isAlike(first, target) ? undefined : first;
}

/** The same header twice is one column said twice, not two units. */
function isAlike(one: CellTarget, other: CellTarget): boolean {
  return foldHeader(one.header) === foldHeader(other.header);
}

function unitless(header: string): string {
  return foldHeader(trimCell(header.normalize('NFKC')).replace(unitOfHeader, ''));
}

function decimalOf(value: unknown): Decimal | undefined {
  return typeof value === 'string' ? parseDecimal(value) : undefined;
}

function areAlike(one: Decimal, other: Decimal): boolean {
  const gap = subtractDecimals(one, other);
  const twentyfold = multiplyDecimals(
    { ...gap, units: gap.units < 0n ? -gap.units : gap.units },
    { units: 20n, scale: 0 },
  );
  return compareDecimals(twentyfold, one) <= 0;
}
