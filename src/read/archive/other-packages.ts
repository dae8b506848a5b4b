import type { UserError } from '../../model/errors.js';
import type { OwnText } from '../../model/language.js';
import { otherPackage } from './refusals.js';
import type { Zip } from './zip.js';

const saveAsXlsx: OwnText = {
  en: 'In Excel or WPS choose Save As, "Excel Workbook (.xlsx)", or "CSV UTF-8".',
  'zh-CN': '请在 Excel 或 WPS 中选择“另存为”，类型选“Excel 工作簿（.xlsx）”或“CSV UTF-8”。',
  fr: 'Dans Excel ou WPS, choisissez Enregistrer sous, « Classeur Excel (.xlsx) » ou « CSV UTF-8 ».',
};
const exportTable: OwnText = {
  en: 'Give the table as .xlsx or CSV.',
  'zh-CN': '请以 .xlsx 或 CSV 提供表格。',
  fr: 'Donnez le tableau en .xlsx ou en CSV.',
};

type Kind = { readonly sign: RegExp; readonly what: OwnText; readonly suggestion: OwnText };

/** What else is a zip by its parts. */
const kinds: readonly Kind[] = [
  {
    sign: /^xl\/workbook\.bin$/u,
    what: {
      en: 'a binary Excel workbook (.xlsb)',
      'zh-CN': '二进制 Excel 工作簿（.xlsb）',
      fr: 'un classeur Excel binaire (.xlsb)',
    },
    suggestion: saveAsXlsx,
  },
  {
    sign: /^word\//u,
    what: { en: 'a Word document', 'zh-CN': 'Word 文档', fr: 'un document Word' },
    suggestion: exportTable,
  },
  {
    sign: /^ppt\//u,
    what: { en: 'a PowerPoint presentation', 'zh-CN': 'PowerPoint 演示文稿', fr: 'une présentation PowerPoint' },
    suggestion: exportTable,
  },
  {
    sign: /^META-INF\/manifest\.xml$/u,
    what: {
      en: 'an OpenDocument file (.ods)',
      'zh-CN': 'OpenDocument 文件（.ods）',
      fr: 'un fichier OpenDocument (.ods)',
    },
    suggestion: saveAsXlsx,
  },
  {
    sign: /^Index\/(?:Document|Tables\/.+)\.iwa$/u,
    what: { en: 'an Apple Numbers document', 'zh-CN': 'Apple Numbers 文档', fr: 'un document Apple Numbers' },
    suggestion: saveAsXlsx,
  },
];

const unknownPackage: Kind = {
  sign: /(?:)/u,
  what: {
    en: 'an Office file without a workbook',
    'zh-CN': '不含工作簿的 Office 文件',
    fr: 'un fichier Office sans classeur',
  },
  suggestion: exportTable,
};

/** Why a package is no workbook, where its parts tell; with the path of its main part, in any case. */
export function refusedPackage(file: string, { members }: Zip): UserError | undefined;
export function refusedPackage(file: string, { members }: Zip, main: string): UserError;
export function refusedPackage(file: string, { members }: Zip, main?: string): UserError | undefined {
  const names = main === undefined ? members.map(({ name }) => name) : [main];
  const known = kinds.find(({ sign }) => names.some((name) => sign.test(name)));
  const kind = known ?? (main === undefined ? undefined : unknownPackage);
  if (kind === undefined) return undefined;
  // A workbook may have a document of Word inside it.
  if (main === undefined && members.some(({ name }) => /^\/?xl\/workbook\.xml$/u.test(name))) return undefined;
  return otherPackage(file, kind.what, kind.suggestion);
}
