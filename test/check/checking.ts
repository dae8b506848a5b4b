import { type CheckRun, createFileChecker, type FileContext, startChecking } from '../../src/check/index.js';
import { createCollector } from '../../src/collect/index.js';
import { compileCatalogue, evaluateModule, linkCompiled } from '../../src/compile/index.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { Finding } from '../../src/model/finding.js';
import type { Format } from '../../src/model/format.js';
import type { Fields, SourceRecord, XmlElement } from '../../src/model/record.js';
import type { Edition, Severity } from '../../src/model/standard.js';

export type Input = {
  readonly file?: string;
  readonly document?: string;
  readonly format?: string;
  readonly records: readonly (Fields | Given)[];
  /** Fields no column provides. */
  readonly without?: readonly string[];
  /** Fields the format never has. */
  readonly never?: readonly string[];
  readonly envelope?: XmlElement;
};

/** A record whose raw values or element differ from its fields. */
export type Given = { readonly given: Fields; readonly raw?: Fields; readonly element?: XmlElement };

export type Checked = {
  readonly findings: readonly Finding[];
  readonly run: CheckRun;
  /** Per rule id: checked, failed, did not apply, lacked input. */
  readonly counts: { readonly [rule: string]: readonly number[] };
  readonly unstored: { readonly [rule: string]: number };
  /** Whether each record broke a rule. */
  readonly broken: readonly boolean[];
};

export type Options = {
  readonly cap?: number;
  /** Where rows of rules over many records go. */
  readonly shelf?: NonNullable<Parameters<typeof startChecking>[0]['shelf']>;
  /** The edition messages are judged by. */
  readonly edition?: Edition;
  readonly severity?: { readonly [rule: string]: Severity };
  /** Ids of rules that are off, or judged for a forecast only. */
  readonly off?: readonly string[];
  readonly preview?: readonly string[];
};

/** Checks inputs with a catalogue written in the test. */
export function checkAll(catalogue: Catalogue, inputs: readonly Input[], options: Options = {}): Checked {
  const modules = new Map(
    Object.entries(compileCatalogue(catalogue).modules).map(([id, source]) => [id, evaluateModule(source)]),
  );
  const compiled = linkCompiled(catalogue, async (document) => modules.get(document));
  const { off = [], preview = [], severity = {} } = options;
  const has = (ids: readonly string[]) => Uint8Array.from(catalogue.rules, ({ id }) => (ids.includes(id) ? 1 : 0));
  const activation = {
    on: has(catalogue.rules.map(({ id }) => id).filter((id) => !off.includes(id))),
    preview: has(preview),
    edition: options.edition ?? ('2022' as const),
    ruleReason: ({ id, applies }: { id: string; applies: { documents: readonly string[] } }) =>
      off.includes(id) || applies.documents.length === 0 ? ('skipped' as const) : ('in-force' as const),
  };
  const sink = createCollector(options.cap ?? 100);
  const run = startChecking({
    compiled,
    activate: ({ document }) => ({
      ...activation,
      ruleReason: (rule) =>
        rule.applies.documents.includes(document) ? activation.ruleReason(rule) : 'other-document',
    }),
    severityOf: (rule) => severity[rule.id] ?? rule.severity,
    sink,
    ...(options.shelf === undefined ? {} : { shelf: options.shelf }),
  });
  const broken: boolean[] = [];
  for (const [index, input] of inputs.entries()) {
    const id = input.document ?? 'listing';
    const document = catalogue.documents.find((one) => one.id === id);
    if (document === undefined) throw new Error(`no document kind ${id}`);
    const { file = `f${index + 1}`, without = [], never = [], format = 'test' } = input;
    const context: FileContext = {
      file,
      format: formatOf(format, id),
      document,
      module: modules.get(id),
      provides: (field) => !without.includes(field) && !never.includes(field),
      couldProvide: (field) => !never.includes(field),
      headersFor: (field) => [field.toUpperCase()],
      top: { file, line: 1, column: 1, pointer: '' },
    };
    const checker = createFileChecker(run, context);
    for (const [at, one] of input.records.entries())
      broken.push(checker.record(recordOf(one, at + 1, { file, document: id, format })));
    if (input.envelope !== undefined)
      checker.envelope(recordOf({ given: {}, element: input.envelope }, 0, { file, document: id, format }));
  }
  run.across.finish();
  const { tally } = run;
  const counted = catalogue.rules.map(({ id }, index): [string, readonly number[]] => [
    id,
    [tally.ran, tally.failed, tally.skipped, tally.lacked].map((all) => all[index] ?? 0),
  ]);
  const others = [...run.counts.values()].map((one): [string, readonly number[]] => [
    one.id,
    [one.checked, one.failed, one.didNotApply, one.lackedInput],
  ]);
  const unstored = [...sink.unstored()].map(([rule, left]): [string, number] => [
    rule,
    left.error + left.warning + left.advice + left.own,
  ]);
  return {
    findings: sink.findings(),
    run,
    counts: Object.fromEntries([...counted, ...others]),
    unstored: Object.fromEntries(unstored),
    broken,
  };
}

function recordOf(
  one: Fields | Given,
  number: number,
  source: Pick<SourceRecord, 'file' | 'document' | 'format'>,
): SourceRecord {
  const given = isGiven(one) ? one : { given: one };
  const fields = given.given;
  return {
    ...source,
    number,
    fields,
    raw: given.raw ?? fields,
    locate: (pointer) => ({ file: source.file, line: number + 1, column: 1, record: number, pointer }),
    ...(given.element === undefined ? {} : { element: given.element }),
  };
}

function isGiven(one: Fields | Given): one is Given {
  return 'given' in one;
}

function formatOf(id: string, document: string): Format {
  return {
    id,
    title: {},
    document,
    container: 'xml',
    evidence: 'text',
    sources: [],
    recognise: {},
    signs: { required: [], scored: [], minimum: 0, without: [] },
    columns: [],
    xml: { record: 'Order', heads: ['OrderHead'], parts: { OrderList: 'lines' } },
  };
}
