import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failuresOf, subjectOf } from '../../src/check/index.js';
import { catalogueLists } from '../../src/check/lists.js';
import { ExpressionWriter } from '../../src/compile/expression.js';
import { evaluateModule } from '../../src/compile/index.js';
import { createReference } from '../../src/compile/reference.js';
import type { Condition } from '../../src/model/condition.js';
import * as vocabulary from '../../src/vocabulary/index.js';
import { emptyCatalogue } from './catalogue.js';
import { codes, condition, names, terms, value } from './conditions.js';

const lists = catalogueLists({ ...emptyCatalogue, codes, terms });
const environment = { vocabulary, codes: lists.codeSet, terms: lists.termFinder };
let reference = createReference(codes, terms);
let compiled = 0;

type Test = (value: unknown) => boolean;

/** The condition in generated code, in a module of its own. */
function generated(one: Condition): Test {
  const writer = new ExpressionWriter();
  const expression = writer.write(one, { value: 'i' });
  const source = [
    '(() => {',
    'const digest = "x";',
    'const bind = (E) => {',
    'const V = E.vocabulary;',
    ...writer.constants(),
    `const check = (i, r, w, on, tally, fail) => { if (!(${expression})) fail(0); };`,
    "return [{ standard: 'x', part: null, envelope: false, rules: [0], check }];",
    '};',
    'return { digest, bind };',
    '})()',
  ].join('\n');
  const [group] = evaluateModule(source).bind(environment);
  const none = new Float64Array(0);
  const tally = { ran: none, failed: none, skipped: none, lacked: none };
  return (item) => {
    let holds = true;
    // A value may be anything here; records are objects.
    const fail = (): void => {
      holds = false;
    };
    if (group !== undefined) Reflect.apply(group.check, undefined, [item, {}, item, new Uint8Array(1), tally, fail]);
    return holds;
  };
}

function referred(one: Condition): Test {
  // ajv keeps every schema it has compiled.
  if (compiled++ % 200 === 0) reference = createReference(codes, terms);
  const validate = reference.compile(one);
  return (item) => validate(item) === true;
}

const explained =
  (one: Condition): Test =>
  (item) =>
    failuresOf(one, subjectOf(item), lists).length === 0;

/** ajv compares objects by their `constructor`, `valueOf` and `toString`, and breaks down on records that have such fields. */
function comparable(one: Condition, item: unknown): boolean {
  const compares = /"(?:uniqueItems|const|enum)":/.test(JSON.stringify(one));
  return !(compares && /"(?:valueOf|toString|constructor)":/.test(JSON.stringify(item)));
}

function judge(one: Condition, item: unknown): readonly boolean[] {
  return [referred(one)(item), generated(one)(item), explained(one)(item)];
}

type Case = { readonly name: string; readonly condition: Condition; readonly item: unknown; readonly holds: boolean };

const cases: readonly Case[] = (
  [
    ['an inherited name is not there', { required: ['constructor'] }, {}, false],
    ['nor is a prototype', { required: ['__proto__'] }, {}, false],
    [
      'one of its own is',
      { required: ['constructor', '__proto__'] },
      JSON.parse('{"constructor":"x","__proto__":"y"}'),
      true,
    ],
    ['an inherited name is not judged', { properties: { toString: { type: 'string' } } }, {}, true],
    ['an inherited name is not forbidden', { not: { required: ['valueOf'] } }, {}, true],
    ['a sum does not add an inherited name', { sumOf: { total: 'a', plus: ['constructor'] } }, { a: '0' }, true],
    ['a part of no items', { numbered: { part: 'constructor', field: 'a' } }, {}, true],
    [
      'repeated objects',
      { uniqueItems: true },
      [
        { a: '1', b: '2' },
        { b: '2', a: '1' },
      ],
      false,
    ],
    ['1 and "1" differ', { uniqueItems: true }, [1, '1', true, 'true'], true],
    ['members in another order are the same', { const: { a: '1', b: '2' } }, { b: '2', a: '1' }, true],
    ['an object among many constants', { enum: ['1', '2', '3', '4', { a: ['1'] }] }, { a: ['1'] }, true],
    ['nothing contains nothing', { contains: {} }, [], false],
    ['not of an alternative', { not: { anyOf: [{ const: 'a' }, { const: 'b' }] } }, 'b', false],
    [
      'a branch that can never hold leaves no name behind',
      {
        if: { maxItems: 0 },
        then: {
          if: { if: { minLength: 1 }, then: { properties: { a: { minLength: 1 } } } },
          else: { properties: { a: { minLength: 1 } } },
          not: {},
        },
      },
      ['1'],
      true,
    ],
    ['a code of another type passes', { codeList: 'units' }, 7, true],
    ['an empty pattern finds an empty text', { pattern: '' }, '', true],
    ['code points, not units', { maxLength: 1 }, '𠀀', true],
  ] as const
).map(([name, condition, item, holds]) => ({ name, condition, item, holds }));

describe('the reference, the generated code and the explanation', () => {
  it('agree on every condition and every value', () => {
    let held = 0;
    let broken = 0;
    fc.assert(
      fc.property(condition, fc.array(value.value, { minLength: 6, maxLength: 12 }), (one, items) => {
        const [byReference, byCode, byExplanation] = [referred(one), generated(one), explained(one)];
        for (const item of items.filter((candidate) => comparable(one, candidate))) {
          const holds = byReference(item);
          if (holds) held += 1;
          else broken += 1;
          expect({ item, code: byCode(item), explanation: byExplanation(item) }).toEqual({
            item,
            code: holds,
            explanation: holds,
          });
        }
      }),
      { numRuns: 800 },
    );
    // The conditions are worth the asking: both answers are common.
    expect(Math.min(held, broken)).toBeGreaterThan(1000);
  });

  it('agree on objects in depth', () => {
    fc.assert(
      fc.property(condition, fc.array(value.object, { minLength: 4, maxLength: 8 }), (one, items) => {
        const nested: Condition = { properties: { inner: one }, items: one };
        const [byReference, byCode, byExplanation] = [referred(nested), generated(nested), explained(nested)];
        const shapes = items.flatMap((object) => [{ inner: object }, [object], { inner: [object] }]);
        for (const item of shapes.filter((candidate) => comparable(one, candidate))) {
          const holds = byReference(item);
          expect([byCode(item), byExplanation(item)]).toEqual([holds, holds]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(cases)('$name', ({ condition: one, item, holds }) => {
    expect(judge(one, item)).toEqual([holds, holds, holds]);
  });

  it('name every breach at a place', () => {
    fc.assert(
      fc.property(condition, value.object, (one, item) => {
        for (const { path, expected } of failuresOf(one, subjectOf(item), lists)) {
          expect(expected.id).not.toBe('');
          for (const step of path) expect(typeof step).toBe('string');
          const [first] = path;
          if (first !== undefined) expect([...names, 'lines']).toContain(first);
        }
      }),
      { numRuns: 300 },
    );
  });
});
