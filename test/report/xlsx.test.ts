import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import type { CheckedTable } from '../../src/model/reading.js';
import type { Report } from '../../src/model/report.js';
import { SheetNames } from '../../src/report/xlsx/sheet-names.js';
import { runInProcess } from '../cli/running.js';
import { workbookBytes } from '../read/workbook-bytes.js';
import { hostileReport, hostileTexts, longReport } from './hostile-reports.js';
import { sampleReports } from './sample-reports.js';
import { contextFor } from './sample-texts.js';
import { partsOf, tableOf, textsOf, writtenFile } from './writing.js';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'borderlint-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function check(...args: readonly string[]): Promise<{ readonly bytes: Buffer; readonly report: Report }> {
  const [book, json] = [join(folder, 'report.xlsx'), join(folder, 'report.json')];
  await runInProcess(['check', ...args, '--format', `xlsx=${book}`, '--format', `json=${json}`, '--no-progress']);
  return { bytes: readFileSync(book), report: JSON.parse(readFileSync(json, 'utf8')) };
}

/** Cells of a sheet by address, as text; what is empty is left out. */
async function cellsOf(bytes: Uint8Array, sheet: string): Promise<ReadonlyMap<string, string>> {
  const rows = await readSheet(Buffer.from(bytes), sheet, { trim: false });
  const cells = rows.flatMap((row, line) =>
    row.flatMap((cell, column): [string, string][] =>
      cell === null ? [] : [[`${columnLetters(column)}${line + 1}`, String(cell)]],
    ),
  );
  return new Map(cells);
}

function columnLetters(column: number): string {
  return (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

type Tag = { readonly name: string; readonly attributes: { readonly [name: string]: string } };

/** The elements of a part in order; throws for what is not well-formed. */
function tagsOf(part: string | undefined): readonly Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes: { ...attributes } }));
  parser.write(part ?? '').close();
  return tags;
}

const written = (report: Report, ...tables: readonly CheckedTable[]): Promise<Uint8Array> =>
  writtenFile('xlsx', report, contextFor('en'), async function* () {
    yield* tables;
  });

/** What `worksheet` may hold, in the order the format demands. */
const order = [
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'hyperlinks',
  'pageMargins',
  'ignoredErrors',
  'legacyDrawing',
];

/** What every spreadsheet program demands of the package. */
function expectSound(bytes: Uint8Array): void {
  const parts = partsOf(bytes);
  const types = tagsOf(parts['[Content_Types].xml']);
  const named = new Set(types.map(({ attributes }) => attributes['PartName']));
  const byEnding = new Set(types.flatMap(({ attributes }) => attributes['Extension'] ?? []));
  for (const [name, part] of Object.entries(parts)) {
    const tags = tagsOf(part);
    expect(byEnding.has(name.split('.').at(-1) ?? ''), name).toBe(true);
    if (/^xl\/(?:worksheets\/sheet|comments|styles|workbook)[^/]*\.xml$/.test(name))
      expect(named).toContain(`/${name}`);
    if (name.endsWith('.rels')) {
      const from = name.replace(/_rels\/[^/]*$/, '');
      for (const { attributes } of tags.slice(1))
        expect(Object.keys(parts)).toContain(new URL(attributes['Target'] ?? '', `a:/${from}`).pathname.slice(1));
    }
    if (name.startsWith('xl/worksheets/sheet')) expectSheet(tags);
  }
}

function expectSheet(tags: readonly Tag[]): void {
  const top = tags.map(({ name }) => order.indexOf(name)).filter((at) => at >= 0);
  expect(top).toEqual(top.toSorted((a, b) => a - b));
  const rows = tags.filter(({ name }) => name === 'row').map(({ attributes }) => Number(attributes['r']));
  expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
  expect(tags.some(({ name }) => name === 'f')).toBe(false);
}

