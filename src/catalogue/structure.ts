import type { ChildElement, MessageStructure, StructureBreach, StructureRule } from '../model/format.js';
import { structureTexts } from '../text/element-texts.js';
import { present } from './present.js';
import type { RawStandard, RawStructure } from './raw.js';
import { ceiling, milder, strongest } from './severity.js';

const breaches: readonly StructureBreach[] = ['namespace', 'attribute', 'order', 'unknown', 'repeated', 'missing'];

/** The shape of a standard's message and the six rules that judge it. Without evidence of its own it has that of the sources. */
export function expandStructure(slug: string, raw: RawStructure, standard: RawStandard): MessageStructure {
  const children = Object.entries(raw.children).map(
    ([path, value]) => [path, childrenAt(path, value, standard)] as const,
  );
  return {
    standard: slug,
    format: raw.format,
    root: raw.root,
    namespace: raw.namespace,
    rules: structureRules(slug, raw, standard),
    attributes: (raw.attributes ?? []).map(({ name, required = false, pattern }) =>
      present({ name, required, pattern }),
    ),
    children: Object.fromEntries(children),
  };
}

function structureRules(slug: string, raw: RawStructure, standard: RawStandard): StructureRule[] {
  const evidence = raw.evidence ?? strongest(standard.sources.map((source) => source.evidence));
  const most = ceiling(evidence, standard.obligation);
  if (most === undefined) return [];
  return breaches.map((breach) =>
    present({
      id: `${slug}/structure.${breach}`,
      breach,
      standard: slug,
      clause: raw.clause,
      evidence,
      severity: milder(raw.severity ?? most, most),
      ...structureTexts(breach),
    }),
  );
}

function childrenAt(path: string, value: RawStructure['children'][string], standard: RawStandard): ChildElement[] {
  if (typeof value === 'string') return elementsAt(path, standard);
  return Object.entries(value).map(([element, [min = 0, max = 0]]) => ({ element, min, max }));
}

/** The rows of the tables with this path, in order: a mandatory element once, any other at most once. */
function elementsAt(path: string, standard: RawStandard): ChildElement[] {
  return (standard.elements ?? [])
    .filter((table) => table.path === path)
    .flatMap((table) => table.rows)
    .map((row) => ({ element: row.element, min: row.occurs === 'M' ? 1 : 0, max: 1 }));
}
