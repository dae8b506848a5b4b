import type { Catalogue } from '../model/catalogue.js';
import type { DocumentKind } from '../model/document.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import { mappingFileOf } from '../model/mapping.js';
import type { InputPart, Opened, ReadLayout } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { headerRowOf, type NearFormat, pointerOfRecords, type Recognised, recognise } from '../normalise/index.js';
import { renderNotice } from '../text/notices.js';
import { showsNothing, unknownFormat, wrongContainer } from './format-refusals.js';
import { headerNotices, withHeader } from './header.js';
import { missingColumns } from './mapped-table.js';

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

/**
 * `chooseFormat`, but JSON that is broken is refused for that: what it lacks may be behind the fault.
 * @throws UserError
 */
export async function chooseSoundFormat(...of: Parameters<typeof chooseFormat>): Promise<ChosenFormat> {
  try {
    return chooseFormat(...of);
  } catch (error) {
    const [, opened] = of;
    if (error instanceof UnknownFormat && opened.container === 'json') await refuseBroken(opened);
    throw error;
  }
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
  const aside = found.kind === 'unknown' ? found.nearest.find(({ format }) => isOtherSheet(format, opened)) : undefined;
  if (aside !== undefined) throw new OtherSheet(opened.sheet ?? '', aside.format);
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
