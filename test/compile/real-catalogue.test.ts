import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueLists } from '../../src/check/lists.js';
import {
  compileCatalogue,
  createReference,
  documentSchema,
  type JsonSchema,
  type Reference,
} from '../../src/compile/index.js';
import { fieldsNamed } from '../../src/compile/inspect.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { CheckGroup, CompiledCatalogue, RuleTally } from '../../src/model/compiled.js';
import type { Condition } from '../../src/model/condition.js';
import type { DocumentKind } from '../../src/model/document.js';
import type { Fields, SourceRecord } from '../../src/model/record.js';
import type { Rule } from '../../src/model/standard.js';
import { runExamples } from '../../src/run/examples.js';
import * as vocabulary from '../../src/vocabulary/index.js';
import { compiledRepository, repositoryCatalogue } from '../repository-catalogue.js';
import { fixtureFiles, recordsOf } from './real.js';

let catalogue: Catalogue;
let compiled: CompiledCatalogue;
let reference: Reference;

beforeAll(() => {
  catalogue = repositoryCatalogue();
  compiled = compiledRepository();
  reference = createReference(catalogue.codes, catalogue.terms);
}, 60_000);

type Test = (value: unknown) => boolean;

/** Conditions compiled by ajv, each once; many rules ask the same. */
const alike = new Map<string, Test>();
const asked = new Map<Condition, Test>();
function holds(condition: Condition | undefined, value: unknown): boolean {
  if (condition === undefined) return true;
  const test = asked.get(condition) ?? compiledOnce(condition);
  asked.set(condition, test);
  return test(value);
}

function compiledOnce(condition: Condition): Test {
  const key = JSON.stringify(condition);
  const known = alike.get(key);
  if (known !== undefined) return known;
  const validate = reference.compile(condition);
  const test = (one: unknown): boolean => validate(one) === true;
  alike.set(key, test);
  return test;
}

type Judgement = 'skipped' | 'lacked' | 'pass' | 'fail';

/** The meaning of a rule, from its description in docs/catalogue-format.md alone. */
function expected(
  rule: Rule,
  document: DocumentKind,
  { fields, raw }: Pick<SourceRecord, 'fields' | 'raw'>,
): Judgement[] {
  const part = document.parts.find((one) => one.id === rule.part);
  const own = new Set(part?.fields.map((field) => field.id));
  const view = rule.view === 'raw' ? raw : fields;
  const itemsOf = (from: Fields): readonly unknown[] | undefined => {
    const items = part === undefined ? undefined : from[part.id];
    return Array.isArray(items) ? items : undefined;
  };
  const subjects: readonly (readonly [seen: object, canonical: object])[] =
    part === undefined
      ? [[view, fields]]
      : (itemsOf(fields)?.map((item, index) => [
          subjectOf(own, fields, itemsOf(view)?.[index] ?? item),
          subjectOf(own, fields, item),
        ]) ?? (part.selfWhenAbsent ? [[subjectOf(own, fields, view), fields]] : []));
  return subjects.map(([seen, canonical]) => {
    if (!holds(rule.when, fields) || !holds(rule.where, canonical)) return 'skipped';
    const has = (field: string): boolean => Object.hasOwn(seen, field);
    const { fields: needed, mode } = rule.needs;
    const input =
      rule.demands.length > 0 || needed.length === 0 || (mode === 'all' ? needed.every(has) : needed.some(has));
    if (!input) return 'lacked';
    return holds(rule.require, seen) ? 'pass' : 'fail';
  });
}

/** An item and what it sees of its record. */
function subjectOf(own: ReadonlySet<string>, record: Fields, item: unknown): object {
  const inherited = Object.entries(record).filter(([name]) => !own.has(name));
  const kept = Object.entries(Object(item)).filter(([name]) => own.has(name));
  return Object.fromEntries([...inherited, ...kept]);
}

let shared: { readonly on: Uint8Array; readonly tally: RuleTally } | undefined;

/** Counts for one rule that alone is on. The arrays are as long as the catalogue, so they are made once. */
function tallyOfOne(index: number): () => { readonly on: Uint8Array; readonly tally: RuleTally } {
  const zeros = (): Float64Array => new Float64Array(catalogue.rules.length);
  shared ??= {
    on: new Uint8Array(catalogue.rules.length),
    tally: { ran: zeros(), failed: zeros(), skipped: zeros(), lacked: zeros() },
  };
  const one = shared;
  one.on.fill(0);
  one.on[index] = 1;
  return () => {
    for (const counts of Object.values(one.tally)) counts[index] = 0;
    return one;
  };
}

