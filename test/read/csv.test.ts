import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowScanner } from '../../src/read/csv-rows.js';
import { cells, notice, noticeIds, placeOf, readAll, rows } from './reading.js';

const header = 'sku,title,price\n';

describe('rows and cells', () => {
  test.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['bare CR', '\r'],
  ])('line ends %s', async (_name, end) => {
    const reading = await readAll(['a,b', '1,2', '3,4'].join(end) + end);
    expect(cells(reading)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(rows(reading).map((row) => row.place(1))).toEqual([
      { line: 2, column: 3 },
      { line: 3, column: 3 },
    ]);
  });

  test('mixed line ends, empty rows skipped, lines and spreadsheet rows still right', async () => {
    const reading = await readAll('a,b\r\n1,2\n\n,\r3,4');
    expect(cells(reading)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(rows(reading).map((row) => [row.number, row.row, row.place(0).line])).toEqual([
      [1, 2, 2],
      [2, 5, 5],
    ]);
    expect(reading.outcome).toMatchObject({ complete: true, notices: [] });
  });

  test('quoted newlines, doubled quotes, delimiters in quotes', async () => {
    const reading = await readAll('a,b\r\n"x\r\ny ""z""","1,5"\r\nlast,"q" \r\n');
    expect(cells(reading).slice(1)).toEqual([
      ['x\r\ny "z"', '1,5'],
      ['last', 'q'],
    ]);
    expect(rows(reading).map((row) => row.place(1))).toEqual([
      { line: 3, column: 10 },
      { line: 4, column: 6 },
    ]);
    expect(noticeIds(reading)).toEqual([]);
  });

  test.each([',', '\t', ';', '|'])('delimiter %j is found in the header outside quotes', async (delimiter) => {
    const reading = await readAll(`"x;y,z|w",b,c\n1,2,3\n`.replaceAll(/(?<!y),(?!z)/g, delimiter));
    expect(cells(reading)[1]).toEqual(['1', '2', '3']);
  });

  test('choices in a header do not make its delimiter', async () => {
    const reading = await readAll('Size (S;M;L;XL),Name\nM,shirt\nL,shirt\n');
    expect(cells(reading)[0]).toEqual(['Size (S;M;L;XL)', 'Name']);
  });

  test('a sep= line says the delimiter and is no header', async () => {
    const reading = await readAll('sep=;\r\na,1;b\r\n1;2\r\n');
    expect(cells(reading)).toEqual([
      ['a,1', 'b'],
      ['1', '2'],
    ]);
    expect(rows(reading)[0]?.place(1)).toEqual({ line: 3, column: 3 });
  });

  test('columns count code points', async () => {
    const reading = await readAll('a,b\n😀品,x\n');
    expect(rows(reading)[0]?.place(1)).toEqual({ line: 2, column: 4 });
    expect(rows(reading)[0]?.place(9)).toEqual({ line: 2, column: 5 });
  });
});

