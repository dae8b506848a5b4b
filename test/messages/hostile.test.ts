import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { ByteSource } from '../../src/model/reading.js';
import type { Report } from '../../src/model/report.js';
import type { Edition } from '../../src/model/standard.js';
import { checkFiles } from '../cli/structural.js';
import { change, completeMessage, type Node, nodesOf, specifications, write } from './complete-message.js';

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-23');
});

function sourceOf(name: string, pieces: Iterable<Uint8Array>): ByteSource {
  return {
    name,
    chunks: async function* () {
      yield* pieces;
    },
  };
}

async function check(content: string | Uint8Array | Iterable<Uint8Array>, edition?: Edition): Promise<Report> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
  return checkFiles(compiled, [sourceOf('message.xml', pieces)], edition === undefined ? {} : { edition });
}

/** What a report says of a file that cannot be believed: the sentences, each with its place. */
function answers({ notRun }: Report): readonly string[] {
  return notRun.map(({ reason, location }) => `${location?.line ?? ''}:${location?.column ?? ''} ${reason.en}`);
}

function errors({ findings }: Report): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, location }) => `${location.line}:${location.column} ${rule}`);
}

function messageOf(slug: string): Node {
  const specification = specifications.find((one) => one.slug === slug);
  if (specification === undefined) throw new Error(`no ${slug}`);
  return completeMessage(specification);
}

const orders = (): string => write(messageOf('ceb303')).text;
const doctype = (body: string, inside = 'x'): string =>
  orders().replace(/\n/, `\n<!DOCTYPE CEB303Message ${body}>\n`).replace('>X<', `>${inside}<`);

describe('what could harm a reader is refused with one sentence', () => {
  const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  it.each([
    ['an external entity', doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]', '&x;')],
    ['an external subset', doctype('SYSTEM "http://example.org/ceb.dtd"')],
    ['an empty DOCTYPE', doctype('')],
    ['an entity bomb', doctype(`[<!ENTITY l0 "lol">${laughs}]`, '&l12;')],
    ['a quadratic entity', doctype(`[<!ENTITY a "${'a'.repeat(50_000)}">]`, '&a;'.repeat(50_000))],
    ['a parameter entity', doctype('[<!ENTITY % p SYSTEM "http://example.org/p"> %p;]')],
  ])('%s', async (_name, text) => {
    const report = await check(text);
    expect(answers(report)).toEqual([
      '2:1 The file has a DOCTYPE, which is refused: messages need none, and it can hide harm. Remove it.',
    ]);
    expect([report.verdict, report.findings]).toEqual(['incomplete', []]);
  });

  it.each([
    ['an entity nobody declared', orders().replace('>X<', '>&x;<'), /undefined entity &x;/],
    ['a character XML does not have', orders().replace('>X<', '>&#0;<'), /not well-formed/],
    ['an attribute twice', orders().replace('version="1.0">', 'version="1.0" version="1.0">'), /not well-formed/],
    ['a second root', `${orders()}<again/>`, /not well-formed/],
    ['words after the end', `${orders()}words`, /not well-formed/],
    ['no content', '<?xml version="1.0"?>', /./],
    ['a root that is never closed', '<CEB303Message xmlns="http://www.chinaport.gov.cn/ceb">', /./],
  ])('%s', async (_name, text, said) => {
    const report = await check(text);
    const [first = '', ...more] = answers(report);
    expect(first).toMatch(said);
    expect([more, report.verdict]).toEqual([[], 'incomplete']);
  });
});

const megabyte = Buffer.alloc(1024 ** 2, 'x');

/** A message whose first text is as long as this many megabytes. */
function* longText(megabytes: number): Generator<Uint8Array> {
  const [before, after] = orders().split('>X<', 2);
  yield Buffer.from(`${before}>`);
  for (let i = 0; i < megabytes; i++) yield megabyte;
  yield Buffer.from(`<${after}`);
}

/** A start tag that never ends; a thousand levels; attributes without end. */
function* repeated(before: string, piece: string, times: number): Generator<Uint8Array> {
  yield Buffer.from(before);
  const block = Buffer.from(piece.repeat(1000));
  for (let i = 0; i < times / 1000; i++) yield block;
}

