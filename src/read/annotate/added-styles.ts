import type { Annotation } from '../../model/annotation.js';
import { UnusualMarkup } from '../edit/listed-elements.js';
import { withAttribute } from '../edit/markup-elements.js';

/** The styles of a workbook with further ones behind them: those that are there keep their numbers. */
export class AddedStyles {
  readonly #markup: string;
  readonly #fonts: List;
  readonly #fills: List;
  readonly #formats: List;
  readonly #added: Annotation['styles'];
  readonly #own: readonly string[];
  readonly #colours: string[] = [];
  /** Coloured copies, by the number of the style and the colour. */
  readonly #copies = new Map<string, number>();
  readonly #copied: string[] = [];

  /** @throws UnusualMarkup for styles without fonts, fills or formats */
  constructor(markup: string, added: Annotation['styles']) {
    this.#markup = markup;
    this.#added = added;
    this.#fonts = listOf(markup, 'fonts', 'font');
    this.#fills = listOf(markup, 'fills', 'fill');
    this.#formats = listOf(markup, 'cellXfs', 'xf');
    this.#own = added.formats(this.#fonts.items.length, this.#fills.items.length);
  }

  /** Number of the first of the styles that came along. */
  get first(): number {
    return this.#formats.items.length;
  }

  readonly coloured = (style: number, colour: string): number => {
    const key = `${style} ${colour}`;
    const known = this.#copies.get(key);
    if (known !== undefined) return known;
    const number = this.first + this.#own.length + this.#copied.length;
    const format = this.#formats.items[style] ?? this.#formats.items[0];
    if (format === undefined) throw new UnusualMarkup('style');
    if (!this.#colours.includes(colour)) this.#colours.push(colour);
    const fill = this.#fills.items.length + this.#added.fills.length + this.#colours.indexOf(colour);
    const end = format.indexOf('>');
    const tag = withAttribute(withAttribute(format.slice(0, end), 'fillId', fill), 'applyFill', 1);
    this.#copied.push(tag + format.slice(end));
    this.#copies.set(key, number);
    return number;
  };

  markup(): string {
    const { fonts, fills, fillOf } = this.#added;
    const edits = [
      { list: this.#fonts, more: fonts },
      { list: this.#fills, more: [...fills, ...this.#colours.map(fillOf)] },
      { list: this.#formats, more: [...this.#own, ...this.#copied] },
    ].sort((a, b) => b.list.start - a.list.start);
    return edits.reduce((markup, { list, more }) => {
      const tag = withAttribute(list.tag, 'count', list.items.length + more.length);
      const inner = markup.slice(list.start + list.tag.length, list.end);
      return markup.slice(0, list.start) + tag + inner + more.join('') + markup.slice(list.end);
    }, this.#markup);
  }
}

/** `end`: where the list's end tag begins. */
type List = { readonly start: number; readonly end: number; readonly tag: string; readonly items: readonly string[] };

function listOf(markup: string, list: string, item: string): List {
  const found = new RegExp(`<${list}(?=[\\s>])[^>]*>`, 'u').exec(markup);
  const end = markup.indexOf(`</${list}>`);
  if (found === null || end < 0 || found[0].endsWith('/>')) throw new UnusualMarkup(list);
  const inner = markup.slice(found.index + found[0].length, end);
  const items = inner.match(new RegExp(`<${item}(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</${item}>)`, 'gu')) ?? [];
  return { start: found.index, end, tag: found[0], items };
}
