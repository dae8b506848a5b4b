import type { Expectation } from '../model/finding.js';
import type { ChildElement, MessageStructure, StructureBreach } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { SourceRecord, XmlElement } from '../model/record.js';
import { expectation } from '../text/expectation-values.js';
import { nearestWord } from '../text/nearest.js';
import type { CheckRun, FileContext } from './check-run.js';
import { countOf } from './counts.js';
import { findingKey } from './identity.js';

const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

export type StructureChecker = {
  readonly record: (record: SourceRecord) => boolean;
  readonly envelope: (record: SourceRecord) => void;
};

/** A breach of a message's shape, at an element. */
type Misshape = {
  readonly breach: StructureBreach;
  readonly element: XmlElement;
  readonly expected: Expectation;
  readonly actual?: string;
};

/** Judges the shape of a message as written: namespaces, attributes, unknown, repeated, missing and misplaced elements. */
export function createStructureChecker(run: CheckRun, context: FileContext): StructureChecker {
  const structure = run.compiled.catalogue.structures.find((one) => one.format === context.format.id);
  if (structure === undefined) return { record: () => false, envelope: () => undefined };
  const standard = run.compiled.catalogue.standards.find((one) => one.slug === structure.standard);
  // A missing element of the table is the table's own finding.
  const tabled = new Set((standard?.elements ?? []).map((row) => `${row.path}/${row.element}`));
  const recordPath = context.format.xml?.record ?? '';

  const report = (record: SourceRecord, misshapes: readonly Misshape[]): boolean => {
    let open = false;
    const { ruleReason } = run.activate(record);
    for (const rule of structure.rules) {
      if (
        ruleReason({ ...rule, applies: { documents: [record.document], formats: [context.format.id] } }) !== 'in-force'
      )
        continue;
      const severity = run.severityOf(rule);
      const count = countOf(run.counts, rule, severity);
      const own = misshapes.filter((one) => one.breach === rule.breach);
      count.checked += 1;
      if (own.length === 0) continue;
      count.failed += 1;
      open = true;
      for (const { element, expected, actual } of own) {
        if (!run.sink.wants(rule.id)) continue;
        run.sink.add({
          rule: rule.id,
          standards: run.compiled.numbersOf(rule.id, context.document.id),
          severity,
          location: placeOf(context.file, record, element),
          key: findingKey(rule.id, context.document, record, [element.name]),
          expected,
          personal: false,
          state: 'open',
          related: [],
          ...(actual === undefined ? {} : { actual }),
        });
      }
    }
    return open;
  };

  return {
    record: ({ element, ...rest }) =>
      element !== undefined && report({ ...rest, element }, below(structure, tabled, recordPath, element)),
    envelope: (record) => {
      if (record.element !== undefined) report(record, ofEnvelope(structure, tabled, recordPath, record.element));
    },
  };
}

function placeOf(file: string, record: SourceRecord, element: XmlElement): Location {
  const place = { file, line: element.line, column: element.column, pointer: '', name: element.name };
  return record.number > 0 ? { ...place, record: record.number } : place;
}

function ofEnvelope(
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
function below(
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
  const known: { readonly element: XmlElement; readonly index: number }[] = [];
  for (const element of parent.children) {
    const index = places.get(element.name);
    if (index === undefined) misshapes.push(unknownChild(element, parent, expected));
    else known.push({ element, index });
    if (index !== undefined && !inRightNamespace(structure, parent, element, expected[index])) {
      misshapes.push({
        breach: 'namespace',
        element,
        expected: expectation('namespace', { namespace: structure.namespace }),
        actual: element.namespace,
      });
    }
  }
  const kept = longestOrderedRun(known.map((one) => one.index));
  for (const [index, child] of expected.entries()) {
    const own = known.flatMap((one, i) =>
      one.index === index ? [{ element: one.element, inPlace: kept.has(i) }] : [],
    );
    misshapes.push(...countBreaches(child, own, parent, tabled.has(`${path}/${child.element}`)));
  }
  return [...misshapes, ...orderBreaches(known, kept, expected)];
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
  own: readonly { readonly element: XmlElement; readonly inPlace: boolean }[],
  parent: XmlElement,
  tabled: boolean,
): Misshape[] {
  const name = child.element;
  const here = String(own.length);
  // Of too many, the one that stands out of place is the one too many.
  const surplus =
    child.max > 0 && own.length > child.max ? (own.find((one) => !one.inPlace) ?? own[child.max])?.element : undefined;
  if (surplus !== undefined) {
    const expected =
      child.max === 1
        ? expectation('single-child', { child: name, here })
        : expectation('at-most-children', { child: name, max: String(child.max), here });
    return [{ breach: 'repeated', element: surplus, expected, actual: name }];
  }
  if (own.length >= child.min || tabled) return [];
  return [{ breach: 'missing', element: parent, expected: expectation('value', { child: name }) }];
}

/** The fewest elements that would have to move: those outside the longest run already in order. */
function orderBreaches(
  known: readonly { readonly element: XmlElement; readonly index: number }[],
  kept: ReadonlySet<number>,
  expected: readonly ChildElement[],
): Misshape[] {
  if (kept.size === known.length) return [];
  const surplus = (index: number): boolean => {
    const max = expected[index]?.max ?? 0;
    return max > 0 && known.filter((one) => one.index === index).length > max;
  };
  return known.flatMap(({ element, index }, i) => {
    // One too many is said to be that, not to be misplaced as well.
    if (kept.has(i) || surplus(index)) return [];
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
    let at = tails.findIndex((tail) => (values[tail] ?? 0) > value);
    if (at < 0) at = tails.length;
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
