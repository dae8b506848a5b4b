import { foldHeader, withFewerNotes } from '../../vocabulary/headers.js';

/**
 * A heading without anything but its letters and digits, so that `HS-Code`, `hs_code` and `HSCode` are one. Accents go too:
 * exports drop them.
 */
export function squeezed(heading: string): string {
  return foldHeader(heading)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The ways a heading may be looked up: whole, then without the bracketed notes at its end. */
export function waysOf(heading: string): readonly string[] {
  const folded = foldHeader(heading);
  const ways = [folded, ...withFewerNotes(folded)].map(squeezed);
  return [...new Set(ways)].filter((way) => way !== '');
}

/** Words that only say that this is about goods. */
const general = [
  ...['product', 'item', 'goods', 'article', 'produit', 'variant', 'the'],
  ...['商品', '产品', '货品', '货物', '物品'],
];

/** The squeezed heading without general words at its beginning; undefined where it has none, or nothing else. */
export function withoutGeneral(way: string): string | undefined {
  const word = general.find((one) => way.startsWith(one) && way.length > one.length);
  return word === undefined ? undefined : way.slice(word.length);
}
