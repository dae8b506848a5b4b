import type { Condition } from '../model/condition.js';
import type { RawRow } from './raw-message.js';

const space = '[ \\t\\r\\n]';
const other = '[^ \\t\\r\\n]';

/** Text with something in it besides white space. */
export const notBlank: Condition = { pattern: other };

/**
 * The condition a format code writes: `C36`, `C..60`, `N19,5`, `N4`, `int`, `an..35`, `a2` … Undefined for anything else.
 * With `collapse` it accepts white space as XML Schema's `whiteSpace="collapse"` does, on the value as written.
 */
export function formatCode(code: string, collapse = false): Condition | undefined {
  if (code === 'int') return integer('[0-9]+', collapse);
  const decimal = /^N([0-9]+),([0-9]+)$/.exec(code);
  if (decimal !== null) return decimalOf(Number(decimal[1]), Number(decimal[2]), collapse);
  const whole = /^N([0-9]+)$/.exec(code);
  // Leading zeros do not count, as in XML Schema's totalDigits.
  if (whole !== null) return integer(`0*[0-9]{1,${Number(whole[1])}}`, collapse);
  const text = /^(C|an|a|n)(\.\.)?([0-9]+)$/.exec(code);
  if (text === null) return undefined;
  const [, kind, upTo, digits] = text;
  const length = Number(digits);
  return characters(kind ?? 'C', upTo === undefined ? length : 0, length, collapse);
}

function characters(kind: string, least: number, most: number, collapse: boolean): Condition {
  // EDIFACT: the sign and the decimal mark of a number do not count as characters.
  if (kind === 'n' && least === 0) return decimalOf(most, most, collapse);
  if (kind === 'n') return { pattern: spaced(`[0-9]{${most}}`, collapse) };
  const lengths: Condition = { ...(least > 0 ? { minLength: least } : {}), maxLength: most };
  const measured = collapse ? unless(collapsedLength(least, most), lengths) : lengths;
  return kind === 'a' ? { ...measured, pattern: '^[^0-9]*$' } : measured;
}

function integer(digits: string, collapse: boolean): Condition {
  return { pattern: spaced(`[+-]?${digits}`, collapse) };
}

function decimalOf(total: number, fraction: number, collapse: boolean): Condition {
  const exact: Condition = { decimalDigits: { total, fraction } };
  return collapse ? unless(collapsedDecimal(total, fraction), exact) : exact;
}

const spaced = (pattern: string, collapse: boolean): string =>
  collapse ? `^${space}*${pattern}${space}*$` : `^${pattern}$`;

/**
 * A text that matches the pattern needs no further look; any other is judged by the condition, which white space
 * fails, so that the reader is told what is expected in plain terms and not by a regular expression.
 */
function unless(pattern: string, condition: Condition): Condition {
  return { if: { not: { pattern } }, then: condition };
}

/** A decimal of at most `total` digits, `fraction` of them after the point; outer zeros do not count. */
function collapsedDecimal(total: number, fraction: number): string {
  const forms = Array.from({ length: Math.min(fraction, total) + 1 }, (_, digits) => {
    return `0*[0-9]{0,${total - digits}}(?:\\.${digits === 0 ? '' : `[0-9]{0,${digits}}`}0*)?`;
  });
  return spaced(`[+-]?(?=\\.?[0-9])(?:${forms.join('|')})`, true);
}

/**
 * Text that has `least` to `most` characters once white space is collapsed as XML Schema does. Every run of white
 * space is one character; a text that passes needs no further look, one that does not is judged by its plain length.
 */
function collapsedLength(least: number, most: number): string {
  const rest = `(?:${other}|${space}+(?=${other})){${Math.max(least - 1, 0)},${Math.max(most - 1, 0)}}`;
  const filled = most === 0 ? '' : `(?:${other}${rest})${least === 0 ? '?' : ''}`;
  return `^${space}*${filled}${space}*$`;
}

/** What `.format` asks of a row's value, or undefined when the row says nothing about it. */
export function rowFormat(row: RawRow): Condition | undefined {
  const pieces: Condition[] = [];
  const coded = row.format === undefined ? undefined : formatCode(row.format, row.whitespace === 'collapse');
  if (coded !== undefined) pieces.push(coded);
  if (row.minLength !== undefined && row.minLength > 0) pieces.push({ minLength: row.minLength });
  if (row.dateForm !== undefined) pieces.push({ dateForm: row.dateForm });
  if (row.pattern !== undefined) pieces.push({ pattern: row.pattern });
  if (row.min !== undefined) pieces.push({ decimalRange: { min: row.min } });
  return pieces.length === 0 ? undefined : merge(pieces);
}

/** Whether what the row asks can be judged on the value as written, white space and all. */
export function judgesRaw(row: RawRow): boolean {
  if (row.whitespace !== 'collapse') return true;
  return (
    row.minLength === undefined && row.dateForm === undefined && row.pattern === undefined && row.min === undefined
  );
}

/** What `.code` asks of a row's value. */
export function rowCode(row: RawRow): Condition | undefined {
  if (row.fixed !== undefined) return { const: row.fixed };
  if (row.oneOf !== undefined) return { enum: row.oneOf };
  return row.codes === undefined ? undefined : { codeList: row.codes };
}

/** One condition of all pieces; `allOf` only where two of them use the same keyword. */
function merge(pieces: readonly Condition[]): Condition {
  const keys = pieces.flatMap((piece) => Object.keys(piece));
  if (new Set(keys).size < keys.length) return { allOf: pieces };
  return pieces.reduce<Condition>((whole, piece) => Object.assign(whole, piece), {});
}
