import type { Location } from '../model/location.js';
import type { ByteSource, Place } from '../model/reading.js';
import type { Report } from '../model/report.js';
import { elementRanges, linePieces, type Piece, withoutElements } from '../read/cut/index.js';
import { CannotCut, cutWorkbook, RowMoves, type WhyUncut } from '../read/cut/workbook/index.js';
import { type EditableFile, editableFile } from '../read/edit/index.js';
import { setJoinedAside } from './joined-records.js';
import type { FileSides, RecordSides } from './record-sides.js';

export type Side = 'conforming' | 'failing';

/** `both`: what stands above the records. `neither`: rows that are no records, of which a part would not be true. */
export type PieceOfSplit = Piece<Side | 'both' | 'neither'>;

/**
 * `packed`: other files or a message inside. `incomplete`: not all of it was
 * judged. `envelope`: what fails is what all records share. `asides`: rows of other kinds stand among the records.
 * `signed`: half of it is not what was signed. `large`: more than is held in memory. `damaged`: bytes that are no
 * characters. `unproven`: by itself the conforming part does not read as it should. `formula` and the others of a workbook:
 * see there.
 */
export type WhyWhole =
  | 'packed'
  | 'incomplete'
  | 'envelope'
  | 'asides'
  | 'signed'
  | 'large'
  | 'damaged'
  | 'unproven'
  | WhyUncut;

/** A file that is not split, and where the reason stands. */
export type LeftWhole = { readonly file: string; readonly why: WhyWhole; readonly location?: Location };

/** Ends the cutting of one file; the others go on. */
export class CannotSplit extends Error {
  readonly why: WhyWhole;
  readonly location: Location | undefined;

  constructor(why: WhyWhole, location?: Location) {
    super(why);
    this.why = why;
    this.location = location;
  }
}

export type SplitFile = {
  readonly source: ByteSource;
  /** One for each sheet of a workbook that was checked, one of any other file. */
  readonly sides: readonly FileSides[];
  /** Rows or objects below the first record that are none. */
  readonly apart: number;
  /** Records set aside so far because merged cells join their rows to those of others that fail. */
  readonly joined: () => number;
  /** The bytes of the file, each once but for what is in both; throws CannotSplit. */
  readonly pieces: () => AsyncIterable<PieceOfSplit>;
};

/** Bytes of a document that is cut in memory, since its records do not stand on lines of their own. */
const mostBytes = 256 * 1024 ** 2;

/** @throws CannotSplit */
export async function openSplitFile(source: ByteSource, report: Report, records: RecordSides): Promise<SplitFile> {
  const { name } = source;
  const own = report.inputs.filter(({ file }) => file === name);
  if (report.inputs.some(({ file }) => file.startsWith(`${name}/`))) throw new CannotSplit('packed');
  const missed = notJudged(report, name);
  if (missed !== undefined) throw missed;
  const sides = records.parts(name);
  const [only] = sides;
  if (only === undefined || own.some(({ complete }) => !complete)) throw new CannotSplit('incomplete');
  // Several tables or messages in one file are the sheets of a workbook, or lie in something around them.
  const isWorkbook = sides.every(({ opened }) => opened.sheet !== undefined);
  if ((sides.length > 1 && !isWorkbook) || (await isGzip(source))) throw new CannotSplit('packed');
  const whole = sides.map((one) => one.whole()).find((one) => one !== undefined);
  if (whole !== undefined) throw new CannotSplit('envelope', whole.location);
  const aside = report.notices.find(
    ({ id, values, location }) => id === 'row-skipped' && values['what'] === 'aside' && location.file === name,
  );
  const apart = sides.reduce((sum, one) => sum + unitsApart(one), 0);
  let joined = 0;
  const pieces = async function* (): AsyncGenerator<PieceOfSplit> {
    for (const one of sides) joined += setJoinedAside(one);
    const { failing, records: all } = countsOf(sides);
    if (failing === 0 || failing === all) yield* wholeFile(source, failing === 0 ? 'conforming' : 'failing');
    else if (aside !== undefined && apart > 0) throw new CannotSplit('asides', aside.location);
    else if (isWorkbook) yield* sheetsOf(source, sides);
    else if (only.opened.lineEnds !== undefined) yield* linesOf(source, only, only.opened.lineEnds);
    else yield* elementsOf(source, only);
  };
  return { source, sides, apart, joined: () => joined, pieces };
}

/** Records of all sheets of a file, and those that fail. */
export function countsOf(sides: readonly FileSides[]): { readonly records: number; readonly failing: number } {
  const sum = (of: (one: FileSides) => number): number => sides.reduce((all, one) => all + of(one), 0);
  return { records: sum((one) => one.records()), failing: sum((one) => one.failing()) };
}

