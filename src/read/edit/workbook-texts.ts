import { bytesInMemory } from '../archive/random-bytes.js';
import { type Member, openZip, type Zip } from '../archive/zip.js';
import { unfoldLimits } from '../unfold.js';
import { nextAside } from '../workbook/markup.js';
import { readPackage, readPart } from '../workbook/package.js';
import { type EditableFile, editableFile, type FindCell } from './editable.js';
import { type CellTexts, cellTexts, sharedItems } from './sheet-texts.js';
import { patchZip } from './zip-patch.js';

/** `unusual`: packed or written so that one part of it cannot be changed alone. `signed`: a change breaks the signature. */
export type UneditableWorkbook = 'unusual' | 'signed' | 'large';

export type EditableWorkbook = { readonly editable: EditableFile; readonly find: FindCell };

/** Bytes of markup held in memory, several times over: the sheets that are edited and the shared texts. */
const mostBytes = 128 * 1024 ** 2;

/**
 * A workbook of which cells of some sheets can be given other texts, all else staying as it is, byte for byte. Its text is
 * the markup of those sheets, one after another.
 * @throws UserError for a workbook that cannot be read
 */
export async function editableWorkbook(
  file: string,
  bytes: Uint8Array,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<EditableWorkbook | UneditableWorkbook> {
  const zip = await openZip(file, bytesInMemory(bytes), unfoldLimits);
  const found = await readPackage(file, zip);
  if ('main' in found) return 'unusual';
  if (zip.members.some(({ name }) => name.startsWith('_xmlsignatures/'))) return 'signed';
  const entries = found.sheets.filter(({ name }) => wanted.has(name));
  const parts = [...entries.map(({ part }) => part), ...(found.sharedStrings ? [found.sharedStrings] : [])];
  if (parts.reduce((sum, part) => sum + part.bytes, 0) > mostBytes) return 'large';
  const shared = found.sharedStrings && (await markupOf(file, zip, found.sharedStrings));
  const sheets: EditedSheet[] = [];
  let start = 0;
  for (const { name, part } of entries) {
    const markup = await markupOf(file, zip, part);
    if (markup === undefined) return 'unusual';
    const items = shared === undefined ? [] : sharedItems(shared.text);
    sheets.push({ name, part: part.name, start, markup, cells: cellTexts(markup.text, items, wanted.get(name)) });
    start += markup.text.length;
  }
  if (found.sharedStrings !== undefined && shared === undefined) return 'unusual';
  // Whether the zip can be patched at all is known before anything is worked out.
  if (patchZip(bytes, new Map()) === undefined) return 'unusual';
  return { editable: joined(bytes, sheets), find: finder(sheets) };
}

type EditedSheet = {
  readonly name: string;
  readonly part: string;
  /** Offset in the text of the workbook. */
  readonly start: number;
  readonly markup: EditableFile;
  readonly cells: CellTexts;
};

/** A part as text; nothing where it holds comments or the like, between which cells cannot be told for sure. */
async function markupOf(file: string, zip: Zip, part: Member): Promise<EditableFile | undefined> {
  const bytes = await readPart(file, zip, part);
  const markup = editableFile(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-8');
  const head = /^<\?xml[^>]*\?>/u.exec(markup?.text ?? '')?.[0].length ?? 0;
  return markup === undefined || nextAside(markup.text, head) >= 0 ? undefined : markup;
}

function joined(bytes: Uint8Array, sheets: readonly EditedSheet[]): EditableFile {
  return {
    text: sheets.map(({ markup }) => markup.text).join(''),
    write: (edits) => {
      const changed = new Map<string, Uint8Array>();
      for (const { part, start, markup } of sheets) {
        const end = start + markup.text.length;
        const own = edits.filter((edit) => edit.start >= start && edit.end <= end);
        const moved = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
        const content = own.length === 0 ? undefined : markup.write(moved);
        if (own.length > 0 && content === undefined) return undefined;
        if (content !== undefined) changed.set(part, content);
      }
      return patchZip(bytes, changed);
    },
  };
}

function finder(sheets: readonly EditedSheet[]): FindCell {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return ({ sheet = '' }, cell) => {
    const own = byName.get(sheet);
    const found = cell === undefined ? undefined : own?.cells(cell);
    if (own === undefined || found === undefined || 'why' in found) return found;
    return { ...found, start: found.start + own.start, end: found.end + own.start };
  };
}
