/** A JSON Schema 2020-12, as data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** Identifier of one of the catalogue's schemas: a name, not an address. */
export const schemaId = (name: string): string => `urn:borderlint:catalogue:${name}`;
export const common = (name: string): JsonSchema => ({ $ref: `${schemaId('common')}#/$defs/${name}` });
export const conditionRef: JsonSchema = { $ref: schemaId('condition') };

/**
 * `description` of a piece with a `pattern` completes the sentence "must be …":
 * it is what an author reads when the piece does not match.
 */
const matching = (pattern: string, description: string): JsonSchema => ({ type: 'string', pattern, description });

const filled = matching('\\S', 'some text');
const language = { 'zh-CN': filled, en: filled, fr: filled };

export const list = (items: JsonSchema, minItems = 0): JsonSchema => ({
  type: 'array',
  items,
  ...(minItems > 0 ? { minItems } : {}),
});

export const object = (
  properties: { readonly [key: string]: JsonSchema },
  required: readonly string[] = [],
  more: JsonSchema = {},
): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
  additionalProperties: false,
  ...more,
});

export const mapOf = (values: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  additionalProperties: values,
  ...more,
});

const definitions: { readonly [name: string]: JsonSchema } = {
  filled,
  text: object(language, ['en', 'zh-CN']),
  title: object(language, [], { minProperties: 1 }),
  day: matching('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'a day written 2021-05-31'),
  id: matching('^[a-z0-9][a-z0-9.-]*$', 'an id of lower-case letters, digits, dots and hyphens'),
  ruleId: matching('^[a-z0-9][a-z0-9.-]*/[a-z0-9][a-z0-9.-]*$', 'a full rule id such as gb-12904-2008/check-digit'),
  fieldName: matching('^[a-z][A-Za-z0-9]*$', 'a field name such as originCountry'),
  decimal: matching('^-?[0-9]+(\\.[0-9]+)?$', 'a decimal written as text, such as "0.01"'),
  dateForm: {
    type: 'string',
    enum: ['yyyyMMdd', 'yyyyMMddHHmmss', 'yyyyMMddHHmmssSSS', 'yyyy-MM-dd', 'yyyy-MM-ddTHH:mm:ss'],
  },
  count: { type: 'integer', minimum: 0 },
  evidence: { type: 'string', enum: ['text', 'implementation', 'summary', 'metadata', 'recalled'] },
  severity: { type: 'string', enum: ['error', 'warning', 'advice'] },
  direction: { type: 'string', enum: ['import', 'export'] },
  mode: { type: ['string', 'integer'], enum: ['1210', '1239', '9610', '9710', '9810', 1210, 1239, 9610, 9710, 9810] },
  period: object({ from: { $ref: '#/$defs/day' }, until: { $ref: '#/$defs/day' } }),
  source: object(
    {
      url: matching('^https?://\\S+$', 'a web address that begins with http:// or https://'),
      repository: matching('^[^\\s/]+/[^\\s/]+$', 'a repository written owner/name'),
      path: filled,
      citation: filled,
      evidence: { $ref: '#/$defs/evidence' },
      seen: { $ref: '#/$defs/day' },
      note: filled,
    },
    ['evidence', 'seen'],
  ),
  sources: list({ $ref: '#/$defs/source' }, 1),
  applies: object({
    documents: list({ $ref: '#/$defs/id' }),
    direction: { $ref: '#/$defs/direction' },
    modes: list({ $ref: '#/$defs/mode' }, 1),
    exceptModes: list({ $ref: '#/$defs/mode' }, 1),
    categories: list({ $ref: '#/$defs/id' }, 1),
    formats: list({ $ref: '#/$defs/id' }, 1),
    exceptFormats: list({ $ref: '#/$defs/id' }, 1),
    onlyClaimed: { const: true },
    editions: list({ type: 'string', enum: ['2018', '2022'] }, 1),
  }),
};

export const commonSchema: JsonSchema = {
  $schema: dialect,
  $id: schemaId('common'),
  title: 'Pieces every file of the catalogue is made of',
  $defs: definitions,
};
