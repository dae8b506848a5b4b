import { sanitizeBrief } from '../../text/sanitize.js';

/** Longest value or sentence of a result: a cell may hold megabytes, an upload may not. */
export const longestText = 1000;

/**
 * Text of a SARIF message. A viewer makes links of `[…](…)` and placeholders of `{0}` (3.11.5, 3.11.6): in text that comes
 * from files neither may happen.
 */
export function messageText(text: string, longest = longestText): string {
  return sanitizeBrief(text, longest)
    .replaceAll('](', '\\](')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}
