import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AcrossRule } from '../../src/model/standard.js';
import { document, emptyCatalogue, field, rule, standard } from '../compile/catalogue.js';
import { checkAll, type Options } from './checking.js';

const texts = { message: { en: 'x', 'zh-CN': 'x' }, remedy: { en: 'x', 'zh-CN': 'x' } };
const lines = { id: 'lines', title: { en: 'Line', 'zh-CN': '行' }, selfWhenAbsent: false };
const numbered = [field('no', { type: 'integer' }), field('name'), field('qty', { type: 'decimal' })];
const order = document({
  id: 'order',
  key: ['orderNo'],
  fields: [
    field('orderNo'),
    field('platform'),
    field('paid', { type: 'decimal' }),
    field('appType'),
    field('buyer', { personal: true }),
  ],
  parts: [{ ...lines, fields: numbered }],
});
const list = document({
  id: 'inventory',
  key: ['copNo'],
  fields: [field('copNo'), field('orderNo'), field('platform'), field('buyer', { personal: true }), field('appType')],
  parts: [{ ...lines, fields: numbered }],
});
const payment = document({
  id: 'payment',
  key: ['payNo'],
  fields: [field('payNo'), field('orderNo'), field('amount', { type: 'decimal' })],
  parts: [],
});

/** Nothing compared. */
const nothing = { equal: {}, atMost: {}, match: [] };

function across(check: AcrossRule['check'], more: Partial<AcrossRule> = {}): AcrossRule {
  return {
    id: 'x/across',
    standard: 'x',
    evidence: 'text',
    severity: 'error',
    applies: { documents: ['inventory'] },
    ...texts,
    check,
    examples: { pass: [], fail: [] },
    ...more,
  };
}

const run = (rules: readonly AcrossRule[], inputs: Parameters<typeof checkAll>[1], options?: Options) =>
  checkAll(
    { ...emptyCatalogue, documents: [order, list, payment], standards: [standard('x')], across: rules },
    inputs,
    options,
  );

const said = ({ findings }: ReturnType<typeof checkAll>) =>
  findings.map(({ location, actual, expected, related }) => [
    location.file,
    location.pointer,
    actual,
    expected.id,
    related.map((one) => `${one.location.file}${one.location.pointer}=${one.actual}`).join(' '),
  ]);

describe('unique', () => {
  const unique = (fields: readonly string[], more: Partial<AcrossRule> = {}, part?: string) =>
    across(
      { kind: 'unique', fields, ...(part === undefined ? {} : { part }) },
      { applies: { documents: ['order'] }, ...more },
    );

  it('finds the later record and points at the first, across files', () => {
    const result = run(
      [unique(['orderNo', 'platform'])],
      [
        {
          document: 'order',
          records: [{ orderNo: '1', platform: 'p' }, { orderNo: '1', platform: 'q' }, { orderNo: '2' }],
        },
        {
          document: 'order',
          records: [
            { orderNo: '1', platform: 'p' },
            { orderNo: '1', platform: 'p' },
          ],
        },
        { document: 'inventory', records: [{ orderNo: '1', platform: 'p' }] },
      ],
    );
    expect(said(result)).toEqual([
      ['f2', '/orderNo', '1', 'unique', 'f1/orderNo=1'],
      ['f2', '/orderNo', '1', 'unique', 'f1/orderNo=1'],
    ]);
    expect(result.findings[0]?.expected.values).toEqual({ fields: 'orderNo\nplatform', first: 'f1:2' });
    expect(result.counts['x/across']).toEqual([4, 2, 0, 1]);
  });

  it('holds for items of a part', () => {
    const result = run(
      [unique(['no'], {}, 'lines')],
      [
        {
          document: 'order',
          records: [{ orderNo: '1', lines: [{ no: '1' }, { no: '2' }, { no: '1' }] }, { orderNo: '2' }],
        },
      ],
    );
    expect(said(result)).toEqual([['f1', '/lines/2/no', '1', 'unique', 'f1/lines/0/no=1']]);
  });

  it('leaves out records its condition leaves out', () => {
    const when = { required: ['appType'], properties: { appType: { const: '1' } } };
    const result = run(
      [unique(['orderNo'], { when })],
      [
        {
          document: 'order',
          records: ['1', '2', '1', undefined].map((appType) => ({
            orderNo: '7',
            ...(appType === undefined ? {} : { appType }),
          })),
        },
      ],
    );
    expect(said(result)).toEqual([['f1', '/orderNo', '7', 'unique', 'f1/orderNo=7']]);
    expect(result.counts['x/across']).toEqual([2, 1, 2, 0]);
  });

  it('counts every repetition, stored or not, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', '["a"]', 'a","b', '')),
        fc.array(fc.constantFrom('b', '')),
        (names, platforms) => {
          const records = names.map((orderNo, i) => ({ orderNo, platform: platforms[i] ?? 'x' }));
          const distinct = new Set(records.map((record) => `${record.orderNo}\n${record.platform}`)).size;
          const { counts, findings, unstored } = run(
            [unique(['orderNo', 'platform'])],
            [{ document: 'order', records }],
            { cap: 2 },
          );
          const repeated = records.length - distinct;
          expect(counts['x/across'] ?? [0, 0]).toMatchObject({ 0: records.length, 1: repeated });
          expect(findings.length + (unstored['x/across'] ?? 0)).toBe(repeated);
        },
      ),
    );
  });
});

