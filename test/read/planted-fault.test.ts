import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtCatalogue, check } from '../../src/index.js';
import type { Location } from '../../src/model/location.js';
import { anyText, wrapped } from './random-documents.js';
import { bytesSource, placeOf } from './reading.js';
import { escapeXml, letters, workbookBytes } from './workbook-bytes.js';

const documents = Number(process.env['BORDERLINT_DOCUMENTS'] ?? 120);
const patience = 10_000 + documents * 100;
const catalogue = builtCatalogue();

/** A barcode number whose check digit is wrong; nothing else in a document has its digits. */
const planted = '9520000099994';

const listing = fc.record({
  records: fc.array(fc.record({ title: anyText, note: anyText, gtin: fc.boolean() }), { minLength: 1, maxLength: 8 }),
  at: fc.nat(7),
  order: fc.shuffledSubarray(
    ['sku', 'gtin', 'originCountry', 'title', 'remark', 'hsCode', 'groupId', 'listingId', 'itemRecordNo'],
    {
      minLength: 9,
    },
  ),
  how: fc.nat(34),
});
type Listing = typeof listing extends fc.Arbitrary<infer Value> ? Value : never;

/** The values of a record, by field. */
function fields({ records, at }: Listing): { readonly [field: string]: string }[] {
  return records.map(({ title, note, gtin }, index) => ({
    sku: `SKU-${index}`,
    gtin: index === at % records.length ? planted : gtin ? `952000000${String(index).padStart(3, '0')}x` : '',
    originCountry: 'JP',
    title: `t${title}`,
    remark: `r${note}`,
    hsCode: '330499',
    groupId: '',
    listingId: `L-${index}`,
    itemRecordNo: '',
  }));
}

/** Where the report says the planted fault is: there alone. */
async function found(bytes: Uint8Array): Promise<Location> {
  const report = await check([bytesSource(bytes)], {
    asOf: '2026-11-23',
    catalogue,
    rules: ['gb-12904-2008/check-digit'],
  });
  const hits = report.findings.filter(({ actual }) => actual === planted);
  expect(report.findings.filter(({ rule }) => rule === 'gb-12904-2008/check-digit')).toEqual(hits);
  const [hit] = hits;
  if (hits.length !== 1 || hit === undefined)
    throw new Error(`${hits.length} findings; ${JSON.stringify(report.notRun)}`);
  return hit.location;
}

test('a fault planted in a table of text is found in that very cell', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(listing, fc.constantFrom(',', ';', '|'), fc.boolean(), async (one, delimiter, quoted) => {
      const rows = fields(one).map((record) => one.order.map((field) => record[field] ?? ''));
      const write = (cell: string): string =>
        quoted || /[",;|\n\r\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
      const text = [one.order, ...rows].map((row) => row.map(write).join(delimiter)).join('\r\n');
      const { line, column, cell, record } = await found(wrapped(text, one.how));
      const place = placeOf(text, text.indexOf(planted) - (quoted ? 1 : 0));
      const number = (one.at % rows.length) + 1;
      expect({ line, column, cell, record }).toEqual({
        ...place,
        cell: `${letters(one.order.indexOf('gtin'))}${number + 1}`,
        record: number,
      });
    }),
    { numRuns: Math.ceil(documents / 4) },
  );
});

test('a fault planted in a workbook is found in that very cell of that sheet', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(listing, fc.nat(3), fc.boolean(), async (one, gap, asNumber) => {
      const values = fields(one);
      const rows = values.map((record) =>
        one.order.map((field) => {
          const value = record[field] ?? '';
          return asNumber && value === planted ? Number(planted) : value.replaceAll('\r', '');
        }),
      );
      const above = Array.from({ length: gap }, () => []);
      const goods = { name: '商品 & more', rows: [...above, one.order, ...rows] };
      const bytes = workbookBytes({ sheets: [{ name: 'Read me', rows: [['Please read this first']] }, goods] });
      const { sheet, cell, line, column } = await found(bytes);
      const at = one.order.indexOf('gtin');
      const row = gap + 2 + (one.at % rows.length);
      expect({ sheet, cell, line, column }).toEqual({
        sheet: '商品 & more',
        cell: `${letters(at)}${row}`,
        line: row,
        column: at + 1,
      });
    }),
    { numRuns: Math.ceil(documents / 4) },
  );
});

test('a fault planted in JSON is found at that very value', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(listing, fc.nat(4), fc.boolean(), async (one, indent, lines) => {
      const records = fields(one).map((record) => {
        const known = one.order.filter((field) => field !== 'title' && field !== 'remark');
        return Object.fromEntries([
          ...known.map((field) => [field, record[field]]),
          ['title', { en: record['title'] }],
        ]);
      });
      const text = lines
        ? `${records.map((record) => JSON.stringify(record)).join('\n')}\n`
        : JSON.stringify(records, null, indent);
      const { line, column } = await found(Buffer.from(text));
      expect({ line, column }).toEqual(placeOf(text, text.indexOf(`"${planted}"`)));
    }),
    { numRuns: Math.ceil(documents / 4) },
  );
});

test('a fault planted in a feed is found at that very element', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(listing, fc.constantFrom('', '\n', '\r\n\t'), async (one, gap) => {
      const items = fields(one).map(({ sku = '', gtin = '', title = '' }) => {
        const own = `<g:id>${sku}</g:id>${gap}<title>${escapeXml(title)}</title>${gap}<g:gtin>${gtin}</g:gtin>`;
        return `${gap}<item>${gap}${own}${gap}</item>`;
      });
      const text = `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items.join('')}</channel></rss>`;
      const { line, column, name } = await found(Buffer.from(text));
      expect({ line, column }).toEqual(placeOf(text, text.indexOf(planted) - '<g:gtin>'.length));
      expect(name).toContain('gtin');
    }),
    { numRuns: Math.ceil(documents / 4) },
  );
});
