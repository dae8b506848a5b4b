import {
  type HeaderCell,
  type Opened,
  type Place,
  type RawRecord,
  type ReadLayout,
  type ReadOutcome,
  type RowRecord,
  type SourceAccount,
  sampleRows,
  type TableRow,
} from '../../model/reading.js';
import type { Garbled } from '../garbled.js';
import { noteRepeatedHeaders } from '../header-twice.js';
import { Notices } from '../notices.js';
import { cellAddress } from '../places.js';
import { RowBatch } from '../row-batch.js';
import { MergeFiller } from './merges.js';
import type { SheetEntry, WorkbookPackage } from './package.js';
import { xmlDecoder } from './plain-xml.js';
import type { CellContext } from './sheet-cells.js';
import { SheetRows } from './sheet-rows.js';
import type { SheetSurvey } from './sheet-survey.js';

/** What the sheets of a workbook share. */
export type Workbook = WorkbookPackage & {
  readonly context: Omit<CellContext, 'prefix'>;
  readonly garbled: ReadonlyMap<string, Garbled>;
  /** What the bytes of the whole file were. */
  readonly account: () => Promise<SourceAccount>;
};

/** Opens one sheet as a table. */
export async function openSheet(workbook: Workbook, sheet: SheetEntry, survey: SheetSurvey): Promise<Opened> {
  const table = new Sheet(workbook, sheet, survey);
  await table.readSample();
  return table.opened();
}

/** A row that holds something, with the rows its merged values stand in. */
type FilledRow = TableRow & { readonly cells: string[]; readonly hidden: boolean };

class Sheet {
  readonly #workbook: Workbook;
  readonly #name: string;
  readonly #hidden: boolean;
  readonly #rows: SheetRows;
  readonly #notices: Notices;
  readonly #filler: MergeFiller;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #merges: SheetSurvey['merges'];
  readonly #cut: SheetSurvey['cut'];
  #decode: ((chunk: Uint8Array, last: boolean) => string) | undefined;
  #sample: FilledRow[] = [];
  #width = 0;
  #records = 0;
  #exhausted = false;
  #done = false;
  #account: SourceAccount | undefined;

  constructor(workbook: Workbook, { name, hidden }: SheetEntry, { merges, chunks, cut }: SheetSurvey) {
    this.#workbook = workbook;
    this.#name = name;
    this.#hidden = hidden;
    this.#rows = new SheetRows(workbook.context);
    this.#notices = new Notices(workbook.file);
    this.#filler = new MergeFiller(merges.tall);
    this.#merges = merges;
    this.#cut = cut;
    this.#chunks = chunks()[Symbol.asyncIterator]();
  }

