import { describe, expect, it } from 'vitest';
import { deriveInput } from '../../src/catalogue/conditions.js';
import { isNested } from '../../src/catalogue/regular-expression.js';
import type { Condition } from '../../src/model/condition.js';

const any = (...fields: string[]): object => ({ fields, mode: 'any' });
const all = (...fields: string[]): object => ({ fields, mode: 'all' });

describe('the input of a rule', () => {
  it.each<[string, Condition, object, string[]]>([
    ['a field named in properties', { properties: { a: { minLength: 1 }, b: { minLength: 1 } } }, any('a', 'b'), []],
    ['a demanded field', { required: ['a'], properties: { b: { const: 'x' } } }, any('b', 'a'), ['a']],
    ['one of two demanded', { anyOf: [{ required: ['a'] }, { required: ['b'] }] }, any('a', 'b'), ['a', 'b']],
    [
      'demanded in a consequence',
      { if: { properties: { m: { const: '1' } }, required: ['m'] }, then: { required: ['a'] } },
      any('a'),
      ['a'],
    ],
    ['a forbidden field', { not: { required: ['a'] } }, any('a'), []],
    ['only asked about', { if: { properties: { a: { const: '1' } } }, then: { minLength: 1 } }, any('a'), []],
    ['a comparison', { compare: { left: 'a', is: '<', right: 'b' } }, all('a', 'b'), []],
    ['a sum, deductions left out', { sumOf: { total: 't', plus: ['a', 'b'], minus: ['c'] } }, all('t', 'a', 'b'), []],
    ['a product', { productOf: { product: 'p', factors: ['a', 'b'] } }, all('p', 'a', 'b'), []],
    ['a sum over a part', { sumOfPart: { total: 't', part: 'lines', field: 'a' } }, all('t', 'lines'), []],
    ['a numbering', { numbered: { part: 'lines', field: 'n' } }, all('lines'), []],
    ['an order of dates', { allOf: [{ dateOrder: { earlier: 'a', later: 'b' } }] }, all('a', 'b'), []],
    ['one of several fields', { oneOfFields: { field: 'a', among: ['b', 'c'] } }, all('a', 'b', 'c'), []],
    [
      'a sum beside a field',
      { properties: { x: { minLength: 1 } }, sumOf: { total: 't', plus: ['a'] } },
      all('t', 'a'),
      [],
    ],
  ])('%s', (_, condition, needs, demands) => {
    expect(deriveInput(condition)).toEqual({ needs, demands });
  });

  it('is what the author says, where the author says it', () => {
    expect(deriveInput({ properties: { a: {} } }, ['b', 'c'])).toEqual({ needs: all('b', 'c'), demands: [] });
  });
});

describe('patterns that may run for ever', () => {
  it.each(['^(a+)+$', '^([a-z]*)*$', '(\\d*,?)*', '(?:a|b+)*', '^((?:x+)?)+$', '(\\w+\\s?){2,}'])(
    '%s does',
    (pattern) => {
      expect(isNested(pattern)).toBe(true);
    },
  );
  it.each([
    '^[A-Z]+(?:-[A-Z]+)*$',
    '^(?:\\d{3}){2}$',
    '(?:\\S+\\s+)*x',
    '^(ab)+$',
    '[(a+)+]',
    '\\(a+\\)+',
    '^(?:a+){1,3}$',
  ])('%s does not', (pattern) => {
    expect(isNested(pattern)).toBe(false);
  });
});
