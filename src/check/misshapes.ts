import type { Expectation } from '../model/finding.js';
import type { ChildElement, MessageStructure, StructureBreach } from '../model/format.js';
import type { XmlElement } from '../model/record.js';
import { expectation } from '../text/expectation-values.js';
import { nearestWord } from '../text/nearest.js';

const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/** A breach of a message's shape, at an element. */
export type Misshape = {
  readonly breach: StructureBreach;
  readonly element: XmlElement;
  readonly expected: Expectation;
  readonly actual?: string;
};

/** Breaches of the message itself: its root, and everything that is not a record. */
export function ofEnvelope(
  structure: MessageStructure,
  tabled: ReadonlySet<string>,
  recordPath: string,
  root: XmlElement,
): Misshape[] {
  const misshapes = [...rootBreaches(structure, root), ...childBreaches(structure, tabled, '', root)];
  const rest = root.children.filter((child) => child.name !== recordPath);
  return [...misshapes, ...rest.flatMap((child) => below(structure, tabled, child.name, child))];
}

/** The element's own children and everything deeper that the specification describes. */
export function below(
  structure: MessageStructure,
  tabled: ReadonlySet<string>,
  path: string,
  element: XmlElement,
): Misshape[] {
  if (structure.children[path] === undefined) return [];
  const deeper = element.children.flatMap((child) => below(structure, tabled, `${path}/${child.name}`, child));
  return [...childBreaches(structure, tabled, path, element), ...deeper];
}

function rootBreaches(structure: MessageStructure, root: XmlElement): Misshape[] {
  const misshapes: Misshape[] = [];
  if (root.namespace !== structure.namespace) {
    const expected = expectation('namespace', { namespace: structure.namespace });
    misshapes.push({ breach: 'namespace', element: root, expected, actual: root.namespace });
  }
  for (const { name, required, pattern } of structure.attributes) {
    const value = root.attributes.find((attribute) => attribute.name === name)?.value;
    const wrong = value === undefined ? required : pattern !== undefined && !new RegExp(pattern, 'u').test(value);
    if (!wrong) continue;
    const expected = expectation('attribute', pattern === undefined ? { name } : { name, pattern });
    misshapes.push({ breach: 'attribute', element: root, expected, ...(value === undefined ? {} : { actual: value }) });
  }
  return misshapes;
}

function childBreaches(
  structure: MessageStructure,
  tabled: ReadonlySet<string>,
  path: string,
  parent: XmlElement,
): Misshape[] {
  const expected = structure.children[path] ?? [];
  const places = new Map(expected.map((child, index) => [plainName(child.element), index]));
  const misshapes: Misshape[] = [];
  const known: Known[] = [];
  for (const element of parent.children) {
    const index = places.get(element.name);
    if (index === undefined) misshapes.push(unknownChild(element, parent, expected));
    else known.push({ element, index, at: known.length });
    if (index !== undefined && !inRightNamespace(structure, parent, element, expected[index])) {
      misshapes.push({
        breach: 'namespace',
        element,
        expected: expectation('namespace', { namespace: structure.namespace }),
        actual: element.namespace,
      });
    }
  }
  // Which of too many stands wrong is decided by the children of which there are not too many.
  const tooMany = surplusKinds(known, expected);
  const settled = known.filter((one) => !tooMany.has(one.index));
  const kept = longestOrderedRun(settled.map((one) => one.index));
  const pillars = settled.filter((_, i) => kept.has(i));
  for (const [index, child] of expected.entries()) {
    const own = known.filter((one) => one.index === index);
    const surplus = tooMany.has(index) ? (own.find((one) => !fits(one, pillars)) ?? own[child.max]) : undefined;
    misshapes.push(
      ...countBreaches(child, own.length, surplus?.element, parent, tabled.has(`${path}/${child.element}`)),
    );
  }
  return [...misshapes, ...orderBreaches(settled, kept, expected)];
}

/** A child the specification has: `index` among the children it lists, `at` among those that are there. */
type Known = { readonly element: XmlElement; readonly index: number; readonly at: number };

/** Places of which there are more children than the specification allows. */
function surplusKinds(known: readonly Known[], expected: readonly ChildElement[]): ReadonlySet<number> {
  const counts = expected.map(() => 0);
  for (const { index } of known) counts[index] = (counts[index] ?? 0) + 1;
  return new Set(counts.flatMap((count, index) => (isSurplus(expected[index], count) ? [index] : [])));
}

function isSurplus(child: ChildElement | undefined, count: number): boolean {
  return child !== undefined && child.max > 0 && count > child.max;
}

/** Whether the child stands after all pillars that belong before it, and before all that belong after it. */
function fits(one: Known, pillars: readonly Known[]): boolean {
  return pillars.every((pillar) => (pillar.at < one.at ? pillar.index <= one.index : pillar.index >= one.index));
}

/** A wrong namespace of the root is said once, at the root. */
function inRightNamespace(
  structure: MessageStructure,
  parent: XmlElement,
  element: XmlElement,
  child: ChildElement | undefined,
): boolean {
  const wanted = child?.element.startsWith('ds:') === true ? signatureNamespace : structure.namespace;
  return element.namespace === wanted || (element.namespace === parent.namespace && wanted === structure.namespace);
}

function unknownChild(element: XmlElement, parent: XmlElement, expected: readonly ChildElement[]): Misshape {
  const nearest = nearestWord(
    element.name,
    expected.map((child) => child.element),
  );
  const values = nearest === undefined ? { parent: parent.name } : { parent: parent.name, nearest };
  return { breach: 'unknown', element, expected: expectation('known-child', values), actual: element.name };
}

function countBreaches(
  child: ChildElement,
  count: number,
  surplus: XmlElement | undefined,
  parent: XmlElement,
  tabled: boolean,
): Misshape[] {
  const name = child.element;
  const here = String(count);
  if (surplus !== undefined) {
    const expected =
      child.max === 1
        ? expectation('single-child', { child: name, here })
        : expectation('at-most-children', { child: name, max: String(child.max), here });
    return [{ breach: 'repeated', element: surplus, expected, actual: name }];
  }
  if (count >= child.min || tabled) return [];
  return [{ breach: 'missing', element: parent, expected: expectation('value', { child: name }) }];
}

/** The fewest elements that would have to move: those outside the longest run already in order. */
function orderBreaches(
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
function longestOrderedRun(values: readonly number[]): ReadonlySet<number> {
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

function plainName(element: string): string {
  return element.replace(/^\w+:/, '');
}
