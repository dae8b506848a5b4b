import { expectedText, type FindingView, sentences, viewFinding } from '../../finding-view.js';
import { sharedExpectation } from '../../shared-expectation.js';
import type { App } from './app.js';
import type { FindingGroup } from './selection.js';

/** What the findings of a group have in common, in words, and one of them to speak for the rest. */
export type GroupSummary = {
  readonly view: FindingView;
  readonly message: string;
  readonly remedy: string;
  /** What all of several findings expect; said once then, and beside each only what differs. */
  readonly expected?: { readonly text: string; readonly hint: (view: FindingView) => string; readonly hints: boolean };
};

/** Message and remedy of a group: what differs from finding to finding is left open. */
export function groupSummary({ findings, context }: App, { indices }: FindingGroup): GroupSummary | undefined {
  const [index] = indices;
  if (index === undefined) return undefined;
  const view = viewFinding(findings.at(index), context);
  if (indices.length === 1) return { message: view.message, remedy: view.remedy, view };
  const { columns, kindOf } = findings;
  const same = <Value>(of: (at: number) => Value): boolean => indices.every((at) => of(at) === of(index));
  const expectations = [...new Set(indices.map((at) => columns.expected[at] ?? -1))].flatMap(
    (at) => columns.expectations[at] ?? [],
  );
  const shared = sharedExpectation(expectations);
  const actual = same((at) => columns.actual[at]) ? view.actual : '…';
  const finding = same((at) => kindOf(at).name) ? view.finding : nameless(view);
  const said = sentences({ ...view, finding, actual, expectation: shared?.expectation }, context);
  if (shared === undefined) return { ...said, view };
  const expected = {
    text: expectedText(view.rule, shared.expectation, context),
    hint: (own: FindingView) => shared.hint(own.expectedValues),
    hints: expectations.some(({ values }) => shared.hint(values) !== ''),
  };
  return { ...said, view, expected };
}

/** Files that call the field by different names: its label alone serves all of them. */
function nameless({ finding }: FindingView): FindingView['finding'] {
  const { name, ...location } = finding.location;
  return { ...finding, location };
}
