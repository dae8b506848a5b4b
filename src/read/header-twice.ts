import type { HeaderCell } from '../model/reading.js';
import type { Notices } from './notices.js';
import { cellAddress } from './places.js';

/** Repeated headers that get a notice of their own; of a hundred thousand nobody reads each. */
const ownNotices = 20;

/** Notes every header that stands above more than one column. `row` is the spreadsheet row of the header. */
export function noteRepeatedHeaders(notices: Notices, headers: readonly HeaderCell[], row: number): void {
  const first = new Map<string, number>();
  let repeated = 0;
  for (const [column, { text, place }] of headers.entries()) {
    const header = text.trim();
    const before = first.get(header);
    if (before === undefined) first.set(header, column);
    if (before === undefined || header === '') continue;
    const where = headers[before]?.place;
    const values = {
      header,
      first: cellAddress(before, row),
      ...(where && { line: where.line, column: where.column }),
    };
    const extra = { cell: cellAddress(column, row), name: header };
    repeated++;
    if (repeated <= ownNotices) notices.add('header-duplicate', 'fault', place, values, extra);
    else notices.tally('header-duplicate', 'fault', () => ({ place, values, extra }));
  }
}
