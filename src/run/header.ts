import type { Opened, ReadLayout, TableRow } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';

/** The same table with one of its first rows as the header: what stands above it is no record. */
export function withHeader(opened: Opened, header: TableRow): Opened {
  const { signature, container, sheet, lineEnds, joined } = opened;
  const headers = header.cells.map((text, column) => ({ text, place: header.place(column) }));
  return {
    container,
    ...(sheet === undefined ? {} : { sheet }),
    ...(lineEnds === undefined ? {} : { lineEnds }),
    ...(joined === undefined ? {} : { joined }),
    signature: { ...signature, headers, headerRow: header.row },
    // How the text is encoded may only be settled while it is read.
    get encoding() {
      return opened.encoding;
    },
    records: (layout: ReadLayout) => opened.records({ ...layout, header: header.row }),
    outcome: () => opened.outcome(),
    close: () => opened.close(),
  };
}

/** Says which row was taken as the header, where it is not the first that holds anything. */
export function headerNotices(file: string, { signature }: Opened, header: TableRow): ReadNotice[] {
  const above = (signature.rows ?? []).filter(({ row }) => row < header.row).length;
  if (above === 0) return [];
  const location = { file, ...header.place(0), pointer: '' };
  return [{ id: 'header-row', values: { row: header.row, above }, location, weight: 'note' }];
}
