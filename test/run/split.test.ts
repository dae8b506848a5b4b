import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAcceptance, parseWaivers } from '../../src/accept/index.js';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { ByteSource } from '../../src/model/reading.js';
import { memorySource } from '../../src/run/repair.js';
import { anyText, delimiters } from '../read/random-documents.js';
import { bytesSource } from '../read/reading.js';
import { type Asked, partOf, runOptions, splitInMemory } from './splitting.js';

let compiled: CompiledCatalogue;
beforeAll(async () => {
  const house = fileURLToPath(new URL('../../fixtures/scenarios/house-catalogue', import.meta.url));
  compiled = await openCatalogue(house, '2026-11-23');
});

const source = (name: string, text: string | Uint8Array): ByteSource =>
  memorySource(name, typeof text === 'string' ? Buffer.from(text) : text);

/** The parts of one file as texts, or why it was not split. */
async function partsOf(
  text: string | Uint8Array,
  asked: Asked = {},
): Promise<readonly (string | undefined)[] | string> {
  const { outcome, pieces } = await splitInMemory(compiled, [source('goods', text)], asked);
  const [left] = outcome.left;
  if (left !== undefined) return left.why;
  const own = pieces.get('goods') ?? [];
  return [partOf(own, 'conforming')?.toString(), partOf(own, 'failing')?.toString()];
}

const marks: { readonly [encoding: string]: readonly number[] } = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

const table = fc.record({
  rows: fc.array(
    fc.record({
      title: anyText,
      origin: fc.constantFrom('CN', 'FR', 'India', 'cn'),
      twin: fc.integer({ min: 0, max: 9 }),
      quoted: fc.boolean(),
      blank: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  delimiter: fc.constantFrom(...delimiters),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  lastEnd: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'),
  marked: fc.boolean(),
  above: fc.boolean(),
  cuts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
});

describe('a table that is split', () => {
  it('is cut between its rows, whatever their bytes are', async () => {
    let mixed = 0;
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, delimiter, lineEnd, lastEnd, encoding, marked, above, cuts }) => {
        const encode = (text: string): Buffer => iconv.encode(text, encoding, { addBOM: false });
        const write = (cells: readonly string[], quoted: boolean): string =>
          cells
            .map((cell) => (quoted || /["\r\n,;\t|=]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
            .join(delimiter);
        const bom = Buffer.from(marked ? (marks[encoding] ?? []) : []);
        const head = `${above ? `Exported${delimiter}${delimiter}${lineEnd}` : ''}${write(['sku', 'title', 'origin'], false)}${lineEnd}`;
        const parts = { conforming: [bom, encode(head)], failing: [bom, encode(head)] };
        const all = [bom, encode(head)];
        const seen = new Set<string>();
        const counts = { conforming: 0, failing: 0 };
        for (const [index, { title, origin, twin, quoted, blank }] of rows.entries()) {
          const sku = twin === 0 ? 'twin' : `A${index}`;
          const side = /^[A-Z]{2}$/.test(origin) && !seen.has(sku) ? 'conforming' : 'failing';
          seen.add(sku);
          counts[side] += 1;
          const last = index === rows.length - 1;
          const fit = delimiter === '\t' ? title.replaceAll('\t', ' ') : title;
          const words = encoding === 'windows-1252' ? fit.replace(/[^\0-\xff]/gu, 'é') : fit;
          const row = write([sku, `t${words}`, origin], quoted);
          const line = encode(`${row}${last && !lastEnd ? '' : lineEnd}${blank === 0 && !last ? lineEnd : ''}`);
          parts[side].push(line);
          all.push(line);
        }
        const input = { ...bytesSource(Buffer.concat(all), cuts), name: 'goods' };
        const { outcome, pieces } = await splitInMemory(compiled, [input], { encoding });
        expect(outcome.left).toEqual([]);
        expect(outcome.split).toMatchObject([{ ...counts, apart: 0 }]);
        for (const side of ['conforming', 'failing'] as const) {
          const expected = counts[side] === 0 ? undefined : Buffer.concat(parts[side]);
          expect(partOf(pieces.get('goods') ?? [], side)?.toString('latin1')).toBe(expected?.toString('latin1'));
        }
        if (counts.conforming > 0 && counts.failing > 0) mixed += 1;
      }),
      { numRuns: 150 },
    );
    expect(mixed).toBeGreaterThan(50);
  });
});

describe('what fails', () => {
  const goods = 'sku,title,origin\nA1,Tea,CN\nA2,Tea,India\n';

  it('is what has an open finding at or above the threshold', async () => {
    expect(await partsOf(goods)).toEqual(['sku,title,origin\nA1,Tea,CN\n', 'sku,title,origin\nA2,Tea,India\n']);
    const waived = parseWaivers(
      'waivers:\n  - { rule: house-rules-2026/origin-code, owner: o, reason: r, expires: 2027-01-01 }\n',
    );
    if (!('length' in waived)) throw new Error('these are waivers');
    const acceptance = createAcceptance({ waivers: { file: 'w.yaml', waivers: waived }, asOf: '2026-11-23' });
    expect(await partsOf(goods, { acceptance })).toEqual([goods, undefined]);
  });

  it('is known of every record, however few findings are kept', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `A${index % 400},Tea,${index % 3 === 0 ? 'India' : 'CN'}\n`);
    const passes = rows.map((_, index) => index % 3 !== 0 && index < 400);
    const [conforming, failing] = await partsOf(`sku,title,origin\n${rows.join('')}`, { maxFindings: 1 });
    expect(conforming).toBe(`sku,title,origin\n${rows.filter((_, index) => passes[index]).join('')}`);
    expect(failing).toBe(`sku,title,origin\n${rows.filter((_, index) => !passes[index]).join('')}`);
  });

  it('is every record that needs a column which is not there', async () => {
    const built = await openCatalogue(undefined, '2026-11-23');
    const file = fileURLToPath(new URL('../../fixtures/listings/listing-canonical/clean.csv', import.meta.url));
    const { request } = runOptions(built, []);
    const asked: Asked = { failOn: 'advice', request: { ...request, direction: 'import' } };
    const { report, outcome } = await splitInMemory(built, [source('goods', readFileSync(file))], asked);
    expect(report.findings.map(({ expected, location }) => [expected.id, location.record])).toEqual([
      ['column', undefined],
    ]);
    expect(outcome.split).toMatchObject([{ failing: report.counts.recordsFailed }]);
    expect(outcome.split[0]?.failing).toBeGreaterThan(1);
  });
});

