import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/standard.js';
import { document, emptyCatalogue, field, rule, standard } from '../compile/catalogue.js';
import { checkAll, type Given } from './checking.js';

const listing = document({
  fields: [...['sku', 'a', 'b', 'c'].map((id) => field(id)), field('buyer', { personal: true })],
  parts: [
    ...document().parts,
    { id: 'variants', title: { en: 'V', 'zh-CN': 'V' }, selfWhenAbsent: true, fields: [field('sku'), field('n')] },
  ],
});
const catalogueOf = (...rules: readonly Rule[]) => ({
  ...emptyCatalogue,
  documents: [listing, document({ id: 'order', key: ['sku'] })],
  standards: [standard('x'), standard('y')],
  rules,
});
const needA = rule('x/a', { required: ['a'] }, { demands: ['a'], needs: { fields: ['a'], mode: 'any' } });
const patternB = rule('x/b', { properties: { b: { pattern: '^B$' } } }, { needs: { fields: ['b'], mode: 'any' } });

describe('counts', () => {
  it('are exact beyond the cap, and so is what was not stored', () => {
    const records = Array.from({ length: 50 }, (_, i) => ({ sku: `s${i}`, b: i % 2 === 0 ? 'B' : 'X' }));
    const { findings, counts, unstored } = checkAll(catalogueOf(needA, patternB), [{ records }], { cap: 10 });
    expect(counts).toEqual({ 'x/a': [50, 50, 0, 0], 'x/b': [50, 25, 0, 0] });
    expect(findings).toHaveLength(20);
    expect(unstored).toEqual({ 'x/a': 40, 'x/b': 15 });
  });

  it('tell judged, not applicable and lacking input apart', () => {
    const conditional = { ...patternB, when: { required: ['c'] } };
    const { counts, broken } = checkAll(catalogueOf(conditional), [
      { records: [{ b: 'B', c: '' }, { b: 'X', c: '' }, { b: 'X' }, { c: '' }] },
    ]);
    expect(counts['x/b']).toEqual([2, 1, 1, 1]);
    expect(broken).toEqual([false, true, false, false]);
  });

  it('of a preview stay a forecast', () => {
    const { findings, run, broken } = checkAll(catalogueOf(needA), [{ records: [{}, { a: '1' }, {}] }], {
      preview: ['x/a'],
    });
    expect(findings).toEqual([]);
    expect(broken).toEqual([false, false, false]);
    expect([...run.forecast]).toEqual([2]);
  });

  it('are kept per document kind', () => {
    const both = { ...needA, applies: { documents: ['listing', 'order'] } };
    const { run } = checkAll(catalogueOf(both), [{ records: [{}, {}] }, { document: 'order', records: [{ a: '1' }] }]);
    expect([...run.tallies].map(([kind, tally]) => [kind, tally.ran[0], tally.failed[0]])).toEqual([
      ['listing', 2, 2],
      ['order', 1, 0],
    ]);
    expect([run.tally.ran[0], run.tally.failed[0]]).toEqual([3, 2]);
  });
});

