import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/standard.js';

/** Whether the standard, or a rule of it, names one of these categories. */
export function isAbout({ slug, applies }: Standard, ids: readonly string[], { rules }: Catalogue): boolean {
  const meets = (categories: readonly string[] | undefined): boolean =>
    categories?.some((id) => ids.includes(id)) === true;
  return meets(applies.categories) || rules.some((rule) => rule.standard === slug && meets(rule.applies.categories));
}
