import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/model/format.js';
import { catalogue, normalise, repository } from './normalising.js';

/** The clean example of a format, where there is one. */
function exampleOf(id: string): string | undefined {
  for (const kind of ['listings', 'shipments']) {
    const folder = join(repository, 'fixtures', kind, id);
    const name = existsSync(folder) ? readdirSync(folder).find((file) => file.startsWith('clean.')) : undefined;
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}

/** Messages and what is tested with its standard have examples of their own. */
const elsewhere: ReadonlySet<string> = new Set([
  'dxpmsg',
  'dxpmsgsv',
  'payment-data-179',
  'payment-data-179-signed',
  'return-canonical',
]);
const isMessage = ({ id }: Format): boolean => catalogue().structures.some(({ format }) => format === id);
const formats = catalogue().formats.filter((format) => !isMessage(format) && !elsewhere.has(format.id));

describe('every format', () => {
  it.each(formats.map((format) => [format.id, format] as const))('%s reads its own example', async (id, format) => {
    const example = exampleOf(id);
    // What nobody saw can only be invented: such formats need no example.
    if (format.evidence === 'recalled' && example === undefined) return;
    if (example === undefined)
      throw new Error(`no fixtures/listings/${id}/clean.* and no fixtures/shipments/${id}/clean.*`);
    const { records, notices } = await normalise(readFileSync(example));
    expect(records.map((record) => record.format)).toEqual(records.map(() => id));
    expect(records.length).toBeGreaterThan(0);
    const said = notices.map(({ id: notice, values }) => [notice, values]);
    expect({ records: records.map(({ fields }) => fields), notices: said }).toMatchSnapshot();
    expect(notices.filter(({ id: notice }) => notice === 'column-unknown')).toEqual([]);
  });
});
