import type { CodeEntry, CodeList } from '../model/codes.js';
import { once } from '../model/on-demand.js';

/** The code a text stands for; undefined where it stands for none, or might stand for several. */
export type Resolve = (text: string) => string | undefined;

/** Codes from codes and names. `chinese`: the text stands under a Chinese header, where bare numbers are customs codes. */
export type Names = {
  readonly country: (chinese: boolean) => Resolve;
  readonly currency: (chinese: boolean) => Resolve;
  readonly unit: Resolve;
};

const made = new WeakMap<readonly CodeList[], Names>();

/** Names from the catalogue's code lists, worked out once per catalogue. */
export function namesOfCodes(codes: readonly CodeList[]): Names {
  const known = made.get(codes);
  if (known !== undefined) return known;
  const list = (id: string): readonly CodeEntry[] => codes.find((one) => one.id === id)?.entries ?? [];
  // The lists are long: each is read when the first cell asks for a name of its kind.
  const country = once(() => lettered(list('country-iso'), () => list('customs-country')));
  const currency = once(() => lettered(list('currency-iso'), () => list('customs-currency')));
  // Short codes of units are those of UN/ECE Recommendation 20 (KGM), and no words of any language.
  const units = once(() =>
    wayMap(list('customs-unit').map((entry) => [entry.code, [entry.code, ...waysOf(entry), ...(entry.aliases ?? [])]])),
  );
  const names: Names = {
    country: (chinese) => (text) => country()(text, chinese),
    currency: (chinese) => (text) => currency()(text, chinese),
    unit: (text) => units().get(fold(text)) ?? undefined,
  };
  made.set(codes, names);
  return names;
}

/**
 * Letter codes of ISO, with the customs list of the same things beside it: its names count too, its numbers are another
 * numbering. Short letter codes count in capitals only: `no` is an answer as often as Norway.
 */
function lettered(
  iso: readonly CodeEntry[],
  customs: () => readonly CodeEntry[],
): (text: string, chinese: boolean) => string | undefined {
  const letters = new Map<string, string>();
  const isoNumbers = new Map<string, string>();
  for (const { code, aliases = [] } of iso) {
    letters.set(code, code);
    for (const alias of aliases) {
      if (/^[A-Z]{3}$/u.test(alias)) letters.set(alias, code);
      if (/^\d{3}$/u.test(alias)) isoNumbers.set(alias, code);
    }
  }
  const isoOf = ({ aliases = [] }: CodeEntry): string | undefined =>
    aliases.map((alias) => letters.get(alias)).find((code) => code !== undefined);
  const customsNumbers = once(() => new Map(customs().map((entry) => [entry.code, isoOf(entry)])));
  // Most cells hold a letter code; the names are gathered when one does not.
  const words = once(() =>
    wayMap([
      ...iso.map((entry): Way => [entry.code, waysOf(entry)]),
      ...customs().flatMap((entry): Way[] => {
        const code = isoOf(entry);
        return code === undefined ? [] : [[code, waysOf(entry)]];
      }),
    ]),
  );
  const number = (text: string, chinese: boolean): string | undefined => {
    const custom = customsNumbers().get(text);
    if (chinese) return custom;
    const code = isoNumbers.get(text);
    // The same three digits may be one country here and another there: then nobody can tell.
    return customsNumbers().has(text) && custom !== code ? undefined : code;
  };
  return (text, chinese) => {
    const plain = text.normalize('NFKC');
    if (/^\d+$/u.test(plain)) return number(plain, chinese);
    return letters.get(plain) ?? words().get(fold(plain)) ?? undefined;
  };
}

type Way = readonly [code: string, ways: readonly string[]];

/** Names in every language and aliases that are words; short letter codes and numbers are told apart elsewhere. */
function waysOf({ name, aliases = [] }: CodeEntry): readonly string[] {
  const words = [name['zh-CN'], name.en, name.fr, ...aliases].filter((way) => way !== undefined);
  return words.filter((way) => !/^(?:[A-Za-z]{1,3}|\d+)$/u.test(way));
}

/** Folded way → code; null where two codes are written alike. */
function wayMap(ways: readonly Way[]): ReadonlyMap<string, string | null> {
  const map = new Map<string, string | null>();
  for (const [code, own] of ways) {
    for (const way of own.map(fold)) {
      const held = map.get(way);
      map.set(way, held === undefined || held === code ? code : null);
    }
  }
  return map;
}

/** Case, accents, hyphens, a leading article and the kind of apostrophe say nothing about which country it is. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`]/gu, "'")
    .replace(/[-\s\u200b]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the /u, '');
}
