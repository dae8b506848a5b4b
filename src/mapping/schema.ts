import { mappedUnits, mappingVersion } from '../model/mapping.js';
import { lastHeaderRow } from './parse.js';
import { mappedReadings } from './readings.js';

const filled = { type: ['string', 'integer'], minLength: 1 };

/** JSON Schema of a mapping file, for editors and other programs. Which fields there are, the document kind says. */
export const mappingSchema: { readonly [keyword: string]: unknown } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:borderlint:mapping',
  title: 'borderlint mapping: which column of a file is which field',
  type: 'object',
  properties: {
    'borderlint-map': { const: mappingVersion, description: 'version of this form' },
    document: { type: 'string', description: 'kind of record: `borderlint list documents`' },
    sheet: { ...filled, description: 'workbook: the only sheet that is read' },
    header: { type: 'integer', minimum: 1, maximum: lastHeaderRow, description: 'row of the headings, from 1' },
    records: { type: 'string', pattern: '^(/[^/]+)*$', description: 'JSON: pointer of the array of records' },
    group: { ...filled, description: 'heading of the column whose value rows of one record share' },
    columns: {
      description: 'heading (JSON: path of keys) and its field',
      type: 'object',
      additionalProperties: { anyOf: [{ $ref: '#/$defs/field' }, { $ref: '#/$defs/column' }] },
    },
    ignore: { type: 'array', items: filled, description: 'headings that need no field' },
  },
  required: ['borderlint-map', 'document', 'columns'],
  additionalProperties: false,
  $defs: {
    field: {
      type: 'string',
      pattern: '^[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)?(@[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$',
      description: 'title, title@fr, lines.quantity',
    },
    column: {
      type: 'object',
      properties: {
        field: { $ref: '#/$defs/field' },
        read: { enum: [...mappedReadings] },
        unit: { enum: [...mappedUnits.weight, ...mappedUnits.length] },
      },
      required: ['field'],
      not: { required: ['read', 'unit'] },
      additionalProperties: false,
    },
  },
};
