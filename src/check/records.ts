import type { CheckGroup, CheckModule } from '../model/compiled.js';
import type { DocumentKind } from '../model/document.js';
import type { Format } from '../model/format.js';
import type { Text } from '../model/language.js';
import type { Location } from '../model/location.js';
import type { PlanReason } from '../model/plan.js';
import type { SourceRecord } from '../model/record.js';
import type { Rule } from '../model/standard.js';
import * as vocabulary from '../vocabulary/index.js';
import type { CheckRun } from './index.js';
import { createReporter, type ItemPlace } from './reporter.js';
import { createStructureChecker } from './structure.js';

/** Which rules are on for a record, and why the others are off. The same answer object for the same context. */
export type RecordActivation = (record: Pick<SourceRecord, 'document' | 'format' | 'fields'>) => {
  readonly on: Uint8Array;
  readonly preview: Uint8Array;
  readonly ruleReason: (rule: {
    readonly id: string;
    readonly standard: string;
    readonly applies: Rule['applies'];
  }) => PlanReason;
};

/** What checking needs to know of the file. */
export type FileContext = {
  readonly file: string;
  readonly format: Format;
  readonly document: DocumentKind;
  /** The document kind's generated checks; absent where no rule speaks of it. */
  readonly module: CheckModule | undefined;
  readonly provides: (field: string) => boolean;
  readonly couldProvide: (field: string) => boolean;
  readonly headersFor: (field: string) => readonly string[];
  /** Where findings about the file as a whole point: its header, its root. */
  readonly top: Location;
};

export type FileChecker = {
  readonly record: (record: SourceRecord) => boolean;
  /** The message's envelope, after its last record. */
  readonly envelope: (record: SourceRecord) => void;
};

/** Checks the records of one file. `record` answers whether the record broke any rule in force. */
export function createFileChecker(run: CheckRun, context: FileContext): FileChecker {
  const { compiled, tally, forecast } = run;
  const { rules } = compiled.catalogue;
  const groups = context.module?.bind({ vocabulary, codes: run.lists.codeSet, terms: run.lists.termFinder }) ?? [];
  const structure = createStructureChecker(run, context);
  const selfParts = new Set(context.document.parts.filter((part) => part.selfWhenAbsent).map((part) => part.id));
  const reporter = createReporter(run, context);
  const crashed = new Set<CheckGroup>();
  let failed = false;
  let current: SourceRecord | undefined;
  let activation: ReturnType<RecordActivation> | undefined;
  let item: ItemPlace | undefined;

  const fail = (index: number): void => {
    const rule = rules[index];
    if (rule === undefined || current === undefined) return;
    if (activation?.preview[index] === 1) {
      forecast[index] = (forecast[index] ?? 0) + 1;
      return;
    }
    failed = true;
    reporter.report(rule, current, item);
  };

  const judge = (group: CheckGroup, record: SourceRecord, on: Uint8Array): void => {
    const run = (one: object, raw: object): void => group.check(one, record.fields, raw, on, tally, fail);
    item = undefined;
    if (group.part === null) {
      run(record.fields, record.raw);
      return;
    }
    const items = record.fields[group.part];
    const raws = record.raw[group.part];
    if (!Array.isArray(items)) {
      if (selfParts.has(group.part)) run(record.fields, record.raw);
      return;
    }
    for (const [index, one] of items.entries()) {
      if (typeof one !== 'object' || one === null) continue;
      item = { part: group.part, index };
      const raw: unknown = Array.isArray(raws) ? raws[index] : one;
      run(one, typeof raw === 'object' && raw !== null ? raw : one);
    }
  };

  const judgeAll = (record: SourceRecord, envelope: boolean): boolean => {
    failed = false;
    current = record;
    activation = run.activate(record);
    for (const group of groups) {
      if (group.envelope !== envelope || crashed.has(group)) continue;
      try {
        judge(group, record, activation.on);
      } catch (error) {
        crashed.add(group);
        run.notRun.push({
          what: 'rule',
          subject: group.standard,
          location: record.locate(''),
          reason: crashText(group, error),
        });
      }
    }
    return failed;
  };

  return {
    record: (record) => {
      const broken = judgeAll(record, false);
      const misshapen = structure.record(record);
      run.across.add(record, context.document);
      return broken || misshapen;
    },
    envelope: (record) => {
      judgeAll(record, true);
      structure.envelope(record);
    },
  };
}

function crashText({ standard }: CheckGroup, error: unknown): Text {
  const what = error instanceof Error ? error.message : String(error);
  return {
    en: `A rule of ${standard} broke down (${what}). This is a fault of borderlint, please report it.`,
    'zh-CN': `${standard} 的一条规则运行出错（${what}）。这是 borderlint 的缺陷，请反馈。`,
  };
}
