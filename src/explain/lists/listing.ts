import type { Catalogue } from '../../model/catalogue.js';
import type { Language } from '../../model/language.js';
import type { IsoDate, Level, Severity, Status } from '../../model/standard.js';
import type { Block } from '../page.js';

/** What of a list is wanted. Every filter that is given must hold. */
export type ListFilter = {
  /** Words, all of which occur in ids, numbers, titles or sentences, in any language. */
  readonly search?: string | undefined;
  readonly level?: Level | undefined;
  readonly theme?: string | undefined;
  readonly status?: Status | undefined;
  readonly document?: string | undefined;
  readonly severity?: Severity | undefined;
  /** Slug. */
  readonly standard?: string | undefined;
};

export type ListContext = { readonly catalogue: Catalogue; readonly language: Language; readonly today: IsoDate };

/** A list for people and for machines. */
export type Listing = { readonly blocks: readonly Block[]; readonly data: readonly object[] };

/** How many, at the end; a hint where nothing was found. */
export function countBlocks(text: string): readonly Block[] {
  return [{ kind: 'gap' }, { kind: 'text', text, tone: 'faint', indent: 0 }];
}