describe('faults', () => {
  test('duplicate headers are named with both places', async () => {
    const reading = await readAll('sku,price, sku ,,\n1,2,3,,\n');
    expect(notice(reading, 'header-duplicate')).toMatchObject({
      weight: 'fault',
      values: { header: 'sku', first: 'A1', line: 1, column: 1 },
      location: { line: 1, column: 11, cell: 'C1' },
    });
    expect(noticeIds(reading)).toEqual(['header-duplicate']);
  });

  test('ragged rows: one notice, cells kept as they are', async () => {
    const reading = await readAll(`${header}1,a\n2,b,3,4,5\n3,c,4\n`);
    expect(cells(reading).slice(1)).toEqual([
      ['1', 'a'],
      ['2', 'b', '3', '4', '5'],
      ['3', 'c', '4'],
    ]);
    expect(notice(reading, 'row-ragged')).toMatchObject({
      weight: 'fault',
      values: { count: 2, cells: 2, headers: 3 },
      location: { line: 2, column: 4, record: 1, cell: 'C2' },
    });
    expect(reading.outcome.complete).toBe(true);
  });

  test('an unclosed quote is data from its line on, and nothing after it is lost', async () => {
    const reading = await readAll(`${header}1,"never closed,2\n2,b,3\n3,c,4\n`);
    expect(cells(reading).slice(1)).toEqual([
      ['1', '"never closed', '2'],
      ['2', 'b', '3'],
      ['3', 'c', '4'],
    ]);
    expect(notice(reading, 'quote-unclosed')).toMatchObject({
      weight: 'fault',
      location: { line: 2, column: 3, cell: 'B2' },
    });
  });

  test('a quoted cell beyond the limit is an unclosed quote, however the text is cut', () => {
    const text = `1,"${'x'.repeat(50)}\n2,b\n3,"c"\n`;
    for (const size of [1, 7, 1000]) {
      const scanner = new RowScanner(',', { row: 1000, quoted: 40 });
      const found: string[][] = [];
      for (let at = 0; at < text.length; at += size) {
        scanner.feed(text.slice(at, at + size));
        for (let row = scanner.next(); row; row = scanner.next()) found.push(row.cells);
      }
      scanner.end();
      for (let row = scanner.next(); row; row = scanner.next()) found.push(row.cells);
      expect(found).toEqual([
        ['1', `"${'x'.repeat(50)}`],
        ['2', 'b'],
        ['3', 'c'],
      ]);
    }
  });

  test('many unclosed quotes do not take for ever', async () => {
    const line = `x,"${'""'.repeat(40)}a\n`;
    const reading = await readAll(`a,b\n${line.repeat(20_001)}`);
    expect(rows(reading).length).toBeGreaterThan(9000);
  });

  test('stray quotes are data', async () => {
    const reading = await readAll(`${header}1,5" pipe,2\n2,"12" screen, black",3\n3,"24" x,4\n`);
    expect(cells(reading).slice(1)).toEqual([
      ['1', '5" pipe', '2'],
      ['2', '12" screen, black', '3'],
      ['3', '"24" x', '4'],
    ]);
    expect(notice(reading, 'quote-stray')).toMatchObject({
      weight: 'note',
      values: { count: 3 },
      location: { line: 2, column: 4 },
    });
  });

  test('tab-separated cells that begin with a quote swallow nothing', async () => {
    const lines = ['sku\ttitle\tsize', '1\t"24 inch\t5', '2\tb\t6', '3\t"Best" shirt\t"x', '4\tc\t8"', '5\td\t9'];
    const reading = await readAll(`${lines.join('\n')}\n`);
    expect(cells(reading)).toEqual(lines.map((line) => line.split('\t')));
    expect(notice(reading, 'quote-stray')).toBeDefined();
  });

  test('a quoted newline in tab-separated text is still one cell', async () => {
    const reading = await readAll('a\tb\tc\n1\t"x\ny"\t2\n3\t4\t"last\ncell"\n');
    expect(cells(reading).slice(1)).toEqual([
      ['1', 'x\ny', '2'],
      ['3', '4', 'last\ncell'],
    ]);
  });

  test('NUL characters are dropped with a notice, padding at the end too', async () => {
    const reading = await readAll(`${header}1,a\0b,3\n2,b,3\n${'\0'.repeat(5)}`);
    expect(cells(reading).slice(1)).toEqual([
      ['1', 'ab', '3'],
      ['2', 'b', '3'],
    ]);
    expect(notice(reading, 'nul-characters')).toMatchObject({ values: { count: 6 }, location: { line: 2, column: 4 } });
  });

  test('a row over many blocks is asked for again and again without piling up', () => {
    const scanner = new RowScanner(',', { row: 10_000, quoted: 10_000 });
    let fed = 0;
    for (; !scanner.stopped && fed < 1000; fed++) {
      scanner.next();
      scanner.feed('x'.repeat(100));
    }
    // What is not looked at yet is at most as much again as what was.
    expect(fed).toBeLessThan(300);
    expect(scanner.stopped).toBe(true);
  });

  test('a row beyond the limit stops the reading', async () => {
    const reading = await readAll(`${header}1,a,2\n${'x'.repeat(17 * 1024 ** 2)}\n3,c,4\n`);
    expect(rows(reading)).toHaveLength(1);
    expect(reading.outcome.complete).toBe(false);
    expect(notice(reading, 'limit-reached')).toMatchObject({ weight: 'fatal', location: { line: 3, column: 1 } });
  });

  test('no rows is a note', async () => {
    expect(noticeIds(await readAll(header))).toEqual(['no-records']);
  });
});

