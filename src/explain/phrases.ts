import type { Language } from '../model/language.js';

/** What is said of a value, and its opposite, as phrases that follow the field's name. */
export type Predicate = { readonly yes: string; readonly no: string };

/** A predicate in the reader's language: what is said, and its opposite. */
export function predicate(
  language: Language,
  texts: { readonly en: readonly [yes: string, no: string]; readonly zh: readonly [yes: string, no: string] },
): Predicate {
  const [yes, no] = language === 'zh-CN' ? texts.zh : texts.en;
  return { yes, no };
}

/** “a, b or c”, “a、b 或 c”: all of them, however many. */
export function anyOf(items: readonly string[], language: Language): string {
  return joined(items, language === 'zh-CN' ? [' 或 ', '、', ' 或 '] : [' or ', ', ', ' or ']);
}

/** “a, b and c”, “a、b 和 c”. */
export function allOf(items: readonly string[], language: Language): string {
  return joined(items, language === 'zh-CN' ? ['和', '、', '和'] : [' and ', ', ', ' and ']);
}

function joined(items: readonly string[], [two, comma, last]: readonly [string, string, string]): string {
  if (items.length <= 2) return items.join(two);
  return `${items.slice(0, -1).join(comma)}${last}${items.at(-1) ?? ''}`;
}

/** Fields by their labels, as names inside a sentence. */
export function named(labels: readonly string[], language: Language): string {
  const names = labels.map((label) => `“${label}”`);
  return language === 'zh-CN' ? names.join('、') : allOf(names, language);
}

/** A title in the middle of a sentence: “goods line”, but “SKU”. */
export function insideSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A text of a file inside a sentence. Plain numbers and codes need no quotation marks. */
export function quoted(text: string, language: Language): string {
  if (!/^[0-9A-Z.-]+$/.test(text)) return `“${text}”`;
  return language === 'zh-CN' ? ` ${text} ` : text;
}

/** Chinese set beside digits or Latin letters takes one space, beside full-width punctuation none; what is quoted stays. */
export function tidyChinese(text: string): string {
  return text
    .split(/(“[^”]*”)/)
    .map((piece, index) => (index % 2 === 1 ? piece : tidyPiece(piece)))
    .join('')
    .replace(/ *(“[^”]*”) */g, '$1')
    .trimEnd();
}

function tidyPiece(text: string): string {
  return text
    .replace(/(\p{Script=Han})(?=[A-Za-z0-9])/gu, '$1 ')
    .replace(/([A-Za-z0-9%])(?=\p{Script=Han})/gu, '$1 ')
    .replace(/ *([、，。；：（）]) */g, '$1')
    .replace(/(\p{Script=Han}) +(?=\p{Script=Han})/gu, '$1')
    .replace(/ {2,}/g, ' ');
}
