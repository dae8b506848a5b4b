import type { Misdeclared } from '../check/index.js';
import type { Location } from '../model/location.js';
import type { InputPart, Opened } from '../model/reading.js';
import type { NoticeId, ReadNotice } from '../model/record.js';
import type { NotRun } from '../model/report.js';
import { renderNotice } from '../text/notices.js';

/** Where findings about a whole file point: its header row, its root element, its first character. */
export function topOf(file: string, { signature }: Opened): Location {
  const place = signature.headers?.[0]?.place ?? signature.root?.place ?? { line: 1, column: 1 };
  return { file, ...place, pointer: '' };
}

/** The encoding an XML declaration names, where the bytes are in another. */
export function misdeclared(notices: readonly ReadNotice[]): Misdeclared | undefined {
  const notice = notices.find(({ id, values }) => id === 'decoded-as' && values['declared'] !== undefined);
  if (notice === undefined) return undefined;
  const { line = 1, column = 1 } = notice.location;
  const { declared = '', encoding = '' } = notice.values;
  return { declared: String(declared), encoding: String(encoding), line, column };
}

/** Our own fault, met while this file was read or checked: it costs the file, never the run, and is never green. */
export function brokenDown(file: string, error: unknown): NotRun {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const where = /[\w-]+\.[mc]?[jt]s:\d+/.exec(stack)?.[0];
  const what = where === undefined ? message : `${message} (${where})`;
  return {
    what: 'file',
    subject: file,
    reason: {
      en: `borderlint itself broke down on this file: ${what}.`,
      'zh-CN': `borderlint 处理该文件时自身出错：${what}。`,
      fr: `borderlint lui-même est tombé en panne sur ce fichier : ${what}.`,
    },
    suggestion: {
      en: 'Your file may be right: please report this, if you can with a few lines that show it.',
      'zh-CN': '文件本身未必有误：请反馈此问题，最好附上能重现的几行内容。',
      fr: 'Votre fichier est peut-être correct : signalez-le, si possible avec quelques lignes qui le montrent.',
    },
  };
}

/** Faults that cost a record, or a value that somebody meant to be there. */
const leavesOut: ReadonlySet<NoticeId> = new Set([
  'json-broken',
  'json-not-record',
  'orphan-row',
  'cell-error',
  'formula-unread',
  'digits-lost',
  'written-in-powers',
  'decimals-unclear',
]);

/** A file that could not be read to its end, or holds nothing, was not checked: that is never green. */
export function noticeNotRun(
  { file, sheets = 1 }: Pick<InputPart, 'file' | 'sheets'>,
  notices: readonly ReadNotice[],
  records: number,
): NotRun[] {
  const fatal = notices.filter((notice) => notice.weight === 'fatal');
  // A reader that could go on says so, but what it had to leave out was not checked.
  const partial = notices.filter(({ id, weight }) => weight === 'fault' && leavesOut.has(id));
  const broken = (fatal.length > 0 ? fatal : partial).map(
    (notice): NotRun => ({
      what: records === 0 ? 'file' : fatal.length > 0 ? 'rest-of-file' : 'part-of-file',
      subject: file,
      location: notice.location,
      reason: {
        en: renderNotice(notice, 'en'),
        'zh-CN': renderNotice(notice, 'zh-CN'),
        fr: renderNotice(notice, 'fr'),
      },
    }),
  );
  // One of several sheets may well be empty; that all are is said of the workbook.
  if (broken.length > 0 || records > 0 || sheets > 1) return broken;
  return [nothingToCheck(file)];
}

export function nothingToCheck(file: string): NotRun {
  const empty = {
    en: 'The file has no records: there was nothing to check.',
    'zh-CN': '文件中没有任何记录，无可检查。',
    fr: 'Le fichier n’a aucun enregistrement : il n’y avait rien à vérifier.',
  };
  return { what: 'file', subject: file, location: { file, pointer: '' }, reason: empty };
}
