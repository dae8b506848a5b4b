import { type Attributes, type Child, el } from './elements.js';

/** A column of a table; `number` aligns figures. */
export type TableColumn = { readonly label: string; readonly kind?: 'number' | 'wide' };

/** `heading`: the cell names the row. */
export type TableCell = { readonly content: Child; readonly heading?: true; readonly class?: string };

/**
 * A table that stays one for who cannot see it: on narrow screens rows become blocks, which takes their meaning from
 * them unless it is said again as roles. `data-label` is what the style shows beside a cell then.
 */
export function table(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly HTMLTableRowElement[],
  attributes: Attributes = {},
): HTMLTableElement {
  const heads = columns.map(({ label, kind }) =>
    el('th', { scope: 'col', role: 'columnheader', class: kind === undefined ? undefined : `is-${kind}` }, label),
  );
  return el(
    'table',
    { role: 'table', ...attributes },
    el('caption', { class: 'unseen' }, caption),
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads)),
    el('tbody', { role: 'rowgroup' }, rows),
  );
}

export function row(
  columns: readonly TableColumn[],
  cells: readonly TableCell[],
  attributes: Attributes = {},
): HTMLTableRowElement {
  const made = cells.map((cell, index) => {
    const column = columns[index];
    const classes = [column?.kind === undefined ? '' : `is-${column.kind}`, cell.class ?? ''].filter(
      (one) => one !== '',
    );
    const own = { 'data-label': column?.label, class: classes.length === 0 ? undefined : classes.join(' ') };
    return cell.heading === true
      ? el('th', { scope: 'row', role: 'rowheader', ...own }, cell.content)
      : el('td', { role: 'cell', ...own }, cell.content);
  });
  return el('tr', { role: 'row', ...attributes }, made);
}

/** Facts as pairs of name and value; pairs without a value are left out. */
export function facts(pairs: readonly (readonly [string, Child])[], attributes: Attributes = {}): HTMLDListElement {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== '');
  return el(
    'dl',
    attributes,
    shown.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}

/** A box of its own with a heading. */
export function panel(title: string, kind: string, ...content: readonly Child[]): HTMLElement {
  return el('div', { class: `panel ${kind}`.trim() }, el('h3', {}, title), content);
}
