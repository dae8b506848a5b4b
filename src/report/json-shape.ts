import type { Waiver } from '../model/acceptance.js';
import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { ReadNotice } from '../model/record.js';
import type { NotRun, Report, ReportContext, StandardResult, Upcoming } from '../model/report.js';
import { inLanguage, titleIn } from '../text/language.js';
import { renderNotice } from '../text/notices.js';
import { decidingFlag, renderReason } from '../text/reasons.js';
import { checklistOf, clauseCounts } from './checklist.js';
import { viewFinding } from './finding-view.js';

/** Id and version of the published shape: a field may be added under the same id, a change of meaning takes a new one. */
export const reportSchemaId = 'urn:borderlint:report:1';

/** A value that JSON.stringify writes; undefined members are left out. */
export type Plain = { readonly [name: string]: unknown };

/** JSON that is also safe to look at: characters a terminal would obey are written as escapes. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for strict readers of other formats: a lone surrogate, which no encoding can carry, becomes U+FFFD. */
export function interchangeJson(value: unknown): string {
  return jsonText(value).replace(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/g, (written, surrogate: string | undefined) =>
    surrogate === undefined ? written : '\\ufffd',
  );
}

export function headShape(report: Report, context: ReportContext): Plain {
  return {
    schema: reportSchemaId,
    tool: report.tool,
    catalogue: report.catalogue,
    verdict: report.verdict,
    asOf: report.asOf,
    language: context.language,
    request: report.request,
    commandLine: report.commandLine,
    failOn: report.failOn,
  };
}

export function findingShape(finding: Finding, context: ReportContext): Plain {
  const view = viewFinding(finding, context);
  return {
    rule: finding.rule,
    standards: finding.standards,
    clause: view.rule?.clause,
    evidence: view.rule?.evidence,
    severity: finding.severity,
    message: view.message,
    expected: view.expected,
    expectation: { id: finding.expected.id, values: view.expectedValues },
    actual: view.actual,
    masked: finding.personal && !context.showValues && finding.actual !== undefined ? true : undefined,
    remedy: view.remedy,
    key: finding.key,
    state: finding.state,
    waiver: finding.waiver === undefined ? undefined : waiverShape(finding.waiver),
    field: finding.field,
    record: finding.record,
    location: locationShape(finding.location, finding.record),
    related: view.related.map((other) => ({ location: locationShape(other.location), actual: other.actual })),
  };
}

function waiverShape({ owner, reason, ticket, expires }: Waiver): Plain {
  return { owner, reason, ticket, expires };
}

export function standardShape(result: StandardResult, context: ReportContext): Plain {
  const text = context.texts.standard(result.slug);
  return {
    number: result.number,
    slug: result.slug,
    title: titleIn(text?.title ?? {}, context.language, result.number),
    level: text?.level,
    obligation: text?.obligation,
    status: text?.status,
    statusConfirmed: text?.statusConfirmed,
    inForce: text?.effective,
    verdict: result.verdict,
    reason: result.reason,
    explanation: renderReason(result.reason, context.language),
    flag: decidingFlag(result.reason),
    activeRules: result.activeRules,
    evidence: result.evidence,
    clauses: clauseCounts(text),
    checked: result.checked,
    passed: result.passed,
    failed: result.failed,
    didNotApply: result.didNotApply,
    lackedInput: result.lackedInput,
    manualClauses: result.manualClauses,
    plannedClauses: result.plannedClauses,
    missingFields: result.missingFields,
    checklist: checklistOf(result, context),
  };
}

export function noticeShape(notice: ReadNotice, context: ReportContext): Plain {
  return {
    id: notice.id,
    weight: notice.weight,
    text: renderNotice(notice, context.language),
    values: notice.values,
    location: locationShape(notice.location),
  };
}

export function notRunShape(entry: NotRun, context: ReportContext): Plain {
  const { suggestion } = entry;
  const location = entry.location === undefined ? undefined : locationShape(entry.location);
  return {
    what: entry.what,
    subject: entry.subject,
    reason: inLanguage(entry.reason, context.language),
    suggestion: suggestion === undefined ? undefined : inLanguage(suggestion, context.language),
    location,
  };
}

export function upcomingShape(entry: Upcoming): Plain {
  return { standard: entry.standard, from: entry.from, rule: entry.rule, findings: entry.findings };
}

function locationShape(location: Location, name?: string): Plain {
  return {
    file: location.file,
    line: location.line,
    column: location.column,
    sheet: location.sheet,
    cell: location.cell,
    pointer: location.pointer,
    record: location.record,
    name: location.name,
    recordName: name,
  };
}
