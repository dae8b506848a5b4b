import type { CodeList, TermList } from './codes.js';
import type { DocumentKind } from './document.js';
import type { Format, MessageStructure } from './format.js';
import type { Text } from './language.js';
import type { Profile } from './plan.js';
import type { AcrossRule, Rule, Standard } from './standard.js';

/** The whole catalogue, linked and checked: what the compiler reads and every command shows. */
export type Catalogue = {
  readonly version: string;
  /** SHA-256 over the catalogue's files, hex. */
  readonly digest: string;
  readonly standards: readonly Standard[];
  readonly rules: readonly Rule[];
  readonly across: readonly AcrossRule[];
  readonly structures: readonly MessageStructure[];
  readonly documents: readonly DocumentKind[];
  readonly formats: readonly Format[];
  readonly codes: readonly CodeList[];
  readonly terms: readonly TermList[];
  readonly categories: readonly Category[];
  readonly profiles: readonly Profile[];
  /** Rule ids that may never come back. */
  readonly retired: readonly string[];
};

/** A product category: standards apply by category, records are put into one by these signs. */
export type Category = {
  readonly id: string;
  readonly title: Text;
  readonly parent?: string;
  /** HS prefixes (2 to 10 digits) that put goods here. */
  readonly hs: readonly string[];
  /** Words of a platform category path that put goods here. */
  readonly words: readonly string[];
};

/** Where a fault of the catalogue is. */
export type CatalogueFault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
};
