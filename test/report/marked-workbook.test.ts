import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { markedSheet } from '../../src/read/annotate/marked-sheet.js';
import { editedList } from '../../src/read/edit/listed-elements.js';
import { runInProcess } from '../cli/running.js';
import { type TestWorkbook, workbookBytes } from '../read/workbook-bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'borderlint-marked-'));
afterAll(() => rmSync(folder, { recursive: true }));
const house = fileURLToPath(new URL('../../fixtures/scenarios/house-catalogue', import.meta.url));
const input = join(folder, 'goods.xlsx');

type Parts = { readonly [name: string]: string };

async function marked(bytes: Uint8Array, ...args: readonly string[]): Promise<Uint8Array> {
  writeFileSync(input, bytes);
  const out = join(folder, 'marked.xlsx');
  const flags = ['--format', `xlsx=${out}`, '--catalogue', house, '--as-of', '2026-11-23', '--no-progress'];
  await runInProcess(['check', input, ...flags, ...args]);
  return readFileSync(out);
}

function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

type Tag = { readonly name: string; readonly depth: number; readonly attributes: { readonly [name: string]: string } };

/** The elements of a part in order; throws for what is not well-formed, prefixes that nobody declares among it. */
function tagsOf(part = ''): readonly Tag[] {
  const tags: Tag[] = [];
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    tags.push({ name, depth: depth++, attributes: plain });
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(part).close();
  return tags;
}

/** What a worksheet may hold, in the order the format demands. */
const order =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

/** What every spreadsheet program demands of the package. */
function expectSound(bytes: Uint8Array): Parts {
  const parts = partsOf(bytes);
  const types = tagsOf(parts['[Content_Types].xml']);
  const named = types.flatMap(({ attributes }) => attributes['PartName'] ?? []);
  expect(new Set(named).size).toBe(named.length);
  for (const name of named) expect(Object.keys(parts)).toContain(name.slice(1));
  const endings = types.flatMap(({ attributes }) => attributes['Extension'] ?? []);
  expect(new Set(endings).size).toBe(endings.length);
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.(?:xml|rels|vml)$/.test(name)) continue;
    const tags = tagsOf(part);
    expect(endings).toContain(name.split('.').at(-1));
    if (/^xl\/(?:worksheets\/sheet|comments)\d+\.xml$/.test(name)) expect(named).toContain(`/${name}`);
    if (name.endsWith('.rels')) expectRelations(name, tags, parts);
    if (name.startsWith('xl/worksheets/sheet')) expectSheet(tags, Number(countOf(parts['xl/styles.xml'], 'cellXfs')));
  }
  const shapes = Object.entries(parts)
    .filter(([name]) => name.endsWith('.vml'))
    .flatMap(([, part]) => [...part.matchAll(/<v:shape id="([^"]*)"/g)].map(([, id]) => id));
  expect(new Set(shapes).size).toBe(shapes.length);
  const styles = parts['xl/styles.xml'] ?? '';
  for (const [list, item] of [
    ['fonts', 'font'],
    ['fills', 'fill'],
    ['cellXfs', 'xf'],
  ] as const) {
    const inner = new RegExp(`<${list}[^>]*>(.*)</${list}>`, 's').exec(styles)?.[1] ?? '';
    expect(inner.match(new RegExp(`<${item}[\\s/>]`, 'g'))).toHaveLength(Number(countOf(styles, list)));
  }
  const xfs = tagsOf(styles).filter(({ name, depth }) => name === 'xf' && depth === 2);
  for (const { attributes } of xfs) {
    expect(Number(attributes['fillId'] ?? 0)).toBeLessThan(Number(countOf(styles, 'fills')));
    expect(Number(attributes['fontId'] ?? 0)).toBeLessThan(Number(countOf(styles, 'fonts')));
  }
  return parts;
}

function countOf(markup = '', list: string): string | undefined {
  return new RegExp(`<${list}\\s[^>]*count="(\\d+)"`).exec(markup)?.[1];
}

