import type { Finding } from '../../src/model/finding.js';
import type { ReadNotice } from '../../src/model/record.js';
import type { Report, StandardResult } from '../../src/model/report.js';
import { expectation } from '../../src/text/expectations.js';

/** The reports every formatter is tested with. Everything in them is invented. */
export function sampleReports(): { readonly [name: string]: Report } {
  return { clean, findings, waived, truncated, incomplete, hostile };
}

const listing = 'exports/shopify-products.csv';
const message = 'trades/2026-11/order-message.xml';

const clean: Report = {
  tool: { name: 'borderlint', version: '0.1.0' },
  catalogue: { version: '2026.11', digest: 'ab12cd34' },
  verdict: 'conforms',
  asOf: '2026-11-23',
  request: { direction: 'import', modes: ['1210'] },
  commandLine: ['check', 'exports', '--direction', 'import'],
  failOn: 'error',
  inputs: [
    {
      file: listing,
      format: 'shopify-products-classic',
      document: 'listing',
      encoding: 'utf-8',
      records: 120,
      bytes: 48210,
      digest: '00ff',
      complete: true,
    },
  ],
  standards: [result('demo-1-2020', 'DEMO 1-2020', 'conforms', 'checked', { checked: 120, passed: 120 })],
  findings: [],
  counts: { records: 120, recordsFailed: 0, error: 0, warning: 0, advice: 0 },
  rules: [
    {
      id: 'demo-1-2020/check-digit',
      standard: 'demo-1-2020',
      severity: 'error',
      checked: 120,
      failed: 0,
      didNotApply: 0,
      lackedInput: 0,
    },
  ],
  truncated: {},
  notices: [],
  notRun: [],
  upcoming: [],
};

function result(
  slug: string,
  number: string,
  verdict: StandardResult['verdict'],
  reason: StandardResult['reason'],
  more: Partial<StandardResult> = {},
): StandardResult {
  const counts = {
    activeRules: 3,
    checked: 0,
    passed: 0,
    failed: 0,
    didNotApply: 0,
    lackedInput: 0,
    manualClauses: 0,
    plannedClauses: 0,
  };
  return { slug, number, verdict, reason, ...counts, evidence: { text: 2, summary: 1 }, missingFields: [], ...more };
}

function finding(
  rule: string,
  numbers: readonly string[],
  more: Omit<Finding, 'rule' | 'standards' | 'key' | 'personal' | 'state' | 'related'> & Partial<Finding>,
): Finding {
  const key = `${rule}|${more.record ?? ''}|${more.field ?? ''}`;
  return { rule, standards: numbers, key, personal: false, state: 'open', related: [], ...more };
}

function barcode(row: number, sku: string, actual: string, right: string): Finding {
  return finding('demo-1-2020/check-digit', ['DEMO 1-2020', 'DEMO/T 2-2021'], {
    severity: 'error',
    field: 'gtin',
    record: sku,
    actual,
    expected: expectation('check-digit', { kind: 'gtin', right }),
    location: {
      file: listing,
      line: row,
      column: 112,
      cell: `O${row}`,
      record: row - 1,
      pointer: '/gtin',
      name: 'Variant Barcode',
    },
  });
}

function origin(row: number, sku: string, actual: string): Finding {
  return finding('demo-t-2-2021/origin-country', ['DEMO/T 2-2021'], {
    severity: 'warning',
    field: 'originCountry',
    record: sku,
    actual,
    expected: expectation('code-of', {
      list: 'demo-country',
      'title@en': 'Sample country codes',
      'title@zh-CN': '示例国家和地区代码',
      ...(actual === 'Japon' ? { nearest: 'JP', 'name@en': 'Japan', 'name@zh-CN': '日本' } : {}),
    }),
    location: {
      file: listing,
      line: row,
      column: 140,
      cell: `S${row}`,
      record: row - 1,
      pointer: '/originCountry',
      name: '原产国',
    },
  });
}

const listingFindings: readonly Finding[] = [
  barcode(12, 'TEA-JASMINE-100', '6901234567891', '2'),
  barcode(14, 'TEA-OOLONG', '6901234567000', '6'),
  barcode(37, 'CUP-01', '690123', '4'),
  origin(12, 'TEA-JASMINE-100', 'Japon'),
  origin(52, '抹茶礼盒二〇二六春季限定版', '日本国'),
  finding('demo-t-2-2021/chinese-title', ['DEMO/T 2-2021'], {
    severity: 'advice',
    field: 'title',
    record: 'CUP-01',
    actual:
      'Hand-made porcelain cup with lid, celadon glaze, 180 ml, gift box, made in Jingdezhen by the Sample workshop',
    expected: expectation('script', { script: 'Han' }),
    location: { file: listing, line: 37, column: 5, cell: 'B37', record: 36, pointer: '/title', name: 'Title' },
  }),
];

