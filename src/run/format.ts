import type { Catalogue } from '../model/catalogue.js';
import type { DocumentKind } from '../model/document.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import type { Opened } from '../model/reading.js';
import { type NearFormat, recognise } from '../normalise/index.js';

export type ChosenFormat = { readonly format: Format; readonly document: DocumentKind };

/**
 * The format the user named, or the one the content shows.
 * @throws UserError where none fits, several fit, or the named one is of another container
 */
export function chooseFormat(
  catalogue: Catalogue,
  opened: Opened,
  file: string,
  named: Format | undefined,
): ChosenFormat {
  const format = named ?? recognisedFormat(catalogue, opened, file);
  if (format.container !== opened.container) throw wrongContainer(format, opened, file);
  const document = catalogue.documents.find((one) => one.id === format.document);
  if (document === undefined) throw new Error(`format ${format.id} is of an unknown document kind`);
  return { format, document };
}

function recognisedFormat(catalogue: Catalogue, opened: Opened, file: string): Format {
  const found = recognise(catalogue.formats, opened);
  if (found.kind === 'format') return found.format;
  if (found.kind === 'unknown') throw unknownFormat(opened, file, found.nearest);
  const ids = found.formats.map((format) => format.id).join(', ');
  throw new UserError(
    { en: `The file could be any of: ${ids}.`, 'zh-CN': `该文件可能是以下任一格式：${ids}。` },
    { place: { file }, suggestion: { en: 'Name one with --input-format.', 'zh-CN': '请用 --input-format 指定其一。' } },
  );
}

function unknownFormat(opened: Opened, file: string, nearest: readonly NearFormat[]): UserError {
  const near = nearest.map(
    ({ format, missing }) => `${format.id}${missing.length === 0 ? '' : ` (${missing.slice(0, 3).join(', ')})`}`,
  );
  const root = opened.signature.root;
  const seen =
    root === undefined
      ? { en: 'no known header row or keys', 'zh-CN': '没有可识别的表头或键名' }
      : { en: `root element <${root.name}>`, 'zh-CN': `根元素为 <${root.name}>` };
  const list = near.join('; ');
  const help = {
    en: `${list === '' ? '' : `Nearest (and what is missing): ${list}. `}Name the format with --input-format, or see \`borderlint list formats\`.`,
    'zh-CN': `${list === '' ? '' : `最接近的格式（括号内为缺少的列）：${list}。`}可用 --input-format 指定格式，或运行 \`borderlint list formats\` 查看。`,
  };
  return new UserError(
    { en: `Unknown format: ${seen.en}.`, 'zh-CN': `无法识别文件格式：${seen['zh-CN']}。` },
    { place: { file, line: root?.place.line ?? 1 }, suggestion: help },
  );
}

function wrongContainer(format: Format, opened: Opened, file: string): UserError {
  return new UserError(
    {
      en: `${format.id} is a ${format.container} format, but this file is ${opened.container === 'table' ? 'a table' : opened.container.toUpperCase()}.`,
      'zh-CN': `${format.id} 属于 ${format.container} 格式，而该文件是 ${opened.container}。`,
    },
    { place: { file } },
  );
}