/** The same by the generated checks. */
function generated(
  groups: readonly CheckGroup[],
  index: number,
  document: DocumentKind,
  { fields, raw }: Pick<SourceRecord, 'fields' | 'raw'>,
): Judgement[] {
  const group = groups.find((one) => one.rules.includes(index));
  if (group === undefined) throw new Error('no group');
  const alone = tallyOfOne(index);
  const judge = (item: unknown, rawItem: unknown): Judgement => {
    const { on, tally } = alone();
    group.check(Object(item), fields, Object(rawItem), on, tally, () => undefined);
    if (tally.skipped[index] === 1) return 'skipped';
    if (tally.lacked[index] === 1) return 'lacked';
    return tally.failed[index] === 1 ? 'fail' : 'pass';
  };
  if (group.part === null) return [judge(fields, raw)];
  const items = fields[group.part];
  const raws = raw[group.part];
  if (!Array.isArray(items)) {
    return document.parts.some((part) => part.id === group.part && part.selfWhenAbsent) ? [judge(fields, raw)] : [];
  }
  return items.map((item, at) => judge(item, Array.isArray(raws) ? raws[at] : item));
}

async function groupsOf(document: string): Promise<readonly CheckGroup[]> {
  const lists = catalogueLists(catalogue);
  const module = await compiled.checks(document);
  return module?.bind({ vocabulary, codes: lists.codeSet, terms: lists.termFinder }) ?? [];
}

describe('the catalogue of this repository', () => {
  it('judges every example as the example says, generated and referred', { timeout: 120_000 }, async () => {
    const outcomes = await runExamples(compiled, reference);
    expect(outcomes.length).toBeGreaterThan(200);
    expect(outcomes.filter((outcome) => !outcome.good)).toEqual([]);
  });

  it('judges every record of the fixtures alike, rule by rule', { timeout: 60_000 }, async () => {
    const said = { skipped: 0, lacked: 0, pass: 0, fail: 0 };
    const disagreements: object[] = [];
    for (const file of fixtureFiles()) {
      const { document, records } = await recordsOf(catalogue, file);
      const groups = await groupsOf(document.id);
      const spoilt = records.slice(0, 5).flatMap(({ fields, raw }) => [{ fields, raw }, ...spoil(fields, raw)]);
      for (const [index, rule] of catalogue.rules.entries()) {
        if (!rule.applies.documents.includes(document.id)) continue;
        for (const record of spoilt) {
          const wanted = expected(rule, document, record);
          const got = generated(groups, index, document, record);
          for (const one of wanted) said[one] += 1;
          if (got.join() !== wanted.join()) disagreements.push({ file, rule: rule.id, record, got, wanted });
        }
      }
    }
    expect(disagreements.slice(0, 3)).toEqual([]);
    for (const count of Object.values(said)) expect(count).toBeGreaterThan(100);
  });

  /** The record with a field taken away and with a value changed, in turn; the choice depends on nothing but the record. */
  function spoil(fields: Fields, raw: Fields): { fields: Fields; raw: Fields }[] {
    const names = Object.keys(fields);
    return [0, 1, 2].flatMap((turn) => {
      const name = names[(turn * 7 + names.length) % Math.max(1, names.length)];
      if (name === undefined) return [];
      const { [name]: value, ...rest } = fields;
      const { [name]: _raw, ...rawRest } = raw;
      const changed = typeof value === 'string' ? `${value}0×` : typeof value === 'boolean' ? String(value) : [];
      const put = { [name]: changed };
      return [
        { fields: rest, raw: rawRest },
        { fields: { ...rest, ...put }, raw: { ...rawRest, ...put } },
      ];
    });
  }
});

