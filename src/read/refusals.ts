import { UserError } from '../model/errors.js';
import type { OwnText } from '../model/language.js';

/** No such file; `nearest` is what the user may have meant. */
export function noSuchFile(file: string, nearest: string | undefined): UserError {
  return new UserError(
    {
      en: `There is no file or folder ${file}.`,
      'zh-CN': `没有这个文件或文件夹：${file}。`,
      fr: `Il n’y a pas de fichier ni de dossier ${file}.`,
    },
    {
      place: { file },
      suggestion: nearest
        ? { en: `Did you mean ${nearest}?`, 'zh-CN': `是不是 ${nearest}？`, fr: `Vouliez-vous dire ${nearest} ?` }
        : {
            en: 'Check the path; put quotes around a path with spaces.',
            'zh-CN': '请检查路径；路径中有空格时请加引号。',
            fr: 'Vérifiez le chemin ; mettez entre guillemets un chemin avec des espaces.',
          },
    },
  );
}

export function brokenLink(file: string): UserError {
  return new UserError(
    {
      en: `${file} is a link to a file that is not there.`,
      'zh-CN': `${file} 是指向不存在文件的链接。`,
      fr: `${file} est un lien vers un fichier absent.`,
    },
    {
      place: { file },
      suggestion: { en: 'Name the file itself.', 'zh-CN': '请直接指定文件本身。', fr: 'Nommez le fichier lui-même.' },
    },
  );
}

export function isFolder(file: string): UserError {
  return new UserError(
    {
      en: `${file} is a folder, not a file.`,
      'zh-CN': `${file} 是文件夹，不是文件。`,
      fr: `${file} est un dossier, pas un fichier.`,
    },
    {
      place: { file },
      suggestion: { en: 'Name a file in it.', 'zh-CN': '请指定其中的文件。', fr: 'Nommez un fichier qu’il contient.' },
    },
  );
}

export function emptyFolder(file: string): UserError {
  return new UserError(
    {
      en: `The folder ${file} holds no files.`,
      'zh-CN': `文件夹 ${file} 中没有文件。`,
      fr: `Le dossier ${file} ne contient aucun fichier.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Hidden files and node_modules are passed over; name a hidden file itself to have it read.',
        'zh-CN': '隐藏文件和 node_modules 会被跳过；如需读取隐藏文件，请直接指定。',
        fr: 'Les fichiers cachés et node_modules sont ignorés ; nommez un fichier caché pour qu’il soit lu.',
      },
    },
  );
}

export function unreadable(file: string, cause: unknown): UserError {
  const code = systemCode(cause) ?? 'unknown';
  return new UserError(
    {
      en: `${file} could not be read (${code}).`,
      'zh-CN': `无法读取 ${file}（${code}）。`,
      fr: `${file} n’a pas pu être lu (${code}).`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Check its permissions, and close the program that has it open.',
        'zh-CN': '请检查文件权限，并关闭正在使用该文件的程序。',
        fr: 'Vérifiez ses droits d’accès et fermez le programme qui l’utilise.',
      },
      cause,
    },
  );
}

export function emptyFile(file: string): UserError {
  return new UserError(
    { en: `${file} is empty.`, 'zh-CN': `${file} 是空文件。`, fr: `${file} est vide.` },
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

/** A compressed file of which nothing could be unpacked. */
export function damagedFile(file: string): UserError {
  return new UserError(
    {
      en: `${file} is damaged or cut off: nothing of its compressed data can be unpacked.`,
      'zh-CN': `${file} 已损坏或不完整：其压缩数据完全无法解压。`,
      fr: `${file} est endommagé ou tronqué : rien de ses données compressées ne peut être décompressé.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Download or copy the file again.',
        'zh-CN': '请重新下载或复制该文件。',
        fr: 'Téléchargez ou copiez le fichier de nouveau.',
      },
    },
  );
}

export function unknownEncoding(name: string): UserError {
  return new UserError(
    {
      en: `There is no encoding called ${name}.`,
      'zh-CN': `没有名为 ${name} 的编码。`,
      fr: `Il n’y a pas d’encodage nommé ${name}.`,
    },
    {
      suggestion: {
        en: 'Use utf-8, gb18030, utf-16le, windows-1252 or another name of the WHATWG Encoding Standard.',
        'zh-CN': '请使用 utf-8、gb18030、utf-16le、windows-1252 或 WHATWG 编码标准中的其他名称。',
        fr: 'Prenez utf-8, gb18030, utf-16le, windows-1252 ou un autre nom du standard d’encodage du WHATWG.',
      },
    },
  );
}

