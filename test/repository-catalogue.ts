import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../src/catalogue/index.js';
import { compileCatalogue } from '../src/compile/index.js';
import { evaluateModule, linkCompiled } from '../src/compile/link.js';
import type { Catalogue } from '../src/model/catalogue.js';
import type { CompiledCatalogue } from '../src/model/compiled.js';
import { once } from '../src/model/on-demand.js';

/** This repository's folder, with a slash at its end. */
export const repository = fileURLToPath(new URL('../', import.meta.url));

/** The catalogue of this repository as its files are, and its faults; read once for all tests of a process. */
export const loadedRepository = once(() =>
  loadCatalogue(`${repository}standards`, { version: 'test', asOf: '2026-11-23' }),
);

export const repositoryCatalogue = once((): Catalogue => {
  const { catalogue, faults } = loadedRepository();
  if (catalogue !== undefined) return catalogue;
  throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
});

/** The repository's catalogue, compiled in this process. */
export const compiledRepository = once(() => compiledOf(repositoryCatalogue()));

export function compiledOf(catalogue: Catalogue): CompiledCatalogue {
  const { modules } = compileCatalogue(catalogue);
  const made = new Map(Object.entries(modules).map(([document, source]) => [document, evaluateModule(source)]));
  return linkCompiled(catalogue, async (document) => made.get(document));
}
