import type { Expectation } from '../../model/finding.js';
import { expectationValues, nestedExpectations } from '../../text/expectation-values.js';

/** Ids of the fields an expectation speaks of: whoever renders it needs their labels. */
export function spokenFields(expected: Expectation): readonly string[] {
  const inner = nestedExpectations(expected).flatMap(spokenFields);
  const own = Object.entries<string>(expectationValues[expected.id]).flatMap(([name, kind]) => {
    const value = expected.values[name];
    if (value === undefined) return [];
    if (kind.startsWith('formula')) return value.split(/ [-+*] /);
    return kind.startsWith('field') ? value.split('\n') : [];
  });
  return [...inner, ...own];
}
