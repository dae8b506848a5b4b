import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueLists } from '../../src/check/lists.js';
import { evaluateModule } from '../../src/compile/index.js';
import { writeCheckModule } from '../../src/compile/module.js';
import { createReference } from '../../src/compile/reference.js';
import type { Rule } from '../../src/model/standard.js';
import * as vocabulary from '../../src/vocabulary/index.js';
import { document, emptyCatalogue, rule, standard } from './catalogue.js';
import { codes, condition, terms, value } from './conditions.js';

const listing = document();

type Outcome = { ran: number; failed: number; skipped: number; lacked: number; calls: number };

/** Runs the rules' module on one item of one record and tells each rule's counts. */
function run(rules: readonly Rule[], item: object, record: object, raw: object = item): Outcome[] {
  const catalogue = { ...emptyCatalogue, codes, terms, rules, documents: [listing] };
  const lists = catalogueLists(catalogue);
  const module = evaluateModule(writeCheckModule(catalogue, listing));
  const counts = () => new Float64Array(rules.length);
  const tally = { ran: counts(), failed: counts(), skipped: counts(), lacked: counts() };
  const calls = counts();
  const on = new Uint8Array(rules.length).fill(1);
  for (const group of module.bind({ vocabulary, codes: lists.codeSet, terms: lists.termFinder })) {
    group.check(item, record, raw, on, tally, (index) => {
      calls[index] = (calls[index] ?? 0) + 1;
    });
  }
  const at = (all: Float64Array, index: number): number => all[index] ?? 0;
  return rules.map((_, index) => ({
    ran: at(tally.ran, index),
    failed: at(tally.failed, index),
    skipped: at(tally.skipped, index),
    lacked: at(tally.lacked, index),
    calls: at(calls, index),
  }));
}

const judged = { ran: 1, failed: 0, skipped: 0, lacked: 0, calls: 0 };
const broken = { ...judged, failed: 1, calls: 1 };

describe('a generated module', () => {
  it('judges a rule by when, where, input and require, as the reference does', () => {
    const reference = createReference(codes, terms);
    const needs = fc.record({
      fields: fc.uniqueArray(fc.constantFrom('a', 'b', 'n', 'constructor'), { maxLength: 2 }),
      mode: fc.constantFrom('any', 'all' as const),
    });
    const optional = fc.option(condition, { nil: undefined });
    fc.assert(
      fc.property(condition, optional, optional, needs, fc.boolean(), value.object, value.object, (...drawn) => {
        const [require, when, where, wanted, ofPart, item, record] = drawn;
        const details = {
          needs: wanted,
          ...(when === undefined ? {} : { when }),
          ...(where === undefined ? {} : { where }),
          ...(ofPart ? { part: 'lines' } : {}),
        };
        // ajv cannot compare such records, see agreement.test.ts.
        fc.pre(!/"(?:valueOf|toString|constructor)":/.test(JSON.stringify([item, record])));
        // What an item compares as a whole, or searches for texts, is the item alone, without what it reads of its record.
        fc.pre(!ofPart || !/"(?:const|enum|script|forbidTerms)":/.test(JSON.stringify([require, where])));
        const one = rule('x/a', require, details);
        const subject = ofPart ? { ...inherited(record), ...ownOf(item) } : item;
        const holds = (asked: Rule['when'], of: object) => asked === undefined || reference.compile(asked)(of) === true;
        const present = (field: string) => Object.hasOwn(subject, field);
        const input = wanted.mode === 'all' ? wanted.fields.every(present) : wanted.fields.some(present);
        const expected =
          !holds(when, ofPart ? record : item) || !holds(where, subject)
            ? { ...judged, ran: 0, skipped: 1 }
            : wanted.fields.length > 0 && !input
              ? { ...judged, ran: 0, lacked: 1 }
              : holds(require, subject)
                ? judged
                : broken;
        expect(run([one], item, ofPart ? record : item)).toEqual([expected]);
      }),
      { numRuns: 300 },
    );
  });

  /** What a line sees of its record: everything but the part's own fields. */
  function inherited(record: object): object {
    return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'a' && name !== 'n'));
  }

  /** What a line sees of itself: the part's own fields. */
  function ownOf(item: object): object {
    return Object.fromEntries(Object.entries(item).filter(([name]) => name === 'a' || name === 'n'));
  }

  it('lets an item read its record, except fields the part declares itself', () => {
    const line = (require: Rule['require']) => rule('x/line', require, { part: 'lines' });
    const rules = [
      line({ required: ['b'] }),
      line({ properties: { a: { const: 'item' } } }),
      line({ compare: { left: 'n', is: '<', right: 'b' } }),
      line({ compare: { left: 'a', is: '=', right: 'b' } }),
      line({ if: { properties: { b: { const: '9' } } }, then: { required: ['a'] } }),
    ];
    const record = { a: '9', b: '9', lines: [] };
    expect(run(rules, { n: '1' }, record)).toEqual([judged, judged, judged, judged, broken]);
    expect(run(rules, { n: '10', a: 'item' }, record)).toEqual([judged, judged, broken, judged, judged]);
  });

  it('judges what was written where the rule says raw', () => {
    const raw = rule('x/raw', { required: ['a'], properties: { a: { minLength: 1 } } }, { view: 'raw' });
    const canonical = rule('x/canonical', { required: ['a'] });
    expect(run([raw, canonical], {}, {}, { a: '' })).toEqual([broken, broken]);
    expect(run([raw, canonical], {}, {}, { a: ' x' })).toEqual([judged, broken]);
  });

  it('judges only rules that are on', () => {
    const catalogue = { ...emptyCatalogue, rules: [rule('x/a', { required: ['a'] })], documents: [listing] };
    const lists = catalogueLists(catalogue);
    const [group] = evaluateModule(writeCheckModule(catalogue, listing)).bind({
      vocabulary,
      codes: lists.codeSet,
      terms: lists.termFinder,
    });
    const none = new Float64Array(1);
    const tally = { ran: none, failed: none, skipped: none, lacked: none };
    group?.check({}, {}, {}, new Uint8Array(1), tally, () => expect.unreachable());
    expect([...none]).toEqual([0]);
  });

  it('keeps standards, parts and the envelope apart, and knows its catalogue', () => {
    const rules = [
      rule('x/a', {}),
      rule('y/b', {}),
      rule('x/c', {}, { part: 'lines' }),
      rule('x/d', {}, { envelope: true }),
      rule('x/e', {}),
      rule('x/f', {}, { applies: { documents: ['order'] } }),
    ];
    const catalogue = { ...emptyCatalogue, digest: 'abc', standards: [standard('x')], rules, documents: [listing] };
    const module = evaluateModule(writeCheckModule(catalogue, listing));
    const lists = catalogueLists(catalogue);
    const groups = module.bind({ vocabulary, codes: lists.codeSet, terms: lists.termFinder });
    expect(module.digest).toBe('abc');
    expect(groups.map(({ check: _check, ...group }) => group)).toEqual([
      { standard: 'x', part: null, envelope: false, rules: [0, 4] },
      { standard: 'y', part: null, envelope: false, rules: [1] },
      { standard: 'x', part: 'lines', envelope: false, rules: [2] },
      { standard: 'x', part: null, envelope: true, rules: [3] },
    ]);
  });
});

