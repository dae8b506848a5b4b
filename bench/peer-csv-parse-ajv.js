// The peer: every row an object, every object validated with the published schema, errors counted and forgotten.
import { createReadStream, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse';

const schema = JSON.parse(readFileSync(new URL('../dist/schemas/listing.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: false, allErrors: true, loopEnum: 1000 }).compile(schema);
const names = {
  'Variant SKU': 'sku',
  'Variant Price': 'price',
  'Variant Barcode': 'gtin',
  Vendor: 'brand',
  Type: 'categoryPath',
};
let failed = 0;
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) {
  const record = {};
  for (const [header, field] of Object.entries(names)) if (row[header] !== '') record[field] = row[header];
  if (row.Title !== '') record.title = { und: row.Title };
  if (row['Body (HTML)'] !== '') record.description = { und: row['Body (HTML)'] };
  if (!validate(record)) failed += 1;
}
console.log(failed);
