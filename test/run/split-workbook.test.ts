import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import { memorySource } from '../../src/run/repair.js';
import { run } from '../../src/run.js';
import { rule } from '../compile/catalogue.js';
import { type TestWorkbook, workbookBytes, workbookParts } from '../read/workbook-bytes.js';
import { compiledOf, repositoryCatalogue } from '../repository-catalogue.js';
import { type Asked, partOf, runOptions, splitInMemory } from './splitting.js';

let compiled: CompiledCatalogue;
beforeAll(async () => {
  const house = fileURLToPath(new URL('../../fixtures/scenarios/house-catalogue', import.meta.url));
  compiled = await openCatalogue(house, '2026-11-23');
});

type Parts = { readonly [name: string]: string };
type Split = { readonly conforming: Uint8Array; readonly failing: Uint8Array };

async function splitBook(bytes: Uint8Array): Promise<Split | string> {
  const { outcome, pieces } = await splitInMemory(compiled, [memorySource('goods.xlsx', bytes)]);
  const [left] = outcome.left;
  if (left !== undefined) return [left.why, left.location?.sheet, left.location?.cell].filter(Boolean).join(' ');
  const own = pieces.get('goods.xlsx') ?? [];
  return {
    conforming: partOf(own, 'conforming') ?? new Uint8Array(),
    failing: partOf(own, 'failing') ?? new Uint8Array(),
  };
}

async function partsOf(bytes: Uint8Array): Promise<{ readonly conforming: Parts; readonly failing: Parts }> {
  const split = await splitBook(bytes);
  if (typeof split === 'string') throw new Error(split);
  return { conforming: textsOf(split.conforming), failing: textsOf(split.failing) };
}

function textsOf(bytes: Uint8Array): Parts {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, string] => [name, strFromU8(part)]);
  for (const [name, text] of parts) if (/\.(?:xml|rels|vml)$/.test(name)) expectSound(text, name);
  return Object.fromEntries(parts);
}

function expectSound(text: string, name: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(text).close();
}

const text = (address: string, value: string): string =>
  `<c r="${address}" s="1" t="inlineStr"><is><t>${value}</t></is></c>`;
/** A row of goods; India is no code, so it fails. */
const goods = (row: number, origin: string, more = ''): string =>
  `<row r="${row}" ht="${20 + row}">${text(`A${row}`, `S${row}`)}${text(`B${row}`, 'Tea')}${text(`C${row}`, origin)}${more}</row>`;
const header = `<row r="1">${text('A1', 'sku')}${text('B1', 'title')}${text('C1', 'origin')}</row>`;
const five = (more: (row: number) => string = () => ''): string =>
  header + ['CN', 'India', 'FR', 'India', 'JP'].map((origin, at) => goods(at + 2, origin, more(at + 2))).join('');

