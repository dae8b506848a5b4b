import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { fileSource } from '../../src/read/index.js';
import { dateOfSerial, kindOfBuiltIn, kindOfFormat, timeOfSerial } from '../../src/read/workbook/serial-date.js';
import { plainNumber } from '../../src/read/workbook/sheet-cells.js';
import { SheetRows } from '../../src/read/workbook/sheet-rows.js';
import { readPart, readParts } from './parts.js';
import { cells, notice, noticeIds, rows } from './reading.js';
import { type TestWorkbook, workbookBytes, workbookParts } from './workbook-bytes.js';

const xml = (text: string) => ({ xml: text });

async function refusal(bytes: Uint8Array): Promise<UserError> {
  const error: unknown = await readParts(bytes).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (error instanceof UserError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

describe('a plain workbook', () => {
  const book: TestWorkbook = {
    sheets: [
      { name: '商品', rows: [['SKU', '名称', 'Price'], ['A-1', '杯子 <&> "x"', 12.5], [], ['A-2', undefined, 3]] },
      { name: 'Second & last', rows: [['x'], ['y']] },
    ],
  };

  test('every sheet is a table, with exact places', async () => {
    const [goods, second] = await readParts(workbookBytes(book));
    expect(goods && cells(goods)).toEqual([
      ['SKU', '名称', 'Price'],
      ['A-1', '杯子 <&> "x"', '12.5'],
      ['A-2', '', '3'],
    ]);
    expect(goods).toMatchObject({ file: 'test', sheet: '商品' });
    expect(second).toMatchObject({ file: 'test', sheet: 'Second & last' });
    expect(goods && rows(goods)[1]).toMatchObject({ number: 2, row: 4 });
    expect(goods && rows(goods)[1]?.place(2)).toEqual({ line: 4, column: 3, sheet: '商品', cell: 'C4' });
    expect(goods?.opened.signature.headers?.[1]?.place).toMatchObject({ sheet: '商品', cell: 'B1' });
    expect(goods?.outcome).toMatchObject({ complete: true, notices: [] });
  });

  test.each([
    ['strict', { ...book, strict: true }],
    ['with prefixes', { ...book, prefix: 'x' }],
    ['stored, not packed', book],
  ])('%s reads the same', async (how, variant) => {
    const [plain] = await readParts(workbookBytes(book));
    const [other] = await readParts(workbookBytes(variant, how.startsWith('stored') ? 0 : 6));
    expect(other && plain && cells(other)).toEqual(plain && cells(plain));
    expect(other?.outcome.complete).toBe(true);
  });

  test('UTF-16 inside', async () => {
    const parts = workbookParts(book);
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    const wide = Buffer.from(`\uFEFF${sheet.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const reading = await readPart(workbookBytes({ ...book, parts: { 'xl/worksheets/sheet1.xml': wide } }));
    expect(cells(reading)[1]).toEqual(['A-1', '杯子 <&> "x"', '12.5']);
  });

  test('from a file, a pipe, a gzip: bytes and digest are those of the file', async () => {
    const bytes = workbookBytes(book);
    const folder = mkdtempSync(join(tmpdir(), 'borderlint-test-'));
    try {
      const path = join(folder, '商品.xlsx');
      writeFileSync(path, bytes);
      const [file] = await readParts(await fileSource(path));
      const [pipe] = await readParts(bytes, { cuts: [100, 7] });
      const [packed] = await readParts(gzipSync(bytes));
      expect(file?.file).toBe(path);
      expect(file?.outcome.bytes).toBe(bytes.length);
      expect(pipe?.outcome).toEqual({ ...file?.outcome });
      expect(packed && cells(packed)).toEqual(file && cells(file));
      expect(readdirSync(folder)).toEqual(['商品.xlsx']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('any row can be the header', async () => {
    const sheet = { rows: [['Price list 2026'], [], ['SKU', 'Name'], ['1', 'a', 'beyond']] };
    const reading = await readPart(workbookBytes({ sheets: [sheet] }), { layout: { header: 3 } });
    expect(reading.opened.signature.rows?.map(({ row }) => row)).toEqual([1, 3, 4]);
    expect(rows(reading).map(({ cells: own }) => own)).toEqual([['1', 'a']]);
    expect(notice(reading, 'row-ragged')).toMatchObject({ weight: 'note', location: { cell: 'C4' } });
  });
});

describe('cells', () => {
  const column = async (
    list: readonly (string | number | boolean | { xml: string })[],
    more: Partial<TestWorkbook> = {},
  ) => {
    const reading = await readPart(
      workbookBytes({ sheets: [{ rows: [['h'], ...list.map((cell) => [cell])] }], ...more }),
    );
    return { reading, texts: rows(reading).map((row) => row.cells[0]) };
  };

  test('shared texts: plain, rich, with reading aids, escaped, empty', async () => {
    const shared = [
      'plain',
      '<r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">text </t></r><r><t/></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '<t>a_x000D_&#10;b &amp;amp; &#x5546;_x005F_x</t>',
      '<t></t>',
      '<t xml:space="preserve"> x </t>',
    ];
    const list = shared.map((_, i) => xml(`<c t="s"><v>${i}</v></c>`));
    const { texts } = await column([...list, 'end'], { shared });
    expect(texts).toEqual(['plain', 'rich text ', '東京', 'a\nb &amp; 商_x', ' x ', 'end']);
  });

  test('numbers: no float noise, no exponent, no trailing zeros', async () => {
    const list = [
      '34000.0',
      '0.30000000000000004',
      '2.7599999999999998',
      '1E-07',
      '6.901234567892E+12',
      '-1.50',
      '007',
      '1e3',
    ];
    const { texts } = await column(list.map((v) => xml(`<c><v>${v}</v></c>`)));
    expect(texts).toEqual(['34000', '0.3', '2.76', '0.0000001', '6901234567892', '-1.5', '007', '1000']);
    expect([1e21, 123456789012345, 0.1 + 0.2, 1.5e-10, -2e-7].map(plainNumber)).toEqual([
      '1000000000000000000000',
      '123456789012345',
      '0.3',
      '0.00000000015',
      '-0.0000002',
    ]);
  });

  test('booleans, dates as text, texts of formulas', async () => {
    const { texts } = await column([
      true,
      false,
      xml('<c t="d"><v>2026-01-31</v></c>'),
      xml('<c t="str"><f>A1&amp;"x"</f><v>h&amp;x</v></c>'),
      xml("<c t='n' s='0'><f>1+1</f><v>2</v></c>"),
    ]);
    expect(texts).toEqual(['TRUE', 'FALSE', '2026-01-31', 'h&x', '2']);
  });

  test('cells and rows that do not say where they are follow one another', async () => {
    const data =
      '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c/><c><v>1</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>';
    const reading = await readPart(workbookBytes({ sheets: [{ data }] }));
    expect(cells(reading)).toEqual([
      ['a', 'b'],
      ['', '1'],
      ['', '2'],
    ]);
    expect(rows(reading).map(({ row }) => row)).toEqual([2, 9]);
  });

  test('comments, instructions and marked sections', async () => {
    const data =
      '<!-- </row> --><row r="1"><c t="str"><v>h</v></c></row><?x y?><row r="2"><!-- <c> --><c t="str"><v><![CDATA[a<b>&]]></v></c></row>';
    expect(cells(await readPart(workbookBytes({ sheets: [{ data }] })))).toEqual([['h'], ['a<b>&']]);
  });

  test('zeros that the number format puts in front', async () => {
    const { texts } = await column([xml('<c s="1"><v>123</v></c>'), xml('<c s="2"><v>123</v></c>')], {
      formats: ['0000000', '0.00'],
    });
    expect(texts).toEqual(['0000123', '123']);
  });
});

describe('dates', () => {
  test('serial numbers', () => {
    expect([1, 59, 61, 45688, 45688.354166666664].map((serial) => dateOfSerial(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2025-01-31',
      '2025-01-31T08:30:00',
    ]);
    expect([60, -1, 3e6].map((serial) => dateOfSerial(serial, false))).toEqual([undefined, undefined, undefined]);
    expect(dateOfSerial(44226, true)).toBe('2025-01-31');
    expect([0.5, 1.25].map(timeOfSerial)).toEqual(['12:00:00', '30:00:00']);
  });

  test('number formats', () => {
    const dates = [
      'yyyy-mm-dd',
      'm/d/yy h:mm',
      '[$-409]d-mmm-yy;@',
      'yyyy"年"m"月"d"日"',
      'mmm',
      '[DBNum1]yyyy年m月',
      'mm/dd',
    ];
    expect(dates.map(kindOfFormat)).toEqual(dates.map(() => 'date'));
    expect(['h:mm', '[h]:mm:ss', 'mm:ss.0'].map(kindOfFormat)).toEqual(['time', 'time', 'time']);
    const numbers = [
      'General',
      '0.00',
      '#,##0 "days"',
      '0.00E+00',
      '[Red]-0',
      '"d"0',
      '\\d0',
      '@',
      '¥#,##0',
      '0%',
      '_-* 0_-',
    ];
    expect(numbers.map(kindOfFormat)).toEqual(numbers.map(() => 'number'));
    expect([14, 22, 31, 58, 0, 49, 4].map(kindOfBuiltIn)).toEqual([
      'date',
      'date',
      'date',
      'date',
      'number',
      'number',
      'number',
    ]);
  });
});

describe('what is not whole', () => {
  const good = workbookBytes({ sheets: [{ rows: [['h'], ['a']] }], shared: ['x'] });

  test.each([
    ['no list of sheets', { 'xl/workbook.xml': '<workbook' }, /damaged workbook/],
    ['relations that are no XML', { 'xl/_rels/workbook.xml.rels': 'x' }, /damaged workbook/],
    [
      'a Word document',
      { '_rels/.rels': '<a><Relationship Type="x/officeDocument" Target="word/document.xml"/></a>' },
      /Office file|Word/,
    ],
  ])('%s', async (_name, parts, said) => {
    expect((await refusal(workbookBytes({ sheets: [{ rows: [['h']] }], parts }))).text.en).toMatch(said);
  });

  test('cut off anywhere: refused, or what is left read and said', async () => {
    for (let length = 4; length < good.length; length += 41)
      expect((await refusal(good.subarray(0, length))).text.en).toContain('damaged or cut off');
  });

  test('any byte changed: never a crash, never a silent loss', async () => {
    for (let at = 0; at < good.length; at += 5) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const read = await readParts(bytes).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UserError);
        return [];
      });
      for (const reading of read) if (reading.outcome.complete) expect(cells(reading)).toEqual([['h'], ['a']]);
    }
  });

  test('a sheet that ends early is said, and its rows before are kept', async () => {
    const sheet = '<worksheet><sheetData><row><c t="str"><v>h</v></c></row><row><c t="str"><v>a</v></c></row><row><c';
    const reading = await readPart(workbookBytes({ sheets: [{}], parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(cells(reading)).toEqual([['h'], ['a']]);
    expect(reading.outcome.complete).toBe(false);
    expect(notice(reading, 'truncated')).toMatchObject({ weight: 'fatal', location: { line: 2, sheet: 'Sheet1' } });
  });

  test.each([
    ['a column beyond the last', '<c r="XFE2"><v>1</v></c>'],
    ['a text nobody shares', '<c t="s"><v>99</v></c>'],
    ['a cell left open', '<c r="A2"><v>1</v>'],
  ])('%s', async (_name, cell) => {
    const data = `<row r="1"><c t="str"><v>h</v></c></row><row r="2">${cell}</row>`;
    const reading = await readPart(workbookBytes({ sheets: [{ data }] }));
    expect(reading.outcome.notices).toMatchObject([{ id: 'xml-broken', weight: 'fatal', location: { line: 2 } }]);
  });

  test('a sheet that is not there, a sheet that is a chart', async () => {
    const parts = workbookParts({ sheets: [{ rows: [['h']] }] });
    delete parts['xl/worksheets/sheet1.xml'];
    expect((await refusal(zipSync(parts))).text.en).toContain('xl/worksheets/sheet1.xml');
    const chart = workbookParts({ sheets: [{ rows: [['h']] }, { rows: [['c']] }] });
    const links = Buffer.from(chart['xl/_rels/workbook.xml.rels'] ?? []).toString();
    chart['xl/_rels/workbook.xml.rels'] = Buffer.from(links.replace('worksheet"', 'chartsheet"'));
    expect((await readParts(zipSync(chart))).map(({ sheet }) => sheet)).toEqual(['Sheet2']);
  });
});

test('rows are the same however the text of a sheet is cut', () => {
  const text =
    '<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><!-- a --><row r="1"><c r="A1" t="inlineStr"><is><t>h</t></is></c></row>' +
    '<row r="2" hidden="1"/><row r="3"><c r="C3"><v>1.25</v></c><!-- </row> --></row><row r="4"><c r="B4" t="e"><v>#N/A</v></c></row></sheetData><mergeCells/></worksheet>';
  const read = (size: number) => {
    const sheet = new SheetRows({ texts: [], kinds: [], from1904: false });
    const found: unknown[] = [];
    for (let at = 0; at < text.length; at += size) {
      sheet.feed(text.slice(at, at + size));
      for (let row = sheet.next(); row; row = sheet.next()) found.push(row);
    }
    sheet.end();
    for (let row = sheet.next(); row; row = sheet.next()) found.push(row);
    return { found, complete: sheet.complete, hidden: sheet.hiddenColumns, stop: sheet.stop };
  };
  const whole = read(text.length);
  expect(whole).toMatchObject({ complete: true, hidden: ['B:C'], stop: undefined });
  expect(whole.found).toHaveLength(3);
  for (let size = 1; size < 60; size++) expect(read(size)).toEqual(whole);
});

test('texts with NUL or beyond the pairs do not disturb', async () => {
  const reading = await readPart(workbookBytes({ sheets: [{ rows: [['h😀'], ['a😀b']] }] }));
  expect(cells(reading)).toEqual([['h😀'], ['a😀b']]);
  expect(noticeIds(reading)).toEqual([]);
});
