import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import type { RawRecord, ReadLayout } from '../../src/model/reading.js';
import { fileSource, openFile, readers } from '../../src/read/index.js';
import { bytesSource, readAll } from './reading.js';

/** What every reader is put through: the same three records, written its own way. */
type Sample = {
  readonly layout: ReadLayout;
  readonly container: string;
  readonly write: (titles: readonly string[], end: string) => string;
  readonly titles: (records: readonly RawRecord[]) => unknown[];
};

const fromCells = (records: readonly RawRecord[]) =>
  records.map((one) => (one.kind === 'row' ? one.cells[1] : undefined));
const fromValues = (records: readonly RawRecord[]) =>
  records.map((one) =>
    one.kind === 'object' && one.value !== null && typeof one.value === 'object' && 'title' in one.value
      ? one.value['title']
      : undefined,
  );
const fromElements = (records: readonly RawRecord[]) =>
  records.map((one) => (one.kind === 'element' ? one.element.children[0]?.text : undefined));

const samples: { readonly [reader: string]: Sample } = {
  csv: {
    layout: {},
    container: 'table',
    write: (titles, end) => ['sku,title,名', ...titles.map((title) => `1,"${title}",x`), ''].join(end),
    titles: fromCells,
  },
  json: {
    layout: { pointer: '/list' },
    container: 'json',
    write: (titles, end) =>
      `{"list": [${end}${titles.map((title) => JSON.stringify({ title, 名: 1 })).join(`,${end}`)}${end}]}${end}`,
    titles: fromValues,
  },
  jsonl: {
    layout: {},
    container: 'json',
    write: (titles, end) => titles.map((title) => JSON.stringify({ title, 名: 1 }) + end).join(''),
    titles: fromValues,
  },
  'joined-json': {
    layout: { pointer: '/list' },
    container: 'json',
    write: (titles, end) =>
      `"名":"1"||"list":"[${end}${titles.map((title) => JSON.stringify({ title, 名: 1 })).join(`,${end}`)}${end}]"||"n":1${end}`,
    titles: fromValues,
  },
  'form-json': {
    layout: { pointer: '/list' },
    container: 'json',
    // White space between the bytes is left as it is, so that the records stand on lines here too.
    write: (titles, end) =>
      `a=1&f=%7B%22list%22%3A%5B${end}${titles.map((title) => encodeURIComponent(JSON.stringify({ title, 名: 1 }))).join(`%2C${end}`)}${end}%5D%7D&b=2`,
    titles: fromValues,
  },
  xml: {
    layout: { path: 'o' },
    container: 'xml',
    write: (titles, end) =>
      `<?xml version="1.0"?>${end}<r>${titles.map((title) => `<o><t>${title}</t><名/></o>${end}`).join('')}</r>${end}`,
    titles: fromElements,
  },
};
const titles = ['儿童棉质连衣裙的款式', '两行\n文字', '奶粉 😀'];
const plain = ['儿童棉质连衣裙的款式', '中国制造商品', '奶粉罐装产品'];

test('every reader has a sample here', () => {
  expect(readers.map(({ id }) => id).sort()).toEqual(Object.keys(samples).sort());
});

