import type { Language } from '../model/language.js';
import type { InputSummary } from '../model/record.js';
import { renderCount } from '../text/report-words.js';

/** How many files were checked and, where a workbook has several, how many sheets: “2 files”, “66 sheets”. */
export function inputCounts(inputs: readonly InputSummary[], language: Language): readonly string[] {
  const files = new Set(inputs.map(({ file }) => file));
  const ofSheets = inputs.filter(({ sheet }) => sheet !== undefined);
  const sheets = new Set(ofSheets.map(({ file, sheet }) => `${file}\n${sheet}`));
  const workbooks = new Set(ofSheets.map(({ file }) => file));
  return [
    renderCount('files', files.size, language),
    ...(sheets.size > workbooks.size ? [renderCount('sheets', sheets.size, language)] : []),
  ];
}
