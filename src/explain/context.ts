import type { Catalogue } from '../model/catalogue.js';
import type { Language } from '../model/language.js';
import type { Evidence, IsoDate, Obligation, Severity } from '../model/standard.js';

/** What every page is made from. */
export type ExplainContext = {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** yyyy-MM-dd: decides between “in force since” and “comes into force on”. */
  readonly today: IsoDate;
  /** Code lists and formats: only entries that hold this text; all of them instead of the first ones. */
  readonly entries: { readonly search?: string | undefined; readonly all: boolean };
  /** The harshest severity a rule may have; undefined where none may be active. */
  readonly ceiling: (evidence: Evidence, obligation: Obligation) => Severity | undefined;
};
