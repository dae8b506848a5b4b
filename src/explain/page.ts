import type { Severity } from '../model/standard.js';

/** What a text is for the reader; layout turns it into a colour. */
export type Tone = 'plain' | 'faint' | 'strong' | 'good' | 'bad' | Severity;

/** A sentence, or a sentence over further ones. */
export type Words = { readonly text: string; readonly items?: readonly Words[] };

export type Pair = { readonly label: string; readonly text: string; readonly tone?: Tone };

/** Lines of one table cell. */
export type Cell = readonly { readonly text: string; readonly tone?: Tone }[];

export type TableColumn = {
  readonly title: string;
  readonly align?: 'right';
  /** Takes the room the others leave, and wraps. Other columns wrap only above `most`. */
  readonly flexible?: true;
  /** Cut to one line instead of wrapped. */
  readonly cut?: true;
  /** Widest this column may get, in terminal columns. */
  readonly most?: number;
  /** Left out first where there is no room; columns without it stay. */
  readonly expendable?: number;
};

export type Table = { readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Cell[])[] };

export type Block =
  | { readonly kind: 'head'; readonly title: string; readonly aside: string; readonly tone: Tone }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone; readonly indent?: number }
  | { readonly kind: 'pairs'; readonly pairs: readonly Pair[]; readonly indent?: number }
  | { readonly kind: 'bullets'; readonly items: readonly Words[] }
  | {
      readonly kind: 'marked' /** undefined: neither, a case we judge wrongly. */;
      readonly good: boolean | undefined;
      readonly lines: readonly string[];
      readonly note: string | undefined;
    }
  | { readonly kind: 'table'; readonly table: Table; readonly indent?: number }
  | { readonly kind: 'grid'; readonly items: readonly { readonly lead: string; readonly text: string }[] }
  | { readonly kind: 'gap' };

/** A page's data for machines. Texts are in the language asked for where they are ours alone, else in all they exist in. */
export type PageData = { readonly kind: string; readonly id: string; readonly [name: string]: unknown };

export type Page = { readonly blocks: readonly Block[]; readonly data: PageData };

/** What every page begins with: its id, what it is, its name, perhaps a sentence. */
export function pageHead(title: string, aside: string, name: string, sentence = ''): readonly Block[] {
  // A law may be known by its title alone: then there is no other name to show.
  const named: readonly Block[] = name === '' ? [] : [{ kind: 'text', text: name, tone: 'strong', indent: 0 }];
  const below: readonly Block[] = sentence === '' ? [] : [{ kind: 'text', text: sentence, indent: 0 }];
  return [{ kind: 'head', title, aside, tone: 'faint' }, ...named, ...below, { kind: 'gap' }];
}

/** Short facts under the page's head. */
export function factsBlock(...pairs: readonly (readonly Pair[])[]): Block {
  return { kind: 'pairs', indent: 0, pairs: pairs.flat() };
}

export function tableBlock(columns: readonly TableColumn[], rows: Table['rows']): Block {
  return { kind: 'table', table: { columns, rows } };
}

/** A section: heading and blocks, nothing where there are no blocks. */
export function section(heading: string, ...blocks: readonly Block[]): readonly Block[] {
  const filled = blocks.filter((block) => !isEmpty(block));
  return filled.length === 0 ? [] : [{ kind: 'gap' }, { kind: 'heading', text: heading }, ...filled];
}

/** Label and text, left out where there is no text. */
export function pair(label: string, text: string | undefined, tone: Tone = 'plain'): readonly Pair[] {
  return text === undefined || text === '' ? [] : [{ label, text, tone }];
}

/** Command lines with what they are for. */
export function commandBlock(commands: readonly (readonly [string, string])[]): Block {
  const rows = commands.map(([command, purpose]) => [cell(command), cell(purpose, 'faint')]);
  return tableBlock([{ title: '' }, { title: '', flexible: true }], rows);
}

export function cell(text: string, tone: Tone = 'plain'): Cell {
  return text === '' ? [] : [{ text, tone }];
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'pairs') return block.pairs.length === 0;
  if (block.kind === 'bullets' || block.kind === 'grid') return block.items.length === 0;
  if (block.kind === 'table') return block.table.rows.length === 0;
  return block.kind === 'text' && block.text === '';
}
