import type { Finding } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { formatCount } from '../../text/report-words.js';
import { say } from '../../text/statement-words.js';
import { fileUri } from '../file-uri.js';
import { gravestFirst } from '../gravity.js';
import { headShape, interchangeJson, type Plain, standardShape } from '../json-shape.js';
import { invocationOf } from './notifications.js';
import { resultOf, type SarifIndex } from './results.js';
import { ruleDescriptor } from './rules.js';
import { createUploadMeter, mostMegabytes, mostResults } from './upload-limit.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0 with one run, within what GitHub code scanning takes; what is left out is said in a notification. */
export function* writeSarif(report: Report, context: ReportContext): Iterable<string> {
  const findings = gravestFirst(report.findings);
  const ruleExamples = new Map(findings.map((finding) => [finding.rule, finding]));
  const index: SarifIndex = { rules: positions([...ruleExamples.keys()]), artifacts: positions(filesOf(report)) };
  yield `{\n"$schema": ${interchangeJson(schema)},\n"version": "2.1.0",\n"runs": [{\n`;
  yield `"tool": {"driver": ${interchangeJson(driverOf(report)).slice(0, -1)}, "rules": [`;
  yield* entries([...ruleExamples.values()], (finding) => ruleDescriptor(finding, context));
  yield ']}},\n"columnKind": "unicodeCodePoints",\n';
  yield `"artifacts": [`;
  yield* entries([...index.artifacts.keys()], (file) => artifactOf(file, report));
  yield '],\n"results": [';
  const written = yield* resultLines(findings, index, context);
  const leftOut = written.count === findings.length ? undefined : leftOutText(written, findings.length, context);
  yield `],\n"invocations": [${interchangeJson(invocationOf(report, index, leftOut, context))}],\n`;
  yield `"properties": ${interchangeJson(runProperties(report, context))}\n}]\n}\n`;
}

type Written = { readonly count: number; readonly limit: 'results' | 'size' | undefined };

/** Writes results, the gravest first, until there are no more or GitHub would refuse the file. */
function* resultLines(
  findings: readonly Finding[],
  index: SarifIndex,
  context: ReportContext,
): Generator<string, Written> {
  const meter = createUploadMeter(findings.length);
  for (const [count, finding] of findings.entries()) {
    if (count === mostResults) return { count, limit: 'results' };
    if (meter.full()) return { count, limit: 'size' };
    const line = `${count === 0 ? '' : ','}\n${interchangeJson(resultOf(finding, index, context))}`;
    meter.add(line);
    yield line;
  }
  return { count: findings.length, limit: undefined };
}

function leftOutText({ count, limit }: Written, all: number, { language }: ReportContext): string {
  const reason =
    limit === 'size'
      ? say('limitSize', language, { n: String(mostMegabytes) })
      : say('limitResults', language, { n: formatCount(mostResults) });
  return say('notWritten', language, { shown: formatCount(count), all: formatCount(all), limit: reason });
}

function* entries<T>(all: readonly T[], shape: (entry: T) => Plain): Iterable<string> {
  for (const [index, entry] of all.entries()) yield `${index === 0 ? '' : ','}\n${interchangeJson(shape(entry))}`;
}

function positions(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/** Every file the report speaks of, inputs first. */
function filesOf(report: Report): readonly string[] {
  const named = [
    ...report.inputs.map(({ file }) => file),
    ...report.findings.flatMap(({ location, related }) => [location.file, ...related.map((one) => one.location.file)]),
    ...report.notices.map(({ location }) => location.file),
    ...report.notRun.flatMap(({ what, subject, location }) =>
      location === undefined ? (what === 'rule' ? [] : [subject]) : [location.file],
    ),
  ];
  return [...new Set(named)];
}

function artifactOf(file: string, report: Report): Plain {
  const input = report.inputs.find((candidate) => candidate.file === file);
  if (input === undefined) return { location: { uri: fileUri(file) } };
  const { encoding, bytes, digest } = input;
  // Each sheet of a workbook is an input of its own.
  const parts = report.inputs
    .filter((candidate) => candidate.file === file)
    .map(({ sheet, format, document, records, complete }) => ({ sheet, format, document, records, complete }));
  return {
    location: { uri: fileUri(file) },
    length: bytes,
    encoding,
    hashes: { 'sha-256': digest },
    roles: ['analysisTarget'],
    properties: { parts },
  };
}

function driverOf({ tool, catalogue }: Report): Plain {
  return { name: tool.name, version: tool.version, properties: { catalogue } };
}

/** What SARIF has no word for: the verdicts of the standards that were judged and the exact counts. */
function runProperties(report: Report, context: ReportContext): Plain {
  return {
    ...headShape(report, context),
    counts: report.counts,
    truncated: report.truncated,
    standards: report.standards
      .filter(({ verdict }) => verdict === 'fails' || verdict === 'conforms')
      .map((result) => standardShape(result, context)),
  };
}
