import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import type { ReadLayout } from '../../src/model/reading.js';
import { openParts } from '../../src/read/index.js';
import { bytesSource } from './reading.js';
import { workbookBytes } from './workbook-bytes.js';

// A run of ten minutes: BORDERLINT_FUZZ_SECONDS=600. A failure names its seed; put it among the seeds below.
const seconds = Number(process.env['BORDERLINT_FUZZ_SECONDS'] ?? 3);
const start = Number(process.env['BORDERLINT_FUZZ_SEED'] ?? 1);

/** Seeds of what once went wrong. */
const seeds: readonly number[] = [20927266];

/** Milliseconds one small input may take on a busy machine. */
const patience = 5000;
/** Bytes the heap may have grown by once everything has been seen for a while. */
const growth = 200 * 1024 ** 2;

/** Small numbers from a seed, always the same. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const table = 'SKU,"商品\n名称",Price\nA-1,"杯子 ""x""",12.5\nA-2,碗,8\n';
const feed =
  '<?xml version="1.0"?><rss xmlns:g="u"><channel><item a="1"><g:id>&amp;1</g:id><![CDATA[x]]></item></channel></rss>';
const book = workbookBytes({
  sheets: [
    {
      rows: [
        ['SKU', 'Name'],
        ['A', 1.5],
        [true, 'x'],
      ],
      after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    },
    { data: '<row r="2"><c r="B2" t="s" s="1"><v>0</v></c><c r="C2" t="e"><v>#N/A</v></c></row>' },
  ],
  shared: ['<r><t>a</t></r><rPh><t>b</t></rPh>'],
  formats: ['yyyy-mm-dd'],
});

const fixtures = fileURLToPath(new URL('../../fixtures/quickstart', import.meta.url));

/** Files to spoil: one of each container, unpacked where damage should reach what is inside, and the small fixtures. */
const samples: readonly Uint8Array[] = [
  Buffer.from(table),
  Buffer.from(table.replaceAll(',', '\t').replaceAll('\n', '\r')),
  iconv.encode(table, 'gb18030'),
  iconv.encode(table, 'utf-16le'),
  Buffer.from(JSON.stringify({ list: [{ a: '中', b: [1, { c: null }] }, { a: '\\"' }] })),
  Buffer.from('{"a": 1}\n{"a": "二"}\n'),
  Buffer.from(feed),
  gzipSync(table),
  book,
  workbookBytes({ sheets: [{ rows: [['SKU'], ['A']] }] }, 0),
  zipSync({ 'a.csv': Buffer.from(table), 'b/c.xlsx': book, 'd.gz': gzipSync(feed) }),
  zipSync({ 'a.csv': [Buffer.from(table), { level: 0 }] }),
  ...readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:csv|xml|json)$/.test(file))
    .map((file) => readFileSync(join(fixtures, file))),
];

const tokens = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\0',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&',
  '&#x0;',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\u',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\x1f\x8b',
  '\x81\x30',
  '<row',
  '<c r="XFD9"',
  '</row>',
  '</sheetData>',
  '9'.repeat(40),
];

/** Bytes made of a seed: noise, or a sample spoilt a few times. */
function spoilt(seed: number): Uint8Array {
  const next = numbers(seed);
  if (next(12) === 0) return Uint8Array.from({ length: next(400) }, () => next(256));
  const pick = (): Buffer => Buffer.from(samples[next(samples.length)] ?? []);
  let bytes = pick();
  for (let times = next(6); times >= 0; times--) {
    const at = next(bytes.length + 1);
    const to = Math.min(bytes.length, at + next(30));
    const token = Buffer.from(tokens[next(tokens.length)] ?? '', 'latin1');
    const ways: readonly (() => Buffer)[] = [
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]),
      () => Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]),
      () => bytes.subarray(0, at),
      () => Buffer.concat([bytes.subarray(0, at), pick().subarray(next(200))]),
      () => {
        const changed = Buffer.from(bytes);
        if (at < changed.length) changed[at] = next(256);
        return changed;
      },
    ];
    bytes = ways[next(ways.length)]?.() ?? bytes;
  }
  return bytes;
}

const layouts: readonly ReadLayout[] = [{}, { pointer: '/list', path: 'channel/item', header: 2 }, { path: 'item' }];

/** Reads all there is, in chunks of a size the seed says. What is wrong with the bytes is a UserError or a notice. */
async function read(seed: number): Promise<void> {
  const next = numbers(seed + 7919);
  const source = bytesSource(spoilt(seed), [1 + next(300), 1 + next(5000)]);
  try {
    for await (const part of openParts(source)) {
      try {
        const opened = await part.open();
        for await (const batch of opened.records(layouts[next(layouts.length)] ?? {}))
          for (const record of batch)
            if (record.kind === 'row') for (const column of record.cells.keys()) record.place(column);
        opened.outcome();
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  // What was opened has been let go, however the reading ended.
  expect(source.closed()).toBe(true);
}

test('any bytes at all are read or refused: no crash, no hang, no growth', {
  timeout: seconds * 1000 + 60_000,
}, async () => {
  const begun = performance.now();
  let settled = 0;
  let count = 0;
  for (const seed of seeds) await read(seed);
  for (let seed = start; performance.now() - begun < seconds * 1000; seed++, count++) {
    const before = performance.now();
    await read(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
    if (performance.now() - before > patience) throw new Error(`seed ${seed} took ${performance.now() - before} ms`);
    if (count === 500) settled = process.memoryUsage().heapUsed;
  }
  if (settled > 0) expect(process.memoryUsage().heapUsed - settled).toBeLessThan(growth);
  expect(count).toBeGreaterThan(10);
  if (seconds > 10) console.log(`${count} inputs, seeds ${start} to ${start + count - 1}`);
});
