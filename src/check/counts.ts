import type { RuleCount } from '../model/finding.js';
import type { Severity } from '../model/standard.js';

/** The count of a rule outside the generated checks, made when first needed. */
export function countOf(
  counts: Map<string, RuleCount>,
  rule: { readonly id: string; readonly standard: string },
  severity: Severity,
): RuleCount {
  const known = counts.get(rule.id);
  if (known !== undefined) return known;
  const count = {
    id: rule.id,
    standard: rule.standard,
    severity,
    checked: 0,
    failed: 0,
    didNotApply: 0,
    lackedInput: 0,
  };
  counts.set(rule.id, count);
  return count;
}
