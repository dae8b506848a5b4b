import { withLostPostalZero } from '../../vocabulary/lost-zeros.js';
import { trimCell } from '../cells.js';
import type { EyeMaker } from './index.js';

/** Postal codes, each with the field that says the country. */
const countryFields: { readonly [field: string]: string } = {
  consigneePostalCode: 'consigneeCountry',
  postalCode: 'country',
};

/** A postal code that is a digit short in its country: no rule judges it, but the parcel goes astray. */
export const lostZeros: EyeMaker = ({ field, part }, { all }) => {
  const countryField = Object.hasOwn(countryFields, field) ? countryFields[field] : undefined;
  const country = all.find((one) => one.field === countryField && one.part === part);
  if (country === undefined) return undefined;
  return (cell, row) => {
    const shown = trimCell(cell);
    // Most codes are whole: the country is read for the others alone.
    if (shown.length > 5 || !/^\d+$/u.test(shown)) return undefined;
    const code = country.read(trimCell(row.cells[country.index] ?? ''));
    const meant = typeof code === 'string' ? withLostPostalZero(shown, code) : undefined;
    return meant === undefined ? undefined : { id: 'zero-lost', values: { shown, meant }, weight: 'note' };
  };
};
