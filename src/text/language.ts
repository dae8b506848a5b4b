import type { Language, Text, Title } from '../model/language.js';

/** A text of ours in this language; English where the language lacks it. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.en;
}

/** A quoted name in this language, in the nearest other one where it was never issued in it. */
export function titleIn(title: Title, language: Language, otherwise = ''): string {
  const order: readonly Language[] = language === 'zh-CN' ? ['zh-CN', 'en', 'fr'] : [language, 'en', 'zh-CN', 'fr'];
  for (const candidate of order) {
    const found = title[candidate];
    if (found !== undefined && found !== '') return found;
  }
  return otherwise;
}
