import type { CodeList } from '../model/codes.js';
import type { Repair } from '../model/repair.js';

/** Names of countries as the list of ISO codes has them, in any of its languages; a name of two countries is neither. */
export const countryCode: Repair = {
  id: 'country-code',
  does: {
    en: 'the name of a country written as its two-letter code',
    'zh-CN': '国名改为两字母代码',
    fr: 'nom de pays remplacé par son code à deux lettres',
  },
  apply: ({ before, value, after }, { codes }) => {
    const list = codes.find(({ id }) => id === 'country-iso');
    const code = list && namesOf(list).get(folded(value));
    return code === undefined || code === '' ? undefined : before + code + after;
  },
};

const made = new WeakMap<CodeList, ReadonlyMap<string, string>>();

function namesOf(list: CodeList): ReadonlyMap<string, string> {
  const known = made.get(list);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const { code, name, aliases = [] } of list.entries) {
    for (const one of [...Object.values(name), ...aliases]) {
      // A code of a sister list (JPN, 116) is no name.
      if (/^[A-Z]{2,3}$|^\d+$/u.test(one)) continue;
      const key = folded(one);
      names.set(key, (names.get(key) ?? code) === code ? code : '');
    }
  }
  made.set(list, names);
  return names;
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
