import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { builtCatalogue, check } from '../../src/index.js';
import { UserError } from '../../src/model/errors.js';
import type { ReadLayout } from '../../src/model/reading.js';
import { fileSource } from '../../src/read/index.js';
import { readPart, readParts } from '../read/parts.js';
import { bytesSource, cells, notice, noticeIds, rows, values } from '../read/reading.js';
import { cellXml, type TestSheet, workbookBytes } from '../read/workbook-bytes.js';

const catalogue = builtCatalogue();

// Each test is named after the hazard's number in the list of what really arrives.

const table = [
  ['SKU', '商品名称', 'Price'],
  ['A-1', '儿童棉质连衣裙', '12.50'],
  ['A-2', '奶粉罐装产品', '8'],
];
const comma = `${table.map((row) => row.join(',')).join('\n')}\n`;

async function refusal(bytes: string | Uint8Array): Promise<string> {
  const error: unknown = await readParts(bytes).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof UserError)) throw new Error(`not refused: ${String(error)}`);
  // Every refusal says what to do instead.
  expect(error.suggestion?.en).toMatch(/\w/);
  expect(error.suggestion?.['zh-CN']).toMatch(/\p{Script=Han}/u);
  return error.text.en;
}

const book = (sheet: TestSheet, more: object = {}) => workbookBytes({ sheets: [sheet], ...more });
const xml = (text: string) => ({ xml: text });