describe('reconcile', () => {
  const agree = (more: object = {}) =>
    across({
      kind: 'reconcile',
      ...nothing,
      with: 'order',
      on: { orderNo: 'orderNo' },
      equal: { platform: 'platform' },
      partner: true,
      ...more,
    });
  const lists = { document: 'inventory', format: 'ceb621' };

  it('finds a value that differs and a partner that is missing, whichever comes first', () => {
    const orders = {
      file: 'orders',
      document: 'order',
      records: [
        { orderNo: '1', platform: 'p' },
        { orderNo: '2', platform: 'p' },
      ],
    };
    const mine = {
      file: 'lists',
      ...lists,
      records: [
        { copNo: 'a', orderNo: '1', platform: 'p' },
        { copNo: 'b', orderNo: '2', platform: 'q' },
        { copNo: 'c', orderNo: '3' },
        { copNo: 'd' },
      ],
    };
    for (const inputs of [
      [orders, mine],
      [mine, orders],
    ]) {
      const result = run([agree()], inputs);
      expect(said(result)).toEqual([
        ['lists', '/platform', 'q', 'equal-to-partner', 'orders/platform=p'],
        ['lists', '/orderNo', '3', 'partner', ''],
      ]);
      expect(result.counts['x/across']).toEqual([3, 2, 0, 1]);
      expect(result.findings.map((finding) => finding.key)).toEqual([
        'x/across|inventory|b|platform',
        'x/across|inventory|c|orderNo',
      ]);
    }
  });

  it('misses nobody where there is no document of that kind, or of those formats', () => {
    const mine = { ...lists, records: [{ orderNo: '1', platform: 'p' }] };
    expect(run([agree()], [mine]).counts['x/across']).toEqual([0, 0, 0, 1]);
    const other = { document: 'order', format: 'ceb303', records: [{ orderNo: '1', platform: 'q' }] };
    const limited = agree({ formats: ['ceb311'] });
    expect(run([limited], [mine, other]).findings).toEqual([]);
    expect(said(run([limited], [mine, { ...other, format: 'ceb311' }]))).toHaveLength(1);
    expect(
      run([agree({ partner: false })], [mine, { ...other, records: [{ orderNo: '9' }] }]).counts['x/across'],
    ).toEqual([0, 0, 0, 1]);
  });

  it('is content with one version of several', () => {
    const mine = { ...lists, records: [{ orderNo: '1', platform: 'q' }] };
    const versions = (...platforms: string[]) => ({
      document: 'order',
      records: platforms.map((platform) => ({ orderNo: '1', platform })),
    });
    expect(run([agree()], [versions('p', 'q', 'r'), mine]).findings).toEqual([]);
    expect(said(run([agree()], [versions('p', 'r'), mine]))).toEqual([
      ['f2', '/platform', 'q', 'equal-to-partner', 'f1/platform=r'],
    ]);
  });

  it('compares amounts as numbers and everything else as text', () => {
    const paid = across(
      {
        kind: 'reconcile',
        ...nothing,
        with: 'order',
        on: { orderNo: 'orderNo' },
        equal: { amount: 'paid' },
        partner: false,
      },
      { applies: { documents: ['payment'] } },
    );
    const of = (amount: string) =>
      run(
        [paid],
        [
          { document: 'order', records: [{ orderNo: '01', paid: '95.50' }] },
          { document: 'payment', records: [{ payNo: 'p', orderNo: '01', amount }] },
        ],
      ).findings.length;
    expect(['95.5', '095.500', '+95.50', '95.51', 'x'].map(of)).toEqual([0, 0, 0, 1, 1]);
    const text = (platform: string) =>
      run(
        [agree()],
        [
          { document: 'order', records: [{ orderNo: '1', platform: '007' }] },
          { ...lists, records: [{ orderNo: '1', platform }] },
        ],
      ).findings.length;
    expect(['007', '7'].map(text)).toEqual([0, 1]);
  });

  it('asks its condition of the record, and says what is personal', () => {
    const buyer = across(
      {
        kind: 'reconcile',
        ...nothing,
        with: 'order',
        on: { orderNo: 'orderNo' },
        equal: { buyer: 'buyer' },
        partner: false,
      },
      { when: { properties: { appType: { const: '1' } } } },
    );
    const result = run(
      [buyer],
      [
        { document: 'order', records: [{ orderNo: '1', buyer: '张三' }] },
        {
          ...lists,
          records: [
            { orderNo: '1', buyer: '李四' },
            { orderNo: '1', buyer: '王五', appType: '2' },
          ],
        },
      ],
    );
    expect(result.findings.map(({ actual, personal }) => [actual, personal])).toEqual([['李四', true]]);
    expect(result.counts['x/across']).toEqual([1, 1, 1, 0]);
  });
});

