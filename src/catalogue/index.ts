import { statSync } from 'node:fs';
import type { Catalogue, CatalogueFault } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import { assemble, link } from './assemble.js';
import { lintCatalogue, sortFaults } from './lint.js';
import { type CatalogueText, loadFiles, readCatalogueFolder } from './load.js';

export { type CoverageReport, coverage, type StandardCoverage } from './coverage.js';
export { catalogueSchemas } from './schema/index.js';
export { ceiling } from './severity.js';

export type LoadOptions = {
  /** Version the catalogue is to carry: the package's. */
  readonly version: string;
  /** The day statuses are held against, yyyy-MM-dd; without it nothing depends on the day. */
  readonly asOf?: string;
};

/** The catalogue, unless a fault of severity `error` stands in the way, and all faults in order. */
export type LoadResult = { readonly catalogue?: Catalogue; readonly faults: readonly CatalogueFault[] };

/** Reads, checks and assembles the catalogue of a folder. A folder that is not there is the user's error. */
export function loadCatalogue(folder: string, options: LoadOptions): LoadResult {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UserError(
      {
        en: `There is no catalogue folder ${folder}.`,
        'zh-CN': `没有标准目录文件夹 ${folder}。`,
        fr: `Il n’y a pas de dossier de catalogue ${folder}.`,
      },
      { place: { file: folder } },
    );
  }
  const { texts, faults } = readCatalogueFolder(folder);
  return loadCatalogueTexts(texts, options, faults);
}

/** The same for files already read. */
export function loadCatalogueTexts(
  texts: readonly CatalogueText[],
  { version, asOf }: LoadOptions,
  unreadable: readonly CatalogueFault[] = [],
): LoadResult {
  const loaded = loadFiles(texts);
  const linked = link(loaded);
  const faults = sortFaults([...unreadable, ...loaded.faults, ...lintCatalogue(loaded, linked, asOf)]);
  if (faults.some((fault) => fault.severity === 'error')) return { faults };
  return { catalogue: assemble(linked, loaded.digest, version), faults };
}
