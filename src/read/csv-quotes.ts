/** What is known where a quotation mark is judged. */
export type QuoteRules = {
  /** Character code of the delimiter. */
  readonly delimiter: number;
  /** No more text will come. */
  readonly final: boolean;
  /** Characters a quoted cell may have before its quotation mark counts as never closed. */
  readonly limit: number;
};

/** The text so far does not tell. */
export const needMore = -1;
/** No closing mark up to the limit or the end of the file. */
export const unclosed = -2;
/** The opening mark is data: what follows is no quoted cell. */
export const isData = -3;

const quote = 34;
const tab = 9;
const space = 32;

export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/**
 * Offset of the mark that closes the quoted cell opened at `open`, or one of the answers above. A mark followed by
 * anything but a delimiter or a line end is stray; the cell is then still taken as quoted if it closes on that line
 * without another cell opening first, else its opening mark is data. No answer depends on how much text has come.
 */
export function closingQuote(text: string, open: number, rules: QuoteRules): number {
  for (let from = open + 1; ; ) {
    const at = text.indexOf('"', from);
    if ((at < 0 ? text.length : at) - open > rules.limit) return unclosed;
    if (at < 0) return rules.final ? unclosed : needMore;
    if (text.charCodeAt(at + 1) === quote) {
      from = at + 2;
      continue;
    }
    const after = cellEnd(text, at + 1, rules);
    if (after === needMore) return needMore;
    return after >= 0 ? at : closingAfterStray(text, open, at, rules);
  }
}

/** Where the cell ends if only spaces stand between `from` and its end. */
export function cellEnd(text: string, from: number, rules: QuoteRules): number {
  let at = from;
  while (text.charCodeAt(at) === space) at++;
  if (at >= text.length) return rules.final ? text.length : needMore;
  const code = text.charCodeAt(at);
  return code === rules.delimiter || isBreak(code) ? at : isData;
}

function closingAfterStray(text: string, open: number, stray: number, rules: QuoteRules): number {
  const before = text.charCodeAt(stray - 1);
  if (stray - 1 > open && (before === rules.delimiter || isBreak(before))) return isData;
  for (let at = stray + 1; at - open <= rules.limit; at++) {
    if (at >= text.length) return rules.final ? isData : needMore;
    const code = text.charCodeAt(at);
    // Tab-separated files seldom quote at all, so a cell there never goes on beyond its tab.
    if (isBreak(code) || (code === rules.delimiter && code === tab)) return isData;
    if (code !== quote) continue;
    if (text.charCodeAt(at - 1) === rules.delimiter) return isData;
    if (at + 1 >= text.length && !rules.final) return needMore;
    if (text.charCodeAt(at + 1) === quote) {
      at++;
      continue;
    }
    const after = cellEnd(text, at + 1, rules);
    if (after === needMore) return needMore;
    if (after >= 0) return at;
  }
  return isData;
}

/** Text of a quoted cell: doubled marks are one. */
export function unquoted(inner: string): string {
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

/** Whether a quoted cell holds a mark that is not doubled. */
export function hasStray(inner: string): boolean {
  return inner.includes('"') && inner.replaceAll('""', '').includes('"');
}
