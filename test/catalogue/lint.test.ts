import { describe, expect, it } from 'vitest';
import { load, marks, rule, rules, standard } from './small.js';

/** What is wrong, where (▶), and what lint says: its code and a piece of the message. */
type Case = {
  readonly name: string;
  readonly files: { readonly [file: string]: string };
  readonly faults: readonly (readonly [code: string, message: string])[];
};

const gb1 = 'national/gb-1-2020.yaml';
const one = (name: string, text: string, code: string, message: string): Case => ({
  name,
  files: { [gb1]: text },
  faults: [[code, message]],
});
const table = (rows: string, more = ''): string => `elements:
  - { table: Head, path: Order/Head, evidence: text, document: order, ${more}rows: [${rows}] }
`;
const structure = (children: string): string =>
  `structure: { format: message, root: Message, namespace: "http://x", children: { ${children} } }\n`;

const shape: readonly Case[] = [
  one(
    'misspelt key',
    standard(rules(rule({ severity: '', '▶sevrity': 'error' }))),
    'unknown-key',
    "unknown key 'sevrity' — did you mean 'severity'?",
  ),
  one('missing key', standard(rules(`  - ▶${rule({ remedy: '' }).slice(4)}`)), 'missing-key', "needs 'remedy'"),
  one('missing language', standard(rules(rule({ message: '▶{ en: No. }' }))), 'missing-key', "needs 'zh-CN'"),
  one(
    'unknown keyword in require',
    standard(rules(rule({ require: '{ properties: { sku: { ▶patern: "^A$" } } }' }))),
    'unknown-key',
    "did you mean 'pattern'?",
  ),
  one(
    'misspelt vocabulary word',
    standard(rules(rule({ require: '{ properties: { gtin: { checkDigit: ▶gtim } } }' }))),
    'unknown-word',
    "did you mean 'gtin'?",
  ),
  one(
    'number in a condition',
    standard(rules(rule({ require: '{ properties: { sku: { const: ▶042 } } }' }))),
    'wrong-type',
    'put it in quotes, "042"',
  ),
  one(
    'operand left out',
    standard(rules(rule({ require: '{ required: [sku], compare: ▶{ left: price, is: "<" } }' }))),
    'missing-key',
    "needs 'right'",
  ),
  one(
    'then without if',
    standard(rules(rule({ require: '▶{ then: { required: [sku] } }' }))),
    'missing-key',
    "'then' needs 'if'",
  ),
  one(
    'bare clause number',
    standard('clauses: [{ ref: ▶4.10, coverage: planned }]'),
    'wrong-type',
    'put it in quotes, "4.10"',
  ),
  one(
    'date as it should not be',
    standard('issued: ▶2020-5-1'),
    'wrong-form',
    "must be a day written 2021-05-31, not '2020-5-1'",
  ),
  one('unknown status', standard('', { status: '▶curent' }), 'unknown-word', "did you mean 'current'?"),
  one('no source', standard('', { sources: '▶[]' }), 'too-few', "'sources' must not be empty"),
  one('empty title', standard('', { title: '▶{}' }), 'too-few', "'title' must not be empty"),
  one('blank title', standard('', { title: '{ en: ▶" " }' }), 'wrong-form', 'must be some text'),
  one(
    'unquoted number in an example',
    standard(rules(rule({ examples: '{ pass: [{ record: { sku: ▶12 } }], fail: [{ record: {} }] }' }))),
    'wrong-type',
    'put it in quotes, "12"',
  ),
  {
    name: 'bare code',
    files: {
      'codes/colours.yaml':
        'id: colours\ntitle: { en: C }\ncomplete: true\nsources: [{ citation: A, evidence: text, seen: 2026-01-02 }]\nentries: [{ code: ▶007, en: x }]',
    },
    faults: [['wrong-type', 'put it in quotes, "007"']],
  },
  {
    name: 'doubled key',
    files: { [gb1]: standard('▶theme: other') },
    faults: [['yaml-duplicate-key', "the key 'theme' is there twice"]],
  },
  { name: 'broken YAML', files: { [gb1]: standard('issuer: "SAC▶') }, faults: [['yaml-syntax', 'not valid YAML']] },
  {
    name: 'too many aliases',
    files: {
      [gb1]: `▶${standard(`x: &a [1,1,1,1,1,1,1,1,1]\ny: &b [${'*a,'.repeat(40)}]\nz: [${'*b,'.repeat(40)}]`)}`,
    },
    faults: [['yaml-aliases', 'aliases']],
  },
  { name: 'misplaced file', files: { 'other/x.yaml': '▶a: 1' }, faults: [['misplaced-file', 'folders']] },
  {
    name: 'unknown reading',
    files: {
      'formats/f.yaml':
        'id: f\ntitle: { en: F }\ndocument: listing\ncontainer: table\nevidence: text\nsources: [{ citation: A, evidence: text, seen: 2026-01-02 }]\nrecognise: { required: [A] }\ncolumns: [{ name: A, field: sku, read: ▶as_is }, { pattern: "^B" }, ▶{ aliases: [C] }]',
    },
    faults: [
      ['unknown-word', "did you mean 'as-is'?"],
      ['missing-key', "needs 'name'"],
    ],
  },
];

