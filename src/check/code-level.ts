import { languages, type Title } from '../model/language.js';
import type { CodeLookup } from './failure-types.js';

/**
 * What a code of so many digits is, by a list of levels whose codes are numbers of digits: `6` for a code of six, `10+3`
 * for one of ten with a suffix of three, which is then shown apart. Points, hyphens and spaces do not count.
 */
export function codeLevel(value: string, levels: CodeLookup): Title | undefined {
  const digits = value.replace(/[ .-]/g, '');
  if (!/^\d+$/.test(digits)) return undefined;
  for (const level of levels.all) {
    const lengths = level.split('+').map(Number);
    if (lengths.reduce((sum, length) => sum + length, 0) !== digits.length) continue;
    const name = levels.nearest(level)?.name ?? {};
    return lengths.length === 1 ? name : apart(digits, lengths, name);
  }
  return undefined;
}

function apart(digits: string, lengths: readonly number[], name: Title): Title {
  let from = 0;
  const pieces = lengths.map((length) => {
    from += length;
    return digits.slice(from - length, from);
  });
  const shown = pieces.join(' + ');
  return Object.fromEntries(
    languages.flatMap((language) => {
      const own = name[language];
      return own === undefined ? [] : [[language, `${shown}${language === 'zh-CN' ? '，' : ', '}${own}`]];
    }),
  );
}
