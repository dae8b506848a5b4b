import type { CodeList } from '../model/codes.js';
import type { Condition, Json } from '../model/condition.js';
import type { Example, RuleExamples } from '../model/standard.js';
import type { ElementBreach } from '../text/element-texts.js';
import type { RawRow, RawTable } from './raw-message.js';

type Sample = { readonly good: string; readonly bad: string | undefined };

/**
 * One passing and one failing record for a generated rule, made from its row, so that `catalogue test` runs every row
 * of every table. A row whose pattern or condition no simple value satisfies gets none.
 */
export function elementExamples(
  breach: ElementBreach,
  table: RawTable,
  row: RawRow,
  codes: ReadonlyMap<string, CodeList>,
): RuleExamples {
  const field = row.field ?? row.element;
  const base = breach === 'missing' && row.when !== undefined ? instanceOf(row.when) : {};
  const sample = sampleOf(breach, row, codes);
  if (base === undefined || sample === undefined) return { pass: [], fail: [], knownGap: [] };
  const record = (value: string | undefined): Example => {
    const own = value === undefined ? {} : { [field]: value };
    return { record: table.part === undefined ? { ...base, ...own } : { ...base, [table.part]: [own] } };
  };
  const fail = breach === 'missing' ? [record(undefined)] : sample.bad === undefined ? [] : [record(sample.bad)];
  return { pass: [record(sample.good)], fail, knownGap: [] };
}

function sampleOf(breach: ElementBreach, row: RawRow, codes: ReadonlyMap<string, CodeList>): Sample | undefined {
  if (breach === 'code') return codeSample(row, codes);
  const coded = codeSample(row, codes)?.good;
  const formed = formatSample(row);
  if (breach === 'missing') return { good: coded ?? formed?.good ?? 'X', bad: undefined };
  return formed === undefined ? undefined : { good: coded ?? formed.good, bad: formed.bad };
}

function codeSample({ fixed, oneOf, codes: list }: RawRow, codes: ReadonlyMap<string, CodeList>): Sample | undefined {
  const good = fixed ?? oneOf?.[0] ?? (list === undefined ? undefined : codes.get(list)?.entries[0]?.code);
  // No code of ours is made of question marks, and the length stays right.
  return good === undefined ? undefined : { good, bad: '?'.repeat(good.length) };
}

const days: { readonly [form: string]: Sample } = {
  yyyyMMdd: { good: '20261123', bad: '20260230' },
  yyyyMMddHHmmss: { good: '20261123174500', bad: '20260230174500' },
  yyyyMMddHHmmssSSS: { good: '20261123174500000', bad: '20260230174500000' },
  'yyyy-MM-dd': { good: '2026-11-23', bad: '2026-02-30' },
};

function formatSample({ format, dateForm, pattern, minLength = 0, min }: RawRow): Sample | undefined {
  if (dateForm !== undefined) return days[dateForm];
  if (pattern !== undefined) return patternSample(pattern, format);
  if (min !== undefined) return { good: min, bad: 'x' };
  const text = /^(?:C|an)(\.\.)?(\d+)$/.exec(format ?? '');
  if (text !== null) {
    const length = Number(text[2]);
    return { good: 'X'.repeat(text[1] === undefined ? length : Math.max(1, minLength)), bad: 'X'.repeat(length + 1) };
  }
  if (format === undefined) return minLength > 0 ? { good: 'X'.repeat(minLength), bad: '' } : undefined;
  return { good: '1', bad: 'x' };
}

/** For a text of fixed length whose pattern asks for digits; other patterns get no example. */
function patternSample(pattern: string, format = ''): Sample | undefined {
  const length = Number(/^C(\d+)$/.exec(format)?.[1] ?? 0);
  const good = '1'.repeat(length);
  const bad = 'X'.repeat(length);
  const expression = new RegExp(pattern, 'u');
  return length > 0 && expression.test(good) && !expression.test(bad) ? { good, bad } : undefined;
}

/** The simplest record that satisfies a condition made of constants, lists of values and required fields. */
function instanceOf(condition: Condition): { readonly [field: string]: Json } | undefined {
  const { properties = {}, required = [], allOf = [], ...rest } = condition;
  if (Object.keys(rest).length > 0) return undefined;
  const record: { [field: string]: Json } = {};
  for (const [field, { const: constant, enum: values, ...more }] of Object.entries(properties)) {
    const value = constant ?? values?.[0];
    if (value === undefined || Object.keys(more).length > 0) return undefined;
    record[field] = value;
  }
  for (const field of required) record[field] ??= 'X';
  for (const inner of allOf) {
    const instance = instanceOf(inner);
    if (instance === undefined) return undefined;
    Object.assign(record, instance);
  }
  return record;
}
