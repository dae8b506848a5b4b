import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChildElement, MessageStructure, StructureBreach } from '../../src/model/format.js';
import type { XmlElement } from '../../src/model/record.js';
import { document, emptyCatalogue, standard } from '../compile/catalogue.js';
import { checkAll } from './checking.js';

const namespace = 'http://example.org/ceb';
const signature = 'http://www.w3.org/2000/09/xmldsig#';
const breaches: readonly StructureBreach[] = [
  'namespace',
  'attribute',
  'order',
  'unknown',
  'repeated',
  'missing',
  'content',
];
const texts = { message: { en: 'x', 'zh-CN': 'x' }, remedy: { en: 'x', 'zh-CN': 'x' } };

const child = (element: string, min: number, max: number): ChildElement => ({ element, min, max });

function structure(children: MessageStructure['children']): MessageStructure {
  return {
    standard: 'x',
    format: 'test',
    root: 'Message',
    namespace,
    rules: breaches.map((breach) => ({
      id: `x/structure.${breach}`,
      breach,
      standard: 'x',
      evidence: 'text',
      severity: 'error',
      ...texts,
    })),
    attributes: [
      { name: 'guid', required: true, pattern: '^[0-9A-F]+$' },
      { name: 'version', required: false, pattern: '^1' },
    ],
    children,
    open: {},
    editions: {},
  };
}

let line = 0;
/** An element on a line of its own, so that a place names it. */
function element(name: string, children: readonly XmlElement[] = [], more: Partial<XmlElement> = {}): XmlElement {
  line += 1;
  return { name, namespace, prefix: '', line, column: 1, attributes: [], children: [...children], text: '', ...more };
}

const copy = (one: XmlElement): XmlElement => element(one.name, one.children.map(copy), { namespace: one.namespace });

type Found = readonly [breach: string, line: number | undefined, name: string | undefined];

/** Judges a record, or an envelope, and tells each breach with the element it is at. */
function judge(of: MessageStructure, root: XmlElement, envelope = false): Found[] {
  const catalogue = {
    ...emptyCatalogue,
    documents: [document()],
    standards: [standard('x', { elements: [row('OrderHead', 'tabled')] })],
    structures: [of],
  };
  const input = envelope ? { records: [], envelope: root } : { records: [{ given: { sku: '1' }, element: root }] };
  const { findings, counts } = checkAll(catalogue, [input]);
  for (const breach of breaches) {
    const own = findings.filter((finding) => finding.rule === `x/structure.${breach}`).length;
    expect(counts[`x/structure.${breach}`]).toEqual([1, own > 0 ? 1 : 0, 0, 0]);
  }
  return findings.map(({ rule, location }) => [rule.replace('x/structure.', ''), location.line, location.name]);
}

function row(path: string, name: string) {
  const occurs = 'M' as const;
  return { id: name, element: name, path: `Order/${path}`, field: name, name: {}, occurs, evidence: 'text' as const };
}

const order = structure({
  Order: [child('OrderHead', 1, 1), child('OrderList', 1, 2)],
  'Order/OrderHead': ['a', 'b', 'c', 'd', 'tabled'].map((name, index) => child(name, index % 2 === 0 ? 1 : 0, 1)),
});

function message(...names: readonly string[]): { head: XmlElement; root: XmlElement } {
  const head = element(
    'OrderHead',
    names.map((name) => element(name)),
  );
  return { head, root: element('Order', [head, element('OrderList')]) };
}