const rulesAndClauses: readonly Case[] = [
  {
    name: 'file name',
    files: { 'national/gb-one.yaml': standard('', { number: '▶GB 1-2020' }) },
    faults: [['file-name', 'gb-1-2020.yaml']],
  },
  {
    name: 'id and file name',
    files: { 'profiles/boutique.yaml': 'id: ▶shop2\ntitle: { en: S, zh-CN: S }\ndescription: { en: S, zh-CN: S }' },
    faults: [['file-name', 'shop2.yaml']],
  },
  {
    name: 'folder',
    files: { 'sectoral/gb-1-2020.yaml': standard('', { level: '▶national' }) },
    faults: [['folder', 'national/']],
  },
  one(
    'harsher than evidence allows',
    standard(rules(rule({ evidence: 'summary', severity: '▶error' }))),
    'severity-too-high',
    "'warning' at most",
  ),
  one(
    'harsher than the obligation allows',
    standard(rules(rule({ severity: '▶warning' })), { obligation: 'guidance' }),
    'severity-too-high',
    "'advice' at most",
  ),
  one(
    'rule from memory',
    standard(rules(rule({ evidence: '▶recalled', severity: 'advice' }))),
    'evidence-too-weak',
    'planned clause',
  ),
  one(
    'evidence no source bears out',
    standard(rules(rule({ evidence: '▶text' })), { sources: '[{ citation: A, evidence: summary, seen: 2026-01-02 }]' }),
    'evidence-unsupported',
    'no source',
  ),
  one(
    'source without a place',
    standard('', { sources: '[▶{ evidence: text, seen: 2026-01-02 }]' }),
    'source-without-place',
    'url',
  ),
  one(
    'no failing example',
    standard(rules(`  - ▶${rule({ examples: '{ pass: [{ record: { sku: A } }] }' }).slice(4)}`)),
    'no-fail-example',
    'fail',
  ),
  one(
    'no passing example',
    standard(rules(`  - ▶${rule({ examples: '{ fail: [{ record: {} }] }' }).slice(4)}`)),
    'no-pass-example',
    'pass',
  ),
  one(
    'unknown clause',
    standard(
      `clauses: [{ ref: "5.2", coverage: automated }]\n${rules(rule({ clause: '"5.2"' }), rule({ id: 'b', clause: '▶"5.3"' }))}`,
    ),
    'unknown-clause',
    "did you mean '5.2'?",
  ),
  one('clause nobody checks', standard('clauses: [{ ref: "5", coverage: ▶automated }]'), 'clause-unchecked', 'no rule'),
  one(
    'manual clause without question',
    standard('clauses: [▶{ ref: "5", coverage: manual }]'),
    'manual-without-question',
    'question',
  ),
  one(
    'clause twice',
    standard('clauses: [{ ref: "5", coverage: planned }, { ref: ▶"5", coverage: planned }]'),
    'duplicate-id',
    "'5'",
  ),
  one('rule id twice', standard(rules(rule(), rule({ id: '▶has-sku' }))), 'duplicate-id', 'gb-1-2020/has-sku'),
  one('retired id', standard(rules(`  - ▶${rule({ id: 'once' }).slice(4)}`)), 'retired-id', 'retired'),
  {
    name: 'published rule gone',
    files: { [gb1]: standard(rules(rule())), 'ledger.yaml': '- gb-1-2020/has-sku\n- ▶gb-1-2020/gone\n' },
    faults: [['rule-vanished', 'gb-1-2020/gone']],
  },
  {
    name: 'number twice',
    files: { [gb1]: standard(''), 'national/gb-1-2020-b.yaml': standard('', { number: '▶GB 1—2020' }) },
    faults: [['file-name', 'gb-1-2020.yaml']],
  },
  one(
    'unknown placeholder',
    standard(rules(rule({ message: '{ en: ▶"{actuel} is wrong", zh-CN: 错 }' }))),
    'placeholder-unknown',
    "did you mean 'actual'?",
  ),
  one(
    'place on a machine',
    standard('', { scope: '{ en: ▶see /home/me/gb.pdf, zh-CN: 商品 }' }),
    'machine-path',
    '/home/me',
  ),
  one('no day of the calendar', standard('issued: ▶2019-02-30'), 'bad-date', '2019-02-30'),
  one(
    'no documents',
    standard(rules(`  - ▶${rule({ applies: '' }).slice(4)}`), { applies: '' }),
    'applies-missing',
    'documents',
  ),
  one(
    'wider than its standard',
    standard(rules(rule({ applies: '{ documents: ▶[listing] }' })), { applies: '{ documents: [order] }' }),
    'applies-widens',
    "'listing'",
  ),
  one(
    'category outside its standard',
    standard(
      rules(
        rule({ applies: '{ documents: [listing], categories: [biscuits] }' }),
        rule({ id: 'b', applies: '{ documents: [listing], categories: ▶[food] }' }),
      ),
      { applies: '{ documents: [listing], categories: [biscuits] }' },
    ),
    'applies-widens',
    "'food'",
  ),
];

