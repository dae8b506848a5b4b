import type { ByteSource } from '../../../model/reading.js';
import { keepAside } from '../../archive/random-bytes.js';
import { type Member, openZip, type Zip } from '../../archive/zip.js';
import { editedList, UnusualMarkup } from '../../edit/listed-elements.js';
import { SmallParts } from '../../edit/small-parts.js';
import { type NewPart, type RewritableZip, rewritableZip, ZipTooLarge } from '../../edit/zip-rewrite.js';
import { unfoldLimits } from '../../unfold.js';
import { readPackage, relationsOf, type WorkbookPackage } from '../../workbook/package.js';
import { besideSheet } from './beside-sheet.js';
import { CannotCut } from './cannot-cut.js';
import { cutRows } from './cut-rows.js';
import type { MovesOf } from './moved-formulas.js';
import { mainChanges, refuseTied } from './package-changes.js';
import { withoutPictures } from './pictures.js';
import type { RowMoves } from './row-moves.js';
import { Numbers } from './used-texts.js';

export { CannotCut, type WhyUncut } from './cannot-cut.js';
export { RowMoves } from './row-moves.js';

/**
 * A workbook without some of the rows of its sheets: those below move up, and everything that speaks of rows with them.
 * All else stays, byte for byte; texts that no cell shows any more are left out.
 * @param moves by the name of the sheet; the others stay as they are
 * @throws CannotCut before the end where that cannot be done for sure, UserError for a workbook that cannot be read
 */
export async function* cutWorkbook(
  source: ByteSource,
  moves: ReadonlyMap<string, RowMoves>,
): AsyncGenerator<Uint8Array> {
  const bytes = await (source.randomAccess?.() ?? keepAside(source.name, source.chunks()));
  try {
    const zip = await openZip(source.name, bytes, unfoldLimits);
    const found = await readPackage(source.name, zip);
    const rewritable = await rewritableZip(bytes);
    if ('main' in found || rewritable === undefined) throw new CannotCut('unusual');
    yield* cutPackage(found, rewritable, moves);
  } catch (error) {
    if (error instanceof UnusualMarkup) throw new CannotCut('unusual');
    throw error instanceof ZipTooLarge ? new CannotCut('large') : error;
  } finally {
    await bytes.close();
  }
}

async function* cutPackage(
  found: WorkbookPackage,
  rewritable: RewritableZip,
  moves: ReadonlyMap<string, RowMoves>,
): AsyncGenerator<Uint8Array> {
  const { file, zip, sheets, sharedStrings } = found;
  const byName = new Map([...moves].map(([name, own]) => [name.toLowerCase(), own]));
  // Programs do not tell capitals in names of sheets apart.
  const movesOf: MovesOf = (name) => byName.get(name.toLowerCase());
  const parts = new SmallParts(file, zip);
  await refuseTied(parts, movesOf);
  await mainChanges(parts, found.book, movesOf);
  for (const { name, part } of sheets) {
    const own = movesOf(name);
    if (own !== undefined) await cutBeside(parts, zip, part, own);
  }
  await withoutPictures(parts);
  const cut = sheets.filter(({ name }) => movesOf(name) !== undefined);
  const lists = [...cut.map(({ part }) => part.name), ...(sharedStrings === undefined ? [] : [sharedStrings.name])];
  const without = new Set([...lists, ...parts.changed()]);
  if ([...without].some((name) => !rewritable.names.has(name))) throw new CannotCut('unusual');
  const texts = new Numbers();
  const written = async function* (): AsyncGenerator<NewPart> {
    for (const { name, part } of sheets) {
      const content = editedList(unpacked(zip, part), cutRows({ name, movesOf }, texts));
      if (cut.some((one) => one.part === part)) yield { name: part.name, content };
      else for await (const _ of content);
    }
    if (sharedStrings !== undefined)
      yield { name: sharedStrings.name, content: editedList(unpacked(zip, sharedStrings), usedItems(texts)) };
    yield* parts.written();
  };
  yield* rewritable.rewritten(without, written());
}

async function cutBeside(parts: SmallParts, zip: Zip, sheet: Member, moves: RowMoves): Promise<void> {
  for (const { type, target } of await relationsOf(parts.file, zip, sheet)) {
    const change = besideSheet(type);
    if (change !== undefined) await parts.change(target, (markup) => change(markup, moves));
  }
}

/** The shared texts, of which those that no cell shows any more are empty: the others keep their numbers. */
export function usedItems(texts: Numbers): Parameters<typeof editedList>[1] {
  let number = -1;
  return {
    list: 'sst',
    item: 'si',
    others: true,
    each: (markup, prefix) => (texts.has(++number) ? markup : `<${prefix}si><${prefix}t/></${prefix}si>`),
  };
}

async function* unpacked(zip: Zip, part: Member): AsyncGenerator<Uint8Array> {
  let cut = false;
  yield* zip.chunks(part, () => (cut = true));
  if (cut) throw new CannotCut('unusual');
}
