import type {
  ByteSource,
  Head,
  HeaderCell,
  OpenContainer,
  Opened,
  Place,
  RawRecord,
  ReadLayout,
  RowRecord,
  TableRow,
} from '../model/reading.js';
import { sampleRows } from '../model/reading.js';
import { placeInRow, placesInRow, type Row } from './csv-row.js';
import { RowScanner, rowLimits } from './csv-rows.js';
import { sniffDelimiter } from './delimiter.js';
import { noteRepeatedHeaders } from './header-twice.js';
import { cellAddress, placeWithin } from './places.js';
import { RowBatch } from './row-batch.js';
import { TextInput } from './text-input.js';

/** Characters read ahead for the choice of a header. */
const sampleLength = 1024 ** 2;

/** Tables as text: comma, tab, semicolon or pipe between the cells, quotes as in RFC 4180, any line ends. */
export const openCsv: OpenContainer = async (source, head) => {
  const table = new Table(source, head);
  try {
    await table.readSample();
  } catch (error) {
    await table.input.close();
    throw error;
  }
  return table.opened();
};

class Table {
  readonly input: TextInput;
  readonly #delimiter: string;
  readonly #scanner: RowScanner;
  /** The first rows, read ahead so that a header can be chosen among them. */
  #sample: Row[] = [];
  /** Cells of the header, once it is chosen. */
  #width = 0;
  #records = 0;
  #end: Place | undefined;

  constructor(source: ByteSource, head: Head) {
    this.input = new TextInput(source, head);
    this.#delimiter = sniffDelimiter(head.text);
    this.#scanner = new RowScanner(this.#delimiter);
  }

