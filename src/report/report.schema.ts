import type { NoticeId } from '../model/record.js';
import { expectationValues } from '../text/expectations.js';
import { reportSchemaId } from './json-shape.js';

/** Any JSON Schema object, as data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const position = { type: 'integer', minimum: 1 };
const date = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
const digest = { type: 'string', pattern: '^[0-9a-f]*$' };
const texts = { type: 'array', items: text };
const coverages = ['automated', 'partial', 'manual', 'planned', 'informative'];
const evidences = ['text', 'implementation', 'summary', 'metadata', 'recalled'];
const severity = { enum: ['error', 'warning', 'advice'] };
const runVerdict = { enum: ['conforms', 'fails', 'incomplete'] };

/** An object with exactly these members; those named in `optional` may be absent. */
function shape(properties: { readonly [name: string]: JsonSchema }, optional: readonly string[] = []): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (name: string): JsonSchema => ({ type: 'array', items: { $ref: `#/$defs/${name}` } });

const noticeIds: { readonly [id in NoticeId]: true } = {
  'decoded-as': true,
  'bytes-undecodable': true,
  'row-ragged': true,
  'quote-unclosed': true,
  'quote-stray': true,
  'header-duplicate': true,
  'column-unknown': true,
  'column-mapped-twice': true,
  'json-broken': true,
  'json-not-record': true,
  'parts-broken': true,
  'parts-order': true,
  'parts-unquoted': true,
  'form-unencoded': true,
  'xml-broken': true,
  'xml-doctype': true,
  'nul-characters': true,
  truncated: true,
  'limit-reached': true,
  'no-records': true,
  'nothing-judged': true,
  'row-skipped': true,
  'orphan-row': true,
  'row-apart': true,
  'status-told': true,
  'edition-other': true,
  'editions-mixed': true,
  'header-row': true,
  'guards-peeled': true,
  'columns-disagree': true,
  'units-disagree': true,
  'written-in-powers': true,
  'text-as-date': true,
  'zero-lost': true,
  'decimals-mixed': true,
  'decimals-unclear': true,
  placeholder: true,
  'script-in-text': true,
  'entities-twice': true,
  'link-local': true,
  'elements-empty': true,
  'format-recalled': true,
  'cell-error': true,
  'formula-unread': true,
  'digits-lost': true,
  'cells-merged': true,
  'rows-hidden': true,
  'columns-hidden': true,
  'sheet-hidden': true,
  'sheet-unknown': true,
  'sheet-aside': true,
  'sheet-unmapped': true,
  'columns-missing': true,
  'text-garbled': true,
  'waiver-expired': true,
  'waiver-too-long': true,
  'waiver-unmatched': true,
  'baseline-unmatched': true,
  'changed-since': true,
};

const standardCounts = {
  activeRules: count,
  checked: count,
  passed: count,
  failed: count,
  didNotApply: count,
  lackedInput: count,
  manualClauses: count,
  plannedClauses: count,
};