const conditions: readonly Case[] = [
  one(
    'unknown field',
    standard(rules(rule({ require: '{ properties: { ▶gtinn: { checkDigit: gtin } } }' }))),
    'unknown-field',
    "did you mean 'gtin'?",
  ),
  one(
    'field of another document only',
    standard(rules(rule({ when: '{ required: [▶orderNumber] }' }))),
    'unknown-field',
    "no field 'orderNumber'",
  ),
  one(
    'operand that is no field',
    standard(rules(rule({ require: '{ compare: { left: price, is: "<=", right: ▶listprice } }' }))),
    'unknown-field',
    "did you mean 'listPrice'?",
  ),
  one(
    'field of the part asked of the record',
    standard(
      rules(
        rule({
          applies: '{ documents: [order] }',
          require: '{ properties: { ▶amount: { decimalRange: { min: "0" } } } }',
          examples:
            '{ pass: [{ record: { lines: [{ amount: "1" }] } }], fail: [{ record: { lines: [{ amount: "-1" }] } }] }',
        }),
      ),
    ),
    'unknown-field',
    "its part 'lines' has it",
  ),
  one(
    'field of no document',
    standard(rules(rule({ applies: '{ documents: [listing, order] }', require: '▶{ required: [sku] }' }))),
    'unknown-field',
    "document kind 'order'",
  ),
  one('unknown part', standard(rules(rule({ part: '▶lines' }))), 'unknown-part', "'lines'"),
  one('nothing to judge', standard(rules(rule({ require: '▶{ minLength: 1 }' }))), 'no-input', 'names no field'),
  one('where without part', standard(rules(rule({ '▶where': '{ required: [sku] }' }))), 'where-without-part', 'part'),
  one(
    'strange field in an example',
    standard(rules(rule({ examples: '{ pass: [{ record: { sku: A, ▶colour: B } }], fail: [{ record: {} }] }' }))),
    'unknown-field',
    "'colour'",
  ),
  one(
    'strange field in an item',
    standard(
      rules(rule({ examples: '{ pass: [{ record: { sku: A, variants: [{ ▶size: B }] } }], fail: [{ record: {} }] }' })),
    ),
    'unknown-field',
    "'size'",
  ),
  one(
    'unknown code list',
    standard(rules(rule({ require: '{ properties: { sku: { codeList: ▶coluors } } }' }))),
    'unknown-code-list',
    "did you mean 'colours'?",
  ),
  one(
    'unknown term list',
    standard(rules(rule({ require: '{ properties: { title: { forbidTerms: ▶boast } } }' }))),
    'unknown-term-list',
    "did you mean 'boasts'?",
  ),
  one(
    'error by an incomplete list',
    standard(rules(rule({ require: '{ properties: { sku: { codeList: ▶some-units } } }' }))),
    'incomplete-list-error',
    'incomplete',
  ),
  one(
    'broken pattern',
    standard(rules(rule({ require: '{ properties: { sku: { pattern: ▶"^(a$" } } }' }))),
    'pattern-broken',
    'unterminated group',
  ),
  one(
    'endless pattern',
    standard(rules(rule({ require: '{ properties: { sku: { pattern: ▶"^([a-z]+)*$" } } }' }))),
    'pattern-nested',
    'repetition',
  ),
  one(
    'unanchored pattern',
    standard(rules(rule({ require: '{ properties: { sku: { pattern: ▶"[0-9]{13}" } } }' }))),
    'pattern-unanchored',
    '^…$',
  ),
  one(
    'anchors and alternatives',
    standard(rules(rule({ require: '{ properties: { sku: { pattern: ▶"^A|B$" } } }' }))),
    'pattern-alternation',
    '^(?:…|…)$',
  ),
];