describe('the shape of a record', () => {
  it.each<[string, readonly string[], readonly (readonly [string, string])[]]>([
    ['whole', ['a', 'b', 'c', 'd', 'tabled'], []],
    ['without what may be left out', ['a', 'c', 'tabled'], []],
    ['without what must be there', ['a', 'b', 'tabled'], [['missing', 'OrderHead']]],
    ['without what its table asks for', ['a', 'c'], []],
    ['with one twice', ['a', 'b', 'b', 'c', 'tabled'], [['repeated', 'b']]],
    ['with one twice, elsewhere', ['b', 'a', 'b', 'c', 'tabled'], [['repeated', 'b']]],
    ['with one moved to the end', ['b', 'c', 'd', 'tabled', 'a'], [['order', 'a']]],
    ['with two exchanged', ['a', 'c', 'b', 'd', 'tabled'], [['order', 'c']]],
    ['with a stranger', ['a', 'x', 'c', 'tabled'], [['unknown', 'x']]],
    ['in another case', ['A', 'a', 'c', 'tabled'], [['unknown', 'A']]],
    [
      'empty',
      [],
      [
        ['missing', 'OrderHead'],
        ['missing', 'OrderHead'],
      ],
    ],
  ])('%s', (_name, names, expected) => {
    expect(judge(order, message(...names).root).map(([breach, , name]) => [breach, name])).toEqual(expected);
  });

  it('counts repeatable children, and has no limit where there is none', () => {
    const lists = (count: number, max: number) => {
      const of = structure({ Order: [child('OrderList', 1, max)] });
      return judge(
        of,
        element(
          'Order',
          Array.from({ length: count }, () => element('OrderList')),
        ),
      );
    };
    expect([lists(2, 2), lists(200, 0)]).toEqual([[], []]);
    expect(lists(3, 2).map(([breach]) => breach)).toEqual(['repeated']);
    expect(lists(0, 2).map(([breach, , name]) => [breach, name])).toEqual([['missing', 'Order']]);
  });

  it('names a wrong namespace once, where it begins', () => {
    const { head, root } = message('a', 'c', 'tabled');
    const foreign = {
      ...head,
      namespace: 'http://example.org/other',
      children: head.children.map((one) => ({ ...one, namespace: 'http://example.org/other' })),
    };
    expect(judge(order, { ...root, children: [foreign, ...root.children.slice(1)] })).toEqual([
      ['namespace', head.line, 'OrderHead'],
    ]);
  });

  it('is judged only where the format has a structure', () => {
    const catalogue = {
      ...emptyCatalogue,
      documents: [document()],
      standards: [standard('x')],
      structures: [{ ...order, format: 'other' }],
    };
    const { findings, counts } = checkAll(catalogue, [{ records: [{ given: {}, element: element('Anything') }] }]);
    expect([findings, counts]).toEqual([[], {}]);
  });
});

describe('the shape of a message', () => {
  const whole = structure({
    '': [child('Order', 1, 2), child('BaseTransfer', 1, 1), child('ds:Signature', 0, 1)],
    BaseTransfer: [child('copCode', 1, 1)],
    Order: [child('OrderHead', 1, 1)],
  });
  const shell = () => element('Order');
  const transfer = (...names: readonly string[]) =>
    element(
      'BaseTransfer',
      names.map((name) => element(name)),
    );
  const root = (children: readonly XmlElement[], more: Partial<XmlElement> = {}) =>
    element('Message', children, { attributes: [{ name: 'guid', value: 'AF' }], ...more });

  it.each<[string, () => XmlElement, readonly string[]]>([
    ['whole', () => root([shell(), transfer('copCode'), element('Signature', [], { namespace: signature })]), []],
    ['without a transfer', () => root([shell()]), ['missing']],
    ['with three records of two', () => root([shell(), shell(), shell(), transfer('copCode')]), ['repeated']],
    ['in another order', () => root([transfer('copCode'), shell()]), ['order']],
    ['with an empty transfer', () => root([shell(), transfer()]), ['missing']],
    ['with a signature of its own', () => root([shell(), transfer('copCode'), element('Signature')]), ['namespace']],
    ['without a guid', () => root([shell(), transfer('copCode')], { attributes: [] }), ['attribute']],
    [
      'with a bad guid',
      () => root([shell(), transfer('copCode')], { attributes: [{ name: 'guid', value: 'xyz' }] }),
      ['attribute'],
    ],
    [
      'with a bad optional attribute',
      () =>
        root([shell(), transfer('copCode')], {
          attributes: [
            { name: 'guid', value: 'A' },
            { name: 'version', value: '2' },
          ],
        }),
      ['attribute'],
    ],
    ['all of another namespace', () => other(root([shell(), transfer('copCode')])), ['namespace']],
  ])('%s', (_name, make, expected) => {
    expect(judge(whole, make(), true).map(([breach]) => breach)).toEqual(expected);
  });

  function other(one: XmlElement): XmlElement {
    return { ...one, namespace: 'urn:other', children: one.children.map(other) };
  }
});