describe('a column that is not there', () => {
  it('is one finding a file, at its top, however many rows', () => {
    const records = [{ sku: '1' }, { sku: '2' }, { sku: '3' }];
    const { findings, counts, unstored, run } = checkAll(catalogueOf(needA), [
      { records, without: ['a'] },
      { records, without: ['a'] },
      { records },
    ]);
    expect(counts['x/a']).toEqual([9, 9, 0, 0]);
    expect(findings.map(({ location, expected, key }) => [location.file, location.line, expected.id, key])).toEqual([
      ['f1', 1, 'column', 'x/a|listing|column|a'],
      ['f2', 1, 'column', 'x/a|listing|column|a#2'],
      ['f3', 2, 'value', 'x/a|listing|1|a'],
      ['f3', 3, 'value', 'x/a|listing|2|a'],
      ['f3', 4, 'value', 'x/a|listing|3|a'],
    ]);
    expect(findings[0]?.expected.values).toEqual({ field: 'a', headers: 'A' });
    expect(unstored).toEqual({});
    expect([...(run.missingFields.get('x') ?? [])]).toEqual(['a']);
  });

  it('is no error where the format never has it', () => {
    const { findings } = checkAll(catalogueOf(needA), [
      { records: [{}], never: ['a'] },
      { records: [{}], without: ['a'] },
    ]);
    expect(findings.map((finding) => finding.severity)).toEqual(['warning', 'error']);
    const advice = checkAll(catalogueOf(needA), [{ records: [{}], never: ['a'] }], { severity: { 'x/a': 'advice' } });
    expect(advice.findings.map((finding) => finding.severity)).toEqual(['advice']);
  });

  it('is one breach per file beyond the cap too', () => {
    const inputs = [1, 2, 3].map(() => ({ records: [{}, {}, {}], without: ['a'] }));
    const { findings, unstored } = checkAll(catalogueOf(needA), inputs, { cap: 1 });
    expect(findings).toHaveLength(1);
    expect(unstored).toEqual({ 'x/a': 2 });
  });

  it('does not hide what is wrong in columns that are there', () => {
    const both = rule(
      'x/both',
      { required: ['a'], properties: { b: { const: 'B' } } },
      { demands: ['a'], needs: { fields: ['a', 'b'], mode: 'any' } },
    );
    const { findings } = checkAll(catalogueOf(both), [
      { records: [{ b: 'B' }, { b: 'X' }, { b: 'Y' }], without: ['a'] },
    ]);
    expect(findings.map(({ expected, actual }) => [expected.id, actual])).toEqual([
      ['column', undefined],
      ['constant', 'X'],
      ['constant', 'Y'],
    ]);
  });

  it('of alternatives counts as missing when none of them is there', () => {
    const either = rule('x/either', { anyOf: [{ required: ['a'] }, { required: ['b'] }] }, { demands: ['a', 'b'] });
    const of = (without: readonly string[]) => checkAll(catalogueOf(either), [{ records: [{}, {}], without }]).findings;
    expect(of(['a', 'b']).map((finding) => finding.expected.id)).toEqual(['column']);
    expect(of(['a']).map((finding) => finding.expected.id)).toEqual(['alternatives', 'alternatives']);
  });
});

describe('parts', () => {
  const line = rule(
    'x/line',
    { properties: { n: { pattern: '^\\d$' } } },
    { part: 'lines', needs: { fields: ['n'], mode: 'any' } },
  );
  const variant = rule(
    'x/variant',
    { required: ['n'] },
    { part: 'variants', demands: ['n'], needs: { fields: ['n'], mode: 'any' } },
  );

  it('are judged item by item, at the very item', () => {
    const { findings, counts } = checkAll(catalogueOf(line), [
      { records: [{ sku: '1', lines: [{ n: '1' }, { n: 'x' }, {}, { n: 'yy' }] }, { sku: '2' }] },
    ]);
    expect(counts['x/line']).toEqual([3, 2, 0, 1]);
    expect(findings.map(({ location, field: at, record }) => [location.pointer, at, record])).toEqual([
      ['/lines/1/n', 'lines.n', '1'],
      ['/lines/3/n', 'lines.n', '1'],
    ]);
  });

  it('may be the record itself', () => {
    const { findings, counts } = checkAll(catalogueOf(variant), [
      { records: [{ sku: '1' }, { sku: '2', n: '1' }, { sku: '3', variants: [{ sku: 'v', n: '1' }, { sku: 'w' }] }] },
    ]);
    expect(counts['x/variant']).toEqual([4, 2, 0, 0]);
    expect(findings.map(({ location, record }) => [location.pointer, record])).toEqual([
      ['/n', '1'],
      ['/variants/1/n', 'w'],
    ]);
    expect(checkAll(catalogueOf(line), [{ records: [{ n: 'x' }] }]).counts['x/line']).toEqual([0, 0, 0, 0]);
  });

  it('point at the record where its own field is at fault', () => {
    const inherited = rule('x/inherited', { properties: { b: { const: 'B' } } }, { part: 'lines' });
    const { findings } = checkAll(catalogueOf(inherited), [{ records: [{ b: 'X', lines: [{ n: '1' }] }] }]);
    expect(findings.map(({ location, field: at, actual }) => [location.pointer, at, actual])).toEqual([
      ['/b', 'b', 'X'],
    ]);
  });
});