describe('A: bytes and characters', () => {
  test('A1: a byte order mark before the first header, in every entry', async () => {
    const marked = Buffer.from(`\uFEFF${comma}`);
    const entries = [await readPart(marked), await readPart(zipSync({ 'a.csv': marked }))];
    const folder = mkdtempSync(join(tmpdir(), 'borderlint-test-'));
    try {
      const path = join(folder, '商品 export.csv');
      writeFileSync(path, marked);
      entries.push(await readPart(await fileSource(path)));
    } finally {
      rmSync(folder, { recursive: true });
    }
    for (const entry of entries) {
      expect(cells(entry)).toEqual(table);
      expect(entry.opened.signature.headers?.[0]?.place).toEqual({ line: 1, column: 1 });
    }
  });

  test('A2: GBK without a mark is read, and said', async () => {
    const reading = await readPart(iconv.encode(comma, 'gbk'));
    expect(cells(reading)).toEqual(table);
    expect(reading.opened.encoding).toBe('gb18030');
    expect(notice(reading, 'decoded-as')?.values).toMatchObject({ encoding: 'gb18030', confidence: 'certain' });
  });

  test('A2: --encoding has the last word', async () => {
    const reading = await readPart(iconv.encode(comma, 'gbk'), { encoding: 'gb2312' });
    expect(cells(reading)).toEqual(table);
  });

  test('A3: Western text is not read as Chinese, and its confidence is low', async () => {
    const text = 'SKU,Titre\nA-1,Crème brûlée à la façon d’été\nA-2,Größe für Äpfel\nA-3,niño\n';
    const reading = await readPart(iconv.encode(text, 'windows-1252'));
    expect(cells(reading).map((row) => row[1])).toEqual([
      'Titre',
      'Crème brûlée à la façon d’été',
      'Größe für Äpfel',
      'niño',
    ]);
    expect(notice(reading, 'decoded-as')?.values).toMatchObject({ encoding: 'windows-1252', confidence: 'guessed' });
  });

  test.each(['utf-16le', 'utf-16be'])('A4: %s with and without a mark, tabs between the cells', async (encoding) => {
    const text = comma.replaceAll(',', '\t').replaceAll('\n', '\r\n');
    for (const addBOM of [true, false]) {
      const reading = await readPart(iconv.encode(text, encoding, { addBOM }));
      expect(cells(reading)).toEqual(table);
      expect(reading.opened.encoding).toBe(encoding);
    }
  });

  test('A5: NUL at the end of a file is one notice, other control characters stay for the rules', async () => {
    const reading = await readPart(`${comma}${'\0'.repeat(3000)}`);
    expect(cells(reading)).toEqual(table);
    expect(noticeIds(reading)).toEqual(['nul-characters']);
    const control = await readPart('SKU,Name\nA\u001f1,x\n');
    expect(cells(control)[1]).toEqual(['A\u001f1', 'x']);
  });

  test('A6: marks and no-break spaces inside the text are kept as they are', async () => {
    const reading = await readPart('\uFEFFSKU,\uFEFFName\u00A0\nA\u200B1,x\u3000y\n');
    expect(cells(reading)).toEqual([
      ['SKU', '\uFEFFName\u00A0'],
      ['A\u200B1', 'x\u3000y'],
    ]);
  });

  test.each([
    ['UTF-8 read as Windows-1252', 'CrÃ¨me', 'Ã¨', 'è'],
    ['UTF-8 read as GBK', '鍟嗗搧鍚嶇О', '鍟嗗搧鍚嶇О', '商品名称'],
    ['GBK read as Windows-1252', 'ÉÌÆ·Ãû³Æ', 'ÉÌÆ·Ãû³Æ', '商品名称'],
    ['a sign of Windows-1252', 'donâ€™t', 'â€™', '’'],
  ])('A8: text garbled before it came is named: %s', async (_how, cell, shown, meant) => {
    const reading = await readPart(`SKU,Name\nA-1,${cell}\n`);
    expect(cells(reading)[1]).toEqual(['A-1', cell]);
    const column = 5 + cell.indexOf(shown);
    expect(notice(reading, 'text-garbled')).toMatchObject({
      weight: 'fault',
      values: { shown, meant },
      location: { line: 2, column },
    });
    const inBook = await readPart(book({ rows: [['SKU'], [xml('<c r="A2" t="s"><v>0</v></c>')]] }, { shared: [cell] }));
    expect(notice(inBook, 'text-garbled')).toMatchObject({ values: { shown, meant }, location: { cell: 'A2' } });
  });

  test.each(['锟斤拷锟斤拷', 'ï»¿'])('A8: %s cannot be undone, and is named', async (cell) => {
    expect(notice(await readPart(`${cell}SKU,Name\nA-1,x\n`), 'text-garbled')?.values).toEqual({
      shown: cell,
      count: 1,
    });
  });

  test('A8: accents, typographic marks and any Chinese are no garbled text', async () => {
    const texts = [
      'Crème brûlée',
      'Größe',
      '“quoted” – ″5″',
      '繁體中文測試鍵盤',
      'ÀÉÈÊ',
      '€£¥',
      '中文正常文字，没有问题',
      'ñandú',
    ];
    expect(noticeIds(await readPart(`n\n${texts.join('\n')}\n`))).toEqual([]);
  });

  test('A8: only U+0022 is a quotation mark', async () => {
    const reading = await readPart('SKU,Name\nA-1,“one, two”\n');
    expect(cells(reading)[1]).toEqual(['A-1', '“one', ' two”']);
  });

  test('A9: columns count characters, also beyond the basic plane and with combining marks', async () => {
    const reading = await readPart('a,b\n😀e\u0301,x\n');
    expect(rows(reading)[0]?.place(1)).toEqual({ line: 2, column: 5 });
  });
});