const $defs: { readonly [name: string]: JsonSchema } = {
  location: shape(
    {
      file: text,
      line: { ...position, description: 'counts from 1; in a workbook the row' },
      column: {
        ...position,
        description: 'counts characters (Unicode code points) from 1; in a workbook the column of the cell',
      },
      sheet: { type: 'string', description: 'name of the sheet, in a workbook' },
      cell: { type: 'string', description: 'spreadsheet address, B17' },
      pointer: { type: 'string', description: 'JSON pointer into the canonical record' },
      record: { ...position, description: 'number of the record in the file, from 1' },
      name: { type: 'string', description: 'what the file calls the field' },
      recordName: { type: 'string', description: 'what the record calls itself: SKU, order number' },
    },
    ['line', 'column', 'sheet', 'cell', 'record', 'name', 'recordName'],
  ),
  finding: shape(
    {
      rule: text,
      standards: {
        ...texts,
        minItems: 1,
        description: 'numbers of every standard that has or cites the rule, its own first',
      },
      clause: text,
      evidence: { enum: evidences },
      severity,
      message: text,
      expected: text,
      expectation: shape({
        id: { enum: Object.keys(expectationValues) },
        values: { type: 'object', additionalProperties: text },
      }),
      actual: { type: 'string', description: 'as the file has it; absent when nothing is there' },
      masked: { const: true, description: 'personal data: `actual` is not the value itself' },
      remedy: text,
      key: { type: 'string', description: 'stable across runs: no line numbers, no message text' },
      state: { enum: ['open', 'waived', 'baseline'] },
      waiver: shape({ owner: text, reason: text, ticket: text, expires: date }, ['ticket']),
      field: text,
      record: text,
      location: { $ref: '#/$defs/location' },
      related: { type: 'array', items: shape({ location: { $ref: '#/$defs/location' }, actual: text }, ['actual']) },
    },
    ['clause', 'evidence', 'actual', 'masked', 'waiver', 'field', 'record'],
  ),
  standard: shape(
    {
      number: text,
      slug: text,
      title: text,
      level: { enum: ['national', 'sectoral', 'local', 'group', 'customs', 'policy'] },
      obligation: { enum: ['mandatory', 'recommended', 'guidance'] },
      status: { enum: ['draft', 'upcoming', 'current', 'superseded', 'withdrawn'] },
      statusConfirmed: { type: 'boolean', description: 'false: no source confirms the status' },
      inForce: { ...shape({ from: date, until: date }, ['from', 'until']), description: 'absent days are not known' },
      verdict: { enum: ['conforms', 'fails', 'not-applicable', 'not-assessed'] },
      reason: text,
      explanation: text,
      flag: { enum: ['--direction', '--mode', '--category'], description: 'the flag that would decide' },
      ...standardCounts,
      evidence: {
        type: 'object',
        propertyNames: { enum: evidences },
        additionalProperties: count,
        description: 'active rules by how we know them',
      },
      clauses: {
        type: 'object',
        propertyNames: { enum: coverages },
        additionalProperties: count,
        description: 'clauses by who can judge them',
      },
      missingFields: texts,
      checklist: {
        type: 'array',
        items: shape({ clause: text, title: text, question: text }, ['title']),
        description: 'what a person still has to ask, where the standard concerns this run',
      },
    },
    ['level', 'obligation', 'status', 'statusConfirmed', 'inForce', 'flag', 'clauses'],
  ),
  input: shape(
    {
      file: text,
      sheet: { type: 'string', description: 'name of the sheet, in a workbook' },
      format: text,
      document: text,
      encoding: text,
      records: count,
      bytes: count,
      digest,
      complete: { type: 'boolean' },
    },
    ['sheet'],
  ),
  rule: shape({
    id: text,
    standard: text,
    severity,
    checked: count,
    failed: count,
    didNotApply: count,
    lackedInput: count,
  }),
  notice: shape({
    id: { enum: Object.keys(noticeIds) },
    weight: { enum: ['note', 'fault', 'fatal'] },
    text,
    values: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    location: { $ref: '#/$defs/location' },
  }),
  notRun: shape(
    {
      what: { enum: ['file', 'rule', 'rest-of-file', 'part-of-file'] },
      subject: text,
      reason: text,
      suggestion: text,
      location: { $ref: '#/$defs/location' },
    },
    ['suggestion', 'location'],
  ),
  upcoming: shape({ standard: text, from: date, rule: text, findings: count }),
};

/** The published shape of the JSON report (JSON Schema 2020-12). */
export const reportSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: reportSchemaId,
  title: 'borderlint report',
  ...shape(
    {
      schema: { const: reportSchemaId },
      tool: shape({ name: { const: 'borderlint' }, version: text }),
      catalogue: shape({ version: text, digest }),
      verdict: runVerdict,
      asOf: date,
      language: { enum: ['en', 'zh-CN', 'fr'] },
      request: { type: 'object', additionalProperties: { anyOf: [text, texts] } },
      commandLine: { ...texts, description: 'the arguments as given; absent where the library was called' },
      failOn: { enum: ['error', 'warning', 'advice', 'never'] },
      inputs: list('input'),
      counts: shape(
        {
          records: count,
          recordsFailed: count,
          error: count,
          warning: count,
          advice: count,
          accepted: { ...shape({ waived: count, baseline: count }), description: 'findings that count for nothing' },
        },
        ['accepted'],
      ),
      standards: list('standard'),
      findings: list('finding'),
      truncated: {
        type: 'object',
        additionalProperties: count,
        description: 'rule id to findings counted but not stored',
      },
      notRun: list('notRun'),
      upcoming: list('upcoming'),
      notices: list('notice'),
      rules: list('rule'),
    },
    ['commandLine'],
  ),
  $defs,
};
