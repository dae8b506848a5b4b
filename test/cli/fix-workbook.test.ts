import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { editableWorkbook } from '../../src/read/edit/index.js';
import { memorySource } from '../../src/run/repair.js';
import { workbookBytes } from '../read/workbook-bytes.js';
import { runInProcess } from './running.js';

const folder = mkdtempSync(join(tmpdir(), 'borderlint-fix-'));
afterAll(() => rmSync(folder, { recursive: true }));
const house = fileURLToPath(new URL('../../fixtures/scenarios/house-catalogue', import.meta.url));
const samples = fileURLToPath(new URL('../../../shared/samples', import.meta.url));

const goods = workbookBytes({
  sheets: [
    {
      name: 'Goods',
      data: [
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
        '<row r="2"><c r="A2" t="inlineStr"><is><t>A1</t></is></c><c r="B2" s="1" t="s"><v>3</v></c><c r="C2" s="2" t="s"><v>4</v></c></row>',
        '<row r="3"><c r="A3" t="inlineStr"><is><t>A2</t></is></c><c r="B3" t="s"><v>3</v></c><c r="C3" t="str"><f>LOWER("CN")</f><v>cn</v></c></row>',
        '<row r="4"><c r="A4" t="inlineStr"><is><t>A3</t></is></c><c r="B4" t="s"><v>3</v></c><c r="C4" t="s"><v>5</v></c></row>',
        '<row r="5"><c r="A5" t="inlineStr"><is><t>A4</t></is></c><c r="B5" t="s"><v>3</v></c><c r="C5" t="s"><v>4</v></c></row>',
      ].join(''),
      after: '<mergeCells count="1"><mergeCell ref="E1:F2"/></mergeCells>',
    },
    {
      name: 'More',
      rows: [
        ['sku', 'title', 'origin'],
        ['B1', 'Tea', 'jp'],
      ],
    },
    { name: 'Prices', rows: [['a', 1.5]] },
  ],
  shared: ['sku', 'title', 'origin', 'Tea', 'cn', '<r><t>c</t></r><r><rPr><b/></rPr><t>n</t></r>'],
  formats: ['@', '0.00'],
});

const fix = (file: string, ...more: readonly string[]) =>
  runInProcess(['check', file, '--catalogue', house, '--as-of', '2026-11-23', '--no-progress', '--quiet', ...more]);

describe('--fix on a workbook', () => {
  it('repairs texts alone, in place, and finds none of them again', async () => {
    const file = join(folder, 'goods.xlsx');
    writeFileSync(file, goods);
    const first = await fix(file, '--fix', '--in-place');
    expect(first.stdout).toContain(`${file}:Goods!C2  "cn" → "CN"`);
    expect(first.stdout).toContain(`${file}:Goods!C5  "cn" → "CN"`);
    expect(first.stdout).toContain(`${file}:More!C2  "jp" → "JP"`);
    expect(first.stdout).toContain('a formula makes these cells');
    expect(first.stdout).toContain('have a look of their own');
    expect(first.stderr).toBe('');
    const changed = readFileSync(file);
    const [before, after] = [unzipSync(goods), unzipSync(changed)];
    const edited = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, part] of Object.entries(before)) {
      if (edited.includes(name)) expect(after[name]).not.toEqual(part);
      else expect(after[name], name).toEqual(part);
    }
    for (const sheet of ['Goods', 'More', 'Prices']) {
      const were = await readSheet(Buffer.from(goods), sheet);
      const are = await readSheet(changed, sheet);
      const fixed = were.map((row, index) =>
        row.map((cell, column) => (column !== 2 || index === 2 || index === 3 ? cell : capitals(cell))),
      );
      expect(are).toEqual(fixed.map((row, index) => (index === 0 ? were[0] : row)));
    }
    const second = await fix(file, '--fix', '--in-place');
    expect(second.stdout).toContain('Repaired: nothing.');
    expect(readFileSync(file)).toEqual(changed);
  });

  function capitals(cell: unknown): unknown {
    return cell === 'cn' || cell === 'jp' ? cell.toUpperCase() : cell;
  }
});

describe('workbooks others wrote', () => {
  const found = existsSync(samples)
    ? readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'))
    : [];

  it.skipIf(found.length === 0)('can be changed in one cell (skipped where ../shared is not there)', async () => {
    for (const name of found) {
      const bytes = readFileSync(join(samples, name));
      const workbook = await editableWorkbook(memorySource(name, bytes), new Map());
      if (typeof workbook === 'string') throw new Error(`${name}: ${workbook}`);
      const pieces: Uint8Array[] = [];
      for await (const piece of workbook.rewritten(new Map())) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(bytes), name).toBe(true);
    }
  });
});
