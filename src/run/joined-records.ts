import type { FileSides } from './record-sides.js';

/**
 * Sets aside the records of rows that merged cells join to a row that fails: half of a merged cell is none.
 * @returns how many were set aside
 */
export function setJoinedAside(sides: FileSides): number {
  const { joined = [] } = sides.opened;
  const before = sides.failing();
  if (joined.length === 0 || before === 0 || before === sides.records()) return 0;
  // Ranges overlap in rows, so that one may bring in another.
  for (let known = -1; known !== sides.failing(); ) {
    known = sides.failing();
    for (const { top, bottom } of joined) {
      const records = recordsAt(sides, top, bottom);
      if (records.some(sides.fails)) for (const record of records) sides.setAside(record);
    }
  }
  return sides.failing() - before;
}

function recordsAt(sides: FileSides, top: number, bottom: number): readonly number[] {
  const records: number[] = [];
  for (let unit = firstUnitFrom(sides, top); unit < sides.units() && sides.placeOf(unit).line <= bottom; unit++)
    if (sides.recordOf(unit) > 0) records.push(sides.recordOf(unit));
  return records;
}

function firstUnitFrom(sides: FileSides, row: number): number {
  let low = 0;
  let high = sides.units();
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sides.placeOf(middle).line < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
