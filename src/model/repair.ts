import type { CodeList } from './codes.js';
import type { Text } from './language.js';

/** The safe repairs there are. A rule names those that may help where it fails (`fix:`). */
export const repairIds = [
  'trim',
  'half-width',
  'peel-guard',
  'uppercase',
  'hs-digits',
  'gtin-zero',
  'element-signs',
  'country-code',
  'date-extended',
  'date-basic',
] as const;

export type RepairId = (typeof repairIds)[number];

/** What a repair may look things up in. */
export type RepairContext = { readonly codes: readonly CodeList[] };

/** A text of the file, taken apart: what stands around the value stays unless the repair is about just that. */
export type CellText = {
  /** White space, and a spreadsheet's guard (`="`, `'`) before the value. */
  readonly before: string;
  readonly value: string;
  readonly after: string;
};

/** One named repair. It answers what should stand there instead, or nothing where it has nothing safe to say. */
export type Repair = {
  readonly id: RepairId;
  /** What it does, in a few words. */
  readonly does: Text;
  readonly apply: (cell: CellText, context: RepairContext) => string | undefined;
};