/** The code of a system error (`ENOENT`), if it is one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

type Foreign = { readonly what: OwnText; readonly suggestion: OwnText };

const saveAsXlsx: OwnText = {
  en: 'In Excel or WPS choose Save As, "Excel Workbook (.xlsx)"; if it asks for a password, take that off first.',
  'zh-CN': '请在 Excel 或 WPS 中选择“另存为”，类型选“Excel 工作簿（.xlsx）”；如有打开密码，请先取消。',
  fr: 'Dans Excel ou WPS, choisissez Enregistrer sous, « Classeur Excel (.xlsx) » ; s’il demande un mot de passe, ôtez-le d’abord.',
};
const unpack: OwnText = {
  en: 'Unpack it and give the files inside; of compressed files .zip and .gz are read.',
  'zh-CN': '请先解压，再指定其中的文件；压缩文件支持 .zip 和 .gz。',
  fr: 'Décompressez-le et donnez les fichiers qu’il contient ; .zip et .gz sont les formats compressés lus.',
};
const exportText: OwnText = {
  en: 'Export the data as CSV, JSON or XML and check that file.',
  'zh-CN': '请将数据导出为 CSV、JSON 或 XML 后再检查。',
  fr: 'Exportez les données en CSV, JSON ou XML et vérifiez ce fichier.',
};

const magics: readonly (readonly [magic: string, foreign: Foreign])[] = [
  ['%PDF-', { what: { en: 'a PDF document', 'zh-CN': 'PDF 文档', fr: 'un document PDF' }, suggestion: exportText }],
  ['\x89PNG', { what: { en: 'a PNG picture', 'zh-CN': 'PNG 图片', fr: 'une image PNG' }, suggestion: exportText }],
  [
    '\xff\xd8\xff',
    { what: { en: 'a JPEG picture', 'zh-CN': 'JPEG 图片', fr: 'une image JPEG' }, suggestion: exportText },
  ],
  ['GIF8', { what: { en: 'a GIF picture', 'zh-CN': 'GIF 图片', fr: 'une image GIF' }, suggestion: exportText }],
  [
    '\xd0\xcf\x11\xe0',
    {
      what: {
        en: 'an old Excel or Word file (.xls), or one protected by a password',
        'zh-CN': '旧版 Excel、Word 文件（.xls），或设有密码的文件',
        fr: 'un ancien fichier Excel ou Word (.xls), ou un fichier protégé par un mot de passe',
      },
      suggestion: saveAsXlsx,
    },
  ],
  ['Rar!', { what: { en: 'a RAR archive', 'zh-CN': 'RAR 压缩包', fr: 'une archive RAR' }, suggestion: unpack }],
  [
    '7z\xbc\xaf',
    { what: { en: 'a 7-Zip archive', 'zh-CN': '7-Zip 压缩包', fr: 'une archive 7-Zip' }, suggestion: unpack },
  ],
  ['BZh', { what: { en: 'a bzip2 file', 'zh-CN': 'bzip2 压缩文件', fr: 'un fichier bzip2' }, suggestion: unpack }],
  ['\xfd7zXZ', { what: { en: 'an xz file', 'zh-CN': 'xz 压缩文件', fr: 'un fichier xz' }, suggestion: unpack }],
  [
    '\x28\xb5\x2f\xfd',
    { what: { en: 'a Zstandard file', 'zh-CN': 'Zstandard 压缩文件', fr: 'un fichier Zstandard' }, suggestion: unpack },
  ],
  [
    'SQLite format 3',
    {
      what: { en: 'an SQLite database', 'zh-CN': 'SQLite 数据库', fr: 'une base de données SQLite' },
      suggestion: exportText,
    },
  ],
  [
    'PAR1',
    { what: { en: 'a Parquet file', 'zh-CN': 'Parquet 文件', fr: 'un fichier Parquet' }, suggestion: exportText },
  ],
  [
    'version https://git-lfs',
    {
      what: {
        en: 'a Git LFS pointer, not the data itself',
        'zh-CN': 'Git LFS 指针，而不是数据本身',
        fr: 'un pointeur Git LFS, pas les données elles-mêmes',
      },
      suggestion: {
        en: 'Fetch the data with `git lfs pull`.',
        'zh-CN': '请用 `git lfs pull` 取得数据。',
        fr: 'Récupérez les données avec `git lfs pull`.',
      },
    },
  ],
];

const edifact: Foreign = {
  what: { en: 'an EDIFACT message', 'zh-CN': 'EDIFACT 报文', fr: 'un message EDIFACT' },
  suggestion: {
    en: 'EDIFACT is not read yet; give the CSV, JSON or XML form of the data.',
    'zh-CN': '暂不支持 EDIFACT；请提供 CSV、JSON 或 XML 形式的数据。',
    fr: 'EDIFACT n’est pas encore lu ; donnez les données en CSV, JSON ou XML.',
  },
};
/** Where one text is wanted. */
const workbook: Foreign = {
  what: { en: 'an Excel workbook (.xlsx)', 'zh-CN': 'Excel 工作簿（.xlsx）', fr: 'un classeur Excel (.xlsx)' },
  suggestion: exportText,
};
const archive: Foreign = {
  what: { en: 'a ZIP archive', 'zh-CN': 'ZIP 压缩包', fr: 'une archive ZIP' },
  suggestion: unpack,
};
const page: Foreign = {
  what: { en: 'an HTML page', 'zh-CN': 'HTML 网页', fr: 'une page HTML' },
  suggestion: {
    en: 'A download that needs a login often gives such a page: download again. If it is a table saved as .xls, open it in Excel or WPS and save it as CSV UTF-8.',
    'zh-CN':
      '需要登录的下载常得到这种页面，请重新下载。如果是存成 .xls 的表格，请用 Excel 或 WPS 打开并另存为 CSV UTF-8。',
    fr: 'Un téléchargement qui demande une connexion donne souvent une telle page : recommencez. Si c’est un tableau enregistré en .xls, ouvrez-le dans Excel ou WPS et enregistrez-le en CSV UTF-8.',
  },
};
const binary: Foreign = {
  what: { en: 'not a text file', 'zh-CN': '不是文本文件', fr: 'pas un fichier texte' },
  suggestion: exportText,
};

