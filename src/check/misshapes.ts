import type { ChildElement, ChildrenByPath, MessageStructure, StructureAttribute } from '../model/format.js';
import type { XmlAttribute, XmlElement } from '../model/record.js';
import { expectation, lengthExpected } from '../text/expectation-values.js';
import { nearestWord } from '../text/nearest.js';
import { type Known, longestOrderedRun, orderBreaches, plainName } from './child-order.js';
import type { Misshape } from './misshape.js';

const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/** What a message is held against: its structure, and the children the edition in question lists. */
export type Shape = {
  readonly structure: MessageStructure;
  readonly children: ChildrenByPath;
  /** `path/element` of everything in the element tables: what they miss is their own finding. */
  readonly tabled: ReadonlySet<string>;
  /** Attributes of elements below the root, by path. */
  readonly inner: ReadonlyMap<string, readonly StructureAttribute[]>;
  /** The element that holds a record, and the path of a record below the root. */
  readonly recordPath: string;
};

/** Breaches of the message itself: its root, and everything that is not a record. */
export function ofEnvelope(shape: Shape, root: XmlElement): Misshape[] {
  const misshapes = [
    ...rootBreaches(shape.structure, root),
    ...childBreaches(shape, '', root),
    ...strayText(shape, '', root),
  ];
  const rest = root.children.filter((child) => child.name !== shape.recordPath);
  return [...misshapes, ...rest.flatMap((child) => below(shape, child.name, child))];
}

/** The element's own content and everything deeper that the specification describes. */
export function below(shape: Shape, path: string, element: XmlElement): Misshape[] {
  const open = shape.structure.open[path];
  if (open === 'all') return [];
  const own =
    element.namespace === signatureNamespace ? [] : attributesOf(element, shape.inner.get(path) ?? noAttributes);
  if (open === 'content') return own;
  if (shape.children[path] === undefined) {
    // A text of the tables, or a stranger, which is said to be one already.
    return isDescribed(shape, path)
      ? [...own, ...element.children.map((child) => unknownChild(child, element, []))]
      : [];
  }
  const deeper = element.children.flatMap((child) => below(shape, `${path}/${child.name}`, child));
  return [...own, ...childBreaches(shape, path, element), ...strayText(shape, path, element), ...deeper];
}

function isDescribed({ children }: Shape, path: string): boolean {
  const at = path.lastIndexOf('/');
  const name = path.slice(at + 1);
  return (children[path.slice(0, Math.max(at, 0))] ?? []).some(({ element }) => plainName(element) === name);
}

function rootBreaches(structure: MessageStructure, root: XmlElement): Misshape[] {
  const misshapes: Misshape[] = [];
  if (root.namespace !== structure.namespace) {
    const expected = expectation('namespace', { namespace: structure.namespace });
    misshapes.push({ breach: 'namespace', element: root, expected, actual: root.namespace });
  }
  const own = structure.attributes.filter((one) => one.at === undefined);
  return [...misshapes, ...attributesOf(root, own)];
}

const noAttributes: readonly StructureAttribute[] = [];

/** What is wrong with an element's attributes: those it should have, and those it should not. */
function attributesOf(element: XmlElement, specified: readonly StructureAttribute[]): Misshape[] {
  if (specified.length === 0 && element.attributes.length === 0) return [];
  const misshapes: Misshape[] = [];
  for (const { name, required, pattern } of specified) {
    const attribute = element.attributes.find((one) => one.name === name);
    const value = attribute?.value;
    const wrong = value === undefined ? required : pattern !== undefined && !new RegExp(pattern, 'u').test(value);
    if (!wrong) continue;
    const expected = expectation('attribute', pattern === undefined ? { name } : { name, pattern });
    const found = attribute === undefined ? { element } : { element: at(element, attribute), actual: attribute.value };
    misshapes.push({ breach: 'attribute', expected, ...found });
  }
  return [
    ...misshapes,
    ...attributeBreaches(
      element,
      specified.map(({ name }) => name),
    ),
  ];
}

/** Attributes the specification does not have. Those that help a validator (`xsi:…`) may be anywhere. */
function attributeBreaches(element: XmlElement, known: readonly string[]): Misshape[] {
  return element.attributes
    .filter(({ name }) => !known.includes(name) && !validatorAttributes.test(name))
    .map((attribute) => ({
      breach: 'attribute',
      element: at(element, attribute),
      expected: expectation('no-attribute', {}),
      actual: attribute.name,
    }));
}

/** The element, pointed at where its attribute stands. */
function at(element: XmlElement, { line = element.line, column = element.column }: XmlAttribute): XmlElement {
  return { ...element, line, column };
}

const validatorAttributes = /^\w+:(schemaLocation|noNamespaceSchemaLocation|type|nil)$/;

/** Text beside the children of an element that has only elements: once, at the element. */
function strayText({ children }: Shape, path: string, element: XmlElement): Misshape[] {
  if (!/[^ \t\r\n]/.test(element.text)) return [];
  const [first] = children[path] ?? [];
  const expected = expectation('no-text', first === undefined ? {} : { child: plainName(first.element) });
  return [{ breach: 'content', element, expected, actual: element.text.trim().replace(/\s+/g, ' ') }];
}

/** A text the tables do not hold, of the wrong length. Lengths count code points, as the schemas do. */
function lengthBreaches(child: ChildElement, element: XmlElement): Misshape[] {
  if (child.length === undefined) return [];
  const { min, max } = child.length;
  const here = [...element.text].length;
  if (here >= min && here <= max) return [];
  return [{ breach: 'value', element, expected: lengthExpected(min, max, here), actual: element.text }];
}

/** Whether the children are those listed, in their order and number, so that there is nothing to look into. */
function isAsListed({ structure, children, tabled }: Shape, path: string, parent: XmlElement): boolean {
  const expected = children[path] ?? [];
  let at = 0;
  let count = 0;
  const mayEnd = (): boolean => {
    const child = expected[at];
    return child === undefined || count >= child.min || tabled.has(`${path}/${child.element}`);
  };
  for (const element of parent.children) {
    if (element.namespace !== structure.namespace) return false;
    while (expected[at]?.element !== element.name) {
      if (at >= expected.length || !mayEnd()) return false;
      at += 1;
      count = 0;
    }
    count += 1;
    const { max = 0, length } = expected[at] ?? {};
    if (length !== undefined || (max > 0 && count > max)) return false;
  }
  for (; at < expected.length; at += 1, count = 0) if (!mayEnd()) return false;
  return true;
}

function childBreaches(shape: Shape, path: string, parent: XmlElement): Misshape[] {
  if (isAsListed(shape, path, parent)) return [];
  const { structure, children, tabled } = shape;
  const expected = children[path] ?? [];
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
    const child = index === undefined ? undefined : expected[index];
    if (child !== undefined) misshapes.push(...lengthBreaches(child, element));
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
