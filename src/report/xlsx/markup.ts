import { sheetLimits } from './limits.js';

/** A text as character data: what XML cannot hold is shown as a sign, and nothing is taken for an escape that is none. */
export function xmlText(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .replace(/\r\n/gu, '\n')
    .replace(notXml, visible)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}

/** Whether there is anything to do. */
const unusual = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x/;
/** Characters XML 1.0 has no way to write, and the carriage return, which its readers take for a line feed. */
const notXml = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\p{Surrogate}]/gu;
const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function visible(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/** A text as long as a cell may be; what is cut ends in an ellipsis. */
export function cellLong(text: string): string {
  if (text.length <= sheetLimits.text) return text;
  return `${text.slice(0, sheetLimits.text - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Letters of a column that counts from 0. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Column (from 0) and row (from 1) of an address such as `B17`; nothing for what no sheet has. */
export function cellOf(address: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits);
  return column < 0 || column >= sheetLimits.columns || row > sheetLimits.rows ? undefined : { column, row };
}
