import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { openFile } from '../../src/read/index.js';
import { walkUtf8 } from '../../src/read/utf8.js';
import { bytesSource, cells, notice, noticeIds, readAll } from './reading.js';

const chinese = 'sku,品名,产地\nA1,儿童棉质连衣裙，夏季新款,中国\nA2,婴幼儿配方奶粉（三段）,新西兰\n';
const chineseCells = chinese
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const german = 'sku,title,price\n1,Schöne Größe für Mädchen,19\n2,Überwurf à la carte – écru,20 €\n';
const portuguese = 'sku,DESCRIÇÃO\n1,Confecção e informações da coleção\n2,Calção de algodão, não passar\n'.replace(
  ', ',
  ' ',
);
const traditional = 'sku,品名\n1,純棉連衣裙，夏季新款，臺灣製造，兒童專用\n2,嬰兒奶粉罐裝，無添加，紐西蘭進口\n';

describe('the encoding is found by content', () => {
  test.each([
    ['utf-8', Buffer.from(chinese)],
    ['utf-8', Buffer.from(`\uFEFF${chinese}`)],
    ['gb18030', iconv.encode(chinese, 'gb18030')],
    ['utf-16le', iconv.encode(chinese, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(chinese, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(chinese, 'utf-16le')],
    ['utf-16be', iconv.encode(chinese, 'utf-16be')],
  ])('%s', async (encoding, bytes) => {
    const reading = await readAll(bytes);
    expect(reading.opened.encoding).toBe(encoding);
    expect(cells(reading)).toEqual(chineseCells);
    expect(noticeIds(reading)).toEqual(encoding === 'utf-8' ? [] : ['decoded-as']);
    expect(reading.outcome.complete).toBe(true);
  });

  test.each([german, portuguese, 'name,x\nCafé,1\n', 'name,x\nPrix,12 €\n'])(
    'Western text stays Western: %j',
    async (text) => {
      const reading = await readAll(iconv.encode(text, 'windows-1252'));
      expect(reading.opened.encoding).toBe('windows-1252');
      expect(cells(reading)).toEqual(
        text
          .trim()
          .split('\n')
          .map((line) => line.split(',')),
      );
      expect(notice(reading, 'decoded-as')).toMatchObject({
        weight: 'note',
        values: { encoding: 'windows-1252', confidence: 'guessed' },
      });
    },
  );

  test('traditional characters in GBK', async () => {
    expect((await readAll(iconv.encode(traditional, 'gbk'))).opened.encoding).toBe('gb18030');
  });

  test('one bad byte does not turn UTF-8 into GB18030, nor GB18030 into Western text', async () => {
    const utf8 = Buffer.concat([Buffer.from(chinese), Buffer.from([0xff]), Buffer.from(',x,y\n')]);
    const first = await readAll(utf8);
    expect(first.opened.encoding).toBe('utf-8');
    expect(notice(first, 'bytes-undecodable')).toMatchObject({
      weight: 'fault',
      values: { encoding: 'utf-8', count: 1, bytes: 'FF' },
      location: { line: 4, column: 1 },
    });
    const gb = Buffer.concat([iconv.encode(chinese, 'gbk'), Buffer.from([0xff]), Buffer.from(',x,y\n')]);
    const second = await readAll(gb);
    expect(second.opened.encoding).toBe('gb18030');
    expect(notice(second, 'bytes-undecodable')).toMatchObject({ location: { line: 4, column: 1 } });
  });

  test('GBK that begins after megabytes of ASCII still reads right', async () => {
    const ascii = 'A1,plain,text\n'.repeat(60_000);
    const bytes = Buffer.concat([Buffer.from(`sku,a,b\n${ascii}`), iconv.encode('A2,品名,产地\n'.repeat(50), 'gbk')]);
    const reading = await readAll(bytes, { cuts: [65_537] });
    expect(reading.opened.encoding).toBe('gb18030');
    expect(cells(reading).at(-1)).toEqual(['A2', '品名', '产地']);
  });

  test('a bad byte far into the file is found, with its place', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`sku,名\n${'A1,品\n'.repeat(100_000)}`),
      Buffer.from([0x41, 0x2c, 0xc3, 0x0a]),
    ]);
    const reading = await readAll(bytes, { cuts: [4099] });
    expect(notice(reading, 'bytes-undecodable')).toMatchObject({
      location: { line: 100_002, column: 3 },
      values: { count: 1 },
    });
    expect(cells(reading).at(-1)).toEqual(['A', '\uFFFD']);
  });

  test('--encoding overrides', async () => {
    const reading = await readAll(iconv.encode(chinese, 'big5'), { encoding: 'Big5' });
    expect(reading.opened.encoding).toBe('big5');
    expect((await readAll(Buffer.from(chinese), { encoding: 'gb2312' })).opened.encoding).toBe('gb18030');
    await expect(openFile(bytesSource('a,b'), { encoding: 'klingon' })).rejects.toThrow(UserError);
  });
});

