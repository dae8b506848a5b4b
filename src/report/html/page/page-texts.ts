import type { Language } from '../../../model/language.js';
import type { CatalogueTexts, ReportContext, StandardText } from '../../../model/report.js';
import { inLanguage } from '../../../text/language.js';
import type { PageData, PageStandard } from '../page-data.js';

/** The context the report functions ask for, from the texts the page carries. */
export function contextsOf({ rules, standards, labels }: PageData): (language: Language) => ReportContext {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const standardOf = new Map(standards.map((standard) => [standard.slug, standardText(standard)]));
  const texts: CatalogueTexts = {
    rule: (id) => ruleOf.get(id),
    standard: (slug) => standardOf.get(slug),
    label: (field, language) => {
      const label = Object.hasOwn(labels, field) ? labels[field] : undefined;
      return label === undefined ? field : inLanguage(label, language);
    },
  };
  // Personal data was masked when the page was written.
  const rest = { texts, width: 80, color: false, showValues: true, detail: 'full' } as const;
  return (language) => ({ language, ...rest });
}

function standardText(standard: PageStandard): StandardText {
  const { slug, number, title = {}, level = 'national', clauses = [] } = standard;
  const { obligation = 'recommended', status = 'current', statusConfirmed = true, effective = {} } = standard;
  return {
    slug,
    number,
    title,
    level,
    obligation,
    status,
    statusConfirmed,
    effective,
    clauses,
    sources: [],
    citations: [],
  };
}
