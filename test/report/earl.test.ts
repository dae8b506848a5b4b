import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { writeEarl } from '../../src/report/earl/index.js';
import { hostileReport } from './hostile-reports.js';
import { sampleReports } from './sample-reports.js';
import { contextFor } from './sample-texts.js';

/* The terms of EARL 1.0 Schema (W3C) a statement may use, and what it asks of an assertion and of a result. */
const outcomes = ['earl:passed', 'earl:failed', 'earl:cantTell', 'earl:inapplicable', 'earl:untested'];
const modes = ['earl:automatic', 'earl:manual', 'earl:semiAuto', 'earl:undisclosed', 'earl:unknownMode'];
const classes = ['Assertion', 'Assertor', 'Software', 'TestSubject', 'TestCriterion', 'TestRequirement', 'TestCase'];

type Node = { readonly [name: string]: unknown };

function graphOf(report: Report): readonly Node[] {
  return JSON.parse([...writeEarl(report, contextFor('en'))].join(''))['@graph'];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const typesOf = (node: Node): readonly unknown[] => [node['@type']].flat();
const assertionsOf = (graph: readonly Node[]): readonly Node[] =>
  graph.filter((node) => typesOf(node).includes('earl:Assertion'));

function within(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(within);
  return isNode(value) ? [value, ...Object.values(value).flatMap(within)] : [];
}

const reports = Object.entries({ ...sampleReports(), 'hostile texts': hostileReport() });

describe.each(reports)('the statement of the %s report', (_, report) => {
  const graph = graphOf(report);
  const all = within(graph);

  it('has one assertor, subject, test and result in each assertion, and each of them is there', () => {
    const ids = new Set(all.map((node) => node['@id']));
    for (const assertion of assertionsOf(graph)) {
      for (const name of ['assertedBy', 'subject', 'test']) expect(ids).toContain(assertion[name]);
      expect(modes).toContain(assertion['mode']);
      const { result } = assertion;
      expect(isNode(result) && result['@type']).toBe('earl:TestResult');
      expect(outcomes).toContain(isNode(result) && result['outcome']);
    }
  });

  it('names classes of EARL alone', () => {
    const known = [...classes, 'TestResult'].map((name) => `earl:${name}`);
    expect(all.flatMap(typesOf).filter((type) => type !== undefined && !known.includes(String(type)))).toEqual([]);
  });

  it('asserts something of every standard, and of each once', () => {
    const tests = assertionsOf(graph).map((assertion) => assertion['test']);
    expect(new Set(tests).size).toBe(tests.length);
    for (const { slug } of report.standards.filter((one) => /^[a-z0-9-]+$/.test(one.slug)))
      expect(tests).toContain(`urn:borderlint:standard:${slug}`);
  });
});

describe('outcomes', () => {
  const outcomeOf = (report: Report, test: string): unknown => {
    const assertion = assertionsOf(graphOf(report)).find((one) => one['test'] === `urn:borderlint:standard:${test}`);
    return isNode(assertion?.['result']) ? assertion['result']['outcome'] : undefined;
  };
  const { clean, findings } = sampleReports();

  it.each([
    ['a standard all of whose clauses are automated', 'demo-1-2020', 'earl:passed'],
    ['its one clause', 'demo-1-2020#4.2', 'earl:passed'],
  ])('%s passes where nothing is wrong', (_, test, outcome) => {
    expect(outcomeOf(clean ?? raise(), test)).toBe(outcome);
  });

  it('nothing passes where the run is incomplete', () => {
    const incomplete: Report = { ...(clean ?? raise()), verdict: 'incomplete' };
    expect(outcomeOf(incomplete, 'demo-1-2020')).toBe('earl:cantTell');
    expect(outcomeOf(incomplete, 'demo-1-2020#4.2')).toBe('earl:cantTell');
  });

  it.each([
    ['a standard that fails', 'demo-t-2-2021', 'earl:failed'],
    ['the clause whose rule found something', 'demo-t-2-2021#5.2', 'earl:failed'],
    ['a clause for a person', 'demo-t-2-2021#7.1', 'earl:untested'],
    ['a standard that waits for a flag', 'demo-6', 'earl:untested'],
    ['a standard not in force yet', 'demo-4-2027', 'earl:inapplicable'],
  ])('%s: %s is %s', (_, test, outcome) => {
    expect(outcomeOf(findings ?? raise(), test)).toBe(outcome);
  });

  it('a standard with a clause for a person never passes as a whole', () => {
    const base = clean ?? raise();
    const [first] = base.standards;
    const report: Report = { ...base, standards: [{ ...(first ?? raise()), slug: 'demo-t-2-2021' }] };
    expect(outcomeOf(report, 'demo-t-2-2021')).toBe('earl:cantTell');
  });
});

function raise(): never {
  throw new Error('no such sample');
}
