import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CollectInput, collectReport, createCollector, reaches } from '../../src/collect/index.js';
import type { RuleTally } from '../../src/model/compiled.js';
import type { Finding, RuleCount } from '../../src/model/finding.js';
import type { PlanReason, Request } from '../../src/model/plan.js';
import type { Report } from '../../src/model/report.js';
import type { AcrossRule, Rule, Severity, Standard } from '../../src/model/standard.js';
import { planRun } from '../../src/plan/index.js';
import { emptyCatalogue, rule, standard } from '../compile/catalogue.js';
import { requestOf } from '../request.js';

const request = requestOf({ asOf: '2026-06-01' });

/** Counts of one rule on one document kind: judged, failed, did not apply, lacked input. */
type Counts = readonly [ran: number, failed?: number, skipped?: number, lacked?: number];

type Given = {
  readonly standards?: readonly Standard[];
  readonly rules?: readonly Rule[];
  readonly counts?: { readonly [document: string]: { readonly [rule: string]: Counts } };
  readonly findings?: readonly Finding[];
  /** Breaches beyond the cap. */
  readonly unwanted?: readonly string[];
  readonly cap?: number;
  readonly other?: readonly RuleCount[];
  readonly across?: readonly string[];
  readonly reasons?: { readonly [standard: string]: readonly PlanReason[] };
  readonly forecast?: { readonly [rule: string]: number };
  readonly request?: Partial<Request>;
} & Partial<Pick<CollectInput, 'notRun' | 'failOn'>>;

function collect(given: Given): Report {
  const { standards = [standard('x')], rules = [rule('x/a', {})], counts = {}, forecast = {} } = given;
  const across = (given.across ?? []).map((id): AcrossRule => {
    const { standard: slug, evidence, severity, applies, message, remedy } = rule(id, {});
    return {
      id,
      standard: slug,
      evidence,
      severity,
      applies,
      message,
      remedy,
      check: { kind: 'unique', fields: ['sku'] },
      examples: { pass: [], fail: [] },
    };
  });
  const catalogue = { ...emptyCatalogue, standards, rules, across };
  const collector = createCollector(given.cap ?? 100);
  for (const one of given.findings ?? []) collector.add(one);
  for (const id of given.unwanted ?? []) collector.wants(id);
  const column = (of: { readonly [rule: string]: Counts }, at: number) =>
    Float64Array.from(rules, ({ id }) => of[id]?.[at] ?? 0);
  const tallies = Object.entries(counts).map(([document, of]): [string, RuleTally] => [
    document,
    { ran: column(of, 0), failed: column(of, 1), skipped: column(of, 2), lacked: column(of, 3) },
  ]);
  return collectReport({
    catalogue,
    plan: planRun(catalogue, { ...request, ...given.request }),
    tool: { name: 'borderlint', version: '1' },
    failOn: given.failOn ?? 'error',
    request: {},
    collector,
    tallies: new Map(tallies),
    counts: new Map((given.other ?? []).map((count) => [count.id, count])),
    forecast: Float64Array.from(rules, ({ id }) => forecast[id] ?? 0),
    severityOf: (one) => one.severity,
    reasons: new Map(Object.entries(given.reasons ?? {}).map(([slug, all]) => [slug, new Set(all)])),
    missingFields: new Map(),
    inputs: ['listing', 'order'].map((document) => ({
      file: `${document}s`,
      format: 'f',
      document,
      encoding: 'utf-8',
      records: 2,
      bytes: 1,
      digest: '',
      complete: true,
    })),
    notices: [],
    notRun: given.notRun ?? [],
    recordsFailed: 0,
  });
}

function finding(of: string, more: Partial<Finding> & { readonly file?: string } = {}): Finding {
  const { file = 'listings', ...rest } = more;
  return {
    rule: of,
    standards: [],
    severity: 'error',
    location: { file, line: 1, pointer: '' },
    key: of,
    expected: { id: 'value', values: {} },
    personal: false,
    state: 'open',
    related: [],
    ...rest,
  };
}

const verdictOf = (given: Given, slug = 'x') => {
  const found = collect(given).standards.find((one) => one.slug === slug);
  return [found?.verdict, found?.reason];
};
const judged = (counts: Counts) => ({ listing: { 'x/a': counts } });