const relations = (...list: readonly (readonly [type: string, target: string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="http://r/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const book = (data: string, after = '', more: Partial<TestWorkbook> = {}): Uint8Array =>
  workbookBytes({
    sheets: [
      { name: 'Goods', data, after },
      { name: 'Lists', rows: [['CN'], ['FR']] },
    ],
    ...more,
  });
const sheet = 'xl/worksheets/sheet1.xml';
const rowsOf = (markup = ''): string => /<sheetData>(.*)<\/sheetData>/s.exec(markup)?.[1] ?? '';
const behind = (markup = ''): string => /<\/sheetData>(.*)<\/worksheet>/s.exec(markup)?.[1] ?? '';

describe('the rows of a workbook', () => {
  it('move up where others are taken out, and keep all they have; every other part stays', async () => {
    const bytes = book(five(), '', { formats: ['@'], parts: { 'xl/media/logo.png': new Uint8Array([1, 2, 3]) } });
    const { conforming, failing } = await partsOf(bytes);
    const at = (row: number, now: number, origin: string): string =>
      goods(row, origin).replaceAll(/r="([A-C]?)\d+"/g, `r="$1${now}"`);
    expect(rowsOf(conforming[sheet])).toBe(header + at(2, 2, 'CN') + at(4, 3, 'FR') + at(6, 4, 'JP'));
    expect(rowsOf(failing[sheet])).toBe(header + at(3, 2, 'India') + at(5, 3, 'India'));
    const before = textsOf(bytes);
    for (const part of [conforming, failing]) {
      expect(Object.keys(part)).toEqual(Object.keys(before));
      for (const [name, was] of Object.entries(before)) if (name !== sheet) expect(part[name], name).toBe(was);
    }
  });

  it('leave no text behind that only others had', async () => {
    const cell = (address: string, number: number): string => `<c r="${address}" t="s"><v>${number}</v></c>`;
    const data = [
      `<row r="1">${cell('A1', 0)}${cell('B1', 1)}${cell('C1', 2)}</row>`,
      `<row r="2">${cell('A2', 3)}${cell('B2', 4)}${cell('C2', 5)}</row>`,
      `<row r="3">${cell('A3', 6)}${cell('B3', 4)}${cell('C3', 7)}</row>`,
    ];
    const shared = ['sku', 'title', 'origin', 'A1', 'Tea', 'CN', 'A2', 'India'];
    const { conforming, failing } = await partsOf(book(data.join(''), '', { shared }));
    const items = (part: Parts): readonly string[] =>
      [...(part['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/g)].map(([, item = '']) =>
        item.replace(/<\/?t\/?>/g, ''),
      );
    expect(items(conforming)).toEqual(['sku', 'title', 'origin', 'A1', 'Tea', 'CN', '', '']);
    expect(items(failing)).toEqual(['sku', 'title', 'origin', '', 'Tea', '', 'A2', 'India']);
  });

  it('of any shape come out as an independent reader sees them', async () => {
    const row = fc.record({
      origin: fc.constantFrom('CN', 'India'),
      gap: fc.constantFrom(0, 0, 0, 1, 3),
      shared: fc.boolean(),
      title: fc.constantFrom('Tea', '<a & "b">', '_x0041_', '茶'),
    });
    const sheets = fc.array(fc.array(row, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 });
    let mixed = 0;
    await fc.assert(
      fc.asyncProperty(sheets, async (all) => {
        const shared = ['CN', 'India'];
        const written = all.map((rows, index) => {
          let at = 1;
          const data = rows.map(({ origin, gap, shared: isShared, title }) => {
            at += 1 + gap;
            const cell = isShared ? `<c r="C${at}" t="s"><v>${shared.indexOf(origin)}</v></c>` : text(`C${at}`, origin);
            const escaped = title.replace('&', '&amp;').replace('<', '&lt;');
            return `<row r="${at}">${text(`A${at}`, `S${index}-${at}`)}${text(`B${at}`, escaped)}${cell}</row>`;
          });
          return { name: `Goods ${index}`, data: header + data.join('') };
        });
        const bytes = workbookBytes({ sheets: written, shared });
        const split = await splitBook(bytes);
        const total = all.flat();
        if (total.every(({ origin }) => origin === total[0]?.origin)) return;
        if (typeof split === 'string') throw new Error(split);
        mixed += 1;
        for (const [side, origin] of [
          ['conforming', 'CN'],
          ['failing', 'India'],
        ] as const) {
          for (const { name } of written) {
            const filled = async (of: Uint8Array) =>
              (await readSheet(Buffer.from(of), name, { trim: false })).filter((cells) =>
                cells.some((one) => one !== null),
              );
            const were = (await filled(bytes)).filter((cells, index) => index === 0 || cells[2] === origin);
            expect(await filled(split[side])).toEqual(were);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(mixed).toBeGreaterThan(30);
  });
});

describe('what speaks of rows', () => {
  it('moves with them: formulas, merges, filters, rules, links, names', async () => {
    const formulas = (row: number): string =>
      `<c r="D${row}"><v>2</v></c>` +
      (row === 2
        ? `<c r="E2"><f t="shared" ref="E2:E6" si="0">D2*$D$1+Lists!A1</f><v>4</v></c>`
        : `<c r="E${row}"><f t="shared" si="0"/><v>4</v></c>`) +
      `<c r="F${row}"><f>IF(D${row}&gt;1,"D${row}",SUM(A${row}:D${row}))</f><v>5</v></c>`;
    const after = [
      '<autoFilter ref="A1:F6"><sortState ref="A2:F6"><sortCondition ref="A2"/></sortState></autoFilter>',
      '<mergeCells count="2"><mergeCell ref="G4:H4"/><mergeCell ref="G3:H3"/></mergeCells>',
      '<conditionalFormatting sqref="C2:C6"><cfRule type="expression" priority="1"><formula>COUNTIF($C$2:$C$6,C2)&gt;1</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="A6"><cfRule type="expression" priority="2"><formula>$D6=1</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="A2:A5"><cfRule type="expression" priority="3"><formula>COUNTIF($A$2:$A$5,A2)&gt;1</formula></cfRule><cfRule type="expression" priority="4"><formula>A2=$A$3</formula></cfRule></conditionalFormatting>',
      '<dataValidations count="2"><dataValidation type="list" sqref="C2:C1000"><formula1>Lists!$A$1:$A$2</formula1></dataValidation><dataValidation type="list" sqref="B3"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      '<hyperlinks><hyperlink ref="A4" location="Lists!A1"/><hyperlink ref="A5" location="Lists!A1"/></hyperlinks>',
      '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>',
    ].join('');
    const parts = workbookParts({ sheets: [{ name: 'Goods' }, { name: 'Lists' }] });
    const main = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Goods!$A$1:$F$6</definedName><definedName name="codes">Lists!$A$1:$A$2</definedName></definedNames>',
    );
    const { conforming, failing } = await partsOf(book(five(formulas), after, { parts: { 'xl/workbook.xml': main } }));
    const cells = [...(conforming[sheet] ?? '').matchAll(/<c r="([EF]\d)"><f>([^<]*)/g)].map(([, at, of]) => [at, of]);
    expect(cells).toEqual([
      ['E2', 'D2*$D$1+Lists!A1'],
      ['F2', 'IF(D2&gt;1,"D2",SUM(A2:D2))'],
      ['E3', 'D3*$D$1+Lists!A3'],
      ['F3', 'IF(D3&gt;1,"D4",SUM(A3:D3))'],
      ['E4', 'D4*$D$1+Lists!A5'],
      ['F4', 'IF(D4&gt;1,"D6",SUM(A4:D4))'],
    ]);
    expect(behind(conforming[sheet])).toBe(
      [
        '<autoFilter ref="A1:F4"></autoFilter>',
        '<mergeCells count="1"><mergeCell ref="G3:H3"/></mergeCells>',
        '<conditionalFormatting sqref="C2:C6"><cfRule type="expression" priority="1"><formula>COUNTIF($C$2:$C$6,C2)&gt;1</formula></cfRule></conditionalFormatting>',
        '<conditionalFormatting sqref="A4"><cfRule type="expression" priority="2"><formula>$D4=1</formula></cfRule></conditionalFormatting>',
        '<conditionalFormatting sqref="A2:A3"><cfRule type="expression" priority="3"><formula>COUNTIF($A$2:$A$3,A2)&gt;1</formula></cfRule></conditionalFormatting>',
        '<dataValidations count="1"><dataValidation type="list" sqref="C2:C1000"><formula1>Lists!$A$1:$A$2</formula1></dataValidation></dataValidations>',
        '<hyperlinks><hyperlink ref="A3" location="Lists!A1"/></hyperlinks>',
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>',
      ].join(''),
    );
    expect(behind(failing[sheet])).toContain('<mergeCells count="1"><mergeCell ref="G2:H2"/></mergeCells>');
    expect(behind(failing[sheet])).not.toContain('sqref="A6');
    expect(conforming['xl/workbook.xml']).toContain('>Goods!$A$1:$F$4<');
    expect(failing['xl/workbook.xml']).toContain('>Goods!$A$1:$F$3<');
    expect(failing['xl/workbook.xml']).toContain('>Lists!$A$1:$A$2<');
  });

  it('joins them: rows of a merged cell go to one side', async () => {
    const { conforming, failing } = await partsOf(
      book(five(), '<mergeCells count="2"><mergeCell ref="E4:E5"/><mergeCell ref="F5:F6"/></mergeCells>'),
    );
    expect(behind(conforming[sheet])).toBe('');
    expect(behind(failing[sheet])).toContain('<mergeCell ref="E3:E4"/><mergeCell ref="F4:F5"/>');
    expect([...rowsOf(failing[sheet]).matchAll(/>S(\d)</g)].map(([, row]) => row)).toEqual(['3', '4', '5', '6']);
  });

  it('lies in other parts too: comments, pictures, tables, the list of formulas', async () => {
    const anchor = (row: number, picture: number): string =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:row>${row - 1}</xdr:row></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:row>${row}</xdr:row></xdr:to><xdr:pic><a:blip r:embed="rId${picture}"/></xdr:pic></xdr:twoCellAnchor>`;
    const drawing = (...anchors: readonly string[]): string =>
      `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r">${anchors.join('')}</xdr:wsDr>`;
    const box = (row: number): string =>
      `<v:shape id="s${row}"><x:ClientData ObjectType="Note"><x:Anchor>3, 15, ${row - 1}, 2, 5, 15, ${row + 3}, 4</x:Anchor><x:Row>${row - 1}</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`;
    const note = (row: number): string => `<comment ref="B${row}" authorId="0"><text><t>n</t></text></comment>`;
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['comments', '../comments1.xml'],
        ['vmlDrawing', '../drawings/vml1.vml'],
        ['drawing', '../drawings/drawing1.xml'],
        ['table', '../tables/table1.xml'],
      ),
      'xl/comments1.xml': `<comments xmlns="c"><commentList>${note(3)}${note(4)}</commentList></comments>`,
      'xl/drawings/vml1.vml': `<xml xmlns:v="v" xmlns:x="x">${box(3)}${box(4)}</xml>`,
      'xl/drawings/drawing1.xml': drawing(anchor(2, 1), anchor(5, 2)),
      'xl/drawings/_rels/drawing1.xml.rels': relations(['image', '../media/a.png'], ['image', '../media/b.png']),
      'xl/media/a.png': 'a',
      'xl/media/b.png': 'b',
      'xl/tables/table1.xml':
        '<table xmlns="t" id="1" ref="A1:C6" totalsRowShown="0"><autoFilter ref="A1:C6"/><tableColumns count="3"/></table>',
      'xl/calcChain.xml': '<calcChain xmlns="c"><c r="E2" i="1"/></calcChain>',
    };
    const { conforming, failing } = await partsOf(
      book(five(), '<drawing r:id="rId3"/><legacyDrawing r:id="rId2"/>', { parts }),
    );
    expect(conforming['xl/comments1.xml']).toContain(`<commentList>${note(3)}</commentList>`);
    expect(failing['xl/comments1.xml']).toContain(`<commentList>${note(2)}</commentList>`);
    expect(conforming['xl/drawings/vml1.vml']).toContain(
      '<x:Anchor>3, 15, 2, 2, 5, 15, 6, 4</x:Anchor><x:Row>2</x:Row>',
    );
    expect(conforming['xl/drawings/drawing1.xml']).toBe(drawing(anchor(2, 1)));
    expect(failing['xl/drawings/drawing1.xml']).toBe(drawing(anchor(3, 2)));
    expect([conforming['xl/media/a.png'], conforming['xl/media/b.png']]).toEqual(['a', undefined]);
    expect([failing['xl/media/a.png'], failing['xl/media/b.png']]).toEqual([undefined, 'b']);
    expect(failing['xl/drawings/_rels/drawing1.xml.rels']).not.toContain('a.png');
    expect(conforming['xl/tables/table1.xml']).toContain('ref="A1:C4" totalsRowShown="0"><autoFilter ref="A1:C4"/>');
    expect(conforming['xl/calcChain.xml']).toBeUndefined();
  });
});

describe('a workbook is left whole', () => {
  const cell = (formula: string) => (row: number) => (row === 4 ? `<c r="D4"><f>${formula}</f><v>1</v></c>` : '');
  it.each([
    ['D3+1', 'formula Goods D4'],
    ['SUM(D2:D6)', 'formula Goods D4'],
    ['SUM(Goods!D:D)', 'formula Goods D4'],
    ['SUM($2:$6)', 'formula Goods D4'],
    ['ROW()', 'formula Goods D4'],
    ['INDIRECT("A"&amp;1)', 'formula Goods D4'],
    ['SUM(A4:INDEX(A:A,5))', 'formula Goods D4'],
    ['SUM(Table1[price])', 'formula Goods D4'],
  ])('where %s counts on rows that go', async (formula, why) => {
    expect(await splitBook(book(five(cell(formula))))).toBe(why);
  });

  it.each([
    'D4&amp;"D3"',
    "SUM('[1]Goods'!D2:D6)",
    'VLOOKUP(A4,Lists!A:B,2,0)',
    'Table1[@price]',
    '$A$1&amp;A4',
    'LOG10(A4)',
  ])('but not for %s', async (formula) => expect(typeof (await splitBook(book(five(cell(formula)))))).toBe('object'));

  it('where something is made of its rows, or holds rows of both parts together', async () => {
    const after = (markup: string): Promise<unknown> => splitBook(book(five(), markup));
    expect(await after('<mergeCells count="1"><mergeCell ref="E1:E3"/></mergeCells>')).toBe('merged Goods E1');
    expect(
      await after(
        '<dataValidations count="1"><dataValidation sqref="B2:B6"><formula1>$A$3</formula1></dataValidation></dataValidations>',
      ),
    ).toBe('formula Goods');
    expect(await after('<oleObjects/>')).toBe('unusual Goods');
    expect(await after('<extLst><ext><x14:sparklineGroups xmlns:x14="x"/></ext></extLst>')).toBe('unusual Goods');
    const part = (name: string, markup: string): Promise<unknown> =>
      splitBook(book(five(), '', { parts: { [name]: markup } }));
    expect(await part('_xmlsignatures/sig1.xml', '<Signature/>')).toBe('signed');
    expect(await part('xl/pivotCache/pivotCacheDefinition1.xml', '<pivotCacheDefinition/>')).toBe('tied');
    expect(await part('xl/charts/chart1.xml', '<c:chart><c:f>Goods!$A$2:$A$6</c:f></c:chart>')).toBe('tied');
    expect(await splitBook(book(`${header}<!-- -->${five().slice(header.length)}`))).toBe('unusual');
    const summary = workbookBytes({
      sheets: [
        { name: 'Goods', data: five() },
        { name: 'Sum', data: '<row r="1"><c r="A1"><f>COUNTA(Goods!A2:A6)</f><v>5</v></c></row>' },
      ],
    });
    expect(await splitBook(summary)).toBe('formula Sum A1');
  });
});

const sample = fileURLToPath(
  new URL('../../../shared/samples/shipments/given/fba-carton-lists-zh.xlsx', import.meta.url),
);

describe('a workbook others wrote', () => {
  it.skipIf(!existsSync(sample))('splits into its rows (skipped where ../shared is not there)', async () => {
    // Carton lists give most checks nothing to judge, and what nobody judged is not split.
    const judge = rule('gb-12904-2008/any', {}, { applies: { documents: ['shipment'] } });
    const own = repositoryCatalogue();
    const built = compiledOf({ ...own, rules: [...own.rules, judge] });
    const bytes = readFileSync(sample);
    const split = (asked: Asked) =>
      splitInMemory(built, [memorySource('a.xlsx', bytes)], asked, (known) => {
        for (const part of known.parts('a.xlsx'))
          for (let record = 2; record <= part.records(); record += 2) part.setAside(record);
      });
    const all = await split({});
    expect(all.outcome.left).toMatchObject([{ why: 'formula', location: { sheet: '20221126_2', cell: 'G2' } }]);
    const sheets = all.report.inputs.flatMap((input) => input.sheet ?? []).filter((name) => !name.startsWith('202211'));
    const { outcome, pieces, report } = await split({ sheets });
    expect(outcome.left).toEqual([]);
    const written = pieces.get('a.xlsx') ?? [];
    let records = 0;
    for (const side of ['conforming', 'failing'] as const) {
      const part = partOf(written, side) ?? Buffer.alloc(0);
      textsOf(part);
      const again = await run(runOptions(built, [memorySource('a.xlsx', part)], { sheets }));
      records += again.counts.records;
      expect(again.inputs.length).toBeLessThanOrEqual(report.inputs.length);
    }
    expect(records).toBe(report.counts.records);
  });
});