/** Cells that are hard to write and to read, but no header row may be empty or begin like another container. */
const cell = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ]{0,6}$/),
  fc
    .array(fc.constantFrom('"', ',', '\n', '\r\n', ' ', '品', '😀', 'x', '\t', ';'), { maxLength: 6 })
    .map((parts) => parts.join('')),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
  .map((body) => [
    body[0]?.map((_, index) => `h${index}`) ?? [],
    ...body.filter((row) => row.some((one) => one.trim() !== '')),
  ]);

function write(data: readonly (readonly string[])[], delimiter: string, end: string, quoteAll: boolean): string {
  const quoted = (text: string) => (quoteAll || /["\n\r,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return data.map((row) => row.map(quoted).join(delimiter) + end).join('');
}

describe('properties', () => {
  const written = fc.record({
    data: table,
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    quoteAll: fc.boolean(),
    cuts: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
  });

  test('what is written is read back, as csv-parse reads it, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ data, delimiter, end, quoteAll, cuts }) => {
        // In tab-separated text a quoted row that looks like rows of its own is taken as such, on purpose.
        fc.pre(delimiter !== '\t' || !data.some((row) => row.some((one) => one.includes('\t'))));
        const text = write(data, delimiter, end, quoteAll);
        const reading = await readAll(text, { cuts });
        expect(cells(reading)).toEqual(data);
        expect(parse(text, { delimiter, record_delimiter: end })).toEqual(data);
        expect(noticeIds(reading).filter((id) => id !== 'no-records')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('every cell is where its place says', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ data, delimiter, end, quoteAll, cuts }) => {
        fc.pre(delimiter !== '\t' || !data.some((row) => row.some((one) => one.includes('\t'))));
        const text = write(data, delimiter, end, quoteAll);
        const reading = await readAll(text, { cuts });
        let offset = write(data.slice(0, 1), delimiter, end, quoteAll).length;
        for (const [index, row] of rows(reading).entries()) {
          for (const column of row.cells.keys()) {
            expect(row.place(column)).toEqual(placeOf(text, offset));
            offset += write([[data[index + 1]?.[column] ?? '']], delimiter, '', quoteAll).length + 1;
          }
          offset += end.length - 1;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('any text at all gives the same rows and notices however it is cut', async () => {
    const scrap = fc.constantFrom('"', '"', ',', '\t', '\n', '\r', '\r\n', ' ', 'a', '品', '😀', '\0', '""', 'b,c');
    await fc.assert(
      fc.asyncProperty(
        fc.array(scrap, { maxLength: 40 }),
        fc.constantFrom(',', '\t'),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
        async (scraps, delimiter, cuts) => {
          const text = `h1${delimiter}h2${delimiter}h3\n${scraps.join('')}`;
          const whole = await readAll(text);
          const cut = await readAll(text, { cuts });
          expect(cells(cut)).toEqual(cells(whole));
          expect(cut.outcome).toEqual(whole.outcome);
          const places = (reading: typeof whole) =>
            rows(reading).map((row) => row.cells.map((_, column) => row.place(column)));
          expect(places(cut)).toEqual(places(whole));
        },
      ),
      { numRuns: 400 },
    );
  });
});
