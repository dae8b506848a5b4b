import type { AnnotatableWorkbook } from '../../model/annotation.js';
import type { CheckedTable } from '../../model/reading.js';
import type { Report, ReportContext } from '../../model/report.js';
import { sayInWorkbook } from '../../text/workbook-words.js';
import { gravestFirst } from '../gravity.js';
import { hidingOf } from '../hiding.js';
import { type FindingsAccount, findingsSheet } from './findings-sheet.js';
import { type CopyAccount, inputSheet } from './input-sheet.js';
import { mostNotes } from './limits.js';
import { markedWorkbook } from './marked-workbook.js';
import { type Marks, marksByTable, tableKey } from './marks.js';
import { commentsPart, drawingIds, drawingPart, noteOf } from './notes.js';
import { notesParts, packageParts, type SheetPart, sheetPath } from './package-parts.js';
import { copyRemarks, findingsRemarks, uncopiedRemarks } from './remarks.js';
import { SheetNames } from './sheet-names.js';
import { verdictsSheet } from './verdicts-sheet.js';
import { type Part, zipParts } from './zip-stream.js';

/**
 * The workbook that was checked with its faulty cells marked, and behind its sheets the findings and the verdicts. Where
 * that is not to be had, a workbook of copies.
 */
export async function* writeWorkbook(
  report: Report,
  context: ReportContext,
  tables: () => AsyncIterable<CheckedTable>,
  workbook?: () => Promise<AnnotatableWorkbook | undefined>,
): AsyncIterable<Uint8Array> {
  const own = await workbook?.();
  try {
    const marked = own && (await markedWorkbook(own, report, context, tables));
    yield* marked ?? zipParts(parts(report, context, tables));
  } finally {
    await own?.close();
  }
}

/** What is known of the workbook so far. */
type Book = {
  readonly names: SheetNames;
  readonly sheets: SheetPart[];
  /** Names of the copies' sheets, by `tableKey`. */
  readonly copied: Map<string, string>;
  readonly remarks: string[];
  /** Characters of markup of all copies. */
  readonly spent: { characters: number };
  /** Number of the next drawing's shapes. */
  nextDrawing: number;
};

/**
 * A copy of every table that was checked with its faulty cells coloured and explained in notes, the findings with links to
 * their cells, and the verdicts. Texts of files are texts in it, never formulas or numbers.
 */
async function* parts(
  report: Report,
  context: ReportContext,
  tables: () => AsyncIterable<CheckedTable>,
): AsyncIterable<Part> {
  const { language } = context;
  const names = new SheetNames();
  const reserved = [names.take(sayInWorkbook('findings', language)), names.take(sayInWorkbook('verdicts', language))];
  const [findingsName = '', verdictsName = ''] = reserved;
  const book: Book = { names, sheets: [], copied: new Map(), remarks: [], spent: { characters: 0 }, nextDrawing: 1 };
  const findings = gravestFirst(report.findings);
  const marks = marksByTable(findings);
  for await (const table of tables())
    yield* copyParts(table, marks.get(tableKey(table)) ?? none, book, report, context);

  const findingsPart = newSheet(book, findingsName, false);
  const verdictsPart = newSheet(book, verdictsName, false);
  const opensOn = report.verdict === 'incomplete' ? verdictsPart.number - 1 : 0;
  const account: FindingsAccount = { left: 0, unlinked: 0 };
  const request = { report, findings, sheets: book.copied, selected: opensOn === findingsPart.number - 1 };
  yield { name: sheetPath(findingsPart), text: findingsSheet(request, context, account) };
  const remarks = [
    ...uncopiedRemarks(report, book.copied, context),
    ...book.remarks,
    ...findingsRemarks(account, context),
  ];
  const shown = opensOn === verdictsPart.number - 1;
  yield { name: sheetPath(verdictsPart), text: verdictsSheet(report, context, remarks, shown) };
  yield* packageParts(book.sheets, opensOn);
}

const none: Marks = new Map();

/** The copy of a table with its notes. */
async function* copyParts(
  table: CheckedTable,
  marks: Marks,
  book: Book,
  { verdict }: Report,
  context: ReportContext,
): AsyncIterable<Part> {
  const marked = [...marks.values()].flatMap((cells) => [...cells.values()]);
  const noted = marked.slice(0, mostNotes).sort((a, b) => a.row - b.row || a.column - b.column);
  const notes = noted.map((mark) => noteOf(mark, context));
  const part = newSheet(book, book.names.take(table.sheet ?? baseName(table.file)), notes.length > 0);
  book.copied.set(tableKey(table), part.name);
  const account: CopyAccount = { endedAt: undefined, rowsCut: 0, cellsCut: 0, masked: 0, changed: false };
  // What did not run must not be overlooked behind a sheet on which nothing is marked.
  const selected = part.number === 1 && verdict !== 'incomplete';
  const request = { table, marks, notes: part.notes, hide: hidingOf(context), selected, spent: book.spent };
  yield { name: sheetPath(part), text: inputSheet(request, account) };
  if (part.notes) yield* notesParts(part, commentsPart(notes), drawingPart(notes, book.nextDrawing));
  book.nextDrawing += drawingIds(notes.length);
  book.remarks.push(...copyRemarks(part.name, account, marked.length - notes.length, context));
}

function newSheet(book: Book, name: string, notes: boolean): SheetPart {
  const part = { name, number: book.sheets.length + 1, notes };
  book.sheets.push(part);
  return part;
}

/** `exports/goods.csv` is the sheet “goods”. */
function baseName(file: string): string {
  const name = /[^/\\]*$/u.exec(file)?.[0] ?? file;
  return name.replace(/(?<=.)\.(?:csv|tsv|txt|tab|gz)$/iu, '').replace(/(?<=.)\.(?:csv|tsv|txt|tab)$/iu, '');
}
