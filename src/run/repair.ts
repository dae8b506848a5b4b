import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { ByteSource } from '../model/reading.js';
import type { RepairId } from '../model/repair.js';
import type { Report } from '../model/report.js';
import { candidatesFor } from '../repair/index.js';
import { type RunOptions, run } from '../run.js';
import { Identities, identityOf } from './finding-identities.js';
import { formatsFor } from './format.js';
import { openRepairFile, type RepairFile, type Unrepairable } from './repair-file.js';
import { type Proposal, RepairRounds, type Trial } from './repair-rounds.js';
import { type Spot, Spots } from './repair-spots.js';

export { memorySource } from './memory-source.js';

/** A text that was put right, and what says so. */
export type AppliedRepair = {
  readonly location: Location;
  readonly before: string;
  readonly after: string;
  readonly by: readonly RepairId[];
  /** The rules that failed here and hold now. */
  readonly rules: readonly string[];
  readonly personal: boolean;
};

export type RepairedFile = {
  readonly file: string;
  /** The whole file as it should be; every byte outside the repairs as it was. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  readonly repairs: readonly AppliedRepair[];
};

export type RepairOutcome = {
  readonly repaired: readonly RepairedFile[];
  /** Where a rule that has a repair fails and nothing could be tried: files of other kinds, cells of a workbook. */
  readonly left: readonly { readonly file: string; readonly why: Unrepairable; readonly findings: number }[];
};

type Options = Omit<RunOptions, 'maxFindings'>;

/**
 * Works out the safe repairs of the inputs and proves each: the inputs are judged again with it, and it counts only where
 * a rule that failed holds and nothing fails that did not. Writes nothing. Findings are not kept, only what is repaired and
 * a number for each.
 */
export async function repairInputs(options: Options): Promise<RepairOutcome> {
  const known = new Identities();
  const spots = new Spots(repairsByRule(options));
  const before = await judge(options, options.inputs, (finding) => {
    known.add(identityOf(finding));
    spots.note(finding);
  });
  const left: RepairOutcome['left'][number][] = [];
  const files = new Map<string, RepairFile>();
  const trials: Trial[] = [];
  for (const source of options.inputs) {
    const own = spots.of(source.name);
    if (own.length === 0) continue;
    const file = await openRepairFile(source, formatsFor(source.name, options.compiled, options.formatOf), before, own);
    if ('why' in file) {
      left.push({ file: source.name, why: file.why, findings: countOf(own) });
      continue;
    }
    files.set(source.name, file);
    const { tried, untouchable } = trialsOf(file, own, options);
    for (const trial of tried) trials.push(trial);
    for (const [why, findings] of untouchable) left.push({ file: source.name, why, findings });
  }
  const rounds = new RepairRounds(trials, known);
  for (let round = rounds.next(); round !== undefined; round = rounds.next()) {
    const judging = rounds.judging();
    await judge(options, changedSources(options.inputs, files, round), judging.found);
    judging.settle();
  }
  const applied = groupedByFile(rounds.applied(), ({ location }) => location.file);
  const changed = changedSources(options.inputs, files, rounds.accepted);
  return {
    left,
    repaired: changed.flatMap((source) => {
      const repairs = applied.get(source.name);
      return repairs === undefined ? [] : [{ file: source.name, chunks: source.chunks, repairs }];
    }),
  };
}

/** Runs, telling every finding and keeping none: a rule that newly fails must not hide behind those not stored. */
function judge(options: Options, inputs: readonly ByteSource[], found: (finding: Finding) => void): Promise<Report> {
  const nothing = (): void => undefined;
  const watch = { found, asks: () => true, shares: nothing, part: nothing, read: nothing, record: nothing };
  return run({ ...options, inputs, maxFindings: 0, watch });
}

/** The repairs a rule names. */
function repairsByRule({ compiled }: Pick<RunOptions, 'compiled'>): (rule: string) => readonly RepairId[] {
  const rules = new Map(compiled.catalogue.rules.map(({ id, fix = [] }) => [id, fix]));
  return (rule) => rules.get(rule) ?? [];
}

function countOf(spots: readonly Spot[]): number {
  return spots.reduce((sum, { findings }) => sum + findings.length, 0);
}

type Trials = {
  readonly tried: readonly Trial[];
  /** Findings that a repair would suit, by why their cells cannot be given another text. */
  readonly untouchable: ReadonlyMap<Unrepairable, number>;
};

function trialsOf(file: RepairFile, spots: readonly Spot[], { compiled }: Pick<RunOptions, 'compiled'>): Trials {
  const tried: Trial[] = [];
  const untouchable = new Map<Unrepairable, number>();
  file.texts(spots, (spot, text) => {
    const isText = typeof text === 'string';
    const found = candidatesFor(isText ? text : spot.actual, spot.repairs, compiled.catalogue);
    if (!isText) {
      if (found.length > 0) untouchable.set(text.why, (untouchable.get(text.why) ?? 0) + spot.findings.length);
      return;
    }
    const candidates = found.filter((one) => file.takes(spot, one.text));
    if (candidates.length > 0) tried.push({ spot, text, candidates });
  });
  return { tried, untouchable };
}

/** The inputs as they are with these texts. */
function changedSources(
  inputs: readonly ByteSource[],
  files: ReadonlyMap<string, RepairFile>,
  proposals: readonly Proposal[],
): readonly ByteSource[] {
  const byFile = groupedByFile(proposals, ({ trial }) => trial.spot.location.file);
  return inputs.map((source) => {
    const own = byFile.get(source.name);
    return own === undefined
      ? source
      : (files.get(source.name)?.changed(own.map(({ trial, text }) => ({ spot: trial.spot, text }))) ?? source);
  });
}

function groupedByFile<Item>(items: readonly Item[], fileOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(fileOf(item));
    if (group === undefined) groups.set(fileOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
