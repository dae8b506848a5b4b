import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
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
  text: { start: 0, end: 1, text: 'x', write: (text) => text },
  location: found.location,
  findings: [found],
  candidates: texts.map((text) => ({ text, by: ['trim'], written: text })),
});

/** Runs the rounds against a judge who sees the texts of the cells. */
function settle(trials: readonly Trial[], judge: (texts: ReadonlyMap<string, string>) => readonly Finding[]) {
  const rounds = new RepairRounds(trials, judge(new Map()));
  for (let round = rounds.next(); round !== undefined; round = rounds.next())
    rounds.judged(judge(new Map(round.map((one) => [one.trial.location.cell ?? '', one.text]))));
  return rounds.applied().map(({ location, after }) => `${location.cell} ${after}`);
}

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
