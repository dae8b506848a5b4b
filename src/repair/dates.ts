import type { Repair } from '../model/repair.js';
import { dateForm } from '../vocabulary/index.js';
import { changed } from './characters.js';

const yearFirst = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[T ](\d{2}):(\d{2}):(\d{2}))?$/u;

type Moment = { readonly day: readonly [string, string, string]; readonly time: readonly string[] };

/** A date that begins with its year can be read in one way only; any other order is left to whoever knows. */
function momentOf(value: string): Moment | undefined {
  const [, year = '', m1, d1, m2, d2, ...time] = yearFirst.exec(value) ?? [];
  const month = (m1 ?? m2 ?? '').padStart(2, '0');
  const day = (d1 ?? d2 ?? '').padStart(2, '0');
  const clock = time.filter((part) => part !== undefined);
  if (!dateForm(`${year}${month}${day}`, 'yyyyMMdd')) return undefined;
  if (clock.length > 0 && !dateForm(`${year}${month}${day}${clock.join('')}`, 'yyyyMMddHHmmss')) return undefined;
  return { day: [year, month, day], time: clock };
}

export const dateExtended: Repair = {
  id: 'date-extended',
  does: {
    en: 'a date that begins with its year written as yyyy-MM-dd',
    'zh-CN': '以年份开头的日期改为 yyyy-MM-dd',
    fr: 'date commençant par l’année écrite yyyy-MM-dd',
  },
  apply: ({ before, value, after }) => {
    const moment = momentOf(value);
    if (moment === undefined) return undefined;
    const time = moment.time.length === 0 ? '' : `T${moment.time.join(':')}`;
    return changed(value, moment.day.join('-') + time, before, after);
  },
};

export const dateBasic: Repair = {
  id: 'date-basic',
  does: {
    en: 'a date that begins with its year written in digits alone',
    'zh-CN': '以年份开头的日期改为纯数字',
    fr: 'date commençant par l’année écrite en chiffres seuls',
  },
  apply: ({ before, value, after }) => {
    const moment = momentOf(value);
    return moment && changed(value, moment.day.join('') + moment.time.join(''), before, after);
  },
};
