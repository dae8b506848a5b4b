import { expect, it } from 'vitest';
import { load, marks, standard } from './small.js';

const file = 'national/gb-1-2020.yaml';
const across = (reconcile: string, more = ''): { readonly [file: string]: string } => ({
  [file]: standard(`across:
  - id: agree
    evidence: text
    severity: error
    applies: { documents: [order] }
    message: { en: No., zh-CN: 不。 }
    remedy: { en: Yes., zh-CN: 是。 }
    examples:
      pass: [{ records: [{ document: order, record: { orderNumber: "1" } }] }]
      fail: [{ records: [{ document: order, record: { orderNumber: "1" } }] }]
${more}    reconcile: { with: order, on: { orderNumber: orderNumber }, ${reconcile} }
`),
});

function sampled(record: string): { readonly [file: string]: string } {
  return { [file]: (across('partner: true')[file] ?? '').replace('orderNumber: "1"', record) };
}

function limited(limit: string): { readonly [file: string]: string } {
  return { [file]: (across('partner: true')[file] ?? '').replace(/reconcile: .*/, `limit: { ${limit}, max: "5" }`) };
}

it('reads line items, formats of partners and a condition', () => {
  const { catalogue, faults } = load(
    across(
      'formats: [message], lines: { part: lines, on: { amount: amount }, complete: true }',
      '    when: { required: [total] }\n',
    ),
  );
  expect(faults.filter((fault) => fault.severity === 'error')).toEqual([]);
  const [rule] = catalogue?.across ?? [];
  expect(rule?.when).toEqual({ required: ['total'] });
  expect(rule?.check).toEqual({
    kind: 'reconcile',
    with: 'order',
    on: { orderNumber: 'orderNumber' },
    equal: {},
    atMost: {},
    match: [],
    partner: false,
    formats: ['message'],
    lines: {
      part: 'lines',
      with: 'lines',
      on: { amount: 'amount' },
      equal: {},
      atMost: {},
      match: [],
      complete: 'both',
    },
  });
});

it.each<[string, { readonly [file: string]: string }]>([
  ['a format that is not there', across('formats: [▶mesage]')],
  ['a part that is not there', across('lines: { part: ▶items, on: { amount: amount } }')],
  ['a partner’s part that is not there', across('lines: ▶{ part: lines, with: items, on: { amount: amount } }')],
  ['a field of a line that is not there', across('lines: { part: lines, on: { ▶amont: amount } }')],
  ['a field of the partner’s line that is not there', across('lines: { part: lines, on: { amount: ▶amont } }')],
  ['a field the condition asks of that is not there', across('partner: true', '    when: { required: [▶totl] }\n')],
  ['lines joined by nothing', across('lines: ▶{ part: lines }')],
])('names %s', (_name, files) => {
  const faults = load(files).faults.filter((fault) => fault.severity === 'error');
  expect(faults.map((fault) => `${fault.file}:${fault.line}:${fault.column}`)).toEqual(marks(files));
});

it.each<[string, { readonly [file: string]: string }]>([
  ['a field of an example that is not there', sampled('▶ordrNumber: "1"')],
  ['a limit by a field that is not there', limited('by: [▶buyr], date: orderNumber, sum: [total]')],
  ['a sum of a field that is not there', limited('by: [orderNumber], date: orderNumber, sum: [▶totl]')],
  ['a date that is not there', limited('by: [orderNumber], date: ▶dat, sum: [total]')],
])('names %s', (_name, files) => {
  const faults = load(files).faults.filter((fault) => fault.severity === 'error');
  expect(faults.map((fault) => `${fault.file}:${fault.line}:${fault.column}`)).toEqual(marks(files));
});

it('reads joins of items, numbers that are not above others, codes that go together', () => {
  const { catalogue, faults } = load(
    across(
      'part: lines, withPart: lines, atMost: { amount: amount }, match: [{ here: currency, there: currency, pairs: { "142": [CNY] } }], partner: true',
    ),
  );
  expect(faults.filter((fault) => fault.severity === 'error')).toEqual([]);
  expect(catalogue?.across[0]?.check).toMatchObject({
    part: 'lines',
    withPart: 'lines',
    atMost: { amount: 'amount' },
    match: [{ here: 'currency', there: 'currency', pairs: { 142: ['CNY'] } }],
    partner: true,
  });
});