describe('a rule that breaks down', () => {
  const bomb = rule('x/bomb', { properties: { c: { const: 'x' } } });

  /** A record whose field throws when it is looked at. */
  function explosive(more: { readonly [name: string]: string }): Given {
    const given = Object.defineProperty({ ...more }, 'c', {
      enumerable: true,
      get: () => {
        throw new Error('bang');
      },
    });
    return { given, raw: more };
  }

  it('is said to have, once a file, and the others go on', () => {
    const rules = catalogueOf(needA, bomb, patternB, rule('y/c', { required: ['b'] }, { demands: ['b'] }));
    const { run, findings, counts } = checkAll(rules, [
      {
        records: [
          { sku: '1', c: 'y' },
          explosive({ sku: '2', b: 'X' }),
          explosive({ sku: '3', a: '1', b: 'X' }),
          { sku: '4' },
        ],
      },
    ]);
    expect(run.notRun).toHaveLength(1);
    expect(run.notRun[0]).toMatchObject({ what: 'rule', subject: 'x/bomb', location: { record: 2 } });
    expect(run.notRun[0]?.reason.en).toContain('bang');
    expect(run.notRun[0]?.reason['zh-CN']).toContain('x/bomb');
    expect(counts).toEqual({ 'x/a': [4, 3, 0, 0], 'x/bomb': [1, 1, 0, 0], 'x/b': [2, 2, 0, 2], 'y/c': [4, 2, 0, 0] });
    expect(findings.filter((finding) => finding.record === '2').map((finding) => finding.rule)).toEqual(['x/a', 'x/b']);
  });

  it('does not take another broken rule with it', () => {
    const two = catalogueOf(bomb, { ...bomb, id: 'x/bomb-too' }, needA);
    const { run, counts } = checkAll(two, [{ records: [explosive({ sku: '1' })] }]);
    expect(run.notRun.map((one) => one.subject)).toEqual(['x/bomb', 'x/bomb-too']);
    expect(counts).toEqual({ 'x/bomb': [0, 0, 0, 0], 'x/bomb-too': [0, 0, 0, 0], 'x/a': [1, 1, 0, 0] });
  });

  it('across records is said to have, too', () => {
    const texts = { message: { en: 'x', 'zh-CN': 'x' }, remedy: { en: 'x', 'zh-CN': 'x' } };
    const across = ['c', 'sku'].map((name) => ({
      id: `x/unique-${name}`,
      standard: 'x',
      evidence: 'text' as const,
      severity: 'error' as const,
      applies: { documents: ['listing'] },
      ...texts,
      check: { kind: 'unique' as const, fields: [name] },
      examples: { pass: [], fail: [] },
    }));
    const { run, findings } = checkAll({ ...catalogueOf(), across }, [
      { records: [explosive({ sku: '1' }), { sku: '1' }] },
    ]);
    expect(run.notRun.map((one) => one.subject)).toEqual(['x/unique-c']);
    expect(findings.map((finding) => finding.rule)).toEqual(['x/unique-sku']);
  });
});

describe('one finding a fault', () => {
  const row = (breach: string, require: Rule['require'], more: Partial<Rule> = {}) =>
    rule(`x/unit.${breach}`, require, {
      element: 'unit',
      part: 'lines',
      view: 'raw',
      needs: { fields: ['n'], mode: 'any' },
      ...more,
    });
  const format = row('format', { properties: { n: { minLength: 3, maxLength: 3 } } });
  const code = row('code', { properties: { n: { enum: ['001', '002'] } } });
  const records = [{ sku: '1', lines: [{ n: '1' }, { n: '009' }, { n: '001' }, { n: '0000' }] }];
  const saying = (findings: readonly { readonly rule: string; readonly actual?: string }[]) =>
    findings.map((finding) => `${finding.rule} ${finding.actual}`);

  it('a value of the wrong form is not looked up', () => {
    const { findings, counts } = checkAll(catalogueOf(format, code), [{ records }]);
    expect(saying(findings)).toEqual(['x/unit.code 009', 'x/unit.format 1', 'x/unit.format 0000']);
    expect(counts).toEqual({ 'x/unit.format': [4, 2, 0, 0], 'x/unit.code': [2, 1, 2, 0] });
  });

  it('it is where nobody asks for its form, or the form matters less', () => {
    const off = checkAll(catalogueOf(format, code), [{ records }], { off: ['x/unit.format'] });
    expect(saying(off.findings)).toEqual(['x/unit.code 1', 'x/unit.code 009', 'x/unit.code 0000']);
    const mild = checkAll(catalogueOf(format, code), [{ records }], { severity: { 'x/unit.format': 'advice' } });
    expect(mild.counts['x/unit.code']).toEqual([4, 3, 0, 0]);
  });

  it('another element is no excuse', () => {
    const other = { ...code, id: 'x/country.code', element: 'country' };
    const { counts } = checkAll(catalogueOf(format, other), [{ records }]);
    expect(counts['x/country.code']).toEqual([4, 3, 0, 0]);
  });

  it('beyond the cap as well', () => {
    const many = [{ sku: '1', lines: Array.from({ length: 30 }, () => ({ n: '1' })) }];
    const { counts, unstored } = checkAll(catalogueOf(format, code), [{ records: many }], { cap: 3 });
    expect(counts).toEqual({ 'x/unit.format': [30, 30, 0, 0], 'x/unit.code': [0, 0, 30, 0] });
    expect(unstored).toEqual({ 'x/unit.format': 27 });
  });
});

