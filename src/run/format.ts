import type { Catalogue } from '../model/catalogue.js';
import type { DocumentKind } from '../model/document.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import type { OwnText } from '../model/language.js';
import { mappingFileOf } from '../model/mapping.js';
import type { InputPart, Opened, ReadLayout, TableRow } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { headerRowOf, type NearFormat, pointerOfRecords, type Recognised, recognise } from '../normalise/index.js';
import { renderNotice } from '../text/notices.js';
import { shellWord } from '../text/shell-word.js';
import { headerNotices, withHeader } from './header.js';
import { mapSome, missingColumns } from './mapped-table.js';

export type ChosenFormat = {
  readonly format: Format;
  readonly document: DocumentKind;
  /** The input with its header row chosen. */
  readonly opened: Opened;
  readonly layout: ReadLayout;
  readonly notices: readonly ReadNotice[];
};

/**
 * The format the user named, or the one the content shows.
 * @throws UserError where none fits, several fit, or the named one is of another container
 */
export function chooseFormat(
  catalogue: Catalogue,
  opened: Opened,
  part: Pick<InputPart, 'file' | 'sheets'>,
  named: Format | undefined,
): ChosenFormat {
  const { file, sheets = 1 } = part;
  if (named !== undefined && sheets > 1 && mapsAnotherSheet(named, opened))
    throw new OtherSheet(opened.sheet ?? '', named);
  // Of several sheets, those are meant that have the columns of the format.
  const forced = named !== undefined && (sheets === 1 || named.table?.sheet !== undefined);
  const formats = named === undefined ? catalogue.formats : [named];
  const found = forced ? asNamed(named, opened) : recognisedFormat({ ...catalogue, formats }, opened, file);
  const { format, header, pointer } = found;
  if (!forced && isOtherSheet(format, opened)) throw new OtherSheet(opened.sheet ?? '', format);
  if (format.container !== opened.container) throw wrongContainer(format, opened, file);
  const document = catalogue.documents.find((one) => one.id === format.document);
  if (document === undefined) throw new Error(`format ${format.id} is of an unknown document kind`);
  const settled = header === undefined ? opened : withHeader(opened, header);
  return {
    format,
    document,
    opened: settled,
    layout: {
      ...(pointer === undefined ? {} : { pointer }),
      ...(format.xml === undefined ? {} : { path: format.xml.record }),
    },
    notices: [
      ...(header === undefined ? [] : headerNotices(file, opened, header)),
      ...(named === undefined && format.evidence === 'recalled' ? [fromMemory(format, file)] : []),
      ...missingColumns(format, settled, file),
    ],
  };
}

/** The formats a file may have been read as: what the user says it is, else any of the catalogue. */
export function formatsFor(
  file: string,
  { catalogue }: { readonly catalogue: Pick<Catalogue, 'formats'> },
  formatOf: ((file: string) => Format | undefined) | undefined,
): readonly Format[] {
  const named = formatOf?.(file);
  return named === undefined ? catalogue.formats : [named];
}

type Unknown = Extract<Recognised, { readonly kind: 'unknown' }>;
type Known = Extract<Recognised, { readonly kind: 'format' }>;

/** A format the user named: its header may still be any of the first rows. */
function asNamed(format: Format, opened: Opened): Omit<Known, 'kind'> {
  const header = format.container === 'table' && opened.container === 'table' ? headerRowOf(format, opened) : undefined;
  const pointer = format.container === 'json' ? pointerOfRecords(format, opened) : undefined;
  return { format, ...(header && { header }), ...(pointer !== undefined && { pointer }) };
}

/** Nobody saw a file of this format: what is read is worth a look. */
function fromMemory({ id }: Format, file: string): ReadNotice {
  return { id: 'format-recalled', values: { format: id }, location: { file, pointer: '' }, weight: 'note' };
}

/** Not even a root element, a first key or a header was to be seen. */
export function showsNothing({ container, signature }: Opened): boolean {
  if (container === 'xml') return signature.root === undefined;
  if (container === 'table') return signature.headers?.length === 0;
  return Object.values(signature.keys ?? {}).every((keys) => keys.length === 0);
}

/** @throws UserError where a fault at the beginning of the file is why it shows nothing to know its format by */
export async function refuseUnreadable(opened: Opened, file: string): Promise<void> {
  if (!showsNothing(opened)) return;
  await refuseBroken(opened);
  if (opened.container === 'table') throw nothingThere(file);
}

/** Reads what shows nothing to its end. @throws UserError where a fault is why there is nothing */
export async function refuseBroken(opened: Opened): Promise<void> {
  for await (const _ of opened.records({}));
  const fault = opened.outcome().notices.find(({ weight }) => weight === 'fatal');
  if (fault === undefined) return;
  throw new UserError(
    {
      en: `${renderNotice(fault, 'en').replace(/\.$/, '')}.`,
      'zh-CN': `${renderNotice(fault, 'zh-CN')}。`,
      fr: `${renderNotice(fault, 'fr').replace(/\.$/, '')}.`,
    },
    { place: fault.location },
  );
}

