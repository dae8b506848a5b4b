import type { Location } from '../model/location.js';
import type { ByteSource, Place } from '../model/reading.js';
import type { Report } from '../model/report.js';
import { elementRanges, linePieces, type Piece, withoutElements } from '../read/cut/index.js';
import { type EditableFile, editableFile } from '../read/edit/index.js';
import type { FileSides, RecordSides } from './record-sides.js';

export type Side = 'conforming' | 'failing';

/** `both`: what stands above the records. `neither`: rows that are no records, of which a part would not be true. */
export type PieceOfSplit = Piece<Side | 'both' | 'neither'>;

/**
 * `packed`: other files or a message inside. `workbook`: a sheet cannot be cut out of it. `incomplete`: not all of it was
 * judged. `envelope`: what fails is what all records share. `asides`: rows of other kinds stand among the records.
 * `signed`: half of it is not what was signed. `large`: more than is held in memory. `damaged`: bytes that are no
 * characters. `unproven`: by itself the conforming part does not read as it should.
 */
export type WhyWhole =
  | 'packed'
  | 'workbook'
  | 'incomplete'
  | 'envelope'
  | 'asides'
  | 'signed'
  | 'large'
  | 'damaged'
  | 'unproven';

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
  readonly sides: FileSides;
  /** Rows or objects below the first record that are none. */
  readonly apart: number;
  /** The bytes of the file, each once but for what is in both; throws CannotSplit. */
  readonly pieces: () => AsyncIterable<PieceOfSplit>;
};

/** Bytes of a document that is cut in memory, since its records do not stand on lines of their own. */
const mostBytes = 256 * 1024 ** 2;

/** @throws CannotSplit */
export async function openSplitFile(source: ByteSource, report: Report, records: RecordSides): Promise<SplitFile> {
  const { name } = source;
  const own = report.inputs.filter(({ file }) => file === name);
  if (own.some(({ sheet }) => sheet !== undefined)) throw new CannotSplit('workbook');
  if (report.inputs.some(({ file }) => file.startsWith(`${name}/`))) throw new CannotSplit('packed');
  const missed = notJudged(report, name);
  if (missed !== undefined) throw missed;
  const sides = records.file(name);
  if (sides === undefined || own.some(({ complete }) => !complete)) throw new CannotSplit('incomplete');
  if (await isGzip(source)) throw new CannotSplit('packed');
  const whole = sides.whole();
  if (whole !== undefined) throw new CannotSplit('envelope', whole.location);
  const aside = report.notices.find(
    ({ id, values, location }) => id === 'row-skipped' && values['what'] === 'aside' && location.file === name,
  );
  const apart = unitsApart(sides);
  const pieces = async function* (): AsyncGenerator<PieceOfSplit> {
    const failing = sides.failing();
    if (failing === 0 || failing === sides.records())
      yield* wholeFile(source, failing === 0 ? 'conforming' : 'failing');
    else if (aside !== undefined && apart > 0) throw new CannotSplit('asides', aside.location);
    else if (sides.opened.lineEnds !== undefined) yield* linesOf(source, sides, sides.opened.lineEnds);
    else yield* elementsOf(source, sides);
  };
  return { source, sides, apart, pieces };
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
