import { common, dialect, type JsonSchema, list, mapOf, object, schemaId } from './common.js';

const filled = common('filled');
const id = common('id');
const text = common('text');
const title = common('title');
const fieldName = common('fieldName');

const field = object(
  {
    id: fieldName,
    type: {
      type: 'string',
      enum: ['text', 'localized', 'identifier', 'code', 'decimal', 'integer', 'date', 'boolean', 'list', 'map'],
    },
    label: text,
    meaning: title,
    unit: filled,
    codes: list(filled, 1),
    levels: id,
    example: filled,
    digits: { type: 'string', enum: ['gtin', 'tariff-code'] },
    personal: { type: 'boolean' },
    equivalents: mapOf(filled),
  },
  ['id', 'type', 'label'],
);

const part = object(
  {
    id: fieldName,
    title: text,
    selfWhenAbsent: { type: 'boolean' },
    fields: list({ if: { type: 'string' }, then: fieldName, else: { $ref: '#/$defs/field' } }, 1),
  },
  ['id', 'title', 'fields'],
);

export const documentSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('document'),
  title: 'A document kind: what a record is, and its fields',
  ...object(
    {
      id,
      title: text,
      description: text,
      key: list(fieldName, 1),
      fields: list({ $ref: '#/$defs/field' }, 1),
      parts: list(part),
      placeholders: list(filled, 1),
    },
    ['id', 'title', 'description', 'key', 'fields'],
  ),
  $defs: { field },
};

const entry = object({ code: filled, 'zh-CN': filled, en: filled, fr: filled, aliases: list(filled, 1) }, ['code']);
const term = object({ term: filled, except: list(filled, 1) }, ['term']);
const listHead = { id, title, note: text, sources: common('sources') };

export const codeListSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('code-list'),
  title: 'A code list',
  ...object(
    {
      ...listHead,
      standard: filled,
      complete: { type: 'boolean' },
      dated: common('day'),
      entries: list(entry, 1),
      grouped: {
        type: 'string',
        pattern: '^(?:[0-9A-Za-z]+(?: [0-9A-Za-z]+)+(?:\\n|$))+$',
        description:
          'groups of codes, one a line: what they begin with, then the ways they go on, with one space between',
      },
    },
    ['id', 'title', 'complete', 'sources'],
  ),
  oneOf: [{ required: ['entries'] }, { required: ['grouped'] }],
};

export const termListSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('term-list'),
  title: 'A list of terms a text must not hold',
  ...object({ ...listHead, terms: list(term, 1) }, ['id', 'title', 'sources', 'terms']),
};

export const profileSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('profile'),
  title: 'A ready-made request',
  ...object(
    {
      id,
      title: text,
      description: text,
      direction: common('direction'),
      modes: list(common('mode'), 1),
      categories: list(id, 1),
      claims: list(filled, 1),
      standards: list(id, 1),
      skip: list(filled, 1),
      severity: mapOf(common('severity')),
    },
    ['id', 'title', 'description'],
  ),
};

export const categoriesSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('categories'),
  title: 'The tree of product categories',
  ...list(
    object(
      {
        id,
        title: text,
        parent: id,
        hs: list({ type: 'string', pattern: '^[0-9]{2,10}$', description: 'an HS prefix of 2 to 10 digits' }),
        words: list(filled),
      },
      ['id', 'title'],
    ),
  ),
};

export const ledgerSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('ledger'),
  title: 'Ids of all rules ever published: none of them may vanish unless it is retired',
  ...list(common('ruleId')),
};

export const retiredSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('retired'),
  title: 'Rule ids that may never come back',
  ...list(common('ruleId')),
};
