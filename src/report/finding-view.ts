import type { Expectation, Finding } from '../model/finding.js';
import type { Language, Text } from '../model/language.js';
import type { Location } from '../model/location.js';
import type { ReportContext, RuleText } from '../model/report.js';
import { type FieldLabel, renderExpectation, withRestored } from '../text/expectations.js';
import { fillTemplate } from '../text/fill.js';
import { inLanguage, titleIn } from '../text/language.js';
import { hideInExpectation } from '../text/mask.js';
import { phrase } from '../text/report-words.js';
import { hidingOf } from './hiding.js';

/** A finding in words: what every report shows. Texts of files are as written, controls and all. */
export type FindingView = {
  readonly finding: Finding;
  readonly rule: RuleText | undefined;
  readonly message: string;
  readonly remedy: string;
  readonly expected: string;
  /** Values of the expectation, masked like `actual`. */
  readonly expectedValues: { readonly [name: string]: string };
  /** As written, or masked; absent when nothing is there. */
  readonly actual: string | undefined;
  readonly related: readonly RelatedView[];
};

export type RelatedView = { readonly location: Location; readonly actual: string | undefined };

/** Values quoted inside sentences are cut here: the whole value stands in its own place. */
const longestQuote = 120;

export function viewFinding(finding: Finding, context: ReportContext): FindingView {
  const hide = finding.personal ? hidingOf(context) : undefined;
  const show = (value: string | undefined) => (value === undefined || hide === undefined ? value : hide(value));
  const rule = context.texts.rule(finding.rule);
  const expectation = hide === undefined ? finding.expected : hideInExpectation(finding.expected, hide);
  const actual = show(finding.actual);
  return {
    finding,
    rule,
    expected: expectedText(rule, expectation, context),
    expectedValues: expectation.values,
    actual,
    ...sentences({ finding, rule, expectation, actual }, context),
    related: finding.related.map((other) => ({ location: other.location, actual: show(other.actual) })),
  };
}

/** What should stand there: in the rule's own words where a regular expression would otherwise have to be read. */
export function expectedText(rule: RuleText | undefined, expectation: Expectation, context: ReportContext): string {
  const { language } = context;
  const ofForm = ['pattern', 'not', 'alternatives', 'code-of'].includes(expectation.id);
  // A code that was probably meant says more than any description.
  const guessed = expectation.values['nearest'] !== undefined;
  if (ofForm && !guessed && rule?.expects !== undefined) {
    return withRestored(inLanguage(rule.expects, language), expectation, language);
  }
  return renderExpectation(expectation, language, labelOf(context));
}

type Worded = Pick<FindingView, 'finding' | 'rule' | 'actual'> & { readonly expectation: Expectation | undefined };

/** Message and remedy with their placeholders filled. Without an expectation `{expected}` is left open. */
export function sentences(view: Worded, context: ReportContext): { message: string; remedy: string } {
  const { language } = context;
  const { actual } = view;
  const expected = view.expectation === undefined ? '…' : expectedText(view.rule, timeless(view.expectation), context);
  const values = {
    field: brief(fieldName(view.finding, context)),
    element: brief(elementName(view.finding)),
    expected: brief(expected, 2 * longestQuote),
    // The bare figure or code that belongs there, for sentences that name it themselves.
    value: brief(view.expectation?.values['value'] ?? view.expectation?.values['right'] ?? expected),
    meaning: brief(titleIn(view.finding.meaning ?? {}, language) || phrase('unlisted', language)),
    actual: actual === undefined || actual === '' ? phrase('nothing', language) : brief(actual),
  };
  const fill = (text: Text | undefined) =>
    text === undefined ? '' : fillTemplate(oneLine(inLanguage(text, language)), values);
  const message = fill(view.rule?.message);
  const fallback = `${phrase('expected', language)}: ${expected}`;
  return { message: message === '' ? fallback : message, remedy: fill(view.rule?.remedy) };
}

/** The field by its label and by the name the user's file gives it. */
export function fieldName(finding: Finding, context: ReportContext): string {
  const name = finding.location.name;
  const label = finding.field === undefined ? undefined : labelOf(context)(finding.field, context.language);
  if (label === undefined) return name ?? '';
  if (name === undefined || name.toLowerCase() === label.toLowerCase()) return label;
  return phrase('fieldAs', context.language, { label, name });
}

export function labelOf(context: ReportContext): FieldLabel {
  return (field: string, language: Language) => context.texts.label(field, language);
}

/** Without what the file has there now: a sentence that says what to write does not measure what is written. */
function timeless(expectation: Expectation): Expectation {
  const values = Object.entries(expectation.values).filter(([name]) => name !== 'here' && !name.endsWith('.here'));
  return { id: expectation.id, values: Object.fromEntries(values) };
}

function elementName(finding: Finding): string {
  const { child } = finding.expected.values;
  return finding.location.name ?? child ?? finding.field ?? '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function brief(value: string, longest = longestQuote): string {
  if (value.length <= longest) return value;
  const characters = [...value.slice(0, 2 * longest)];
  if (characters.length <= longest && value.length < 2 * longest) return value;
  return `${characters.slice(0, longest - 1).join('')}…`;
}
