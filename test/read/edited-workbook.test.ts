import { crc32 } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../src/read/archive/random-bytes.js';
import { editableWorkbook } from '../../src/read/edit/index.js';
import { rewritableZip } from '../../src/read/edit/zip-rewrite.js';
import { memorySource } from '../../src/run/repair.js';
import { type TestWorkbook, workbookBytes } from './workbook-bytes.js';

const book: TestWorkbook = {
  sheets: [
    {
      name: 'Goods',
      before: '<cols><col min="1" max="1" width="30"/></cols>',
      data: [
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>origin</t></is></c></row>',
        `<row r="2" ht="20"><c r="A2" s="1" t="s"><v>1</v></c><c t='inlineStr' r='B2' s='2'><is><t>cn</t></is></c></row>`,
        '<row r="3"><c r="A3"><v>6901</v></c><c r="B3" t="str"><f>LOWER("CN")</f><v>cn</v></c><c r="C3" t="s"><v>2</v></c></row>',
        '<row r="4"><c r="A4" t="str"><f t="array" ref="A4:B4">X</f><v>a</v></c><c r="B4" t="str"><v>b</v></c><c r="C4" s="1"/></row>',
      ].join(''),
      after: '<autoFilter ref="A1:B4"/>',
    },
    { name: 'Other', rows: [['left', 12, true]] },
  ],
  shared: ['sku', ' Ａ1 & <b>', '<r><t>a</t></r><r><t>b</t></r>'],
  formats: ['@', '0.00'],
  parts: { 'xl/media/image1.png': Uint8Array.from({ length: 300 }, (_, index) => index % 251) },
};
const bytes = workbookBytes(book);
const addresses = ['A2', 'B2', 'A3', 'B3', 'C3', 'B4', 'C4', 'Z9'];
const cells = new Map([['Goods', new Map(addresses.map((address) => [address, address]))]]);

