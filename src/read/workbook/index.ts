import type { InputPart, SourceAccount } from '../../model/reading.js';
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
  let context: Promise<Workbook['context']> | undefined;
  const load = async (): Promise<Workbook['context']> => {
    const [texts, kinds] = await Promise.all([readSharedStrings(found), readStyles(found)]);
    return { texts, kinds, from1904: found.from1904 };
  };
  for (const sheet of found.sheets) {
    const open = async () => {
      context ??= load();
      const [survey, shared] = await Promise.all([surveySheet(found.zip, sheet.part), context]);
      return openSheet({ ...found, account, context: shared }, sheet, survey);
    };
    yield { file: found.file, sheet: sheet.name, sheets: found.sheets.length, open };
  }
}
