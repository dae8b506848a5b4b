import type { Place } from '../../model/reading.js';
import { ValueEnd } from '../json-value-end.js';
import { LineCursor } from '../places.js';

/** Offsets in a text, the end excluded. */
export type Range = { readonly start: number; readonly end: number };

/** Where the records of a JSON document or an XML message stand in its text, by the places at which they begin. */
export function elementRanges(container: 'json' | 'xml', text: string, places: Iterable<Place>): readonly Range[] {
  const endOf = container === 'json' ? valueEnd : elementEnd;
  return offsetsOf(text, places).map((start) => ({ start, end: endOf(text, start) }));
}

/** What is to be cut out of a text so that of its records only some are left. The envelope stays. */
export function withoutElements(
  container: 'json' | 'xml',
  text: string,
  ranges: readonly Range[],
  keeps: (index: number) => boolean,
): readonly Range[] {
  return container === 'json' ? withoutValues(ranges, keeps) : withoutMarkup(text, ranges, keeps);
}

/** What is left is separated as the last of it was from the one before; the document around it is not touched. */
function withoutValues(ranges: readonly Range[], keeps: (index: number) => boolean): readonly Range[] {
  const cuts: Range[] = [];
  let kept: Range | undefined;
  for (const [index, range] of ranges.entries()) {
    if (!keeps(index)) continue;
    const from = kept === undefined ? (ranges[0]?.start ?? 0) : kept.end;
    const to = kept === undefined ? range.start : (ranges[index - 1]?.end ?? range.start);
    if (to > from) cuts.push({ start: from, end: to });
    kept = range;
  }
  const last = ranges.at(-1);
  if (kept !== undefined && last !== undefined && last.end > kept.end) cuts.push({ start: kept.end, end: last.end });
  return cuts;
}

/** An element goes with the white space before it. */
function withoutMarkup(text: string, ranges: readonly Range[], keeps: (index: number) => boolean): readonly Range[] {
  return ranges.flatMap(({ start, end }, index) => {
    if (keeps(index)) return [];
    let from = start;
    while (/[ \t\r\n]/.test(text.charAt(from - 1))) from--;
    return [{ start: from, end }];
  });
}

/** Offsets of places that come in the order of the text: it is walked once, however long its lines are. */
function offsetsOf(text: string, places: Iterable<Place>): number[] {
  const cursor = new LineCursor();
  const offsets: number[] = [];
  let at = 0;
  for (const { line, column } of places) {
    for (;;) {
      const { place } = cursor;
      if (at >= text.length || place.line > line || (place.line === line && place.column >= column)) break;
      const next = place.line < line ? lineEndAfter(text, at) : at + 1;
      cursor.advance(text, at, next);
      at = next;
    }
    // Between CR and LF the new line has begun, and nothing stands.
    if (text.charAt(at) === '\n' && text.charAt(at - 1) === '\r') cursor.advance(text, at, ++at);
    // A character of two halves is one column.
    if (/[\udc00-\udfff]/.test(text.charAt(at))) cursor.advance(text, at, ++at);
    offsets.push(at);
  }
  return offsets;
}

function lineEndAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at++;
  return at + 1;
}

function valueEnd(text: string, start: number): number {
  const end = new ValueEnd().scan(text, start);
  return end < 0 ? text.length : end;
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<[^!?/](?:[^>"']|"[^"]*"|'[^']*')*>/gu;

/** The end of the element that begins here, in a text that has been read and found well-formed. */
function elementEnd(text: string, start: number): number {
  markup.lastIndex = start;
  let depth = 0;
  for (let found = markup.exec(text); found !== null; found = markup.exec(text)) {
    const [tag] = found;
    if (tag.startsWith('</')) depth -= 1;
    else if (!/^<[!?]/.test(tag) && !tag.endsWith('/>')) depth += 1;
    if (depth === 0 && !/^<[!?]/.test(tag)) return found.index + tag.length;
  }
  return text.length;
}
