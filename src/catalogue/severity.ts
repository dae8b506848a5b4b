import type { Evidence, Obligation, Severity } from '../model/standard.js';

const ranks: { readonly [severity in Severity]: number } = { advice: 0, warning: 1, error: 2 };

/** The harshest severity a rule may have; undefined where no rule may be active. The table is in docs/catalogue-format.md. */
export function ceiling(evidence: Evidence, obligation: Obligation): Severity | undefined {
  if (evidence === 'metadata' || evidence === 'recalled') return undefined;
  if (obligation === 'guidance') return 'advice';
  return obligation === 'mandatory' && evidence !== 'summary' ? 'error' : 'warning';
}

export function harsher(a: Severity, b: Severity): boolean {
  return ranks[a] > ranks[b];
}

export function milder(a: Severity, b: Severity): Severity {
  return harsher(a, b) ? b : a;
}

const strength: readonly Evidence[] = ['recalled', 'metadata', 'summary', 'implementation', 'text'];

/** The strongest of these kinds of evidence; `recalled` when there is none. */
export function strongest(kinds: readonly Evidence[]): Evidence {
  return kinds.reduce<Evidence>(
    (best, kind) => (strength.indexOf(kind) > strength.indexOf(best) ? kind : best),
    'recalled',
  );
}

/** `text` and `implementation` carry the same weight. */
export function atLeastAsStrong(a: Evidence, b: Evidence): boolean {
  const weight = (kind: Evidence): number => Math.min(strength.indexOf(kind), strength.indexOf('implementation'));
  return weight(a) >= weight(b);
}
