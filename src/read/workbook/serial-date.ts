/** What a number of a sheet is by its number format. */
export type NumberKind = 'number' | 'date' | 'time' | { readonly digits: number };

/** Days from 1899-12-30 to 1904-01-01. */
const days1904 = 1462;
const dayMilliseconds = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);
/** The day before 10000-01-01, the last a sheet can show. */
const lastDay = 2_958_465;

/**
 * A serial number of days as a date: `2025-01-31`, with a time of day `2025-01-31T08:30:00`; a part of a day alone as a
 * time. Nothing where it is none: a negative number, a day the calendar never had (1900-02-29, which spreadsheets count).
 */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  if (serial < 1 && !from1904) return timeOfSerial(serial);
  // Spreadsheets count 1900-02-29, so before it their day numbers are one less than ours.
  const early = !from1904 && serial < 60 ? 1 : 0;
  if (!from1904 && Math.floor(serial) === 60) return undefined;
  const days = serial + early + (from1904 ? days1904 : 0);
  if (!(serial >= 0) || days >= lastDay + 1) return undefined;
  const seconds = Math.round(days * 86_400);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  return rest === 0 ? dayText(day) : `${dayText(day)}T${clock(rest)}`;
}

/** Days as text: a column of dates has few different ones. */
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text !== undefined) return text;
  text = new Date(epoch + day * dayMilliseconds).toISOString().slice(0, 10);
  if (dayTexts.size > 20_000) dayTexts.clear();
  dayTexts.set(day, text);
  return text;
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A serial number as a time of day or a length of time: `08:30:00`, `27:15:00`. */
export function timeOfSerial(serial: number): string | undefined {
  if (!(serial >= 0) || serial > lastDay) return undefined;
  return clock(Math.round(serial * 86_400));
}

/**
 * What a number format shows: a day (with or without time), a time, whole numbers filled up with zeros (`00000`), or any
 * other number.
 */
export function kindOfFormat(code: string): NumberKind {
  const zeros = /^0{2,}$/.exec(code.trim());
  if (zeros) return { digits: zeros[0].length };
  // Only the first section is for positive numbers; quoted and escaped text, colours and conditions say nothing.
  const section = code.replace(/"[^"]*"|\\.|[_*]./gu, '').split(';')[0] ?? '';
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section);
  const plain = section.replace(/\[[^\]]*\]/gu, '').replace(/general|am\/pm|a\/p|上午\/下午/gi, '');
  if (/[yd年日]/i.test(plain) || /e+(?![+-])/i.test(plain) || /m{3,}/i.test(plain)) return 'date';
  if (elapsed || /[hs]/i.test(plain)) return 'time';
  return /m/i.test(plain) ? 'date' : 'number';
}

/** Formats a workbook names by number alone. 27 to 36 and 50 to 58 are dates, some of them times, of East Asian systems. */
export function kindOfBuiltIn(id: number): NumberKind {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  const date = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return date ? 'date' : 'number';
}
