import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { Severity } from '../model/standard.js';

/** Findings of one rule about one field in one file that ask for the same kind of thing: one sentence, many places. */
export type FindingGroup = {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly [Finding, ...Finding[]];
};

export type FileGroup = { readonly file: string; readonly groups: readonly FindingGroup[] };

const rank: { readonly [severity in Severity]: number } = { error: 0, warning: 1, advice: 2 };

/** Open findings by file, files in the order they were read; within a file errors first, then by place. */
export function groupByFile(report: Report): readonly FileGroup[] {
  const byFile = new Map<string, Finding[]>(report.inputs.map((input) => [input.file, []]));
  for (const finding of openFindings(report)) {
    const there = byFile.get(finding.location.file);
    if (there === undefined) byFile.set(finding.location.file, [finding]);
    else there.push(finding);
  }
  return [...byFile]
    .filter(([, findings]) => findings.length > 0)
    .map(([file, findings]) => ({ file, groups: groupsOf(findings, groupKey) }));
}

/** Open findings by rule over all files. */
export function groupByRule(report: Report): readonly FindingGroup[] {
  return groupsOf(openFindings(report), (finding) => finding.rule);
}

export function openFindings(report: Report): readonly Finding[] {
  return report.findings.filter((finding) => finding.state === 'open');
}

function groupKey(finding: Finding): string {
  return JSON.stringify([finding.rule, finding.severity, finding.field, finding.location.name, finding.expected.id]);
}

function groupsOf(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [finding]);
    else there.push(finding);
  }
  return [...groups.values()]
    .map((members) => ({ rule: members[0].rule, severity: members[0].severity, findings: members }))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}
