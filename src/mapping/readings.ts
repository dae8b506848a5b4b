import type { Field } from '../model/document.js';
import type { CellReading, Format } from '../model/format.js';
import type { MappedColumn, MappedUnit } from '../model/mapping.js';
import { headerNotes } from '../vocabulary/headers.js';
import { quantityOf } from './fields.js';

/** Readings a mapping file may name: those of one cell under one heading. */
export const mappedReadings = [
  'as-is',
  'peel-guard',
  'gtin-if-any',
  'country-name',
  'currency-name',
  'unit-name',
  'price-with-currency',
  'quantity-weight',
  'quantity-length',
  'yes-no',
  'availability',
  'list-comma',
  'list-semicolon',
  'list-newline',
  'list-pipe',
  'list-codes',
] as const satisfies readonly CellReading[];

/** Readings that depend on what the field means, not on how one platform writes it. */
const byMeaning: ReadonlySet<CellReading> = new Set([
  'country-name',
  'currency-name',
  'unit-name',
  'price-with-currency',
  'yes-no',
  'availability',
]);

/**
 * How cells of a field are read where the mapping says no more: quantities with their units, names of countries,
 * currencies and units as codes where the catalogue's formats of this kind do so, codes without a spreadsheet's guard.
 */
export function usualReading(field: Field, formats: readonly Format[]): CellReading {
  const quantity = quantityOf(field);
  if (quantity !== undefined) return quantity === 'weight' ? 'quantity-weight' : 'quantity-length';
  const seen = formats
    .filter(({ container }) => container !== 'xml')
    .flatMap(({ columns }) => columns.filter((column) => lastName(column.field) === field.id))
    .map(({ read }) => read)
    .find((read) => read !== undefined && byMeaning.has(read));
  if (seen !== undefined) return seen;
  switch (field.type) {
    case 'boolean':
      return 'yes-no';
    case 'identifier':
    case 'code':
      return 'peel-guard';
    case 'list':
      return 'list-newline';
    default:
      return 'as-is';
  }
}

/** `variants.sku` and `sku` are read alike. */
function lastName(path = ''): string {
  const bare = path.split('@')[0] ?? '';
  return bare.slice(bare.indexOf('.') + 1);
}

const exact: { readonly [unit in MappedUnit]: CellReading } = {
  kg: 'as-is',
  g: 'grams',
  lb: 'pounds',
  oz: 'ounces',
  cm: 'as-is',
  mm: 'millimetres',
  m: 'metres',
  in: 'inches',
  yd: 'yards',
};

/** The reading of a mapped column: what the mapping says of it, else what is usual. */
export function readingOf({ name, read, unit }: MappedColumn, field: Field, formats: readonly Format[]): CellReading {
  if (read !== undefined) return read;
  const usual = usualReading(field, formats);
  if (unit === undefined) return usual;
  // A heading that names this very unit, or none of kilograms and centimetres, leaves room for cells with units of their own.
  const notes = headerNotes(name);
  const agrees = notes.includes(unit) || (notes.length === 0 && exact[unit] === 'as-is');
  return agrees ? usual : exact[unit];
}