function expectRelations(name: string, tags: readonly Tag[], parts: Parts): void {
  const from = name.replace(/_rels\/[^/]*$/, '');
  const ids = tags.flatMap(({ attributes }) => attributes['Id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of tags.slice(1))
    expect(Object.keys(parts)).toContain(new URL(attributes['Target'] ?? '', `a:/${from}`).pathname.slice(1));
}

function expectSheet(tags: readonly Tag[], styles: number): void {
  const top = tags.filter(({ depth }) => depth === 1).map(({ name }) => order.indexOf(name));
  expect(Math.min(...top)).toBeGreaterThanOrEqual(0);
  expect(top).toEqual(top.toSorted((a, b) => a - b));
  const rows = tags.filter(({ name }) => name === 'row').map(({ attributes }) => Number(attributes['r']));
  expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
  let last = { row: 0, column: 0 };
  for (const { attributes } of tags.filter(({ name }) => name === 'c')) {
    const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(attributes['r'] ?? '') ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const here = { row: Number(digits), column };
    expect(here.row > last.row || (here.row === last.row && here.column > last.column)).toBe(true);
    last = here;
    expect(Number(attributes['s'] ?? 0)).toBeLessThan(styles);
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...list: readonly (readonly [type: string, target: string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const kind = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const contentTypes = (...more: readonly (readonly [path: string, type: string])[]): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${[
    ['/xl/workbook.xml', kind('sheet.main')],
    ['/xl/worksheets/sheet1.xml', kind('worksheet')],
    ['/xl/worksheets/sheet2.xml', kind('worksheet')],
    ['/xl/styles.xml', kind('styles')],
    ...more,
  ]
    .map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`)
    .join('')}</Types>`;
const styles = `<?xml version="1.0"?><styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="20"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`;

const text = (address: string, value: string, style = 0): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `<row r="1" spans="1:3">${text('A1', 'sku', 1)}${text('B1', 'title')}${text('C1', 'origin')}</row>`;
const data = [
  header,
  `<row r="2" spans="1:3" ht="40" customHeight="1">${text('A2', 'A1')}${text('B2', 'Tea')}${text('C2', 'India', 1)}<c r="D2"><f>LEN(B2)</f><v>3</v></c></row>`,
  `<row r="3">${text('A3', 'A2')}${text('B3', '=1+1')}</row>`,
  `<row r="5">${text('A5', 'A3')}${text('B5', 'Tea')}${text('C5', 'IN')}</row>`,
  `<row r="6">${text('A6', 'A4')}${text('B6', 'Tea')}${text('C6', 'Chine', 1)}</row>`,
].join('');
const behind =
  '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><drawing r:id="rId1"/><tableParts count="0"/>';
const book = (more: Partial<TestWorkbook> = {}, after = behind): Uint8Array =>
  workbookBytes({
    sheets: [
      {
        name: 'Goods & co',
        before:
          '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="33" customWidth="1"/></cols>',
        data,
        after,
      },
      { name: 'Findings', rows: [['of mine', 1.5]] },
    ],
    ...more,
    parts: {
      '[Content_Types].xml': contentTypes(),
      'xl/styles.xml': styles,
      'xl/_rels/workbook.xml.rels': relations(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['drawing', '../drawings/drawing1.xml']),
      'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="x"/>',
      'xl/media/image1.png': Uint8Array.from({ length: 200 }, (_, index) => index),
      ...more.parts,
    },
  });
const sheet = 'xl/worksheets/sheet1.xml';

describe('a workbook that is marked', () => {
  it('is the one that was checked: all its parts but those that name the new ones, and the values of every cell', async () => {
    const bytes = book();
    const out = await marked(bytes);
    const after = expectSound(out);
    const before = partsOf(bytes);
    const touched = [
      sheet,
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      '[Content_Types].xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
    ];
    for (const [name, part] of Object.entries(before))
      if (!touched.includes(name)) expect(after[name], name).toBe(part);
    for (const name of ['Goods & co', 'Findings'])
      expect(await readSheet(Buffer.from(out), name)).toEqual(await readSheet(Buffer.from(bytes), name));
    expect(after['xl/workbook.xml']).toMatch(
      /name="Goods &amp; co".*name="Findings".*name="Findings \(2\)".*name="Verdicts"/s,
    );
    expect(after[sheet]).toContain('width="33" customWidth="1"');
    expect(after[sheet]).toContain('<f>LEN(B2)</f><v>3</v>');
    expect(after[sheet]).toContain('<row r="2" ht="40" customHeight="1">');
    const texts = (await readSheet(Buffer.from(out), 'Findings (2)')).flat().map(String).join('\n');
    expect(texts).toContain('house-rules-2026/origin-code');
    expect(partsOf(out)['xl/worksheets/sheet3.xml']).toContain(`location="'Goods &amp; co'!C2"`);
  });

  it('has the faulty cells coloured in a style of their own, which keeps all else, and explained', async () => {
    const after = expectSound(await marked(book()));
    const xfs =
      /<cellXfs[^>]*>(.*)<\/cellXfs>/s
        .exec(after['xl/styles.xml'] ?? '')?.[1]
        ?.match(/<xf[^>]*?(?:\/>|>.*?<\/xf>)/gs) ?? [];
    const styleOf = (cell: string): string => {
      const tag = new RegExp(`<c [^>]*r="${cell}"[^>]*>`).exec(after[sheet] ?? '')?.[0] ?? '';
      return xfs[Number(/ s="(\d+)"/.exec(tag)?.[1])] ?? '';
    };
    expect(styleOf('C2')).toMatch(
      /^<xf applyFill="1" numFmtId="170" fontId="1" fillId="\d+" .*<alignment horizontal="center"\/><\/xf>$/,
    );
    expect(styleOf('C2')).toBe(styleOf('C6'));
    expect(styleOf('C5')).toBe(xfs[0]);
    const refs = tagsOf(after['xl/comments1.xml'])
      .filter(({ name }) => name === 'comment')
      .map(({ attributes }) => attributes['ref']);
    expect(new Set(refs)).toEqual(new Set(['C2', 'C6']));
    expect(after[sheet]).toMatch(/<drawing r:id="rId1"\/><legacyDrawing [^>]*r:id="rIdFindings1"\/><tableParts/);
  });

  it('keeps the comments it has: a cell has both, in one', async () => {
    const box =
      '<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>';
    const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"/>${box}</xml>`;
    const comments = `<comments xmlns="${main}"><authors><author>Li</author></authors><commentList><comment ref="C2" authorId="0"><text><t>mine</t></text></comment><comment ref="A1" authorId="0"><text><t>key</t></text></comment></commentList></comments>`;
    const bytes = book(
      {
        parts: {
          '[Content_Types].xml': contentTypes(['/xl/comments1.xml', kind('comments')]).replace(
            '<Override',
            '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override',
          ),
          'xl/comments1.xml': comments,
          'xl/drawings/vml.vml': vml,
          'xl/worksheets/_rels/sheet1.xml.rels': relations(
            ['drawing', '../drawings/drawing1.xml'],
            ['vmlDrawing', '../drawings/vml.vml'],
            ['comments', '../comments1.xml'],
          ),
        },
      },
      behind.replace('<tableParts', '<legacyDrawing r:id="rId2"/><tableParts'),
    );
    const after = expectSound(await marked(bytes));
    const own = after['xl/comments1.xml'] ?? '';
    expect(own).toContain('<author>Li</author><author>borderlint</author>');
    expect(own).toMatch(
      /<comment ref="C2" authorId="0"><text><t>mine<\/t><r>.*house-rules-2026\/origin-code.*<\/text><\/comment><comment ref="A1"/s,
    );
    expect(own.match(/<comment ref="C2"/g)).toHaveLength(1);
    expect(own).toContain('<comment ref="C6" authorId="1">');
    expect(after['xl/drawings/vml.vml']).toContain('data="1,2"');
    expect(after['xl/drawings/vml.vml']?.match(/<v:shape /g)).toHaveLength(2);
    expect(Object.keys(after).filter((name) => /vml$|comments/.test(name))).toHaveLength(2);
    expect(after[sheet]?.match(/<legacyDrawing /g)).toHaveLength(1);
  });

  it('opens on the verdicts where something did not run', async () => {
    const after = expectSound(
      await marked(
        book({
          sheets: [
            { name: 'Goods', before: '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>', data },
            { name: 'Broken', data: `${header}<row r="2"><c r="A2" t="s"><v>9</v></c></row>` },
          ],
        }),
      ),
    );
    expect(after[sheet]).not.toContain('tabSelected');
    expect(after['xl/worksheets/sheet4.xml']).toContain('tabSelected="1"');
  });
});

describe('the rows of a sheet', () => {
  const write = async (
    rows: string,
    ...cells: readonly (readonly [column: number, row: number])[]
  ): Promise<string> => {
    const markup = `<worksheet><sheetData${rows === '' ? '/>' : `>${rows}</sheetData>`}<tableParts count="0"/></worksheet>`;
    const edit = markedSheet({
      marks: cells.map(([column, row]) => ({ column, row, fill: 'F' })),
      coloured: (style) => style + 90,
      drawing: 'rId9',
      deselected: false,
    });
    let out = '';
    // Cut in the middle of tags and characters.
    const bytes = Buffer.from(markup);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));
    for await (const piece of editedList(Readable.from(pieces), edit)) out += piece;
    return /^<worksheet>(.*)<legacyDrawing [^>]*\/><tableParts count="0"\/><\/worksheet>$/.exec(out)?.[1] ?? out;
  };

  it('get the cells they have not', async () => {
    const two = '<row r="2" s="4" customFormat="1" spans="1:2"><c r="A2"/><c r="C2" s="1"><v>字</v></c></row>';
    expect(await write(two, [0, 1], [1, 2], [2, 2], [27, 2], [0, 4], [1, 4])).toBe(
      '<sheetData><row r="1"><c r="A1" s="90"/></row><row r="2" s="4" customFormat="1"><c r="A2"/><c r="B2" s="94"/><c r="C2" s="91"><v>字</v></c><c r="AB2" s="94"/></row><row r="4"><c r="A4" s="90"/><c r="B4" s="90"/></row></sheetData>',
    );
    expect(await write('<row r="3"/><row r="5"/>', [0, 3])).toBe(
      '<sheetData><row r="3"><c r="A3" s="90"/></row><row r="5"/></sheetData>',
    );
    expect(await write('', [0, 3])).toBe('<sheetData><row r="3"><c r="A3" s="90"/></row></sheetData>');
    expect(await write(two)).toBe(`<sheetData>${two}</sheetData>`);
  });
});

describe('a workbook of copies is written instead', () => {
  const isCopy = (bytes: Uint8Array): boolean => !('xl/media/image1.png' in partsOf(bytes));

  it('where the workbook cannot be marked for sure', async () => {
    expect(isCopy(await marked(book()))).toBe(false);
    expect(isCopy(await marked(book({ parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } })))).toBe(true);
    expect(isCopy(await marked(book({ parts: { 'xl/styles.xml': `<styleSheet xmlns="${main}"/>` } })))).toBe(true);
    expect(isCopy(await marked(book({ strict: true })))).toBe(true);
    expect(isCopy(await marked(book({ prefix: 'x' })))).toBe(true);
    const commented = data.replace('</row>', '</row><!-- here -->');
    expect(isCopy(await marked(book({ sheets: [{ data: commented }, { rows: [['a']] }] })))).toBe(true);
  });
});