/** Why these first bytes are nothing a reader could read, or nothing. */
export function foreignContent(file: string, bytes: Uint8Array): UserError | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString('latin1');
  const foreign = recognise(start);
  return foreign && refuse(file, foreign);
}

/** The refusal of bytes that are no text at all. */
export function notText(file: string): UserError {
  return refuse(file, binary);
}

function recognise(start: string): Foreign | undefined {
  if (start.startsWith('PK\x03\x04')) return /\[Content_Types\]\.xml|_rels\/|xl\//.test(start) ? workbook : archive;
  const known = magics.find(([magic]) => start.startsWith(magic));
  // A table may begin with the word GIF8 or PAR1; a picture or an archive always has control characters near.
  if (known && (/^(%PDF|version)/.test(start) || hasControls(start))) return known[1];
  if (/^(\xef\xbb\xbf)?(UNA[^\r\n]{6}\s*UNB|UNB\+)/.test(start)) return edifact;
  if (
    /^(\xef\xbb\xbf)?\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html[\s>]|head>|table[^>]*>\s*<(tr|thead|tbody|colgroup))/i.test(
      start,
    )
  )
    return page;
  return undefined;
}

function hasControls(start: string): boolean {
  for (let i = 0; i < start.length; i++) {
    const code = start.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}

function refuse(file: string, { what, suggestion }: Foreign): UserError {
  const text =
    what === binary.what
      ? { en: `${file} is ${what.en}.`, 'zh-CN': `${file} ${what['zh-CN']}。`, fr: `${file} n’est ${what.fr}.` }
      : {
          en: `${file} is ${what.en}, which is not read.`,
          'zh-CN': `${file} 是${what['zh-CN']}，无法读取。`,
          fr: `${file} est ${what.fr}, ce qui n’est pas lu.`,
        };
  return new UserError(text, { place: { file }, suggestion });
}
