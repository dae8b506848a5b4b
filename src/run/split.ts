import type { CompiledCatalogue } from '../model/compiled.js';
import type { ByteSource } from '../model/reading.js';
import type { Report } from '../model/report.js';
import type { RunOptions } from '../run.js';
import { type FileSides, RecordSides } from './record-sides.js';
import {
  CannotSplit,
  countsOf,
  type LeftWhole,
  notJudged,
  openSplitFile,
  type PieceOfSplit,
  type SplitFile,
} from './split-file.js';

export type { LeftWhole, PieceOfSplit, Side, WhyWhole } from './split-file.js';

/** What became of a file that was split. */
export type SplitResult = {
  readonly file: string;
  readonly conforming: number;
  readonly failing: number;
  /** Rows that are no records and would not be true of a part, in neither. */
  readonly apart: number;
  /** Of those that fail, the ones that only do so because merged cells join their rows to others. */
  readonly joined: number;
  /** Of those that fail, the ones that only do so without the others, and by which rules. */
  readonly followed: { readonly records: number; readonly rules: readonly string[] };
  /** A message, whose envelope both parts keep. */
  readonly message: boolean;
};

export type SplitOutcome = { readonly split: readonly SplitResult[]; readonly left: readonly LeftWhole[] };

/** How conforming parts are read again: as the files they are parts of, told apart by their names. */
export type Rereading = Required<Pick<RunOptions, 'watch' | 'formatOf' | 'encodingOf'>>;

export type SplitRequest = {
  readonly compiled: CompiledCatalogue;
  readonly inputs: readonly ByteSource[];
  /** The run by which records fail or do not, and what was learnt from it. */
  readonly report: Report;
  readonly sides: RecordSides;
  /** The same run on other inputs. */
  readonly judge: (inputs: readonly ByteSource[], how: Rereading) => Promise<Report>;
  /** Writes both parts, instead of those written before, and answers the conforming one to be read again, if there is one. */
  readonly write: (file: string, pieces: AsyncIterable<PieceOfSplit>) => Promise<ByteSource | undefined>;
};

/** Records may fail one after another without those before them; what has not settled by then is left whole. */
const mostRounds = 20;

/**
 * Splits each input into the records that conform and those that fail. The conforming parts are then judged again, all
 * together: what fails without the records set aside is set aside too, and what does not read as before is left whole.
 */
export async function splitInputs(request: SplitRequest): Promise<SplitOutcome> {
  const left: LeftWhole[] = [];
  const files = new Map<string, SplitFile>();
  for (const source of request.inputs) {
    await orLeft(left, source.name, async () => {
      files.set(source.name, await openSplitFile(source, request.report, request.sides));
    });
  }
  const followed = await settle(request, files, left);
  const messages = new Set(request.compiled.catalogue.structures.map(({ format }) => format));
  const split = [...files].map(([file, { sides, apart, joined }]): SplitResult => {
    const { failing, records } = countsOf(sides);
    const mixed = failing > 0 && failing < records;
    return {
      file,
      conforming: records - failing,
      failing,
      apart: mixed ? apart : 0,
      joined: joined(),
      followed: { records: followed.get(file)?.records ?? 0, rules: [...(followed.get(file)?.rules ?? [])] },
      message: mixed && sides.some(({ format }) => messages.has(format.id)),
    };
  });
  return { split, left };
}

type Followed = { records: number; readonly rules: Set<string> };

