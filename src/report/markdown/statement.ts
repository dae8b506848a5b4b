import type { Report, ReportContext, StandardResult, StandardVerdict } from '../../model/report.js';
import type { Coverage, Evidence } from '../../model/standard.js';
import { inLanguage, titleIn } from '../../text/language.js';
import { formatCount, standardVerdicts } from '../../text/report-words.js';
import { coverageNames, evidenceNames } from '../../text/statement-names.js';
import { say } from '../../text/statement-words.js';
import { checklistOf, clauseCounts, concernsRun } from '../checklist.js';
import { periodText } from '../period-text.js';
import { prose, row, tableHead } from './page.js';

const order: { readonly [verdict in StandardVerdict]: number } = {
  fails: 0,
  conforms: 1,
  'not-assessed': 2,
  'not-applicable': 3,
};

/** The conformance statement: what was judged of each standard that concerns the run, and what a person still has to. */
export function* statementBlocks(report: Report, context: ReportContext): Iterable<string> {
  const { language } = context;
  const concerned = report.standards.filter(concernsRun).toSorted((a, b) => order[a.verdict] - order[b.verdict]);
  yield `\n### ${prose(say('statement', language))}\n\n`;
  if (concerned.length > 0) {
    yield tableHead(
      (['standard', 'verdict', 'inForce', 'checked', 'passed', 'failed', 'lacked', 'clauses', 'evidence'] as const).map(
        (word) => say(word, language),
      ),
      new Set([3, 4, 5, 6]),
    );
    for (const result of concerned) yield standardRow(result, context);
    yield `\n${prose(say('countsAreChecks', language))}`;
  }
  const others = report.standards.length - concerned.length;
  if (others > 0) yield ` ${prose(say('moreStandards', language, { n: formatCount(others) }))}`;
  yield '\n';
  yield* checklistBlocks(concerned, context);
}

function standardRow(result: StandardResult, context: ReportContext): string {
  const { language } = context;
  const text = context.texts.standard(result.slug);
  const title = titleIn(text?.title ?? {}, language);
  const named = [`**${prose(result.number)}**`, title === result.number ? '' : prose(title, 160)];
  return row([
    named.filter((piece) => piece !== '').join('<br>'),
    prose(inLanguage(standardVerdicts[result.verdict], language)),
    prose(periodText(text?.effective, language)),
    ...[result.checked, result.passed, result.failed, result.lackedInput].map(formatCount),
    countsText(clauseCounts(text) ?? {}, coverageNames, context),
    countsText(result.evidence, evidenceNames, context),
  ]);
}

function countsText<Name extends Coverage | Evidence>(
  counts: { readonly [name in Name]?: number },
  names: { readonly [name in Name]: { readonly en: string; readonly 'zh-CN': string } },
  { language }: ReportContext,
): string {
  const keys = Object.keys(names).filter((name): name is Name => name in names);
  return keys
    .flatMap((name) => {
      const count = counts[name] ?? 0;
      return count === 0 ? [] : [`${formatCount(count)} ${prose(inLanguage(names[name], language))}`];
    })
    .join('<br>');
}

function* checklistBlocks(results: readonly StandardResult[], context: ReportContext): Iterable<string> {
  const asked = results.map((result) => ({ result, items: checklistOf(result, context) }));
  const open = asked.filter(({ items }) => items.length > 0);
  if (open.length === 0) return;
  yield `\n### ${prose(say('checklist', context.language))}\n`;
  for (const { result, items } of open) {
    yield `\n**${prose(result.number)}**\n\n`;
    for (const { clause, title, question } of items)
      yield `- [ ] ${prose([clause, title ?? ''].filter((piece) => piece !== '').join(' '))}: ${prose(question)}\n`;
  }
}
