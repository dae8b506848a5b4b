import type { Location } from '../../../model/location.js';

/**
 * `formula`: what a cell shows is worked out from rows that move. `merged`: a merged range joins rows of both parts.
 * `tied`: pivot tables, charts or names are made from the rows. `unusual`: written, or packed, so that its rows cannot be
 * taken out for sure. `signed`: a change breaks the signature. `large`: more than a zip takes.
 */
export type WhyUncut = 'formula' | 'merged' | 'tied' | 'unusual' | 'signed' | 'large';

/** A workbook whose rows cannot be taken apart, and where the reason stands. */
export class CannotCut extends Error {
  readonly why: WhyUncut;
  readonly place: Pick<Location, 'sheet' | 'cell'>;

  constructor(why: WhyUncut, place: Pick<Location, 'sheet' | 'cell'> = {}) {
    super(why);
    this.why = why;
    this.place = place;
  }
}
