import type { AddedSheet, AnnotatableWorkbook, CellMark, SheetAnnotation } from '../../model/annotation.js';
import type { CheckedTable } from '../../model/reading.js';
import type { Report, ReportContext } from '../../model/report.js';
import { sayInWorkbook } from '../../text/workbook-words.js';
import { gravestFirst } from '../gravity.js';
import { type FindingsAccount, findingsSheet } from './findings-sheet.js';
import { mostNotes } from './limits.js';
import { type Marks, marksByTable, styleOf, tableKey } from './marks.js';
import { boxOf, commentOf, drawingFrame, noteAuthor, noteOf, shapesOfId } from './notes.js';
import { findingsRemarks, noteRemarks, ownWorkbookRemarks } from './remarks.js';
import { SheetNames } from './sheet-names.js';
import { colourOf, styleElements } from './styles.js';
import { verdictsSheet } from './verdicts-sheet.js';

/**
 * The user's own workbook with marks. Nothing where it holds personal data that must not be shown: what the program has
 * kept of it elsewhere in the file (results of formulas, texts, comments) could not be masked for sure.
 */
export async function markedWorkbook(
  workbook: AnnotatableWorkbook,
  report: Report,
  context: ReportContext,
  tables: () => AsyncIterable<CheckedTable>,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  if (!context.showValues) for await (const table of tables()) if (holdsPersonal(table)) return undefined;
  const { language } = context;
  const names = new SheetNames(workbook.sheets);
  const [findingsName, verdictsName] = [
    names.take(sayInWorkbook('findings', language)),
    names.take(sayInWorkbook('verdicts', language)),
  ];
  const findings = gravestFirst(report.findings);
  const marks = marksByTable(findings);
  const sheets = new Map<string, SheetAnnotation>();
  const linked = new Map<string, string>();
  const remarks: string[] = [];
  for (const { file, sheet } of report.inputs) {
    if (sheet === undefined || file !== workbook.file) return undefined;
    const key = tableKey({ file, sheet });
    linked.set(key, sheet);
    const own = marks.get(key);
    if (own === undefined) continue;
    const { annotation, withoutNote } = sheetAnnotation(own, context);
    sheets.set(sheet, annotation);
    remarks.push(...noteRemarks(sheet, withoutNote, context));
  }
  const account: FindingsAccount = { left: 0, unlinked: 0 };
  const incomplete = report.verdict === 'incomplete';
  const added: readonly AddedSheet[] = [
    {
      name: findingsName,
      markup: () => findingsSheet({ report, findings, sheets: linked, selected: false }, context, account),
    },
    {
      name: verdictsName,
      // The findings are written by then, and what they lack is known.
      *markup() {
        const all = [...ownWorkbookRemarks(context), ...remarks, ...findingsRemarks(account, context)];
        yield* verdictsSheet(report, context, all, incomplete);
      },
    },
  ];
  return workbook.annotated({
    author: noteAuthor,
    boxes: drawingFrame,
    boxesOfBlock: shapesOfId,
    sheets,
    added,
    styles: styleElements,
    ...(incomplete ? { opensOn: 1 } : {}),
  });
}

/** Columns and forms are known by their place; what the first rows show is enough to know which there are. */
function holdsPersonal({ sample, header, isPersonal }: CheckedTable): boolean {
  return sample.some(({ cells, row }) =>
    cells.some((_, column) => isPersonal(column, row) || isPersonal(column, header + 1)),
  );
}

function sheetAnnotation(
  marks: Marks,
  context: ReportContext,
): { readonly annotation: SheetAnnotation; readonly withoutNote: number } {
  const all = [...marks.values()].flatMap((cells) => [...cells.values()]);
  const noted = all.slice(0, mostNotes);
  const numbers = new Map(noted.map((mark, index) => [mark, index]));
  const cells = all.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const texts = noted.map((mark) => noteOf(mark, context));
  const noteAt = (number: number): NonNullable<(typeof texts)[number]> => {
    const note = texts[number];
    if (note === undefined) throw new Error(`there is no note ${number}`);
    return note;
  };
  return {
    annotation: {
      marks: cells.map((mark): CellMark => {
        const note = numbers.get(mark);
        const { column, row } = mark;
        return { column, row, fill: colourOf(styleOf(mark)), ...(note === undefined ? {} : { note }) };
      }),
      notes: {
        count: noted.length,
        comment: (note, author) => commentOf(noteAt(note), author),
        box: (note, shape) => boxOf(noteAt(note), shape),
      },
    },
    withoutNote: all.length - noted.length,
  };
}
