import { groupedCodes } from '../supporting.js';
import { faultAt, type Lint, type LintContext } from './context.js';
import { duplicates } from './names.js';

/** Document kinds: fields are named once, keys and parts name fields that are there. */
export const documents: Lint = function* ({ loaded }) {
  for (const source of loaded.files.document) {
    const { fields, key, parts = [] } = source.raw;
    const known = new Set(fields.map(({ id }) => id));
    yield* duplicates(source, ['fields'], 'id', fields, ({ id }) => id);
    yield* duplicates(source, ['parts'], 'id', parts, ({ id }) => id);
    for (const [index, id] of key.entries()) {
      if (!known.has(id))
        yield faultAt(source, ['key', index], 'unknown-field', `the document kind has no field '${id}'`);
    }
    for (const [index, part] of parts.entries()) {
      const path = ['parts', index, 'fields'];
      if (known.has(part.id))
        yield faultAt(source, ['parts', index, 'id'], 'duplicate-id', `'${part.id}' is a field already`);
      yield* duplicates(source, path, undefined, part.fields, (field) =>
        typeof field === 'string' ? field : field.id,
      );
      for (const [at, field] of part.fields.entries()) {
        if (typeof field !== 'string' || known.has(field)) continue;
        yield faultAt(source, [...path, at], 'unknown-field', `the record has no field '${field}': describe it here`);
      }
    }
  }
};

/** Code lists and term lists: each entry once. */
export const lists: Lint = function* ({ loaded }) {
  for (const source of loaded.files['code-list']) {
    const { entries = [], grouped = '' } = source.raw;
    yield* duplicates(source, ['entries'], 'code', entries, ({ code }) => code);
    const seen = new Set<string>();
    for (const code of groupedCodes(grouped)) {
      if (seen.has(code)) yield faultAt(source, ['grouped'], 'duplicate-id', `'${code}' is there twice`);
      seen.add(code);
    }
  }
  for (const source of loaded.files['term-list'])
    yield* duplicates(source, ['terms'], 'term', source.raw.terms, ({ term }) => term);
};

/** Categories form a tree. */
export const categories: Lint = function* ({ loaded, supporting }) {
  for (const source of loaded.files.categories) {
    for (const [index, { id }] of source.raw.entries()) {
      if (isCircle(supporting, id))
        yield faultAt(source, [index, 'parent'], 'category-circle', `'${id}' is its own ancestor`);
    }
  }
};

function isCircle({ categories: all }: LintContext['supporting'], id: string): boolean {
  const seen = new Set<string>();
  for (let at = all.get(id)?.parent; at !== undefined && !seen.has(at); at = all.get(at)?.parent) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
