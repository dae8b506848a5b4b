import type { Repair } from '../model/repair.js';

/** White space on either side of the value; a guard stays. */
export const trim: Repair = {
  id: 'trim',
  does: {
    en: 'white space around the value taken off',
    'zh-CN': '去掉首尾空白',
    fr: 'espaces superflues retirées autour de la valeur',
  },
  apply: ({ before, value, after }) => changed(before + value + after, bare(before) + value + bare(after)),
};

/** A code written with full-width characters. Words keep theirs: there the width may be meant. */
export const halfWidth: Repair = {
  id: 'half-width',
  does: {
    en: 'full-width letters and digits of a code written as ASCII',
    'zh-CN': '代码中的全角字符改为半角',
    fr: 'lettres et chiffres pleine chasse d’un code écrits en ASCII',
  },
  apply: ({ before, value, after }) => {
    const narrow = value.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
    return /^[A-Za-z0-9._/-]+$/u.test(narrow) ? changed(before + value + after, before + narrow + after) : undefined;
  },
};

/** `="0123"`, `'0123`: what keeps a spreadsheet from reading digits as a number. */
export const peelGuard: Repair = {
  id: 'peel-guard',
  does: {
    en: 'the guard of a spreadsheet taken off',
    'zh-CN': '去掉电子表格的防转换符号',
    fr: 'protection de tableur retirée',
  },
  apply: ({ before, value, after }) => {
    const guarded = before.trimStart().startsWith('="') || before.trimStart().startsWith("'");
    return guarded && value !== '' ? changed(before + value + after, value) : undefined;
  },
};

/** The letters of a code. */
export const uppercase: Repair = {
  id: 'uppercase',
  does: { en: 'the letters of a code written in capitals', 'zh-CN': '代码字母改为大写', fr: 'code mis en majuscules' },
  apply: ({ before, value, after }) =>
    /^[A-Za-z0-9._/-]+$/u.test(value) ? changed(value, value.toUpperCase(), before, after) : undefined,
};

function bare(around: string): string {
  return around.replace(/[\p{White_Space}\u200b\ufeff]+/gu, '');
}

/** The new text between what stands around it; nothing where it is the old one. */
export function changed(old: string, text: string, before = '', after = ''): string | undefined {
  return text === old ? undefined : before + text + after;
}
