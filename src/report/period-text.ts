import type { Language } from '../model/language.js';
import type { Period } from '../model/standard.js';
import { say } from '../text/statement-words.js';

/** “since 2021-12-01”, “since … until …”, and plainly where the day is not known. */
export function periodText({ from, until }: Period = {}, language: Language): string {
  const since = from === undefined ? [] : [say('since', language, { from })];
  const end = until === undefined ? [] : [say('until', language, { until })];
  const said = [...since, ...end].join(' ');
  return said === '' ? say('daysUnknown', language) : said;
}
