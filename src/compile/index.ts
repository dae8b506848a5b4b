import type { Catalogue } from '../model/catalogue.js';
import { writeCheckModule } from './module.js';
import { documentSchema, type JsonSchema } from './schema.js';

export { evaluateModule, linkCompiled } from './link.js';
export { createReference, type Reference } from './reference.js';
export { documentSchema, type JsonSchema } from './schema.js';

/** What the build writes: a schema and a checking module per document kind. */
export type CompiledFiles = {
  readonly schemas: { readonly [document: string]: JsonSchema };
  readonly modules: { readonly [document: string]: string };
};

export function compileCatalogue(catalogue: Catalogue): CompiledFiles {
  const each = <Output>(make: (document: Catalogue['documents'][number]) => Output): { [document: string]: Output } =>
    Object.fromEntries(catalogue.documents.map((document) => [document.id, make(document)]));
  return {
    schemas: each((document) => documentSchema(catalogue, document)),
    modules: each((document) => writeCheckModule(catalogue, document)),
  };
}
