import type { Catalogue } from '../model/catalogue.js';
import type { Field } from '../model/document.js';
import type { CatalogueTexts, RuleText, StandardText } from '../model/report.js';
import { inLanguage } from '../text/language.js';

/** The catalogue's texts by id, indexed when first asked for. */
export function catalogueTexts(catalogue: Catalogue): CatalogueTexts {
  const rules = later(() => ruleIndex(catalogue));
  const standards = later(
    () => new Map<string, StandardText>(catalogue.standards.map((standard) => [standard.slug, standard])),
  );
  const labels = later(() => labelIndex(catalogue));
  return {
    rule: (id) => rules().get(id),
    standard: (slug) => standards().get(slug),
    label: (field, language) => {
      const label = labels().get(field);
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

/** A field that several document kinds share has the same label in all of them; the first one serves. */
function labelIndex(catalogue: Catalogue): ReadonlyMap<string, Field['label']> {
  const labels = new Map<string, Field['label']>();
  for (const document of catalogue.documents) {
    for (const field of document.fields) if (!labels.has(field.id)) labels.set(field.id, field.label);
    for (const part of document.parts) {
      for (const field of part.fields)
        if (!labels.has(`${part.id}.${field.id}`)) labels.set(`${part.id}.${field.id}`, field.label);
    }
  }
  return labels;
}

function later<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
