import type { Field } from '../../model/document.js';
import type { CellReading } from '../../model/format.js';
import { type MappedUnit, mappedUnits } from '../../model/mapping.js';
import { headerNotes } from '../../vocabulary/headers.js';
import { type Quantity, quantityOf } from '../fields.js';
import type { Looks } from './looks.js';

/** The unit of bare numbers: the heading's, `Weight (g)`, `poids_g`; where nobody says it, that of the field, to be asked. */
export function unitOf(
  heading: string,
  field: Field,
  looks: Looks,
): { readonly unit?: MappedUnit; readonly named?: boolean } {
  const quantity = quantityOf(field);
  if (quantity === undefined || looks.share[quantity] > 0.2) return {};
  const words = [...headerNotes(heading), ...(/[^\p{L}]([\p{L}]+)\W*$/u.exec(heading)?.slice(1) ?? [])];
  const unit = words.map((word) => unitWords[quantity][word.toLowerCase()]).find((one) => one !== undefined);
  return unit === undefined ? { unit: mappedUnits[quantity][0], named: false } : { unit, named: true };
}

const unitWords: { readonly [quantity in Quantity]: { readonly [word: string]: MappedUnit | undefined } } = {
  weight: spelt(mappedUnits.weight, {
    千克: 'kg',
    公斤: 'kg',
    kgs: 'kg',
    克: 'g',
    grams: 'g',
    gram: 'g',
    grammes: 'g',
    磅: 'lb',
    lbs: 'lb',
    盎司: 'oz',
  }),
  length: spelt(mappedUnits.length, {
    厘米: 'cm',
    公分: 'cm',
    毫米: 'mm',
    米: 'm',
    英寸: 'in',
    inch: 'in',
    inches: 'in',
  }),
};

function spelt(
  units: readonly MappedUnit[],
  more: { readonly [word: string]: MappedUnit },
): { readonly [word: string]: MappedUnit | undefined } {
  return { ...Object.fromEntries(units.map((unit) => [unit, unit])), ...more };
}

/** How cells are read where their values ask for another reading than the field's usual one. */
export function readOf({ id, type }: Field, looks: Looks): { readonly read?: CellReading } {
  if (id === 'gtin' && looks.count > 0 && looks.share.number < 0.95 && looks.share.gtin > 0.2)
    return { read: 'gtin-if-any' };
  return type === 'list' && looks.separator !== undefined ? { read: looks.separator } : {};
}
