import type { DocumentKind } from '../model/document.js';
import type { Format } from '../model/format.js';
import type { XmlElement } from '../model/record.js';
import { trimCell } from './cells.js';
import type { NormaliseInput } from './index.js';
import { namesOfCodes } from './names.js';
import { besideIt, type Target, targetOf } from './targets.js';

/** An element whose text, or one of whose attributes, goes into a field. */
export type ElementValue = { readonly element: XmlElement; readonly target: Target; readonly text: string };

/** Where the elements of a format go, by local name; names of XML are told apart by case. */
export type ElementTargets = {
  /** The values among these elements, in the order in which they count. */
  readonly values: (part: string | undefined, elements: readonly XmlElement[]) => readonly ElementValue[];
  /** The format reads elements within elements; it need not say something about each. */
  readonly deep: boolean;
  /** The format says something about elements of this name, if only that they are left alone. */
  readonly knows: (name: string) => boolean;
};

const made = new WeakMap<Format, { readonly document: DocumentKind; readonly targets: ElementTargets }>();

/** The targets of a format, worked out once however many files are of it. */
export function elementTargets(input: NormaliseInput): ElementTargets {
  const known = made.get(input.format);
  if (known?.document === input.document) return known.targets;
  const targets = makeTargets(input);
  made.set(input.format, { document: input.document, targets });
  return targets;
}

function makeTargets({ format, document, codes }: NormaliseInput): ElementTargets {
  const names = namesOfCodes(codes);
  const known = new Set<string>();
  const targets = new Map<string, Target>();
  for (const column of format.columns) {
    for (const name of [column.name, ...column.aliases]) {
      known.add(name);
      const target = targetOf(column, name, document, names);
      const key = keyOf(target?.part, name);
      if (target !== undefined && !targets.has(key)) targets.set(key, target);
    }
  }
  const patterns = format.columns.flatMap(({ pattern }) => (pattern === undefined ? [] : [new RegExp(pattern, 'iu')]));
  const preferred = format.recognise.declares;
  const above = pathsAbove(known);

  const valuesOf = (part: string | undefined, element: XmlElement, path: string): ElementValue[] => {
    const target = targets.get(keyOf(part, path));
    if (target !== undefined) {
      const own = besideIt(target, (name) => attributeOf(element, name));
      return [{ element, target: own, text: textOf(element, own) }, ...attributesOf(part, element, path)];
    }
    if (!above.has(path)) return [];
    return [
      ...attributesOf(part, element, path),
      ...element.children.flatMap((child) => valuesOf(part, child, `${path}/${child.name}`)),
    ];
  };
  const attributesOf = (part: string | undefined, element: XmlElement, path: string): ElementValue[] => {
    if (!above.has(path)) return [];
    return element.attributes.flatMap(({ name, value }) => {
      const target = targets.get(keyOf(part, `${path}/@${name}`));
      return target === undefined ? [] : [{ element, target, text: value }];
    });
  };

  return {
    values: (part, elements) => {
      const found = elements.flatMap((element) => valuesOf(part, element, element.name));
      return preferred === undefined ? found : preferring(preferred, found);
    },
    deep: above.size > 0,
    knows: (name) => known.has(name) || patterns.some((pattern) => pattern.test(name)),
  };
}

/** Every path above one of these. */
function pathsAbove(paths: Iterable<string>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const path of paths)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) above.add(path.slice(0, at));
  return above;
}

/** The value of an attribute written `@unitCode`. */
function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => `@${attribute.name}` === name)?.value;
}

function keyOf(part: string | undefined, name: string): string {
  return part === undefined ? name : `${part}/${name}`;
}

/** Text or, for links that have none, the href attribute. */
function textOf(element: XmlElement, { hrefToo }: Target): string {
  if (!hrefToo || trimCell(element.text) !== '') return element.text;
  return element.attributes.find((attribute) => attribute.name === 'href')?.value ?? element.text;
}

/** Where a field has filled elements of the preferred namespace and others beside them, the others do not count. */
function preferring(namespace: string, values: readonly ElementValue[]): readonly ElementValue[] {
  const own = values.filter(({ element, text }) => element.namespace === namespace && trimCell(text) !== '');
  const taken = new Set(own.map(({ element, target }) => (target.shape === 'list' ? element.name : target.field)));
  const counts = ({ element, target }: ElementValue): boolean =>
    element.namespace === namespace || !taken.has(target.shape === 'list' ? element.name : target.field);
  return values.some((value) => !counts(value)) ? values.filter(counts) : values;
}
