import type { Repair, RepairContext, RepairId } from '../model/repair.js';
import { cellText } from './cell-text.js';
import { halfWidth, peelGuard, trim, uppercase } from './characters.js';
import { countryCode } from './countries.js';
import { dateBasic, dateExtended } from './dates.js';
import { elementSigns } from './declaration-elements.js';
import { gtinZero, hsDigits } from './numbers.js';

export { cellText } from './cell-text.js';

/** Every repair, in the order they are tried and put together. A new one is its function and its entry here. */
export const repairs: { readonly [id in RepairId]: Repair } = {
  trim,
  'peel-guard': peelGuard,
  'half-width': halfWidth,
  uppercase,
  'hs-digits': hsDigits,
  'gtin-zero': gtinZero,
  'element-signs': elementSigns,
  'country-code': countryCode,
  'date-extended': dateExtended,
  'date-basic': dateBasic,
};

/** What could stand in place of a text, and the repairs that lead there. */
export type Candidate = { readonly text: string; readonly by: readonly RepairId[] };

/** The smallest changes first: each repair alone, then all of them one after another. */
export function candidatesFor(text: string, wanted: readonly RepairId[], context: RepairContext): readonly Candidate[] {
  const order = Object.values(repairs).filter(({ id }) => wanted.includes(id));
  const found: Candidate[] = [];
  const add = (candidate: Candidate): void => {
    if (!found.some((one) => one.text === candidate.text)) found.push(candidate);
  };
  let all: Candidate = { text, by: [] };
  for (const { id, apply } of order) {
    const alone = apply(cellText(text), context);
    if (alone !== undefined) add({ text: alone, by: [id] });
    const further = apply(cellText(all.text), context);
    if (further !== undefined) all = { text: further, by: [...all.by, id] };
  }
  if (all.by.length > 1) add(all);
  return found;
}
