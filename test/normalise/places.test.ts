import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../../src/model/record.js';
import { cellAddress } from '../../src/normalise/row-address.js';
import { formatCalled, normalise } from './normalising.js';

/** Nothing any reading takes for a number, a code or a word it knows. */
const planted = 'Zq7xPlanted';

/** Line and column of an offset, counted anew: CR LF, LF and CR end lines, columns are code points. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 };
}

/** Pointers of every text that holds the planted value. */
function pointersTo(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return value.includes(planted) ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pointersTo(inner, `${pointer}/${key}`));
}

/** Every pointer to the planted value leads to this place; answers how many there were. */
function expectFound(records: readonly SourceRecord[], place: object): number {
  let found = 0;
  for (const record of records) {
    for (const pointer of pointersTo(record.fields)) {
      found += 1;
      expect(record.locate(pointer)).toMatchObject({ ...place, pointer, record: record.number });
    }
  }
  return found;
}

const filler = fc.constantFrom('', '', 'x', '茶杯', '𠮷 𠮷', 'a,b', 'two\nlines', 'say "hi"', '12', '  ');
const lineEnd = fc.constantFrom('\n', '\r\n');

/** One random table with the value planted in a random cell, and the text it is written as. */
type Table = { readonly text: string; readonly row: number; readonly column: number };

function tableOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  at: { row: number; column: number },
  end: string,
  quote: boolean,
): Table {
  const cells = [headers, ...rows].map((row, i) =>
    row.map((cell, j) => (i === at.row + 1 && j === at.column ? planted : cell)),
  );
  const written = (cell: string): string =>
    /[",\r\n]/.test(cell) || (quote && cell === planted) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return { text: cells.map((row) => row.map(written).join(',') + end).join(''), ...at };
}

function cellPlace({ text, row, column }: Table): object {
  const offset = text.indexOf(planted);
  const start = text[offset - 1] === '"' ? offset - 1 : offset;
  return { ...placeOf(text, start), cell: cellAddress(column, row + 2) };
}

async function checkTable(format: string, table: Table): Promise<number> {
  const { records } = await normalise(table.text, format);
  return expectFound(records, cellPlace(table));
}

const columnsOf = (format: string): string[] =>
  formatCalled(format).columns.flatMap((column) =>
    column.name === column.pattern || column.ignore === true ? [] : [column.name],
  );

function tables(format: string, fixed: readonly fc.Arbitrary<readonly [string, string]>[] = []) {
  const names = columnsOf(format);
  return fc
    .record({
      headers: fc.shuffledSubarray(names, { minLength: 3, maxLength: 14 }),
      rows: fc.array(fc.array(filler, { minLength: 30, maxLength: 30 }), { minLength: 1, maxLength: 7 }),
      fixed: fc.array(fixed.length === 0 ? fc.constant([] as (readonly [string, string])[]) : fc.tuple(...fixed), {
        minLength: 7,
        maxLength: 7,
      }),
      row: fc.nat(6),
      column: fc.nat(13),
      end: lineEnd,
      quote: fc.boolean(),
    })
    .map(({ headers, rows, fixed: steering, row, column, end, quote }) => {
      const steered = (steering[0] ?? []).map(([name]) => name);
      const free = headers.filter((header) => !steered.includes(header));
      const body = rows.map((cells, i) => [
        ...free.map((_, j) => cells[j] ?? ''),
        ...(steering[i] ?? []).map(([, cell]) => cell),
      ]);
      const at = { row: row % rows.length, column: column % free.length };
      return tableOf([...free, ...steered], body, at, end, quote);
    });
}

const option = <Name extends string>(name: Name, ...values: string[]): fc.Arbitrary<readonly [string, string]> =>
  fc.constantFrom(...values).map((value) => [name, value] as const);

/** Checks random tables of a format; answers how often the planted value was in a record at all. */
async function checkTables(
  format: string,
  fixed: readonly fc.Arbitrary<readonly [string, string]>[] = [],
): Promise<number> {
  let found = 0;
  const property = fc.asyncProperty(tables(format, fixed), async (table) => {
    found += await checkTable(format, table);
  });
  await fc.assert(property, { numRuns: 250 });
  return found;
}

describe('the very cell', () => {
  it('of a table with one record per row', async () => {
    expect(await checkTables('cn-filing-table')).toBeGreaterThan(100);
  });

  it('of a table whose rows share a handle, in any order', async () => {
    expect(await checkTables('shopify-products-classic', [option('Handle', 'a', 'b', 'c')])).toBeGreaterThan(100);
  });

  it('of a table with parents and children', async () => {
    const found = await checkTables('woocommerce-products', [
      option('SKU', 'A', 'B', 'C'),
      option('Type', 'variable', 'variation', 'simple'),
      option('Parent', 'A', 'B', 'C'),
      option('Attribute 1 name', 'Color', ''),
      option('Attribute 1 value(s)', 'Red', ''),
    ]);
    expect(found).toBeGreaterThan(50);
  });
});

it('the very element of a feed', async () => {
  const names = columnsOf('google-merchant-rss');
  const element = fc.record({
    name: fc.constantFrom(...names),
    prefix: fc.constantFrom('g:', ''),
    text: fc.constantFrom('', 'x', '茶𠮷杯', '1'),
    gap: fc.constantFrom('', '\n', '\r\n  ', '𠮷 '),
  });
  const items = fc.array(fc.array(element, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(items, fc.nat(), fc.nat(), async (list, i, j) => {
      const chosen = list[i % list.length];
      const written = list.map((elements) => {
        const at = elements === chosen ? j % elements.length : -1;
        const body = elements.map(
          ({ name, prefix, text, gap }, k) => `${gap}<${prefix}${name}>${k === at ? planted : text}</${prefix}${name}>`,
        );
        return `<item>${body.join('')}</item>`;
      });
      const text = `<rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n${written.join('\n')}</channel></rss>`;
      const { records } = await normalise(text, 'google-merchant-rss');
      const start = text.lastIndexOf('<', text.indexOf(planted));
      const name = text.slice(start + 1, text.indexOf('>', start));
      found += expectFound(records, { ...placeOf(text, start), name });
    }),
    { numRuns: 200 },
  );
  expect(found).toBeGreaterThan(100);
});

it('the very value of a JSON document', async () => {
  const scalar = fc.constantFrom<unknown>('', 'x', '茶𠮷杯', 12, null, true, ['a', 'b'], { en: 'a', 'a/b': 'c' });
  const own = ['title', 'sku', 'brand', 'images', 'keywords', 'options', 'description', 'originCountry'];
  const variant = ['sku', 'price', 'color', 'options'];
  const object = (keys: readonly string[]): fc.Arbitrary<{ [key: string]: unknown }> =>
    fc.dictionary(fc.constantFrom(...keys), scalar, { minKeys: 1 });
  const document = fc.array(fc.record({ own: object(own), variants: fc.array(object(variant), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(document, fc.nat(), fc.constantFrom(0, 1, 2), async (list, choice, indent) => {
      const records: unknown[] = JSON.parse(
        JSON.stringify(list.map(({ own: fields, variants }) => ({ ...fields, variants }))),
      );
      const places = leavesOf(records);
      fc.pre(places.length > 0);
      places[choice % places.length]?.(planted);
      const text = JSON.stringify(records, null, indent);
      const place = placeOf(text, text.indexOf(`"${planted}"`));
      found += expectFound((await normalise(text, 'listing-canonical-json')).records, place);
    }),
    { numRuns: 200 },
  );
  expect(found).toBeGreaterThan(100);
});

/** A setter for every leaf of a JSON value. */
function leavesOf(value: unknown): ((text: string) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const deeper = leavesOf(inner);
    const isLeaf = typeof inner !== 'object' || inner === null;
    return isLeaf ? [(text: string) => void Reflect.set(value, key, text)] : deeper;
  });
}
