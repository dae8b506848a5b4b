import type { Catalogue } from '../model/catalogue.js';
import type { CheckModule, CompiledCatalogue } from '../model/compiled.js';
import type { Standard } from '../model/standard.js';

/** A catalogue and its checks together, with who cites what worked out. */
export function linkCompiled(catalogue: Catalogue, checks: CompiledCatalogue['checks']): CompiledCatalogue {
  const numbers = new Map(catalogue.standards.map((standard) => [standard.slug, standard.number]));
  const citing = new Map<string, Standard[]>();
  for (const standard of catalogue.standards) {
    for (const { rule } of standard.citations) citing.set(rule, [...(citing.get(rule) ?? []), standard]);
  }
  const numbersOf: CompiledCatalogue['numbersOf'] = (rule, document, concerns) => {
    const own = numbers.get(rule.slice(0, rule.indexOf('/')));
    const others = (citing.get(rule) ?? []).filter(
      (standard) => speaksOf(standard.applies.documents, document) && (concerns?.(standard) ?? true),
    );
    return [...(own === undefined ? [] : [own]), ...others.map((standard) => standard.number)];
  };
  return { catalogue, checks, numbersOf };
}

/** A standard that names no document kind speaks of whatever the rules it cites speak of. */
function speaksOf(documents: readonly string[], document: string | undefined): boolean {
  return document === undefined || documents.length === 0 || documents.includes(document);
}

/** A generated module brought to life in this process, for catalogues that were not built beforehand. */
export function evaluateModule(source: string): CheckModule {
  // The source was generated from a linted catalogue a moment ago; nothing else ever comes this way.
  const make: unknown = new Function(`return ${source}`);
  if (typeof make !== 'function') throw new Error('no script');
  return make();
}
