import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { hostileReport, longReport } from './hostile-reports.js';
import { countReaders, countsOf, fileCountReaders, readJunit } from './report-counts.js';
import { sampleReports } from './sample-reports.js';
import { contextFor } from './sample-texts.js';
import { fileFormatters, noTables, textFormatters, writtenFile } from './writing.js';

const context = contextFor('en');
const writers = new Map(await Promise.all(textFormatters.map(async ({ id, load }) => [id, await load()] as const)));

function pieces(id: string, report: Report): Iterable<string> {
  return writers.get(id)?.(report, context) ?? [];
}

const written = (id: string, report: Report): string => [...pieces(id, report)].join('');

const sample = (name: string): Report => {
  const report = sampleReports()[name];
  if (report === undefined) throw new Error(`no sample report is called ${name}`);
  return report;
};

/** The sample's counts are those of more findings than it holds; these are its own. */
function recounted(report: Report): Report {
  const left = Object.values(report.truncated).reduce((total, one) => total + one, 0);
  const of = (severity: string): number =>
    report.findings.filter((one) => one.state === 'open' && one.severity === severity).length;
  const counts = { ...report.counts, error: of('error') + left, warning: of('warning'), advice: of('advice') };
  return { ...report, counts };
}

const reports: { readonly [name: string]: Report } = {
  ...Object.fromEntries(
    ['clean', 'findings', 'waived', 'truncated', 'incomplete'].map((name) => [name, recounted(sample(name))]),
  ),
  hostile: hostileReport(),
};

describe.each(Object.entries(reports))('of the %s report', (_, report) => {
  it.each(Object.keys(countReaders))('%s tells the same figures', (id) => {
    const told = countReaders[id]?.(written(id, report)) ?? {};
    const { open, notKept, ...expected } = countsOf(report);
    // Markdown counts what was not kept with the rest; every other format tells the two apart.
    const asTold = { ...expected, notKept, open: id === 'markdown' ? open + notKept : open };
    expect(asTold).toMatchObject(told);
  });

  it.each(Object.keys(fileCountReaders))('%s tells the same figures', async (id) => {
    const told = await fileCountReaders[id]?.(await writtenFile(id, report, context));
    expect(countsOf(report)).toEqual(told);
  });

  it('junit fails where the run fails, and nothing that did not run is green', () => {
    const { failures, errors, names } = readJunit(written('junit', report));
    if (report.verdict === 'fails') expect(failures).toBeGreaterThan(0);
    if (report.verdict === 'conforms') expect(failures).toBe(0);
    expect(errors > 0).toBe(report.notRun.length > 0);
    const known = ['testsuites', 'testsuite', 'properties', 'property', 'testcase', 'failure', 'error', 'skipped'];
    expect([...names].filter((name) => ![...known, 'system-out', 'system-err'].includes(name))).toEqual([]);
  });

  it('github writes at most ten annotations of a kind and one line that counts', () => {
    const lines = written('github', report).trimEnd().split('\n');
    const summary = lines.pop() ?? '';
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) [^\n\r]*::[^\n\r]*$/);
    for (const kind of ['error', 'warning', 'notice']) {
      expect(lines.filter((line) => line.startsWith(`::${kind} `)).length).toBeLessThanOrEqual(10);
    }
    expect(summary).toMatch(/^borderlint: /);
    const { open, notKept } = countsOf(report);
    const shown = lines.length - Math.min(10, report.notRun.length);
    if (shown < open + notKept) expect(summary).toContain(`show ${shown} of ${(open + notKept).toLocaleString('en')}`);
  });

  it('sarif, gitlab and earl hold no character that cannot be encoded', () => {
    for (const id of ['sarif', 'gitlab', 'earl']) expect(written(id, report)).not.toMatch(/\\ud[89a-f]/i);
  });
});

