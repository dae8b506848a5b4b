import type { Catalogue } from '../model/catalogue.js';
import type { StructureRule } from '../model/format.js';
import type { AcrossRule, Rule, Severity } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { severities } from '../text/report-words.js';
import { acrossHeadline } from './across-words.js';
import type { ExplainContext } from './context.js';
import { headline } from './examples.js';
import { fieldsOf, speakerFor } from './fields.js';
import { type Block, cell } from './page.js';
import { structureHeadline } from './structure-words.js';
import { severityMarks } from './words.js';

/** A rule of any kind. */
export type AnyRule =
  | { readonly kind: 'record'; readonly rule: Rule }
  | { readonly kind: 'across'; readonly rule: AcrossRule }
  | { readonly kind: 'structure'; readonly rule: StructureRule };

export function asRecordRule(rule: Rule): AnyRule {
  return { kind: 'record', rule };
}

/** Every rule of the catalogue, in its order. */
export function allRules({ rules, across, structures }: Catalogue): readonly AnyRule[] {
  return [
    ...rules.map(asRecordRule),
    ...across.map((rule): AnyRule => ({ kind: 'across', rule })),
    ...structures.flatMap((structure) => structure.rules.map((rule): AnyRule => ({ kind: 'structure', rule }))),
  ];
}

/** What a finding of the rule says. */
export function sentenceOf(one: AnyRule, context: ExplainContext, about?: string): string {
  const { catalogue, language } = context;
  if (one.kind === 'record')
    return headline(one.rule, speakerFor(catalogue, one.rule.applies, language, one.rule.part), about);
  if (one.kind === 'across') return acrossHeadline(one.rule, context);
  const structure = catalogue.structures.find(({ rules }) => rules.includes(one.rule));
  return structure === undefined
    ? inLanguage(one.rule.message, language)
    : structureHeadline(one.rule, structure, language);
}

/** Rules on records, written by hand or from an element's row, that look at a field. */
export function rulesOnField(
  catalogue: Catalogue,
  field: string,
  documents: readonly string[],
  format?: string,
): readonly Rule[] {
  return catalogue.rules.filter(({ applies, require }) => {
    if (!applies.documents.some((document) => documents.includes(document))) return false;
    if (format !== undefined && applies.formats !== undefined && !applies.formats.includes(format)) return false;
    return fieldsOf(require).includes(field);
  });
}

export function severityWords(severity: Severity, language: ExplainContext['language']): string {
  return `${severityMarks[severity]} ${inLanguage(severities[severity], language)}`;
}

/** Rules with severity and sentence. `within`: the standard whose page it is, its slug left out of the ids; `about`: the field the page is about. */
export function ruleTable(
  rules: readonly AnyRule[],
  context: ExplainContext,
  { within, about }: { readonly within?: string; readonly about?: string } = {},
): Block {
  const rows = rules.map((one) => {
    const { id, severity } = one.rule;
    const shown = within !== undefined && id.startsWith(`${within}/`) ? id.slice(within.length + 1) : id;
    return [
      cell(severityWords(severity, context.language), severity),
      [...cell(shown, 'strong'), ...cell(sentenceOf(one, context, about))],
    ];
  });
  return { kind: 'table', table: { columns: [{ title: '' }, { title: '', flexible: true }], rows } };
}
