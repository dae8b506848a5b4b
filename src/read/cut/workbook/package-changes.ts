import { attributeOf } from '../../edit/markup-elements.js';
import type { SmallParts } from '../../edit/small-parts.js';
import { decoded, escaped } from '../../workbook/cell-text.js';
import { CannotCut } from './cannot-cut.js';
import { OpaqueFormula } from './formula-references.js';
import { type MovesOf, movedFormula } from './moved-formulas.js';
import { movedName } from './sheet-frame.js';

/** @throws CannotCut where something is made from rows that would be gone, or a signature would break */
export async function refuseTied(parts: SmallParts, movesOf: MovesOf): Promise<void> {
  const paths = parts.paths();
  if (paths.some((path) => path.startsWith('_xmlsignatures/'))) throw new CannotCut('signed');
  // It keeps the rows it was made from.
  if (paths.some((path) => /\/pivotCache\//iu.test(path))) throw new CannotCut('tied');
  for (const path of paths.filter((one) => /\/charts\/[^/]+\.xml$/iu.test(one))) {
    const markup = (await parts.text(path)) ?? '';
    for (const [, formula = ''] of markup.matchAll(/<(?:[\w.-]+:)?f(?:\s[^>]*)?>([^<]*)/gu)) {
      const plain = decoded(formula);
      if (told(() => movedFormula(plain, '', movesOf)) !== plain) throw new CannotCut('tied');
    }
  }
}

/** Names that stand for rows, and the list of cells with formulas, which programs make anew. @throws CannotCut */
export async function mainChanges(parts: SmallParts, book: string, movesOf: MovesOf): Promise<void> {
  await parts.change(book, (markup) =>
    markup.replace(
      /(<((?:[\w.-]+:)?)definedName\s[^>]*>)([^<]*)/gu,
      (_, tag: string, __, formula: string) =>
        tag + escaped(told(() => movedName(attributeOf(tag, 'name') ?? '', decoded(formula), movesOf))),
    ),
  );
  const chain = parts.paths().find((path) => /(?:^|\/)calcChain\.xml$/iu.test(path));
  if (chain === undefined) return;
  parts.leaveOut(chain);
  const drop = (element: string) => (markup: string) =>
    markup.replace(
      new RegExp(`<(?:[\\w.-]+:)?${element}\\s[^>]*calcChain\\.xml["'][^>]*?(?:/>|>\\s*</[^>]*>)`, 'giu'),
      '',
    );
  for (const path of parts.paths().filter((one) => /workbook[^/]*\.xml\.rels$/iu.test(one)))
    await parts.change(path, drop('Relationship'));
  await parts.change('[Content_Types].xml', drop('Override'));
}

function told(work: () => string): string {
  try {
    return work();
  } catch (error) {
    throw error instanceof OpaqueFormula ? new CannotCut('tied') : error;
  }
}