const messageFindings: readonly Finding[] = [
  finding('demo-msg-311/order-no.format', ['DEMO MSG 311'], {
    severity: 'error',
    field: 'orderNumber',
    record: 'ORDER-2026-000000000000000000000000000000000000000000000000001',
    actual: 'ORDER-2026-000000000000000000000000000000000000000000000000001',
    expected: expectation('max-length', { max: '60', here: '62' }),
    location: { file: message, line: 18, column: 7, record: 1, pointer: '/orderNumber', name: 'orderNo' },
  }),
  finding('demo-msg-311/amounts-agree', ['DEMO MSG 311'], {
    severity: 'error',
    field: 'actualPaid',
    record: 'O-77',
    actual: '199.00',
    expected: expectation('sum', { total: 'actualPaid', terms: 'goodsValue + freight - discount', value: '189.00' }),
    location: { file: message, line: 61, column: 9, record: 2, pointer: '/actualPaid', name: 'acturalPaid' },
  }),
  finding('demo-msg-311/payment-agrees', ['DEMO MSG 311'], {
    severity: 'error',
    field: 'buyerIdNumber',
    record: 'O-77',
    actual: '110101199003071234',
    personal: true,
    expected: expectation('equal-to-partner', { document: 'payment', value: '110101199003074321' }),
    location: { file: message, line: 66, column: 9, record: 2, pointer: '/buyerIdNumber', name: 'buyerIdNumber' },
    related: [
      {
        location: {
          file: 'trades/2026-11/payment-message.xml',
          line: 22,
          column: 5,
          pointer: '/buyerIdNumber',
          name: 'payerIdNumber',
        },
        actual: '110101199003074321',
      },
    ],
  }),
];

const notices: readonly ReadNotice[] = [
  {
    id: 'decoded-as',
    weight: 'note',
    values: { encoding: 'gb18030', confidence: 'guessed' },
    location: { file: listing, pointer: '' },
  },
  {
    id: 'column-unknown',
    weight: 'note',
    values: { header: 'Varient Barcode', nearest: 'Variant Barcode' },
    location: { file: listing, line: 1, column: 12, cell: 'B1', pointer: '' },
  },
  {
    id: 'row-ragged',
    weight: 'fault',
    values: { cells: 41, headers: 43, count: 3 },
    location: { file: listing, line: 88, column: 1, pointer: '' },
  },
];

const many: readonly StandardResult[] = [
  result('demo-1-2020', 'DEMO 1-2020', 'fails', 'checked', {
    checked: 118,
    passed: 115,
    failed: 3,
    lackedInput: 2,
    manualClauses: 1,
  }),
  result('demo-t-2-2021', 'DEMO/T 2-2021', 'fails', 'checked', {
    checked: 360,
    passed: 357,
    failed: 3,
    manualClauses: 4,
    plannedClauses: 2,
    missingFields: ['netWeight', 'bestBefore'],
  }),
  result('demo-msg-311', 'DEMO MSG 311', 'fails', 'checked', { checked: 96, passed: 93, failed: 3 }),
  result('demo-4-2027', 'DEMO 4-2027', 'not-applicable', 'not-yet-in-force'),
  result('demo-5', 'DEMO 5', 'conforms', 'checked', { checked: 48210, passed: 48210, plannedClauses: 11 }),
  ...['6', '7', '8'].map((n) => result(`demo-${n}`, `DEMO ${n}`, 'not-assessed', 'direction-unknown')),
  ...['9', '10'].map((n) => result(`demo-${n}`, `DEMO ${n}`, 'not-assessed', 'category-unknown')),
  result('demo-11', 'DEMO 11', 'not-assessed', 'no-input', {
    missingFields: ['netWeight', 'bestBefore', 'freight', 'discount', 'goodsValue'],
  }),
  ...['12', '13', '14'].map((n) => result(`demo-${n}`, `DEMO ${n}`, 'not-applicable', 'other-document')),
];

const findings: Report = {
  ...clean,
  verdict: 'fails',
  inputs: [
    ...clean.inputs,
    {
      file: message,
      format: 'demo-311',
      document: 'order',
      encoding: 'utf-8',
      records: 8,
      bytes: 9100,
      digest: '11ee',
      complete: true,
    },
  ],
  standards: many,
  findings: [...listingFindings, ...messageFindings],
  counts: { records: 128, recordsFailed: 6, error: 6, warning: 2, advice: 1 },
  rules: ['demo-1-2020/check-digit', 'demo-t-2-2021/origin-country'].map((id) => ({
    id,
    standard: id.replace(/\/.*/, ''),
    severity: 'error',
    checked: 120,
    failed: 3,
    didNotApply: 0,
    lackedInput: 2,
  })),
  notices,
  upcoming: [{ standard: 'DEMO 4-2027', from: '2027-03-16', rule: 'demo-4-2027/best-before', findings: 12 }],
};