describe('hostile text', () => {
  const report = hostileReport();

  it('makes no markup of Markdown', () => {
    const text = written('markdown', report);
    expect(text.match(/<(?!\/?code>|br>)/g)).toBeNull();
    expect(text.match(/\]\(|!\[|https?:\/\/|(?<!\w)www\.|(?<![\w`])@\w/g)).toBeNull();
    for (const line of text.split('\n')) {
      expect(line).toMatch(/^$|^#{2,4} |^\| |^- |^\*\*|^[\p{L}“…⟨&.<\d]/u);
      expect(line).not.toMatch(/^(#{5,}|```|===|---|\d+[.)] )/);
    }
    const tables = text.split('\n').filter((line) => line.startsWith('| '));
    for (const line of tables) expect([2, 4, 9]).toContain(line.split('|').length - 2);
  });

  it('makes no formula and no line of CSV', () => {
    for (const id of ['csv', 'csv-excel']) {
      const text = written(id, report).replace(/^\ufeff/, '');
      const rows: readonly (readonly string[])[] = parse(text);
      expect(rows).toHaveLength(text.trimEnd().split('\n').length);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*(?!-(?:[\d.,]+|-*)$)[=+\-@＝＋－＠]/u);
    }
  });

  it('begins with a byte order mark for Excel alone', () => {
    expect(written('csv-excel', report).startsWith('\ufeffkind,')).toBe(true);
    expect(written('csv', report).startsWith('kind,')).toBe(true);
  });

  it('makes no link and no placeholder of a SARIF message', () => {
    const { runs } = JSON.parse(written('sarif', report));
    for (const { message } of runs[0].results) expect(message.text).not.toMatch(/(?<!\\)\]\(|(?<!\{)\{\d+\}(?!\})/);
  });

  it('gives each finding a fingerprint of its own', () => {
    const prints = JSON.parse(written('gitlab', report)).map((one: { fingerprint: string }) => one.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('a run of the library', () => {
  it('has no command line, and every format does without', async () => {
    const { commandLine, ...report } = sample('findings');
    expect(commandLine).toBeDefined();
    for (const { id } of textFormatters) expect(written(id, report)).toMatch(/\n$/);
    for (const { id } of fileFormatters) expect((await writtenFile(id, report, context)).length).toBeGreaterThan(1000);
    expect(JSON.parse(written('json', report)).commandLine).toBeUndefined();
  });
});

describe('100,000 findings', () => {
  const report = longReport(100_000, (index) => `690123456${index}`);
  const limits: { readonly [id: string]: number } = { markdown: 1_048_576, github: 100_000 };

  it.each(textFormatters.map(({ id }) => id))(
    '%s writes them in time and in little memory',
    { timeout: 120_000 },
    (id) => {
      const before = process.memoryUsage().heapUsed;
      let bytes = 0;
      let longest = 0;
      for (const piece of pieces(id, report)) {
        bytes += Buffer.byteLength(piece);
        longest = Math.max(longest, piece.length);
      }
      expect(bytes).toBeGreaterThan(1000);
      expect(bytes).toBeLessThanOrEqual(limits[id] ?? Number.POSITIVE_INFINITY);
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(700_000_000);
      // Written as they come, never as one text; the web page holds a column of all findings in one piece.
      expect(longest).toBeLessThan(id === 'html' ? 8_000_000 : 100_000);
    },
  );

  it.each(fileFormatters)('$id writes them in time and in little memory', { timeout: 120_000 }, async ({ load }) => {
    const before = process.memoryUsage().heapUsed;
    const write = await load();
    let [bytes, longest] = [0, 0];
    for await (const piece of write(report, context, noTables)) {
      bytes += piece.length;
      longest = Math.max(longest, piece.length);
    }
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(longest).toBeLessThan(600_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000_000);
  });

  it('sarif stays within what GitHub takes and says what it leaves out', { timeout: 120_000 }, () => {
    const text = written('sarif', report);
    const [{ results, invocations }] = JSON.parse(text).runs;
    expect(results).toHaveLength(25_000);
    expect(new Set(results.map((one: { level: string }) => one.level))).toEqual(new Set(['error']));
    expect(JSON.stringify(invocations)).toContain('holds 25,000 of 100,000 findings');
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });

  it('markdown says where it was cut short and still how to run it again', { timeout: 120_000 }, () => {
    const many = { ...report, findings: report.findings.map((one, index) => ({ ...one, rule: `demo/rule-${index}` })) };
    const text = written('markdown', many);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
    expect(text).toContain('Cut short here');
    expect(text).toContain('### To run the same again');
  });
});

describe('values that do not compress', () => {
  it('sarif stops before GitHub would refuse the file', { timeout: 120_000 }, () => {
    const report = longReport(6_000, scrambled);
    const text = written('sarif', report);
    const [{ results, invocations }] = JSON.parse(text).runs;
    expect(results.length).toBeLessThan(6_000);
    expect(JSON.stringify(invocations)).toContain(`holds ${results.length.toLocaleString('en')} of 6,000 findings`);
    const size = gzipSync(text).length;
    expect(size).toBeLessThan(10_000_000);
    expect(size).toBeGreaterThan(6_000_000);
  });

  /** 1,600 characters without a pattern, the same in every run. */
  function scrambled(index: number): string {
    let state = (index * 2_654_435_761) >>> 0;
    let text = '';
    while (text.length < 1600) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      text += String.fromCharCode(0x4e00 + ((state >>> 12) % 20_000));
    }
    return text;
  }
});

describe('a finding about two places', () => {
  const base = sample('findings');
  const [first] = base.findings;
  if (first === undefined) throw new Error('the sample has no finding');
  const related = [
    { location: { file: 'partner.xml', line: 19, column: 7, pointer: '/actualPaid' }, actual: '289.29' },
  ];
  const report = { ...base, findings: [{ ...first, state: 'open' as const, personal: false, related }] };

  // EARL tells of standards and clauses, not of findings.
  const telling = textFormatters.map(({ id }) => id).filter((id) => id !== 'earl');
  it.each(telling)('points at both in %s', (id) => {
    expect(written(id, report)).toContain('partner.xml');
    expect(written(id, report)).toContain('289.29');
  });

  it.each(fileFormatters.map(({ id }) => id))('points at both in %s', async (id) => {
    const bytes = Buffer.from(await writtenFile(id, report, context));
    const { unzipSync, strFromU8 } = await import('fflate');
    const texts = Object.values(unzipSync(bytes)).map((entry) => strFromU8(entry));
    expect(texts.join('\n')).toContain('partner.xml:19:7 (289.29)');
  });
});
