import { nextAside } from '../workbook/markup.js';

/** Markup that is written in a way in which its elements cannot be told for sure. */
export class UnusualMarkup extends Error {}

/** What becomes of a part that is a long list: the rows of a sheet, the shared texts. */
export type ListEdit = {
  /** Names of the element around the list and of its items: `sheetData` and `row`. */
  readonly list: string;
  readonly item: string;
  /** Elements of other names may stand behind the items, in the list. */
  readonly others?: boolean;
  /** Everything up to the first item, the namespace prefix with its colon. */
  readonly head?: (markup: string, prefix: string) => string;
  /** An item with the white space before it. */
  readonly each: (markup: string, prefix: string) => string;
  /** Everything behind the last item. */
  readonly tail?: (markup: string, prefix: string) => string;
};

/** Characters of what stands before the list, behind it, or of one item. */
const longest = 64 * 1024 ** 2;

/**
 * Edits a part item by item, in bounded memory.
 * @throws UnusualMarkup where it is not UTF-8, holds comments or the like, or lists other elements
 */
export async function* editedList(chunks: AsyncIterable<Uint8Array>, edit: ListEdit): AsyncGenerator<string> {
  const cutter = new ListCutter(edit);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of chunks) {
      const text = cutter.take(decoder.decode(chunk, { stream: true }));
      if (text !== '') yield text;
    }
    yield cutter.end(decoder.decode());
  } catch (error) {
    throw error instanceof TypeError ? new UnusualMarkup('encoding') : error;
  }
}

class ListCutter {
  readonly #edit: ListEdit;
  #text = '';
  /** Characters to come before another look is worth while. */
  #wanted = 0;
  #pieces: string[] = [];
  #prefix: string | undefined;
  #behind = false;

  constructor(edit: ListEdit) {
    this.#edit = edit;
  }

  take(text: string): string {
    this.#pieces.push(text);
    this.#wanted -= text.length;
    if (this.#wanted > 0) return '';
    this.#text += this.#pieces.join('');
    this.#pieces = [];
    const done = this.#done();
    // An item longer than what has come is not looked for again at every piece.
    this.#wanted = this.#text.length;
    if (this.#text.length > longest) throw new UnusualMarkup('length');
    return done;
  }

  end(text: string): string {
    this.#wanted = 0;
    const done = this.take(text);
    if (!this.#behind) throw new UnusualMarkup('end');
    return done + (this.#edit.tail?.(this.#text, this.#prefix ?? '') ?? this.#text);
  }

  #done(): string {
    const done: string[] = [];
    if (this.#prefix === undefined) done.push(this.#head());
    if (this.#prefix !== undefined && !this.#behind) this.#items(this.#prefix, done);
    return done.join('');
  }

  #head(): string {
    const { list, head } = this.#edit;
    const found = new RegExp(`<([\\w.-]+:)?${list}(?=[\\s/>])[^>]*>`, 'u').exec(this.#text);
    if (found === null) return '';
    this.#prefix = found[1] ?? '';
    this.#behind = found[0].endsWith('/>');
    const end = this.#behind ? found.index : found.index + found[0].length;
    const markup = this.#text.slice(0, end);
    this.#text = this.#text.slice(end);
    refuseAsides(markup, /^\uFEFF?<\?xml[^>]*\?>/u.exec(markup)?.[0].length ?? 0);
    return head?.(markup, this.#prefix) ?? markup;
  }

  #items(prefix: string, done: string[]): void {
    const { item, list, each } = this.#edit;
    const open = `<${prefix}${item}`;
    const close = `</${prefix}${item}>`;
    const text = this.#text;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      const tagEnd = start < 0 ? -1 : text.indexOf('>', start) + 1;
      if (tagEnd <= 0) break;
      if (text.startsWith(`</${prefix}${list}`, start)) {
        this.#behind = true;
        break;
      }
      if (!text.startsWith(open, start) || /[\w.:-]/.test(text.charAt(start + open.length))) {
        if (this.#edit.others !== true) throw new UnusualMarkup('element');
        this.#behind = true;
        break;
      }
      const empty = text.charCodeAt(tagEnd - 2) === 47;
      const closed = empty ? tagEnd : text.indexOf(close, tagEnd);
      if (closed < 0) break;
      const end = empty ? tagEnd : closed + close.length;
      done.push(each(text.slice(at, end), prefix));
      at = end;
    }
    refuseAsides(text.slice(0, at), 0);
    this.#text = text.slice(at);
  }
}

function refuseAsides(markup: string, from: number): void {
  if (nextAside(markup, from) >= 0) throw new UnusualMarkup('comment');
}
