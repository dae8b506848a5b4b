import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import type { Report } from '../../src/model/report.js';

/** What a report of any format says of the same run. A format that does not tell a figure leaves it out. */
export type ReportCounts = {
  readonly open?: number;
  readonly accepted?: number;
  readonly notKept?: number;
  readonly notRun?: number;
  readonly verdict?: string;
};

type Reader = (text: string) => ReportCounts;

/** What must be found again, whatever the format. */
export function countsOf({ findings, truncated, notRun, verdict }: Report): Required<ReportCounts> {
  const open = findings.filter(({ state }) => state === 'open').length;
  const notKept = sum(Object.values(truncated));
  return { open, accepted: findings.length - open, notKept, notRun: notRun.length, verdict };
}

/** Reads the figures back out of each format, with the parsers its consumers use. */
export const countReaders: { readonly [format: string]: Reader } = {
  json: (text) => {
    const { findings, truncated, notRun, verdict } = JSON.parse(text);
    return { ...states(findings), notKept: sum(Object.values(truncated)), notRun: notRun.length, verdict };
  },
  jsonl: (text) => {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { truncated, notRun, verdict } = lines.at(-1);
    const findings = lines.filter(({ type }) => type === 'finding');
    return { ...states(findings), notKept: sum(Object.values(truncated)), notRun: notRun.length, verdict };
  },
  sarif: (text) => {
    const [{ results, invocations, properties }] = JSON.parse(text).runs;
    const suppressed = results.filter((one: { suppressions?: unknown }) => one.suppressions !== undefined).length;
    const notes: readonly { readonly descriptor: { readonly id: string } }[] =
      invocations[0].toolExecutionNotifications;
    return {
      open: results.length - suppressed,
      accepted: suppressed,
      notKept: sum(Object.values(properties.truncated)),
      notRun: notes.filter(({ descriptor }) => descriptor.id.startsWith('not-run/')).length,
      verdict: properties.verdict,
    };
  },
  junit: (text) => {
    const { properties, errors } = readJunit(text);
    const { error, warning, advice, notKept } = properties;
    const all = sum([Number(error), Number(warning), Number(advice)]);
    return {
      open: all - Number(notKept),
      notKept: Number(notKept),
      notRun: errors,
      ...(properties['verdict'] === undefined ? {} : { verdict: properties['verdict'] }),
    };
  },
  markdown: (text) => ({
    // Each rule's heading ends in how many of its findings there are, kept or not.
    open: sum([...text.matchAll(/^#### .* × ([\d,]+)$/gm)].map((match) => Number(match[1]?.replaceAll(',', '')))),
  }),
  csv: readCsv,
  'csv-excel': (text) => readCsv(text.replace(/^\ufeff/, '')),
  gitlab: (text) => {
    const entries: readonly { readonly check_name: string }[] = JSON.parse(text);
    const named = (name: string): number => entries.filter(({ check_name }) => check_name === name).length;
    const notRun = named('borderlint/not-run');
    return { open: entries.length - notRun - named('borderlint/not-kept'), notRun };
  },
  earl: (text) => {
    const graph: readonly { readonly [name: string]: unknown }[] = JSON.parse(text)['@graph'];
    const run = graph.find((node) => node['@id'] === 'urn:borderlint:run') ?? {};
    const notRun = run['borderlint:notRun'];
    return {
      notKept: Number(run['borderlint:notKept']),
      notRun: Array.isArray(notRun) ? notRun.length : -1,
      verdict: String(run['borderlint:verdict']),
    };
  },
};

/** The same of formats that are no text. */
export const fileCountReaders: {
  readonly [format: string]: (bytes: Uint8Array) => Promise<Required<ReportCounts>>;
} = {
  xlsx: async (bytes) => {
    const sheet = async (name: string): Promise<string[][]> =>
      (await readSheet(Buffer.from(bytes), name)).map((row) => row.map((cell) => String(cell ?? '')));
    const [names = [], ...rows] = await sheet('Findings');
    const of = (name: string) => rows.map((row) => row[names.indexOf(name)] ?? '');
    const states = of('State');
    const ofState = (state: string): number => states.filter((one) => one === state).length;
    const left = of('What is wrong').filter((_, index) => states[index] === 'not kept');
    return {
      open: ofState('open'),
      accepted: ofState('waived') + ofState('in the baseline'),
      notKept: sum(left.map((text) => /: ([\d,]+) more/.exec(text)?.[1]?.replaceAll(',', ''))),
      notRun: ofState('not run'),
      verdict: (await sheet('Verdicts'))[1]?.[1]?.toLowerCase() ?? '',
    };
  },
};

function readCsv(text: string): ReportCounts {
  const rows: readonly { readonly [column: string]: string }[] = parse(text, { columns: true });
  const ofKind = (kind: string) => rows.filter((row) => row['kind'] === kind);
  return {
    ...states(ofKind('finding').map((row) => ({ state: row['state'] ?? '' }))),
    notRun: ofKind('not-run').length,
  };
}

export type JunitReport = {
  readonly properties: { readonly [name: string]: string };
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly passed: number;
  readonly names: ReadonlySet<string>;
};

/** Reads JUnit XML strictly; `properties` are those of the first suite. */
export function readJunit(text: string): JunitReport {
  const properties: { [name: string]: string } = {};
  const count: { [name: string]: number } = {};
  const stated: { [name: string]: number } = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  let suites = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    count[name] = (count[name] ?? 0) + 1;
    if (name === 'testsuite') {
      suites += 1;
      for (const kind of Object.keys(stated)) stated[kind] = (stated[kind] ?? 0) + Number(attributes[kind]);
    }
    if (name === 'property' && suites === 1) properties[attributes['name'] ?? ''] = attributes['value'] ?? '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  const { testcase = 0, failure = 0, error = 0, skipped = 0 } = count;
  const said = [stated['tests'], stated['failures'], stated['errors'], stated['skipped']];
  if (String(said) !== String([testcase, failure, error, skipped])) throw new Error(`the suites' figures: ${said}`);
  return {
    properties,
    failures: failure,
    errors: error,
    skipped,
    passed: testcase - failure - error - skipped,
    names: new Set(Object.keys(count)),
  };
}

function states(findings: readonly { readonly state: string }[]): { open: number; accepted: number } {
  const open = findings.filter(({ state }) => state === 'open').length;
  return { open, accepted: findings.length - open };
}

function sum(numbers: readonly unknown[]): number {
  return numbers.reduce<number>((total, one) => total + Number(one), 0);
}
