import { type Language, languages, type Title } from '../../../model/language.js';
import { formatCount, phrase } from '../../../text/report-words.js';
import { sanitizeBrief } from '../../../text/sanitize.js';
import { el } from './elements.js';

/** Text out of a file: what cannot be seen is made visible, its direction of writing stays its own. */
export function fileText(text: string, longest = 160): HTMLElement {
  return el('bdi', {}, sanitizeBrief(text, longest));
}

/** A value as the file has it; `whole`: its length where the page has only its beginning. */
export function valueText(value: string | undefined, language: Language, longest = 160, whole?: number): HTMLElement {
  if (value === undefined || value === '') return el('span', { class: 'nothing' }, phrase('nothing', language));
  const length = whole ?? value.length;
  const cut = length > longest;
  const text = sanitizeBrief(value, longest);
  const shown = el('code', { class: 'value' }, el('bdi', {}, /^\s|\s$/.test(value) ? `“${text}”` : text));
  return cut ? el('span', {}, shown, ' ', phrase('ofLength', language, { n: formatCount(length) })) : shown;
}

/** A quoted title, marked with its language where that is another than the page's. */
export function titleText(title: Title | undefined, language: Language): HTMLElement | undefined {
  const order: readonly Language[] = [
    language,
    ...(language === 'zh-CN' ? [] : (['en'] as const)),
    'zh-CN',
    ...languages,
  ];
  const found = order.find((one) => title?.[one] !== undefined && title[one] !== '');
  if (title === undefined || found === undefined) return undefined;
  return el('span', found === language ? {} : { lang: found }, title[found] ?? '');
}
