import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCode } from '../../src/catalogue/format-codes.js';
import { createReference } from '../../src/compile/reference.js';
import type { Condition } from '../../src/model/condition.js';
import type { Rule } from '../../src/model/standard.js';
import { hasDecimalDigits } from '../../src/vocabulary/index.js';
import { load, standard } from './small.js';

const structure = `structure:
  format: message
  root: Message
  namespace: "http://x"
  children: { "": { Order: [1, 9], Transfer: [1, 1] }, Order: { Head: [1, 1], Line: [1, 0] }, Order/Head: elements, Order/Line: elements, Transfer: elements }
`;

const head = (row: string, more = ''): string => `elements:
  - { table: Head, path: Order/Head, evidence: text, document: order, ${more}rows: [{ element: someCode, field: currency, ${row} }] }
`;

/** The rules a row stands for, by the last piece of their id. */
function expand(
  row: string,
  more = '',
  changes: { readonly [key: string]: string } = {},
): { readonly [breach: string]: Rule } {
  const { catalogue, faults } = load({ 'national/gb-1-2020.yaml': standard(head(row, more), changes) });
  expect(faults).toEqual([]);
  return Object.fromEntries(
    (catalogue?.rules ?? []).map((rule) => [rule.id.slice(rule.id.lastIndexOf('.') + 1), rule]),
  );
}

function passes(condition: Condition | undefined, record: object): boolean {
  if (condition === undefined) throw new Error('no such rule');
  const colours = { id: 'colours', title: {}, complete: true, sources: [], entries: [{ code: '01', name: {} }] };
  return createReference([colours], []).compile(condition)(record) === true;
}

const value = (text: string): object => ({ currency: text });

