import fc from 'fast-check';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import type { ObjectRecord } from '../../src/model/reading.js';
import { notice, noticeIds, placeOf, type Reading, readAll, values } from './reading.js';

function objects({ records }: Reading): ObjectRecord[] {
  return records.flatMap((record) => (record.kind === 'object' ? [record] : []));
}

describe('documents', () => {
  test('an array of records', async () => {
    const reading = await readAll('[\n  {"a": 1},\n  {"b": [2, {"c": null}]}\n]\n');
    expect(values(reading)).toEqual([{ a: 1 }, { b: [2, { c: null }] }]);
    expect(reading.opened.signature.keys).toEqual({ '': ['a'] });
    expect(objects(reading)[1]?.place('/b/1/c')).toEqual({ line: 3, column: 19 });
    expect(objects(reading)[1]?.place('/b/7/x')).toEqual({ line: 3, column: 9 });
    expect(objects(reading)[1]?.place('')).toEqual({ line: 3, column: 3 });
    expect(reading.outcome).toMatchObject({ complete: true, notices: [] });
  });

  test('an object that holds the array, found or named', async () => {
    const text = '{"shop":{"id":"x"},"data":{"list":[{"sku":"1","tags":[{"t":1}]},{"sku":"2"}]},"end":[{"z":0}]}';
    const reading = await readAll(text, { cuts: [3] });
    expect(reading.opened.signature.keys).toEqual({
      '': ['shop', 'data', 'end'],
      '/data/list': ['sku', 'tags'],
      '/end': ['z'],
      '/shop': ['id'],
      '/data': ['list'],
    });
    expect(values(reading)).toEqual([{ sku: '1', tags: [{ t: 1 }] }, { sku: '2' }]);
    expect(values(await readAll(text, { layout: { pointer: '/end' } }))).toEqual([{ z: 0 }]);
    const whole = await readAll(text, { layout: { pointer: '' } });
    expect(values(whole)).toEqual([JSON.parse(text)]);
    const none = await readAll(text, { layout: { pointer: '/absent' } });
    expect(noticeIds(none)).toEqual(['no-records']);
  });

  test('one object is one record', async () => {
    const reading = await readAll('\uFEFF {"sku":"1",\n"title":"品"} ');
    expect(values(reading)).toEqual([{ sku: '1', title: '品' }]);
    expect(objects(reading)[0]?.place('/title')).toEqual({ line: 2, column: 9 });
  });

  test('numbers that would lose digits are kept as text', async () => {
    const text =
      '[{"a":12345678901234567890,"b":1.50,"c":0.1234567890123456789,"d":1e999,"e":-9007199254740993,"f":"12345678901234567890","g":690123456789}]';
    expect(values(await readAll(text))).toEqual([
      {
        a: '12345678901234567890',
        b: 1.5,
        c: '0.1234567890123456789',
        d: '1e999',
        e: '-9007199254740993',
        f: '12345678901234567890',
        g: 690123456789,
      },
    ]);
  });

  test('of duplicate keys the last counts, also for places', async () => {
    const reading = await readAll('[{"a":1,"a":2,"__proto__":3}]');
    expect(JSON.stringify(values(reading))).toBe('[{"a":2,"__proto__":3}]');
    expect(objects(reading)[0]?.place('/a')).toEqual({ line: 1, column: 13 });
  });

  test('what is no record is left out and said once', async () => {
    const reading = await readAll('[{"a":1},2,\n"x",{"b":2}]');
    expect(values(reading)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(notice(reading, 'json-not-record')).toMatchObject({
      weight: 'fault',
      values: { count: 2, found: 'number' },
      location: { line: 1, column: 10 },
    });
    expect(reading.outcome.complete).toBe(false);
  });

  test.each([
    ['[{"a":1},\n {"b":2,}]', 1, 2, 9],
    ['[{"a":1}\n {"b":2}]', 1, 2, 2],
    ['[{"a":1},\n {"b" 2}]', 1, 2, 7],
    ['[{"a":1},\n {"b":NaN}]', 1, 2, 7],
    ['[{"a":1},\n]', 1, 2, 1],
    ['[{"a":1}]\n x', 1, 2, 2],
    ['{"p":[{"a":1}],\n,}', 1, 2, 1],
    ['{"p":[{"a":1}],\n"q" 1}', 1, 2, 5],
    ['[{"a":1}, // note\n{"b":1}]', 1, 1, 11],
  ])('broken: %j', async (text, count, line, column) => {
    for (const cuts of [[], [1]]) {
      const reading = await readAll(text, { cuts });
      expect(values(reading)).toHaveLength(count);
      expect(notice(reading, 'json-broken')).toMatchObject({ weight: 'fatal', location: { line, column } });
      expect(reading.outcome.complete).toBe(false);
    }
  });

  test('cut off anywhere: records before it are kept, and the place is the end', async () => {
    const text = '{"p": [\n{"a":"x\\"y"},\n{"b":[1,2]}\n]}';
    for (let length = 7; length < text.length; length++) {
      const reading = await readAll(text.slice(0, length), { layout: { pointer: '/p' } });
      const whole = [text.indexOf('}') + 1, text.indexOf(']}') + 2].filter((end) => end <= length).length;
      expect(values(reading)).toHaveLength(whole);
      expect(notice(reading, 'json-broken')).toMatchObject({ weight: 'fatal', location: placeOf(text, length) });
    }
  });

  test('nesting has a limit', async () => {
    const reading = await readAll(`[{"a":1},{"b":${'['.repeat(100_000)}`);
    expect(values(reading)).toHaveLength(1);
    expect(notice(reading, 'limit-reached')).toMatchObject({ weight: 'fatal', values: { what: 'depth' } });
  });

  test('a record beyond the limit stops the reading', async () => {
    const reading = await readAll(`[{"a":1},{"b":"${'x'.repeat(17 * 1024 ** 2)}`, { cuts: [1 << 20] });
    expect(values(reading)).toHaveLength(1);
    expect(notice(reading, 'limit-reached')).toMatchObject({ weight: 'fatal', location: { line: 1, column: 10 } });
  });
});

describe('lines', () => {
  test('one object per line, blank lines skipped', async () => {
    const reading = await readAll('\n{"a":1}\r\n\n  {"b":{"c":12345678901234567890}}\n');
    expect(values(reading)).toEqual([{ a: 1 }, { b: { c: '12345678901234567890' } }]);
    expect(objects(reading)[1]?.place('/b/c')).toEqual({ line: 4, column: 13 });
    expect(reading.opened.signature.keys).toEqual({ '': ['a'] });
    expect(reading.outcome.complete).toBe(true);
  });

  test('a bad line is said and reading goes on', async () => {
    const reading = await readAll('{"a":1}\n{"b":}\n[1]\n{"c":3}\n');
    expect(values(reading)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(notice(reading, 'json-broken')).toMatchObject({ weight: 'fault', location: { line: 2, column: 6 } });
    expect(notice(reading, 'json-not-record')).toMatchObject({
      location: { line: 3, column: 1 },
      values: { found: 'array' },
    });
    expect(reading.outcome.complete).toBe(false);
  });

  test('many bad lines are counted, not listed', async () => {
    const reading = await readAll(`{"a":1}\n${'{"b":}\n'.repeat(1000)}`);
    const broken = reading.outcome.notices.filter(({ id }) => id === 'json-broken');
    expect(broken).toHaveLength(21);
    expect(broken.at(-1)?.values['count']).toBe(980);
  });

  test('a cut last line is said', async () => {
    const reading = await readAll('{"a":1}\n{"b":2}\n{"c":[3');
    expect(values(reading)).toHaveLength(2);
    expect(notice(reading, 'truncated')).toMatchObject({ weight: 'fatal', location: { line: 3, column: 8 } });
  });

  test('a broken first line does not make it another container', async () => {
    const reading = await readAll('{bad}\n{"a":1}\n{"b":2}');
    expect(values(reading)).toHaveLength(2);
    expect(notice(reading, 'json-broken')).toMatchObject({ location: { line: 1, column: 2 } });
  });
});

const key = fc.constantFrom('a', 'b/c', 'd~e', '品名', '', '0', '😀');
const record = fc.dictionary(
  key,
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(null, true, 12, -1.5e-7, 'x', '品"\\\n', '😀 {"a":[', ''),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    ),
  })).value,
  { maxKeys: 4 },
);
const written = fc.record({
  list: fc.array(record, { minLength: 1, maxLength: 5 }),
  indent: fc.constantFrom(0, 2, '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  cuts: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
});

/** Pointers to everything in a value, with the path of keys. */
function* pathsOf(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* pathsOf(item, [...path, name]);
  }
}