describe('nothing in a catalogue or a record becomes code', () => {
  const nasty = [
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r',
    '\u2028',
    '\u2029',
    '*/',
    '//',
    '</script>',
    '"); throw 1; ("',
    '\\"+x+\\"',
    '__proto__',
    'constructor',
    'prototype',
    '\nconst digest = 1;',
    '\n};\nreturn {};\n})()',
    '\ud800',
  ];

  it.each(nasty)('%j as a field, a constant, a pattern, a code list, an id', (text) => {
    const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const item = JSON.parse(JSON.stringify({ [text]: text }));
    const rules = [
      rule(`x/${text}`, { required: [text] }),
      rule('x/const', { properties: { [text]: { const: text } } }),
      rule('x/enum', { properties: { [text]: { enum: [text, '1', '2', '3', '4'] } } }),
      rule('x/pattern', { properties: { [text]: { pattern: `^${escaped}$` } } }),
      rule('x/among', { oneOfFields: { field: text, among: ['a', text] } }),
      rule('x/object', { const: { [text]: text } }),
      rule('x/needs', {}, { needs: { fields: [text], mode: 'all' } }),
      rule('x/line', { required: [text] }, { part: 'lines' }),
    ];
    const all = run(rules, item, item);
    expect(all).toEqual(rules.map(() => judged));
    const none = run(rules, {}, {});
    expect(none[0]).toEqual(broken);
    expect(none[6]).toEqual({ ...judged, ran: 0, lacked: 1 });
    expect(none[7]).toEqual(broken);
  });

  it('a number that is none is no code either', () => {
    const length: Rule['require'] = JSON.parse('{ "minLength": "0)); throw 1; ((" }');
    expect(() => run([rule('x/a', { properties: { a: length } })], { a: 'x' }, {})).not.toThrow();
  });

  it('inherited names are no fields', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) {
      const rules = [rule('x/a', { required: [name] }), rule('x/b', { required: [name] }, { part: 'lines' })];
      expect(run(rules, {}, {})).toEqual([broken, broken]);
    }
  });
});