describe('rows of an element table', () => {
  it('yield one rule for what is missing, one for the form, one for the code', () => {
    const rules = expand('name: { en: Some code }, occurs: M, format: C2, codes: colours');
    expect(Object.keys(rules)).toEqual(['missing', 'format', 'code']);
    expect(rules['missing']).toMatchObject({
      id: 'gb-1-2020/some-code.missing',
      view: 'raw',
      severity: 'error',
      require: { required: ['currency'], properties: { currency: { minLength: 1 } } },
      needs: { fields: ['currency'], mode: 'any' },
      demands: ['currency'],
      applies: { documents: ['order'] },
      element: 'some-code',
    });
    expect(rules['missing']?.message.en).toContain('Some code');
    expect(rules['code']).toMatchObject({ needs: { fields: ['currency'], mode: 'any' }, demands: [] });
  });

  it('take their name from the field when they have none', () => {
    expect(expand('occurs: M')['missing']?.message['zh-CN']).toContain('币制');
  });

  it('say nothing twice of an empty mandatory element', () => {
    const { missing, format, code } = expand('occurs: M, format: C2, codes: colours');
    expect([missing, format, code].map((rule) => passes(rule?.require, value('')))).toEqual([false, true, true]);
    expect([missing, format, code].map((rule) => passes(rule?.require, value('1')))).toEqual([true, false, false]);
    expect([missing, format, code].map((rule) => passes(rule?.require, value('01')))).toEqual([true, true, true]);
    expect(passes(missing?.require, {})).toBe(false);
  });

  it('judge an empty optional element by its form: it is there', () => {
    const { missing, format } = expand('occurs: O, format: C2');
    expect(missing).toBeUndefined();
    expect(passes(format?.require, value(''))).toBe(false);
    expect(passes(expand('occurs: O, format: C..2')['format']?.require, value(''))).toBe(true);
  });

  it.each(['emptyAllowed: true', 'default: "3"'])('let an empty element pass where %s', (allowed) => {
    const { missing, format } = expand(`occurs: M, format: C2, ${allowed}`);
    expect([missing, format].map((rule) => passes(rule?.require, value('')))).toEqual([true, true]);
    expect(passes(missing?.require, {})).toBe(false);
    expect(passes(format?.require, value('123'))).toBe(false);
  });

  it('are due when their condition says so, and judged whenever they are there', () => {
    const { missing, format } = expand('occurs: C, when: { required: [total] }, format: C2');
    expect(missing?.when).toEqual({ required: ['total'] });
    expect(format?.when).toBeUndefined();
    expect(expand('occurs: C, format: C2')['missing']).toBeUndefined();
  });

  it('accept fixed values, alternatives, forms of dates and lower bounds', () => {
    expect(passes(expand('occurs: O, fixed: "142"')['code']?.require, value('110'))).toBe(false);
    expect(passes(expand('occurs: O, oneOf: [I, E]')['code']?.require, value('E'))).toBe(true);
    const date = expand('occurs: O, dateForm: yyyyMMdd')['format']?.require;
    expect([passes(date, value('20240229')), passes(date, value('20230229'))]).toEqual([true, false]);
    const amount = expand('occurs: O, format: "N19,5", min: "0"')['format']?.require;
    expect(['0', '12.5', '-1', '0.000001'].map((text) => passes(amount, value(text)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('inherit and override clause, evidence and severity; no rule rests on what is only recalled', () => {
    const rules = expand(
      'occurs: M, format: C2, codes: colours, evidence: summary, codeEvidence: recalled',
      'severity: advice, ',
    );
    expect(Object.values(rules).map(({ evidence, severity }) => [evidence, severity])).toEqual([
      ['summary', 'advice'],
      ['summary', 'advice'],
    ]);
    expect(expand('occurs: M', '', { obligation: 'recommended' })['missing']?.severity).toBe('warning');
    expect(expand('occurs: M', '', { obligation: 'guidance' })['missing']?.severity).toBe('advice');
  });

  it('warn of an unknown code where the list is incomplete', () => {
    expect(expand('occurs: O, codes: some-units')['code']?.severity).toBe('warning');
    expect(expand('occurs: O, codes: colours')['code']?.severity).toBe('error');
  });

  it('belong to the message, and outside its records to the envelope', () => {
    const tables = `elements:
  - { table: Head, path: Order/Head, evidence: text, document: order, rows: [{ element: orderNo, field: orderNumber, occurs: M }] }
  - { table: Line, path: Order/Line, evidence: text, document: order, part: lines, idPrefix: line-, rows: [{ element: amount, field: amount, occurs: M }] }
  - { table: Transfer, path: Transfer, evidence: text, document: order, rows: [{ element: copCode, field: transferCode, occurs: M }, { element: dxpId, occurs: O, format: C2 }] }
`;
    const { catalogue, faults } = load({ 'national/gb-1-2020.yaml': standard(tables + structure) });
    expect(faults).toEqual([]);
    expect(catalogue?.rules.map(({ id, part, envelope, applies }) => [id, part, envelope, applies.formats])).toEqual([
      ['gb-1-2020/order-no.missing', undefined, undefined, ['message']],
      ['gb-1-2020/line-amount.missing', 'lines', undefined, ['message']],
      ['gb-1-2020/cop-code.missing', undefined, true, ['message']],
      ['gb-1-2020/dxp-id.format', undefined, true, ['message']],
    ]);
    expect(catalogue?.standards[0]?.elements[3]).toMatchObject({
      id: 'dxp-id',
      element: 'dxpId',
      path: 'Transfer',
      field: 'dxpId',
    });
    const [shape] = catalogue?.structures ?? [];
    expect(shape?.rules.map(({ id, severity }) => `${id} ${severity}`)).toContain('gb-1-2020/structure.order error');
    expect(shape?.children['Order']).toEqual([
      { element: 'Head', min: 1, max: 1 },
      { element: 'Line', min: 1, max: 0 },
    ]);
    expect(shape?.children['Transfer']).toEqual([
      { element: 'copCode', min: 1, max: 1 },
      { element: 'dxpId', min: 0, max: 1 },
    ]);
  });
});

describe('white space that does not count', () => {
  it('surrounds and repeats without harm', () => {
    const length = expand('occurs: M, format: C..5, whitespace: collapse')['format'];
    expect(length?.view).toBe('raw');
    expect(['  a   b c  ', 'a b c d', '\n'].map((text) => passes(length?.require, value(text)))).toEqual([
      true,
      false,
      true,
    ]);
    const exact = expand('occurs: O, format: C5, whitespace: collapse')['format']?.require;
    expect([' a  b c ', 'a b'].map((text) => passes(exact, value(text)))).toEqual([true, false]);
    const whole = expand('occurs: O, format: N3, whitespace: collapse')['format']?.require;
    expect([' 012 ', '1 2', '1234', ''].map((text) => passes(whole, value(text)))).toEqual([true, false, false, false]);
  });

  it('leaves codes and missing values to the canonical record', () => {
    const rules = expand('occurs: M, fixed: "1", whitespace: collapse');
    expect([rules['missing']?.view, rules['code']?.view]).toEqual(['canonical', 'canonical']);
  });

  it('leaves decimals as exact as they are without it', () => {
    const plain = formatCode('N6,2') ?? {};
    const collapsed = createReference([], []).compile(formatCode('N6,2', true) ?? {});
    expect(plain).toEqual({ decimalDigits: { total: 6, fraction: 2 } });
    const number = fc.stringMatching(/^[+-]?\d{0,8}(\.\d{0,4})?$/);
    const spaces = fc.constantFrom('', ' ', '\n\t');
    fc.assert(
      fc.property(spaces, number, spaces, (before, text, after) => {
        expect(collapsed(`${before}${text}${after}`)).toBe(hasDecimalDigits(text, 6, 2));
      }),
    );
  });
});

describe('format codes', () => {
  it.each([
    ['C36', { minLength: 36, maxLength: 36 }],
    ['C..60', { maxLength: 60 }],
    ['N19,5', { decimalDigits: { total: 19, fraction: 5 } }],
    ['N4', { pattern: '^[+-]?0*[0-9]{1,4}$' }],
    ['int', { pattern: '^[+-]?[0-9]+$' }],
    ['an..35', { maxLength: 35 }],
    ['an3', { minLength: 3, maxLength: 3 }],
    ['n..3', { decimalDigits: { total: 3, fraction: 3 } }],
    ['n3', { pattern: '^[0-9]{3}$' }],
    ['a2', { minLength: 2, maxLength: 2, pattern: '^[^0-9]*$' }],
    ['X2', undefined],
    ['C', undefined],
  ])('%s', (code, condition) => {
    expect(formatCode(code)).toEqual(condition);
  });
});
