/** A line of a cell: as it is written out, and how many terminal columns of it show. */
export type CellLine = { readonly text: string; readonly width: number };

/** How wide a column is in terminal columns, and to which side its cells lean. */
export type ColumnWidth = { readonly width: number; readonly align?: 'left' | 'right' | undefined };

/**
 * The lines of one row of a table, its cells beside each other, each a list of finished lines, no white space at the end.
 * Padded here and not by a table library: loading one took longer than checking a hundred rows, drawing the long cells of
 * a list took seconds, and each has its own idea of how wide a Chinese character is.
 */
export function rowLines(
  row: readonly (readonly CellLine[])[],
  columns: readonly ColumnWidth[],
  gap: string,
): readonly string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((lines, index) => {
        const { text, width } = lines[line] ?? { text: '', width: 0 };
        const column = columns[index];
        const space = ' '.repeat(Math.max(0, (column?.width ?? 0) - width));
        return column?.align === 'right' ? space + text : text + space;
      })
      .join(gap)
      .trimEnd(),
  );
}
