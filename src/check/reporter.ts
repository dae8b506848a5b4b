import type { DocumentKind } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Title } from '../model/language.js';
import type { Fields, SourceRecord } from '../model/record.js';
import type { Rule, Severity } from '../model/standard.js';
import { expectation, joinList } from '../text/expectation-values.js';
import { own as ownValue } from '../vocabulary/values.js';
import type { CheckRun, FileContext } from './check-run.js';
import { codeLevel } from './code-level.js';
import { failuresOf } from './failure.js';
import type { Failure, Subject } from './failure-types.js';
import { findingKey, recordName } from './identity.js';
import type { ItemPlace } from './items.js';
import { nearbyCells } from './nearby-cells.js';
import { isPersonal } from './personal.js';
import { withRestored } from './restored.js';

export type Reporter = {
  readonly report: (rule: Rule, record: SourceRecord, item: ItemPlace | undefined) => void;
};

/** Works out the details of a breach and hands them on; what no column can hold is said once per file. */
export function createReporter(run: CheckRun, context: FileContext): Reporter {
  const absent = new Map<string, boolean>();
  const said = new Map<string, Finding>();
  /** What is said once of the file, by the rule that no record of it can meet. */
  const explained = new Map<string, Finding[]>();
  const { watch } = run.sink;

  /** No record of this file can say anything the rule looks at: its only breach is that the columns are missing. */
  const allAbsent = (rule: Rule): boolean => {
    const known = absent.get(rule.id);
    if (known !== undefined) return known;
    const fields = [...rule.demands, ...rule.needs.fields].map((field) => qualified(rule, field, context.document));
    const answer = rule.demands.length > 0 && fields.every((field) => !context.provides(field));
    absent.set(rule.id, answer);
    return answer;
  };

  const column = (rule: Rule, field: string, record: SourceRecord): Finding => {
    noteMissing(run, rule, field);
    const name = `${rule.id} ${field}`;
    const known = said.get(name);
    if (known !== undefined) return known;
    const finding = { ...columnFinding(run, context, rule, field), standards: standardsOf(run, rule, record) };
    said.set(name, finding);
    run.sink.add(finding);
    return finding;
  };

  return {
    report: (rule, record, item) => {
      const hopeless = allAbsent(rule);
      const known = hopeless ? explained.get(rule.id) : undefined;
      if (known !== undefined) {
        if (watch !== undefined) for (const finding of known) watch.shares(record, finding);
        return;
      }
      const wanted = hopeless || run.sink.wants(rule.id);
      if (!wanted && watch?.asks(record, run.severityOf(rule)) !== true) return;
      const ofFile: Finding[] = [];
      if (hopeless) explained.set(rule.id, ofFile);
      for (const failure of explain(run, context.document, rule, record, item)) {
        const fields = fieldsOf(failure).map((field) => qualified(rule, field, context.document));
        const lacking =
          fields.length > 0 && failure.actual === undefined && fields.every((field) => !context.provides(field));
        if (lacking) {
          const finding = column(rule, fields[0] ?? '', record);
          ofFile.push(finding);
          watch?.shares(record, finding);
        } else {
          const finding = recordFinding(run, context.document, rule, record, item, failure);
          if (wanted) run.sink.add(finding);
          else watch?.found(finding);
        }
      }
    },
  };
}

/** Fields whose absence the failure is about. */
function fieldsOf({ path, expected }: Failure): readonly string[] {
  const fields = expected.id === 'alternatives' ? expected.values['fields'] : undefined;
  if (fields !== undefined) return fields.split('\n');
  return expected.id === 'value' && path[0] !== undefined ? [path[0]] : [];
}

function explain(
  run: CheckRun,
  document: DocumentKind,
  rule: Rule,
  record: SourceRecord,
  item: ItemPlace | undefined,
): readonly Failure[] {
  const view = rule.view === 'raw' ? record.raw : record.fields;
  const items = item === undefined ? undefined : view[item.part];
  const value: unknown = item === undefined ? view : Array.isArray(items) ? items[item.index] : view;
  const own = new Set(document.parts.find((part) => part.id === item?.part)?.fields.map((field) => field.id));
  const subject: Subject = {
    value,
    read: (field) => ownValue(item === undefined || own.has(field) ? value : record.fields, field),
  };
  const failures = failuresOf(rule.require, subject, run.lists);
  if (failures.length === 0) throw new Error(`rule ${rule.id} failed and nothing explains why`);
  return failures;
}

