import { unitNames } from '../../vocabulary/index.js';
import { common, dialect, type JsonSchema, list, mapOf, object, schemaId } from './common.js';

const self: JsonSchema = { $ref: '#' };
const conditions = list(self, 1);
const fieldName = common('fieldName');
const fieldNames = list(fieldName, 1);
const decimal = common('decimal');
const count = common('count');
const unit: JsonSchema = { type: 'string', enum: [...unitNames] };

/** Values of records are never numbers, so a number here could never match. */
const comparable: JsonSchema = { type: ['string', 'boolean'] };

const plain: { readonly [keyword: string]: JsonSchema } = {
  type: { type: 'string', enum: ['object', 'string', 'array', 'boolean'] },
  const: comparable,
  enum: { ...list(comparable, 1), uniqueItems: true },
  pattern: common('filled'),
  minLength: count,
  maxLength: count,
  required: { ...list(common('filled'), 1), uniqueItems: true },
  properties: mapOf(self, { minProperties: 1 }),
  items: self,
  contains: self,
  minItems: count,
  maxItems: count,
  uniqueItems: { type: 'boolean' },
  allOf: conditions,
  anyOf: conditions,
  not: self,
  if: self,
  then: self,
  else: self,
};

const vocabulary: { readonly [keyword: string]: JsonSchema } = {
  codeList: common('id'),
  codeStart: object({ list: common('id'), length: { type: 'integer', minimum: 1 }, without: common('filled') }, [
    'list',
    'length',
  ]),
  checkDigit: {
    type: 'string',
    enum: ['gtin', 'sscc', 'gln', 'uscc', 'citizen-id', 'organisation-code', 'isbn', 'imei', 'food-licence'],
  },
  decimalDigits: object({ total: count, fraction: count }, ['total', 'fraction']),
  decimalRange: object({ min: decimal, max: decimal, above: decimal, below: decimal }, [], { minProperties: 1 }),
  byteLength: object({ max: count, encoding: { type: 'string', enum: ['gb18030', 'utf-8'] } }, ['max', 'encoding']),
  dateForm: common('dateForm'),
  script: { type: 'string', enum: ['Han', 'Latin', 'Cyrillic', 'Kana', 'Hangul', 'Arabic'] },
  quantity: object({ unit, min: decimal, max: decimal, above: decimal, below: decimal }, ['unit'], {
    minProperties: 2,
  }),
  percentages: object({ total: decimal, tolerance: decimal }, ['total']),
  forbidTerms: common('id'),
  sumOf: object({ total: fieldName, plus: fieldNames, minus: fieldNames, tolerance: decimal }, ['total', 'plus']),
  productOf: object({ product: fieldName, factors: list(fieldName, 2), tolerance: decimal }, ['product', 'factors']),
  sumOfQuantities: object(
    {
      // Members of a map are called as the file calls them: 能量.
      total: common('filled'),
      unit,
      terms: list(object({ of: mapOf(unit, { minProperties: 1 }), times: decimal }, ['of']), 1),
      tolerance: decimal,
      share: decimal,
    },
    ['total', 'unit', 'terms'],
  ),
  dateSpan: object({ from: fieldName, to: fieldName, length: fieldName, tolerance: count }, [
    'from',
    'to',
    'length',
    'tolerance',
  ]),
  sumOfPart: object({ total: fieldName, part: fieldName, field: fieldName, tolerance: decimal }, [
    'total',
    'part',
    'field',
  ]),
  compare: object({ left: fieldName, is: { type: 'string', enum: ['<', '<=', '=', '>=', '>'] }, right: fieldName }, [
    'left',
    'is',
    'right',
  ]),
  dateOrder: object({ earlier: fieldName, later: fieldName, months: { type: 'integer', minimum: 1 } }, [
    'earlier',
    'later',
  ]),
  oneOfFields: object({ field: fieldName, among: fieldNames }, ['field', 'among']),
  numbered: object({ part: fieldName, field: fieldName }, ['part', 'field']),
};

export const conditionSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('condition'),
  title: 'Condition on a record: the part of JSON Schema 2020-12 rules may use, and the borderlint vocabulary',
  type: 'object',
  minProperties: 1,
  properties: { ...plain, ...vocabulary },
  additionalProperties: false,
  dependentRequired: { then: ['if'], else: ['if'] },
};