describe('B: structure', () => {
  test.each([
    ['semicolons', comma.replaceAll(',', ';')],
    ['tabs', comma.replaceAll(',', '\t')],
    ['pipes', comma.replaceAll(',', '|')],
    ['a line that says so', `sep=;\r\n${comma.replaceAll(',', ';')}`],
    ['bare CR', comma.replaceAll('\n', '\r')],
    ['CR LF', comma.replaceAll('\n', '\r\n')],
    ['mixed line ends', comma.replace('\n', '\r\n').replace(/\n$/, '\r')],
  ])('B1: %s', async (_how, text) => {
    const reading = await readPart(text);
    expect(cells(reading)).toEqual(table);
    expect(noticeIds(reading)).toEqual([]);
  });

  test('B1: tabs and bare CR together; XML whatever it is called', async () => {
    const text = comma.replaceAll(',', '\t').replaceAll('\n', '\r');
    expect(rows(await readPart(text))[1]?.place(2)).toEqual({ line: 3, column: 12 });
    expect((await readPart(zipSync({ 'feed.txt': Buffer.from('<rss><item/></rss>') }))).opened.container).toBe('xml');
  });

  test('B2: line ends inside quoted cells and headers: the physical line of the record', async () => {
    const reading = await readPart('SKU,"Name\n(short)"\nA-1,"<p>\n</p>"\nA-2,x\n');
    expect(reading.opened.signature.headers?.[1]?.text).toBe('Name\n(short)');
    expect(rows(reading).map((row) => [row.place(0).line, row.row])).toEqual([
      [3, 2],
      [5, 3],
    ]);
  });

  test('B3: a mark that is never closed costs one cell, not the file', async () => {
    const reading = await readPart(`SKU,Name\nA-1,"12" wide\n${'A-2,x\n'.repeat(50)}`);
    expect(rows(reading)).toHaveLength(51);
    expect(notice(reading, 'quote-stray') ?? notice(reading, 'quote-unclosed')).toMatchObject({
      location: { line: 2, column: 5 },
    });
  });

  test('B4: rows of other lengths shift nothing, and are counted', async () => {
    const reading = await readPart('a,b,c\n1,2\n1,2,3,4\n1,2,3\n');
    expect(rows(reading).map(({ cells: own }) => own)).toEqual([
      ['1', '2'],
      ['1', '2', '3', '4'],
      ['1', '2', '3'],
    ]);
    expect(notice(reading, 'row-ragged')).toMatchObject({ values: { cells: 2, headers: 3, count: 2 } });
  });

  test('B5: a header twice is said with both places, in text and workbook', async () => {
    const text = notice(await readPart('SKU,Name,SKU\n1,x,2\n'), 'header-duplicate');
    const inBook = notice(
      await readPart(
        book({
          rows: [
            ['SKU', 'Name', 'SKU'],
            [1, 'x', 2],
          ],
        }),
      ),
      'header-duplicate',
    );
    for (const one of [text, inBook])
      expect(one).toMatchObject({ values: { header: 'SKU', first: 'A1' }, location: { cell: 'C1' } });
  });

  test('B11: a merged range says its value for each row; places point at where it is written', async () => {
    const list = [
      ['Product', 'SKU', 'Note'],
      ['杯子', 'A-1', 'x'],
      [undefined, 'A-2'],
      [undefined, undefined, undefined],
      ['碗', 'B-1'],
    ];
    const after = '<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="B1:C1"/></mergeCells>';
    const reading = await readPart(book({ rows: list, after }));
    expect(rows(reading).map(({ cells: [product, sku] }) => [product, sku])).toEqual([
      ['杯子', 'A-1'],
      ['杯子', 'A-2'],
      ['碗', 'B-1'],
    ]);
    expect(rows(reading)[1]?.place(0)).toMatchObject({ cell: 'A2', line: 2 });
    expect(rows(reading)[1]?.place(1)).toMatchObject({ cell: 'B3', line: 3 });
    expect(notice(reading, 'cells-merged')?.values).toEqual({ ranges: 2 });
  });

  test('B12: hidden rows, columns and sheets are read, and said', async () => {
    const data = `<row r="1">${cellXml('SKU', 'A1')}${cellXml('Name', 'B1')}</row><row r="2" hidden="1">${cellXml('A-1', 'A2')}</row>`;
    const sheet = { data, before: '<cols><col min="2" max="2" hidden="1"/></cols>', state: 'veryHidden' } as const;
    const reading = await readPart(book(sheet));
    expect(rows(reading)).toHaveLength(1);
    expect(noticeIds(reading).sort()).toEqual(['columns-hidden', 'rows-hidden', 'sheet-hidden']);
    expect(notice(reading, 'columns-hidden')?.values).toEqual({ columns: 'B' });
    expect(notice(reading, 'rows-hidden')).toMatchObject({ location: { cell: 'A2' }, values: { count: 1 } });
  });

  test('B13: a workbook that unfolds beyond belief is refused, in little memory', async () => {
    const bomb = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(2_000_000)}</sheetData></worksheet>`;
    const reading = await readPart(book({}, { parts: { 'xl/worksheets/sheet1.xml': bomb } }));
    expect(reading.outcome.complete).toBe(false);
    expect(reading.outcome.notices.filter(({ weight }) => weight === 'fatal')).toMatchObject([{ id: 'limit-reached' }]);
  });

  test('B13: a cell of 23,289 characters is nothing special, one of 17 million stops the reading', async () => {
    const long = '长'.repeat(23_289);
    expect(cells(await readPart(book({ rows: [['h'], [long]] })))).toEqual([['h'], [long]]);
    const reading = await readPart(book({ rows: [['h'], ['a'], ['x'.repeat(17 * 1024 ** 2)]] }), {
      unfold: { freeBytes: 1024 ** 3, ratio: 1e9, bytes: 1024 ** 3 },
    });
    expect(reading.records).toHaveLength(1);
    expect(notice(reading, 'limit-reached')).toMatchObject({
      weight: 'fatal',
      values: { what: 'row' },
      location: { line: 2 },
    });
  });

  test('B13: 16,384 columns are read, one more is no workbook; more rows than a sheet has stop the reading', async () => {
    const last = `<row r="1">${cellXml('h', 'A1')}<c r="XFD1" t="str"><v>end</v></c></row>`;
    expect((await readPart(book({ data: last }))).opened.signature.headers).toHaveLength(16_384);
    const beyond = `<row r="1">${cellXml('h', 'A1')}</row><row r="1048577">${cellXml('x', 'A1048577')}</row>`;
    expect(notice(await readPart(book({ data: beyond })), 'limit-reached')?.values).toEqual({
      what: 'rows',
      limit: 1_048_576,
    });
  });
});

describe('C: values as their container holds them', () => {
  test('C2: a number of 16 digits or more has lost some, and its cell is named', async () => {
    const reading = await readPart(
      book({ rows: [['id'], [xml('<c r="A2"><v>1.1010119900101E+17</v></c>')], [123456789012345]] }),
    );
    expect(rows(reading)[0]).toMatchObject({ cells: ['110101199001010000'] });
    expect(rows(reading)[0]?.flaws).toEqual([{ id: 'digits-lost', column: 0, text: '110101199001010000' }]);
    expect(rows(reading)[1]?.flaws).toBeUndefined();
  });

  test('C5: numbers are exact decimals, whole ones without a point', async () => {
    const list = ['1234567890128.0', '0.30000000000000004', '2.7599999999999998'].map((v) => [
      xml(`<c><v>${v}</v></c>`),
    ]);
    expect(cells(await readPart(book({ rows: [['n'], ...list] }))).slice(1)).toEqual([
      ['1234567890128'],
      ['0.3'],
      ['2.76'],
    ]);
  });

  test.each([
    [false, 45_688],
    [true, 44_226],
  ])('C10: a date is the day the sheet shows, counted from 1904: %s', async (date1904, serial) => {
    const rowsOf = [['expires'], [xml(`<c s="1"><v>${serial}</v></c>`)], [xml(`<c><v>${serial}</v></c>`)]];
    const reading = await readPart(book({ rows: rowsOf }, { formats: [14], date1904 }));
    expect(cells(reading).slice(1)).toEqual([['2025-01-31'], [String(serial)]]);
  });

  test('C12: formulas by their saved result; errors and results never saved are said, and read as empty', async () => {
    const list = [
      [xml('<c r="A2"><f>1+1</f><v>2</v></c>')],
      [xml('<c r="A3" t="e"><f>VLOOKUP(1,[1]x!A:B,2)</f><v>#N/A</v></c>'), 'x'],
      [xml('<c r="A4"><f>A2</f></c>'), 'y'],
      [xml('<c r="A5" t="str"><f>""</f><v></v></c>'), 'z'],
    ];
    const reading = await readPart(book({ rows: [['h', 'n'], ...list] }));
    expect(rows(reading).map(({ cells: own }) => own[0])).toEqual(['2', '', '', '']);
    expect(rows(reading).map(({ flaws }) => flaws?.[0]?.id)).toEqual([
      undefined,
      'cell-error',
      'formula-unread',
      undefined,
    ]);
  });
});

describe('C2 and C12: what a cell has lost keeps the run from being green', () => {
  const header = ['sku', 'gtin', 'originCountry', 'hsCode', 'groupId', 'listingId', 'Own column'];
  const verdictOf = async (cell: string, column: number) => {
    const row = ['A-1', '9520000000004', 'JP', '330499', 'G', '1', 'x'];
    const list = row.map((value, index) =>
      index === column ? xml(`<c r="${'ABCDEFG'.charAt(column)}2"${cell}</c>`) : value,
    );
    const report = await check([bytesSource(book({ rows: [header, list] }))], { asOf: '2026-11-23', catalogue });
    return {
      verdict: report.verdict,
      notRun: report.notRun.map(({ location }) => location?.cell),
      notices: report.notices,
    };
  };

  test.each([
    ['digits-lost', '><v>9.5200000000004001E+16</v>', { shown: '95200000000004000' }],
    ['cell-error', ' t="e"><v>#REF!</v>', { error: '#REF!' }],
    ['formula-unread', '><f>A1</f>', {}],
  ])(
    '%s in a column of the format: incomplete, with the cell; in one of the merchant: a note',
    async (id, cell, values) => {
      const known = await verdictOf(cell, 4);
      expect(known).toMatchObject({ verdict: 'incomplete', notRun: ['E2'] });
      expect(known.notices.find((one) => one.id === id)).toMatchObject({
        weight: 'fault',
        values,
        location: { cell: 'E2', name: 'groupId' },
      });
      const own = await verdictOf(cell, 6);
      expect(own.notRun).toEqual([]);
      expect(own.notices.find((one) => one.id === id)).toMatchObject({ weight: 'note', location: { cell: 'G2' } });
    },
  );
});

describe('D: containers and surroundings', () => {
  test.each([
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'),
      /old Excel .* or one protected by a password/,
    ],
    [
      'a binary workbook',
      zipSync({ '[Content_Types].xml': Buffer.from('<a/>'), 'xl/workbook.bin': Buffer.alloc(4) }),
      /\.xlsb/,
    ],
    [
      'OpenDocument',
      zipSync({ mimetype: Buffer.from('x'), 'META-INF/manifest.xml': Buffer.from('<a/>') }),
      /OpenDocument/,
    ],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': Buffer.from('<a/>'), 'word/document.xml': Buffer.from('<a/>') }),
      /Word/,
    ],
    ['a page saved as .xls', '<html><body><table><tr><td>x</td></tr></table></body></html>', /HTML page/],
  ])('D1: %s is refused with a way out', async (_what, bytes, said) => {
    expect(await refusal(bytes)).toMatch(said);
  });

  test('D1: CSV called .xls is read', async () => {
    expect(cells(await readPart(zipSync({ 'products.xls': Buffer.from(comma) })))).toEqual(table);
  });

  test('D1: EDIFACT is refused with a way out', async () => {
    expect(await refusal("UNA:+.? 'UNB+UNOA:1+X+Y+260101:1200+1'")).toContain('EDIFACT');
  });

  test('D2: no DOCTYPE, no entities; records before a fault are kept, its place is exact', async () => {
    const layout: ReadLayout = { path: 'o' };
    const doctype = await readPart('<!DOCTYPE r [<!ENTITY a "b">]><r><o>&a;</o></r>', { layout });
    expect(noticeIds(doctype)).toContain('xml-doctype');
    const broken = await readPart('<r>\n<o>1</o>\n<o>a & b</o>\n</r>', { layout });
    expect(broken.records).toHaveLength(1);
    expect(notice(broken, 'xml-broken')).toMatchObject({ weight: 'fatal', location: { line: 3 } });
  });

  test('D3: big numbers keep their digits; a bad line is left out, with its place, and the others are read', async () => {
    const big = await readPart('[{"id": 12345678901234567890, "n": 1.5}]');
    expect(values(big)).toEqual([{ id: '12345678901234567890', n: 1.5 }]);
    const lines = await readPart('{"a": 1}\n\n{"a": NaN}\n{"a": 2}\n{"a": ');
    expect(values(lines)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(notice(lines, 'json-broken')).toMatchObject({ weight: 'fault', location: { line: 3 } });
    expect(notice(lines, 'truncated')).toMatchObject({ weight: 'fatal', location: { line: 5 } });
  });

  test('D3: JSON-LD: the goods of a graph are records', async () => {
    const document =
      '{"@context": "https://schema.org", "@graph": [{"@type": "Product", "sku": "A-1"}, {"@type": "Product", "sku": "A-2"}]}';
    const reading = await readPart(document, { layout: { pointer: '/@graph' } });
    expect(reading.opened.signature.keys?.['/@graph']).toEqual(['@type', 'sku']);
    expect(values(reading)).toHaveLength(2);
    const [first] = reading.records;
    expect(first?.kind === 'object' && first.place('/sku')).toEqual({ line: 1, column: document.indexOf('"A-1"') + 1 });
  });

  test('D4: a Git LFS pointer and an error page are called what they are', async () => {
    expect(await refusal('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n')).toContain(
      'Git LFS pointer',
    );
    expect(await refusal('<!doctype html><html><title>404</title></html>')).toContain('HTML page');
  });

  test('D5: names in Chinese, from a zip that does not say how it writes them', async () => {
    const name = iconv.encode('商品/价格.csv', 'gbk');
    const zip = Buffer.from(zipSync({ ['x'.repeat(name.length)]: Buffer.from(comma) }));
    for (let at = zip.indexOf('xxxx'); at >= 0; at = zip.indexOf('xxxx', at)) name.copy(zip, at);
    expect((await readPart(zip)).file).toBe('test/商品/价格.csv');
    expect((await readPart(zipSync({ '商品.csv': Buffer.from(comma) }))).file).toBe('test/商品.csv');
  });

  test('D5: a zip gives its files in order, without what is none; an archive in it is refused alone', async () => {
    const zip = zipSync({
      'b/goods.csv': Buffer.from(comma),
      'a.xlsx': book({ name: 'S', rows: [['h'], ['1']] }),
      '__MACOSX/._a.xlsx': Buffer.from('x'),
      '.DS_Store': Buffer.from('x'),
      'photo.png': Buffer.from('x'),
    });
    expect((await readParts(zip)).map(({ file, sheet }) => [file, sheet])).toEqual([
      ['test/a.xlsx', 'S'],
      ['test/b/goods.csv', undefined],
    ]);
    expect(await refusal(zipSync({ 'inner.zip': zip }))).toContain('archive inside an archive');
    expect(await refusal(zipSync({ 'photo.png': Buffer.from('x') }))).toContain('no files');
    expect(await refusal(zipSync({}))).toContain('no files');
  });

  test('D5: a zip that is half written', async () => {
    const zip = zipSync({ 'a.csv': Buffer.from(comma) });
    expect(await refusal(zip.subarray(0, zip.length - 10))).toContain('damaged or cut off');
  });
});
