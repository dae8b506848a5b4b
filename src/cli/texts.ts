import type { Catalogue } from '../model/catalogue.js';
import type { DocumentKind, Field } from '../model/document.js';
import { once, remembered } from '../model/on-demand.js';
import type { CatalogueTexts, RuleText, StandardText } from '../model/report.js';
import { inLanguage } from '../text/language.js';

/** The catalogue's texts by id, indexed when first asked for; `kinds`: the document kinds a report speaks of. */
export function catalogueTexts(catalogue: Catalogue, kinds: readonly string[]): CatalogueTexts {
  const rules = once(() => ruleIndex(catalogue));
  const standards = once(
    () => new Map<string, StandardText>(catalogue.standards.map((standard) => [standard.slug, standard])),
  );
  const labelOf = labelFinder(inUse(catalogue.documents, kinds));
  return {
    rule: (id) => rules().get(id),
    standard: (slug) => standards().get(slug),
    label: (field, language) => {
      const label = labelOf(field);
      return label === undefined ? field : inLanguage(label, language);
    },
  };
}

function ruleIndex(catalogue: Catalogue): ReadonlyMap<string, RuleText> {
  const structures = catalogue.structures.flatMap((structure) => structure.rules);
  return new Map<string, RuleText>(
    [...catalogue.rules, ...catalogue.across, ...structures].map((rule) => [rule.id, rule]),
  );
}

/** A field that several document kinds share has the same label in all of them; the first that has it serves. */
function labelFinder(documents: readonly DocumentKind[]): (field: string) => Field['label'] | undefined {
  return remembered((field) => {
    const document = documents.find((one) => labelIn(one, field) !== undefined);
    return document === undefined ? undefined : labelIn(document, field);
  });
}

/** Document kinds of the report first: the fields of the others need not be read. */
function inUse(documents: readonly DocumentKind[], kinds: readonly string[]): DocumentKind[] {
  const used = documents.filter(({ id }) => kinds.includes(id));
  return [...used, ...documents.filter((document) => !used.includes(document))];
}

/** `orderNumber`, or `lines.quantity` for a part's field. */
function labelIn({ fields, parts }: DocumentKind, name: string): Field['label'] | undefined {
  const dot = name.indexOf('.');
  const own = dot === -1 ? fields : parts.find(({ id }) => id === name.slice(0, dot))?.fields;
  return own?.find(({ id }) => id === name.slice(dot + 1))?.label;
}