describe('any shape', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  /** A specification, and how often each of its children is there in a valid record. */
  const valid = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 8 }),
      fc.array(fc.record({ min: fc.nat(1), more: fc.nat(2), extra: fc.nat(2) }), { minLength: 8, maxLength: 8 }),
    )
    .map(([chosen, bounds]) => {
      const children = chosen.map((name, index) => {
        const { min = 0, more = 0 } = bounds[index] ?? {};
        return child(name, min, Math.max(1, min + more));
      });
      const counts = children.map(({ min, max }, index) => Math.min(max, min + (bounds[index]?.extra ?? 0)));
      const elements = children.flatMap(({ element: name }, index) =>
        Array.from({ length: counts[index] ?? 0 }, () => element(name)),
      );
      return { of: structure({ Order: children }), children, elements };
    });
  const found = (of: MessageStructure, elements: readonly XmlElement[]) => judge(of, element('Order', elements));

  it('is left alone when it is valid', () => {
    fc.assert(
      fc.property(valid, ({ of, elements }) => {
        expect(found(of, elements)).toEqual([]);
      }),
    );
  });

  it('shows the one child too many, and only that', () => {
    fc.assert(
      fc.property(valid, fc.nat(), fc.nat(), ({ of, children, elements }, which, where) => {
        const full = children.filter(
          ({ element: name, max }) => elements.filter((one) => one.name === name).length === max,
        );
        const twice = full[which % Math.max(1, full.length)];
        fc.pre(twice !== undefined);
        const added = copy(element(twice?.element ?? ''));
        const place = where % (elements.length + 1);
        const result = found(of, [...elements.slice(0, place), added, ...elements.slice(place)]);
        expect(result.map(([breach, , name]) => [breach, name])).toEqual([['repeated', twice?.element]]);
      }),
    );
  });

  it('shows what is missing, at the parent', () => {
    fc.assert(
      fc.property(valid, fc.nat(), ({ of, children, elements }, which) => {
        const needed = children.filter(({ min }) => min > 0);
        const gone = needed[which % Math.max(1, needed.length)]?.element;
        fc.pre(gone !== undefined);
        expect(
          found(
            of,
            elements.filter((one) => one.name !== gone),
          ).map(([breach, , name]) => [breach, name]),
        ).toEqual([['missing', 'Order']]);
      }),
    );
  });

  it('shows a stranger, wherever it stands, and nothing else', () => {
    fc.assert(
      fc.property(valid, fc.nat(), ({ of, elements }, where) => {
        const stranger = element('stranger');
        const place = where % (elements.length + 1);
        expect(found(of, [...elements.slice(0, place), stranger, ...elements.slice(place)])).toEqual([
          ['unknown', stranger.line, 'stranger'],
        ]);
      }),
    );
  });

  it('shows the one child that was moved', () => {
    fc.assert(
      fc.property(valid, fc.nat(), fc.nat(), ({ of, elements }, from, to) => {
        const at = from % Math.max(1, elements.length);
        const moved = elements[at];
        fc.pre(moved !== undefined);
        if (moved === undefined) return;
        const rest = elements.filter((_, index) => index !== at);
        const place = to % (rest.length + 1);
        const shuffled = [...rest.slice(0, place), moved, ...rest.slice(place)];
        const ordered = shuffled.every(
          (one, index) => index === 0 || position(of, shuffled[index - 1]) <= position(of, one),
        );
        const result = found(of, shuffled);
        if (ordered) {
          expect(result).toEqual([]);
          return;
        }
        expect(result.map(([breach]) => breach)).toEqual(['order']);
        // Between neighbours either may be called the one that moved.
        const crossed = elements.slice(Math.min(at, place), Math.max(at, place) + 1);
        const [, at_] = result[0] ?? [];
        if (new Set(crossed.map((one) => one.name)).size > 2) expect(at_).toBe(moved.line);
        else expect(crossed.map((one) => one.line)).toContain(at_);
      }),
    );
  });

  it('shows, of any shuffle, as few as would have to move', () => {
    const shuffled = valid.chain(({ of, elements }) =>
      fc.shuffledSubarray([...elements], { minLength: elements.length }).map((mixed) => ({ of, mixed })),
    );
    fc.assert(
      fc.property(shuffled, ({ of, mixed }) => {
        const result = found(of, mixed);
        const misplaced = new Set(result.map(([, at]) => at));
        expect(misplaced.size).toBe(result.length);
        const kept = mixed.filter((one) => !misplaced.has(one.line)).map((one) => position(of, one));
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        expect(kept.length).toBe(longest(mixed.map((one) => position(of, one))));
      }),
    );
  });

  function position(of: MessageStructure, one: XmlElement | undefined): number {
    return (of.children['Order'] ?? []).findIndex((expected) => expected.element === one?.name);
  }

  /** Length of a longest non-decreasing subsequence, by trying all ends. */
  function longest(values: readonly number[]): number {
    const best: number[] = [];
    for (const value of values) {
      const before = best.filter((_, j) => (values[j] ?? 0) <= value);
      best.push(1 + Math.max(0, ...before));
    }
    return Math.max(0, ...best);
  }
});
