import type { ChildElement } from '../model/format.js';
import type { XmlElement } from '../model/record.js';
import { expectation } from '../text/expectation-values.js';
import type { Misshape } from './misshape.js';

/** A child the specification has: `index` among the children it lists, `at` among those that are there. */
export type Known = { readonly element: XmlElement; readonly index: number; readonly at: number };

/** The fewest elements that would have to move: those outside the longest run already in order. */
export function orderBreaches(
  known: readonly Known[],
  kept: ReadonlySet<number>,
  expected: readonly ChildElement[],
): Misshape[] {
  return known.flatMap(({ element, index }, i) => {
    if (kept.has(i)) return [];
    const next = known.find((other, j) => kept.has(j) && other.index > index);
    const values = {
      child: element.name,
      ...(next === undefined ? {} : { before: plainName(expected[next.index]?.element ?? '') }),
    };
    const previous = known.findLast((other, j) => kept.has(j) && other.index < index);
    const after = previous === undefined ? {} : { after: plainName(expected[previous.index]?.element ?? '') };
    return [
      {
        breach: 'order' as const,
        element,
        expected: expectation('child-order', { ...values, ...after }),
        actual: element.name,
      },
    ];
  });
}

/** Positions of a longest non-decreasing subsequence. */
export function longestOrderedRun(values: readonly number[]): ReadonlySet<number> {
  if (values.every((value, i) => i === 0 || (values[i - 1] ?? 0) <= value)) return new Set(values.keys());
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, value] of values.entries()) {
    let at = 0;
    for (let end = tails.length; at < end; ) {
      const middle = (at + end) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) > value) end = middle;
      else at = middle + 1;
    }
    previous[i] = tails[at - 1] ?? -1;
    tails[at] = i;
  }
  const run = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) run.add(i);
  return run;
}

export function plainName(element: string): string {
  return element.replace(/^\w+:/, '');
}