const references: readonly Case[] = [
  one(
    'unknown document',
    standard('', { applies: '{ documents: [▶lisitng] }' }),
    'unknown-document',
    "did you mean 'listing'?",
  ),
  one(
    'unknown category',
    standard('', { applies: '{ documents: [listing], categories: [▶foods] }' }),
    'unknown-category',
    "did you mean 'food'?",
  ),
  one(
    'unknown format',
    standard('', { applies: '{ documents: [order], formats: [▶mesage] }' }),
    'unknown-format',
    "did you mean 'message'?",
  ),
  one(
    'unknown rule cited',
    standard('rules: [{ cite: ▶gb-1-2020/no, evidence: text }]'),
    'unknown-rule',
    'gb-1-2020/no',
  ),
  {
    name: 'unknown document of a format',
    files: {
      'formats/f.yaml':
        'id: f\ntitle: { en: F }\ndocument: ▶orders\ncontainer: table\nevidence: text\nsources: [{ citation: A, evidence: text, seen: 2026-01-02 }]\nrecognise: { required: [A] }',
    },
    faults: [['unknown-document', "did you mean 'order'?"]],
  },
  {
    name: 'profile',
    files: {
      'profiles/p.yaml':
        'id: p\ntitle: { en: S, zh-CN: S }\ndescription: { en: S, zh-CN: S }\nskip: [▶gb-9]\nseverity: { ▶gb-1-2020/x: advice }',
    },
    faults: [
      ['unknown-standard', 'gb-9'],
      ['unknown-rule', 'gb-1-2020/x'],
    ],
  },
  {
    name: 'parent category',
    files: { 'categories.yaml': '- { id: food, title: { en: F, zh-CN: F }, parent: ▶fod }' },
    faults: [['unknown-category', "did you mean 'food'?"]],
  },
  {
    name: 'category circle',
    files: {
      'categories.yaml':
        '- { id: a, title: { en: F, zh-CN: F }, parent: ▶b }\n- { id: b, title: { en: F, zh-CN: F }, parent: ▶a }',
    },
    faults: [
      ['category-circle', "'a'"],
      ['category-circle', "'b'"],
    ],
  },
  {
    name: 'field of a column',
    files: {
      'formats/message.yaml':
        'id: message\ntitle: { en: F }\ndocument: order\ncontainer: xml\nevidence: text\nsources: [{ citation: A, evidence: text, seen: 2026-01-02 }]\nrecognise: { root: M }\nxml: { record: Order, parts: { L: ▶line } }\ncolumns: [{ name: a, field: ▶orderNo }, { name: b, field: lines.amount }, { name: c, field: ▶line.amount }, { name: d, field: ▶currency@en }]',
    },
    faults: [
      ['unknown-part', "'line'"],
      ['unknown-field', "'orderNo'"],
      ['unknown-part', "'line'"],
      ['language-of-plain-field', '@en'],
    ],
  },
  {
    name: 'grouping',
    files: {
      'formats/f.yaml':
        'id: f\ntitle: { en: F }\ndocument: listing\ncontainer: table\nevidence: text\nsources: [{ citation: A, evidence: text, seen: 2026-01-02 }]\nrecognise: { required: [A] }\ngrouping: { by: ▶Handle, parts: [▶images] }\nxml: ▶{ record: x }',
    },
    faults: [
      ['unknown-column', 'Handle'],
      ['unknown-part', 'images'],
      ['layout', 'table'],
    ],
  },
  {
    name: 'what a format is only remembered by',
    files: {
      'formats/f.yaml':
        'id: f\ntitle: { en: F }\ndocument: listing\ncontainer: table\nevidence: ▶text\nsources: [{ citation: A, evidence: recalled, seen: 2026-01-02 }]\nrecognise: { required: [A, ▶B], scored: { of: [C], minimum: ▶2 } }\ncolumns: [{ name: A, recalled: [B], field: sku, unitIn: ▶Unit }]\ntable: { asides: [{ column: ▶Kind, like: x }] }',
    },
    faults: [
      ['evidence', "no source of the format is 'text'"],
      ['recalled-sign', "'B'"],
      ['never-recognised', 'fewer names'],
      ['unknown-column', "'Unit'"],
      ['unknown-column', "'Kind'"],
    ],
  },
  {
    name: 'fields of a document',
    files: {
      'documents/d.yaml':
        'id: d\ntitle: { en: D, zh-CN: D }\ndescription: { en: D, zh-CN: D }\nkey: [▶b]\nfields:\n  - { id: a, type: text, label: { en: A, zh-CN: A } }\n  - { id: ▶a, type: text, label: { en: A, zh-CN: A } }\nparts: [{ id: p, title: { en: P, zh-CN: P }, fields: [a, ▶c] }]',
    },
    faults: [
      ['unknown-field', "'b'"],
      ['duplicate-id', "'a'"],
      ['unknown-field', "'c'"],
    ],
  },
  {
    name: 'code twice',
    files: {
      'codes/x.yaml':
        'id: x\ntitle: { en: X }\ncomplete: true\nsources: [{ citation: A, evidence: text, seen: 2026-01-02 }]\nentries: [{ code: "1" }, { code: ▶"1" }]',
    },
    faults: [['duplicate-id', "'1'"]],
  },
  {
    name: 'broken file is one fault',
    files: { [gb1]: standard(rules(rule())), 'documents/listing.yaml': '▶id: listing' },
    faults: [
      ['missing-key', "needs 'title'"],
      ['missing-key', "needs 'description'"],
      ['missing-key', "needs 'key'"],
      ['missing-key', "needs 'fields'"],
    ],
  },
];

