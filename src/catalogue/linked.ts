import type { Category } from '../model/catalogue.js';
import type { CodeList, TermList } from '../model/codes.js';
import type { DocumentKind } from '../model/document.js';
import type { Format, MessageStructure } from '../model/format.js';
import type { Profile } from '../model/plan.js';
import type { AcrossRule, Rule, Standard } from '../model/standard.js';
import type { Loaded } from './load.js';
import type { YamlPath } from './yaml.js';

/** Something the catalogue is made of, and where its file says it. */
export type Placed<T> = { readonly value: T; readonly path: YamlPath };

/** A standard expanded, beside the file it came from. */
export type LinkedStandard = {
  readonly source: Loaded<'standard'>;
  readonly standard: Standard;
  readonly rules: readonly Placed<Rule>[];
  readonly across: readonly Placed<AcrossRule>[];
  readonly structure?: MessageStructure;
};

/** Everything that is not a standard, by id. */
export type Supporting = {
  readonly documents: ReadonlyMap<string, DocumentKind>;
  readonly formats: ReadonlyMap<string, Format>;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly terms: ReadonlyMap<string, TermList>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly retired: ReadonlySet<string>;
};