  opened(): Opened {
    const [first] = this.#sample;
    return {
      container: 'table',
      sheet: this.#name,
      signature: { headers: first === undefined ? [] : headerCells(first), rows: this.#sample },
      encoding: 'utf-8',
      joined: this.#merges.tall,
      records: (layout) => this.#batches(layout),
      outcome: () => this.#outcome(),
      close: async () => {
        await this.#chunks.return?.();
      },
    };
  }

  async readSample(): Promise<void> {
    while (this.#sample.length < sampleRows) {
      const row = await this.#nextRow();
      if (!row) return;
      this.#sample.push(row);
    }
  }

  async *#batches(layout: ReadLayout): AsyncGenerator<readonly RawRecord[]> {
    this.#takeHeader(layout);
    const ahead = this.#sample.reverse();
    try {
      const batch = new RowBatch();
      for (let row = ahead.pop() ?? (await this.#nextRow()); row; row = ahead.pop() ?? (await this.#nextRow())) {
        const full = batch.add(this.#record(row));
        if (full) yield full;
      }
      yield batch.take();
      await this.#finish();
    } finally {
      await this.#chunks.return?.();
    }
  }

  #takeHeader({ header, everyRow }: ReadLayout): void {
    const at = header === undefined ? 0 : this.#sample.findIndex((row) => row.row === header);
    const row = this.#sample[Math.max(at, 0)];
    if (everyRow !== true) this.#sample = this.#sample.slice(Math.max(at, 0) + 1);
    if (!row) return;
    const headers = headerCells(row);
    this.#width = everyRow === true ? Number.POSITIVE_INFINITY : headers.length;
    this.#noteSheet(row);
    this.#noteGarbled(row);
    noteRepeatedHeaders(this.#notices, headers, row.row);
  }

  /** What is worth knowing about the sheet as a whole. */
  #noteSheet(header: FilledRow): void {
    const place = { ...header.place(0), cell: cellAddress(0, header.row) };
    if (this.#hidden) this.#notices.add('sheet-hidden', 'note', place);
    const { hiddenColumns } = this.#rows;
    if (hiddenColumns.length > 0)
      this.#notices.add('columns-hidden', 'note', place, { columns: hiddenColumns.join(', ') });
    const ranges = this.#merges.count;
    if (ranges > 0) this.#notices.add('cells-merged', 'note', place, { ranges });
  }

  #record(row: FilledRow): RowRecord {
    this.#records++;
    const { cells, place, row: number, hidden, flaws } = row;
    if (hidden) this.#notices.tally('rows-hidden', 'note', () => ({ place: place(0) }));
    if (cells.length > this.#width) this.#noteSurplus(row);
    this.#noteGarbled(row);
    return { kind: 'row', number: this.#records, cells, place, row: number, ...(flaws && { flaws }) };
  }

  /** Cells beyond the last header belong to no column and are left out. */
  #noteSurplus({ cells, place }: FilledRow): void {
    const column = cells.findIndex((cell, index) => index >= this.#width && cell.trim() !== '');
    const last = cells.length;
    cells.length = this.#width;
    if (column < 0) return;
    const extra = { record: this.#records };
    this.#notices.tally('row-ragged', 'note', () => ({
      place: place(column),
      values: { cells: last, headers: this.#width },
      extra,
    }));
  }

  #noteGarbled({ cells, place }: FilledRow): void {
    const { garbled } = this.#workbook;
    if (garbled.size === 0) return;
    for (const [column, cell] of cells.entries()) {
      const found = garbled.get(cell);
      if (found === undefined) continue;
      const { shown, meant } = found;
      const values = { shown, ...(meant !== undefined && { meant }) };
      this.#notices.tally('text-garbled', 'fault', () => ({ place: place(column), values }));
    }
  }

  async #nextRow(): Promise<FilledRow | undefined> {
    for (;;) {
      const row = this.#rows.next();
      if (row) {
        // What a row only has from a merged range above does not make it one.
        const empty = row.cells.every((cell) => cell === '' || cell.trim() === '');
        const filled = this.#filler.fill(row.row, row.cells);
        if (empty && row.flaws === undefined) continue;
        const place = (column: number): Place => this.#place(column, filled?.get(column) ?? row.row);
        return { cells: row.cells, row: row.row, hidden: row.hidden, place, ...(row.flaws && { flaws: row.flaws }) };
      }
      if (this.#exhausted || this.#rows.complete || this.#rows.stop) return undefined;
      await this.#feed();
    }
  }

  async #feed(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done) {
      this.#exhausted = true;
      if (this.#decode) this.#rows.feed(this.#decode(new Uint8Array(0), true));
      this.#rows.end();
      return;
    }
    if (this.#decode) {
      this.#rows.feed(this.#decode(value, false));
      return;
    }
    const { decoder, skip } = xmlDecoder(value);
    this.#decode = (chunk, last) => decoder.push(chunk, last).text;
    this.#rows.feed(this.#decode(value.subarray(skip), false));
  }

  #place(column: number, row: number): Place {
    return { line: row, column: column + 1, sheet: this.#name, cell: cellAddress(column, row) };
  }

  get #end(): Place {
    return { line: Math.max(this.#rows.row, 1), column: 1, sheet: this.#name };
  }

  async #finish(): Promise<void> {
    const { stop } = this.#rows;
    const notices = this.#notices;
    if (stop?.id === 'limit-reached')
      notices.add('limit-reached', 'fatal', this.#end, { what: stop.what, limit: stop.limit });
    else if (stop !== undefined) notices.add('xml-broken', 'fatal', this.#end, { detail: stop.what });
    else if (this.#cut !== undefined) notices.add(this.#cut.id, 'fatal', this.#end, this.#cut.values);
    else if (!this.#rows.complete) notices.add('truncated', 'fatal', this.#end, { reason: 'ends-early' });
    this.#account = await this.#workbook.account();
    this.#done = true;
    if (this.#records === 0 && !notices.fatal) notices.add('no-records', 'note', this.#end);
  }

  #outcome(): ReadOutcome {
    return {
      bytes: this.#account?.bytes ?? 0,
      digest: this.#account?.digest ?? '',
      complete: this.#done && !this.#notices.fatal,
      notices: this.#notices.list(),
    };
  }
}

/** Cells of a header row up to the last that says something. */
function headerCells({ cells, place }: FilledRow): readonly HeaderCell[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1).map((text, column) => ({ text, place: place(column) }));
}
