import { Chalk } from 'chalk';
import type { Language } from '../model/language.js';
import type { ReportContext, RunVerdict, StandardVerdict } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import { type PhraseId, phrase } from '../text/report-words.js';
import { displayWidth, padToWidth, wrapToWidth } from '../text/width.js';

export type Paint = (text: string) => string;

/** Colours by meaning. Without colour every one of them gives the text back. */
export type Ink = {
  readonly severity: { readonly [severity in Severity]: Paint };
  readonly run: { readonly [verdict in RunVerdict]: Paint };
  readonly standard: { readonly [verdict in StandardVerdict]: Paint };
  readonly strong: Paint;
  readonly faint: Paint;
  readonly file: Paint;
  readonly found: Paint;
  readonly wanted: Paint;
};

/** A text report in the making: the report's context, its inks, its columns. */
export type Page = {
  readonly context: ReportContext;
  readonly language: Language;
  readonly width: number;
  readonly ink: Ink;
};

/** Narrower terminals than this get lines of this width all the same. */
const narrowest = 40;

export function pageFor(context: ReportContext): Page {
  return { context, language: context.language, width: Math.max(narrowest, context.width), ink: inkFor(context.color) };
}

export const severityMarks: { readonly [severity in Severity]: string } = { error: '✗', warning: '!', advice: 'i' };
export const runMarks: { readonly [verdict in RunVerdict]: string } = { conforms: '✓', fails: '✗', incomplete: '!' };

/** A section's heading: its name on a rule across the page. */
export function heading(page: Page, id: PhraseId): string {
  const name = phrase(id, page.language);
  const line = '─'.repeat(Math.max(0, page.width - displayWidth(name) - 4));
  return `${page.ink.faint('──')} ${page.ink.strong(name)} ${page.ink.faint(line)}`;
}

/** Wrapped lines with a hanging indent. `first` may be wider than its `lead` says only by its colours. */
export function hanging(page: Page, indent: number, text: string, paint: Paint = same): readonly string[] {
  const lead = ' '.repeat(indent);
  return wrapToWidth(text, page.width - indent).map((line) => lead + paint(line));
}

/** `label  text`, the text wrapped beside its label. `labelWidth` is in columns, gap included. */
export function labelled(
  page: Page,
  at: { readonly indent: number; readonly labelWidth: number },
  label: string,
  text: string,
  paint: Paint = same,
): readonly string[] {
  const lines = wrapToWidth(text, page.width - at.indent - at.labelWidth);
  return lines.map((line, index) => {
    const head = index === 0 ? page.ink.faint(padToWidth(label, at.labelWidth)) : ' '.repeat(at.labelWidth);
    return `${' '.repeat(at.indent)}${head}${paint(line)}`;
  });
}

/** One line with something at its right edge; two lines where both do not fit. */
export function spread(
  page: Page,
  left: string,
  right: string,
  widths: { readonly left: number; readonly right: number },
): readonly string[] {
  const space = page.width - widths.left - widths.right;
  if (right === '') return [left];
  if (space >= 2) return [left + ' '.repeat(space) + right];
  return [left, ' '.repeat(Math.max(0, page.width - widths.right)) + right];
}

function same(text: string): string {
  return text;
}

function inkFor(color: boolean): Ink {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    severity: { error: chalk.red.bold, warning: chalk.yellow.bold, advice: chalk.cyan.bold },
    run: { conforms: chalk.green.bold, fails: chalk.red.bold, incomplete: chalk.yellow.bold },
    standard: { conforms: chalk.green, fails: chalk.red, 'not-applicable': chalk.dim, 'not-assessed': chalk.yellow },
    strong: chalk.bold,
    faint: chalk.dim,
    file: chalk.bold.underline,
    found: chalk.red,
    wanted: chalk.green,
  };
}