const waived: Report = {
  ...clean,
  findings: listingFindings.map((one, index) => ({ ...one, state: index % 2 === 0 ? 'waived' : 'baseline' })),
};

const truncated: Report = {
  ...findings,
  findings: Array.from({ length: 100 }, (_, index) =>
    barcode(index + 2, `SKU-${index + 1}`, `69${String(index).padStart(11, '0')}`, '7'),
  ),
  counts: { records: 60000, recordsFailed: 48210, error: 48210, warning: 0, advice: 0 },
  truncated: { 'demo-1-2020/check-digit': 48110 },
};

const incomplete: Report = {
  ...clean,
  verdict: 'incomplete',
  standards: [],
  notices: [
    {
      id: 'xml-broken',
      weight: 'fatal',
      values: { detail: 'unclosed tag: OrderHead' },
      location: { file: message, line: 40, column: 3, pointer: '' },
    },
  ],
  notRun: [
    {
      what: 'file',
      subject: 'exports/photo.jpg',
      reason: {
        en: 'Not a table, JSON or XML: it begins like a JPEG image.',
        'zh-CN': '不是表格、JSON 或 XML：开头像 JPEG 图片。',
        fr: 'Ni tableau, ni JSON, ni XML : cela commence comme une image JPEG.',
      },
      suggestion: {
        en: 'Leave it out of the paths.',
        'zh-CN': '请勿将其列入待检查的路径。',
        fr: 'Ne le donnez pas parmi les chemins.',
      },
    },
    {
      what: 'rest-of-file',
      subject: message,
      location: { file: message, line: 40, column: 3, pointer: '' },
      reason: {
        en: 'Unclosed tag: OrderHead.',
        'zh-CN': '标签 OrderHead 未闭合。',
        fr: 'Balise non fermée : OrderHead.',
      },
    },
    {
      what: 'rule',
      subject: 'demo-1-2020/check-digit',
      location: { file: listing, line: 3, column: 1, record: 2, pointer: '' },
      reason: {
        en: 'The rule stopped with a fault of its own: please report it.',
        'zh-CN': '规则自身出错而中止，请反馈。',
        fr: 'La règle s’est arrêtée sur un défaut à elle : merci de le signaler.',
      },
    },
  ],
};

/** Text that tries to take over the terminal, to break lines and quotes, to be endless. */
export const nasty =
  '\u001b[2J\u001b]0;owned\u0007"\'`<b>\r\n\t\u0000\u009b31m\u202eevil\u202c\u2066x\u2069\u200b\u2028，中文\ud800{expected} %s 🧵👩‍👩‍👧e\u0301';

const nastyFinding = finding('demo-t-2-2021/origin-country', ['DEMO/T 2-2021'], {
  severity: 'error',
  field: `field${nasty}`,
  record: nasty,
  actual: nasty + '很长的值'.repeat(5000),
  expected: expectation('equal-to-partner', { document: nasty, value: nasty, field: nasty }),
  location: { file: `a${nasty}b.csv`, line: 1, column: 1, cell: 'A1', record: 1, pointer: `/${nasty}`, name: nasty },
  related: [{ location: { file: `c${nasty}.csv`, pointer: '', line: 2, column: 2 }, actual: `x${'A'.repeat(100000)}` }],
});

const hostile: Report = {
  ...findings,
  inputs: findings.inputs.map((input) => ({ ...input, file: `${input.file}${nasty}` })),
  request: { profile: nasty },
  commandLine: ['check', nasty, "it's"],
  findings: [
    nastyFinding,
    { ...nastyFinding, actual: nasty },
    { ...nastyFinding, rule: `unknown/${nasty}`, personal: true },
  ],
  standards: [
    result(nasty, nasty, 'fails', 'checked', { missingFields: [nasty, 'B'.repeat(300)], checked: 9, failed: 9 }),
    result('x', 'X'.repeat(200), 'not-assessed', 'no-input', { missingFields: [nasty] }),
  ],
  notices: [
    {
      id: 'column-unknown',
      weight: 'note',
      values: { header: nasty, nearest: nasty },
      location: { file: nasty, line: 1, column: 1, pointer: '' },
    },
  ],
  notRun: [
    {
      what: 'rule',
      subject: nasty,
      location: { file: nasty, pointer: '' },
      reason: { en: nasty + 'R'.repeat(9000), 'zh-CN': nasty, fr: nasty },
    },
  ],
  upcoming: [{ standard: nasty, from: '2027-01-01', rule: nasty, findings: 1 }],
};