describe('findings', () => {
  it('of personal fields say so', () => {
    const buyer = rule('x/buyer', { properties: { buyer: { pattern: '^\\d+$' } } });
    const { findings } = checkAll(catalogueOf(buyer, patternB), [{ records: [{ buyer: '张三', b: 'X' }] }]);
    expect(findings.map(({ rule: id, personal }) => [id, personal])).toEqual([
      ['x/b', false],
      ['x/buyer', true],
    ]);
  });

  it('never name a record by personal data', () => {
    const named = { ...catalogueOf(needA), documents: [{ ...listing, key: ['buyer', 'sku'] }] };
    const { findings } = checkAll(named, [{ records: [{ buyer: '张三', sku: '7' }, { buyer: '李四' }] }]);
    expect(findings.map((finding) => finding.record)).toEqual(['7', undefined]);
    for (const finding of findings) expect(finding.key).not.toMatch(/张三|李四/);
  });

  it('carry the numbers of the standards that speak of such documents', () => {
    const citation = { rule: 'x/a', evidence: 'text' as const };
    const standards = [
      standard('x'),
      standard('y', { applies: { documents: ['order'] }, citations: [{ ...citation, standard: 'y' }] }),
      standard('z', { applies: { documents: [] }, citations: [{ ...citation, standard: 'z' }] }),
    ];
    const both = { ...needA, applies: { documents: ['listing', 'order'] } };
    const { findings } = checkAll({ ...catalogueOf(both), standards }, [
      { records: [{}] },
      { document: 'order', records: [{}] },
    ]);
    expect(findings.map((finding) => finding.standards)).toEqual([
      ['X', 'Z'],
      ['X', 'Y', 'Z'],
    ]);
  });

  it('keep their keys when records move, files are renamed and others come in between', () => {
    const item = fc.record(
      { sku: fc.constantFrom('p', 'q', 'r'), n: fc.constantFrom('x', 'y', '1') },
      { requiredKeys: [] },
    );
    const record = fc.record(
      {
        sku: fc.string({ maxLength: 3 }),
        b: fc.constantFrom('B', 'X'),
        lines: fc.uniqueArray(item, { selector: (one) => JSON.stringify(one), maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    const records = fc.uniqueArray(record, { selector: (one) => JSON.stringify(one), minLength: 1, maxLength: 6 });
    const rules = catalogueOf(
      needA,
      patternB,
      rule('x/line', { properties: { n: { pattern: '^\\d$' } } }, { part: 'lines' }),
    );
    const keysOf = (all: readonly object[], file: string) =>
      checkAll(rules, [{ file, records: all.map((one) => ({ given: { ...one } })) }]).findings.map(
        (finding) => finding.key,
      );
    fc.assert(
      fc.property(records, fc.nat(), (all, turn) => {
        const keys = keysOf(all, 'one.csv');
        expect(new Set(keys).size).toBe(keys.length);
        const at = turn % all.length;
        const turned = [...all.slice(at), ...all.slice(0, at)].map((one) =>
          Object.fromEntries(Object.entries(one).reverse()),
        );
        expect(keysOf(turned, 'other.csv').sort()).toEqual([...keys].sort());
        const inserted = keysOf([...all.slice(0, at), { sku: 'inserted', a: '1' }, ...all.slice(at)], 'one.csv');
        expect(inserted.sort()).toEqual([...keys].sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the cells beside a finding', () => {
  const nearbyOf = (record: Given | { [name: string]: string }) =>
    checkAll(catalogueOf(patternB), [{ records: [record] }]).findings[0]?.nearby;

  it('are the two filled ones before it and after it, as written, in the order of the file', () => {
    const raw = { sku: ' 1 ', a: 'one', x: 'two', b: 'X', y: '', z: 'three' };
    expect(nearbyOf({ given: { sku: '1', b: 'X' }, raw })).toEqual({
      before: [
        { name: 'a', value: 'one', personal: false },
        { name: 'x', value: 'two', personal: false },
      ],
      after: [{ name: 'z', value: 'three', personal: false }],
    });
  });

  it('are cut where they are long', () => {
    const [before] = nearbyOf({ a: '长'.repeat(100), b: 'X' })?.before ?? [];
    expect(before?.value).toBe(`${'长'.repeat(59)}…`);
  });
});