const gb1Later = (changes: { readonly [key: string]: string }, more = ''): string =>
  standard(more, { number: 'GB 1-2025', effective: '{ from: 2027-01-01 }', status: 'upcoming', ...changes });
const editions: readonly Case[] = [
  one('superseded by nothing', standard('', { status: '▶superseded' }), 'status-dates', 'until'),
  one(
    'upcoming without a day',
    standard('', { status: '▶upcoming', effective: '{}' }),
    'status-dates',
    'effective.from',
  ),
  one('upcoming in the past', standard('', { status: '▶upcoming' }), 'status-dates', 'no longer upcoming'),
  one(
    'current in the future',
    standard('', { status: '▶current', effective: '{ from: 2027-01-01 }' }),
    'status-dates',
    'still upcoming',
  ),
  one(
    'current no longer',
    standard('', { status: '▶current', effective: '{ from: 2020-06-01, until: 2021-01-01 }' }),
    'status-dates',
    'no longer in force',
  ),
  one(
    'dates in the wrong order',
    standard('', { effective: '{ from: 2020-06-01, until: ▶2020-06-01 }', status: 'withdrawn' }),
    'dates-order',
    'until',
  ),
  {
    name: 'one-sided supersession',
    files: { [gb1]: standard(''), 'national/gb-1-2025.yaml': gb1Later({}, 'supersedes: [▶GB 1-2020]') },
    faults: [['supersession-one-sided', 'GB 1-2025']],
  },
  {
    name: 'overlapping editions',
    files: {
      [gb1]: standard('supersededBy: [GB 1-2025]', { effective: '{ from: 2020-06-01, until: ▶2027-01-02 }' }),
      'national/gb-1-2025.yaml': gb1Later({}, 'supersedes: [GB 1-2020]'),
    },
    faults: [['editions-overlap', '2027-01-01']],
  },
  {
    name: 'earlier edition without end',
    files: {
      [gb1]: standard('supersededBy: [GB 1-2025]', { effective: '▶{ from: 2020-06-01 }' }),
      'national/gb-1-2025.yaml': gb1Later({}, 'supersedes: [GB 1-2020]'),
    },
    faults: [['editions-overlap', 'until: 2027-01-01']],
  },
];

