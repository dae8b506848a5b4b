import type { Report, ReportContext } from '../model/report.js';
import {
  findingShape,
  headShape,
  jsonText,
  noticeShape,
  notRunShape,
  standardShape,
  upcomingShape,
} from './json-shape.js';

/** The whole report as one JSON object (report.schema.ts), one array entry per line so that it can be read and compared. */
export function* writeJson(report: Report, context: ReportContext): Iterable<string> {
  yield '{\n';
  for (const [name, value] of Object.entries(headShape(report, context)))
    if (value !== undefined) yield member(name, value);
  yield* list('inputs', report.inputs, (input) => input);
  yield member('counts', report.counts);
  yield* list('standards', report.standards, (result) => standardShape(result, context));
  yield* list('findings', report.findings, (finding) => findingShape(finding, context));
  yield member('truncated', report.truncated);
  yield* list('notRun', report.notRun, (entry) => notRunShape(entry, context));
  yield* list('upcoming', report.upcoming, upcomingShape);
  yield* list('notices', report.notices, (notice) => noticeShape(notice, context));
  yield* list('rules', report.rules, (rule) => rule, '\n');
  yield '}\n';
}

function member(name: string, value: unknown): string {
  return `  ${jsonText(name)}: ${jsonText(value)},\n`;
}

function* list<T>(name: string, entries: readonly T[], shape: (entry: T) => unknown, end = ',\n'): Iterable<string> {
  yield `  ${jsonText(name)}: [`;
  for (const [index, entry] of entries.entries()) yield `${index === 0 ? '\n' : ',\n'}    ${jsonText(shape(entry))}`;
  yield `${entries.length === 0 ? '' : '\n  '}]${end}`;
}
