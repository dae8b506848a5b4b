import { expect, test } from 'vitest';
import { csvOf, normalise } from './normalising.js';

const headers = ['sku', 'attribute_set_code', 'product_type', 'name', 'additional_attributes'];

test('pairs of a cell fill their fields, and the others keep their own names; all of them point at the cell', async () => {
  const pairs = 'has_options=0,ean=952-0000-051013,color=White, blue,size=XS,care=Wash cold, dry flat';
  const { records } = await normalise(csvOf([headers, ['A-1', 'Top', 'simple', 'Shirt', pairs]]));
  expect(records.map(({ fields }) => fields)).toEqual([
    {
      sku: 'A-1',
      productType: 'Top',
      title: { und: 'Shirt' },
      gtin: '9520000051013',
      color: 'White, blue',
      size: 'XS',
      attributes: { has_options: '0', care: 'Wash cold, dry flat' },
    },
  ]);
  for (const pointer of ['/gtin', '/size', '/attributes/care'])
    expect(records[0]?.locate(pointer)).toMatchObject({ cell: 'E2', name: 'additional_attributes', pointer });
});
