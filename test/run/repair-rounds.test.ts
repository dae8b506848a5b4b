import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { Identities, identityOf } from '../../src/run/finding-identities.js';
import { RepairRounds, type Trial } from '../../src/run/repair-rounds.js';

const finding = (rule: string, cell: string, record: number): Finding => ({
  rule,
  standards: [],
  severity: 'error',
  location: { file: 'a.csv', line: record, column: 1, record, cell, pointer: `/${cell}` },
  key: '',
  expected: { id: 'value', values: {} },
  actual: 'x',
  personal: false,
  state: 'open',
  related: [],
});
const trial = (found: Finding, ...texts: readonly string[]): Trial => ({
  spot: {
    location: found.location,
    actual: 'x',
    repairs: ['trim'],
    findings: [{ rule: found.rule, identity: identityOf(found) }],
    personal: false,
  },
  text: 'x',
  candidates: texts.map((text) => ({ text, by: ['trim'] })),
});

/** Runs the rounds against a judge who sees the texts of the cells. */
function settle(trials: readonly Trial[], judge: (texts: ReadonlyMap<string, string>) => readonly Finding[]) {
  const before = new Identities();
  for (const one of judge(new Map())) before.add(identityOf(one));
  const rounds = new RepairRounds(trials, before);
  for (let round = rounds.next(); round !== undefined; round = rounds.next()) {
    const judging = rounds.judging();
    const texts = new Map(round.map((one) => [one.trial.spot.location.cell ?? '', one.text]));
    for (const one of judge(texts)) judging.found(one);
    judging.settle();
  }
  return rounds.applied().map(({ location, after }) => `${location.cell} ${after}`);
}

describe('identities of findings', () => {
  it('are told apart, however many there are', () => {
    const known = new Identities();
    const seen = new Set<number>();
    for (let row = 1; row <= 60_000; row++) {
      const identity = identityOf(finding('rule', `A${row}`, row));
      seen.add(identity);
      if (row % 2 === 0) known.add(identity);
    }
    expect(seen.size).toBe(60_000);
    for (let row = 1; row <= 60_000; row++)
      expect(known.has(identityOf(finding('rule', `A${row}`, row)))).toBe(row % 2 === 0);
  });
});

describe('rounds of repair', () => {
  const a = finding('r', 'A1', 1);
  const b = finding('r', 'B1', 1);

  it('take the first candidate with which the rule holds', () => {
    expect(settle([trial(a, 'no', 'yes')], (texts) => (texts.get('A1') === 'yes' ? [] : [a]))).toEqual(['A1 yes']);
    expect(settle([trial(a, 'no')], () => [a])).toEqual([]);
  });

  it('leave a text alone at which something else would fail, and repair its neighbour', () => {
    const other = finding('other', 'A1', 1);
    const judge = (texts: ReadonlyMap<string, string>) => [
      ...(texts.has('A1') ? [other] : [a]),
      ...(texts.has('B1') ? [] : [b]),
    ];
    expect(settle([trial(a, 'y'), trial(b, 'y')], judge)).toEqual(['B1 y']);
  });
});
