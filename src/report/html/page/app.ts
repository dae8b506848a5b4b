import type { ReportContext } from '../../../model/report.js';
import type { FillValues } from '../../../text/fill.js';
import type { PageData } from '../page-data.js';
import { type WordId, word } from '../words.js';
import type { FindingList } from './finding-list.js';
import type { Filter, ViewState } from './view-state.js';

/** What every part of the page is drawn from. */
export type App = {
  readonly data: PageData;
  readonly findings: FindingList;
  readonly state: ViewState;
  readonly context: ReportContext;
  /** A word of the page in its language. */
  readonly say: (id: WordId, values?: FillValues) => string;
  readonly change: (change: Partial<ViewState>) => void;
  /** Filters by this, too. */
  readonly refine: (filter: Partial<Filter>) => void;
  /** Filters by this alone and brings the findings into view. */
  readonly narrow: (filter: Partial<Filter>) => void;
};

export function sayIn(language: ViewState['language']): App['say'] {
  return (id, values) => word(id, language, values);
}
