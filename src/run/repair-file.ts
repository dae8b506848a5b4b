import type { Finding } from '../model/finding.js';
import type { Format } from '../model/format.js';
import type { ByteSource } from '../model/reading.js';
import type { Report } from '../model/report.js';
import { type EditableFile, type EditableText, editableFile, findTexts } from '../read/edit/index.js';
import { cellText } from '../repair/index.js';

/**
 * `packed`: compressed. `workbook`: its styles would be lost. `large`: more than is held in
 * memory. `damaged`: bytes that are no character, or a file that was not read to its end.
 */
export type Unrepairable = 'packed' | 'workbook' | 'large' | 'damaged';

/** Bytes of a file that are held in memory at once. */
const mostBytes = 256 * 1024 ** 2;

export type RepairFile = {
  readonly editable: EditableFile;
  /** The text a finding speaks of, where it speaks of the whole of it. */
  readonly textAt: (finding: Finding) => EditableText | undefined;
};

export async function openRepairFile(
  source: ByteSource,
  formats: readonly Format[],
  { inputs, notRun }: Report,
  findings: readonly Finding[],
): Promise<RepairFile | { readonly why: Unrepairable }> {
  const why = (reason: Unrepairable): { readonly why: Unrepairable } => ({ why: reason });
  if (source.size !== undefined && source.size > mostBytes) return why('large');
  const summary = inputs.find(({ file }) => file === source.name);
  if (inputs.some(({ file, sheet }) => file === source.name && sheet !== undefined)) return why('workbook');
  if (summary === undefined) return why('packed');
  if (!summary.complete || notRun.some(({ location }) => location?.file === source.name)) return why('damaged');
  const bytes = await wholeOf(source);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return why('packed');
  const editable = editableFile(bytes, summary.encoding);
  const container = formats.find(({ id }) => id === summary.format)?.container;
  if (editable === undefined || container === undefined) return why('damaged');
  const cells = new Set(findings.flatMap(({ location: { cell } }) => (cell === undefined ? [] : [cell])));
  const find = findTexts(container, editable.text, cells);
  return {
    editable,
    textAt: ({ actual, location: { line, column = 1, cell } }) => {
      const text = line === undefined ? undefined : find({ line, column }, cell);
      return text !== undefined && actual !== undefined && bareValue(text.text) === bareValue(actual)
        ? text
        : undefined;
    },
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