describe('the XML declaration', () => {
  const document = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>\n<r><o><n>品名连衣裙</n></o></r>`;

  test('is honoured where the bytes agree', async () => {
    const reading = await readAll(iconv.encode(document('GBK'), 'gbk'), { layout: { path: 'o' } });
    expect(reading.opened.encoding).toBe('gb18030');
    expect(reading.records[0]).toMatchObject({ element: { children: [{ name: 'n', text: '品名连衣裙' }] } });
  });

  test('yields to the bytes where it contradicts them, with a notice', async () => {
    const reading = await readAll(document('GBK'), { layout: { path: 'o' } });
    expect(reading.opened.encoding).toBe('utf-8');
    expect(notice(reading, 'decoded-as')).toMatchObject({
      weight: 'fault',
      values: { declared: 'GBK', encoding: 'utf-8' },
    });
    const other = await readAll(iconv.encode(document('UTF-8'), 'gbk'), { layout: { path: 'o' } });
    expect(notice(other, 'decoded-as')).toMatchObject({
      weight: 'fault',
      values: { declared: 'UTF-8', encoding: 'gb18030' },
    });
  });

  test('says nothing about a file of ASCII', async () => {
    const reading = await readAll('<?xml version="1.0" encoding="GBK"?><r><o/></r>', { layout: { path: 'o' } });
    expect(noticeIds(reading)).toEqual([]);
  });
});

describe('properties', () => {
  const word = fc.array(fc.constantFrom('a', 'B', '7', '品', '名', '的', '😀', 'é', ' ', '中'), {
    minLength: 1,
    maxLength: 8,
  });
  const lines = fc.array(
    word.map((parts) => parts.join('')),
    { minLength: 1, maxLength: 20 },
  );
  const cuts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });

  test('any cutting of the bytes gives the same text, in every encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        cuts,
        fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
        async (body, sizes, encoding) => {
          const text = `h,k\n${body.map((line) => `x,${line}\n`).join('')}`;
          const bytes = iconv.encode(text, encoding);
          const reading = await readAll(bytes, { cuts: sizes, encoding });
          expect(cells(reading)).toEqual([['h', 'k'], ...body.map((line) => ['x', line])]);
          expect(noticeIds(reading)).not.toContain('bytes-undecodable');
        },
      ),
      { numRuns: 300 },
    );
  });

  test('four bytes of GB18030 broken off, a byte at a time', async () => {
    const bytes = Buffer.concat([
      iconv.encode('名,k\n品', 'gb18030'),
      Buffer.from([0xac, 0x31, 0x32]),
      Buffer.from(',v\n'),
    ]);
    const whole = await readAll(bytes, { encoding: 'gb18030' });
    for (const size of [1, 2, 3])
      expect(cells(await readAll(bytes, { encoding: 'gb18030', cuts: [size] }))).toEqual(cells(whole));
    expect(cells(whole)).toEqual([
      ['名', 'k'],
      ['品\uFFFD12', 'v'],
    ]);
  });

  test('any bytes at all decode alike however they are cut', async () => {
    const scrap = fc.constantFrom(
      0x31,
      0x32,
      0xac,
      0x41,
      0x2c,
      0x0a,
      0x0d,
      0x22,
      0x80,
      0xbf,
      0xc3,
      0xa9,
      0xe5,
      0x93,
      0x81,
      0xf0,
      0x9f,
      0x98,
      0xb0,
      0xa1,
      0xff,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 40 }), cuts, async (scraps, sizes) => {
        const bytes = Buffer.from([0x68, 0x2c, 0x6b, 0x0a, ...scraps]);
        const whole = await readAll(bytes);
        const cut = await readAll(bytes, { cuts: sizes });
        expect(cells(cut)).toEqual(cells(whole));
        expect(cut.opened.encoding).toBe(whole.opened.encoding);
        expect(cut.outcome).toEqual(whole.outcome);
      }),
      { numRuns: 300 },
    );
  });

  test('faults of UTF-8 stand where the decoder puts its replacement characters', () => {
    const byte = fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xe5, 0xed, 0xf0, 0xf4, 0xf5, 0xff);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 30 }), (list) => {
        const bytes = Uint8Array.from(list);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const marks = [...text.matchAll(/\uFFFD/g)].map((match) => match.index);
        expect(walkUtf8(bytes, false).faults.map(({ offset }) => offset)).toEqual(marks);
      }),
      { numRuns: 500 },
    );
  });
});
