import { describe, expect, it } from 'vitest';
import { baselineText, createAcceptance, parseBaseline, parseWaivers } from '../../src/accept/index.js';
import { createCollector } from '../../src/collect/index.js';
import type { Waiver } from '../../src/model/acceptance.js';
import type { Finding } from '../../src/model/finding.js';

const finding = (rule: string, key: string): Finding => ({
  rule,
  key: `${rule}|listing|${key}`,
  standards: ['S'],
  severity: 'error',
  location: { file: 'a.csv', line: 1, pointer: '' },
  expected: { id: 'value', values: {} },
  personal: false,
  state: 'open',
  related: [],
});
const waiver = (accepts: Waiver['accepts'], expires: string): Waiver => ({
  accepts,
  owner: 'Li',
  reason: 'known',
  expires,
  line: 2,
});
const baseline = (...findings: string[]) => ({
  file: 'base.json',
  baseline: { version: 1 as const, catalogue: '1', asOf: '2026-11-23', findings },
});
const waivers = (...list: Waiver[]) => ({ file: 'w.yaml', waivers: list });

describe('a baseline', () => {
  it('takes its findings as they are, whatever their place and order', () => {
    const acceptance = createAcceptance({ asOf: '2026-11-23', baseline: baseline('s/a|listing|1', 's/a|listing|2') });
    const collector = createCollector(10, acceptance);
    for (const key of ['2', '3', '1']) {
      if (collector.wants('s/a'))
        collector.add({ ...finding('s/a', key), location: { file: `${key}.csv`, pointer: '' } });
    }
    expect(collector.findings().map(({ key, state }) => [key, state])).toEqual([
      ['s/a|listing|1', 'baseline'],
      ['s/a|listing|2', 'baseline'],
      ['s/a|listing|3', 'open'],
    ]);
    expect(collector.accepted()).toEqual({ waived: 0, baseline: 2 });
    expect(acceptance.notices()).toEqual([]);
  });

  it('finds its own beyond the cap of what is stored', () => {
    const acceptance = createAcceptance({ asOf: '2026-11-23', baseline: baseline('s/a|listing|9') });
    const collector = createCollector(1, acceptance);
    for (let key = 1; key <= 9; key++) if (collector.wants('s/a')) collector.add(finding('s/a', String(key)));
    expect(collector.accepted()).toEqual({ waived: 0, baseline: 1 });
    expect(collector.unstored().get('s/a')?.error).toBe(7);
    expect(collector.findings().filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  it('tells twins apart: one of two alike does not accept the other', () => {
    const acceptance = createAcceptance({ asOf: '2026-11-23', baseline: baseline('s/a|listing|1') });
    const collector = createCollector(10, acceptance);
    collector.add(finding('s/a', '1'));
    collector.add(finding('s/a', '1'));
    expect(collector.findings().map(({ key, state }) => [key, state])).toEqual([
      ['s/a|listing|1', 'baseline'],
      ['s/a|listing|1#2', 'open'],
    ]);
  });

  it('says what of it is gone', () => {
    const acceptance = createAcceptance({ asOf: '2026-11-23', baseline: baseline('s/a|listing|1', 's/b|listing|1') });
    createCollector(10, acceptance).add(finding('s/a', '1'));
    expect(acceptance.notices()).toMatchObject([{ id: 'baseline-unmatched', values: { count: 1 }, weight: 'note' }]);
  });

  it('is written sorted, a key a line, and read again', () => {
    const written = baselineText({ version: 1, catalogue: '1', asOf: '2026-11-23', findings: ['b|"x"', 'a', 'b|"x"'] });
    expect(written.split('\n').slice(4, 6)).toEqual(['  "findings": [', '    "a",']);
    expect(parseBaseline(written)?.findings).toEqual(['a', 'b|"x"']);
    expect(parseBaseline(baselineText({ version: 1, catalogue: '1', asOf: '2026-11-23', findings: [] }))).toBeDefined();
  });

  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"catalogue":"1","asOf":"x","findings":[1]}'])(
    'is not %j',
    (text) => {
      expect(parseBaseline(text)).toBeUndefined();
    },
  );
});

describe('a waiver', () => {
  it('of a rule waives all of its findings, and goes before the baseline', () => {
    const mine = waiver({ rule: 's/a' }, '2026-12-31');
    const acceptance = createAcceptance({
      asOf: '2026-11-23',
      baseline: baseline('s/a|listing|1'),
      waivers: waivers(mine),
    });
    expect(acceptance.standingOf(finding('s/a', '1'))).toEqual({ state: 'waived', waiver: mine });
    expect(acceptance.standingOf(finding('s/a', '2'))).toEqual({ state: 'waived', waiver: mine });
    expect(acceptance.standingOf(finding('s/b', '1'))).toEqual({ state: 'open' });
    expect(acceptance.notices()).toEqual([]);
  });

  it.each([
    ['expired', '2026-11-22', undefined, 'waiver-expired', 'open'],
    ['on its last day', '2026-11-23', undefined, undefined, 'waived'],
    ['too long', '2026-12-24', 30, 'waiver-too-long', 'open'],
    ['just as long as may be', '2026-12-23', 30, undefined, 'waived'],
  ])('%s', (_, expires, maxWaiverDays, notice, state) => {
    const acceptance = createAcceptance({
      asOf: '2026-11-23',
      waivers: waivers(waiver({ key: 's/a|listing|1' }, expires)),
      ...(maxWaiverDays === undefined ? {} : { maxWaiverDays }),
    });
    expect(acceptance.standingOf(finding('s/a', '1')).state).toBe(state);
    expect(acceptance.notices().map(({ id }) => id)).toEqual(notice === undefined ? [] : [notice]);
  });

  it('that met nothing is said', () => {
    const acceptance = createAcceptance({
      asOf: '2026-11-23',
      waivers: waivers(waiver({ rule: 's/a' }, '2027-01-01')),
    });
    expect(acceptance.notices()).toMatchObject([{ id: 'waiver-unmatched', location: { file: 'w.yaml', line: 2 } }]);
  });
});

describe('a file of waivers', () => {
  it('is read with the line of each', () => {
    const text =
      'waivers:\n  # why\n  - rule: s/a\n    owner: Li\n    reason: known\n    expires: 2026-12-31\n    ticket: T-1\n';
    expect(parseWaivers(text)).toEqual([
      { accepts: { rule: 's/a' }, owner: 'Li', reason: 'known', expires: '2026-12-31', ticket: 'T-1', line: 3 },
    ]);
  });

  it.each([
    ['waivers: [', 1],
    ['waiver: []', 1],
    ['waivers:\n  - 5\n', 2],
    ['waivers:\n  - rule: a\n    owner: Li\n    reason: x\n', 2],
    ['waivers:\n  - rule: a\n    key: b\n    owner: Li\n    reason: x\n    expires: 2026-01-01\n', 2],
    ['waivers:\n  - rule: a\n    owner: Li\n    reason: x\n    expires: soon\n', 2],
    ['waivers:\n  - rule: a\n    owner: Li\n    reason: x\n    expires: 2026-13-01\n', 2],
    ['waivers:\n  - rule: a\n    owner: Li\n    reason: x\n    expires: 2026-01-01\n    until: 2026\n', 2],
  ])('has one clear fault: %j', (text, line) => {
    const fault = parseWaivers(text);
    expect('text' in fault ? fault.line : undefined).toBe(line);
  });
});
