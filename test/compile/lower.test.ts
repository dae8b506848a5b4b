import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReference, documentSchema } from '../../src/compile/index.js';
import { decimalPattern, lowerCondition } from '../../src/compile/lower.js';
import { hasDateForm, hasDecimalDigits } from '../../src/vocabulary/index.js';
import { document, emptyCatalogue, rule, standard } from './catalogue.js';
import { codes, terms, text } from './conditions.js';

const plain = (): Ajv2020 => new Ajv2020({ strict: false, logger: false, ownProperties: true });

describe('lowering', () => {
  it('says digits of decimals as a pattern that means the same', () => {
    const near = fc.stringMatching(/^[+-]?0{0,2}\d{0,5}\.?\d{0,5}0{0,2}$/);
    const digits = fc.record({ total: fc.integer({ min: 1, max: 7 }), fraction: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.oneof(near, near, text), digits, (value, { total, fraction }) => {
        const pattern = new RegExp(decimalPattern({ total, fraction }), 'u');
        expect(pattern.test(value)).toBe(hasDecimalDigits(value, total, fraction));
      }),
      { numRuns: 3000 },
    );
    const long = plain().compile(lowerCondition({ decimalDigits: { total: 300, fraction: 0 } }, new Set()));
    expect([long('1'.repeat(200)), long('1'.repeat(201))]).toEqual([true, false]);
  });

  it('never takes a pattern of digits longer than the text is long', () => {
    const pattern = new RegExp(decimalPattern({ total: 19, fraction: 5 }), 'u');
    const begin = performance.now();
    for (const text of ['0'.repeat(50_000), `${'0'.repeat(50_000)}x`, `1.${'0'.repeat(50_000)}x`]) pattern.test(text);
    expect(performance.now() - begin).toBeLessThan(1000);
  });

  it('keeps dates a plain validator would call wrong right', () => {
    const forms = ['yyyyMMdd', 'yyyyMMddHHmmss', 'yyyyMMddHHmmssSSS', 'yyyy-MM-dd', 'yyyy-MM-ddTHH:mm:ss'] as const;
    const validators = new Map(
      forms.map((form) => [form, plain().compile(lowerCondition({ dateForm: form }, new Set()))]),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('9999-01-01') }),
        (form, date) => {
          const iso = date.toISOString();
          for (const value of [
            iso,
            iso.slice(0, 10),
            iso.slice(0, 19),
            iso.replace(/\D/g, ''),
            iso.replace(/\D/g, '').slice(0, 8),
          ]) {
            if (hasDateForm(value, form)) expect(validators.get(form)?.(value)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refers to a code list, which speaks of texts only', () => {
    const kind = document();
    const require = { properties: { a: { codeList: 'units' }, b: { not: { codeList: 'units' } } } };
    const catalogue = { ...emptyCatalogue, codes, terms, standards: [standard('x')], rules: [rule('x/a', require)] };
    const { properties: _properties, ...schema } = documentSchema(catalogue, kind);
    const lowered = plain().compile(schema);
    const original = createReference(codes, terms).compile(require);
    for (const a of ['001', '002', 7, ['001'], undefined]) {
      for (const b of ['001', '002', 7, undefined]) {
        const record = Object.fromEntries(Object.entries({ a, b }).filter(([, value]) => value !== undefined));
        expect({ record, good: lowered(record) }).toEqual({ record, good: original(record) });
      }
    }
  });

  it('judges a record as its only item where it may be one, and input before requirement', () => {
    const kind = document({ parts: document().parts.map((part) => ({ ...part, selfWhenAbsent: true })) });
    const rules = [
      rule('x/item', { properties: { n: { const: '1' } } }, { part: 'lines', where: { required: ['a'] } }),
      rule('x/both', { not: { required: ['b', 'c'] } }, { needs: { fields: ['b'], mode: 'any' } }),
      rule('x/crossing', { required: ['b'] }, { part: 'lines' }),
      rule('x/asks-record', { if: { required: ['b'] }, then: { required: ['n'] } }, { part: 'lines' }),
    ];
    const schema = documentSchema({ ...emptyCatalogue, standards: [standard('x')], rules }, kind);
    expect(JSON.stringify(schema)).not.toContain('x/crossing');
    expect(JSON.stringify(schema)).not.toContain('x/asks-record');
    const validate = plain().compile(schema);
    expect(validate({ lines: [{ n: '1', a: '' }, { n: '2' }] })).toBe(true);
    expect(
      validate({
        lines: [
          { n: '1', a: '' },
          { n: '2', a: '' },
        ],
      }),
    ).toBe(false);
    expect(validate({ a: '', n: '2' })).toBe(false);
    expect(validate({ b: '', c: '' })).toBe(false);
    expect(validate({ c: '' })).toBe(true);
  });

  it('leaves out drafts, withdrawn and superseded standards, and envelopes', () => {
    const slugs = ['draft', 'upcoming', 'current', 'superseded', 'withdrawn'] as const;
    const standards = slugs.map((status) => standard(status, { status }));
    const rules = [...slugs.map((slug) => rule(`${slug}/a`, {})), rule('current/e', {}, { envelope: true })];
    const schema = documentSchema({ ...emptyCatalogue, standards, rules }, document());
    expect(JSON.stringify(schema).match(/"\$comment":"\w+\/\w"/g)).toEqual([
      '"$comment":"upcoming/a"',
      '"$comment":"current/a"',
    ]);
    expect(String(schema['$comment'])).toContain('Plain JSON Schema says all of it.');
  });
});