async function opened(of: Uint8Array = bytes) {
  const workbook = await editableWorkbook(memorySource('goods.xlsx', of), cells);
  if (typeof workbook === 'string') throw new Error(workbook);
  return workbook;
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('cells of a workbook', () => {
  it('that are texts can be given another, all else is left with its reason', async () => {
    const { texts } = await opened();
    expect(Object.fromEntries(texts)).toEqual({
      A2: ' Ａ1 & <b>',
      B2: 'cn',
      A3: { why: 'number' },
      B3: { why: 'formula' },
      C3: { why: 'rich-text' },
      B4: { why: 'formula' },
    });
  });

  it('are edited in place: every other byte of the sheet and every other part stays', async () => {
    const { rewritten } = await opened();
    const edits = new Map([
      ['A2', 'A1 & <b>'],
      ['B2', ' CN'],
    ] as const);
    const changed = await collected(rewritten(new Map([['Goods', edits]])));
    const [before, after] = [unzipSync(bytes), unzipSync(changed)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const sheet = 'xl/worksheets/sheet1.xml';
    for (const [name, part] of Object.entries(before)) if (name !== sheet) expect(after[name]).toEqual(part);
    expect(strFromU8(after[sheet] ?? new Uint8Array())).toBe(
      strFromU8(before[sheet] ?? new Uint8Array())
        .replace(
          '<c r="A2" s="1" t="s"><v>1</v></c>',
          '<c r="A2" s="1" t="inlineStr"><is><t>A1 &amp; &lt;b&gt;</t></is></c>',
        )
        .replace(
          `<c t='inlineStr' r='B2' s='2'><is><t>cn</t></is></c>`,
          `<c t="inlineStr" r='B2' s='2'><is><t xml:space="preserve"> CN</t></is></c>`,
        ),
    );
    const values = async (of: Uint8Array) => readSheet(Buffer.from(of), 'Goods', { trim: false });
    const [were = [], are = []] = [await values(bytes), await values(changed)];
    expect(are.map((row, y) => row.map((cell, x) => (y === 1 && x < 2 ? '' : cell)))).toEqual(
      were.map((row, y) => row.map((cell, x) => (y === 1 && x < 2 ? '' : cell))),
    );
    expect(are[1]?.slice(0, 2)).toEqual(['A1 & <b>', ' CN']);
    const again = await opened(changed);
    expect(again.texts.get('A2')).toBe('A1 & <b>');
  });

  it('are left where the workbook is signed, or the sheet written in another way', async () => {
    const signed = workbookBytes({ ...book, parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } });
    expect(await editableWorkbook(memorySource('goods.xlsx', signed), cells)).toBe('signed');
    const commented = workbookBytes({ sheets: [{ name: 'Goods', data: '<row r="1"><!-- <c r="A1"/> --></row>' }] });
    expect(await editableWorkbook(memorySource('goods.xlsx', commented), cells)).toBe('unusual');
  });
});

describe('a zip', () => {
  const files = { 'a.txt': strToU8('aaa'), 'b.txt': strToU8('bb'.repeat(500)), 'c.bin': new Uint8Array([0, 255, 3]) };
  const zip = Buffer.concat([zipSync(files, { mtime: new Date(2026, 0, 2) }), Buffer.from('end')]);
  // The length of the comment stands right before it.
  zip.writeUInt16LE(3, zip.length - 5);

  /** The zip with other content in some of its files. */
  async function rewritten(of: Uint8Array, changed: { readonly [name: string]: Uint8Array }): Promise<Uint8Array> {
    const names = Object.keys(changed);
    const parts = async function* () {
      for (const name of names) yield { name, content: [changed[name] ?? new Uint8Array()] };
    };
    const found = await rewritableZip(bytesInMemory(of));
    if (found === undefined) throw new Error('no zip of this kind');
    return collected(found.rewritten(new Set(names), parts()));
  }

  it('with nothing changed is the same', async () => {
    expect(Buffer.from(await rewritten(zip, {}))).toEqual(Buffer.from(zip));
  });

  it('with one file changed, or a new one, is the same in all others, as they are packed', async () => {
    const text = strToU8('new '.repeat(140_000));
    for (const name of [...Object.keys(files), 'd/é.txt']) {
      const patched = await rewritten(zip, { [name]: text });
      const all = unzipSync(patched);
      expect(Object.keys(all).sort()).toEqual([...new Set([...Object.keys(files), name])].sort());
      expect(Buffer.from(all[name] ?? []).equals(text)).toBe(true);
      for (const other of Object.keys(files))
        if (other !== name) expect(packed(patched, other)).toEqual(packed(zip, other));
      expect(Buffer.from(patched).subarray(-3).toString()).toBe('end');
      expect(Buffer.from(patched).includes(word(crc32(text)))).toBe(true);
    }
  });

  it('without one of its files has all others', async () => {
    const found = await rewritableZip(bytesInMemory(zip));
    const less = await collected(found?.rewritten(new Set(['b.txt']), none()) ?? none());
    const { 'b.txt': _, ...others } = files;
    expect(unzipSync(less)).toEqual(others);
  });

  it('that is not what it says is refused', async () => {
    expect(await rewritableZip(bytesInMemory(zip.subarray(0, zip.length - 5)))).toBeUndefined();
    for (let at = 0; at < zip.length; at++) {
      const broken = Buffer.from(zip);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const found = await rewritableZip(bytesInMemory(broken));
      if (found !== undefined) await collected(found.rewritten(new Set(), none()));
    }
  });

  async function* none(): AsyncGenerator<never> {}

  /** A file's record and data as they lie in the zip. */
  function packed(of: Uint8Array, name: string): Buffer {
    const all = Buffer.from(of);
    const at = all.indexOf(name) - 30;
    const size = all.readUInt32LE(at + 18);
    return all.subarray(at, at + 30 + name.length + all.readUInt16LE(at + 28) + size);
  }

  function word(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  }
});
