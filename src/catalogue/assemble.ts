import type { Catalogue } from '../model/catalogue.js';
import type { LinkedStandard, Supporting } from './linked.js';
import type { LoadedCatalogue } from './load.js';
import { linkStandard } from './standards.js';
import { linkSupporting } from './supporting.js';

export type LinkedCatalogue = { readonly standards: readonly LinkedStandard[]; readonly supporting: Supporting };

/** Expands and inherits; what does not fit together is left for lint to name. */
export function link(loaded: LoadedCatalogue): LinkedCatalogue {
  const supporting = linkSupporting(loaded.files);
  return { standards: loaded.files.standard.map((source) => linkStandard(source, supporting)), supporting };
}

/** The catalogue as every other stage sees it. */
export function assemble({ standards, supporting }: LinkedCatalogue, digest: string, version: string): Catalogue {
  return {
    version,
    digest,
    standards: standards.map(({ standard }) => standard),
    rules: standards.flatMap(({ rules }) => rules.map(({ value }) => value)),
    across: standards.flatMap(({ across }) => across.map(({ value }) => value)),
    structures: standards.flatMap(({ structure }) => (structure === undefined ? [] : [structure])),
    documents: [...supporting.documents.values()],
    formats: [...supporting.formats.values()],
    codes: [...supporting.codes.values()],
    terms: [...supporting.terms.values()],
    categories: [...supporting.categories.values()],
    profiles: [...supporting.profiles.values()],
    retired: [...supporting.retired],
  };
}
