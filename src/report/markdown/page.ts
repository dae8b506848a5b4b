import { sanitizeBrief } from '../../text/sanitize.js';
import { escapeMarkdown } from './escape.js';

/** Longest value in a cell: a summary is for reading. */
const longestValue = 160;

/** A value of a file: its exact text, cut where it is long, in code type. */
export function code(text: string): string {
  return text === '' ? '' : `<code>${escapeMarkdown(sanitizeBrief(text, longestValue))}</code>`;
}

/** A sentence of ours, with values of files in it. */
export function prose(text: string, longest = 600): string {
  return escapeMarkdown(sanitizeBrief(text, longest));
}

/** One row of a table. The cells are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** The first two lines of a table; numbers to the right. */
export function tableHead(names: readonly string[], numeric: ReadonlySet<number> = new Set()): string {
  return row(names.map((name) => prose(name))) + row(names.map((_, index) => (numeric.has(index) ? '--:' : '---')));
}

/**
 * Passes blocks on as long as they and the ending fit into so many bytes of UTF-8; where one does not, the notice is
 * written instead of it and of all that follow.
 */
export function* withinBytes(
  blocks: Iterable<string>,
  { most, notice, ending }: { readonly most: number; readonly notice: string; readonly ending: string },
): Iterable<string> {
  let room = most - bytesOf(notice) - bytesOf(ending);
  for (const block of blocks) {
    room -= bytesOf(block);
    if (room < 0) {
      yield notice;
      break;
    }
    yield block;
  }
  yield ending;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
