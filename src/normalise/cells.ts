/** White space at either end, of any kind a spreadsheet leaves: no-break, zero-width, ideographic, byte order mark. */
export function trimCell(cell: string): string {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  // Most cells begin and end with an ordinary character.
  if (isOrdinary(first) && isOrdinary(last)) return cell;
  return cell.replace(edges, '');
}

const edges = /^[\p{White_Space}\u200b\ufeff]+|[\p{White_Space}\u200b\ufeff]+$/gu;

/** Neither white space nor zero-width: printable ASCII, or a letter of the CJK blocks. */
function isOrdinary(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfe00);
}

export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || trimCell(cell) === '';
}

/** Takes off the guards people put before codes so that a spreadsheet leaves them alone: `="0123"`, `'0123`. */
export function peelGuard(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 0x27) return text.length > 1 ? trimCell(text.slice(1)) : text;
  if (first !== 0x3d) return text;
  const inner = /^="([^"]*)"$/u.exec(text)?.[1];
  return inner === undefined || trimCell(inner) === '' ? text : trimCell(inner);
}

/** Pieces of a list, trimmed, without the empty ones. */
export function splitList(text: string, separator: RegExp | string): readonly string[] {
  return text
    .split(separator)
    .map(trimCell)
    .filter((item) => item !== '');
}

/** Comma-separated, `\,` being a comma inside a piece. */
export function splitCommas(text: string): readonly string[] {
  if (!text.includes('\\')) return splitList(text, ',');
  return splitList(text, /(?<!\\),/u).map((item) => item.replaceAll('\\,', ','));
}
