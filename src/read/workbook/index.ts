import type { InputPart, SourceAccount } from '../../model/reading.js';
import { garbledTexts } from '../garbled.js';
import type { WorkbookPackage } from './package.js';
import { readSharedStrings } from './shared-strings.js';
import { openSheet, type Workbook } from './sheet.js';
import { surveySheet } from './sheet-survey.js';
import { readStyles } from './styles.js';

export { isPackage, readPackage } from './package.js';

/** The sheets of a workbook in their order, as tables. */
export async function* workbookParts(
  found: WorkbookPackage,
  account: () => Promise<SourceAccount>,
): AsyncGenerator<InputPart> {
  let shared: Promise<Workbook> | undefined;
  const load = async (): Promise<Workbook> => {
    const [texts, kinds] = await Promise.all([readSharedStrings(found), readStyles(found)]);
    const context = { texts, kinds, from1904: found.from1904 };
    return { ...found, account, context, garbled: garbledTexts(texts) };
  };
  for (const sheet of found.sheets) {
    const open = async () => {
      shared ??= load();
      const [survey, workbook] = await Promise.all([surveySheet(found.zip, sheet.part), shared]);
      return openSheet(workbook, sheet, survey);
    };
    yield { file: found.file, sheet: sheet.name, sheets: found.sheets.length, open };
  }
}
