import { itemText } from '../workbook/cell-text.js';
import type { EditableText, Untouchable } from './editable.js';

/** A text of the shared table: its markup, and whether it is more than one plain text. */
export type SharedItem = { readonly text: string; readonly rich: boolean };

/** The text of a cell by its address. */
export type CellTexts = (address: string) => EditableText | Untouchable | undefined;

const richMarkup = /<(?:[\w.-]+:)?(?:r|rPh)[\s>/]/u;

/** The items of the table of shared texts, by their number. */
export function sharedItems(markup: string): readonly SharedItem[] {
  const items = /<((?:[\w.-]+:)?)si(?=[\s/>])[^>]*?(?:\/>|>(?:([\s\S]*?)<\/\1si\s*>))/gu;
  return [...markup.matchAll(items)].map(([, prefix = '', inner = '']) => ({
    text: itemText(inner, prefix),
    rich: richMarkup.test(inner),
  }));
}

/** Finds the wanted cells of a sheet's markup, which must be without comments and the like. */
export function cellTexts(
  markup: string,
  shared: readonly SharedItem[],
  wanted: ReadonlySet<string> | undefined,
): CellTexts {
  const cells = new Map<string, Cell | undefined>();
  const element = /<((?:[\w.-]+:)?)c(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/\1c\s*>)/gu;
  for (const match of markup.matchAll(element)) {
    const [whole, prefix = '', attributes = '', inner] = match;
    const address = attribute(attributes, 'r');
    if (address === undefined || wanted?.has(address) !== true) continue;
    // Two cells of one address: nobody can say which is meant.
    const cell = { start: match.index, end: match.index + whole.length, prefix, attributes, inner };
    cells.set(address, cells.has(address) ? undefined : cell);
  }
  const spilled = arrayRanges(markup);
  return (address) => {
    const cell = cells.get(address);
    if (cell === undefined) return undefined;
    return spilled.some((holds) => holds(address)) ? { why: 'formula' } : textOf(cell, shared);
  };
}

/** Ranges that one formula fills: of their cells only the first says so. */
function arrayRanges(markup: string): readonly ((address: string) => boolean)[] {
  const formula = /<(?:[\w.-]+:)?f\s[^>]*?\sref\s*=\s*["']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)["'][^>]*>/gu;
  return [...markup.matchAll(formula)]
    .filter(([tag]) => /\st\s*=\s*["'](?:array|dataTable)["']/u.test(tag))
    .map(([, left = '', top, right = '', bottom]) => (address) => {
      const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      const column = columnNumber(letters);
      const inColumns = column >= columnNumber(left) && column <= columnNumber(right);
      return inColumns && Number(digits) >= Number(top) && Number(digits) <= Number(bottom);
    });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

type Cell = {
  readonly start: number;
  readonly end: number;
  /** Namespace prefix with its colon, or nothing. */
  readonly prefix: string;
  readonly attributes: string;
  /** Absent: an element that has no content. */
  readonly inner: string | undefined;
};

function textOf(cell: Cell, shared: readonly SharedItem[]): EditableText | Untouchable | undefined {
  const { start, end, prefix, attributes, inner } = cell;
  if (inner === undefined) return undefined;
  if (inner.includes(`<${prefix}f`)) return { why: 'formula' };
  const item = itemOf(attribute(attributes, 't'), inner, prefix, shared);
  if (item === undefined) return { why: 'number' };
  // Its attributes may refer to data that lies beside the text.
  if (item.rich || attribute(attributes, 'vm') !== undefined || attribute(attributes, 'cm') !== undefined)
    return { why: 'rich-text' };
  return { start, end, text: item.text, write: (text) => written(cell, text) };
}

/** What the cell says, as text; nothing for a number, a date, a truth value or an error. */
function itemOf(
  type: string | undefined,
  inner: string,
  prefix: string,
  shared: readonly SharedItem[],
): SharedItem | undefined {
  if (type === 'inlineStr') return { text: itemText(inner, prefix), rich: richMarkup.test(inner) };
  const value = new RegExp(`<${prefix}v(?:\\s[^>]*)?>([^<]*)<`, 'u').exec(inner)?.[1];
  if (value === undefined) return undefined;
  if (type === 's') return shared[Number(value)];
  // The item's own reader takes out escapes, which are the same here.
  return type === 'str' ? { text: itemText(`<${prefix}t>${value}</${prefix}t>`, prefix), rich: false } : undefined;
}

/** The cell with a text of its own in place of what it said or referred to; its style and all else of its tag stay. */
function written({ prefix, attributes }: Cell, text: string): string | undefined {
  if (/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/u.test(text)) return undefined;
  const type = /(\st\s*=\s*)(?:"[^"]*"|'[^']*')/u;
  const tag = type.test(attributes) ? attributes.replace(type, '$1"inlineStr"') : `${attributes} t="inlineStr"`;
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const space = /^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}c${tag}><${prefix}is><${prefix}t${space}>${escaped}</${prefix}t></${prefix}is></${prefix}c>`;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return found?.[1] ?? found?.[2];
}