function recordFinding(
  run: CheckRun,
  document: DocumentKind,
  rule: Rule,
  record: SourceRecord,
  item: ItemPlace | undefined,
  failure: Failure,
): Finding {
  const [first = ''] = failure.path;
  const inItem =
    item !== undefined &&
    !(document.fields.some((field) => field.id === first) && !partHas(document, item.part, first));
  const path = inItem ? [item.part, String(item.index), ...failure.path] : failure.path;
  const field = fieldName(document, path);
  const name = recordName(document, itemFields(record, item)) ?? recordName(document, record.fields);
  const nearby = nearbyCells(document, record, path);
  const actual = failure.actual ?? idleWord(record, path);
  return {
    rule: rule.id,
    standards: standardsOf(run, rule, record),
    severity: run.severityOf(rule),
    location: record.locate(path.length === 0 ? '' : `/${path.join('/')}`),
    key: findingKey(rule.id, document, record, path),
    expected: withRestored(failure.expected, document, field, failure.actual),
    personal: isPersonal(document, field),
    state: 'open',
    related: [],
    ...(field === '' ? {} : { field }),
    ...(actual === undefined ? {} : { actual, ...meaningOf(run, document, field, actual) }),
    ...(name === undefined ? {} : { record: name }),
    ...(nearby === undefined ? {} : { nearby }),
  };
}

/** A word that counted as nothing (N/A, 待定) stands there all the same. */
function idleWord({ raw }: SourceRecord, path: readonly string[]): string | undefined {
  const [first = '', index, second] = path;
  const items = raw[first];
  const written =
    second === undefined ? items : Array.isArray(items) ? ownValue(items[Number(index)], second) : undefined;
  return typeof written === 'string' && written.trim() !== '' ? written : undefined;
}

/** What the code lists of the field call the value, or what a code of so many digits is. */
function meaningOf(run: CheckRun, document: DocumentKind, field: string, actual: string): { readonly meaning?: Title } {
  const [part = '', own = ''] = field.includes('.') ? field.split('.') : ['', field];
  const fields = part === '' ? document.fields : document.parts.find(({ id }) => id === part)?.fields;
  const { codes: named = [], levels } = fields?.find(({ id }) => id === own) ?? {};
  for (const list of named) {
    const codes = run.lists.codes(list);
    const found = codes?.has(actual) === true ? codes.nearest(actual) : undefined;
    if (found?.code === actual) return { meaning: found.name };
  }
  const known = levels === undefined ? undefined : run.lists.codes(levels);
  const meaning = known === undefined ? undefined : codeLevel(actual, known);
  return meaning === undefined ? {} : { meaning };
}

/** The rule's own standard, and of those that cite it the ones that concern such records. */
function standardsOf(run: CheckRun, { id }: Rule, record: SourceRecord): readonly string[] {
  const { document } = record;
  return run.compiled.numbersOf(id, document, ({ slug, applies }) => {
    const documents = applies.documents.length > 0 ? applies.documents : [document];
    return run.activate(record).ruleReason({ id, standard: slug, applies: { ...applies, documents } }) === 'in-force';
  });
}

function itemFields(record: SourceRecord, item: ItemPlace | undefined): Fields {
  const items = item === undefined ? undefined : record.fields[item.part];
  const one: unknown = item !== undefined && Array.isArray(items) ? items[item.index] : undefined;
  return typeof one === 'object' && one !== null ? { ...one } : {};
}

/** A file-level finding. A column the format never has proves little about the goods, so it is no error. */
function columnFinding(run: CheckRun, context: FileContext, rule: Rule, field: string): Omit<Finding, 'standards'> {
  const severity = run.severityOf(rule);
  const capped: Severity = severity === 'error' && !context.couldProvide(field) ? 'warning' : severity;
  const headers = context.headersFor(field);
  return {
    rule: rule.id,
    severity: capped,
    location: context.top,
    key: [rule.id, context.document.id, 'column', field].join('|'),
    field,
    expected: expectation('column', headers.length === 0 ? { field } : { field, headers: joinList(headers) }),
    personal: false,
    state: 'open',
    related: [],
  };
}

function noteMissing(run: CheckRun, rule: Rule, field: string): void {
  const fields = run.missingFields.get(rule.standard) ?? new Set<string>();
  run.missingFields.set(rule.standard, fields.add(field));
}

function qualified(rule: Rule, field: string, document: DocumentKind): string {
  return rule.part !== undefined && partHas(document, rule.part, field) && !selfPart(document, rule.part)
    ? `${rule.part}.${field}`
    : field;
}

function selfPart(document: DocumentKind, part: string): boolean {
  return document.parts.some((one) => one.id === part && one.selfWhenAbsent);
}

function partHas(document: DocumentKind, part: string, field: string): boolean {
  return document.parts.some((one) => one.id === part && one.fields.some((own) => own.id === field));
}

/** `lines.unit` for a part's field, the plain name for the record's own, without indices and languages. */
function fieldName(document: DocumentKind, path: readonly string[]): string {
  const [first = '', , second] = path;
  return document.parts.some((part) => part.id === first) && second !== undefined ? `${first}.${second}` : first;
}