describe.each(Object.entries(samples))('%s', (id, { layout, container, write, titles: titlesOf }) => {
  const text = write(titles, '\n');

  test('is recognised by content, by itself alone', async () => {
    const source = bytesSource(text);
    const opened = await openFile(source);
    expect(opened.container).toBe(container);
    await opened.close();
    expect(source.closed()).toBe(true);
    const head = {
      bytes: Buffer.from(text),
      text,
      encoding: 'utf-8',
      decidedBy: 'bytes',
      certain: true,
      bom: 0,
      whole: true,
    } as const;
    expect(readers.find((reader) => reader.match(head))?.id).toBe(id);
  });

  test.each([
    ['as it is', Buffer.from(text)],
    ['with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['packed', gzipSync(text)],
    ['in UTF-16', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['in GB18030', iconv.encode(text, 'gb18030')],
  ])('%s, in chunks of any size', async (_how, bytes) => {
    for (const cuts of [[], [1], [2, 3], [5]]) {
      const reading = await readAll(bytes, { layout, cuts });
      expect(titlesOf(reading.records)).toEqual(titles);
      expect(reading.records.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(reading.outcome).toMatchObject({ complete: true, bytes: bytes.length });
    }
  });

  test('CR LF', async () => {
    const reading = await readAll(write(plain, '\r\n'), { layout, cuts: [1] });
    expect(titlesOf(reading.records)).toEqual(plain);
  });

  test('no records is a note', async () => {
    const empty = write([], '\n').trim();
    if (empty === '') return;
    const { outcome } = await readAll(empty, { layout });
    expect(outcome.notices).toMatchObject([
      { id: 'no-records', weight: 'note', location: { file: 'test', pointer: '' } },
    ]);
    expect(outcome.complete).toBe(true);
  });

  test('cut off at any byte: no crash, nothing invented, records before it kept', async () => {
    const bytes = Buffer.from(write(plain, '\n'));
    for (let length = 1; length < bytes.length; length += 3) {
      const reading = await readAll(bytes.subarray(0, length), { layout }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UserError);
      });
      if (!reading || reading.opened.container !== container) continue;
      const found = titlesOf(reading.records);
      expect(plain.slice(0, Math.max(found.length - 1, 0))).toEqual(found.slice(0, -1));
    }
  });

  test('a cut gzip: fatal, with a place, and only whole records', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `品名 ${(index * 7919) % 10007}`);
    const bytes = gzipSync(write(many, '\n'));
    const reading = await readAll(bytes.subarray(0, bytes.length - 1000), { layout, cuts: [4096] });
    const found = titlesOf(reading.records);
    expect(found.length).toBeGreaterThan(500);
    expect(found).toEqual(many.slice(0, found.length));
    expect(reading.outcome.notices.filter(({ weight }) => weight === 'fatal')).toMatchObject([{ id: 'truncated' }]);
    expect(reading.outcome.notices.at(-1)?.location.line).toBeGreaterThan(found.length);
    expect(reading.outcome.complete).toBe(false);
  });

  test('50,000 records in bounded batches, left early without leaks', async () => {
    const source = bytesSource(
      write(
        Array.from({ length: 50_000 }, (_, index) => `品 ${index}`),
        '\n',
      ),
      [65_536],
    );
    const opened = await openFile(source);
    let count = 0;
    for await (const batch of opened.records(layout)) {
      expect(batch.length).toBeLessThanOrEqual(5000);
      count += batch.length;
    }
    expect(count).toBe(50_000);
    expect(source.closed()).toBe(true);
    const again = bytesSource(text);
    for await (const _batch of (await openFile(again)).records(layout)) break;
    expect(again.closed()).toBe(true);
  });
});

/** Real files lie beside the project where they may be used; elsewhere this is skipped. */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples');
const present = statSync(folder, { throwIfNoEntry: false }) !== undefined;

test.skipIf(!present)('every real file of ../shared is read to its end, or refused plainly', async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  let read = 0;
  for (const file of files.filter((name) => statSync(name).isFile())) {
    const opened = await fileSource(file)
      .then((source) => openFile(source))
      .catch((error: unknown) => {
        expect(error).toBeInstanceOf(UserError);
      });
    if (!opened) continue;
    for await (const batch of opened.records({})) expect(batch.length).toBeGreaterThan(0);
    const { notices, bytes } = opened.outcome();
    expect(bytes).toBe(statSync(file).size);
    if (process.env['SHOW_NOTICES'] && notices.length > 0)
      console.log(file.slice(folder.length), opened.encoding, JSON.stringify(notices));
    read++;
  }
  expect(read).toBeGreaterThan(0);
});
