import type { Expectation, RelatedLocation } from '../../model/finding.js';
import type { Agreement } from '../../model/standard.js';
import { expectation, joinList } from '../../text/expectation-values.js';
import { areAlike, compareDecimals, parseDecimal } from '../../vocabulary/index.js';
import { type AcrossPlace, relatedTo } from './across-rule.js';
import type { Piece } from './rows.js';

/** What one record says otherwise than its partner. */
export type Difference = {
  readonly at: AcrossPlace;
  readonly expected: Expectation;
  readonly related: readonly RelatedLocation[];
};

/** Compares two pieces; what either of them lacks is not compared. */
export function differences(
  rule: string,
  document: string,
  { equal, atMost, match, alike = [] }: Agreement,
  one: Piece,
  partner: Piece,
): Difference[] {
  const between = (
    here: string,
    there: string,
    expected: (value: string, field: string) => Expectation,
  ): Difference => {
    const other = partner.place(there, rule);
    return {
      at: one.place(here, rule),
      expected: expected(other.actual ?? '', other.field),
      related: [relatedTo(other)],
    };
  };
  const both = (here: string, there: string): boolean =>
    one.value(here) !== undefined && partner.value(there) !== undefined;
  return [
    ...Object.entries(equal)
      .filter(([here, there]) => both(here, there) && one.comparable(here) !== partner.comparable(there))
      .map(([here, there]) =>
        between(here, there, (value, field) => expectation('equal-to-partner', { document, value, field })),
      ),
    ...Object.entries(atMost)
      .filter(([here, there]) => both(here, there) && isAbove(one.value(here), partner.value(there)))
      .map(([here, there]) =>
        between(here, there, (value, field) => expectation('at-most-partner', { document, value, field })),
      ),
    ...alike
      .filter(
        ({ here, there, ...how }) =>
          both(here, there) && !areAlike(one.comparable(here) ?? '', partner.comparable(there) ?? '', how),
      )
      .map(({ here, there }) =>
        between(here, there, (value, field) => expectation('equal-to-partner', { document, value, field })),
      ),
    ...match
      .filter(({ here, there, pairs }) => {
        const fitting = pairs[one.value(here) ?? ''];
        const other = partner.value(there);
        return fitting !== undefined && other !== undefined && !fitting.includes(other);
      })
      .map(({ here, there, pairs }) =>
        between(here, there, (value, field) => {
          const codes = Object.keys(pairs).filter((code) => pairs[code]?.includes(value) === true);
          const fit = codes.length === 0 ? {} : { codes: joinList(codes) };
          return expectation('match-partner', { document, value, field, ...fit });
        }),
      ),
  ];
}

/** What is no number is another rule's affair. */
function isAbove(here = '', there = ''): boolean {
  const a = parseDecimal(here.trim());
  const b = parseDecimal(there.trim());
  return a !== undefined && b !== undefined && compareDecimals(a, b) > 0;
}