describe('size alone does no harm', () => {
  const root = '<CEB303Message xmlns="http://www.chinaport.gov.cn/ceb" guid="x" version="1.0">';
  it.each<[string, () => Iterable<Uint8Array>, RegExp]>([
    ['an element of 100 MB', () => longText(100), /limit of 16,777,216 \(characters in one text or tag\)/],
    ['a tag without end', () => repeated(`${root}<`, 'name', 30_000_000), /limit of 16,777,216/],
    ['levels without end', () => repeated(root, '<Order>', 1_000_000), /limit of 256 \(levels of nesting\)/],
    [
      'attributes without end',
      () => [Buffer.from(`${root}<Order ${Array.from({ length: 5000 }, (_, i) => `a${i}="1"`).join(' ')}/>`)],
      /limit of 1,000 \(attributes/,
    ],
    [
      'elements of one record without end',
      () => repeated(`${root}<Order>`, '<note/>', 400_000),
      /limit of 100,000 \(elements/,
    ],
  ])('%s', async (_name, pieces, said) => {
    const before = process.memoryUsage().rss;
    const report = await check(pieces());
    expect(answers(report)).toEqual([expect.stringMatching(said)]);
    expect([report.verdict, report.findings]).toEqual(['incomplete', []]);
    expect((process.memoryUsage().rss - before) / 1024 ** 2).toBeLessThan(400);
  });

  it('a message of 50,000 documents, where 100 are allowed', async () => {
    const report = await check(repeated(root, '<Order/>', 50_000), undefined);
    expect(report.verdict).not.toBe('conforms');
  });
});

describe('what is wrong is said where it is', () => {
  it('a namespace of somebody else', async () => {
    const report = await check(write(messageOf('ceb303'), { namespace: 'http://example.org/other' }).text);
    expect(errors(report).filter((line) => line.includes('structure'))).toEqual(['2:1 ceb303/structure.namespace']);
  });

  it('no namespace at all', async () => {
    const report = await check(orders().replace(/ xmlns="[^"]*"/, ''));
    expect(errors(report)).toContain('2:1 ceb303/structure.namespace');
  });

  it('an element doubled', async () => {
    const whole = messageOf('ceb303');
    const [order] = whole.children;
    const head = order?.children[0];
    const guid = head?.children[0];
    if (guid === undefined) throw new Error('no guid');
    const second = { ...guid };
    const written = write(change(whole, guid, (one) => [one, second]));
    const { line, column } = written.placeOf(second);
    expect(errors(await check(written.text))).toContain(`${line}:${column} ceb303/structure.repeated`);
  });

  it('lines of both editions in one message are right by neither', async () => {
    const whole = messageOf('ceb792');
    const list = [...nodesOf(whole)].find(({ node }) => node.name === 'SummaryResultList')?.node;
    if (list === undefined) throw new Error('no list');
    const older = { ...list, children: list.children.filter(({ name }) => name !== 'gseqno') };
    const { text } = write(change(whole, list, (one) => [one, older]));
    for (const edition of ['2018', '2022'] as const) expect((await check(text, edition)).verdict).toBe('fails');
  });

  it('a message of 2022 is none of 2018', async () => {
    const { text } = write(messageOf('ceb213'));
    expect(errors(await check(text, '2018'))).toContain('2:1 ceb213/structure.unknown');
    expect(errors(await check(text)).filter((line) => line.includes('structure'))).toEqual([]);
  });
});

describe('the encoding a message names is the one it is in', () => {
  const chinese = (declared: string): string => {
    const whole = messageOf('ceb303');
    const names = [...nodesOf(whole)].filter(({ node }) => node.name.endsWith('Name')).map(({ node }) => node);
    const named = names.reduce(
      (root, node) => change(root, node, (one) => [{ ...one, text: '测试贸易有限公司的商品' }]),
      whole,
    );
    return write(named).text.replace('UTF-8', declared);
  };
  it.each([
    ['GBK declared, UTF-8 sent', () => Buffer.from(chinese('GBK'))],
    ['UTF-8 declared, GBK sent', () => iconv.encode(chinese('UTF-8'), 'gbk')],
    ['ISO-8859-1 declared, UTF-8 sent', () => Buffer.from(chinese('ISO-8859-1'))],
  ])('%s', async (_name, bytes) => {
    const report = await check(bytes());
    expect(errors(report)).toContain('1:1 ceb303/structure.encoding');
  });

  it.each([
    ['GBK', () => iconv.encode(chinese('GBK'), 'gbk')],
    ['GB18030', () => iconv.encode(chinese('GB18030'), 'gb18030')],
    ['UTF-8 with a mark', () => iconv.encode(chinese('utf-8'), 'utf-8', { addBOM: true })],
    ['UTF-16', () => iconv.encode(chinese('UTF-16'), 'utf-16le', { addBOM: true })],
  ])('%s, as declared, is fine', async (_name, bytes) => {
    const report = await check(bytes());
    expect(errors(report).filter((line) => line.includes('structure'))).toEqual([]);
    expect(report.notRun).toEqual([]);
  });
});

describe('a message cut off anywhere', () => {
  it('is never green, and says once that it ends too early', async () => {
    const bytes = Buffer.from(orders());
    const cuts = Array.from({ length: 60 }, (_, i) => Math.floor((bytes.length * (i + 1)) / 62));
    for (const cut of cuts) {
      const report = await check(bytes.subarray(0, cut));
      expect(report.verdict, `cut at ${cut}`).toBe('incomplete');
      expect(report.notRun.length, answers(report).join('\n')).toBe(1);
    }
  });
});
