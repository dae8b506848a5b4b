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
  'backslash-lines': true,
  'peel-guard': true,
};

const reading: JsonSchema = { type: 'string', enum: Object.keys(readings) };

const columnField: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)?(@[A-Za-z]{2,3}(-[A-Za-z0-9]+)*)?$',
  description: 'a field: price, variants.sku or title@zh-CN',
};

const columnProperties = {
  name: filled,
  aliases: list(filled),
  pattern: filled,
  field: columnField,
  read: reading,
  ignore: { type: 'boolean' },
};

/** A column is known by its name or, for a family of columns, by its pattern. */
const column: JsonSchema = {
  if: { type: 'object', required: ['pattern'] },
  then: object(columnProperties),
  else: object(columnProperties, ['name']),
};

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
          parts: list(common('fieldName')),
          parent: object({ column: filled, refersBy: filled }, ['column', 'refersBy']),
        },
        ['by', 'parts'],
      ),
      columns: list(column),
      xml: object({ record: filled, heads: list(filled), parts: mapOf(common('fieldName')), envelope: filled }, [
        'record',
      ]),
      json: object({ records: { type: 'string' } }, ['records']),
    },
    ['id', 'title', 'document', 'container', 'evidence', 'sources', 'recognise'],
  ),
};
