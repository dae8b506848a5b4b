import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { fileSource, listInputs, openFile, sourceOf, standardInput } from '../../src/read/index.js';
import { bytesSource, cells, notice, readAll, rows } from './reading.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function refusal(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  if (!(error instanceof UserError)) throw new Error('not a UserError');
  expect(error.text['zh-CN']).not.toBe('');
  expect(error.suggestion?.en).toMatch(/\w/);
  expect(error.suggestion?.['zh-CN']).toMatch(/\p{Script=Han}/u);
  return error;
}

describe('what cannot be read says so plainly', () => {
  test.each<[string, string | Uint8Array]>([
    ['PDF', '%PDF-1.7 ...'],
    ['PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['xlsx', Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1')],
    ['ZIP', Buffer.from('PK\x03\x04\x14\0\x06\0a.csv', 'latin1')],
    ['old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['EDIFACT', "UNA:+.? 'UNB+UNOC:3+A+B'"],
    ['EDIFACT', "UNB+UNOC:3+A+B'"],
    ['Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\n'],
    ['HTML', '\n<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['HTML', '<html lang="en"><table></table></html>'],
    ['not a text file', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251))],
    ['empty', ''],
    ['empty', ' \r\n\n'],
    ['empty', '\uFEFF'],
  ])('%s', async (word, content) => {
    const source = bytesSource(content);
    const error = await refusal(openFile(source));
    expect(error.text.en).toContain(word);
    expect(error.place?.file).toBe('test');
    expect(source.closed()).toBe(true);
  });

  test('a packed one too', async () => {
    expect((await refusal(openFile(bytesSource(gzipSync('%PDF-1.7'))))).text.en).toContain('PDF');
  });

  test('no such file, a folder', async () => {
    expect((await refusal(sourceOf(join(folder, 'nothing.csv')))).text.en).toContain('no file');
    expect((await refusal(fileSource(folder))).text.en).toContain('folder');
  });
});

describe('bytes', () => {
  test('digest and count are of the raw bytes, also of gzip', async () => {
    const text = `a,b\n${'1,2\n'.repeat(200_000)}`;
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      const path = join(folder, 'data');
      await writeFile(path, bytes);
      const opened = await openFile(await fileSource(path));
      let count = 0;
      for await (const batch of opened.records({})) count += batch.length;
      expect(count).toBe(200_000);
      expect(opened.outcome()).toMatchObject({
        bytes: bytes.length,
        digest: createHash('sha256').update(bytes).digest('hex'),
        complete: true,
        notices: [],
      });
    }
  });

  test('the digest is the whole file’s also where reading stopped at a fault', async () => {
    const bytes = Buffer.from(`<r><a></b>${' '.repeat(900_000)}</r>`);
    const reading = await readAll(bytes, { cuts: [10_000] });
    expect(reading.outcome).toMatchObject({
      complete: false,
      bytes: bytes.length,
      digest: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  test('several gzip members are one file', async () => {
    const reading = await readAll(Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,4\n')]), { cuts: [7] });
    expect(cells(reading)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('a truncated gzip keeps what came before, drops the half row and says where', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `${index},${(index * 7919) % 10007}`);
    const bytes = gzipSync(`a,b\n${lines.join('\n')}\n`);
    for (const cuts of [[], [1000]]) {
      const reading = await readAll(bytes.subarray(0, Math.floor(bytes.length / 2)), { cuts });
      const found = cells(reading).slice(1);
      expect(found.length).toBeGreaterThan(10_000);
      expect(found.map((row) => row.join(','))).toEqual(lines.slice(0, found.length));
      const truncated = notice(reading, 'truncated');
      expect(truncated).toMatchObject({ weight: 'fatal', values: { detail: 'gzip' } });
      expect(truncated?.location.line).toBe(found.length + 2);
      expect(reading.outcome.complete).toBe(false);
    }
  });

  test('a damaged gzip is no crash', async () => {
    const bytes = Buffer.from(gzipSync(`a,b\n${Array.from({ length: 90_000 }, (_, i) => `${i},${i * 7}`).join('\n')}`));
    bytes.fill(0x55, 200_000, 200_050);
    const reading = await readAll(bytes, { cuts: [5000] });
    expect(notice(reading, 'truncated')?.weight).toBe('fatal');
  });

  test('a bomb is refused', async () => {
    const bomb = gzipSync(`a,b\n${'1,2\n'.repeat(5_000_000)}`);
    const reading = await readAll(bomb, { unfold: { freeBytes: 1_000_000, ratio: 100, bytes: 1e12 } });
    expect(notice(reading, 'limit-reached')).toMatchObject({ weight: 'fatal', values: { what: 'compression-ratio' } });
    expect(rows(reading).length).toBeLessThan(1_000_000);
  });

  test('leaving early, or never reading, releases the file', async () => {
    for (const content of [
      'a,b\n1,2\n'.repeat(100_000),
      gzipSync('a,b\n1,2\n'.repeat(900_000)),
      `[${'{"a":1},'.repeat(90_000)}{}]`,
    ]) {
      const source = bytesSource(content, [1000]);
      const opened = await openFile(source);
      for await (const _batch of opened.records({})) break;
      expect(source.closed()).toBe(true);
      expect(opened.outcome().complete).toBe(false);
      const unread = bytesSource(content, [1000]);
      await (await openFile(unread)).close();
      expect(unread.closed()).toBe(true);
    }
  });

  test('standard input', async () => {
    const source = standardInput(bytesSource('a,b\n1,2\n', [3]).chunks());
    const opened = await openFile(source);
    const batches = [];
    for await (const batch of opened.records({})) batches.push(batch);
    expect(batches[0]?.[0]).toMatchObject({ number: 1 });
  });
});

describe('listInputs', () => {
  test('folders are expanded in order, without hidden files and node_modules', async () => {
    const top = join(folder, 'tree');
    await mkdir(join(top, 'b', 'node_modules'), { recursive: true });
    await mkdir(join(top, '.git'));
    await mkdir(join(top, 'none'));
    for (const name of ['c.csv', 'a.csv', '.hidden', 'b/x.xml', 'b/node_modules/y.json', '.git/z.csv', '订单.csv']) {
      await writeFile(join(top, name), 'x');
    }
    await symlink(join(top, 'a.csv'), join(top, 'd.csv'));
    await symlink(top, join(top, 'loop'));
    const names = ['a.csv', 'b/x.xml', 'c.csv', 'd.csv', '订单.csv'].map((name) => `${top}/${name}`);
    expect(await listInputs([top])).toEqual(names);
    expect(await listInputs([`${top}/`, `${top}/a.csv`, '-'])).toEqual([...names, '-']);
    expect(await listInputs([`${top}/.hidden`])).toEqual([`${top}/.hidden`]);
    expect((await refusal(listInputs([`${top}/none`]))).text.en).toContain('no files');
  });

  test('a missing path names the nearest', async () => {
    await writeFile(join(folder, 'products.csv'), 'x');
    const error = await refusal(listInputs([join(folder, 'product.csv')]));
    expect(error.suggestion?.en).toBe(`Did you mean ${folder}/products.csv?`);
    await refusal(listInputs([join(folder, 'entirely-different.xml')]));
    await refusal(listInputs([join(folder, 'no', 'such', 'folder.xml')]));
  });
});
