import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMapping } from '../../src/mapping/parse.js';
import { mappedReadings } from '../../src/mapping/readings.js';
import { mappingSchema } from '../../src/mapping/schema.js';
import { UserError } from '../../src/model/errors.js';
import { mappedUnits } from '../../src/model/mapping.js';
import { formatOfMapping } from '../../src/run/mapping.js';
import { catalogue, normalise } from '../normalise/normalising.js';

const valid = new Ajv2020({ allowUnionTypes: true }).compile(mappingSchema);

/** The faults of a mapping file, as `line:column text`. */
function faultsOf(text: string): readonly string[] {
  try {
    formatOfMapping('goods.map.yaml', text, catalogue());
    return [];
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return error.errors.map((one: unknown) =>
      one instanceof UserError ? `${one.place?.line}:${one.place?.column} ${one.text.en}` : String(one),
    );
  }
}

// Parsing the whole catalogue takes a while on a busy machine.
beforeAll(() => void catalogue(), 120_000);

const head = 'borderlint-map: 1\ndocument: listing\n';

describe('a mapping file', () => {
  it.each([
    ['nothing', '', '1:1 A mapping file says'],
    ['broken YAML', 'a: [', '1:5 '],
    ['no version', 'document: listing\ncolumns: { a: sku }', '1:1 The first line'],
    ['a later version', 'borderlint-map: 2\ndocument: listing\ncolumns: { a: sku }', '1:17 The first line'],
    ['an unknown kind', 'borderlint-map: 1\ndocument: listng\ncolumns: { a: sku }', '2:11 There is no kind'],
    ['an unknown key', `${head}column: 1\ncolumns: { a: sku }`, '3:1 There is no key column here.'],
    ['no columns', `${head}columns:`, '3:9 columns has a line'],
    ['an unknown field', `${head}columns:\n  a: titel`, '4:6 A listing has no field titel.'],
    ['a language where there is none', `${head}columns:\n  a: sku@fr`, '4:6 sku@fr is no field'],
    ['two of one heading', `${head}columns:\n  Price: price\n  "price*": listPrice`, '5:3 The heading price* is there'],
    ['a header row far below', `${head}header: 21\ncolumns: { a: sku }`, '3:9 header is the number'],
    ['a group that is no column', `${head}group: b\ncolumns: { a: sku }`, '3:8 group is one of the headings'],
    ['a sheet in JSON', `${head}records: ""\nsheet: A\ncolumns: { a: sku }`, '4:8 sheet is for tables'],
    [
      'lines nobody holds together',
      'borderlint-map: 1\ndocument: order\ncolumns: { a: lines.sku }',
      '3:15 lines.sku is',
    ],
    [
      'a unit beside a reading',
      `${head}columns: { a: { field: netWeight, unit: g, read: as-is } }`,
      '3:41 A column has',
    ],
  ])('says where it is wrong: %s', (_, text, start) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${start.replaceAll(/[*.{}[\]]/g, '\\$&')}`));
  });

  it('is read as the field is usually read, or as it says', async () => {
    const text = `${head}columns:
  Name: title@fr
  Origin: originCountry
  Net: netWeight
  Gross: { field: grossWeight, unit: g }
  Price: price
  Tags: { field: keywords, read: list-pipe }
  Live: published
ignore: [Remark]
`;
    const csv = 'Name,Origin,Net,Gross,Price,Tags,Live,Remark\nThé,France,500 g,250,12.50 EUR,a|b,yes,x\n';
    const { records, notices } = await normalise(csv, formatOfMapping('m.yaml', text, catalogue()));
    expect(records.map(({ fields, format }) => ({ ...fields, format }))).toEqual([
      {
        format: 'map:m.yaml',
        title: { fr: 'Thé' },
        originCountry: 'FR',
        netWeight: '0.5',
        grossWeight: '0.25',
        price: '12.50',
        priceCurrency: 'EUR',
        keywords: ['a', 'b'],
        published: true,
      },
    ]);
    expect(notices).toEqual([]);
  });

  it('reads JSON by paths', async () => {
    const text =
      'borderlint-map: 1\ndocument: order\nrecords: /data\ncolumns: { no: orderNumber, items.n: lines.quantity }';
    const json = JSON.stringify({ data: [{ no: 'A', items: [{ n: '1' }, { n: '2' }] }] });
    const { records } = await normalise(json, formatOfMapping('m.yaml', text, catalogue()));
    expect(records.map(({ fields }) => fields)).toEqual([
      { orderNumber: 'A', lines: [{ quantity: '1' }, { quantity: '2' }] },
    ]);
  });

  it('whatever it says, is refused by the schema only if it is refused by the tool', () => {
    const word = fc.oneof(
      fc.constantFrom('title', 'sku', 'netWeight', 'lines.sku', 'title@fr', 'x y', ''),
      fc.string(),
    );
    const column = fc.oneof(
      word,
      fc.record(
        {
          field: word,
          read: fc.oneof(fc.constantFrom(...mappedReadings), fc.string()),
          unit: fc.constantFrom(...mappedUnits.weight, ...mappedUnits.length, 'st'),
        },
        { requiredKeys: [] },
      ),
      fc.integer(),
    );
    const file = fc.record(
      {
        'borderlint-map': fc.constantFrom(1, 2, '1'),
        document: fc.constantFrom('listing', 'order', 'no-such-kind'),
        sheet: fc.oneof(fc.string(), fc.integer({ min: 1, max: 9 }), fc.boolean()),
        header: fc.oneof(fc.integer({ min: -1, max: 25 }), fc.constant('3')),
        records: fc.constantFrom('', '/a', '/a/b', 'a', '/'),
        columns: fc.oneof(fc.dictionary(fc.string(), column, { maxKeys: 4 }), fc.array(word)),
        ignore: fc.oneof(fc.array(fc.string(), { maxLength: 2 }), fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(file, (data) => {
        const parsed = parseMapping(data, catalogue());
        // The schema cannot know the catalogue; what it refuses the tool must refuse.
        if (!Array.isArray(parsed)) expect(valid(data), JSON.stringify(valid.errors)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
