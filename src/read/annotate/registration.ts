import { UnusualMarkup } from '../edit/listed-elements.js';
import { withAttribute } from '../edit/markup-elements.js';
import type { SmallParts } from '../edit/small-parts.js';
import { relationsPath } from '../workbook/package.js';

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const contentTypes = '[Content_Types].xml';

/** A path no part has yet. */
export function freePath(parts: SmallParts, start: string, end: string): string {
  const taken = new Set(parts.paths().map((path) => path.toLowerCase()));
  for (let number = 1; ; number++) {
    const path = `${start}${number}${end}`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}

/** Says what a new part is. Drawings of notes are told by their ending. */
export async function registerPart(parts: SmallParts, path: string, kind: 'worksheet' | 'comments'): Promise<void> {
  const type = `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  await appendTo(parts, contentTypes, 'Types', `<Override PartName="/${path}" ContentType="${type}"/>`);
}

export async function registerDrawings(parts: SmallParts): Promise<void> {
  const known = (await parts.text(contentTypes)) ?? '';
  if (/<Default\s[^>]*Extension\s*=\s*["']vml["']/iu.test(known)) return;
  const type = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
  await appendTo(parts, contentTypes, 'Types', `<Default Extension="vml" ContentType="${type}"/>`);
}

/** Relates a part to others; answers the ids of the relations. */
export async function addRelations(
  parts: SmallParts,
  from: string,
  added: readonly { readonly type: string; readonly target: string }[],
): Promise<readonly string[]> {
  const path = relationsPath(from);
  const known = await parts.text(path);
  const ids: string[] = [];
  for (let number = 1; ids.length < added.length; number++)
    if (known?.includes(`"rIdFindings${number}"`) !== true) ids.push(`rIdFindings${number}`);
  const written = added
    .map(
      ({ type, target }, at) =>
        `<Relationship Id="${ids[at]}" Type="${officeRelations}/${type}" Target="${relativeTarget(from, target)}"/>`,
    )
    .join('');
  if (known === undefined) {
    const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
    parts.add(path, `${xmlHead}<Relationships xmlns="${namespace}">${written}</Relationships>`);
  } else await appendTo(parts, path, 'Relationships', written);
  return ids;
}

/** A path as seen from the folder of another part: not every program reads one from the root. */
function relativeTarget(from: string, target: string): string {
  const folder = from.split('/').slice(0, -1);
  const steps = target.split('/');
  let shared = 0;
  while (shared < folder.length && folder[shared] === steps[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}

/** Lists new sheets behind the others. */
export async function listSheets(
  parts: SmallParts,
  book: string,
  added: readonly { readonly name: string; readonly relation: string }[],
  opensOn: number | undefined,
): Promise<void> {
  await parts.change(book, (markup) => {
    const sheets = [...markup.matchAll(/<sheet\s[^>]*>/gu)].map(([tag]) => tag);
    const ids = sheets.map((tag) => Number(/\ssheetId\s*=\s*["'](\d+)/u.exec(tag)?.[1] ?? 0));
    const end = markup.indexOf('</sheets>');
    if (end < 0 || sheets.length === 0) throw new UnusualMarkup('sheets');
    let id = Math.max(...ids);
    const listed = added.map(
      ({ name, relation }) =>
        `<sheet xmlns:r="${officeRelations}" name="${escapedAttribute(name)}" sheetId="${++id}" r:id="${relation}"/>`,
    );
    const now = markup.slice(0, end) + listed.join('') + markup.slice(end);
    if (opensOn === undefined) return now;
    return now.replace(/<workbookView(?=[\s/>])[^>]*>/u, (tag) =>
      withAttribute(tag, 'activeTab', sheets.length + opensOn),
    );
  });
}

function escapedAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

async function appendTo(parts: SmallParts, path: string, root: string, markup: string): Promise<void> {
  await parts.change(path, (known) => {
    const end = known.lastIndexOf(`</${root}>`);
    if (end < 0) throw new UnusualMarkup(root);
    return known.slice(0, end) + markup + known.slice(end);
  });
}
