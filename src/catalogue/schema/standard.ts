import { common, conditionRef, dialect, type JsonSchema, list, mapOf, object, schemaId } from './common.js';

const filled = common('filled');
const id = common('id');
const day = common('day');
const text = common('text');
const count = common('count');
const fieldNames = list(common('fieldName'), 1);

/** A value of an example's record. Codes and amounts are text; a bare number would be a mistake. */
const recordValue: JsonSchema = {
  type: ['string', 'boolean', 'array', 'object'],
  items: { $ref: '#/$defs/recordValue' },
  additionalProperties: { $ref: '#/$defs/recordValue' },
};
const exampleList = list(object({ record: mapOf({ $ref: '#/$defs/recordValue' }), note: filled }, ['record']));

const clause = object(
  {
    ref: filled,
    title: common('title'),
    coverage: { type: 'string', enum: ['automated', 'partial', 'manual', 'planned', 'informative'] },
    question: text,
  },
  ['ref', 'coverage'],
);

const citation = object({ cite: common('ruleId'), clause: filled, evidence: common('evidence') }, ['cite', 'evidence']);

const rule = object(
  {
    id,
    clause: filled,
    evidence: common('evidence'),
    severity: common('severity'),
    message: text,
    remedy: text,
    expects: text,
    rationale: text,
    part: common('fieldName'),
    when: conditionRef,
    where: conditionRef,
    require: conditionRef,
    applies: common('applies'),
    effective: common('period'),
    needs: list(common('fieldName')),
    fix: { type: ['string', 'array'], items: { type: 'string' }, uniqueItems: true },
    examples: object({ pass: exampleList, fail: exampleList, knownGap: exampleList }),
  },
  ['id', 'evidence', 'severity', 'message', 'remedy', 'require'],
);

const editionsOf = (schema: JsonSchema): JsonSchema => object({ '2018': schema });

const editionRow = object({
  absent: { type: 'boolean' },
  emptyAllowed: { type: 'boolean' },
  format: filled,
  minLength: count,
  whitespace: { type: 'string', enum: ['preserve'] },
  oneOf: list(filled, 1),
});

const row = object(
  {
    element: filled,
    id,
    field: common('fieldName'),
    name: common('title'),
    occurs: { type: 'string', enum: ['M', 'O', 'C'] },
    format: filled,
    minLength: count,
    emptyAllowed: { type: 'boolean' },
    default: filled,
    whitespace: { type: 'string', enum: ['collapse'] },
    dateForm: common('dateForm'),
    pattern: filled,
    expects: text,
    fixed: filled,
    oneOf: list(filled, 1),
    min: common('decimal'),
    codes: id,
    codeEvidence: common('evidence'),
    when: conditionRef,
    severity: common('severity'),
    evidence: common('evidence'),
    clause: filled,
    note: text,
    editions: editionsOf(editionRow),
  },
  ['element', 'occurs'],
);

const table = object(
  {
    table: filled,
    path: filled,
    clause: filled,
    evidence: common('evidence'),
    severity: common('severity'),
    document: id,
    formats: list(id, 1),
    part: common('fieldName'),
    idPrefix: {
      type: 'string',
      pattern: '^[a-z0-9][a-z0-9-]*-$',
      description: 'a prefix that ends with a hyphen, such as list-',
    },
    rows: list(row, 1),
  },
  ['table', 'path', 'evidence', 'document', 'rows'],
);

/** `[least, most]`, and the length code of a text no table describes: `[1, 1, C..100]`. */
const occurrence: JsonSchema = {
  type: 'array',
  items: { type: ['integer', 'string'], minimum: 0, pattern: '^C(\\.\\.)?[0-9]+$' },
  minItems: 2,
  maxItems: 3,
};

const children = mapOf({
  if: { type: 'string' },
  then: { type: 'string', enum: ['elements', 'any', 'anything'] },
  else: mapOf(occurrence),
});

