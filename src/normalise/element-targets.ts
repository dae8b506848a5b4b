import type { XmlElement } from '../model/record.js';
import { trimCell } from './cells.js';
import type { NormaliseInput } from './index.js';
import { namesOfCodes } from './names.js';
import { type Target, targetOf } from './targets.js';

/** An element whose text goes into a field. */
export type ElementValue = { readonly element: XmlElement; readonly target: Target; readonly text: string };

/** Where the elements of a format go, by local name; names of XML are told apart by case. */
export type ElementTargets = {
  /** The values among these elements, in the order in which they count. */
  readonly values: (part: string | undefined, elements: readonly XmlElement[]) => readonly ElementValue[];
  /** The format says something about elements of this name, if only that they are left alone. */
  readonly knows: (name: string) => boolean;
};

export function elementTargets({ format, document, codes }: NormaliseInput): ElementTargets {
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

  return {
    values: (part, elements) => {
      const found = elements.flatMap((element): ElementValue[] => {
        const target = targets.get(keyOf(part, element.name));
        return target === undefined ? [] : [{ element, target, text: textOf(element, target) }];
      });
      return preferred === undefined ? found : preferring(preferred, found);
    },
    knows: (name) => known.has(name) || patterns.some((pattern) => pattern.test(name)),
  };
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