describe('the verdict of a standard', () => {
  const out = { notRun: [] };
  it.each<[string, Given, readonly [string, string]]>([
    ['conforms when everything judged passed', { counts: judged([5]) }, ['conforms', 'checked']],
    ['fails with an open error', { counts: judged([5, 1]), findings: [finding('x/a')] }, ['fails', 'checked']],
    [
      'fails with an open warning',
      { counts: judged([5, 1]), findings: [finding('x/a', { severity: 'warning' })] },
      ['fails', 'checked'],
    ],
    [
      'never fails for advice',
      { counts: judged([5, 1]), findings: [finding('x/a', { severity: 'advice' })] },
      ['conforms', 'checked'],
    ],
    [
      'nor for what was waived',
      { counts: judged([5, 1]), findings: [finding('x/a', { state: 'waived' })] },
      ['conforms', 'checked'],
    ],
    [
      'nor for the baseline',
      { counts: judged([5, 1]), findings: [finding('x/a', { state: 'baseline' })] },
      ['conforms', 'checked'],
    ],
    [
      'fails for what no finding was kept of',
      { counts: judged([5, 5]), cap: 0, unwanted: ['x/a'] },
      ['fails', 'checked'],
    ],
    ['is not assessed when its input was not there', { counts: judged([0, 0, 3, 2]) }, ['not-assessed', 'no-input']],
    [
      'is not assessed while a flag is missing',
      { reasons: { x: ['other-mode', 'direction-unknown'] } },
      ['not-assessed', 'direction-unknown'],
    ],
    [
      'is not assessed when a rule broke down, however many others passed',
      { counts: judged([5]), notRun: [{ what: 'rule', subject: 'x/a', reason: { en: 'x', 'zh-CN': 'x', fr: 'x' } }] },
      ['not-assessed', 'broke-down'],
    ],
    [
      'fails when a rule broke down and another found something',
      {
        rules: [rule('x/a', {}), rule('x/b', {})],
        counts: judged([5, 1]),
        findings: [finding('x/a')],
        notRun: [{ what: 'rule', subject: 'x/b', reason: { en: 'x', 'zh-CN': 'x', fr: 'x' } }],
      },
      ['fails', 'checked'],
    ],
    ['is not applicable when no record asked for it', { counts: judged([0, 0, 3]) }, ['not-applicable', 'no-record']],
    [
      'is not applicable elsewhere',
      { reasons: { x: ['other-document', 'other-category'] } },
      ['not-applicable', 'other-category'],
    ],
    ['is not applicable without records', {}, ['not-applicable', 'no-record']],
    ['is not assessed without rules', { rules: [] }, ['not-assessed', 'no-active-rule']],
    [
      'is not applicable when out of force',
      { standards: [standard('x', { effective: { until: '2026-01-01' } })] },
      ['not-applicable', 'no-longer-in-force'],
    ],
    ['is not applicable when skipped', { request: { skip: ['x'] } }, ['not-applicable', 'skipped']],
    ['is not applicable when not chosen', { request: { standards: ['y'] } }, ['not-applicable', 'not-selected']],
    ['rests on what was judged before on what was missing', { counts: judged([1, 0, 0, 9]) }, ['conforms', 'checked']],
  ])('%s', (_name, given, expected) => {
    expect(verdictOf({ ...out, ...given })).toEqual(expected);
  });

  it('rests on rules of structures and of many records as well', () => {
    const across = {
      id: 'x/unique',
      standard: 'x',
      severity: 'error' as const,
      checked: 7,
      failed: 2,
      didNotApply: 0,
      lackedInput: 1,
    };
    const given = { counts: judged([5]), other: [across], across: ['x/unique'] };
    const [only] = collect(given).standards;
    expect(only).toMatchObject({ verdict: 'conforms', checked: 12, failed: 2, lackedInput: 1, activeRules: 2 });
    expect(verdictOf({ ...given, findings: [finding('x/unique')] })).toEqual(['fails', 'checked']);
    expect(verdictOf({ ...given, counts: {}, other: [{ ...across, checked: 0, failed: 0 }] })).toEqual([
      'not-assessed',
      'no-input',
    ]);
  });

  it('adds up its own rules over all document kinds', () => {
    const [only] = collect({
      rules: [rule('x/a', {}), rule('x/b', {})],
      counts: { listing: { 'x/a': [5, 1, 2, 3], 'x/b': [1] }, order: { 'x/a': [4, 4] } },
    }).standards;
    expect(only).toMatchObject({ checked: 10, passed: 5, failed: 5, didNotApply: 2, lackedInput: 3, activeRules: 2 });
  });
});