export function nothingThere(file: string): UserError {
  return new UserError(
    {
      en: `${file} holds nothing but white space.`,
      'zh-CN': `${file} 中只有空白字符。`,
      fr: `${file} ne contient que des blancs.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Export the file again.',
        'zh-CN': '请重新导出该文件。',
        fr: 'Exportez le fichier de nouveau.',
      },
    },
  );
}

/** A sheet that explains the template or shows how to fill it in. */
export class OtherSheet extends UserError {
  /** The mapping file that is for another sheet. */
  readonly mapping: string | undefined;

  constructor(sheet: string, format: Format) {
    super(
      {
        en: `“${sheet}” is a sheet of the template.`,
        'zh-CN': `“${sheet}”为模板自带的工作表。`,
        fr: `« ${sheet} » est une feuille du modèle.`,
      },
      {},
    );
    this.mapping = mappingFileOf(format);
  }
}

function mapsAnotherSheet({ table }: Format, { sheet }: Opened): boolean {
  return table?.sheet !== undefined && table.sheet !== sheet;
}

function isOtherSheet({ table }: Format, { sheet }: Opened): boolean {
  return sheet !== undefined && table?.otherSheets !== undefined && new RegExp(table.otherSheets, 'iu').test(sheet);
}

/** No format fits; `near` tells how many of the file's names the nearest format knows. */
export class UnknownFormat extends UserError {
  readonly near: { readonly format: string; readonly matched: number } | undefined;

  constructor({ text, place, suggestion }: UserError, nearest: readonly NearFormat[]) {
    super(text, { ...(place && { place }), ...(suggestion && { suggestion }) });
    const [first] = nearest;
    this.near = first && { format: first.format.id, matched: first.matched };
  }
}

function recognisedFormat(catalogue: Catalogue, opened: Opened, file: string): Known {
  const found = recognise(catalogue.formats, opened);
  if (found.kind === 'format') return found;
  if (found.kind === 'unknown') throw new UnknownFormat(unknownFormat(catalogue, opened, file, found), found.nearest);
  const ids = found.formats.map((format) => format.id).join(', ');
  throw new UserError(
    {
      en: `The file could be any of: ${ids}.`,
      'zh-CN': `该文件可能是以下任一格式：${ids}。`,
      fr: `Le fichier pourrait être l’un de ceux-ci : ${ids}.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Name one with --input-format.',
        'zh-CN': '请用 --input-format 指定其一。',
        fr: 'Nommez-en un avec --input-format.',
      },
    },
  );
}

function unknownFormat(catalogue: Catalogue, opened: Opened, file: string, { nearest, header }: Unknown): UserError {
  const root = opened.signature.root;
  if (root !== undefined) {
    const kin = catalogue.structures.filter(({ namespace }) => namespace === root.namespace).map((one) => one.root);
    if (kin.length > 0) return uncoveredMessage(root.name, kin, { file, ...root.place });
  }
  const near = nearest.map(wanting);
  const what = seenInstead(opened, header);
  const map =
    opened.container === 'xml' || showsNothing(opened) ? undefined : `\`borderlint map ${mappableName(file)}\``;
  const help = {
    en: `${near.length === 0 ? '' : `Nearest: ${near.map(({ en }) => en).join('; ')}. `}Name the format with --input-format, or see \`borderlint list formats\`.${map === undefined ? '' : ` For a file of your own, ${map} proposes a mapping.`}`,
    'zh-CN': `${near.length === 0 ? '' : `最接近的格式：${near.map((one) => one['zh-CN']).join('；')}。`}可用 --input-format 指定格式，或运行 \`borderlint list formats\` 查看。${map === undefined ? '' : `若为自有格式，可用 ${map} 拟一份映射。`}`,
    fr: `${near.length === 0 ? '' : `Les plus proches : ${near.map(({ fr }) => fr).join(' ; ')}. `}Nommez le format avec --input-format, ou voyez \`borderlint list formats\`.${map === undefined ? '' : ` Pour un fichier à vous, ${map} propose une correspondance.`}`,
  };
  return new UserError(
    {
      en: `Unknown format: ${what.en}.`,
      'zh-CN': `无法识别文件格式：${what['zh-CN']}。`,
      fr: `Format inconnu : ${what.fr}.`,
    },
    { place: { file, ...(root?.place ?? header?.place(0) ?? { line: 1 }) }, suggestion: help },
  );
}

/** What to call the file on a command line: one in an archive, or standard input, has no name there. */
function mappableName(file: string): string {
  return file === '-' || /\.zip\//i.test(file) ? 'FILE' : shellWord(file);
}