/** Writes and judges the parts until nothing changes. Files that cannot be split leave the map. */
async function settle(
  request: SplitRequest,
  files: Map<string, SplitFile>,
  left: LeftWhole[],
): Promise<ReadonlyMap<string, Followed>> {
  const followed = new Map<string, Followed>();
  const parts = new Map<string, ByteSource>();
  let changed = [...files.keys()];
  for (let round = 0; changed.length > 0; round++) {
    for (const name of changed) {
      await orLeft(left, name, async () => {
        const file = files.get(name);
        if (round === mostRounds) throw new CannotSplit('unproven');
        const part = file && (await request.write(name, file.pieces()));
        if (part === undefined) parts.delete(name);
        else parts.set(name, part);
      });
    }
    forget(files, left);
    changed = [];
    if ([...files.values()].every(({ sides }) => countsOf(sides).failing === 0)) break;
    const again = new RecordSides(request.report.failOn);
    const report = await judgeAgain(request, files, parts, again);
    for (const [name, { sides }] of files) {
      const { failing, records } = countsOf(sides);
      if (failing === records) continue;
      await orLeft(left, name, async () => {
        const parts = again.parts(name);
        if (parts.length !== sides.length || notJudged(report, name)) throw new CannotSplit('unproven');
        const fresh = parts.map((now, index) => freshOf(sides[index], now, failing === 0));
        const known = followed.get(name) ?? { records: 0, rules: new Set<string>() };
        for (const [index, own] of fresh.entries()) {
          for (const record of own) sides[index]?.setAside(record);
          known.records += own.length;
          if (own.length > 0) for (const rule of parts[index]?.rules() ?? []) known.rules.add(rule);
        }
        if (fresh.every(({ length }) => length === 0)) return;
        followed.set(name, known);
        changed.push(name);
      });
    }
    // A file that is left whole is a partner of the others again, as it was.
    if (forget(files, left) && changed.length === 0) changed = [...files.keys()];
  }
  return followed;
}

/** Takes the files out that are left whole; answers whether there was one. */
function forget(files: Map<string, SplitFile>, left: readonly LeftWhole[]): boolean {
  return left.filter(({ file }) => files.delete(file)).length > 0;
}

async function orLeft(left: LeftWhole[], file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CannotSplit)) throw error;
    const { why, location } = error;
    left.push({ file, why, ...(location === undefined ? {} : { location }) });
  }
}

/** Judges the conforming parts, beside them the inputs that are not split. */
function judgeAgain(
  { inputs, judge }: SplitRequest,
  files: ReadonlyMap<string, SplitFile>,
  parts: ReadonlyMap<string, ByteSource>,
  watch: RecordSides,
): Promise<Report> {
  const now = inputs.flatMap((source) => {
    const sides = files.get(source.name)?.sides;
    if (sides === undefined) return [source];
    const part = parts.get(source.name);
    const { failing, records } = countsOf(sides);
    return part === undefined || failing === records ? [] : [{ ...part, name: source.name }];
  });
  const sheetOf = (file: string, sheet: string | undefined): FileSides | undefined =>
    files.get(file)?.sides.find(({ opened }) => opened.sheet === sheet);
  return judge(now, {
    watch,
    formatOf: (file, sheet) => sheetOf(file, sheet)?.format,
    encodingOf: (file) => files.get(file)?.sides[0]?.opened.encoding,
  });
}

/**
 * Numbers in the source of records of the conforming part that fail.
 * @param isCopy the part is the whole file, in which records have the numbers they had
 * @throws CannotSplit where the part has other records, or a fault that is none of theirs
 */
function freshOf(source: FileSides | undefined, part: FileSides, isCopy: boolean): readonly number[] {
  if (source === undefined || source.opened.sheet !== part.opened.sheet || part.whole() !== undefined)
    throw new CannotSplit('unproven');
  if (part.records() !== source.records() - source.failing()) throw new CannotSplit('unproven');
  if (part.failing() === 0) return [];
  const fresh = new Set<number>();
  if (isCopy) {
    for (let unit = 0; unit < part.units(); unit++) {
      const record = part.recordOf(unit);
      if (record > 0 && part.fails(record)) fresh.add(record);
    }
    return [...fresh];
  }
  for (let record = 1, own = 0; record <= source.records(); record++) {
    if (source.fails(record)) continue;
    own += 1;
    if (part.fails(own)) fresh.add(record);
  }
  return [...fresh];
}