describe('properties', () => {
  test('documents read as JSON.parse reads them, with every place right, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.boolean(), async ({ list, indent, end, cuts }, wrapped) => {
        const text = JSON.stringify(
          wrapped ? { before: [{ a: ['}'] }], 'x/y': { list } } : list,
          null,
          indent,
        ).replaceAll('\n', end);
        const reading = await readAll(text, { cuts, layout: { pointer: wrapped ? '/x~1y/list' : '' } });
        expect(values(reading)).toEqual(list);
        expect(noticeIds(reading)).toEqual([]);
        const tree = parseTree(text);
        for (const [index, one] of objects(reading).entries()) {
          for (const path of pathsOf(list[index])) {
            const whole = [...(wrapped ? ['x/y', 'list'] : []), index, ...path];
            const offset = (tree && findNodeAtLocation(tree, whole))?.offset ?? -1;
            const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
            expect(one.place(pointer)).toEqual(placeOf(text, offset));
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  test('lines read as JSON.parse reads them', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ list, end, cuts }) => {
        const reading = await readAll([{ first: 1 }, ...list].map((one) => JSON.stringify(one) + end).join(''), {
          cuts,
        });
        expect(values(reading)).toEqual([{ first: 1 }, ...list]);
      }),
      { numRuns: 100 },
    );
  });

  test('any text at all gives the same however it is cut', async () => {
    const scrap = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      ' ',
      '\n',
      'true',
      '品',
      '{"a":1}',
      '{"b":[2]},',
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(scrap, { maxLength: 20 }),
        fc.constantFrom('[', '{"p":[', '{"a":1}\n{'),
        cuts,
        async (scraps, start, sizes) => {
          const text = start + scraps.join('');
          const whole = await readAll(text);
          const cut = await readAll(text, { cuts: sizes });
          expect(values(cut)).toEqual(values(whole));
          expect(cut.outcome).toEqual(whole.outcome);
          expect(objects(cut).map((one) => one.place(''))).toEqual(objects(whole).map((one) => one.place('')));
        },
      ),
      { numRuns: 400 },
    );
  });
});
