import { sanitize } from '../text/sanitize.js';
import { plainSpaces } from '../text/unbroken.js';
import { displayWidth, padToWidth, wrapToWidth } from '../text/width.js';
import { type Ink, inkFor } from './ink.js';
import type { Block, Pair, Words } from './page.js';
import { tableLines } from './table.js';

export type LayoutOptions = { readonly width: number; readonly color: boolean };

/** Prose wider than this is hard to read; narrower than this hardly anything fits. */
const widest = 100;
const narrowest = 40;
const widestTable = 132;
const indent = 2;
/** Labels beyond this width stand on a line of their own. */
const widestLabel = 26;

/** Blocks as lines, none wider than the terminal. */
export function* layout(blocks: Iterable<Block>, { width, color }: LayoutOptions): Iterable<string> {
  const room = Math.max(narrowest, width);
  const page = { width: Math.min(widest, room), tableWidth: Math.min(widestTable, room), ink: inkFor(color) };
  let begun = false;
  for (const block of blocks) {
    if (block.kind === 'gap' && !begun) continue;
    begun = true;
    for (const line of blockLines(block, page)) yield `${plainSpaces(line)}\n`;
  }
}

type Sheet = { readonly width: number; readonly tableWidth: number; readonly ink: Ink };

function blockLines(block: Block, sheet: Sheet): readonly string[] {
  const { width, ink } = sheet;
  switch (block.kind) {
    case 'gap':
      return [''];
    case 'head':
      return headLines(block, sheet);
    case 'heading':
      return wrapToWidth(clean(block.text), width).map((line) => ink.strong(line));
    case 'text':
      return prose(clean(block.text), block.indent ?? indent, width, ink[block.tone ?? 'plain']);
    case 'pairs':
      return pairLines(block.pairs, block.indent ?? indent, sheet);
    case 'bullets':
      return block.items.flatMap((item) => bulletLines(item, indent, sheet));
    case 'grid':
      return gridLines(block.items, sheet);
    case 'marked':
      return markedLines(block, sheet);
    case 'table':
      return indented(
        tableLines(block.table, sheet.tableWidth - (block.indent ?? indent), ink),
        block.indent ?? indent,
      );
  }
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

/** Texts keep their own line breaks; anything else a terminal would obey is made visible. */
function clean(text: string): string {
  return text.split('\n').map(sanitize).join('\n');
}

function prose(text: string, by: number, width: number, paint: (text: string) => string): readonly string[] {
  return wrapToWidth(text, width - by).map((line) => (line === '' ? '' : ' '.repeat(by) + paint(line)));
}

function headLines({ title, aside, tone }: Extract<Block, { kind: 'head' }>, { width, ink }: Sheet): readonly string[] {
  const line = ink.faint('─'.repeat(width));
  const space = width - displayWidth(title) - displayWidth(aside);
  if (space >= 2) return [`${ink.strong(title)}${' '.repeat(space)}${ink[tone](aside)}`, line];
  return [
    ...wrapToWidth(title, width).map((one) => ink.strong(one)),
    ...wrapToWidth(aside, width).map((one) => ink[tone](one)),
    line,
  ];
}

function pairLines(pairs: readonly Pair[], by: number, { width, ink }: Sheet): readonly string[] {
  const labels = pairs.map(({ label }) => displayWidth(label)).filter((one) => one <= widestLabel);
  const column = Math.max(0, ...labels) + 2;
  return pairs.flatMap(({ label, text, tone }) => {
    const lines = wrapToWidth(clean(text), width - by - column);
    const own = displayWidth(label) + 2 > column;
    const first = own ? prose(label, by, width, ink.faint) : [];
    return [
      ...first,
      ...lines.map((line, index) =>
        pairLine(index === 0 && !own ? label : '', line, { by, column, ink, tone: tone ?? 'plain' }),
      ),
    ];
  });
}

function pairLine(
  label: string,
  line: string,
  at: { by: number; column: number; ink: Ink; tone: NonNullable<Pair['tone']> },
): string {
  return `${' '.repeat(at.by)}${at.ink.faint(padToWidth(label, at.column))}${at.ink[at.tone](line)}`.trimEnd();
}

function bulletLines({ text, items = [] }: Words, by: number, sheet: Sheet): readonly string[] {
  const lines = wrapToWidth(clean(text), sheet.width - by - 2);
  const own = lines.map((line, index) => `${' '.repeat(by)}${index === 0 ? '• ' : '  '}${line}`);
  return [...own, ...items.flatMap((item) => bulletLines(item, by + 2, sheet))];
}

/** Short items in as many columns as fit, to be read downwards. */
function gridLines(items: Extract<Block, { kind: 'grid' }>['items'], { width, ink }: Sheet): readonly string[] {
  const gap = 3;
  const lead = Math.max(...items.map((item) => displayWidth(sanitize(item.lead)))) + 2;
  const column = lead + Math.max(...items.map((item) => displayWidth(sanitize(item.text))));
  const columns = Math.max(1, Math.floor((width - indent + gap) / (column + gap)));
  const height = Math.ceil(items.length / columns);
  return Array.from({ length: height }, (_, row) => {
    const cells = Array.from({ length: columns }, (__, index) => items[index * height + row]).flatMap(
      (item) => item ?? [],
    );
    const drawn = cells.map(
      (item) =>
        ink.strong(padToWidth(sanitize(item.lead), lead)) + padToWidth(sanitize(item.text), column - lead + gap),
    );
    return (' '.repeat(indent) + drawn.join('')).trimEnd();
  });
}

function markedLines(
  { good, lines, note }: Extract<Block, { kind: 'marked' }>,
  { width, ink }: Sheet,
): readonly string[] {
  const mark = good === undefined ? ink.warning('!') : good ? ink.good('✓') : ink.bad('✗');
  const wrapped = lines.flatMap((line) =>
    wrapToWidth(clean(line), width - 6).map((piece, index) => (index === 0 ? piece : `  ${piece}`)),
  );
  const shown = wrapped.map((line, index) => `  ${index === 0 ? mark : ' '} ${line}`);
  if (note === undefined) return shown;
  const [only = ''] = wrapped;
  const beside = `${padToWidth(only, Math.max(26, displayWidth(only)))}  `;
  if (wrapped.length === 1 && 4 + displayWidth(beside) + displayWidth(note) <= width)
    return [`  ${mark} ${beside}${ink.faint(sanitize(note))}`];
  return [...shown, ...prose(sanitize(note), 4, width, ink.faint)];
}
