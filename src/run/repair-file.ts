import type { Format } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { ByteSource } from '../model/reading.js';
import type { Report } from '../model/report.js';
import {
  type EditableText,
  editableFile,
  editableWorkbook,
  findTexts,
  type UneditableWorkbook,
  type Untouchable,
  writableInCell,
} from '../read/edit/index.js';
import { cellText } from '../repair/index.js';
import { memorySource } from './memory-source.js';
import type { Spot } from './repair-spots.js';

/**
 * `packed`: compressed. `large`: more than is held in memory. `damaged`: bytes that are no character, or a file that was
 * not read to its end. `unusual`, `signed`: a workbook that cannot be changed in one place. `formula`, `number`,
 * `rich-text`: cells of a workbook, not the whole of it.
 */
export type Unrepairable = 'packed' | 'large' | 'damaged' | UneditableWorkbook | Untouchable['why'];

/** Bytes of a file that are held in memory at once. */
const mostBytes = 256 * 1024 ** 2;

export type SpotText = { readonly spot: Spot; readonly text: string };

export type RepairFile = {
  /** Tells of each spot the text that stands there, or why it cannot be replaced; nothing of those that quote but a part. */
  readonly texts: (spots: readonly Spot[], take: (spot: Spot, text: string | Untouchable) => void) => void;
  /** Whether the file can hold the text there. */
  readonly takes: (spot: Spot, text: string) => boolean;
  /** The file with these texts; nothing where its encoding has no such character. */
  readonly changed: (texts: readonly SpotText[]) => ByteSource | undefined;
};

type Refused = { readonly why: Unrepairable };

export async function openRepairFile(
  source: ByteSource,
  formats: readonly Format[],
  { inputs, notRun }: Report,
  spots: readonly Spot[],
): Promise<RepairFile | Refused> {
  const why = (reason: Unrepairable): Refused => ({ why: reason });
  const own = inputs.filter(({ file }) => file === source.name);
  const [summary] = own;
  if (summary === undefined || (await isGzip(source))) return why('packed');
  if (own.some(({ complete }) => !complete)) return why('damaged');
  if (summary.sheet !== undefined) return openWorkbook(source, spots);
  if (source.size !== undefined && source.size > mostBytes) return why('large');
  if (notRun.some(({ location }) => location?.file === source.name)) return why('damaged');
  const editable = editableFile(await wholeOf(source), summary.encoding);
  const container = formats.find(({ id }) => id === summary.format)?.container;
  if (editable === undefined || container === undefined) return why('damaged');
  const cells = new Set(spots.flatMap(({ location: { cell } }) => (cell === undefined ? [] : [cell])));
  const find = findTexts(container, editable.text, cells);
  const found = new Map<Location, EditableText>();
  return {
    texts: (wanted, take) => {
      for (const spot of wanted) {
        const { line = 1, column = 1, cell } = spot.location;
        const text = find({ line, column }, cell);
        if (text === undefined || !saysAll(spot, text.text)) continue;
        found.set(spot.location, text);
        take(spot, text.text);
      }
    },
    takes: (spot, text) => found.get(spot.location)?.write(text) !== undefined,
    changed: (texts) => {
      const edits = texts.flatMap(({ spot, text }) => {
        const place = found.get(spot.location);
        const written = place?.write(text);
        return place === undefined || written === undefined ? [] : [{ ...place, text: written }];
      });
      const bytes = editable.write(edits);
      return bytes && memorySource(source.name, bytes);
    },
  };
}

async function openWorkbook(source: ByteSource, spots: readonly Spot[]): Promise<RepairFile | Refused> {
  const workbook = await editableWorkbook(
    source,
    byCell(spots, (spot) => spot.location),
  );
  if (typeof workbook === 'string') return { why: workbook };
  return {
    texts: (wanted, take) => {
      for (const spot of wanted) {
        const text = workbook.texts.get(spot.location);
        if (text === undefined) continue;
        if (typeof text !== 'string') take(spot, text);
        else if (saysAll(spot, text)) take(spot, text);
      }
    },
    takes: (_, text) => writableInCell(text),
    changed: (texts) => {
      const now = new Map(texts.map(({ spot, text }) => [spot, text]));
      const edits = byCell([...now.keys()], (spot) => now.get(spot) ?? '');
      return { name: source.name, chunks: () => workbook.rewritten(edits) };
    },
  };
}

/** Something for each cell, by the sheet and the address. */
function byCell<Item>(spots: readonly Spot[], of: (spot: Spot) => Item): Map<string, Map<string, Item>> {
  const sheets = new Map<string, Map<string, Item>>();
  for (const spot of spots) {
    const { sheet = '', cell } = spot.location;
    if (cell === undefined) continue;
    const cells = sheets.get(sheet) ?? new Map<string, Item>();
    sheets.set(sheet, cells.set(cell, of(spot)));
  }
  return sheets;
}

/** Whether the finding speaks of the whole of a text: it may quote a value without what stands around it. */
function saysAll({ actual }: Spot, text: string): boolean {
  return cellText(text).value === cellText(actual).value;
}

async function isGzip(source: ByteSource): Promise<boolean> {
  for await (const chunk of source.chunks()) return chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
}

async function wholeOf(source: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.chunks()) pieces.push(piece);
  return Buffer.concat(pieces);
}
