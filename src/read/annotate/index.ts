import type { AnnotatableWorkbook, Annotation } from '../../model/annotation.js';
import type { ByteSource, RandomBytes } from '../../model/reading.js';
import { type Member, openZip, type Zip } from '../archive/zip.js';
import { editedList, type ListEdit, UnusualMarkup } from '../edit/listed-elements.js';
import { SmallParts } from '../edit/small-parts.js';
import { type NewPart, type RewritableZip, rewritableZip } from '../edit/zip-rewrite.js';
import { unfoldLimits } from '../unfold.js';
import { partName, readPackage, relationsOf, type WorkbookPackage } from '../workbook/package.js';
import { AddedStyles } from './added-styles.js';
import { markedSheet } from './marked-sheet.js';
import { addRelations, freePath, listSheets, registerDrawings, registerPart } from './registration.js';
import { addNotes, ShapeBlocks } from './sheet-notes.js';

/** Zips end at 4 GiB; what is added must fit too. */
const mostBytes = 3 * 1024 ** 3;

/**
 * A workbook to be marked; nothing where it is written, or packed, so that this cannot be done for sure: signed, of the
 * strict kind, with comments between its cells, with prefixes.
 * @throws UserError for a workbook that cannot be read
 */
export async function annotatableWorkbook(
  { name }: ByteSource,
  bytes: RandomBytes,
): Promise<AnnotatableWorkbook | undefined> {
  const workbook = await sureOnly(async (): Promise<AnnotatableWorkbook | undefined> => {
    const zip = await openZip(name, bytes, unfoldLimits);
    const found = await readPackage(name, zip);
    const rewritable = await rewritableZip(bytes);
    if ('main' in found || rewritable === undefined || found.styles === undefined) return undefined;
    if (zip.members.reduce((sum, member) => sum + member.bytes, 0) > mostBytes) return undefined;
    if (zip.members.some((member) => member.name.startsWith('_xmlsignatures/'))) return undefined;
    const parts = (): SmallParts => new SmallParts(name, zip);
    const book = (await parts().text(found.book)) ?? '';
    if (!/<workbook\s[^>]*xmlns="http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main"/u.test(book))
      return undefined;
    const drawings = new Map<string, string | undefined>();
    for (const { part } of found.sheets) drawings.set(part.name, await drawingOf(zip, part));
    const sheets = [...book.matchAll(/<sheet\s[^>]*?name="([^"]*)"/gu)].map(([, one = '']) => one);
    return {
      file: name,
      sheets: sheets.map((one) => found.sheets.find((sheet) => escaped(sheet.name) === one)?.name ?? one),
      close: bytes.close,
      annotated: (annotation) => sureOnly(() => annotated({ found, rewritable, drawings, parts: parts() }, annotation)),
    };
  });
  if (workbook === undefined) await bytes.close();
  return workbook;
}

async function sureOnly<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnusualMarkup) return undefined;
    throw error;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Reads a sheet through; answers the relation of the drawing its notes are in. @throws UnusualMarkup */
async function drawingOf(zip: Zip, part: Member): Promise<string | undefined> {
  let drawing: string | undefined;
  const look: ListEdit = {
    ...markedSheet({ marks: [], coloured: () => 0, drawing: undefined, deselected: false }),
    tail: (markup) => {
      drawing = /<legacyDrawing\s[^>]*?:id\s*=\s*["']([^"']*)/u.exec(markup)?.[1];
      return '';
    },
  };
  for await (const _ of editedList(unpacked(zip, part), look));
  return drawing;
}

type Opened = {
  readonly found: WorkbookPackage;
  readonly rewritable: RewritableZip;
  readonly drawings: ReadonlyMap<string, string | undefined>;
  readonly parts: SmallParts;
};

/** What is small is settled first: from then on nothing can go wrong but the reading. */
async function annotated(
  { found, rewritable, drawings, parts }: Opened,
  annotation: Annotation,
): Promise<AsyncIterable<Uint8Array>> {
  const { file, zip, book, sheets, styles } = found;
  const stylesName = styles?.name ?? '';
  const added = new AddedStyles((await parts.text(partName(stylesName))) ?? '', annotation.styles);
  const blocks = new ShapeBlocks();
  await blocks.learn(parts);
  const fresh = new Map<string, string | undefined>();
  for (const { name, part } of sheets) {
    const own = annotation.sheets.get(name);
    if (own === undefined) continue;
    const relations = await relationsOf(file, zip, part);
    const place = { sheet: partName(part.name), relations, drawing: drawings.get(part.name) };
    fresh.set(part.name, await addNotes(parts, place, own, annotation, blocks));
  }
  if (fresh.size > 0) await registerDrawings(parts);
  const paths = await registerSheets(parts, book, annotation);
  const deselected = annotation.opensOn !== undefined;
  const rewritten = sheets.filter(({ name }) => deselected || annotation.sheets.has(name));
  const without = new Set([...rewritten.map(({ part }) => part.name), stylesName, ...parts.changed()]);
  if ([...without].some((name) => !rewritable.names.has(name))) throw new UnusualMarkup('names');
  const written = async function* (): AsyncGenerator<NewPart> {
    for (const { name, part } of rewritten) {
      const marks = annotation.sheets.get(name)?.marks ?? [];
      const edit = markedSheet({ marks, coloured: added.coloured, drawing: fresh.get(part.name), deselected });
      yield { name: part.name, content: editedList(unpacked(zip, part), edit) };
    }
    for (const [at, { markup }] of annotation.added.entries())
      yield { name: paths[at] ?? '', content: withStyles(markup(), added.first) };
    yield { name: stylesName, content: [added.markup()] };
    yield* parts.written();
  };
  return rewritable.rewritten(without, written());
}

async function registerSheets(
  parts: SmallParts,
  book: string,
  { added, opensOn }: Annotation,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const _ of added) {
    const path = freePath(parts, 'xl/worksheets/sheet', '.xml');
    // Its content comes later; until then the name is taken.
    paths.push(path);
    await registerPart(parts, path, 'worksheet');
    parts.reserve(path);
  }
  const relations = await addRelations(
    parts,
    book,
    paths.map((target) => ({ type: 'worksheet', target })),
  );
  const listed = added.map(({ name }, at) => ({ name, relation: relations[at] ?? '' }));
  await listSheets(parts, book, listed, opensOn);
  return paths;
}

/** Cells of an added sheet name styles by their numbers among those that came along. */
function* withStyles(markup: Iterable<string>, first: number): Generator<string> {
  for (const piece of markup)
    yield piece.replace(
      /(<c r="[A-Z]+\d+" s=")(\d+)/gu,
      (_, before: string, style: string) => before + (first + Number(style)),
    );
}

async function* unpacked(zip: Zip, part: Member): AsyncGenerator<Uint8Array> {
  let cut = false;
  yield* zip.chunks(part, () => (cut = true));
  if (cut) throw new UnusualMarkup('damaged');
}
