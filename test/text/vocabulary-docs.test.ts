import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createReference } from '../../src/compile/reference.js';
import type { CodeList, TermList } from '../../src/model/codes.js';
import type { Condition } from '../../src/model/condition.js';

const page = readFileSync(new URL('../../docs/vocabulary.md', import.meta.url), 'utf8');
const codes: CodeList = {
  id: 'customs-currency',
  title: {},
  complete: true,
  sources: [],
  entries: [{ code: '142', name: {} }],
};
const terms: TermList = {
  id: 'superlatives',
  title: {},
  sources: [],
  terms: [{ term: '国家级', except: ['国家级森林公园'] }],
};
const reference = createReference([codes], [terms]);

type Case = { readonly condition: Condition; readonly value: string; readonly passes: boolean };

/** The values in code spans after “passes” and “fails” of an example line; an object that begins with “the same” or “with” is left to readers. */
function casesOf(line: string): readonly Case[] {
  const [, schema = '', rest = ''] = /`(\{ .*? \})`(?= passes)(.*)$/.exec(line) ?? [];
  if (schema === '') return [];
  const [passing = '', failing = ''] = rest.split(/, fails /);
  const values = (text: string): readonly string[] =>
    [...text.matchAll(/`([^`]+)`/g)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
  const whole = (value: string): boolean => /^["{]/.test(value) && !/^"\w+": /.test(value);
  const condition: Condition = JSON.parse(schema);
  return [
    ...values(passing)
      .filter(whole)
      .map((value) => ({ condition, value, passes: true })),
    ...values(failing)
      .filter(whole)
      .map((value) => ({ condition, value, passes: false })),
  ];
}

describe('the examples of docs/vocabulary.md', () => {
  const cases = page
    .split('\n')
    .filter((line) => line.includes('Example: '))
    .flatMap(casesOf);

  it('are there for every keyword', () => {
    expect(new Set(cases.flatMap(({ condition }) => Object.keys(condition))).size).toBe(page.match(/^### `/gm)?.length);
  });

  it.each(cases)('$condition on $value', ({ condition, value, passes }) => {
    expect(reference.compile(condition)(JSON.parse(value))).toBe(passes);
  });
});
