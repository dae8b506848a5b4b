import type { ByteSource } from '../../model/reading.js';
import { keepAside } from '../archive/random-bytes.js';
import { type Member, openZip, type Zip } from '../archive/zip.js';
import { unfoldLimits } from '../unfold.js';
import { readPackage, type WorkbookPackage } from '../workbook/package.js';
import type { Untouchable } from './editable.js';
import { editedList, UnusualMarkup } from './listed-elements.js';
import { editedCells, type SharedItems, sharedItems, textsOfCells } from './sheet-texts.js';
import { type NewPart, type RewritableZip, rewritableZip } from './zip-rewrite.js';

/** `unusual`: packed or written so that one part of it cannot be changed alone. `signed`: a change breaks the signature. */
export type UneditableWorkbook = 'unusual' | 'signed' | 'large';

/** Something for each of some cells, by the sheet and the address. */
export type ByCell<Item> = ReadonlyMap<string, ReadonlyMap<string, Item>>;

export type EditableWorkbook<Key> = {
  /** The texts of the cells asked for; why one cannot be replaced; nothing of those that are empty or not there. */
  readonly texts: ReadonlyMap<Key, string | Untouchable>;
  /** The workbook with other texts in some of these cells, all else staying as it is, byte for byte. */
  readonly rewritten: (edits: ByCell<string>) => AsyncGenerator<Uint8Array>;
};

/** Bytes all parts may have unpacked: a zip without the 64-bit extension ends at 4 GiB. */
const mostBytes = 3 * 1024 ** 3;

/**
 * A workbook of which cells can be given other texts. It is read row by row; kept are the shared texts and what was asked
 * for.
 * @throws UserError for a workbook that cannot be read
 */
export async function editableWorkbook<Key>(
  source: ByteSource,
  wanted: ByCell<Key>,
): Promise<EditableWorkbook<Key> | UneditableWorkbook> {
  const texts = new Map<Key, string | Untouchable>();
  try {
    const refused = await withPackage(source, async ({ zip, sheets, sharedStrings }) => {
      if (zip.members.some(({ name }) => name.startsWith('_xmlsignatures/'))) return 'signed';
      if (zip.members.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) return 'large';
      const shared = await itemsOf(zip, sharedStrings);
      for (const { name, part } of sheets) {
        const cells = wanted.get(name);
        if (cells === undefined) continue;
        const look = textsOfCells(shared, cells, (key, text) => texts.set(key, text));
        for await (const _ of editedList(unpacked(zip, part), look));
      }
      return undefined;
    });
    if (refused !== undefined) return refused;
  } catch (error) {
    if (error instanceof UnusualMarkup) return 'unusual';
    throw error;
  }
  return { texts, rewritten: (edits) => rewritten(source, edits) };
}

async function* rewritten(source: ByteSource, edits: ByCell<string>): AsyncGenerator<Uint8Array> {
  const bytes = await randomAccess(source);
  try {
    const { zip, sheets, rewritable } = await openPackage(source, bytes);
    const changed = sheets.filter(({ name }) => edits.has(name));
    const parts = async function* (): AsyncGenerator<NewPart> {
      for (const { name, part } of changed)
        yield { name: part.name, content: editedList(unpacked(zip, part), editedCells(edits.get(name) ?? new Map())) };
    };
    yield* rewritable.rewritten(new Set(changed.map(({ part }) => part.name)), parts());
  } finally {
    await bytes.close();
  }
}

type OpenPackage = WorkbookPackage & { readonly rewritable: RewritableZip };

async function withPackage<Result>(source: ByteSource, work: (found: OpenPackage) => Promise<Result>): Promise<Result> {
  const bytes = await randomAccess(source);
  try {
    return await work(await openPackage(source, bytes));
  } finally {
    await bytes.close();
  }
}

function randomAccess(source: ByteSource): ReturnType<typeof keepAside> {
  return source.randomAccess?.() ?? keepAside(source.name, source.chunks());
}

/** @throws UnusualMarkup for a zip that cannot be written again in part */
async function openPackage(
  { name }: ByteSource,
  bytes: Awaited<ReturnType<typeof randomAccess>>,
): Promise<OpenPackage> {
  const zip = await openZip(name, bytes, unfoldLimits);
  const found = await readPackage(name, zip);
  const rewritable = await rewritableZip(bytes);
  if ('main' in found || rewritable === undefined) throw new UnusualMarkup('zip');
  if (found.sheets.some(({ part }) => !rewritable.names.has(part.name))) throw new UnusualMarkup('names');
  return { ...found, rewritable };
}

async function itemsOf(zip: Zip, part: Member | undefined): Promise<SharedItems> {
  const items: SharedItems = { texts: [], rich: new Set() };
  if (part !== undefined) for await (const _ of editedList(unpacked(zip, part), sharedItems(items)));
  return items;
}

async function* unpacked(zip: Zip, part: Member): AsyncGenerator<Uint8Array> {
  let cut = false;
  yield* zip.chunks(part, () => (cut = true));
  if (cut) throw new UnusualMarkup('damaged');
}