const elementTables: readonly Case[] = [
  one(
    'unknown format code',
    standard(table('{ element: orderNo, field: orderNumber, occurs: M, format: ▶D60 }')),
    'format-unknown',
    'D60',
  ),
  one(
    'unknown field of a row',
    standard(table('{ element: orderNo, field: ▶orderNo, occurs: M }')),
    'unknown-field',
    "'orderNo'",
  ),
  one('row without field', standard(table('▶{ element: orderNo, occurs: M }')), 'missing-key', "'field'"),
  one(
    'when of a mandatory row',
    standard(table('{ element: orderNo, field: orderNumber, occurs: M, ▶when: { required: [currency] } }')),
    'when-not-conditional',
    'C',
  ),
  one(
    'field in a row’s when',
    standard(table('{ element: orderNo, field: orderNumber, occurs: C, when: { required: [▶curency] } }')),
    'unknown-field',
    "did you mean 'currency'?",
  ),
  one(
    'unknown codes of a row',
    standard(table('{ element: cur, field: currency, occurs: O, codes: ▶units }')),
    'unknown-code-list',
    "'units'",
  ),
  one(
    'values said twice',
    standard(table('{ element: cur, field: currency, occurs: O, fixed: "1", ▶oneOf: ["1"] }')),
    'values-twice',
    'fixed',
  ),
  one(
    'element twice',
    standard(table('{ element: cur, field: currency, occurs: O }, { element: ▶cur, field: total, occurs: O }')),
    'duplicate-id',
    'idPrefix',
  ),
  one(
    'element without Latin letters',
    standard(table('{ element: ▶币制, field: currency, occurs: O }')),
    'element-id',
    'give the row an id',
  ),
  one(
    'harsh table',
    standard(table('{ element: cur, field: currency, occurs: O }', 'severity: ▶error, '), {
      obligation: 'recommended',
    }),
    'severity-too-high',
    "'warning' at most",
  ),
  one(
    'unknown part of a table',
    standard(table('{ element: cur, field: currency, occurs: O }', 'part: ▶items, ')),
    'unknown-part',
    "'items'",
  ),
  one(
    'table of another document',
    standard(table('{ element: cur, field: currency, occurs: O }').replace('document: ', 'document: ▶'), {
      applies: '{ documents: [listing] }',
    }),
    'applies-widens',
    "'order'",
  ),
  one(
    'elements without a table',
    standard(structure('"": { Order: [1, 0] }, Order: { Head: [1, 1] }, Order/Head: ▶elements')),
    'structure-elements',
    'Order/Head',
  ),
  one(
    'children of nobody',
    standard(structure('"": { Order: [1, 0] }, ▶Order/Head: { A: [0, 1] }')),
    'structure-path',
    "'Head'",
  ),
  one('impossible occurrence', standard(structure('"": { Order: ▶[2, 1] }')), 'structure-occurs', 'at least 2'),
  one(
    'table outside the structure',
    standard(
      `${table('{ element: cur, field: currency, occurs: O }').replace('path: ', 'path: ▶')}${structure('"": { Order: [1, 0] }')}`,
    ),
    'structure-path',
    'nobody checks',
  ),
];

describe('the sound catalogue of these tests', () => {
  it('has no fault', () => {
    const { catalogue, faults } = load({ [gb1]: standard(rules(rule())) });
    expect(faults).toEqual([]);
    expect(catalogue?.rules.map(({ id }) => id)).toEqual(['gb-1-2020/has-sku']);
  });
});

describe.each([
  ['shape of files', shape],
  ['rules, clauses, evidence', rulesAndClauses],
  ['conditions', conditions],
  ['references', references],
  ['editions', editions],
  ['element tables and structure', elementTables],
])('%s', (_, cases) => {
  it.each(cases)('$name', ({ files, faults: expected }) => {
    const { faults } = load(files);
    expect(
      faults.map(({ file, line, column }) => `${file}:${line}:${column}`),
      JSON.stringify(faults, null, 1),
    ).toEqual(repeatSingle(marks(files), expected.length));
    expect(faults.map(({ code }) => code).sort()).toEqual(expected.map(([code]) => code).sort());
    for (const [code, message] of expected)
      expect(
        faults
          .filter((fault) => fault.code === code)
          .map((fault) => fault.message)
          .join('\n'),
      ).toContain(message);
    for (const { message } of faults) expect(message).not.toMatch(/must (?:NOT|match)|schema in|additional propert/);
  });
});

/** One mark may stand for several faults of one place. */
function repeatSingle(places: readonly string[], count: number): readonly string[] {
  const [only] = places;
  return places.length === 1 && only !== undefined ? Array.from({ length: count }, () => only) : places;
}