const structure = object(
  {
    format: id,
    root: filled,
    namespace: filled,
    clause: filled,
    evidence: common('evidence'),
    severity: common('severity'),
    attributes: list(object({ name: filled, required: { type: 'boolean' }, pattern: filled, at: filled }, ['name'])),
    children,
    editions: editionsOf(children),
    since: { type: 'string', enum: ['2022'] },
    signed: mapOf(filled),
  },
  ['format', 'root', 'namespace', 'children'],
);

const fieldPairs = mapOf(common('fieldName'), { minProperties: 1 });
const agreement = {
  on: fieldPairs,
  equal: fieldPairs,
  atMost: fieldPairs,
  match: list(
    object({ here: common('fieldName'), there: common('fieldName'), pairs: mapOf(list(filled, 1)) }, [
      'here',
      'there',
      'pairs',
    ]),
    1,
  ),
  alike: list(
    object(
      {
        here: common('fieldName'),
        there: common('fieldName'),
        digits: { type: 'integer', minimum: 1 },
        share: common('decimal'),
        form: filled,
      },
      ['here', 'there'],
    ),
    1,
  ),
};
const reconcileLines = object(
  {
    part: common('fieldName'),
    with: common('fieldName'),
    ...agreement,
    complete: { enum: [true, false, 'here'], description: 'true, false or here' },
  },
  ['part', 'on'],
);

const acrossExamples = list(
  object(
    {
      records: list(
        object({ document: id, format: id, record: mapOf({ $ref: '#/$defs/recordValue' }) }, ['document', 'record']),
        1,
      ),
      note: filled,
    },
    ['records'],
  ),
);

const across = object(
  {
    id,
    clause: filled,
    evidence: common('evidence'),
    severity: common('severity'),
    message: text,
    remedy: text,
    applies: common('applies'),
    when: conditionRef,
    unique: object({ part: common('fieldName'), fields: fieldNames }, ['fields']),
    reconcile: object(
      {
        part: common('fieldName'),
        with: id,
        withPart: common('fieldName'),
        ...agreement,
        partner: { type: 'boolean' },
        formats: list(id, 1),
        exceptFormats: list(id, 1),
        elsewhere: { type: 'boolean' },
        lines: reconcileLines,
      },
      ['with', 'on'],
    ),
    limit: object(
      {
        by: fieldNames,
        date: common('fieldName'),
        sum: fieldNames,
        max: common('decimal'),
        once: fieldNames,
      },
      ['by', 'date', 'sum', 'max'],
    ),
    examples: object({ pass: acrossExamples, fail: acrossExamples }),
  },
  ['id', 'evidence', 'severity', 'message', 'remedy'],
);

export const standardSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('standard'),
  title: 'A standard, law, announcement or message specification',
  ...object(
    {
      number: filled,
      title: common('title'),
      level: { type: 'string', enum: ['national', 'sectoral', 'local', 'group', 'customs', 'policy'] },
      obligation: { type: 'string', enum: ['mandatory', 'recommended', 'guidance'] },
      status: { type: 'string', enum: ['draft', 'upcoming', 'current', 'superseded', 'withdrawn'] },
      statusConfirmed: { type: 'boolean' },
      issued: day,
      effective: common('period'),
      supersedes: list(filled),
      supersededBy: list(filled),
      issuer: filled,
      theme: {
        type: 'string',
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        description: 'a kebab-case word such as product-information',
      },
      scope: text,
      caveat: text,
      sources: common('sources'),
      applies: common('applies'),
      clauses: list(clause),
      rules: list({
        if: { type: 'object', required: ['cite'] },
        then: { $ref: '#/$defs/citation' },
        else: { $ref: '#/$defs/rule' },
      }),
      elements: list({ $ref: '#/$defs/table' }),
      across: list({ $ref: '#/$defs/across' }),
      structure: { $ref: '#/$defs/structure' },
    },
    ['number', 'title', 'level', 'obligation', 'status', 'theme', 'scope', 'sources'],
  ),
  $defs: { recordValue, citation, rule, table, across, structure },
};