describe('published schemas', () => {
  const plain = (): Ajv2020 => new Ajv2020({ strict: false, logger: false, ownProperties: true });

  it('compile in a plain validator, and hold every definition they refer to', { timeout: 60_000 }, () => {
    for (const [document, schema] of Object.entries(compileCatalogue(catalogue).schemas)) {
      expect(JSON.parse(JSON.stringify(schema)), document).toEqual(schema);
      const definitions = new Set(Object.keys(Object(schema['$defs'])));
      for (const target of refsOf(schema)) expect(definitions).toContain(target.replace('#/$defs/', ''));
      expect(plain().validateSchema(schema)).toBe(true);
      expect(plain().compile(schema)({})).toBeTypeOf('boolean');
    }
  });

  it('name every keyword beyond JSON Schema, and no other', () => {
    const known = new Set([...Object.keys(plain().RULES.all), ...Object.keys(plain().RULES.keywords)]);
    for (const document of catalogue.documents) {
      const schema = documentSchema(catalogue, document);
      const comment = String(schema['$comment']);
      const said = new Set(/passes over: ([\w, ]+)\./.exec(comment)?.[1]?.split(', '));
      const used = new Set(
        [...keywordsOf(schema)].filter((keyword) => !known.has(keyword) && !annotations.has(keyword)),
      );
      expect(said, document.id).toEqual(used);
      expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    }
  });

  it('agree with every rule they say in full, on its examples', { timeout: 60_000 }, () => {
    let judged = 0;
    for (const document of catalogue.documents) {
      const schema = documentSchema(catalogue, document);
      const ajv = plain();
      ajv.addSchema({ $id: 'urn:example:codes', $defs: schema['$defs'] });
      for (const entry of entriesOf(schema)) {
        const rule = catalogue.rules.find((one) => one.id === entry['$comment']);
        if (rule === undefined || ![...keywordsOf(entry)].every((keyword) => lowered.has(keyword))) continue;
        const { pass, fail } = rule.examples;
        const validate = ajv.compile(
          JSON.parse(JSON.stringify(entry).replaceAll('"#/$defs/', '"urn:example:codes#/$defs/')),
        );
        for (const [examples, good] of [
          [pass, true],
          [fail, false],
        ] as const) {
          for (const example of examples) {
            if (!speaksOf(example.record, document)) continue;
            judged += 1;
            expect({ rule: rule.id, record: example.record, good: validate(example.record) }).toEqual({
              rule: rule.id,
              record: example.record,
              good,
            });
          }
        }
      }
    }
    expect(judged).toBeGreaterThan(100);
  });

  it('leave out rules of items that read their record', () => {
    for (const document of catalogue.documents) {
      const said = new Set(entriesOf(documentSchema(catalogue, document)).map((entry) => entry['$comment']));
      for (const rule of catalogue.rules) {
        const part = document.parts.find((one) => one.id === rule.part);
        if (part === undefined || !said.has(rule.id)) continue;
        const own = part.fields.map((field) => field.id);
        for (const field of fieldsNamed(rule.require)) expect(own).toContain(field);
      }
    }
  });
});

const annotations = new Set(['$schema', '$id', '$comment', '$defs', 'title', 'description']);
const lowered = new Set([
  ...['$comment', 'description', '$ref', 'type', 'const', 'enum', 'pattern', 'minLength', 'maxLength', 'required'],
  ...[
    'properties',
    'items',
    'contains',
    'minItems',
    'maxItems',
    'uniqueItems',
    'allOf',
    'anyOf',
    'not',
    'if',
    'then',
    'else',
  ],
]);

function entriesOf(schema: JsonSchema): readonly JsonSchema[] {
  const all: unknown = schema['allOf'];
  return Array.isArray(all) ? all : [];
}

function speaksOf(record: object, document: DocumentKind): boolean {
  const names = [...document.fields, ...document.parts].map((one) => one.id);
  return Object.keys(record).every((name) => names.includes(name));
}

function refsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : refsOf(value)));
}

/** Every keyword at any depth; names of properties and values of constants are none. */
function keywordsOf(schema: unknown): Set<string> {
  const found = new Set<string>();
  const walk = (one: unknown): void => {
    if (Array.isArray(one)) for (const inner of one) walk(inner);
    else if (typeof one === 'object' && one !== null) {
      for (const [keyword, operand] of Object.entries(one)) {
        found.add(keyword);
        if (keyword === 'properties' || keyword === '$defs')
          for (const inner of Object.values(Object(operand))) walk(inner);
        else if (
          ['items', 'contains', 'allOf', 'anyOf', 'not', 'if', 'then', 'else', 'additionalProperties'].includes(keyword)
        )
          walk(operand);
      }
    }
  };
  walk(schema);
  return found;
}