/** A format the file nearly has, and what it would need: columns that must be there, or enough of those that mark it. */
function wanting({ format, missing }: NearFormat): OwnText {
  const { required = [] } = format.recognise;
  const must = missing.filter((name) => required.includes(name)).slice(0, 3);
  const some = missing.filter((name) => !required.includes(name)).slice(0, 3);
  const { id } = format;
  if (must.length > 0)
    return {
      en: `${id} (without ${must.join(', ')})`,
      'zh-CN': `${id}（缺少 ${must.join('、')}）`,
      fr: `${id} (sans ${must.join(', ')})`,
    };
  if (some.length === 0) return { en: id, 'zh-CN': id, fr: id };
  return {
    en: `${id} (with too few of its columns, such as ${some.join(', ')})`,
    'zh-CN': `${id}（特征列不足，如 ${some.join('、')} 等）`,
    fr: `${id} (trop peu de ses colonnes, par exemple sans ${some.join(', ')})`,
  };
}

/** A message of a family the catalogue knows, of a type it does not describe, or that its author misspelt. */
function uncoveredMessage(name: string, kin: readonly string[], place: UserError['place']): UserError {
  // Another number is another message; only the words around it can be a slip.
  const number = /\d+/.exec(name)?.[0] ?? name;
  const meant = kin.find((root) => root.includes(number));
  const few = kin.length <= 8 ? [...kin].sort() : undefined;
  const described = {
    en: few === undefined ? `${kin.length} types, see \`borderlint list formats\`` : few.join(', '),
    'zh-CN': few === undefined ? `${kin.length} 种，可运行 \`borderlint list formats\` 查看` : few.join('、'),
    fr: few === undefined ? `${kin.length} types, voyez \`borderlint list formats\`` : few.join(', '),
  };
  return new UserError(
    {
      en: `The catalogue does not describe a message type ${name}, so it was not checked.`,
      'zh-CN': `标准库未收录 ${name} 报文，因此未检查。`,
      fr: `Le catalogue ne décrit pas de message de type ${name} : il n’a pas été vérifié.`,
    },
    {
      place,
      suggestion:
        meant === undefined
          ? {
              en: `Described are: ${described.en}.`,
              'zh-CN': `已收录：${described['zh-CN']}。`,
              fr: `Décrits : ${described.fr}.`,
            }
          : { en: `Did you mean ${meant}?`, 'zh-CN': `是否应为 ${meant}？`, fr: `Vouliez-vous dire ${meant} ?` },
    },
  );
}

/** The first few headers, keys or the root element, so that the user sees what was read. */
function seenInstead(opened: Opened, header: TableRow | undefined): OwnText {
  const { signature } = opened;
  if (signature.root !== undefined) {
    const { name } = signature.root;
    return { en: `the root element is <${name}>`, 'zh-CN': `根元素为 <${name}>`, fr: `l’élément racine est <${name}>` };
  }
  if (showsNothing(opened))
    return {
      en: 'it holds no objects with keys',
      'zh-CN': '其中没有带键名的对象',
      fr: 'il ne contient aucun objet avec des clés',
    };
  const names =
    header?.cells ?? signature.headers?.map(({ text }) => text) ?? Object.values(signature.keys ?? {})[0] ?? [];
  const shown = names
    .filter((name) => name.trim() !== '')
    .slice(0, 5)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name))
    .join(', ');
  const more = names.length > 5 ? ', …' : '';
  if (signature.headers !== undefined)
    return {
      en: `the header row is ${shown}${more}`,
      'zh-CN': `表头为 ${shown}${more}`,
      fr: `l’en-tête est ${shown}${more}`,
    };
  return { en: `the keys are ${shown}${more}`, 'zh-CN': `键名为 ${shown}${more}`, fr: `les clés sont ${shown}${more}` };
}

const containers = {
  table: { en: 'a table', 'zh-CN': '表格', fr: 'un tableau' },
  json: { en: 'JSON', 'zh-CN': ' JSON ', fr: 'du JSON' },
  xml: { en: 'XML', 'zh-CN': ' XML ', fr: 'du XML' },
} as const;

const letRecognise = {
  en: 'Leave out --input-format, and the format is recognised where it is known.',
  'zh-CN': '请去掉 --input-format，已知的格式会自动识别。',
  fr: 'Sans --input-format, le format est reconnu s’il est connu.',
};

function wrongContainer(format: Format, opened: Opened, file: string): UserError {
  return new UserError(
    {
      en: `${format.id} is for ${containers[format.container].en}, but this file is ${containers[opened.container].en}.`,
      'zh-CN': `${format.id} 用于${containers[format.container]['zh-CN']}，而该文件是${containers[opened.container]['zh-CN']}。`,
      fr: `${format.id} est fait pour ${containers[format.container].fr}, mais ce fichier est ${containers[opened.container].fr}.`,
    },
    {
      place: { file },
      suggestion: mappingFileOf(format) === undefined ? letRecognise : mapSome,
    },
  );
}
