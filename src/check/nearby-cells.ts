import type { DocumentKind } from '../model/document.js';
import type { NearbyCell, NearbyCells } from '../model/finding.js';
import type { Fields, SourceRecord, Value } from '../model/record.js';
import { isPersonal } from './personal.js';

/** Cells shown on each side of the one at fault. */
const eachSide = 2;
/** Longer values are cut: they are there to recognise the row by. */
const longestValue = 60;
const longestPersonal = 1000;

/**
 * What stands beside the place of a finding in its row, element or object, as written and in the order of the file.
 * Only fields the format knows: nobody can say what an unknown column holds, and personal data is to be masked.
 */
export function nearbyCells(
  document: DocumentKind,
  record: SourceRecord,
  path: readonly string[],
): NearbyCells | undefined {
  const [first = '', index, second] = path;
  const part = document.parts.find(({ id }) => id === first);
  const base = part === undefined || index === undefined ? [] : [first, index];
  const own = base.length === 0 ? first : second;
  const siblings = base.length === 0 ? record.raw : itemOf(record.raw[first], Number(index));
  if (!Object.hasOwn(siblings, own ?? '')) return undefined;
  const fields = Object.keys(siblings);
  const at = fields.indexOf(own ?? '');
  const show = (field: string): readonly NearbyCell[] => {
    const value = plainText(siblings[field]);
    if (value === undefined || value === '') return [];
    const { name, cell } = record.locate(`/${[...base, field].join('/')}`);
    const personal = isPersonal(document, base.length === 0 ? field : `${first}.${field}`);
    // A name for a value is one for the whole of it.
    const shown = { name: name ?? field, value: personal ? value.slice(0, longestPersonal) : brief(value), personal };
    return [cell === undefined ? shown : { ...shown, cell }];
  };
  return {
    before: nearest(fields.slice(0, at).reverse(), show).reverse(),
    after: nearest(fields.slice(at + 1), show),
  };
}

/** The first few fields that have something to show. */
function nearest(fields: readonly string[], show: (field: string) => readonly NearbyCell[]): NearbyCell[] {
  const found: NearbyCell[] = [];
  for (const field of fields) {
    if (found.length === eachSide) break;
    found.push(...show(field));
  }
  return found;
}

function brief(value: string): string {
  return value.length > longestValue ? `${[...value.slice(0, longestValue)].slice(0, -1).join('')}…` : value;
}

function itemOf(items: Value | undefined, index: number): Fields {
  const item: unknown = Array.isArray(items) ? items[index] : undefined;
  return typeof item === 'object' && item !== null ? { ...item } : {};
}

/** A value of one cell; of texts by language the first. Lists of parts are no cell. */
function plainText(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? value.join(', ') : undefined;
  const first: unknown = Object.values(value)[0];
  return typeof first === 'string' ? first : undefined;
}
