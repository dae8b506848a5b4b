import type { Finding } from '../model/finding.js';

/** What makes two findings of different runs the same: the key, whichever of its twins it is, and the value found. */
export type Told = Pick<Finding, 'key' | 'actual'>;

/** Answers once for each finding of an earlier run whether a later one is the same. */
export function createMemory(findings: readonly Told[]): (finding: Told) => boolean {
  const left = new Map<string, number>();
  for (const finding of findings) left.set(identity(finding), (left.get(identity(finding)) ?? 0) + 1);
  return (finding) => {
    const count = left.get(identity(finding)) ?? 0;
    if (count === 0) return false;
    left.set(identity(finding), count - 1);
    return true;
  };
}

/** Twins are numbered in the order of the file, which a row put in between changes. */
function identity({ key, actual }: Told): string {
  return JSON.stringify([key.replace(/#\d+$/, ''), actual]);
}
