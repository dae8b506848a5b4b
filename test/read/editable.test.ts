import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { editableFile, findTexts } from '../../src/read/edit/index.js';

const cell = fc.string({ unit: fc.constantFrom('a', 'Z', '0', ' ', '茶', 'é', '"', ',', '\n', '.'), maxLength: 6 });
const marks: { readonly [encoding: string]: readonly number[] } = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  gb18030: [],
};

describe('a file edited in one cell', () => {
  it('is the same outside it, byte for byte', () => {
    const file = fc.record({
      rows: fc.array(fc.array(fc.record({ text: cell, quoted: fc.boolean() }), { minLength: 3, maxLength: 3 }), {
        minLength: 1,
        maxLength: 6,
      }),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      lastEnd: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'gb18030'),
      marked: fc.boolean(),
      pick: fc.nat(),
    });
    let edited = 0;
    fc.assert(
      fc.property(file, ({ rows, lineEnd, lastEnd, encoding, marked, pick }) => {
        const row = pick % rows.length;
        const column = pick % 3;
        const lines = [['sku', 'title', 'origin'], ...rows.map((cells) => cells.map(written))];
        // The cell that will be edited is a plain word, so that its place can be worked out by counting.
        const line = lines[row + 1];
        if (line === undefined) return;
        line[column] = pick % 2 === 0 ? 'target' : '"target"';
        const text = lines.map((cells) => cells.join(',')).join(lineEnd) + (lastEnd ? lineEnd : '');
        const bom = Buffer.from(marked ? (marks[encoding] ?? []) : []);
        const bytes = Buffer.concat([bom, iconv.encode(text, encoding, { addBOM: false })]);
        const editable = editableFile(bytes, encoding);
        expect(editable).toBeDefined();
        const at = text.indexOf(line[column] ?? '');
        const before = text.slice(0, at).split(/\r\n|\n|\r/u);
        const address = `${'ABC'.charAt(column)}${rowNumber(text, at)}`;
        const place = { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
        const found = findTexts('table', editable?.text ?? '', new Set([address]))(place, address);
        if (found === undefined) return;
        edited += 1;
        expect(found.text).toBe('target');
        const changed = editable?.write([{ start: found.start, end: found.end, text: found.write('CN') ?? '' }]);
        const expected = text.slice(0, at) + text.slice(at).replace('target', 'CN');
        expect(Buffer.from(changed ?? [])).toEqual(
          Buffer.concat([bom, iconv.encode(expected, encoding, { addBOM: false })]),
        );
      }),
      { numRuns: 400 },
    );
    expect(edited).toBeGreaterThan(200);
  });

  it('is refused where a byte is no character', () => {
    expect(editableFile(Buffer.from([0x61, 0xff, 0x62]), 'utf-8')).toBeUndefined();
  });

  it('is found in JSON and XML', () => {
    const json = '[\n  {"origin": "jp", "n": 7}]';
    const string = findTexts('json', json, new Set())({ line: 2, column: 14 }, undefined);
    expect(string).toMatchObject({ text: 'jp', start: 16, end: 18 });
    expect(findTexts('json', json, new Set())({ line: 2, column: 25 }, undefined)).toBeUndefined();
    const xml = '<a>\n <b c="/">jp</b><d/></a>';
    expect(findTexts('xml', xml, new Set())({ line: 2, column: 2 }, undefined)).toMatchObject({ text: 'jp' });
    expect(findTexts('xml', xml, new Set())({ line: 2, column: 18 }, undefined)).toBeUndefined();
  });
});

function written({ text, quoted }: { readonly text: string; readonly quoted: boolean }): string {
  return quoted || /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of a spreadsheet up to this offset: line ends outside quotes. */
function rowNumber(text: string, at: number): number {
  return text
    .slice(0, at)
    .replaceAll(/"(?:[^"]|"")*"/gu, '')
    .split(/\r\n|\n|\r/u).length;
}
