import type { CellText } from '../model/repair.js';

const blank = String.raw`[\p{White_Space}\u200b\ufeff]*`;
const quotedGuard = new RegExp(`^(${blank}="${blank})([^"]*?)(${blank}"${blank})$`, 'u');
const plain = new RegExp(`^(${blank}'?${blank})(.*?)(${blank})$`, 'su');

/** Takes white space and a spreadsheet's guard off a text, so that they can be put back around another value. */
export function cellText(text: string): CellText {
  const [, before = '', value = text, after = ''] = quotedGuard.exec(text) ?? plain.exec(text) ?? [];
  return { before, value, after };
}