  opened(): Opened {
    const { input } = this;
    const sample = this.#sample.filter((row) => !isEmpty(row));
    const [first] = sample;
    return {
      container: 'table',
      lineEnds: 'any',
      signature: {
        headers: first === undefined ? [] : headerCells(first, this.#delimiter),
        rows: sample.map((row) => this.#tableRow(row)),
      },
      get encoding() {
        return input.encoding;
      },
      records: (layout) => this.#batches(layout),
      outcome: () => input.outcome(false),
      close: () => input.close(),
    };
  }

  /** The first rows that hold anything; no more than a head's worth of them, since they are kept. */
  async readSample(): Promise<void> {
    let length = 0;
    while (this.#sample.length < sampleRows && length < sampleLength) {
      const row = await this.#nextRow();
      if (!row) return;
      if (!isEmpty(row) ? !saysDelimiter(row) || this.#sample.length > 0 : row.nuls > 0) this.#sample.push(row);
      length += row.raw.length;
      this.#scanner.width = Math.max(this.#scanner.width ?? 0, row.cells.length);
    }
  }

  /** Makes one of the rows read ahead the header and forgets those above it, unless they are wanted too. */
  #takeHeader({ header, everyRow }: ReadLayout): void {
    const first = this.#sample.findIndex((row) => !isEmpty(row));
    const at = header === undefined ? first : this.#sample.findIndex((row) => row.row === header);
    const row = this.#sample[at];
    for (const above of this.#sample.slice(0, at)) this.#noteNuls(above);
    if (everyRow !== true) this.#sample = this.#sample.slice(at + 1);
    if (!row) return;
    this.#note(row);
    this.#width = row.cells.length;
    this.#scanner.width = row.cells.length;
    noteRepeatedHeaders(this.input.notices, headerCells(row, this.#delimiter), row.row);
  }

  async *#batches(layout: ReadLayout): AsyncGenerator<readonly RawRecord[]> {
    this.#takeHeader(layout);
    const ahead = this.#sample.reverse();
    const next = (): Row | undefined => ahead.pop() ?? this.#scanner.next();
    try {
      const batch = new RowBatch();
      for (let row = next() ?? (await this.#nextRow()); row; row = next() ?? (await this.#nextRow())) {
        if (isEmpty(row)) {
          this.#noteNuls(row);
          continue;
        }
        // The last row of a file that is cut off is not what its author wrote.
        if (!row.ended && this.input.cut) {
          this.#end = placeInRow(row, row.cells.length, this.#delimiter);
          break;
        }
        this.#note(row);
        const full = batch.add(this.#record(row));
        if (full) yield full;
      }
      yield batch.take();
      await this.#finish();
    } finally {
      await this.input.close();
    }
  }

  async #nextRow(): Promise<Row | undefined> {
    const { input } = this;
    const scanner = this.#scanner;
    for (;;) {
      const row = scanner.next();
      if (row || scanner.stopped) return row;
      const block = await input.next();
      if (block) {
        input.noteFaults(block, (offset) => scanner.placeAhead(block.text, offset));
        scanner.mayHaveReturns = input.mayHaveReturns;
        scanner.mayHaveZeros = input.mayHaveZeros;
        scanner.feed(block.text);
      } else if (scanner.ending) {
        return undefined;
      } else {
        scanner.end();
      }
    }
  }

  #record(row: Row): RowRecord {
    this.#records++;
    const { cells, place, row: number } = this.#tableRow(row);
    return { kind: 'row', number: this.#records, cells, place, row: number };
  }

  #tableRow(row: Row): TableRow {
    const delimiter = this.#delimiter;
    return { cells: row.cells, place: (column) => placeInRow(row, column, delimiter), row: row.row };
  }

  async #finish(): Promise<void> {
    const { input } = this;
    const end = this.#end ?? this.#scanner.place;
    if (this.#scanner.stopped) input.notices.add('limit-reached', 'fatal', end, { limit: rowLimits.row, what: 'row' });
    await input.finish(end);
    if (this.#records === 0 && !input.notices.fatal) input.notices.add('no-records', 'note', end);
  }

  /** Notices about a row of data or the header. */
  #note(row: Row): void {
    const { notices } = this.input;
    for (const mark of row.marks ?? []) {
      const { kind, offset } = mark;
      const weight = kind === 'quote-unclosed' ? 'fault' : 'note';
      notices.tally(kind, weight, () => ({ place: this.#placeAt(row, offset), extra: this.#address(row, offset) }));
    }
    this.#noteNuls(row);
    const headers = this.#width;
    const cells = row.cells.length;
    if (headers === 0 || cells === headers) return;
    notices.tally('row-ragged', 'fault', () => {
      const column = Math.min(cells, headers);
      const extra = { record: this.#records + 1, cell: cellAddress(column, row.row) };
      return { place: placeInRow(row, column, this.#delimiter), values: { cells, headers }, extra };
    });
  }

  #noteNuls(row: Row): void {
    if (row.nuls === 0) return;
    const offset = row.raw.indexOf('\0');
    this.input.notices.tally('nul-characters', 'note', () => ({ place: this.#placeAt(row, offset) }));
    this.input.notices.more('nul-characters', row.nuls - 1);
  }

  #placeAt(row: Row, offset: number): Place {
    return placeWithin(row.raw, offset, { line: row.line, column: 1 });
  }

  #address(row: Row, offset: number): { record?: number; cell: string } {
    const column = (row.starts ?? []).filter((start) => start <= offset).length - 1;
    const cell = cellAddress(Math.max(column, 0), row.row);
    return this.#width === 0 ? { cell } : { record: this.#records + 1, cell };
  }
}

function headerCells(row: Row, delimiter: string): readonly HeaderCell[] {
  const places = placesInRow(row, delimiter);
  const start: Place = { line: row.line, column: 1 };
  return row.cells.map((text, column) => ({ text, place: places[column] ?? start }));
}

/** `sep=;`, as spreadsheets write it above a table. */
function saysDelimiter(row: Row): boolean {
  return /^"?sep=."?$/i.test(row.raw);
}

function isEmpty(row: Row): boolean {
  return row.cells.every((cell) => cell === '' || cell.trim() === '');
}
