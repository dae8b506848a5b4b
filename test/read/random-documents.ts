import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { escapeXml, letters, workbookBytes } from './workbook-bytes.js';

/** Words that need no quotes, and texts that try to be something else. */
export const word = fc.oneof(
  fc.constantFrom('cup', '杯子', 'SKU-1', 'été', '1,5', '0012', '😀x', 'a b', '“x”', 'null', '中国制造'),
  // Everyday hanzi: of rare ones alone nobody could tell in which encoding they are.
  fc.stringMatching(/^[a-z0-9的一是不了人我在有他这中大来上国]{1,12}$/),
);
export const anyText = fc.oneof(
  { weight: 3, arbitrary: word },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', '\t', '|', ' ', '中', "'", '<b>', '&', '=1', '\\', '😀'),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join('')),
  },
);

export const delimiters = [',', ';', '\t', '|'] as const;

export type TextTable = {
  readonly text: string;
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** Offset in `text` of each cell's first character, its quotation mark if it has one. */
  readonly starts: readonly (readonly number[])[];
};

/** A table as text, written with every freedom the format leaves. */
export const textTable: fc.Arbitrary<TextTable> = fc
  .record({
    delimiter: fc.constantFrom(...delimiters),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    header: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 2, maxLength: 6 }),
    body: fc.array(fc.array(anyText, { minLength: 6, maxLength: 6 }), { maxLength: 8 }),
    quoteAll: fc.boolean(),
    last: fc.boolean(),
  })
  .map(({ delimiter, end, header, body, quoteAll, last }) => {
    // In tab-separated text quotation marks are mostly data; a cell of tabs and line ends cannot be told from two rows.
    const fit = (cell: string): string => (delimiter === '\t' ? cell.replaceAll('\t', ' ') : cell);
    const rows = [header, ...body.map((row) => [`r${row.length}`, ...row.map(fit)].slice(0, header.length))];
    let text = '';
    const starts = rows.map((row, number) => {
      const own = row.map((cell, column) => {
        if (column > 0) text += delimiter;
        const start = text.length;
        const plain = !/["\n\r]|^[\s=]|\s$/.test(cell) && !delimiters.some((one) => cell.includes(one));
        text += plain && !quoteAll ? cell : `"${cell.replaceAll('"', '""')}"`;
        return start;
      });
      if (number < rows.length - 1 || last) text += end;
      return own;
    });
    return { text, delimiter, rows, starts };
  });

/** The same table as bytes, in one of the encodings and packings it may come in. */
export function wrapped(text: string, how: number): Uint8Array {
  const chinese = /[\u4e00-\u9fff]{4}/.test(text) && !/[\u{10000}-\u{10ffff}é“”]/u.test(text);
  const bytes: Uint8Array =
    how % 5 === 1
      ? Buffer.from(`\uFEFF${text}`)
      : how % 5 === 2
        ? iconv.encode(text, 'utf-16le', { addBOM: true })
        : how % 5 === 3 && chinese
          ? iconv.encode(text, 'gb18030')
          : Buffer.from(text);
  if (how % 7 === 1) return gzipSync(bytes);
  return how % 7 === 2 ? zipSync({ 'inner.csv': new Uint8Array(bytes) }) : bytes;
}

/** A value of a sheet, and what its cell must read as. */
export type SheetValue = { readonly value: string | number | boolean | undefined; readonly how: number };

export const sheetValue: fc.Arbitrary<SheetValue> = fc.record({
  value: fc.oneof(
    { weight: 4, arbitrary: anyText.filter((text) => text.trim() !== '' && !text.includes('\r')) },
    { weight: 2, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 999_999 }).map((n) => n / 100) },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 2, arbitrary: fc.constant(undefined) },
  ),
  how: fc.nat(5),
});

export type RandomBook = {
  readonly bytes: Uint8Array;
  readonly sheet: string;
  /** Written as the usual programs write it, so that any reader should read it. */
  readonly usual: boolean;
  /** By row number and column; rows that are not there are empty. */
  readonly values: ReadonlyMap<number, readonly (string | number | boolean | undefined)[]>;
};

/** A workbook with gaps between its rows and cells, texts written in every way there is. */
export const randomBook: fc.Arbitrary<RandomBook> = fc
  .record({
    name: fc.constantFrom('Sheet1', '商品', 'a & b', 'x!y'),
    header: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 5 }),
    body: fc.array(fc.tuple(fc.nat(2), fc.array(sheetValue, { minLength: 5, maxLength: 5 })), { maxLength: 8 }),
    offset: fc.integer({ min: 1, max: 3 }),
    strict: fc.boolean(),
    prefix: fc.constantFrom('', '', 'x'),
    addresses: fc.boolean(),
  })
  .map(({ name, header, body, offset, strict, prefix, addresses }) => {
    const first = addresses ? offset : 1;
    const shared: string[] = [];
    const values = new Map<number, readonly (string | number | boolean | undefined)[]>([[first, header]]);
    let row = first;
    let data = rowXml(
      row,
      header.map((value) => ({ value, how: 0 })),
      shared,
      addresses,
    );
    for (const [gap, cells] of body) {
      row += 1 + (addresses ? gap : 0);
      const own = cells.slice(0, header.length);
      data += rowXml(row, own, shared, addresses);
      if (own.some(({ value }) => value !== undefined))
        values.set(
          row,
          own.map(({ value }) => value),
        );
    }
    const bytes = workbookBytes({ sheets: [{ name, data }], shared, strict, prefix });
    return { bytes, sheet: name, values, usual: addresses && prefix === '' };
  });

function rowXml(row: number, cells: readonly SheetValue[], shared: string[], addresses: boolean): string {
  const inner = cells.map(({ value, how }, column) => {
    const at = addresses ? ` r="${letters(column)}${row}"` : '';
    if (value === undefined) return addresses && how % 2 === 0 ? '' : `<c${at}/>`;
    if (typeof value === 'number') return `<c${at}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c${at} t="b"><v>${value ? 1 : 0}</v></c>`;
    const text = escapeXml(value);
    if (how === 0) return `<c${at} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    if (how === 1) return `<c${at} t="str"><f>x</f><v xml:space="preserve">${text}</v></c>`;
    const half = Math.floor(value.length / 2);
    const runs = [value.slice(0, half), value.slice(half)].map(
      (run) => `<r><t xml:space="preserve">${escapeXml(run)}</t></r>`,
    );
    shared.push(how === 2 && !/[\ud800-\udfff]/.test(value) ? runs.join('') : `<t xml:space="preserve">${text}</t>`);
    return `<c${at} t="s"><v>${shared.length - 1}</v></c>`;
  });
  return `<row${addresses ? ` r="${row}"` : ''}>${inner.join('')}</row>`;
}