describe('of a table', () => {
  it.each([
    ['quickstart/filing-table.csv', 'filing-table'],
    ['quickstart/shopify-products.csv', 'shopify-products'],
  ])('every cell of %s stands at its own address, as it was', async (file, sheet) => {
    const { bytes, report } = await check(fixture(file));
    expectSound(bytes);
    const again = join(folder, 'again.xlsx');
    writeFileSync(again, bytes);
    const second = (await check(again)).report;
    const placed = ({ findings }: Report): readonly string[] =>
      findings.map(({ rule, location: { cell }, actual }) => JSON.stringify([rule, cell, actual]));
    expect(placed(second)).toEqual(placed(report));
    expect(second.inputs.map(({ sheet }) => sheet)).toEqual([sheet]);
    expect(second.inputs[0]?.records).toBe(report.inputs[0]?.records);
    const cells = await cellsOf(bytes, sheet);
    for (const { location, actual = '' } of report.findings)
      if (actual !== '') expect(cells.get(location.cell ?? '')?.trim()).toContain(actual);
  });

  it('colours the cells that have findings and says why in a note', async () => {
    const { bytes, report } = await check(fixture('quickstart/filing-table.csv'));
    const parts = partsOf(bytes);
    const styles = tagsOf(parts['xl/styles.xml']);
    const fills = styles.filter(({ name }) => name === 'fgColor' || name === 'patternFill');
    expect(fills.length).toBeGreaterThan(8);
    const plain = new Set(['0', '2']);
    const cells = tagsOf(parts['xl/worksheets/sheet1.xml']).filter(({ name }) => name === 'c');
    const coloured = cells.filter(({ attributes: { r = '', s = '' } }) => !/[A-Z]1$/.test(r) && !plain.has(s));
    const faulty = new Set(report.findings.flatMap(({ location: { cell } }) => cell ?? []));
    expect(new Set(coloured.map(({ attributes }) => attributes['r']))).toEqual(faulty);
    const comments = parts['xl/comments1.xml'] ?? '';
    const notes = tagsOf(comments).filter(({ name }) => name === 'comment');
    expect(new Set(notes.map(({ attributes }) => attributes['ref']))).toEqual(faulty);
    for (const { rule } of report.findings) expect(comments).toContain(rule);
    const boxes = tagsOf(parts['xl/drawings/vmlDrawing1.vml']).filter(({ name }) => name === 'v:shape');
    expect(boxes).toHaveLength(notes.length);
  });

  it('links each finding to its cell', async () => {
    const { bytes, report } = await check(fixture('quickstart'));
    const parts = partsOf(bytes);
    const links = tagsOf(parts['xl/worksheets/sheet3.xml']).filter(({ name }) => name === 'hyperlink');
    const wanted = report.findings.filter(({ location: { cell } }) => cell !== undefined);
    expect(links.map(({ attributes }) => attributes['location']).sort()).toEqual(
      wanted.map(({ location: { file, cell } }) => `'${basename(file, '.csv')}'!${cell}`).sort(),
    );
    const verdicts = [...(await cellsOf(bytes, 'Verdicts')).values()];
    expect(verdicts.join('\n')).toContain('ceb311.xml: no copy here');
    expect(verdicts).toContain(`${report.catalogue.version}, SHA-256 ${report.catalogue.digest}`);
  });

  it('masks personal data in its columns until it is asked for', async () => {
    const file = fixture('shipments/shopify-orders/clean.csv');
    const masked = await check(file);
    const shown = await check(file, '--show-values');
    const cells = await cellsOf(shown.bytes, 'clean');
    const header = [...cells].find(([, text]) => text === 'Shipping Name')?.[0].replace(/\d/g, '') ?? '';
    const name = cells.get(`${header}2`) ?? '';
    expect(name.length).toBeGreaterThan(2);
    expect(textsOf(shown.bytes)).toContain(name);
    expect(textsOf(masked.bytes)).not.toContain(name);
    expect([...(await cellsOf(masked.bytes, 'Verdicts')).values()].join()).toMatch(
      /personal data is hidden in \d+ cells/,
    );
  });

  it('is that of a file in a zip, read by a mapping, and of a compressed one', async () => {
    const csv = '货号,商品名称,条码\nA1,绿茶,6901234567891\n';
    const map = 'borderlint-map: 1\ndocument: listing\ncolumns:\n  货号: sku\n  商品名称: title@zh-CN\n  条码: gtin\n';
    writeFileSync(join(folder, 'goods.zip'), zipSync({ 'inner.csv': new TextEncoder().encode(csv) }));
    writeFileSync(join(folder, 'more.csv.gz'), gzipSync(csv));
    writeFileSync(join(folder, 'goods.map.yaml'), map);
    const files = ['goods.zip', 'more.csv.gz'].map((name) => join(folder, name));
    const { bytes } = await check(...files, '--map', join(folder, 'goods.map.yaml'));
    for (const sheet of ['inner', 'more']) expect((await cellsOf(bytes, sheet)).get('C2')).toBe('6901234567891');
  });

  it('is that of a sheet of a workbook too', async () => {
    const book = join(folder, 'book.xlsx');
    const rows = readFileSync(fixture('quickstart/filing-table.csv'));
    const lines = new TextDecoder('gb18030')
      .decode(rows)
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const wrong = `B${lines.length + 1}`;
    const last = [{ xml: `<c r="${wrong}" t="e"><v>#N/A</v></c>` }];
    writeFileSync(book, workbookBytes({ sheets: [{ name: 'Findings', rows: [...lines, last] }] }));
    const { bytes, report } = await check(book);
    expectSound(bytes);
    expect(report.findings.length).toBeGreaterThan(5);
    const cells = await cellsOf(bytes, 'Findings (2)');
    for (const { location, actual = '' } of report.findings)
      if (actual !== '') expect(cells.get(location.cell ?? '')).toContain(actual);
    expect(cells.get(wrong)).toBe('#N/A');
    expect(textsOf(bytes)).toContain(`location="'Findings (2)'!`);
  });
});