describe('a standard that cites', () => {
  const citations = [{ rule: 'x/a', standard: 'y', evidence: 'text' as const }];
  const both = rule('x/a', {}, { applies: { documents: ['listing', 'order'] } });
  const citing = (documents: readonly string[]) => [
    standard('x'),
    standard('y', { applies: { documents }, citations }),
  ];
  const counts = { listing: { 'x/a': [5, 0] as const }, order: { 'x/a': [3, 2] as const } };
  const findings = [finding('x/a', { file: 'orders' })];

  it('is judged on the document kinds it speaks of', () => {
    const of = (documents: readonly string[]) => {
      const report = collect({ standards: citing(documents), rules: [both], counts, findings });
      return report.standards.map(({ verdict, checked, failed }) => [verdict, checked, failed]);
    };
    const own = ['fails', 8, 2];
    expect(of(['listing'])).toEqual([own, ['conforms', 5, 0]]);
    expect(of(['order'])).toEqual([own, ['fails', 3, 2]]);
    expect(of(['listing', 'order'])).toEqual([own, own]);
    expect(of([])).toEqual([own, own]);
    expect(of(['payment'])).toEqual([own, ['not-applicable', 0, 0]]);
  });

  it('likewise beyond the cap', () => {
    const given = { rules: [both], counts, cap: 0, unwanted: ['x/a', 'x/a'] };
    expect(verdictOf({ ...given, standards: citing(['order']) }, 'y')).toEqual(['fails', 'checked']);
    expect(verdictOf({ ...given, standards: citing(['listing']) }, 'y')).toEqual(['conforms', 'checked']);
  });
});

describe('the verdict of a run', () => {
  const notRun = [{ what: 'file' as const, subject: 'x.csv', reason: { en: 'x', 'zh-CN': 'x', fr: 'x' } }];
  const severities: readonly Severity[] = ['error', 'warning', 'advice'];

  it('is the gravest open finding held against what it is to fail on', () => {
    for (const failOn of [...severities, 'never'] as const) {
      for (const severity of severities) {
        const fails = failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
        expect(reaches(severity, failOn)).toBe(fails);
        expect(collect({ findings: [finding('x/a', { severity })], failOn }).verdict).toBe(
          fails ? 'fails' : 'conforms',
        );
        expect(collect({ findings: [finding('x/a', { severity, state: 'waived' })], failOn }).verdict).toBe('conforms');
      }
      expect(collect({ failOn }).verdict).toBe('conforms');
    }
  });

  it('is incomplete before all else', () => {
    expect(collect({ notRun }).verdict).toBe('incomplete');
    expect(collect({ notRun, findings: [finding('x/a')] }).verdict).toBe('incomplete');
    expect(collect({ notRun, failOn: 'never' }).verdict).toBe('incomplete');
  });

  it('fails for what no finding was kept of', () => {
    const milder = finding('x/a', { severity: 'warning' });
    expect(collect({ cap: 1, findings: [milder], unwanted: ['x/a'], counts: judged([2, 2]) }).verdict).toBe('fails');
    expect(collect({ cap: 1, findings: [milder, milder], counts: judged([2, 2]) }).verdict).toBe('conforms');
  });
});

