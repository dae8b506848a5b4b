import type { ReportContext, RuleText } from '../model/report.js';
import { titleIn } from '../text/language.js';

/** Title of the clause a rule comes from, '' where it has none. */
export function clauseTitle(rule: RuleText | undefined, context: ReportContext): string {
  if (rule === undefined) return '';
  const clauses = context.texts.standard(rule.standard)?.clauses ?? [];
  return titleIn(clauses.find(({ ref }) => ref === rule.clause)?.title ?? {}, context.language);
}

/** “GB 12904-2008 4.2 Check digit”: the clause a rule comes from, '' for a rule nobody knows. */
export function clauseText(rule: RuleText | undefined, context: ReportContext): string {
  if (rule === undefined) return '';
  const number = context.texts.standard(rule.standard)?.number ?? rule.standard;
  return [number, rule.clause ?? '', clauseTitle(rule, context)].filter((piece) => piece !== '').join(' ');
}
