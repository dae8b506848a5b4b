import type { Field } from '../../model/document.js';
import type { Look } from '../../model/proposal.js';
import { quantityOf } from '../fields.js';
import type { Looks } from './looks.js';

/** What the values of a field look like: any of these will do. Nothing: they may look like anything. */
export function expectedLooks(field: Field): readonly Look[] {
  const { id, type } = field;
  const quantity = quantityOf(field);
  if (quantity !== undefined) return ['number', quantity];
  if (id === 'gtin') return ['gtin'];
  if (/^hsCode/.test(id)) return ['hs-code', 'number'];
  if (type === 'map') return [];
  if (/country$/i.test(id)) return ['country', 'text', 'code'];
  if (/currency$/i.test(id)) return ['currency', 'code'];
  if (/^(?:images|variantImage|videos)$/.test(id)) return ['image', 'link', 'text', 'code'];
  if (id === 'link') return ['link'];
  switch (type) {
    case 'decimal':
      return ['number', 'money'];
    case 'integer':
      return ['number'];
    case 'date':
      return ['date', 'number'];
    case 'boolean':
      return ['yes-no', 'text', 'code'];
    case 'identifier':
    case 'code':
      return ['code', 'text', 'number', 'link'];
    default:
      return ['text', 'code', 'long-text', 'number'];
  }
}

/** Looks that say much about what a column is, with what they add to a name's confidence. */
export const telling: { readonly [look in Look]?: number } = {
  gtin: 0.6,
  'hs-code': 0.4,
  country: 0.5,
  currency: 0.5,
  date: 0.3,
  weight: 0.3,
  length: 0.3,
  money: 0.3,
  image: 0.5,
  link: 0.3,
};

/** How well values look like a field's: a factor on what the heading says, and the look that tells. */
export function fitOf(
  field: Field,
  looks: Looks,
): { readonly factor: number; readonly look?: Look; readonly gain: number } {
  const expected = expectedLooks(field);
  if (looks.count === 0 || expected.length === 0) return { factor: 1, gain: 0 };
  const best = Math.max(...expected.map((look) => looks.share[look]));
  const look = expected.find((one) => telling[one] !== undefined && looks.share[one] >= 0.8);
  // Two values prove little.
  const gain = look === undefined ? 0 : (telling[look] ?? 0) * Math.min(1, looks.count / 3);
  // A text that is nothing but numbers, dates or links is hardly a name.
  const odd = isWords(field)
    ? Math.max(looks.share.date, looks.share.link, looks.share.number)
    : field.type === 'code'
      ? looks.fractions
      : 0;
  // Bar codes may well be wrong: to find that out is what the file is mapped for.
  const factor = field.id === 'gtin' ? gtinFactor(best) : best >= 0.6 ? 1 : best >= 0.3 ? 0.8 : 0.35;
  return { factor: odd >= 0.8 ? 0.35 : factor, gain, ...(look !== undefined && { look }) };
}

function gtinFactor(share: number): number {
  return share >= 0.3 ? 1 : 0.6;
}

function isWords({ id, type }: Field): boolean {
  return type === 'localized' || (type === 'text' && /name|title|address|description|path/i.test(id));
}
