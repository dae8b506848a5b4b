import { createRequire } from 'node:module';

/*
 * string-width and the segmenter cost 20 to 40 ms to load, as much as checking a small file: they are fetched for the
 * first text that needs them (emoji, combining marks, rare scripts). Common Latin and Chinese text never does.
 */
let measure: ((text: string) => number) | undefined;
let segmenter: Intl.Segmenter | undefined;

const plain = /^[\x20-\x7e]*$/;
/** Characters that may not begin a line, and that may not end one, in Chinese typesetting. */
const closing = /^[、。，．；：！？）〕】》〉」』”’…％%)\]}>,.;:!?]/u;
const opening = /[（〔【《〈「『“‘([{<]$/u;

/** One code unit each, one or two columns each, none joining its neighbour. */
const common =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2015\u2018-\u201f\u2022\u2026\u2030\u2032\u2033\u2190-\u2193\u21b5\u21e5\u2212\u2260-\u2265\u2400-\u2421\u2500-\u257f\u2713\u2717\u27e8\u27e9\u3000-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6]*$/;
const wide =
  /[\u3000-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6]/g;

/** Columns a text takes in a terminal. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  if (common.test(text)) return text.length + (text.match(wide)?.length ?? 0);
  if (measure === undefined) {
    const load: (name: string) => { readonly default: (text: string) => number } = createRequire(import.meta.url);
    measure = load('string-width').default;
  }
  return measure(text);
}

/** What a reader sees as one character, in order. */
function graphemesOf(text: string): Iterable<string> {
  if (common.test(text)) return text;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Fills a text with spaces up to `width` columns; a wider text stays as it is. */
export function padToWidth(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/** Cuts a text to `width` columns, the last of them an ellipsis where anything was cut. */
export function truncateToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const segment of graphemesOf(text)) {
    const columns = displayWidth(segment);
    if (used + columns > width - 1) break;
    kept += segment;
    used += columns;
  }
  return `${kept}…`;
}

/**
 * Breaks a text into lines of at most `width` columns. Lines break at spaces, between and around wide (Chinese)
 * characters, and inside a run only where the run alone is too wide. Only the white space at a break is dropped.
 */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const room = Math.max(2, width);
  return text.split('\n').flatMap((line) => wrapLine(line, room));
}

type Piece = { readonly gap: string; readonly text: string };

function wrapLine(line: string, width: number): readonly string[] {
  if (displayWidth(line) <= width) return [line.trimEnd()];
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const piece of piecesOf(line)) {
    const columns = displayWidth(piece.text);
    if (current !== '' && used + piece.gap.length + columns > width) {
      lines.push(current);
      current = '';
      used = 0;
    }
    const parts = columns > width ? breakRun(piece.text, width) : [piece.text];
    parts.forEach((part, index) => {
      if (index > 0) {
        lines.push(current);
        current = '';
        used = 0;
      }
      const gap = current === '' ? '' : piece.gap;
      current += gap + part;
      used += gap.length + displayWidth(part);
    });
  }
  if (current !== '' || lines.length === 0) lines.push(current);
  return lines;
}

/** Splits a line into pieces that stay together, each with the white space before it. */
function piecesOf(line: string): readonly Piece[] {
  return line.split(/(?<= )(?=[^ ])|(?<=[^ ])(?= )/).reduce<Piece[]>((pieces, run, index, runs) => {
    if (run.trim() === '') return pieces;
    const gap = index > 0 && runs[index - 1]?.trim() === '' ? (runs[index - 1] ?? '') : '';
    for (const [at, cluster] of clusters(run).entries()) pieces.push({ gap: at === 0 ? gap : '', text: cluster });
    return pieces;
  }, []);
}

/** A run without spaces: narrow stretches whole, wide characters one by one, punctuation with what it belongs to. */
function clusters(run: string): readonly string[] {
  if (plain.test(run)) return [run];
  const found: string[] = [];
  let previousWide = true;
  for (const segment of graphemesOf(run)) {
    const wide = displayWidth(segment) > 1;
    const last = found.at(-1);
    const joins = last !== undefined && ((!wide && !previousWide) || closing.test(segment) || opening.test(last));
    if (joins) found[found.length - 1] = last + segment;
    else found.push(segment);
    previousWide = wide;
  }
  return found;
}

function breakRun(run: string, width: number): readonly string[] {
  const parts: string[] = [];
  let current = '';
  let used = 0;
  for (const segment of graphemesOf(run)) {
    const columns = displayWidth(segment);
    if (current !== '' && used + columns > width) {
      parts.push(current);
      current = '';
      used = 0;
    }
    current += segment;
    used += columns;
  }
  return [...parts, current];
}
