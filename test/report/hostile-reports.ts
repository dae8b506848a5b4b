import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { expectation } from '../../src/text/expectations.js';
import { sampleReports } from './sample-reports.js';

/** What a listing may hold so that a report, its viewer or its pipeline does something else than show it. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</code></td></table><h1>owned</h1>',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '=HYPERLINK("https://evil.example","x")',
  '＝1+1',
  '+cmd|/C calc!A1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  'a|b|c\\|d',
  '```\n# owned\n```',
  '`x` **bold** _it_ ~~no~~ # no',
  '[x](https://evil.example) ![y](https://evil.example/p.png) <https://evil.example>',
  '- [x] done\n1. one\n===\n---',
  '@team #1 :smile: www.evil.example https://evil.example owned@evil.example',
  '::error file=x::owned',
  '\n::error::owned\r\n::stop-commands::x',
  '##[error]owned',
  '%0A::warning::owned%25,title=x:y',
  ']]>&<!-- & &#x0; &amp; <?pi ?>',
  '\u0000\u0008\u000b\u000c\ufffe\uffff\u0085\u2028\u2029',
  '\ud800 \udc00\ud800',
  '{0} {expected} {actual} $& $1',
  '"quoted", \'single\', \\"escaped\\"',
  "'=1",
  '\u202eevil\u202c',
];

function hostileFinding(text: string, index: number): Finding {
  const place = { line: index + 2, column: 1, cell: text, record: index + 1, pointer: `/${text}`, name: text };
  return {
    rule: index % 2 === 0 ? 'demo-t-2-2021/origin-country' : `unknown/${text}`,
    standards: ['DEMO/T 2-2021', text],
    severity: (['error', 'warning', 'advice'] as const)[index % 3] ?? 'error',
    location: { file: text, ...place },
    key: `hostile|${text}`,
    field: text,
    expected: expectation('equal-to-partner', { document: text, value: text, field: text }),
    actual: text,
    personal: index % 5 === 4,
    record: text,
    state: index % 7 === 6 ? 'waived' : 'open',
    related: [{ location: { file: text, ...place }, actual: text }],
  };
}

/** Every hostile text in every place that text of a file can come to. */
export function hostileReport(): Report {
  const findings = hostileTexts.map(hostileFinding);
  const open = findings.filter(({ state }) => state === 'open');
  const ofSeverity = (severity: string): number => open.filter((one) => one.severity === severity).length;
  const base = sampleReports()['findings'];
  if (base === undefined) throw new Error('no such sample report');
  return {
    ...base,
    verdict: 'incomplete',
    inputs: hostileTexts.flatMap((text) => base.inputs.map((input) => ({ ...input, file: text, sheet: text }))),
    request: { profile: hostileTexts.join(' ') },
    commandLine: ['check', ...hostileTexts],
    findings,
    counts: {
      ...base.counts,
      error: ofSeverity('error'),
      warning: ofSeverity('warning'),
      advice: ofSeverity('advice'),
    },
    notices: hostileTexts.map((text) => ({
      id: 'column-unknown',
      weight: 'note',
      values: { header: text, nearest: text },
      location: { file: text, line: 1, column: 1, pointer: '' },
    })),
    notRun: hostileTexts.map((text) => ({
      what: 'file',
      subject: text,
      reason: { en: text, 'zh-CN': text, fr: text },
    })),
    upcoming: [{ standard: 'DEMO 4-2027', from: '2027-03-16', rule: hostileTexts.join(' '), findings: 3 }],
  };
}

/** A report of so many findings of ten rules, two values each so that no two lines are the same. */
export function longReport(findings: number, actual: (index: number) => string): Report {
  const base = sampleReports()['findings'];
  const [first] = base?.findings ?? [];
  if (base === undefined || first === undefined) throw new Error('no such sample report');
  return {
    ...base,
    findings: Array.from({ length: findings }, (_, index) => ({
      ...first,
      rule: index % 10 === 0 ? first.rule : `demo-1-2020/rule-${index % 10}`,
      severity: (['error', 'warning', 'advice'] as const)[index % 3] ?? 'error',
      key: `${first.rule}|${index}`,
      record: `SKU-${index}`,
      actual: actual(index),
      location: { ...first.location, line: index + 2, cell: `O${index + 2}` },
    })),
    counts: {
      records: findings,
      recordsFailed: findings,
      error: Math.ceil(findings / 3),
      warning: Math.ceil((findings - 1) / 3),
      advice: Math.ceil((findings - 2) / 3),
    },
  };
}
