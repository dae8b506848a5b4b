import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/model/record.js';
import type { AcrossRule } from '../../src/model/standard.js';
import { type GivenRecord, judgeAcrossPlainly } from '../../src/run/across-reference.js';
import { document, emptyCatalogue, field, standard } from '../compile/catalogue.js';
import { checkAll, type Input, type Options } from './checking.js';

const lines = {
  id: 'lines',
  title: { en: 'Line', 'zh-CN': '行' },
  selfWhenAbsent: false,
  fields: [field('no', { type: 'integer' }), field('name'), field('qty', { type: 'decimal' }), field('ref')],
};
const order = document({
  id: 'order',
  key: ['orderNo'],
  fields: [
    field('orderNo'),
    field('platform'),
    field('paid', { type: 'decimal' }),
    field('code'),
    field('buyer', { personal: true }),
    field('time', { type: 'date' }),
  ],
  parts: [lines],
});
const list = document({
  id: 'inventory',
  key: ['copNo'],
  fields: [field('copNo'), field('orderNo'), field('platform'), field('paid', { type: 'decimal' }), field('code')],
  parts: [lines],
});
const documents = [order, list];

/** Few values, so that records meet often; twins of one number and of one text among them. */
const few = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 6 });
const number = few('1', '2', '02', '3', '10', '2.0');
const line = fc.record({ no: number, name: few('a', 'b'), qty: few('1', '1.0', '2', 'x'), ref: few('p', 'q', '1') });
const given: fc.Arbitrary<GivenRecord> = fc
  .record({
    document: fc.constantFrom('order', 'inventory'),
    format: fc.constantFrom('f1', 'f2'),
    record: fc.record({
      orderNo: few('1', '2', '3', '', '["1"]'),
      platform: few('p', 'q'),
      paid: few('1', '1.00', '2', '7', 'x'),
      code: few('B', 'W', '9710', '9810', 'Z'),
      buyer: few('u', 'v'),
      time: few('20260101', '2026-05-01 10:00', '20251231', '2026', 'x'),
      lines: fc.option(fc.array(line, { maxLength: 4 }), { nil: undefined }),
    }),
  })
  .map(({ record, ...rest }) => ({ ...rest, record: present(record) }));

/** Without what is absent, as records of files are. */
function present(record: object): Fields {
  const fields: Fields = JSON.parse(JSON.stringify(record));
  return fields;
}

const pair = fc.constantFrom<{ readonly [here: string]: string }>(
  {},
  { platform: 'platform' },
  { paid: 'paid' },
  { platform: 'code', paid: 'paid' },
);
const linePair = fc.constantFrom<{ readonly [here: string]: string }>(
  {},
  { name: 'name' },
  { qty: 'qty', name: 'name' },
);
const codes = { B: ['9710'], W: ['9810'], Z: ['B', 'W'] };
const match = fc.constantFrom([], [{ here: 'code', there: 'code', pairs: codes }]);

const reconcile: fc.Arbitrary<AcrossRule['check']> = fc
  .record({
    inLines: fc.boolean(),
    on: fc.constantFrom<{ readonly [here: string]: string }>(
      { orderNo: 'orderNo' },
      { orderNo: 'orderNo', platform: 'platform' },
      { platform: 'platform' },
    ),
    equal: pair,
    atMost: fc.constantFrom<{ readonly [here: string]: string }>({}, { paid: 'paid' }),
    match,
    alike: fc.constantFrom(
      [],
      [{ here: 'paid', there: 'paid', share: '0.5' }],
      [{ here: 'code', there: 'code', digits: 2 }],
      [{ here: 'code', there: 'platform', form: '^[a-zB]$' }],
    ),
    elsewhere: fc.boolean(),
    partner: fc.boolean(),
    formats: fc.option(fc.constant(['f1']), { nil: undefined }),
    lines: fc.option(
      fc.record({
        part: fc.constant('lines'),
        with: fc.constant('lines'),
        on: fc.constant({ no: 'no' }),
        equal: linePair,
        atMost: fc.constantFrom<{ readonly [here: string]: string }>({}, { qty: 'qty' }),
        match: fc.constant([]),
        complete: fc.constantFrom('both' as const, 'here' as const, 'none' as const),
      }),
      { nil: undefined },
    ),
    withItself: fc.boolean(),
  })
  .map(({ inLines, on, lines: own, formats, withItself, ...rest }) => ({
    kind: 'reconcile',
    with: withItself ? 'inventory' : 'order',
    ...rest,
    ...(formats === undefined ? {} : { formats }),
    // Items are joined by what their lines say, and the partner is an order or one of its items.
    ...(inLines
      ? { part: 'lines', on: { ref: 'orderNo' }, ...(rest.partner ? { withPart: 'lines', on: { no: 'no' } } : {}) }
      : { on }),
    ...(inLines || own === undefined ? {} : { lines: own }),
  }));
const unique: fc.Arbitrary<AcrossRule['check']> = fc.constantFrom(
  { kind: 'unique', fields: ['orderNo'] },
  { kind: 'unique', fields: ['orderNo', 'platform'] },
  { kind: 'unique', part: 'lines', fields: ['no', 'orderNo'] },
);
const limit: fc.Arbitrary<AcrossRule['check']> = fc
  .record({ max: fc.constantFrom('0', '1', '2', '8'), once: fc.constantFrom([], ['orderNo'], ['orderNo', 'platform']) })
  .map((more) => ({ kind: 'limit', by: ['buyer'], date: 'time', sum: ['paid'], ...more }));

