import { createFileChecker, startChecking } from '../check/index.js';
import { createCollector } from '../collect/index.js';
import type { Reference } from '../compile/reference.js';
import type { CheckModule, CompiledCatalogue } from '../model/compiled.js';
import type { DocumentKind } from '../model/document.js';
import type { Fields, SourceRecord, Value } from '../model/record.js';
import type { Example, Rule } from '../model/standard.js';
import { newestEdition } from '../plan/index.js';
import { runAcrossExamples } from './across-examples.js';
import { type ExampleOutcome, exampleFormat, type Judgement } from './example-outcome.js';

/** Runs every example of the catalogue through the generated checks and through the reference, which must agree. */
export async function runExamples(
  compiled: CompiledCatalogue,
  reference: Reference,
): Promise<readonly ExampleOutcome[]> {
  const outcomes: ExampleOutcome[] = [];
  const bound = boundOnce(compiled);
  for (const rule of compiled.catalogue.rules) {
    const { pass, fail, knownGap } = rule.examples;
    if (pass.length + fail.length + knownGap.length === 0) continue;
    const compiledRule = compileRule(rule, reference);
    for (const [kind, examples] of [
      ['pass', pass],
      ['fail', fail],
      ['knownGap', knownGap],
    ] as const) {
      for (const [index, example] of examples.entries()) {
        const document = documentOf(compiled, rule, example);
        const judged = await judgeGenerated(bound, rule, document, example);
        const said = judgeReference(rule, compiledRule, document, example);
        const good = judged === said && (kind === 'knownGap' || judged === kind);
        outcomes.push({ rule: rule.id, kind, index, judged, reference: said, good });
      }
    }
  }
  return [...outcomes, ...runAcrossExamples(compiled, reference)];
}

/** The same catalogue whose modules are brought to life once, not once per example. */
function boundOnce(compiled: CompiledCatalogue): CompiledCatalogue {
  const modules = new Map<string, Promise<CheckModule | undefined>>();
  const bind = async (document: string): Promise<CheckModule | undefined> => {
    const module = await compiled.checks(document);
    let groups: ReturnType<CheckModule['bind']> | undefined;
    return module === undefined
      ? undefined
      : {
          digest: module.digest,
          bind: (environment) => {
            groups ??= module.bind(environment);
            return groups;
          },
        };
  };
  const checks = (document: string): Promise<CheckModule | undefined> => {
    const known = modules.get(document) ?? bind(document);
    modules.set(document, known);
    return known;
  };
  return { ...compiled, checks };
}

/** A rule of several document kinds is judged on the one that declares most of the example's fields. */
function documentOf({ catalogue }: CompiledCatalogue, rule: Rule, example: Example): DocumentKind {
  const names = Object.keys(example.record);
  const known = (document: DocumentKind): number =>
    names.filter(
      (name) => document.fields.some((field) => field.id === name) || document.parts.some((part) => part.id === name),
    ).length;
  const candidates = catalogue.documents.filter((document) => rule.applies.documents.includes(document.id));
  const [best] = candidates.toSorted((a, b) => known(b) - known(a));
  if (best === undefined) throw new Error(`rule ${rule.id} is of no known document kind`);
  return best;
}

async function judgeGenerated(
  compiled: CompiledCatalogue,
  rule: Rule,
  document: DocumentKind,
  example: Example,
): Promise<Judgement> {
  const { rules } = compiled.catalogue;
  const number = rules.indexOf(rule);
  const on = new Uint8Array(rules.length);
  on[number] = 1;
  const edition = rule.applies.editions?.[0] ?? newestEdition;
  const activation = { on, edition, preview: new Uint8Array(rules.length), ruleReason: () => 'not-selected' as const };
  const collector = createCollector(10);
  const run = startChecking({
    compiled,
    activate: () => activation,
    severityOf: (one) => one.severity,
    sink: collector,
  });
  const module = await compiled.checks(document.id);
  const top = { file: 'example', pointer: '' };
  const always = (): boolean => true;
  const checker = createFileChecker(run, {
    file: 'example',
    format: exampleFormat(document),
    document,
    module,
    provides: always,
    couldProvide: always,
    headersFor: () => [],
    top,
  });
  const record = exampleRecord(document, example);
  if (rule.envelope === true) checker.envelope(record);
  else checker.record(record);
  if (run.notRun.length > 0) return 'broke-down';
  if ((run.tally.failed[number] ?? 0) > 0) return collector.findings().length > 0 ? 'fail' : 'broke-down';
  if ((run.tally.ran[number] ?? 0) > 0) return 'pass';
  return (run.tally.lacked[number] ?? 0) > 0 ? 'lacked-input' : 'not-applicable';
}

function exampleRecord(document: DocumentKind, example: Example): SourceRecord {
  const fields = canonical(example.record);
  const locate = (pointer: string) => ({ file: 'example', line: 1, column: 1, pointer });
  return { document: document.id, format: 'example', file: 'example', number: 1, fields, raw: fields, locate };
}

/** Examples are YAML; their values are canonical values by the catalogue's own schema. */
function canonical(record: Example['record']): Fields {
  const fields: { [field: string]: Value } = JSON.parse(JSON.stringify(record));
  return fields;
}

type CompiledRule = { readonly when: Test; readonly where: Test; readonly require: Test };
type Test = (value: unknown) => boolean;

function compileRule(rule: Rule, reference: Reference): CompiledRule {
  const test = (condition: Rule['when']): Test => {
    if (condition === undefined) return () => true;
    const validate = reference.compile(condition);
    return (value) => validate(value) === true;
  };
  return { when: test(rule.when), where: test(rule.where), require: test(rule.require) };
}

/** The rule's meaning, spelt out once more without any generated code. */
function judgeReference(rule: Rule, compiled: CompiledRule, document: DocumentKind, example: Example): Judgement {
  const record = canonical(example.record);
  const verdicts = itemsOf(rule, document, record).map((item): Judgement => {
    if (!compiled.when(record) || !compiled.where(item)) return 'not-applicable';
    if (!hasInput(rule, item)) return 'lacked-input';
    return compiled.require(item) ? 'pass' : 'fail';
  });
  for (const verdict of ['fail', 'pass', 'lacked-input'] as const) if (verdicts.includes(verdict)) return verdict;
  return 'not-applicable';
}

function itemsOf(rule: Rule, document: DocumentKind, record: Fields): readonly object[] {
  const part = document.parts.find((one) => one.id === rule.part);
  if (part === undefined) return [record];
  const items = record[part.id];
  if (!Array.isArray(items)) return part.selfWhenAbsent ? [record] : [];
  const own = new Set(part.fields.map((field) => field.id));
  const inherited = Object.fromEntries(Object.entries(record).filter(([name]) => !own.has(name)));
  return items.map((item: unknown) => ({ ...inherited, ...Object(item) }));
}

function hasInput(rule: Rule, item: object): boolean {
  if (rule.demands.length > 0 || rule.needs.fields.length === 0) return true;
  const present = (field: string): boolean => Reflect.get(item, field) !== undefined;
  return rule.needs.mode === 'all' ? rule.needs.fields.every(present) : rule.needs.fields.some(present);
}