/** What keeps a file from being called judged: part of it was not read, or a rule broke down. */
export function notJudged({ notRun }: Report, file: string): CannotSplit | undefined {
  const missed = notRun.find(
    ({ what, subject, location }) =>
      what === 'rule' || subject === file || location?.file === file || subject.startsWith(`${file}/`),
  );
  return missed === undefined ? undefined : new CannotSplit('incomplete', missed.location);
}

async function isGzip(source: ByteSource): Promise<boolean> {
  for await (const chunk of source.chunks()) return chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
}

function unitsApart(sides: FileSides): number {
  let apart = 0;
  let begun = false;
  for (let unit = 0; unit < sides.units(); unit++) {
    if (sides.recordOf(unit) > 0) begun = true;
    else if (begun) apart += 1;
  }
  return apart;
}

async function* wholeFile(source: ByteSource, side: Side): AsyncGenerator<PieceOfSplit> {
  for await (const bytes of source.chunks()) yield { side, bytes };
}

/** A line without a row of its own, such as a blank one, goes with the row above it. */
function linesOf(source: ByteSource, sides: FileSides, lineEnds: 'any' | 'feed'): AsyncIterable<PieceOfSplit> {
  let next = 0;
  let begun = false;
  let side: PieceOfSplit['side'] = 'both';
  const sideOf = (line: number): PieceOfSplit['side'] => {
    for (; next < sides.units() && sides.placeOf(next).line <= line; next++) {
      const record = sides.recordOf(next);
      begun ||= record > 0;
      side = record > 0 ? sideOfRecord(sides, record) : begun ? 'neither' : 'both';
    }
    return side;
  };
  return linePieces(source.chunks(), { encoding: sides.opened.encoding, lineEnds }, sideOf, 'both');
}

/** Each part is the workbook with the rows of the other taken out. */
async function* sheetsOf(source: ByteSource, sides: readonly FileSides[]): AsyncGenerator<PieceOfSplit> {
  for (const side of ['conforming', 'failing'] as const) {
    try {
      const moves = new Map(sides.map((one) => [one.opened.sheet ?? '', new RowMoves(rowsOf(one, side))]));
      for await (const bytes of cutWorkbook(source, moves)) yield { side, bytes };
    } catch (error) {
      if (!(error instanceof CannotCut)) throw error;
      throw new CannotSplit(error.why, { file: source.name, pointer: '', ...error.place });
    }
  }
}

/** The rows from the first record on, and which of them one part has. */
function* rowsOf(sides: FileSides, side: Side): Generator<{ readonly row: number; readonly stays: boolean }> {
  let begun = false;
  for (let unit = 0; unit < sides.units(); unit++) {
    const record = sides.recordOf(unit);
    begun ||= record > 0;
    if (begun) yield { row: sides.placeOf(unit).line, stays: record > 0 && sideOfRecord(sides, record) === side };
  }
}

function sideOfRecord(sides: FileSides, record: number): Side {
  return sides.fails(record) ? 'failing' : 'conforming';
}

async function* elementsOf(source: ByteSource, sides: FileSides): AsyncGenerator<PieceOfSplit> {
  const { container, encoding } = sides.opened;
  if (container === 'table') throw new Error('a table of text stands on lines');
  const { text, write } = await wholeText(source, encoding);
  if (container === 'xml' && isSigned(text)) throw new CannotSplit('signed');
  const ranges = elementRanges(container, text, placesOf(sides));
  for (const side of ['conforming', 'failing'] as const) {
    const keeps = (unit: number): boolean => {
      const record = sides.recordOf(unit);
      return record > 0 && sideOfRecord(sides, record) === side;
    };
    const cuts = withoutElements(container, text, ranges, keeps).map((range) => ({ ...range, text: '' }));
    const bytes = write(cuts);
    if (bytes === undefined) throw new CannotSplit('damaged');
    yield { side, bytes };
  }
}

function* placesOf(sides: FileSides): Generator<Place> {
  for (let unit = 0; unit < sides.units(); unit++) yield sides.placeOf(unit);
}

async function wholeText(source: ByteSource, encoding: string): Promise<EditableFile> {
  if (source.size !== undefined && source.size > mostBytes) throw new CannotSplit('large');
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.chunks()) chunks.push(chunk);
  const file = editableFile(Buffer.concat(chunks), encoding);
  if (file === undefined) throw new CannotSplit('damaged');
  return file;
}

/** An XML signature over the message, as customs messages carry. */
function isSigned(text: string): boolean {
  return /<(?:[\w.-]+:)?Signature[\s/>]/.test(text) && text.includes('http://www.w3.org/2000/09/xmldsig#');
}