function ruleOf(id: string, check: AcrossRule['check']): AcrossRule {
  const applies = { documents: [check.kind === 'limit' ? 'order' : 'inventory'] };
  const texts = { message: { en: 'x', 'zh-CN': 'x' }, remedy: { en: 'x', 'zh-CN': 'x' } };
  return {
    id,
    standard: 'x',
    evidence: 'text',
    severity: 'error',
    applies,
    ...texts,
    check,
    examples: { pass: [], fail: [] },
  };
}

/** Each record in a file of its own, so that a finding's file is its record. */
function run(rules: readonly AcrossRule[], records: readonly GivenRecord[], options: Options = {}) {
  const inputs = records.map(
    ({ document: id, format = 'f1', record }, at): Input => ({
      file: String(at),
      document: id,
      format,
      records: [present(record)],
    }),
  );
  return checkAll({ ...emptyCatalogue, documents, standards: [standard('x')], across: rules }, inputs, {
    cap: 10_000,
    ...options,
  });
}

describe('rules over many records', () => {
  it('say of any records what holding each against every other says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(reconcile, unique, limit), { minLength: 1, maxLength: 4 }),
        fc.array(given, { maxLength: 12 }),
        (checks, records) => {
          const rules = checks.map((check, at) => ruleOf(`x/r${at}`, check));
          const {
            findings,
            counts,
            run: { notRun, records: ledger },
          } = run(rules, records);
          expect(notRun).toEqual([]);
          const all = new Set<number>();
          for (const rule of rules) {
            const plain = judgeAcrossPlainly(rule, documents, records, () => true);
            const [checked = 0, failed = 0] = counts[rule.id] ?? [];
            expect([rule.id, checked, failed]).toEqual([rule.id, plain.checked, plain.failed.length]);
            const found = new Set(
              findings.filter((one) => one.rule === rule.id).map(({ location }) => Number(location.file)),
            );
            expect([...found].sort()).toEqual([...new Set(plain.failed)].sort());
            for (const number of plain.failed) all.add(number);
          }
          expect(ledger.failed()).toBe(all.size);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('say the same when every row has to be written away, and when only the first findings are kept', () => {
    fc.assert(
      fc.property(
        fc.oneof(reconcile, unique, limit),
        fc.array(given, { maxLength: 30 }),
        fc.nat({ max: 3 }),
        (check, records, cap) => {
          const rules = [ruleOf('x/r', check)];
          const blocks: Uint8Array[] = [];
          const openOverflow = () => ({
            write: (block: Uint8Array) => blocks.push(block) - 1,
            read: (number: number) => blocks[number] ?? new Uint8Array(),
            close: () => undefined,
          });
          const kept = run(rules, records);
          const written = run(rules, records, { shelf: { openOverflow, room: 100 } });
          expect(written.findings).toEqual(kept.findings);
          expect(written.counts).toEqual(kept.counts);
          const capped = run(rules, records, { cap, shelf: { openOverflow, room: 100 } });
          const inOrder = kept.findings.toSorted((a, b) => Number(a.location.file) - Number(b.location.file));
          expect(new Set(capped.findings.map(({ location }) => location.file))).toEqual(
            new Set(inOrder.slice(0, cap).map(({ location }) => location.file)),
          );
          expect(capped.findings.length + (capped.unstored['x/r'] ?? 0)).toBe(kept.findings.length);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a yearly limit', () => {
  const yearly = ruleOf('x/year', {
    kind: 'limit',
    by: ['buyer'],
    date: 'time',
    sum: ['paid'],
    max: '26000',
    once: ['orderNo'],
  });
  const bought = (orderNo: string, paid: string, time: string, buyer = '110000190001011111') => ({
    document: 'order',
    record: { orderNo, paid, time, buyer },
  });

  it('points at the order that crosses it and at those before, exact to the last digit', () => {
    const { findings } = run(
      [yearly],
      [
        bought('3', '0.01', '20260301'),
        bought('1', '13000.00', '20260101'),
        bought('4', '9999', '20260401'),
        bought('2', '13000', '20260201'),
        bought('5', '26000', '20250601'),
      ],
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      record: '3',
      actual: '0.01',
      personal: false,
      expected: { id: 'total-at-most', values: { max: '26000', year: '2026', value: '26000.01', here: '3' } },
      related: [{ actual: '13000' }, { actual: '13000.00' }],
    });
  });

  it('keeps no identity number, neither in what it writes away nor in what it finds', () => {
    const blocks: Uint8Array[] = [];
    const openOverflow = () => ({
      write: (block: Uint8Array) => blocks.push(block) - 1,
      read: (number: number) => blocks[number] ?? new Uint8Array(),
      close: () => undefined,
    });
    const records = [
      bought('1', '20000', '20260101'),
      bought('2', '20000', '20260102'),
      bought('3', '20000', '20260103', '220000190001011111'),
    ];
    const { findings } = run([yearly], records, { shelf: { openOverflow, room: 0 } });
    expect(findings).toHaveLength(1);
    expect(blocks.length).toBeGreaterThan(0);
    expect(Buffer.concat(blocks).toString()).not.toContain('0000190001011111');
    expect(JSON.stringify(findings)).not.toContain('0000190001011111');
  });
});

it('a shelf that cannot be written on is said, and nothing conforms by it', () => {
  const openOverflow = () => {
    throw new Error('no space left');
  };
  const {
    run: { notRun },
    findings,
  } = run(
    [ruleOf('x/r', { kind: 'unique', fields: ['orderNo'] })],
    [
      { document: 'inventory', record: { orderNo: '1' } },
      { document: 'inventory', record: { orderNo: '1' } },
    ],
    { shelf: { openOverflow, room: 0 } },
  );
  expect(findings).toEqual([]);
  expect(notRun).toMatchObject([{ what: 'rule', subject: 'x/r' }]);
});
