import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { ByteSource } from '../../src/model/reading.js';
import type { Report } from '../../src/model/report.js';
import { RecordSides } from '../../src/run/record-sides.js';
import { memorySource } from '../../src/run/repair.js';
import { type PieceOfSplit, type SplitOutcome, splitInputs } from '../../src/run/split.js';
import { type RunOptions, run } from '../../src/run.js';

export type Splitting = {
  readonly outcome: SplitOutcome;
  readonly report: Report;
  readonly sides: RecordSides;
  /** What was written last, by the file's name. */
  readonly pieces: ReadonlyMap<string, readonly PieceOfSplit[]>;
};

export type Asked = Partial<
  Pick<RunOptions, 'failOn' | 'request' | 'maxFindings' | 'acceptance' | 'encoding' | 'sheets'>
>;

export function runOptions(compiled: CompiledCatalogue, inputs: readonly ByteSource[], asked: Asked = {}): RunOptions {
  return {
    compiled,
    inputs,
    request: {
      asOf: '2026-11-23',
      modes: [],
      categories: [],
      claims: [],
      standards: [],
      rules: [],
      skip: [],
      severity: {},
    },
    failOn: 'error',
    maxFindings: 3,
    tool: { name: 'borderlint', version: '0' },
    requestSummary: {},
    ...asked,
  };
}

/** Splits in memory. `choose` may set further records aside once they are known. */
export async function splitInMemory(
  compiled: CompiledCatalogue,
  inputs: readonly ByteSource[],
  asked: Asked = {},
  choose: (sides: RecordSides) => void = () => undefined,
): Promise<Splitting> {
  const options = runOptions(compiled, inputs, asked);
  const sides = new RecordSides(options.failOn);
  const report = await run({ ...options, watch: sides });
  choose(sides);
  const pieces = new Map<string, readonly PieceOfSplit[]>();
  const outcome = await splitInputs({
    compiled,
    inputs,
    report,
    sides,
    judge: (parts, how) => run({ ...options, ...how, inputs: parts }),
    write: async (file, given) => {
      const all: PieceOfSplit[] = [];
      for await (const piece of given) all.push(piece);
      pieces.set(file, all);
      const part = partOf(all, 'conforming');
      return part && memorySource(file, part);
    },
  });
  return { outcome, report, sides, pieces };
}

/** The bytes of one part; nothing where it has no record. */
export function partOf(pieces: readonly PieceOfSplit[], side: 'conforming' | 'failing'): Buffer | undefined {
  if (!pieces.some((piece) => piece.side === side)) return undefined;
  return Buffer.concat(pieces.flatMap((piece) => (piece.side === side || piece.side === 'both' ? [piece.bytes] : [])));
}