describe('counts', () => {
  it('of findings, stored and not, are exact by rule and severity', () => {
    const severity = fc.constantFrom<Severity>('error', 'warning', 'advice');
    const event = fc.oneof(
      fc.record({ rule: fc.constantFrom('x/a', 'x/b'), severity }),
      fc.record({ rule: fc.constantFrom('x/a', 'x/b') }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), fc.nat(6), (events, cap) => {
        const rules = [rule('x/a', {}), rule('x/b', {}, { severity: 'advice' })];
        const collector = createCollector(cap);
        for (const one of events) {
          if ('severity' in one) collector.add(finding(one.rule, { severity: one.severity }));
          else if (collector.wants(one.rule)) collector.add(finding(one.rule, { severity: own(one.rule) }));
        }
        const report = collect({ rules, counts: { listing: { 'x/a': [50], 'x/b': [50] } } });
        expect(report.truncated).toEqual({});
        const stored = collector.findings();
        for (const { id } of rules) {
          const total = events.filter((one) => one.rule === id).length;
          const left = Object.values(collector.unstored().get(id) ?? {}).reduce((sum, count) => sum + count, 0);
          expect(stored.filter((one) => one.rule === id)).toHaveLength(Math.min(total, cap));
          expect(left).toBe(Math.max(0, total - cap));
        }
        expect(new Set(stored.map((one) => one.key)).size).toBe(stored.length);
      }),
    );
    function own(id: string): Severity {
      return id === 'x/a' ? 'error' : 'advice';
    }
  });

  it('of the report hold what the cap left out', () => {
    const report = collect({
      cap: 1,
      counts: judged([9, 4]),
      findings: [finding('x/a', { severity: 'warning' }), finding('x/a', { severity: 'advice' })],
      unwanted: ['x/a', 'x/a'],
    });
    expect(report.findings).toHaveLength(1);
    expect(report.truncated).toEqual({ 'x/a': 3 });
    expect(report.counts).toEqual({ records: 4, recordsFailed: 0, error: 2, warning: 1, advice: 1 });
  });

  it('of what is not in force yet stand apart', () => {
    const standards = [standard('x', { effective: { from: '2027-03-16' } }), standard('y')];
    const rules = [
      rule('x/a', {}),
      rule('y/now', {}),
      rule('y/later', {}, { effective: { from: '2026-09-01' } }),
      rule('x/latest', {}, { effective: { from: '2028-01-01' } }),
    ];
    const counts = Object.fromEntries(rules.map(({ id }): [string, Counts] => [id, [9, 3]]));
    const report = collect({
      standards,
      rules,
      counts: { listing: counts },
      forecast: { 'x/a': 3, 'y/later': 2, 'x/latest': 1 },
    });
    expect(report.rules.map(({ id }) => id)).toEqual(['y/now']);
    expect(report.standards.map(({ verdict, checked }) => [verdict, checked])).toEqual([
      ['not-applicable', 0],
      ['conforms', 9],
    ]);
    expect(report.upcoming).toEqual([
      { standard: 'X', from: '2027-03-16', rule: 'x/a', findings: 3 },
      { standard: 'Y', from: '2026-09-01', rule: 'y/later', findings: 2 },
      { standard: 'X', from: '2028-01-01', rule: 'x/latest', findings: 1 },
    ]);
  });

  it('of a cited rule whose own standard was not chosen stay a forecast too', () => {
    const later = standard('x', { effective: { from: '2027-03-16' } });
    const citing = standard('y', { citations: [{ rule: 'x/a', standard: 'y', evidence: 'text' }] });
    const report = collect({
      standards: [later, citing],
      counts: judged([4, 4]),
      request: { standards: ['y'] },
      forecast: { 'x/a': 4 },
    });
    expect(report.rules).toEqual([]);
    expect(report.standards.find((one) => one.slug === 'y')?.verdict).toBe('not-applicable');
    expect(report.upcoming).toHaveLength(1);
  });

  it('come in the catalogue’s order, whatever came first', () => {
    const rules = [rule('x/b', {}), rule('x/a', {})];
    const report = collect({ rules, counts: { order: { 'x/a': [1] }, listing: { 'x/b': [1], 'x/a': [2] } } });
    expect(report.rules.map(({ id, checked }) => [id, checked])).toEqual([
      ['x/b', 1],
      ['x/a', 3],
    ]);
  });
});

describe('findings', () => {
  it('stand in the order of the files, twins told apart', () => {
    const at = (file: string, line: number, column: number, id = 'x/a') => ({
      ...finding(id),
      location: { file, line, column, pointer: '' },
    });
    const collector = createCollector(9);
    for (const one of [at('b', 1, 1), at('a', 10, 1), at('a', 9, 2), at('a', 9, 1, 'x/b'), at('a', 9, 1)])
      collector.add(one);
    expect(
      collector.findings().map(({ location: { file, line, column }, rule: id }) => [file, line, column, id]),
    ).toEqual([
      ['a', 9, 1, 'x/a'],
      ['a', 9, 1, 'x/b'],
      ['a', 9, 2, 'x/a'],
      ['a', 10, 1, 'x/a'],
      ['b', 1, 1, 'x/a'],
    ]);
    expect(collector.findings().map((one) => one.key)).toEqual(['x/a#4', 'x/b', 'x/a#3', 'x/a#2', 'x/a']);
  });
});
