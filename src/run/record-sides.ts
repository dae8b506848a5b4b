import { reaches } from '../collect/index.js';
import type { Finding, WatchedRecord } from '../model/finding.js';
import type { Format } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { InputPart, Opened, Place, RawRecord } from '../model/reading.js';
import type { SourceRecord } from '../model/record.js';
import type { Report } from '../model/report.js';
import type { Severity } from '../model/standard.js';
import type { RunWatch } from '../run.js';

/** Where the records of one file stand, and which of them fail. */
export type FileSides = {
  readonly part: InputPart;
  readonly opened: Pick<Opened, 'container' | 'lineEnds' | 'encoding' | 'sheet' | 'joined'>;
  readonly format: Format;
  /** Records that were judged. */
  readonly records: () => number;
  readonly failing: () => number;
  readonly fails: (record: number) => boolean;
  /** Sets a record aside that did not fail by itself. */
  readonly setAside: (record: number) => void;
  /** Rows, objects or elements, in the order of the file. */
  readonly units: () => number;
  /** Where a unit begins, in a workbook its row; they count from 0. */
  readonly placeOf: (unit: number) => Place;
  /** The record a unit belongs to; 0 where it is of none, such as a row of totals. */
  readonly recordOf: (unit: number) => number;
  /** A finding about the file or its envelope, which every part of it would have too. */
  readonly whole: () => Finding | undefined;
  /** Rules by which records fail. */
  readonly rules: () => readonly string[];
};

/** Findings that set two records against each other, of which neither is known to be the right one. */
const betweenPartners: ReadonlySet<string> = new Set([
  'equal-to-partner',
  'at-most-partner',
  'match-partner',
  'partner-line',
]);

/**
 * Learns from a run which records fail: those with an open finding at or above the threshold. Kept are two numbers for
 * each row or element and a bit for each record, however many findings there are.
 */
export class RecordSides implements RunWatch {
  readonly #failOn: Report['failOn'];
  /** The parts of each input: the sheets of a workbook are parts of one name. */
  readonly #files = new Map<string, SidesOfFile[]>();
  /** Columns that are not there, as far as it counts. */
  readonly #columns = new Set<string>();
  #current: SidesOfFile | undefined;

  constructor(failOn: Report['failOn']) {
    this.#failOn = failOn;
  }

  /** The tables or messages that were read under a name: of a workbook one for each sheet. */
  parts(name: string): readonly FileSides[] {
    return this.#files.get(name) ?? [];
  }

  readonly part = (part: InputPart, opened: Opened, format: Format): void => {
    this.#current = new SidesOfFile(part, opened, format);
    this.#files.set(part.file, [...(this.#files.get(part.file) ?? []), this.#current]);
  };

  readonly read = (batch: readonly RawRecord[]): void => {
    for (const raw of batch) this.#current?.addUnit(raw);
  };

  readonly record = (record: SourceRecord): void => this.#current?.addRecord(record);

  readonly found = (finding: Finding): void => {
    const { location, severity, expected, related, rule } = finding;
    if (!reaches(severity, this.#failOn)) return;
    if (expected.id === 'column') {
      this.#columns.add(columnName(finding));
      return;
    }
    this.#fail(location, finding);
    if (betweenPartners.has(expected.id)) for (const one of related) this.#fail(one.location, finding);
    for (const one of this.#partsAt(location)) one.addRule(rule);
  };

  // Records are asked about while their part is read.
  readonly asks = ({ number }: WatchedRecord, severity: Severity): boolean =>
    reaches(severity, this.#failOn) && this.#current?.fails(number) === false;

  readonly shares = ({ number }: WatchedRecord, finding: Finding): void => {
    if (!this.#columns.has(columnName(finding))) return;
    this.#current?.setAside(number);
    this.#current?.addRule(finding.rule);
  };

  #fail(location: Location, finding: Finding): void {
    const { record = 0 } = location;
    for (const one of this.#partsAt(location)) {
      if (record > 0) one.setAside(record);
      else one.addWhole(finding);
    }
  }

  /** What is said of a workbook without naming a sheet concerns all of them. */
  #partsAt({ file, sheet }: Location): readonly SidesOfFile[] {
    const parts = this.#files.get(file) ?? [];
    return sheet === undefined ? parts : parts.filter(({ opened }) => opened.sheet === sheet);
  }
}

function columnName({ rule, field = '', location: { file, sheet = '' } }: Finding): string {
  return [file, sheet, rule, field].join('\n');
}

class SidesOfFile implements FileSides {
  readonly part: InputPart;
  readonly opened: Opened;
  readonly format: Format;
  readonly #lines = new Numbers();
  readonly #columns = new Numbers();
  /** Record of each unit, by the unit's number. */
  readonly #owners = new Numbers();
  readonly #byLine: boolean;
  #marks = new Uint8Array(1024);
  #failing = 0;
  #records = 0;
  #whole: Finding | undefined;
  readonly #rules = new Set<string>();

  constructor(part: InputPart, opened: Opened, format: Format) {
    this.part = part;
    this.opened = opened;
    this.format = format;
    this.#byLine = opened.lineEnds !== undefined;
  }

  addUnit(raw: RawRecord): void {
    const { line, column } = placeOf(raw);
    // A cell of a merged range stands further up than its row.
    this.#lines.push(this.opened.sheet !== undefined && raw.kind === 'row' ? raw.row : line);
    if (!this.#byLine) this.#columns.push(column);
    this.#owners.push(0);
  }

  addRecord({ rows, number }: SourceRecord): void {
    this.#records += 1;
    if (rows === undefined) this.#owners.set(number - 1, number);
    else for (const row of rows) this.#owners.set(row.number - 1, number);
  }

  addWhole(finding: Finding): void {
    this.#whole ??= finding;
  }

  addRule(rule: string): void {
    this.#rules.add(rule);
  }

  records = (): number => this.#records;
  failing = (): number => this.#failing;
  units = (): number => this.#owners.length;
  placeOf = (unit: number): Place => ({ line: this.#lines.at(unit), column: this.#columns.at(unit) });
  recordOf = (unit: number): number => this.#owners.at(unit);
  whole = (): Finding | undefined => this.#whole;
  rules = (): readonly string[] => [...this.#rules];
  fails = (record: number): boolean => ((this.#marks[record >> 3] ?? 0) & (1 << (record & 7))) !== 0;

  setAside = (record: number): void => {
    if (this.fails(record)) return;
    const at = record >> 3;
    if (at >= this.#marks.length) {
      const larger = new Uint8Array(Math.max(this.#marks.length * 2, at + 1));
      larger.set(this.#marks);
      this.#marks = larger;
    }
    this.#marks[at] = (this.#marks[at] ?? 0) | (1 << (record & 7));
    this.#failing += 1;
  };
}

function placeOf(raw: RawRecord): Place {
  if (raw.kind === 'element') return raw.element;
  return raw.kind === 'row' ? raw.place(0) : raw.place('');
}

/** Whole numbers, four bytes each. */
class Numbers {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  set(index: number, value: number): void {
    if (index < this.length) this.#values[index] = value;
  }

  at(index: number): number {
    return index < this.length ? (this.#values[index] ?? 0) : 0;
  }
}
