import type { ReportContext, StandardResult, StandardText } from '../model/report.js';
import type { Coverage } from '../model/standard.js';
import { inLanguage, titleIn } from '../text/language.js';

/** A clause that only a person can judge, as a question. */
export type ChecklistItem = { readonly clause: string; readonly title: string | undefined; readonly question: string };

/** What a person still has to ask of a standard that concerns this run; nothing of those it does not concern. */
export function checklistOf(result: StandardResult, { texts, language }: ReportContext): readonly ChecklistItem[] {
  if (!concernsRun(result)) return [];
  return (texts.standard(result.slug)?.clauses ?? []).flatMap(({ ref, title, coverage, question }) => {
    if (coverage !== 'manual' || question === undefined) return [];
    const name = titleIn(title ?? {}, language);
    return [{ clause: ref, title: name === '' ? undefined : name, question: inLanguage(question, language) }];
  });
}

/** Clauses by who can judge them; nothing for a standard the catalogue does not know. */
export function clauseCounts(text: StandardText | undefined): { readonly [coverage in Coverage]?: number } | undefined {
  if (text === undefined) return undefined;
  const counts: { [coverage in Coverage]?: number } = {};
  for (const { coverage } of text.clauses) counts[coverage] = (counts[coverage] ?? 0) + 1;
  return counts;
}

const elsewhere: readonly StandardResult['reason'][] = [
  'no-active-rule',
  'direction-unknown',
  'mode-unknown',
  'category-unknown',
];

/** Whether a standard was judged or would have been with more fields; of the others nobody knows whether they apply. */
export function concernsRun({ verdict, reason }: StandardResult): boolean {
  if (verdict === 'fails' || verdict === 'conforms') return true;
  return verdict === 'not-assessed' && !elsewhere.includes(reason);
}
