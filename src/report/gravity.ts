import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { Severity } from '../model/standard.js';

const rank: { readonly [severity in Severity]: number } = { error: 0, warning: 1, advice: 2 };

/** Open findings before accepted ones, errors first, otherwise as they stood: what a consumer cuts off is the least grave. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const weigh = ({ state, severity }: Finding): number => (state === 'open' ? 0 : 3) + rank[severity];
  return findings.toSorted((a, b) => weigh(a) - weigh(b));
}

/** Whether an open finding of this severity makes the run fail. */
export function failsRun(severity: Severity, { failOn }: Pick<Report, 'failOn'>): boolean {
  return failOn !== 'never' && rank[severity] <= rank[failOn];
}

/** Findings of the run, those counted and not kept included. */
export function countAll({ findings, truncated }: Pick<Report, 'findings' | 'truncated'>): number {
  return Object.values(truncated).reduce((sum, left) => sum + left, findings.length);
}
