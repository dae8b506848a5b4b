import type { DocumentKind, Field } from '../model/document.js';
import type { Expectation, ExpectationId } from '../model/finding.js';
import { withLostZeros } from '../vocabulary/index.js';

/** What a value without its zeros fails: its own form, its check digit, the list of codes it is none of. */
const ofForm: ReadonlySet<ExpectationId> = new Set([
  'pattern',
  'min-length',
  'exact-length',
  'check-digit',
  'code-of',
  'alternatives',
  'not',
]);

/** The expectation with what the value probably was (`restored`), where it seems to have lost zeros in front. */
export function withRestored(
  expected: Expectation,
  document: DocumentKind,
  field: string,
  actual: string | undefined,
): Expectation {
  const kind = actual === undefined || !ofForm.has(expected.id) ? undefined : fieldOf(document, field)?.digits;
  const restored = kind === undefined || actual === undefined ? undefined : withLostZeros(actual.trim(), kind);
  if (restored === undefined || expected.values['nearest'] !== undefined) return expected;
  return { id: expected.id, values: { ...expected.values, restored } };
}

/** The field by its name, `lines.gtin` for a part's. */
export function fieldOf(document: DocumentKind, name: string): Field | undefined {
  const [first = '', second] = name.split('.');
  const part = second === undefined ? undefined : document.parts.find(({ id }) => id === first);
  const [fields, id] = part === undefined ? [document.fields, first] : [part.fields, second];
  return fields.find((one) => one.id === id);
}