describe('JSON and XML', () => {
  it('keep what is around the records', async () => {
    expect(
      await partsOf(
        '[{"sku":"A1","title":"Tea","origin":"x"},{"sku":"A2","title":"😀","origin":"CN"} , {"sku":"A3","title":"Tea","origin":"y"}]\n',
      ),
    ).toEqual([
      '[{"sku":"A2","title":"😀","origin":"CN"}]\n',
      '[{"sku":"A1","title":"Tea","origin":"x"} , {"sku":"A3","title":"Tea","origin":"y"}]\n',
    ]);
    const item = (sku: string, origin: string, rest = ''): string =>
      `<Item a="/>"><sku>${sku}</sku><title><![CDATA[</Item>]]></title><origin>${origin}</origin>${rest}</Item>`;
    const [one, two, three] = [item('A1', 'x'), item('A2', 'CN', '<!-- </Item> -->'), item('A3', 'CN')];
    expect(
      await partsOf(`<?xml version="1.0"?>\n<Goods>😀${one}\n  ${two}<!-- kept -->\n  ${three}\n</Goods>`),
    ).toEqual([
      `<?xml version="1.0"?>\n<Goods>😀\n  ${two}<!-- kept -->\n  ${three}\n</Goods>`,
      `<?xml version="1.0"?>\n<Goods>😀${one}<!-- kept -->\n</Goods>`,
    ]);
  });

  it('are not split where they are signed, broken or no characters', async () => {
    const items =
      '<Item><sku>A</sku><title>t</title><origin>x</origin></Item><Item><sku>B</sku><title>t</title><origin>CN</origin></Item>';
    const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>';
    expect(await partsOf(`<Goods>${items}${signature}</Goods>`)).toBe('signed');
    expect(await partsOf(`<Goods>${items}`)).toBe('incomplete');
    const damaged = Buffer.concat([
      Buffer.from('<Goods><Item><sku>A</sku><title>été '),
      Buffer.from([0xff]),
      Buffer.from(` é é é é é</title><origin>x</origin></Item>${items.replaceAll('<sku>', '<sku>B')}</Goods>`),
    ]);
    expect(await partsOf(damaged)).toBe('damaged');
  });

  it('of lines keep the byte order mark in both parts', async () => {
    const lines = ['A1","title":"Tea","origin":"x"}\n', 'A2","title":"Tea","origin":"CN"}'];
    expect(await partsOf(`\uFEFF${lines.map((line) => `{"sku":"${line}`).join('')}`)).toEqual(
      lines.toReversed().map((line) => `\uFEFF{"sku":"${line}`),
    );
  });
});

describe('documents of one trade', () => {
  const message = (kind: number): string =>
    readFileSync(
      fileURLToPath(new URL(`../../fixtures/trades/bonded-import/CEB${kind}Message.xml`, import.meta.url)),
      'utf8',
    );
  /** The message with its document twice, the second of another trade. */
  const twice = (kind: number, name: string): string =>
    message(kind).replace(
      new RegExp(`\\s*<ceb:${name}>[\\s\\S]*</ceb:${name}>`),
      (document) => document + document.replaceAll('SYN', 'SYO').replace(/(<ceb:guid>.)./, '$1D'),
    );
  const sidesOf = async (order: string, list: string): Promise<readonly unknown[]> => {
    const built = await openCatalogue(undefined, '2026-11-23');
    // A signed list cannot be split, and one without its signature is no list.
    const request = { ...runOptions(built, []).request, skip: ['ceb621/structure.missing'] };
    const inputs = [source('order.xml', order), source('list.xml', list)];
    const { outcome } = await splitInMemory(built, inputs, { request });
    expect(outcome.left).toEqual([]);
    return outcome.split.map(({ conforming, failing, followed }) => ({ conforming, failing, followed }));
  };
  const order = twice(311, 'Order');
  const list = twice(621, 'Inventory').replace(/<ds:Signature [\s\S]*<\/ds:Signature>/, '');
  const alone = { records: 0, rules: [] };

  it('conform together', async () => {
    const all = { conforming: 2, failing: 0, followed: alone };
    expect(await sidesOf(order, list)).toEqual([all, all]);
  });

  /** Changes the second document of a message, behind its number. */
  const changed = (text: string, from: string, to: string): string => {
    const at = text.indexOf('<ceb:orderNo>SYO');
    return text.slice(0, at) + text.slice(at).replace(from, to);
  };

  it('that disagree fail, both of them', async () => {
    const half = { conforming: 1, failing: 1, followed: alone };
    expect(await sidesOf(order, changed(list, '测试癸丙平台', '测试丙癸平台'))).toEqual([half, half]);
  });

  it('follow the one they need', async () => {
    expect(await sidesOf(changed(order, '<ceb:currency>142', '<ceb:currency>XXX'), list)).toMatchObject([
      { conforming: 1, failing: 1, followed: alone },
      { conforming: 1, failing: 1, followed: { records: 1, rules: [expect.stringMatching(/^ceb621\//)] } },
    ]);
  });

  it('are not split where the envelope fails', async () => {
    const built = await openCatalogue(undefined, '2026-11-23');
    const { outcome } = await splitInMemory(built, [
      source('order.xml', order.replace(/<ceb:copCode>[^<]*/, '<ceb:copCode>')),
    ]);
    expect(outcome.left).toMatchObject([{ why: 'envelope' }]);
  });
});
