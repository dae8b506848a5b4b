import { UserError } from '../../model/errors.js';
import type { OwnText } from '../../model/language.js';

const again: OwnText = {
  en: 'Download or copy the file again.',
  'zh-CN': '请重新下载或复制该文件。',
  fr: 'Téléchargez ou copiez le fichier de nouveau.',
};

/** A zip whose table of contents cannot be read, or does not fit its data. */
export function damagedArchive(file: string, cause: unknown): UserError {
  return new UserError(
    {
      en: `${file} is damaged or cut off: its list of contents cannot be read.`,
      'zh-CN': `${file} 已损坏或不完整：无法读取其目录。`,
      fr: `${file} est endommagé ou tronqué : sa table des matières est illisible.`,
    },
    { place: { file }, suggestion: again, cause },
  );
}

/** A workbook without a part that it needs. */
export function damagedWorkbook(file: string, part: string): UserError {
  return new UserError(
    {
      en: `${file} is a damaged workbook: its part ${part} is missing or cannot be read.`,
      'zh-CN': `${file} 是已损坏的工作簿：其中的 ${part} 缺失或无法读取。`,
      fr: `${file} est un classeur endommagé : sa partie ${part} manque ou est illisible.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Open it in Excel or WPS, let it be repaired, and save it again.',
        'zh-CN': '请用 Excel 或 WPS 打开并修复，然后重新保存。',
        fr: 'Ouvrez-le dans Excel ou WPS, laissez-le réparer et enregistrez-le de nouveau.',
      },
    },
  );
}

/** A workbook with more text than is kept in memory, or a single text of such a size. */
export function tooMuchText(file: string, limit: number): UserError {
  const megabytes = Math.round(limit / 1024 ** 2);
  return new UserError(
    {
      en: `${file} holds more text than is read: over ${megabytes} million characters in its cells, or in one of them.`,
      'zh-CN': `${file} 的文本超出可读取的上限：单元格内容（或其中一个单元格）超过 ${megabytes} 百万字符。`,
      fr: `${file} contient plus de texte qu’il n’en est lu : plus de ${megabytes} millions de caractères dans ses cellules, ou dans l’une d’elles.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Save its sheets as CSV UTF-8 and check those.',
        'zh-CN': '请将各工作表另存为 CSV UTF-8 后再检查。',
        fr: 'Enregistrez ses feuilles en CSV UTF-8 et vérifiez celles-ci.',
      },
    },
  );
}

export function protectedMember(file: string): UserError {
  return new UserError(
    {
      en: `${file} is protected by a password.`,
      'zh-CN': `${file} 受密码保护。`,
      fr: `${file} est protégé par un mot de passe.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Unpack it with its password and give the files inside.',
        'zh-CN': '请用密码解压，再指定其中的文件。',
        fr: 'Décompressez-le avec son mot de passe et donnez les fichiers qu’il contient.',
      },
    },
  );
}

/** `method` is the number the zip format has for it. */
export function unknownPacking(file: string, method: number): UserError {
  return new UserError(
    {
      en: `${file} is packed in a way that is not read (method ${method}).`,
      'zh-CN': `${file} 的压缩方式（方法 ${method}）无法读取。`,
      fr: `${file} est compressé d’une façon qui n’est pas lue (méthode ${method}).`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Unpack it, or pack it again with the usual method (deflate).',
        'zh-CN': '请先解压，或用常规方式（deflate）重新压缩。',
        fr: 'Décompressez-le, ou compressez-le de nouveau de la façon habituelle (deflate).',
      },
    },
  );
}

export function tooManyMembers(file: string, limit: number): UserError {
  return new UserError(
    {
      en: `${file} holds more than ${limit} files, the most that are read.`,
      'zh-CN': `${file} 中的文件超过 ${limit} 个，超出可读取的上限。`,
      fr: `${file} contient plus de ${limit} fichiers, le maximum lu.`,
    },
    { place: { file }, suggestion: unpack },
  );
}

const unpack: OwnText = {
  en: 'Unpack it and give the files inside.',
  'zh-CN': '请先解压，再指定其中的文件。',
  fr: 'Décompressez-le et donnez les fichiers qu’il contient.',
};

/** A zip in a zip. */
export function nestedArchive(file: string): UserError {
  return new UserError(
    {
      en: `${file} is an archive inside an archive, which is not read.`,
      'zh-CN': `${file} 是压缩包中的压缩包，无法读取。`,
      fr: `${file} est une archive dans une archive, qui n’est pas lue.`,
    },
    { place: { file }, suggestion: unpack },
  );
}

/** A zip in which nothing could hold data. */
export function emptyArchive(file: string): UserError {
  return new UserError(
    {
      en: `${file} holds no files that could be checked.`,
      'zh-CN': `${file} 中没有可检查的文件。`,
      fr: `${file} ne contient aucun fichier à vérifier.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Hidden files, documents and pictures in an archive are passed over; unpack it and name the file itself.',
        'zh-CN': '压缩包中的隐藏文件、文档和图片会被跳过；请解压后直接指定该文件。',
        fr: 'Les fichiers masqués, documents et images d’une archive sont ignorés ; décompressez-la et nommez le fichier.',
      },
    },
  );
}

/** What comes by a pipe and cannot be kept aside. */
export function tooLargeForPipe(file: string, limit: number): UserError {
  const gigabytes = Math.round(limit / 1024 ** 3);
  return new UserError(
    {
      en: `${file} is an archive of more than ${gigabytes} GB, too large to be read from a pipe or from inside another file.`,
      'zh-CN': `${file} 是超过 ${gigabytes} GB 的压缩文件，过大，无法从管道或其他文件内部读取。`,
      fr: `${file} est une archive de plus de ${gigabytes} Go, trop grande pour être lue d’un tube ou d’un autre fichier.`,
    },
    {
      place: { file },
      suggestion: {
        en: 'Save it to a file and name that.',
        'zh-CN': '请先保存为文件，再指定该文件。',
        fr: 'Enregistrez-la dans un fichier et nommez celui-ci.',
      },
    },
  );
}

/** A package that is no workbook we read, and what it is. */
export function otherPackage(file: string, what: OwnText, suggestion: OwnText): UserError {
  return new UserError(
    {
      en: `${file} is ${what.en}, which is not read.`,
      'zh-CN': `${file} 是${what['zh-CN']}，无法读取。`,
      fr: `${file} est ${what.fr}, ce qui n’est pas lu.`,
      ...(what.fr !== undefined && { fr: `${file} est ${what.fr}, qui n’est pas lu.` }),
    },
    { place: { file }, suggestion },
  );
}
