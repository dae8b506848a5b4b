import { createFileChecker, startChecking } from '../check/index.js';
import { createCollector } from '../collect/index.js';
import type { Reference } from '../compile/reference.js';
import type { CompiledCatalogue } from '../model/compiled.js';
import type { Fields } from '../model/record.js';
import type { AcrossExample, AcrossRule } from '../model/standard.js';
import { newestEdition } from '../plan/index.js';
import { judgeAcrossPlainly } from './across-reference.js';
import { type ExampleOutcome, exampleFormat, type Judgement } from './example-outcome.js';

/** Runs the examples of all rules over many records, each with its own rule alone, and holds them against the reference. */
export function runAcrossExamples(compiled: CompiledCatalogue, reference: Reference): readonly ExampleOutcome[] {
  return compiled.catalogue.across.flatMap((rule) =>
    (['pass', 'fail'] as const).flatMap((kind) =>
      rule.examples[kind].map((example, index): ExampleOutcome => {
        const judged = judge(compiled, rule, example);
        const said = judgePlainly(compiled, reference, rule, example);
        return { rule: rule.id, kind, index, judged, reference: said, good: judged === said && judged === kind };
      }),
    ),
  );
}

function judge(compiled: CompiledCatalogue, rule: AcrossRule, { records }: AcrossExample): Judgement {
  const { catalogue } = compiled;
  const collector = createCollector(100);
  const run = startChecking({
    compiled: { ...compiled, catalogue: { ...catalogue, across: [rule] } },
    activate: ({ document, format }) => ({
      on: new Uint8Array(catalogue.rules.length),
      preview: new Uint8Array(catalogue.rules.length),
      edition: newestEdition,
      ruleReason: ({ id, applies }) =>
        id === rule.id && applies.documents.includes(document) && applies.formats?.includes(format) !== false
          ? 'in-force'
          : 'not-selected',
    }),
    severityOf: (one) => one.severity,
    sink: collector,
  });
  for (const [at, { document: id, format = 'example', record }] of records.entries()) {
    const document = catalogue.documents.find((one) => one.id === id);
    if (document === undefined) return 'not-applicable';
    const file = `example-${at + 1}`;
    const always = (): boolean => true;
    const checker = createFileChecker(run, {
      file,
      format: { ...exampleFormat(document), id: format },
      document,
      module: undefined,
      provides: always,
      couldProvide: always,
      headersFor: () => [],
      top: { file, pointer: '' },
    });
    const fields: Fields = JSON.parse(JSON.stringify(record));
    const locate = (pointer: string) => ({ file, line: 1, column: 1, pointer });
    checker.record({ document: id, format, file, number: 1, fields, raw: fields, locate });
  }
  run.across.finish();
  if (run.notRun.length > 0) return 'broke-down';
  const count = run.counts.get(rule.id);
  if (count === undefined) return 'not-applicable';
  if (count.failed > 0) return collector.findings().length > 0 ? 'fail' : 'broke-down';
  if (count.checked > 0) return 'pass';
  return count.lackedInput > 0 ? 'lacked-input' : 'not-applicable';
}

function judgePlainly(
  { catalogue }: CompiledCatalogue,
  reference: Reference,
  rule: AcrossRule,
  { records }: AcrossExample,
): Judgement {
  const condition = rule.when === undefined ? undefined : reference.compile(rule.when);
  const concerns = (record: object): boolean => condition === undefined || condition(record) === true;
  const { failed, checked } = judgeAcrossPlainly(rule, catalogue.documents, records, concerns);
  if (failed.length > 0) return 'fail';
  return checked > 0 ? 'pass' : 'not-applicable';
}
