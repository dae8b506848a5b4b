import type { Acceptance } from '../model/acceptance.js';
import type { Finding, FindingSink, FindingWatch } from '../model/finding.js';
import type { Severity } from '../model/standard.js';

/** Findings of a run: counted exactly, stored up to a cap per rule, in a stable order. */
export type Collector = FindingSink & {
  readonly findings: () => readonly Finding[];
  /** Breaches counted and not stored, by rule. */
  readonly unstored: () => ReadonlyMap<string, Unstored>;
  /** Findings accepted, stored or not; absent where the run takes nothing as accepted. */
  readonly accepted: () => { readonly waived: number; readonly baseline: number } | undefined;
};

/** Breaches beyond the cap: how many of each severity, and how many nobody looked at closely, which have their rule's. */
export type Unstored = { readonly [severity in Severity | 'own']: number };

/**
 * @param maxPerRule findings stored per rule, open and accepted ones each
 * @param acceptance what stands, from waivers and a baseline
 * @param watch who wants to know which records fail
 */
export function createCollector(maxPerRule: number, acceptance?: Acceptance, watch?: FindingWatch): Collector {
  const stored: Finding[] = [];
  const perRule = new Map<string, number>();
  const unstored = new Map<string, Unstored>();
  const keys = new Map<string, number>();
  const accepted = { waived: 0, baseline: 0 };
  const acceptedPerRule = new Map<string, number>();
  const leaveOut = (rule: string, severity: keyof Unstored): void => {
    const counts = unstored.get(rule) ?? { error: 0, warning: 0, advice: 0, own: 0 };
    unstored.set(rule, { ...counts, [severity]: counts[severity] + 1 });
  };
  const ordinalKey = (key: string): string => {
    const twins = (keys.get(key) ?? 0) + 1;
    keys.set(key, twins);
    return twins === 1 ? key : `${key}#${twins}`;
  };
  return {
    wants: (rule) => {
      // Whether a finding is accepted shows only once it has been worked out.
      if (acceptance?.concerns(rule) === true) return true;
      const room = (perRule.get(rule) ?? 0) < maxPerRule;
      if (!room) leaveOut(rule, 'own');
      return room;
    },
    room: (rule) =>
      acceptance?.concerns(rule) === true
        ? Number.MAX_SAFE_INTEGER
        : Math.max(0, maxPerRule - (perRule.get(rule) ?? 0)),
    add: (found) => {
      // Twins (two records that say the same of themselves) get an ordinal, so that every key is one finding.
      const concerned = acceptance?.concerns(found.rule) === true;
      const finding = concerned ? { ...found, key: ordinalKey(found.key) } : found;
      const standing = acceptance?.standingOf(finding);
      if (standing !== undefined && standing.state !== 'open') {
        accepted[standing.state] += 1;
        const held = acceptedPerRule.get(finding.rule) ?? 0;
        acceptedPerRule.set(finding.rule, held + 1);
        if (held < maxPerRule) stored.push({ ...finding, ...ownTexts(finding), ...standing });
        return;
      }
      watch?.found(finding);
      const count = perRule.get(finding.rule) ?? 0;
      if (count >= maxPerRule) {
        leaveOut(finding.rule, finding.severity);
        return;
      }
      perRule.set(finding.rule, count + 1);
      stored.push({ ...finding, ...ownTexts(finding), key: concerned ? finding.key : ordinalKey(finding.key) });
    },
    ...(watch === undefined ? {} : { watch }),
    findings: () => stored.toSorted(inFileOrder),
    unstored: () => unstored,
    accepted: () => (acceptance === undefined ? undefined : accepted),
  };
}

const weights: { readonly [severity in Severity]: number } = { error: 3, warning: 2, advice: 1 };

/** Whether the severity is at least as grave as the threshold. */
export function reaches(severity: Severity, threshold: Severity | 'never'): boolean {
  return threshold !== 'never' && weights[severity] >= weights[threshold];
}

function inFileOrder(a: Finding, b: Finding): number {
  return (
    compareText(a.location.file, b.location.file) ||
    compareText(a.location.sheet ?? '', b.location.sheet ?? '') ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    (a.location.column ?? 0) - (b.location.column ?? 0) ||
    compareText(a.rule, b.rule)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A cell's text may be a window on a block of its file: a finding keeps its own copy, not the block. */
function ownTexts({ actual, record }: Finding): Pick<Finding, 'actual' | 'record'> {
  return {
    ...(actual === undefined ? {} : { actual: ownText(actual) }),
    ...(record === undefined ? {} : { record: ownText(record) }),
  };
}

function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
