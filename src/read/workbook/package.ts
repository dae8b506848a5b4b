import { damagedWorkbook } from '../archive/refusals.js';
import type { Member, Zip } from '../archive/zip.js';
import type { Cut } from '../unfold.js';
import { walkXml } from './plain-xml.js';

/** Bytes a small part (list of sheets, styles) may have when unpacked. */
const partBytes = 64 * 1024 ** 2;

/** The parts of a workbook, found as its relationships say. */
export type WorkbookPackage = {
  readonly file: string;
  readonly zip: Zip;
  /** Path of the part that lists the sheets. */
  readonly book: string;
  readonly sheets: readonly SheetEntry[];
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
  readonly sharedStrings: Member | undefined;
  readonly styles: Member | undefined;
};

export type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly part: Member };

/** Name of the part that says which part is the workbook. */
const rootRelations = '_rels/.rels';

/** Whether the zip is some package of the office formats at all. */
export function isPackage({ members }: Zip): boolean {
  return members.some(({ name }) => name === '[Content_Types].xml' || partName(name) === rootRelations);
}

/** The workbook in a package, or the path of its main part where that is none. Throws UserError for a damaged one. */
export async function readPackage(file: string, zip: Zip): Promise<WorkbookPackage | { readonly main: string }> {
  const parts = new Map(zip.members.map((member) => [partName(member.name).toLowerCase(), member]));
  const part = (name: string): Member | undefined => parts.get(name.toLowerCase());
  const read = async (name: string): Promise<Uint8Array> => {
    const member = part(name);
    if (member === undefined) throw damagedWorkbook(file, name);
    return readPart(file, zip, member);
  };
  const [main] = relations(file, rootRelations, await read(rootRelations), '').filter(
    ({ type }) => type === 'officeDocument',
  );
  const path = main?.target ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const base = path.slice(folder.length);
  if (!/workbook[^/]*\.xml$/iu.test(base) || part(path) === undefined) return { main: path };
  const links = relations(file, path, await read(`${folder}_rels/${base}.rels`), folder);
  const linked = (type: string): Member | undefined => {
    const link = links.find((one) => one.type === type);
    return link === undefined ? undefined : part(link.target);
  };
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  parse(file, path, await read(path), ([, second, third], attributes) => {
    if (second === 'workbookPr') from1904 = isTrue(attributes['date1904']);
    if (second !== 'sheets' || third !== 'sheet') return;
    const link = links.find(({ id }) => id === attributes['id']);
    // Sheets that are charts, macros or dialogs hold no table.
    if (link?.type !== 'worksheet') return;
    const found = part(link.target);
    if (found === undefined) throw damagedWorkbook(file, link.target);
    const hidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
    sheets.push({ name: attributes['name'] ?? '', hidden, part: found });
  });
  return { file, zip, book: path, sheets, from1904, sharedStrings: linked('sharedStrings'), styles: linked('styles') };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The whole of a part. Throws UserError where it cannot be unpacked. */
export async function readPart(file: string, zip: Zip, member: Member): Promise<Uint8Array> {
  let cut: Cut | undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of zip.chunks(member, (why) => (cut = why))) {
    length += chunk.length;
    if (length > partBytes) throw damagedWorkbook(file, member.name);
    pieces.push(chunk);
  }
  if (cut !== undefined) throw damagedWorkbook(file, member.name);
  return Buffer.concat(pieces, length);
}

export type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Path of the part that lists the relations of another. */
export function relationsPath(path: string): string {
  const base = path.lastIndexOf('/') + 1;
  return `${path.slice(0, base)}_rels/${path.slice(base)}.rels`;
}

/** The relations of a part within the package; none where it has no list of them. Throws UserError for a damaged list. */
export async function relationsOf(file: string, zip: Zip, part: Member): Promise<readonly Relation[]> {
  const path = partName(part.name);
  const wanted = relationsPath(path).toLowerCase();
  const list = zip.members.find(({ name }) => partName(name).toLowerCase() === wanted);
  if (list === undefined) return [];
  return relations(file, list.name, await readPart(file, zip, list), path.slice(0, path.lastIndexOf('/') + 1));
}

/** Relationships of a part; their type is the last word of its name, which transitional and strict files share. */
function relations(file: string, part: string, bytes: Uint8Array, folder: string): readonly Relation[] {
  const found: Relation[] = [];
  parse(file, part, bytes, (path, { Id = '', Type = '', Target = '', TargetMode }) => {
    if (path.length !== 2 || TargetMode === 'External') return;
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
  });
  return found;
}

function parse(file: string, part: string, bytes: Uint8Array, onOpen: Parameters<typeof walkXml>[1]): void {
  try {
    walkXml(bytes, onOpen);
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') throw error;
    throw damagedWorkbook(file, part);
  }
}

/** Target of a relationship as a path from the root of the package. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export function partName(name: string): string {
  return name.replace(/^\/+/u, '');
}
