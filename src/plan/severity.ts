import type { Catalogue } from '../model/catalogue.js';
import type { Request } from '../model/plan.js';
import type { Evidence, Severity } from '../model/standard.js';

type Graded = {
  readonly id: string;
  readonly standard: string;
  readonly severity: Severity;
  readonly evidence: Evidence;
};

/**
 * The severity a rule has in this run: the request's own choice, else `error` where the merchant claims conformance to a
 * recommended standard and the rule's wording was seen, else the catalogue's.
 */
export function effectiveSeverity(catalogue: Catalogue, request: Request): (rule: Graded) => Severity {
  const claimed = new Set(
    catalogue.standards
      .filter((standard) => standard.obligation === 'recommended' && request.claims.includes(standard.slug))
      .map((standard) => standard.slug),
  );
  return (rule) => {
    const chosen = request.severity[rule.id];
    if (chosen !== undefined) return chosen;
    const seen = rule.evidence === 'text' || rule.evidence === 'implementation';
    return seen && rule.severity === 'warning' && claimed.has(rule.standard) ? 'error' : rule.severity;
  };
}
