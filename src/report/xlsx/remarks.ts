import type { Report, ReportContext } from '../../model/report.js';
import type { FillValues } from '../../text/fill.js';
import { formatCount } from '../../text/report-words.js';
import { sayInWorkbook, type WorkbookWord } from '../../text/workbook-words.js';
import type { FindingsAccount } from './findings-sheet.js';
import type { CopyAccount } from './input-sheet.js';
import { mostNotes, sheetLimits } from './limits.js';
import { tableKey } from './marks.js';
import { columnName } from './markup.js';

/** What a copied table lacks or has otherwise, a sentence each. */
export function copyRemarks(
  sheet: string,
  account: CopyAccount,
  withoutNote: number,
  { language }: ReportContext,
): readonly string[] {
  const said = (word: WorkbookWord, n: number, more: FillValues = {}): readonly string[] =>
    n === 0 ? [] : [sayInWorkbook(word, language, { sheet, n: formatCount(n), ...more })];
  return [
    ...said('masked', account.masked),
    ...(account.endedAt === undefined ? [] : said('noRows', account.endedAt)),
    ...said('noColumns', account.rowsCut, { column: columnName(sheetLimits.columns - 1) }),
    ...said('cut', account.cellsCut, { most: formatCount(sheetLimits.text) }),
    ...said('noNotes', withoutNote, { most: formatCount(mostNotes) }),
    ...(account.changed ? said('changed', 1) : []),
  ];
}

/** What the sheets of input are, and which inputs have none. */
export function uncopiedRemarks(
  { inputs }: Report,
  copied: ReadonlyMap<string, string>,
  { language }: ReportContext,
): readonly string[] {
  const without = [...new Set(inputs.filter((input) => !copied.has(tableKey(input))).map(({ file }) => file))];
  const about: readonly WorkbookWord[] = copied.size === 0 ? [] : ['isCopy', 'colours', 'allText'];
  return [
    ...about.map((word) => sayInWorkbook(word, language)),
    ...without.map((file) => sayInWorkbook('noCopy', language, { file })),
  ];
}

/** What a workbook is that was written into. */
export function ownWorkbookRemarks({ language }: ReportContext): readonly string[] {
  return (['isOwn', 'colours'] as const).map((word) => sayInWorkbook(word, language));
}

export function noteRemarks(sheet: string, withoutNote: number, { language }: ReportContext): readonly string[] {
  if (withoutNote === 0) return [];
  const most = formatCount(mostNotes);
  return [sayInWorkbook('noNotes', language, { sheet, n: formatCount(withoutNote), most })];
}

export function findingsRemarks({ left, unlinked }: FindingsAccount, { language }: ReportContext): readonly string[] {
  const most = formatCount(sheetLimits.links);
  return [
    ...(unlinked > 0 ? [sayInWorkbook('noLinks', language, { n: formatCount(unlinked), most })] : []),
    ...(left > 0 ? [sayInWorkbook('noFindings', language, { n: formatCount(left) })] : []),
  ];
}
