import type { Formatter } from '../model/report.js';
import { jsonFormatter } from './json.js';
import { jsonlFormatter } from './jsonl.js';
import { textFormatter } from './text.js';

/** Every report format. Help, completion and the contract tests follow from this list; the first is the default. */
export const formatters: readonly Formatter[] = [textFormatter, jsonFormatter, jsonlFormatter];

export function formatterFor(id: string): Formatter | undefined {
  return formatters.find((formatter) => formatter.id === id);
}
