import { itemText } from '../workbook/cell-text.js';
import type { Untouchable } from './editable.js';
import { type ListEdit, UnusualMarkup } from './listed-elements.js';
import { attributeOf, withAttribute } from './markup-elements.js';

/** The texts of the shared table, and the numbers of those that are more than one plain text. */
export type SharedItems = { readonly texts: string[]; readonly rich: Set<number> };

const richMarkup = /<(?:[\w.-]+:)?(?:r|rPh)[\s>/]/u;

/** Collects the items of the table of shared texts. */
export function sharedItems({ texts, rich }: SharedItems): ListEdit {
  return {
    list: 'sst',
    item: 'si',
    others: true,
    each: (markup, prefix) => {
      if (richMarkup.test(markup)) rich.add(texts.length);
      texts.push(itemText(markup, prefix));
      return '';
    },
  };
}

/** Tells the texts of some cells of a sheet, and of others why they cannot be given one. */
export function textsOfCells<Key>(
  shared: SharedItems,
  wanted: ReadonlyMap<string, Key>,
  take: (key: Key, text: string | Untouchable) => void,
): ListEdit {
  const spilled = new ArrayRanges();
  return cellByCell(
    wanted,
    (cell, key) => {
      const text = spilled.holds(cell.address) ? { why: 'formula' as const } : textOf(cell, shared);
      if (text !== undefined) take(key, text);
      return undefined;
    },
    (markup) => spilled.learn(markup),
  );
}

/** Gives some cells of a sheet other texts. */
export function editedCells(edits: ReadonlyMap<string, string>): ListEdit {
  return cellByCell(edits, written);
}

type Cell = {
  readonly address: string;
  /** Namespace prefix with its colon, or nothing. */
  readonly prefix: string;
  readonly attributes: string;
  /** Absent: an element that has no content. */
  readonly inner: string | undefined;
};

/**
 * Walks the cells asked for. Two of one address: nobody can say which is meant, so that neither is looked at.
 * @param edit what to write in the cell's place; nothing: the cell as it is
 */
function cellByCell<Item>(
  wanted: ReadonlyMap<string, Item>,
  edit: (cell: Cell, item: Item) => string | undefined,
  learn: (row: string) => void = () => undefined,
): ListEdit {
  const rows = new Set([...wanted.keys()].map((address) => Number(/\d+$/u.exec(address)?.[0])));
  let last = 0;
  return {
    list: 'sheetData',
    item: 'row',
    each: (markup, prefix) => {
      const tag = /<[^>]*>/u.exec(markup)?.[0] ?? '';
      const row = Number(attributeOf(tag, 'r') ?? last + 1);
      if (!(row > last)) throw new UnusualMarkup('row');
      last = row;
      learn(markup);
      if (!rows.has(row)) return markup;
      const element = new RegExp(`<${prefix}c(\\s[^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}c\\s*>)`, 'gu');
      const addresses = [...markup.matchAll(element)].map(([, attributes = '']) => attributeOf(attributes, 'r'));
      return markup.replace(element, (whole, attributes: string, inner: string | undefined) => {
        const address = attributeOf(attributes, 'r') ?? '';
        const item = wanted.get(address);
        if (item === undefined || addresses.indexOf(address) !== addresses.lastIndexOf(address)) return whole;
        return edit({ address, prefix, attributes, inner }, item) ?? whole;
      });
    },
  };
}

/** Ranges that one formula fills: of their cells only the first says so. */
class ArrayRanges {
  readonly #ranges: { readonly columns: readonly number[]; readonly rows: readonly number[] }[] = [];

  learn(markup: string): void {
    if (!/\st\s*=\s*["'](?:array|dataTable)["']/u.test(markup)) return;
    const formula = /<(?:[\w.-]+:)?f\s[^>]*?\sref\s*=\s*["']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)["'][^>]*>/gu;
    for (const [tag, left = '', top, right = '', bottom] of markup.matchAll(formula))
      if (/\st\s*=\s*["'](?:array|dataTable)["']/u.test(tag))
        this.#ranges.push({ columns: [columnNumber(left), columnNumber(right)], rows: [Number(top), Number(bottom)] });
  }

  holds(address: string): boolean {
    const [, letters = '', digits] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
    const within = (value: number, [from = 0, to = 0]: readonly number[]): boolean => value >= from && value <= to;
    return this.#ranges.some(
      ({ columns, rows }) => within(columnNumber(letters), columns) && within(Number(digits), rows),
    );
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf({ prefix, attributes, inner }: Cell, shared: SharedItems): string | Untouchable | undefined {
  if (inner === undefined) return undefined;
  if (inner.includes(`<${prefix}f`)) return { why: 'formula' };
  const item = itemOf(attributeOf(attributes, 't'), inner, prefix, shared);
  if (item === undefined) return { why: 'number' };
  // Its attributes may refer to data that lies beside the text.
  if (item.rich || attributeOf(attributes, 'vm') !== undefined || attributeOf(attributes, 'cm') !== undefined)
    return { why: 'rich-text' };
  return item.text;
}

/** What the cell says, as text; nothing for a number, a date, a truth value or an error. */
function itemOf(
  type: string | undefined,
  inner: string,
  prefix: string,
  { texts, rich }: SharedItems,
): { readonly text: string; readonly rich: boolean } | undefined {
  if (type === 'inlineStr') return { text: itemText(inner, prefix), rich: richMarkup.test(inner) };
  const value = new RegExp(`<${prefix}v(?:\\s[^>]*)?>([^<]*)<`, 'u').exec(inner)?.[1];
  if (value === undefined) return undefined;
  if (type === 's') {
    const text = texts[Number(value)];
    return text === undefined ? undefined : { text, rich: rich.has(Number(value)) };
  }
  // The item's own reader takes out escapes, which are the same here.
  return type === 'str' ? { text: itemText(`<${prefix}t>${value}</${prefix}t>`, prefix), rich: false } : undefined;
}

/** Whether a text can be written into a cell: XML has no way to write some characters. */
export function writableInCell(text: string): boolean {
  return !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/u.test(text);
}

/** The cell with a text of its own in place of what it said or referred to; its style and all else of its tag stay. */
function written({ prefix, attributes }: Cell, text: string): string {
  const typed = attributeOf(attributes, 't') !== undefined;
  const start = `<${prefix}c${attributes}`;
  const tag = typed ? withAttribute(start, 't', 'inlineStr') : `${start} t="inlineStr"`;
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const space = /^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : '';
  return `${tag}><${prefix}is><${prefix}t${space}>${escaped}</${prefix}t></${prefix}is></${prefix}c>`;
}
