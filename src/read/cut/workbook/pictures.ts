import type { SmallParts } from '../../edit/small-parts.js';
import { partName, relationsPath } from '../../workbook/package.js';

/** Leaves out the pictures that stood on rows that are gone, where nothing else shows them. */
export async function withoutPictures(parts: SmallParts): Promise<void> {
  const dropped = new Set<string>();
  for (const path of parts
    .changed()
    .map(partName)
    .filter((one) => /\/drawings\/[^/]+\.xml$/iu.test(one))) {
    const drawing = (await parts.text(path)) ?? '';
    await parts.change(relationsPath(path), (markup) =>
      markup.replace(/<(?:[\w.-]+:)?Relationship\s[^>]*\/>/gu, (relation) => {
        const id = /\sId\s*=\s*["']([^"']*)/u.exec(relation)?.[1] ?? '';
        const target = /\sTarget\s*=\s*["']([^"']*)/u.exec(relation)?.[1] ?? '';
        const shown = drawing.includes(`"${id}"`) || drawing.includes(`'${id}'`);
        if (shown || !/\/image["']/u.test(relation) || /TargetMode/u.test(relation)) return relation;
        dropped.add(target.slice(target.lastIndexOf('/') + 1));
        return '';
      }),
    );
  }
  if (dropped.size === 0) return;
  for (const path of parts.paths().filter((one) => one.endsWith('.rels'))) {
    const markup = (await parts.text(path)) ?? '';
    for (const [, name = ''] of markup.matchAll(/([^/"']+)["']/gu)) dropped.delete(name);
  }
  for (const path of parts.paths().filter((one) => /\/media\//iu.test(one)))
    if (dropped.has(path.slice(path.lastIndexOf('/') + 1))) parts.leaveOut(path);
}
