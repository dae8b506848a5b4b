import type { CellReading } from '../../model/format.js';
import { common, dialect, type JsonSchema, list, mapOf, object, schemaId } from './common.js';

const filled = common('filled');
const id = common('id');
const names = list(filled, 1);

/** A mapping, so that the compiler notices a reading that is missing here. */
const readings: { readonly [Reading in CellReading]: true } = {
  'as-is': true,
  'list-comma': true,
  'list-semicolon': true,
  'list-newline': true,
  'list-pipe': true,
  'list-codes': true,
  'price-with-currency': true,
  grams: true,
  pounds: true,
  ounces: true,
  millimetres: true,
  metres: true,
  inches: true,
  yards: true,
  'quantity-weight': true,
  'quantity-length': true,
  'country-name': true,
  'unit-name': true,
  'currency-name': true,
  availability: true,
  option: true,
  'yes-no': true,
  'header-key': true,
  'text-or-href': true,
  'html-text': true,
  'backslash-lines': true,
  gtin: true,
  'gtin-if-any': true,
  'peel-guard': true,
};

const reading: JsonSchema = { type: 'string', enum: Object.keys(readings) };

const columnField: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)?(@[A-Za-z]{2,3}(-[A-Za-z0-9]+)*)?$',
  description: 'a field: price, variants.sku or title@zh-CN',
};

const pair = object({ name: filled, aliases: list(filled), field: columnField, read: reading }, ['name', 'field']);

const columnProperties = {
  name: filled,
  aliases: list(filled),
  pattern: filled,
  field: columnField,
  fields: list(columnField, 2),
  recalled: list(filled),
  read: reading,
  unitIn: filled,
  languageIn: filled,
  nameIn: filled,
  prefix: filled,
  pairs: list(pair, 1),
  local: { type: 'boolean' },
  repeats: object({ column: filled, read: reading }, ['column', 'read']),
  ignore: { type: 'boolean' },
};

/** A column is known by its name or, for a family of columns, by its pattern. */
const column: JsonSchema = {
  if: { type: 'object', required: ['pattern'] },
  then: object(columnProperties),
  else: object(columnProperties, ['name']),
};

const mark: JsonSchema = object({ column: filled, like: filled, unlike: filled });
const marks = list(mark, 1);

const table: JsonSchema = object({
  hints: object({ rows: common('count'), marks }, ['rows', 'marks']),
  examples: marks,
  asides: marks,
  dataRow: filled,
  qualifiers: object({ pattern: filled, language: filled }, ['pattern']),
  otherSheets: filled,
  form: list(
    object(
      {
        label: filled,
        aliases: list(filled),
        field: columnField,
        value: { type: 'string', enum: ['right', 'below'] },
        read: reading,
      },
      ['label', 'field'],
    ),
    1,
  ),
});

export const formatSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('format'),
  title: 'How a platform, an office or a customs system writes a document kind',
  ...object(
    {
      id,
      title: common('title'),
      document: id,
      container: { type: 'string', enum: ['table', 'json', 'xml'] },
      direction: common('direction'),
      evidence: common('evidence'),
      sources: common('sources'),
      note: common('text'),
      recognise: object({
        generic: { type: 'boolean' },
        required: names,
        scored: object({ of: names, minimum: common('count') }, ['of', 'minimum']),
        without: names,
        root: filled,
        namespace: filled,
        declares: filled,
      }),
      grouping: object(
        {
          by: filled,
          blankAlone: { type: 'boolean' },
          starts: object({ column: filled, values: names, headOnly: { type: 'boolean' } }, ['column']),
          whole: { type: 'boolean' },
          parts: list(common('fieldName')),
          parent: object({ column: filled, refersBy: filled }, ['column', 'refersBy']),
        },
        ['parts'],
      ),
      columns: list(column),
      table,
      xml: object(
        { record: { type: 'string' }, heads: list(filled), parts: mapOf(common('fieldName')), envelope: filled },
        ['record'],
      ),
      json: object(
        {
          records: { type: 'string' },
          orUnder: list({ type: 'string' }, 1),
          parts: mapOf(common('fieldName')),
          joined: { type: 'boolean' },
          asides: mapOf(names),
        },
        ['records'],
      ),
    },
    ['id', 'title', 'document', 'container', 'evidence', 'sources', 'recognise'],
  ),
};
