import type { CheckGroup, CheckModule, RuleTally } from '../model/compiled.js';
import type { ReadNotice, SourceRecord } from '../model/record.js';
import * as vocabulary from '../vocabulary/index.js';
import type { CheckRun, FileContext, RecordActivation } from './check-run.js';
import { crashText } from './crash.js';
import { createEditionFit } from './editions.js';
import { eachItem, type ItemPlace } from './items.js';
import { createReporter } from './reporter.js';
import { createStructureChecker, type Misdeclared } from './structure.js';
import { emptyTally, tallyOf } from './tally.js';

export type FileChecker = {
  /** Answers whether the record broke any rule in force. */
  readonly record: (record: SourceRecord) => boolean;
  /** The message's envelope, after its last record. */
  readonly envelope: (record: SourceRecord, misdeclared?: Misdeclared) => void;
  /** What there is to say of the file as a whole, once its records are judged. */
  readonly notices: () => readonly ReadNotice[];
};

/** What one call of a group's checks is asked about. */
type Subject = {
  readonly group: CheckGroup;
  readonly one: object;
  readonly raw: object;
  readonly record: SourceRecord;
};

/** Checks the records of one file. */
export function createFileChecker(run: CheckRun, context: FileContext): FileChecker {
  const { forecast } = run;
  const { rules } = run.compiled.catalogue;
  const tally = tallyOf(run.tallies, context.document.id, rules.length);
  const groups = context.module === undefined ? [] : groupsOf(run, context.module);
  const selfParts = new Set(context.document.parts.filter((part) => part.selfWhenAbsent).map((part) => part.id));
  const editions = createEditionFit(run, context, groups, selfParts);
  const structure = createStructureChecker(run, context, editions);
  const reporter = createReporter(run, context);
  const broken = brokenRules(run, tally);
  let failed = false;
  let current: SourceRecord | undefined;
  let activation: ReturnType<RecordActivation> | undefined;
  let item: ItemPlace | undefined;
  // The rule that failed last on the item at hand. The rules of an element row stand one after another.
  let last: number | undefined;

  const fail = (index: number): void => {
    const rule = rules[index];
    if (rule === undefined || current === undefined) return;
    editions.failed(rule, current, item);
    if (last !== undefined && run.saidBefore.get(index) === last) {
      uncount(tally, index);
      tally.skipped[index] = (tally.skipped[index] ?? 0) + 1;
      return;
    }
    last = index;
    if (activation?.preview[index] === 1) {
      forecast[index] = (forecast[index] ?? 0) + 1;
      return;
    }
    try {
      reporter.report(rule, current, item);
      failed = true;
    } catch (error) {
      uncount(tally, index);
      broken.add(index, current, error);
    }
  };

  const check = (subject: Subject, on: Uint8Array): void => {
    const { group, one, raw, record } = subject;
    last = undefined;
    try {
      group.check(one, record.fields, raw, broken.mask(on), tally, fail);
    } catch (error) {
      const rest = broken.isolate(subject, on, error);
      if (rest !== undefined) check(subject, rest);
    }
  };

  const judge = (group: CheckGroup, record: SourceRecord, on: Uint8Array): void =>
    eachItem(group, record, selfParts, (one, raw, place) => {
      item = place;
      check({ group, one, raw, record }, on);
    });

  const judgeAll = (record: SourceRecord, envelope: boolean): boolean => {
    failed = false;
    current = record;
    activation = run.activate(record);
    for (const group of groups) if (group.envelope === envelope) judge(group, record, activation.on);
    return failed;
  };

  return {
    record: (record) => {
      const order = run.records.enter();
      const misjudged = judgeAll(record, false);
      const misshapen = structure.record(record);
      editions.settle(record);
      run.across.add(record, context.document, order, context.alone);
      if (misjudged || misshapen) run.records.markFailed(order);
      return misjudged || misshapen;
    },
    envelope: (record, misdeclared) => {
      judgeAll(record, true);
      structure.envelope(record, misdeclared);
    },
    notices: editions.notices,
  };
}

const bound = new WeakMap<CheckRun, Map<CheckModule, readonly CheckGroup[]>>();

/** The checks of a document kind, bound once for the run: a batch has thousands of files of one kind. */
function groupsOf(run: CheckRun, module: CheckModule): readonly CheckGroup[] {
  const own = bound.get(run) ?? new Map<CheckModule, readonly CheckGroup[]>();
  bound.set(run, own);
  const known = own.get(module);
  if (known !== undefined) return known;
  const groups = module.bind({ vocabulary, codes: run.lists.codeSet, terms: run.lists.termFinder });
  own.set(module, groups);
  return groups;
}

type BrokenRules = {
  readonly add: (rule: number, record: SourceRecord, error: unknown) => void;
  /** The rules that are on and work. */
  readonly mask: (on: Uint8Array) => Uint8Array;
  /** Finds the rule that broke down and answers which rules of the group were not reached. */
  readonly isolate: (subject: Subject, on: Uint8Array, error: unknown) => Uint8Array | undefined;
};

/** Rules that broke down are said to have, once a file, and asked no more; the others go on. */
function brokenRules({ compiled, notRun }: CheckRun, tally: RuleTally): BrokenRules {
  const { rules } = compiled.catalogue;
  const broken = new Set<number>();
  let masks = new WeakMap<Uint8Array, Uint8Array>();
  const add = (rule: number, record: SourceRecord, error: unknown): void => {
    if (broken.has(rule)) return;
    broken.add(rule);
    masks = new WeakMap();
    const subject = rules[rule]?.id ?? '';
    notRun.push({ what: 'rule', subject, location: record.locate(''), reason: crashText(subject, error) });
  };
  const mask = (on: Uint8Array): Uint8Array => {
    if (broken.size === 0) return on;
    const known = masks.get(on);
    if (known !== undefined) return known;
    const masked = Uint8Array.from(on, (value, index) => (broken.has(index) ? 0 : value));
    masks.set(on, masked);
    return masked;
  };
  const isolate = ({ group, one, raw, record }: Subject, on: Uint8Array, error: unknown): Uint8Array | undefined => {
    const working = mask(on);
    const asked = group.rules.filter((rule) => working[rule] === 1);
    for (const [place, rule] of asked.entries()) {
      const alone = new Uint8Array(rules.length);
      alone[rule] = 1;
      const trial = emptyTally(rules.length);
      try {
        group.check(one, record.fields, raw, alone, trial, () => undefined);
      } catch {
        // The first run may have counted it before it broke down; the rules before it are done and counted.
        tally.ran[rule] = (tally.ran[rule] ?? 0) - (trial.ran[rule] ?? 0);
        add(rule, record, error);
        const rest = asked.slice(place + 1);
        return Uint8Array.from(on, (_, index) => (rest.includes(index) ? 1 : 0));
      }
    }
    // It cannot be told which: none of them is to be trusted.
    for (const rule of asked) add(rule, record, error);
    return undefined;
  };
  return { add, mask, isolate };
}

/** Takes back that the rule was judged and failed. */
function uncount(tally: RuleTally, rule: number): void {
  tally.ran[rule] = (tally.ran[rule] ?? 0) - 1;
  tally.failed[rule] = (tally.failed[rule] ?? 0) - 1;
}