describe('texts', () => {
  const risky = [...hostileTexts, '9520000015025123456', '0012', '1E5', '2026-01-05', 'TRUE', '_x0041_', 'a\r\nb\rc'];

  it('are texts, whatever they look like', async () => {
    const cells: (readonly [number, readonly string[]])[] = risky.map((text, index) => [index + 2, [text]]);
    const bytes = await written(hostileReport(), tableOf('a.csv', [[1, ['title']], ...cells]));
    expectSound(bytes);
    const parts = partsOf(bytes);
    const tags = tagsOf(parts['xl/worksheets/sheet1.xml']).filter(({ name }) => name === 'c');
    for (const { attributes } of tags) expect(attributes['t']).toBe('inlineStr');
    const quoted = tagsOf(parts['xl/styles.xml'])
      .filter(({ name }) => name === 'xf')
      .slice(1);
    const read = await cellsOf(bytes, 'a');
    for (const [index, text] of risky.entries()) {
      const cell = tags.find(({ attributes }) => attributes['r'] === `A${index + 2}`);
      const style = quoted[Number(cell?.attributes['s'])]?.attributes ?? {};
      expect(style['numFmtId']).toBe('49');
      expect(style['quotePrefix'], text).toBe(/^\s*[=+\-@＝]/u.test(text) ? '1' : undefined);
      if (/^[\x20-\x7e]*$/.test(text) && !text.includes('_x')) expect(read.get(`A${index + 2}`)).toBe(text);
    }
    expect(parts['xl/worksheets/sheet1.xml']).toContain('>a\nb␍c<');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('_x005F_x0041_');
  });

  it('of one another make no two sheets of one name', () => {
    const names = new SheetNames();
    const wanted = [
      'a/b:c',
      'A?B*C',
      "'quoted'",
      '',
      'History',
      '\ud800',
      '字'.repeat(40),
      '字'.repeat(40),
      '😀'.repeat(20),
    ];
    const taken = wanted.map((name) => names.take(name));
    expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length);
    for (const name of taken) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).toMatch(/^(?!')[^[\]:*?/\\]+(?<!')$/u);
      expect(name).not.toMatch(/\p{Surrogate}/u);
    }
    expect(taken.slice(0, 2)).toEqual(['a_b_c', 'A_B_C (2)']);
  });
});

describe('limits', () => {
  const base = sampleReports()['clean'] ?? raise();
  const remarks = async (bytes: Uint8Array): Promise<string> =>
    [...(await cellsOf(bytes, 'Verdicts')).values()].join('\n');

  it('of a sheet: what is beyond is left out and said', async () => {
    const wide = Array.from({ length: 16_390 }, () => 'x');
    const rows: (readonly [number, readonly string[]])[] = [
      [1, ['title']],
      [2, wide],
      [3, ['y'.repeat(40_000)]],
      [1_048_576, ['last']],
      [1_048_577, ['beyond']],
    ];
    const bytes = await written(base, tableOf('a.csv', rows));
    expectSound(bytes);
    const text = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(text).toContain('r="XFD2"');
    expect(text).not.toContain('r="XFE2"');
    expect(text).toContain('r="A1048576"');
    expect(text).not.toContain('beyond');
    expect(text).toContain(`>${'y'.repeat(32_766)}…<`);
    const said = await remarks(bytes);
    expect(said).toContain('ends at row 1,048,576');
    expect(said).toContain('beyond column XFD are left out in 1 rows');
    expect(said).toContain('1 cells were cut at 32,767');
  });

  it('of notes and links: the gravest have them', { timeout: 60_000 }, async () => {
    const long = longReport(66_000, (index) => String(index));
    const findings = long.findings.map((one, index) => ({
      ...one,
      location: { ...one.location, file: 'a.csv', cell: `B${index + 2}` },
    }));
    const bytes = await written({ ...long, findings }, tableOf('a.csv', [[1, ['a', 'b']]]));
    const parts = partsOf(bytes);
    expect(parts['xl/comments1.xml']?.match(/<comment /g)).toHaveLength(10_000);
    expect(parts['xl/worksheets/sheet1.xml']?.match(/<c r="B/g)).toHaveLength(66_001);
    expect(parts['xl/worksheets/sheet2.xml']?.match(/<hyperlink /g)).toHaveLength(65_530);
    const said = await remarks(bytes);
    expect(said).toContain('56,000 coloured cells have no note');
    expect(said).toContain('470 findings have no link');
  });

  it('opens on the verdicts where something did not run', async () => {
    const bytes = await written(sampleReports()['incomplete'] ?? raise(), tableOf('a.csv', [[1, ['a']]]));
    expect(partsOf(bytes)['xl/workbook.xml']).toContain('activeTab="2"');
  });
});

function raise(): never {
  throw new Error('no such sample report');
}
