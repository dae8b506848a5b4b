import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { XmlElement } from '../../src/model/record.js';
import { readPart } from './parts.js';
import { anyText, randomBook, textTable, word, wrapped } from './random-documents.js';
import { cells, placeOf, rows, values } from './reading.js';
import { escapeXml, letters } from './workbook-bytes.js';

/** How many documents of all kinds together; the full run asks for 10,000. */
const documents = Number(process.env['BORDERLINT_DOCUMENTS'] ?? 400);
const each = { numRuns: Math.ceil(documents / 4) };
const patience = 5000 + documents * 60;

test('tables are read as csv-parse reads them, every cell is where its place says', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(textTable, fc.nat(34), async ({ text, delimiter, rows: written, starts }, how) => {
      const reading = await readPart(wrapped(text, how));
      const theirs: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
      expect(cells(reading)).toEqual(theirs);
      expect(theirs).toEqual(written);
      for (const [index, row] of rows(reading).entries())
        for (const column of row.cells.keys())
          expect(row.place(column)).toEqual(placeOf(text, starts[index + 1]?.[column] ?? 0));
    }),
    each,
  );
});

test('workbooks are read as read-excel-file reads them, every cell has its address', {
  timeout: patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(randomBook, async ({ bytes, sheet, usual, values: written }) => {
      const reading = await readPart(bytes);
      const shown = (value: unknown): string =>
        value === undefined || value === null
          ? ''
          : typeof value === 'boolean'
            ? String(value).toUpperCase()
            : String(value);
      const filled = [...written.values()].map((row) => row.map(shown));
      expect(cells(reading)[0]).toEqual(filled[0]);
      const width = filled[0]?.length ?? 0;
      const whole = (row: readonly string[]) => Array.from({ length: width }, (_, column) => row[column] ?? '');
      expect(rows(reading).map((row) => whole(row.cells))).toEqual(filled.slice(1).map(whole));
      if (usual) {
        const read = await readSheet(Buffer.from(bytes), { trim: false });
        const theirs = read.filter((row) => row.some((cell) => cell !== null)).slice(1);
        expect(rows(reading).map((row) => whole(row.cells))).toEqual(theirs.map((row) => whole(row.map(shown))));
      }
      const numbers = [...written.keys()].slice(1);
      for (const [index, row] of rows(reading).entries()) {
        const line = numbers[index] ?? 0;
        for (const column of row.cells.keys())
          expect(row.place(column)).toEqual({ line, column: column + 1, sheet, cell: `${letters(column)}${line}` });
      }
    }),
    each,
  );
});

test('documents are read as JSON.parse reads them, every value is where its place says', {
  timeout: patience,
}, async () => {
  const record = fc.dictionary(
    word,
    fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 3 })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 6 }),
      fc.nat(4),
      fc.boolean(),
      async (list, indent, lines) => {
        const text = lines ? list.map((one) => JSON.stringify(one)).join('\n') : JSON.stringify(list, null, indent);
        const reading = await readPart(text);
        if (lines && list.length === 1) return;
        expect(values(reading)).toEqual(lines ? list : JSON.parse(text));
        for (const one of reading.records) {
          if (one.kind !== 'object' || one.value === null || typeof one.value !== 'object') continue;
          for (const [key, value] of Object.entries(one.value)) {
            const place = one.place(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
            const line = text.split('\n')[place.line - 1] ?? '';
            const rest = [...line].slice(place.column - 1).join('');
            expect(rest.startsWith(Array.isArray(value) ? '[' : JSON.stringify(value))).toBe(true);
          }
        }
      },
    ),
    each,
  );
});

test('messages are read as saxes reads them, every start tag is where its place says', {
  timeout: patience,
}, async () => {
  const field = fc.tuple(
    fc.stringMatching(/^[a-z]{1,6}$/),
    anyText.map((text) => text.replaceAll('\r', '')),
  );
  const records = fc.array(fc.array(field, { maxLength: 5 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(records, fc.constantFrom('', '\n', '\r\n  '), async (list, gap) => {
      let text = `<?xml version="1.0"?>${gap}<root>`;
      const starts: number[] = [];
      for (const fields of list) {
        text += gap;
        starts.push(text.length);
        text += '<o>';
        for (const [name, value] of fields) {
          starts.push(text.length);
          text += `<${name} a="${escapeXml(value.replaceAll('\n', ' ').replaceAll('\t', ' '))}">${escapeXml(value)}</${name}>${gap}`;
        }
        text += '</o>';
      }
      text += '</root>';
      const reading = await readPart(text, { layout: { path: 'o' } });
      const elements = reading.records.flatMap((one) =>
        one.kind === 'element' ? [one.element, ...one.element.children] : [],
      );
      expect(elements.map(({ line, column }) => ({ line, column }))).toEqual(starts.map((at) => placeOf(text, at)));
      expect(elements.map(plain)).toEqual(saxesElements(text));
    }),
    each,
  );
});

type Plain = { name: string; attribute: string | undefined; text: string };

function plain({ name, attributes, text }: XmlElement): Plain {
  return { name, attribute: attributes[0]?.value, text: name === 'o' ? '' : text };
}

/** Everything below the root, in the order of start tags. */
function saxesElements(text: string): Plain[] {
  const found: Plain[] = [];
  const open: Plain[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Plain = { name, attribute: attributes['a'], text: '' };
    open.push(element);
    if (name !== 'root') found.push(element);
  });
  parser.on('text', (piece) => {
    const last = open.at(-1);
    if (last && last.name !== 'o') last.text += piece;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return found;
}
