import fc from 'fast-check';
import type { CodeList, TermList } from '../../src/model/codes.js';
import type { Condition } from '../../src/model/condition.js';

/** Names that are awkward in code and in JavaScript objects; `lines` and `lists` hold arrays, `inner` an object. */
export const names = [
  'a',
  'b',
  'c',
  'lines',
  'inner',
  'constructor',
  'toString',
  'valueOf',
  '__proto__',
  'x"y\\n',
  '\u2028',
];

export const codes: readonly CodeList[] = [
  {
    id: 'units',
    title: { en: 'Units' },
    complete: true,
    sources: [],
    entries: [
      { code: '001', name: { en: 'set', 'zh-CN': '台' }, aliases: ['SET'] },
      { code: '035', name: { en: 'kilogram', 'zh-CN': '千克' } },
    ],
  },
];
export const terms: readonly TermList[] = [
  {
    id: 'boasts',
    title: { en: 'Boasts' },
    sources: [],
    terms: [{ term: 'best', except: ['best before'] }, { term: '最佳' }],
  },
];

const texts = [
  ...['', 'A', 'best tea', 'best before 2027', '最佳茶', '茶', '001', '035', 'x"y', '\\', '\u2028', '𠀀', '\ud800'],
  ...[
    '1',
    '2',
    '3',
    '0',
    '-1.50',
    '12.345',
    '99999.99',
    '1e3',
    '6901234567892',
    '6901234567891',
    '20260228',
    '20260230',
  ],
  ...[
    '2026-02-28',
    '2026-02-28T10:00:00+08:00',
    '2个月',
    '≤0.5 kg',
    '60% wool 40% silk',
    '70%',
    '37g',
    '91350100M000100Y43',
    'true',
  ],
] as const;
export const text = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...texts) },
  fc.string({ unit: 'binary', maxLength: 5 }),
);

/** JSON values as records hold them, and some they should not. */
export const value = fc.letrec<{ value: unknown; object: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(true, false, 0, 1, 1.5, null) },
    { weight: 3, arbitrary: tie('object') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
  ),
  object: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), tie('value')), { selector: ([name]) => name, maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
}));

const bound = fc.constantFrom('0', '1', '2', '-1.5', '100.00');
const field = fc.constantFrom(...names);
const fields = fc.uniqueArray(field, { minLength: 1, maxLength: 3 });
const tolerance = { tolerance: fc.constantFrom('0.01', '1') };
const count = fc.nat(3);
const unit = fc.constantFrom('g', 'mL', '%');

const vocabulary = {
  codeList: fc.constant('units'),
  codeStart: fc.record(
    { list: fc.constant('units'), length: fc.integer({ min: 1, max: 4 }), without: fc.constantFrom(' .', '0') },
    { requiredKeys: ['list', 'length'] },
  ),
  checkDigit: fc.constantFrom('gtin', 'uscc', 'isbn' as const),
  decimalDigits: fc.record({ total: fc.integer({ min: 1, max: 6 }), fraction: count }),
  decimalRange: fc.record({ min: bound, max: bound, above: bound, below: bound }, { requiredKeys: [] }),
  byteLength: fc.record({ max: fc.nat(6), encoding: fc.constantFrom('gb18030', 'utf-8' as const) }),
  dateForm: fc.constantFrom('yyyyMMdd', 'yyyy-MM-dd', 'yyyy-MM-ddTHH:mm:ss' as const),
  script: fc.constantFrom('Han', 'Latin' as const),
  forbidTerms: fc.constant('boasts'),
  sumOf: fc.record({ total: field, plus: fields, minus: fields, ...tolerance }, { requiredKeys: ['total', 'plus'] }),
  productOf: fc.record({ product: field, factors: fields, ...tolerance }, { requiredKeys: ['product', 'factors'] }),
  quantity: fc.record({ unit, min: bound, max: bound, above: bound, below: bound }, { requiredKeys: ['unit'] }),
  percentages: fc.record({ total: fc.constant('100'), ...tolerance }, { requiredKeys: ['total'] }),
  sumOfQuantities: fc.record(
    {
      total: field,
      unit,
      terms: fc.array(
        fc.record(
          { of: fc.dictionary(field, unit, { minKeys: 1, maxKeys: 2 }), times: bound },
          { requiredKeys: ['of'] },
        ),
        { minLength: 1, maxLength: 2 },
      ),
      ...tolerance,
      share: fc.constant('0.2'),
    },
    { requiredKeys: ['total', 'unit', 'terms'] },
  ),
  dateSpan: fc.record({ from: field, to: field, length: field, tolerance: count }),
  sumOfPart: fc.record(
    { total: field, part: field, field, ...tolerance },
    { requiredKeys: ['total', 'part', 'field'] },
  ),
  compare: fc.record({ left: field, is: fc.constantFrom('<', '<=', '=', '>=', '>' as const), right: field }),
  dateOrder: fc.record(
    { earlier: field, later: field, months: fc.integer({ min: 1, max: 14 }) },
    { requiredKeys: ['earlier', 'later'] },
  ),
  oneOfFields: fc.record({ field, among: fields }),
  numbered: fc.record({ part: field, field }),
};

/** Objects to compare with: without the names at which ajv's own comparison gives up. */
const constant = fc.oneof(
  text,
  fc.constantFrom<Condition['const'] & {}>(true, false, 1, { a: '1', b: '2' }, { b: '2', a: '1' }, [], ['1'], {}),
  fc.constant(null),
);

const plain = {
  type: fc.constantFrom('object', 'string', 'array', 'boolean', 'number', 'integer' as const),
  const: constant,
  enum: fc.array(constant, { minLength: 1, maxLength: 7 }),
  pattern: fc.constantFrom(
    '^A$',
    '\\p{L}',
    '"',
    "'",
    '\\\\',
    '/',
    '`\\$\\{',
    '^\\d{1,4}$',
    '</script>',
    '\u2028|\n',
    '^(?!.*best)',
  ),
  minLength: count,
  maxLength: count,
  required: fields,
  minItems: count,
  maxItems: count,
  uniqueItems: fc.boolean(),
};

/** The whole language: every keyword, at every depth. ajv leaves `__proto__` out of `properties`, so it is not asked. */
export const condition = fc.letrec<{
  condition: Condition;
  some: Condition;
  properties: { [name: string]: Condition };
}>((tie) => ({
  condition: fc.oneof({ depthSize: 'medium' }, leaf(), tie('some')),
  properties: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names.filter((name) => name !== '__proto__')), tie('condition')), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 3,
    })
    .map((entries) => Object.fromEntries(entries)),
  some: fc.oneof(
    fc.record({ properties: tie('properties') }),
    fc.record({ items: tie('condition') }),
    fc.record({ contains: tie('condition') }),
    fc.record({ allOf: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
    fc.record({ if: tie('condition'), then: tie('condition') }),
    fc.record({ if: tie('condition'), then: tie('condition'), else: tie('condition') }),
    fc.record({ if: tie('condition'), else: tie('condition') }),
    fc.tuple(tie('some'), tie('some'), leaf()).map(([a, b, c]): Condition => ({ ...a, ...b, ...c })),
  ),
})).condition;

function leaf(): fc.Arbitrary<Condition> {
  const keywords = { ...plain, ...vocabulary };
  const singles = Object.entries(keywords).map(([keyword, operand]) =>
    (operand as fc.Arbitrary<unknown>).map((one): Condition => ({ [keyword]: one })),
  );
  const one = fc.oneof(...singles);
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one, one).map(([a, b, c]): Condition => ({ ...a, ...b, ...c })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}
