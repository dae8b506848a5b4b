import type { Finding } from '../model/finding.js';
import type { Format } from '../model/format.js';
import type { ByteSource } from '../model/reading.js';
import type { Report } from '../model/report.js';
import {
  type EditableFile,
  type EditableText,
  editableFile,
  editableWorkbook,
  type FindCell,
  type FindText,
  findTexts,
  type UneditableWorkbook,
  type Untouchable,
} from '../read/edit/index.js';
import { cellText } from '../repair/index.js';

/**
 * `packed`: compressed. `large`: more than is held in memory. `damaged`: bytes that are no character, or a file that was
 * not read to its end. `unusual`, `signed`: a workbook that cannot be changed in one place. `formula`, `number`,
 * `rich-text`: cells of a workbook, not the whole of it.
 */
export type Unrepairable = 'packed' | 'large' | 'damaged' | UneditableWorkbook | Untouchable['why'];

/** Bytes of a file that are held in memory at once. */
const mostBytes = 256 * 1024 ** 2;

export type RepairFile = {
  readonly editable: EditableFile;
  /** The text a finding speaks of, where it speaks of the whole of it; why it cannot be replaced, where that is known. */
  readonly textAt: (finding: Finding) => EditableText | Untouchable | undefined;
};

type Refused = { readonly why: Unrepairable };

export async function openRepairFile(
  source: ByteSource,
  formats: readonly Format[],
  report: Report,
  findings: readonly Finding[],
): Promise<RepairFile | Refused> {
  const why = (reason: Unrepairable): Refused => ({ why: reason });
  const { inputs, notRun } = report;
  if (source.size !== undefined && source.size > mostBytes) return why('large');
  const own = inputs.filter(({ file }) => file === source.name);
  const [summary] = own;
  if (summary === undefined) return why('packed');
  if (own.some(({ complete }) => !complete)) return why('damaged');
  if (summary.sheet !== undefined) return openWorkbook(source, findings);
  if (notRun.some(({ location }) => location?.file === source.name)) return why('damaged');
  const bytes = await wholeOf(source);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return why('packed');
  const editable = editableFile(bytes, summary.encoding);
  const container = formats.find(({ id }) => id === summary.format)?.container;
  if (editable === undefined || container === undefined) return why('damaged');
  const cells = new Set(findings.flatMap(({ location: { cell } }) => (cell === undefined ? [] : [cell])));
  return { editable, textAt: textFinder(findTexts(container, editable.text, cells)) };
}

async function openWorkbook(source: ByteSource, findings: readonly Finding[]): Promise<RepairFile | Refused> {
  const wanted = new Map<string, Set<string>>();
  for (const { location } of findings) {
    const { sheet = '', cell } = location;
    if (cell !== undefined) wanted.set(sheet, (wanted.get(sheet) ?? new Set()).add(cell));
  }
  const bytes = await wholeOf(source);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { why: 'packed' };
  const workbook = await editableWorkbook(source.name, bytes, wanted);
  if (typeof workbook === 'string') return { why: workbook };
  return { editable: workbook.editable, textAt: textFinder(workbook.find) };
}

function textFinder(find: FindText | FindCell): RepairFile['textAt'] {
  return ({ actual, location: { line, column = 1, cell, sheet } }) => {
    const place = line === undefined ? undefined : { line, column, ...(sheet === undefined ? {} : { sheet }) };
    const text = place === undefined ? undefined : find(place, cell);
    if (text === undefined || 'why' in text) return text;
    return actual !== undefined && bareValue(text.text) === bareValue(actual) ? text : undefined;
  };
}

/** A finding may quote a value without what stands around it. */
function bareValue(text: string): string {
  return cellText(text).value;
}

async function wholeOf(source: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.chunks()) pieces.push(piece);
  return Buffer.concat(pieces);
}
