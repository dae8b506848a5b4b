import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { ByteSource } from '../model/reading.js';
import type { RepairId } from '../model/repair.js';
import type { Report } from '../model/report.js';
import { candidatesFor } from '../repair/index.js';
import { type RunOptions, run } from '../run.js';
import { formatsFor } from './format.js';
import { openRepairFile, type RepairFile, type Unrepairable } from './repair-file.js';
import { RepairRounds, type Trial } from './repair-rounds.js';

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
  readonly bytes: Uint8Array;
  readonly repairs: readonly AppliedRepair[];
};

export type RepairOutcome = {
  readonly repaired: readonly RepairedFile[];
  /** Where a rule that has a repair fails and nothing could be tried: files of other kinds, cells of a workbook. */
  readonly left: readonly { readonly file: string; readonly why: Unrepairable; readonly findings: number }[];
};

/** Every finding is wanted: a rule that newly fails must not hide behind those not stored. */
const everything = Number.MAX_SAFE_INTEGER;

/**
 * Works out the safe repairs of the inputs and proves each: the inputs are judged again with it, and it counts only where
 * a rule that failed holds and nothing fails that did not. Writes nothing.
 */
export async function repairInputs(options: Omit<RunOptions, 'maxFindings'>): Promise<RepairOutcome> {
  const judge = (inputs: readonly ByteSource[]): Promise<Report> =>
    run({ ...options, inputs, maxFindings: everything });
  const before = await judge(options.inputs);
  const left: RepairOutcome['left'][number][] = [];
  const files = new Map<string, RepairFile>();
  const trials: Trial[] = [];
  const wanted = repairsOf(options);
  const repairable = before.findings.filter((finding) => finding.state === 'open' && wanted(finding).length > 0);
  for (const source of options.inputs) {
    // What lies in a zip is named by both names.
    const own = repairable.filter(
      ({ location: { file } }) => file === source.name || file.startsWith(`${source.name}/`),
    );
    if (own.length === 0) continue;
    const file = await openRepairFile(source, formatsFor(source.name, options.compiled, options.formatOf), before, own);
    if ('why' in file) {
      left.push({ file: source.name, why: file.why, findings: own.length });
      continue;
    }
    files.set(source.name, file);
    const { tried, untouchable } = trialsOf(file, own, wanted, options);
    trials.push(...tried);
    for (const [why, findings] of untouchable) left.push({ file: source.name, why, findings });
  }
  const rounds = new RepairRounds(trials, before.findings);
  for (let round = rounds.next(); round !== undefined; round = rounds.next()) {
    const changed = bytesOf(files, round);
    rounds.judged((await judge(options.inputs.map((source) => replaced(source, changed)))).findings);
  }
  const bytes = bytesOf(files, rounds.accepted);
  return {
    left,
    repaired: [...bytes].map(([file, content]) => ({
      file,
      bytes: content,
      repairs: rounds.applied().filter((one) => one.location.file === file),
    })),
  };
}

/** The repairs the finding's rule names. */
function repairsOf({ compiled }: Pick<RunOptions, 'compiled'>): (finding: Finding) => readonly RepairId[] {
  const rules = new Map(compiled.catalogue.rules.map((rule) => [rule.id, rule]));
  return ({ rule, actual, location: { line } }) =>
    actual === undefined || line === undefined ? [] : (rules.get(rule)?.fix ?? []);
}

type Trials = {
  readonly tried: readonly Trial[];
  /** Findings that a repair would suit, by why their cells cannot be given another text. */
  readonly untouchable: ReadonlyMap<Unrepairable, number>;
};

function trialsOf(
  file: RepairFile,
  findings: readonly Finding[],
  wanted: (finding: Finding) => readonly RepairId[],
  { compiled }: Pick<RunOptions, 'compiled'>,
): Trials {
  const tried: Trial[] = [];
  const untouchable = new Map<Unrepairable, number>();
  const places = grouped(findings, ({ location: { sheet = '', line, column } }) => `${sheet}:${line}:${column}`);
  for (const here of places.values()) {
    const [first] = here;
    const text = first && file.textAt(first);
    if (first === undefined || text === undefined) continue;
    const what = 'why' in text ? (first.actual ?? '') : text.text;
    const found = candidatesFor(what, here.flatMap(wanted), compiled.catalogue);
    if ('why' in text) {
      if (found.length > 0) untouchable.set(text.why, (untouchable.get(text.why) ?? 0) + here.length);
      continue;
    }
    const candidates = found
      .map((candidate) => ({ ...candidate, written: text.write(candidate.text) }))
      .flatMap(({ written, ...candidate }) => (written === undefined ? [] : [{ ...candidate, written }]));
    if (candidates.length > 0) tried.push({ text, findings: here, location: first.location, candidates });
  }
  return { tried, untouchable };
}

type Proposal = { readonly trial: Trial; readonly written: string };

function bytesOf(files: ReadonlyMap<string, RepairFile>, proposals: readonly Proposal[]): Map<string, Uint8Array> {
  const changed = new Map<string, Uint8Array>();
  for (const [name, own] of grouped(proposals, ({ trial }) => trial.location.file)) {
    const edits = own.map(({ trial: { text }, written }) => ({ start: text.start, end: text.end, text: written }));
    const bytes = files.get(name)?.editable.write(edits);
    if (bytes !== undefined) changed.set(name, bytes);
  }
  return changed;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function replaced(source: ByteSource, changed: ReadonlyMap<string, Uint8Array>): ByteSource {
  const bytes = changed.get(source.name);
  return bytes === undefined ? source : memorySource(source.name, bytes);
}

/** Bytes at hand as a source. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
