import type { Condition, Json } from '../model/condition.js';
import type { Expectation } from '../model/finding.js';
import { alternatives, expectation, joinList, negation } from '../text/expectation-values.js';
import { firstRepeated, sameJson } from '../vocabulary/values.js';
import { type Failure, type Lists, type Subject, shown, subjectOf } from './failure-types.js';
import { fieldFailures } from './field-failure.js';
import { textFailures } from './text-failure.js';

/** Every breach of the condition by the subject, the deepest place first known; empty when it holds. */
export function failuresOf(condition: Condition, subject: Subject, lists: Lists): readonly Failure[] {
  return [
    ...scalarFailures(condition, subject.value),
    ...textFailures(condition, subject.value, lists),
    ...listFailures(condition, subject.value, lists),
    ...objectFailures(condition, subject, lists),
    ...fieldFailures(condition, subject),
    ...logicFailures(condition, subject, lists),
  ];
}

function scalarFailures({ type, const: constant, enum: values }: Condition, value: unknown): Failure[] {
  const failures: Failure[] = [];
  if (type !== undefined && !isOfType(type, value)) {
    failures.push({ path: [], expected: expectation('type', { type }), ...shown(value) });
  }
  if (constant !== undefined && !sameJson(constant, value)) {
    failures.push({ path: [], expected: expectation('constant', { value: jsonText(constant) }), ...shown(value) });
  }
  if (values !== undefined && !values.some((allowed) => sameJson(allowed, value))) {
    const expected = expectation('one-of', { values: joinList(values.map(jsonText)) });
    failures.push({ path: [], expected, ...shown(value) });
  }
  return failures;
}

function listFailures(condition: Condition, value: unknown, lists: Lists): Failure[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  const failures: Failure[] = [];
  const here = String(items.length);
  if (condition.minItems !== undefined && items.length < condition.minItems) {
    failures.push({ path: [], expected: expectation('at-least-items', { min: String(condition.minItems), here }) });
  }
  if (condition.maxItems !== undefined && items.length > condition.maxItems) {
    failures.push({ path: [], expected: expectation('at-most-items', { max: String(condition.maxItems), here }) });
  }
  const repeated = condition.uniqueItems === true ? firstRepeated(items) : undefined;
  if (repeated !== undefined) {
    const again = shown(items[repeated]).actual;
    const expected = expectation('unique-items', again === undefined ? {} : { repeated: again });
    failures.push({ path: [String(repeated)], expected, ...shown(items[repeated]) });
  }
  const { items: each, contains } = condition;
  if (each !== undefined) {
    failures.push(...items.flatMap((item, index) => inside(String(index), failuresOf(each, subjectOf(item), lists))));
  }
  if (contains !== undefined && !items.some((item) => failuresOf(contains, subjectOf(item), lists).length === 0)) {
    failures.push({ path: [], expected: expectation('at-least-items', { min: '1' }), ...shown(value) });
  }
  return failures;
}

function objectFailures(condition: Condition, subject: Subject, lists: Lists): Failure[] {
  if (typeof subject.value !== 'object' || subject.value === null || Array.isArray(subject.value)) return [];
  const missing = (condition.required ?? [])
    .filter((name) => subject.read(name) === undefined)
    .map((name) => ({ path: [name], expected: expectation('value', {}) }));
  const wrong = Object.entries(condition.properties ?? {}).flatMap(([name, inner]) => {
    const value = subject.read(name);
    return value === undefined ? [] : inside(name, failuresOf(inner, subjectOf(value), lists));
  });
  return [...missing, ...wrong];
}

function logicFailures(condition: Condition, subject: Subject, lists: Lists): Failure[] {
  const failures = (condition.allOf ?? []).flatMap((inner) => failuresOf(inner, subject, lists));
  const options = (condition.anyOf ?? []).map((inner) => failuresOf(inner, subject, lists));
  if (condition.anyOf !== undefined && options.every((option) => option.length > 0)) failures.push(noneOf(options));
  if (condition.not !== undefined && failuresOf(condition.not, subject, lists).length === 0) {
    failures.push(forbidden(condition.not, subject));
  }
  if (condition.if !== undefined) {
    const branch = failuresOf(condition.if, subject, lists).length === 0 ? condition.then : condition.else;
    if (branch !== undefined) failures.push(...failuresOf(branch, subject, lists));
  }
  return failures;
}

/** No alternative holds: one failure, at the place they share. */
function noneOf(options: readonly (readonly Failure[])[]): Failure {
  const first = options.flatMap((option) => option.slice(0, 1));
  const [one] = first;
  if (one === undefined) return { path: [], expected: alternatives([]) };
  const together = first.every((failure) => failure.path.join('/') === one.path.join('/'));
  if (together) return { ...one, expected: alternatives(first.map((failure) => failure.expected)) };
  if (first.every((failure) => failure.expected.id === 'value' && failure.actual === undefined)) {
    const fields = joinList(first.map((failure) => failure.path.join('.')));
    return { path: one.path, expected: { id: 'alternatives', values: { fields } } };
  }
  return { ...one, expected: alternatives(first.map((failure) => failure.expected)) };
}

/** A field that may not be there is named itself; any other prohibition is shown as such. */
function forbidden(condition: Condition, subject: Subject): Failure {
  if (condition.oneOfFields !== undefined) {
    const { field, among } = condition.oneOfFields;
    const expected = negation(expectation('one-of-fields', { field, among: joinList(among) }));
    return { path: [field], expected, ...shown(subject.read(field)) };
  }
  const [name] = condition.required ?? Object.keys(condition.properties ?? {});
  if (name !== undefined) {
    const inner = condition.properties?.[name];
    const expected = inner === undefined ? expectation('no-value', {}) : describedNot(inner);
    return { path: [name], expected, ...shown(subject.read(name)) };
  }
  // A whole record shows nothing of what is wrong with it.
  const whole = typeof subject.value === 'object' && subject.value !== null;
  return { path: [], expected: describedNot(condition), ...(whole ? {} : shown(subject.value)) };
}

function describedNot(condition: Condition): Expectation {
  if (condition.const !== undefined) return negation(expectation('constant', { value: jsonText(condition.const) }));
  if (condition.enum !== undefined) {
    return negation(expectation('one-of', { values: joinList(condition.enum.map(jsonText)) }));
  }
  if (condition.pattern !== undefined) return negation(expectation('pattern', { pattern: condition.pattern }));
  return { id: 'not', values: {} };
}

function inside(step: string, failures: readonly Failure[]): Failure[] {
  return failures.map((failure) => ({ ...failure, path: [step, ...failure.path] }));
}

function isOfType(type: NonNullable<Condition['type']>, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function jsonText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
