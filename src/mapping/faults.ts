import type { OwnText } from '../model/language.js';

/** A fault of a mapping file. With `key` it is that key of the mapping at `path` which is wrong, not its value. */
export type MappingFault = {
  readonly path: readonly (string | number)[];
  readonly key?: string;
  readonly text: OwnText;
  readonly suggestion?: OwnText;
};

export type ReportFault = (fault: MappingFault) => void;

/** A mapping of the file, by its keys. */
export type Fields = { readonly [key: string]: unknown };

export function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
