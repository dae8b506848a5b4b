import type { Annotation, CellMark, SheetNotes } from '../../model/annotation.js';
import { UnusualMarkup } from '../edit/listed-elements.js';
import { attributeOf } from '../edit/markup-elements.js';
import type { SmallParts } from '../edit/small-parts.js';
import type { Relation } from '../workbook/package.js';
import { columnName } from '../workbook/sheet-rows.js';
import { addRelations, freePath, registerPart } from './registration.js';

/** Where the notes of a sheet go. */
export type NotePlace = {
  /** Path of the sheet. */
  readonly sheet: string;
  readonly relations: readonly Relation[];
  /** Relation of the drawing its notes are shown in, where it has one. */
  readonly drawing: string | undefined;
};

/** Numbers of blocks of shapes that no drawing of the workbook has taken. */
export class ShapeBlocks {
  #next = 1;

  async learn(parts: SmallParts): Promise<void> {
    for (const path of parts.paths().filter((one) => /\.vml$/iu.test(one))) {
      const markup = (await parts.text(path)) ?? '';
      for (const [, blocks = ''] of markup.matchAll(/<o:idmap\s[^>]*?data\s*=\s*["']([^"']*)/gu))
        for (const block of blocks.split(',')) this.#next = Math.max(this.#next, Number(block) + 1);
      for (const [, shape] of markup.matchAll(/_x0000_s(\d+)/gu))
        this.#next = Math.max(this.#next, Math.floor(Number(shape) / 1024) + 1);
    }
  }

  take(count: number): readonly number[] {
    return Array.from({ length: count }, () => this.#next++);
  }
}

/**
 * Writes the notes of a sheet: into its comments where it has some, else into parts of their own.
 * @returns the relation of a new drawing, which the sheet must name
 */
export async function addNotes(
  parts: SmallParts,
  { sheet, relations, drawing }: NotePlace,
  { marks, notes }: { readonly marks: readonly CellMark[]; readonly notes: SheetNotes },
  annotation: Annotation,
  blocks: ShapeBlocks,
): Promise<string | undefined> {
  const noted = marks.flatMap(({ column, row, note }) =>
    note === undefined ? [] : [{ cell: `${columnName(column)}${row}`, note }],
  );
  if (noted.length === 0) return undefined;
  const known = relations.find(({ type }) => type === 'comments');
  const boxes = relations.find(({ id }) => id === drawing);
  if ((drawing !== undefined && boxes === undefined) || (known !== undefined && boxes === undefined))
    throw new UnusualMarkup('notes');
  const path = known?.target ?? freePath(parts, 'xl/comments', '.xml');
  const isNew = new Set(noted.map(({ note }) => note));
  if (known === undefined) {
    parts.add(path, emptyComments);
    await registerPart(parts, path, 'comments');
  }
  await parts.change(path, (markup) => withComments(markup, noted, notes, annotation.author, isNew));
  const own = blocks.take(1 + Math.floor(isNew.size / annotation.boxesOfBlock));
  let shape = (own[0] ?? 1) * annotation.boxesOfBlock;
  const shapes = [...isNew].map((note) => notes.box(note, ++shape)).join('');
  const { before, kind, behind } = annotation.boxes(own);
  if (boxes !== undefined) {
    await parts.change(boxes.target, (markup) => withBoxes(markup, own, kind, shapes));
    if (known === undefined) await addRelations(parts, sheet, [{ type: 'comments', target: path }]);
    return undefined;
  }
  const vml = freePath(parts, 'xl/drawings/vmlDrawing', '.vml');
  parts.add(vml, before + kind + shapes + behind);
  const added = [
    { type: 'vmlDrawing', target: vml },
    ...(known === undefined ? [{ type: 'comments', target: path }] : []),
  ];
  const [id] = await addRelations(parts, sheet, added);
  return id;
}

const emptyComments =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>';

/** @param isNew the notes of cells that had no comment: those of others are left out of it */
function withComments(
  markup: string,
  noted: readonly { readonly cell: string; readonly note: number }[],
  { comment }: SheetNotes,
  author: string,
  isNew: Set<number>,
): string {
  if (!/<authors>|<authors\s*\/>/u.test(markup) || !/<commentList>|<commentList\s*\/>/u.test(markup))
    throw new UnusualMarkup('comments');
  const number = markup.match(/<author(?:\s[^>]*)?(?:\/>|>)/gu)?.length ?? 0;
  const byCell = new Map(noted.map(({ cell, note }) => [cell, note]));
  const merged = markup.replace(/<comment\s[^>]*>[\s\S]*?<\/comment>/gu, (one) => {
    const note = byCell.get(attributeOf(one, 'ref') ?? '');
    if (note === undefined) return one;
    isNew.delete(note);
    const run = /<r>[\s\S]*<\/r>/u.exec(comment(note, number))?.[0] ?? '';
    const apart = '<r><t xml:space="preserve">\n\n</t></r>';
    return one
      .replace(/<text\s*\/>/u, '<text></text>')
      .replace(/(?=<rPh[\s>]|<phoneticPr[\s/>]|<\/text>)/u, () => apart + run);
  });
  const added = [...isNew].map((note) => comment(note, number)).join('');
  return merged
    .replace(/<authors\s*\/>/u, '<authors></authors>')
    .replace('</authors>', () => `<author>${author}</author></authors>`)
    .replace(/<commentList\s*\/>/u, '<commentList></commentList>')
    .replace('</commentList>', () => `${added}</commentList>`);
}

/** A drawing with further shapes; what kind they are is said once. */
function withBoxes(markup: string, blocks: readonly number[], kind: string, shapes: string): string {
  const end = markup.lastIndexOf('</xml>');
  if (end < 0) throw new UnusualMarkup('drawing');
  const head = markup
    .slice(0, end)
    .replace(/(<o:idmap\s[^>]*?data\s*=\s*["'])([^"']*)/u, (_, before: string, known: string) =>
      [before, [known, ...blocks].join(',')].join(''),
    );
  return `${head}${head.includes('id="_x0000_t202"') ? '' : kind}${shapes}${markup.slice(end)}`;
}