describe('reconcile, line by line', () => {
  const linesAgree = (complete: boolean, equal: { readonly [here: string]: string } = {}) =>
    across({
      kind: 'reconcile',
      ...nothing,
      with: 'order',
      on: { orderNo: 'orderNo' },
      equal: {},
      partner: false,
      lines: {
        ...nothing,
        part: 'lines',
        with: 'lines',
        on: { no: 'no' },
        equal,
        complete: complete ? 'both' : 'none',
      },
    });
  const of = (there: readonly object[], here: readonly object[], ...rules: readonly AcrossRule[]) =>
    run(rules, [
      { file: 'order', document: 'order', records: [{ orderNo: '1', lines: there.map((line) => ({ ...line })) }] },
      {
        file: 'list',
        document: 'inventory',
        records: [{ copNo: 'c', orderNo: '1', lines: here.map((line) => ({ ...line })) }],
      },
    ]);

  it('finds lines without counterpart on either side', () => {
    const result = of([{ no: '1' }, { no: '2' }], [{ no: '3' }, { no: '1' }], linesAgree(true));
    expect(said(result)).toEqual([
      ['list', '/lines/0/no', '3', 'partner-line', ''],
      ['list', '/lines', undefined, 'partner-line', 'order/lines/1/no=2'],
    ]);
    expect(result.findings.map((finding) => finding.expected.values)).toEqual([
      { document: 'order', on: 'lines.no', value: '3' },
      { document: 'order', on: 'lines.no', value: '2' },
    ]);
    expect(result.counts['x/across']).toEqual([1, 1, 0, 0]);
    expect(of([{ no: '1' }, { no: '2' }], [{ no: '1' }], linesAgree(false)).findings).toEqual([]);
  });

  it('finds what differs between lines of one number, wherever they stand', () => {
    const there = [
      { no: '1', name: 'tea', qty: '2' },
      { no: '2', name: 'cup', qty: '1' },
    ];
    const here = [
      { no: '02', name: 'cup', qty: '1.0' },
      { no: '1', name: 'Tea', qty: '3' },
    ];
    expect(said(of(there, here, linesAgree(true, { name: 'name', qty: 'qty' })))).toEqual([
      ['list', '/lines/1/name', 'Tea', 'equal-to-partner', 'order/lines/0/name=tea'],
      ['list', '/lines/1/qty', '3', 'equal-to-partner', 'order/lines/0/qty=2'],
    ]);
  });

  it('lines in any order agree with themselves; one taken away is found', () => {
    const line = fc.record({ name: fc.constantFrom('a', 'b'), qty: fc.constantFrom('1', '2') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.nat(), fc.nat(), (all, turn, at) => {
        const there = all.map((one, index) => ({ ...one, no: String(index + 1) }));
        const cut = turn % Math.max(1, there.length);
        const here = [...there.slice(cut), ...there.slice(0, cut)];
        const both = linesAgree(true, { name: 'name', qty: 'qty' });
        expect(of(there, here, both).findings).toEqual([]);
        if (there.length === 0) return;
        const gone = at % there.length;
        const shorter = there.filter((_, index) => index !== gone);
        expect(of(there, shorter, both).findings.map((finding) => finding.expected.values['value'])).toEqual([
          String(gone + 1),
        ]);
        expect(of(shorter, there, both).findings.map((finding) => finding.location.pointer)).toEqual([
          `/lines/${gone}/no`,
        ]);
      }),
    );
  });

  it('a document without lines has none of its partner', () => {
    const result = run(
      [linesAgree(true)],
      [
        { document: 'order', records: [{ orderNo: '1', lines: [{ no: '1' }] }] },
        { document: 'inventory', records: [{ orderNo: '1' }] },
      ],
    );
    expect(said(result)).toEqual([['f2', '/lines', undefined, 'partner-line', 'f1/lines/0/no=1']]);
  });
});

it('record rules and across rules are counted side by side', () => {
  const unique = across({ kind: 'unique', fields: ['orderNo'] }, { applies: { documents: ['order'] } });
  const catalogue = {
    ...emptyCatalogue,
    documents: [order],
    standards: [standard('x')],
    rules: [rule('x/paid', { required: ['paid'] }, { applies: { documents: ['order'] }, demands: ['paid'] })],
    across: [unique],
  };
  const { counts } = checkAll(catalogue, [
    { document: 'order', records: [{ orderNo: '1' }, { orderNo: '1', paid: '1' }] },
  ]);
  expect(counts).toEqual({ 'x/paid': [2, 1, 0, 0], 'x/across': [2, 1, 0, 0] });
});
