import { type FindingView, sentences, viewFinding } from '../../finding-view.js';
import { sharedExpectation } from '../../shared-expectation.js';
import type { App } from './app.js';
import type { FindingGroup } from './selection.js';

/** What the findings of a group have in common, in words, and one of them to speak for the rest. */
export type GroupSummary = {
  readonly message: string;
  readonly remedy: string;
  readonly view: FindingView | undefined;
};

/** Message and remedy of a group: what differs from finding to finding is left open. */
export function groupSummary({ findings, context }: App, { indices }: FindingGroup): GroupSummary {
  const views = sampleOf(indices).map((index) => viewFinding(findings.at(index), context));
  const [first] = views;
  if (first === undefined) return { message: '', remedy: '', view: undefined };
  if (views.length === 1) return { message: first.message, remedy: first.remedy, view: first };
  const actual = views.every((view) => view.actual === first.actual) ? first.actual : '…';
  const shared = sharedExpectation(
    views.map((view) => ({ id: view.finding.expected.id, values: view.expectedValues })),
  );
  const names = new Set(views.map((view) => view.finding.location.name));
  const finding = names.size === 1 ? first.finding : nameless(first);
  return { ...sentences({ ...first, finding, actual, expectation: shared?.expectation }, context), view: first };
}

/** Files that call the field by different names: its label alone serves all of them. */
function nameless({ finding }: FindingView): FindingView['finding'] {
  const { name, ...location } = finding.location;
  return { ...finding, location };
}

/** Enough of a group to know what its findings share, however large it is. */
function sampleOf(indices: readonly number[]): readonly number[] {
  const most = 200;
  if (indices.length <= most) return indices;
  const step = indices.length / most;
  return Array.from({ length: most }, (_, index) => indices[Math.floor(index * step)] ?? 0);
}
