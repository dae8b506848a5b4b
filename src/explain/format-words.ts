import type { Language } from '../model/language.js';
import { expectation, renderExpectation } from '../text/expectations.js';
import { inLanguage } from '../text/language.js';

/** `C..18` in words; undefined codes stay as they are. */
export function formatWords(format: string, language: Language): string {
  const integer = { en: 'a whole number', 'zh-CN': '整数', fr: 'un nombre entier' };
  if (format === 'int') return inLanguage(integer, language);
  const number = /^N(\d+)(?:,(\d+))?$/.exec(format);
  if (number !== null)
    return renderExpectation(expectation('decimal', { total: number[1] ?? '', fraction: number[2] ?? '0' }), language);
  const text = /^(C|an|a|n)(\.\.)?(\d+)$/.exec(format);
  if (text === null) return format;
  const [, kind = 'C', upTo, length = ''] = text;
  const size = renderExpectation(
    upTo === undefined ? expectation('exact-length', { length }) : expectation('max-length', { max: length }),
    language,
  );
  const kinds: { readonly [kind: string]: string } =
    language === 'zh-CN'
      ? { an: '（字母数字）', a: '（字母）', n: '（数字）' }
      : { an: ', letters or digits', a: ', letters', n: ', digits' };
  return (
    (length === '1' && language !== 'zh-CN' ? size.replace('characters', 'character') : size) + (kinds[kind] ?? '')
  );
}
